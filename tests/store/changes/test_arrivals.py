"""People who come in from outside: nobody twice, nothing overwritten, and what came of it said."""

from __future__ import annotations

import pytest

from store.changes.arrivals import with_arrivals
from store.people.notation import PersonLine
from tests.making import ADA, SAM, made

HERE = made(interviewers=(ADA,), contacts=(SAM,))


def test_newcomers_go_to_their_kind() -> None:
    found = with_arrivals(HERE, [PersonLine("Zoe Quell")], [PersonLine("Talent team", "jobs@globex.example")])
    assert [one.name for one in found.interview.interviewers] == ["Ada Okafor", "Zoe Quell"]
    assert [one.email for one in found.interview.contacts] == [SAM.email, "jobs@globex.example"]
    assert len({one.id for one in found.interview.people}) == 4
    assert "Zoe Quell added" in found.said[0] and "as a contact" in found.said[1]


@pytest.mark.parametrize(
    "line",
    [
        PersonLine("Ada Okafor"),
        PersonLine("Okafor, Ada"),
        PersonLine("Dr. Ada Okafor", "ADA@globex.example"),
        PersonLine("ada@globex.example", "ada@globex.example"),
        PersonLine("Sam Reed", "sam@agency.example"),
    ],
)
def test_whoever_is_there_stays_as_they_are(line: PersonLine) -> None:
    found = with_arrivals(HERE, [line])
    assert (found.interview, found.said) == (HERE, [])


def test_what_is_not_known_of_them_yet_is_noted() -> None:
    found = with_arrivals(
        HERE, [PersonLine("Ada Okafor", title="CTO", whatsapp=True, phone="+49 30 1234567")]
    )
    (ada,) = found.interview.interviewers
    assert (ada.title, ada.phone, ada.email) == ("CTO", ADA.phone, ADA.email)
    assert found.said == ["Ada Okafor: title noted."]


def test_what_differs_is_left_and_named_or_taken() -> None:
    line = PersonLine("Ada Okafor", "ada.okafor@globex.example")
    found = with_arrivals(HERE, [line])
    assert found.interview == HERE and "address left as it is here" in found.said[0]
    (ada,) = with_arrivals(HERE, [line], replace_values=True).interview.interviewers
    assert ada.email == "ada.okafor@globex.example"


def test_a_namesake_with_another_address_is_somebody_else() -> None:
    here = made(interviewers=(ADA, SAM))
    found = with_arrivals(here, [PersonLine("Ada", "ada@initech.example")])
    assert len(found.interview.interviewers) == 3


def test_an_address_alone_gets_its_name() -> None:
    here = with_arrivals(HERE, [PersonLine("zoe@globex.example", "zoe@globex.example")]).interview
    found = with_arrivals(here, [PersonLine("Zoe Quell", "zoe@globex.example")])
    assert [one.name for one in found.interview.interviewers] == ["Ada Okafor", "Zoe Quell"]
    assert found.said == ["zoe@globex.example is Zoe Quell."]
