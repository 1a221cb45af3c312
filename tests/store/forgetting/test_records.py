"""What a state of the database is without somebody: they are gone, and the rest stands as it stood."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from store.book import Book
from store.changes.moves import Refused
from store.changes.undo import Step, step_between
from store.finding import SeveralFit
from store.forgetting.records import without
from store.forgetting.whom import ForgottenCompany, ForgottenPerson, State, in_whole_words, whom
from store.hearing.proposal import Proposal, ProposedMeeting
from store.interview import Company, Draft, HandOver, Interview, Person, all_texts
from tests.making import ADA, BEN, SAM, after, called, emailed, heard, made, promised, thanked


def book(*cards: Interview, **more: Any) -> Book:
    return Book(interviews={one.id: one for one in cards}, **more)


PANEL = made(
    replace(thanked(after(2)), text="Dear Ada, thank you."),
    replace(thanked(after(3), "p2"), text="Dear Ben, thanks to you and Ada Okafor."),
    replace(promised(after(0), "2026-11-27"), by="p1", quote="by Friday, said Ada"),
    replace(emailed(after(200), "p1"), text="Dear Ada, where do things stand?"),
    replace(called(after(201), "reached", "p1"), note="Okafor was friendly", ref="<ada@globex.example>"),
    interviewers=(ADA, BEN), topics=("Ada's team", "streams"), notes="ring +49 30 123 4567",
    drafts=(
        Draft(id="d1", body="{greeting} Ada Okafor was kind.", lines={"p1": "for Ada", "p2": "for Ben"}),
        Draft(id="d2", purpose="status", body="Dear Ada", handed_over=(HandOver(to="p1", at=after(2)),)),
    ),
)  # fmt: skip
OTHER = made(
    id="iv-2", company="Initech", role="Backend", interviewers=(SAM,), notes="as Ada Okafor said at Globex"
)


def named(typed: str, *cards: Interview) -> State:
    state = State(book(*cards))
    return without(state, whom([state], typed)).state


def texts_of(state: State) -> str:
    return "\n".join(text for _, _, text in all_texts([*state.book.interviews.values()]))


def test_a_person_leaves_every_text_and_the_others_stay() -> None:
    state = named("ada okafor", PANEL, OTHER)
    one = state.book.interviews["iv-1"]
    left = texts_of(state)
    assert not [word for word in ("Ada", "Okafor", "ada@", "1234567", "123 4567") if word in left]
    assert one.interviewers == (BEN,)
    assert [(event.KIND, getattr(event, "to", None)) for event in one.events] == [
        ("thanked", "p2"), ("promised", None), ("emailed", None), ("called", None),
    ]  # fmt: skip
    assert [(draft.id, draft.lines) for draft in one.drafts] == [("d1", {"p2": "for Ben"})]
    assert one.topics == ("…'s team", "streams")
    assert state.book.interviews["iv-2"].notes == "as … said at Globex"


def test_thanks_to_the_only_interviewer_stay_so_that_nobody_is_thanked_anew() -> None:
    state = named("Ada Okafor", made(thanked(after(2))))
    (event,) = state.book.interviews["iv-1"].events
    assert (event.KIND, getattr(event, "to", "")) == ("thanked", None)


def test_a_first_name_that_somebody_else_there_has_stays() -> None:
    namesake = replace(BEN, name="Ada Ito")
    one = made(interviewers=(ADA, namesake), notes="Ada and Ms Okafor")
    assert named("ada@globex.example", one).book.interviews["iv-1"].notes == "Ada and Ms …"


def test_a_name_that_is_an_ordinary_word_is_found_as_a_whole_only() -> None:
    will = Person(id="p1", name="Will Best", email="w@x.example")
    one = made(interviewers=(will, BEN), notes="Will they write? Best ask Will Best or Ben")
    assert named("Will Best", one).book.interviews["iv-1"].notes == "Will they write? Best ask … or Ben"


def test_a_company_goes_with_its_cards_and_its_name_with_what_is_noted_elsewhere() -> None:
    globex = Company(name="Globex", notes="slow")
    state = State(
        book(PANEL, replace(PANEL, id="iv-3", company="GLOBEX "), OTHER, companies={"Globex": globex})
    )
    left = without(state, whom([state], "globex"))
    assert left.gone == {"iv-1", "iv-3"}
    assert left.state.book.companies == {}
    assert left.state.book.interviews["iv-2"].notes == "as Ada Okafor said at …"


def test_a_company_of_a_longer_name_keeps_it() -> None:
    state = named(
        "company:Globex", PANEL, replace(OTHER, company="Globex Labs", notes="Globex Labs, not Globex")
    )
    (one,) = state.book.interviews.values()
    assert (one.company, one.notes) == ("Globex Labs", "Globex Labs, not …")


def test_steps_and_proposals_that_name_them_go_and_others_stay() -> None:
    third = made(id="iv-3", company="Hooli", interviewers=(SAM,))
    before = book(PANEL, OTHER, third)
    step = Step(id="s1", number=1, words="noted", at=after(1), whose="x", by="board")
    on_other = step_between(step, before, before.with_interviews({"iv-3": replace(third, role="Frontend")}))
    on_panel = step_between(
        replace(step, id="s2"), before, before.with_interviews({"iv-1": replace(PANEL, role="Frontend")})
    )
    worded = replace(on_other, id="s3", words="thanked Ada Okafor") if on_other is not None else None
    assert on_other is not None and on_panel is not None and worded is not None
    facts: dict[str, Any] = {"ref": "r", "at": after(1)}
    folded = "ATTENDEE;CN=Ada Oka\r\n for:mailto:a@x.example"
    meeting = ProposedMeeting(uid="u", card="m", starts_at=after(1), ends_at=after(2), text=folded)
    proposals = (
        Proposal(id="h1", interview="iv-1", remark="streams", people={"iv-1": "p1"}, **facts),
        Proposal(id="h2", interview="iv-2", remark="fine", sender="Ada Okafor <a@b.example>", **facts),
        Proposal(id="h3", interview="iv-2", meeting=meeting, **facts),
        Proposal(id="h4", interview="iv-2", remark="fine", people={"iv-2": "c1"}, **facts),
    )
    full = replace(before, proposals={one.id: one for one in proposals})
    state = State(full, {one.id: one for one in (on_other, on_panel, worded)})
    left = without(state, whom([state], "Ada Okafor")).state
    assert {*left.steps} == {"s1"}
    assert {*left.book.proposals} == {"h4"}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Globex", "Globex"),
        ("glob", "Globex"),
        ("Ada Okafor", "Ada Okafor"),
        ("Okafor, Ada", "Ada Okafor"),
        ("okafor", "Ada Okafor"),
        ("ADA@globex.example", "Ada Okafor"),
        ("+49 30 555 000", "Sam Reed"),
        ("person:sam", "Sam Reed"),
        ("company:ini", "Initech"),
    ],
)
def test_who_is_meant(typed: str, name: str) -> None:
    assert whom([State(book(PANEL, OTHER))], typed).name == name


def test_what_may_be_several_is_never_guessed() -> None:
    ada = replace(OTHER, company="Ada Systems")
    with pytest.raises(SeveralFit) as refused:
        whom([State(book(PANEL, ada))], "ada")
    assert refused.value.choices == ("the company Ada Systems", "Ada Okafor (ada@globex.example)")
    with pytest.raises(Refused, match="did you mean Globex"):
        whom([State(book(PANEL))], "Globx")
    with pytest.raises(Refused, match="Who is to be forgotten"):
        whom([State(book(PANEL))], "  ")


def test_an_address_tells_namesakes_apart_and_a_name_does_not() -> None:
    other = replace(OTHER, interviewers=(replace(ADA, email="ada@initech.example"),), notes="Ada Okafor")
    by_address = named("ada@globex.example", PANEL, other)
    assert by_address.book.interviews["iv-2"] == other
    assert by_address.book.interviews["iv-1"].interviewers == (BEN,)
    assert named("Ada Okafor", PANEL, other).book.interviews["iv-2"].interviewers == ()


def test_who_was_taken_off_a_card_is_known_by_the_steps() -> None:
    before = book(PANEL)
    after_ = before.with_interviews({"iv-1": replace(PANEL, interviewers=(BEN,))})
    step = step_between(Step(id="s", number=1, words="w", at=after(1), whose="x", by="board"), before, after_)
    assert step is not None
    state = State(book(made(id="iv-9", interviewers=())), {"s": step})
    assert isinstance(whom([state], "Ada Okafor"), ForgottenPerson)
    assert isinstance(whom([state], "company:Globex"), ForgottenCompany)
    assert without(state, whom([state], "Ada Okafor")).state.steps == {}


def test_a_person_without_a_name_is_known_by_the_address() -> None:
    nobody = Person(id="p9", email="jobs@globex.example")
    state = named("jobs@globex.example", made(heard(after(1), "p9"), interviewers=(nobody, BEN)))
    assert state.book.interviews["iv-1"].interviewers == (BEN,)


def test_a_number_of_the_whole_office_stays_with_who_else_has_it() -> None:
    desk = replace(BEN, phone="+49 30 1234567")
    one = made(interviewers=(ADA, desk), notes="ring 030 1234567 and ask for Ada Okafor")
    assert named("Ada Okafor", one).book.interviews["iv-1"].notes == "ring 030 1234567 and ask for …"


@pytest.mark.parametrize(
    ("typed", "whole"), [("person", False), ("company:perso", False), ("company: PERSONIO", True)]
)
def test_what_says_which_kind_is_meant_says_so_only_before_a_colon(typed: str, whole: bool) -> None:
    found = whom([State(book(replace(OTHER, company="Personio")))], typed)
    assert found.name == "Personio"
    assert in_whole_words(found, typed) is whole
