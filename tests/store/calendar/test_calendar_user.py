"""Who of those an invitation names the user is."""

import pytest

from store.calendar import Answers, NeedsAnswer, read_calendar
from tests.store.calendar.calendar_files import GUEST, HOME, NOW, ORGANISER, WHEN, calendar, event
from tests.store.calendar.invited import INSIDE, OTHER, invite, names

BELOW = "ATTENDEE;CN=Di:mailto:di@eu.northwind.example"


@pytest.mark.parametrize(
    ("lines", "me", "names"),
    [
        ([ORGANISER, GUEST, INSIDE], None, ["Ida Holm", "Bo"]),
        ([ORGANISER, GUEST, BELOW], None, ["Ida Holm", "Di"]),
        ([ORGANISER, GUEST, OTHER], "jo@home.example", ["Ida Holm", "Al"]),
        ([ORGANISER, GUEST, OTHER], " JO@Home.example", ["Ida Holm", "Al"]),
        ([ORGANISER, INSIDE], "bo@northwind.example", ["Ida Holm"]),
        ([ORGANISER, GUEST], "someone@else.example", ["Ida Holm", "Jo"]),
        ([ORGANISER], None, ["Ida Holm"]),
        ([ORGANISER, "ATTENDEE;CN=Ida:mailto:ida@northwind.example"], None, ["Ida Holm"]),
        (
            [ORGANISER, GUEST, "ATTENDEE;CUTYPE=GROUP;CN=All:mailto:all@agency.example"],
            None,
            ["Ida Holm"],
        ),
    ],
)
def test_who_the_user_is(lines: list[str], me: str | None, names: list[str]) -> None:
    assert [guest.name for guest in invite(*lines, me=me).people] == names


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ([ORGANISER, GUEST, OTHER], "jo@home.example or al@initech.example"),
        ([ORGANISER, INSIDE], "bo@northwind.example"),
    ],
)
def test_it_is_asked_who_the_user_is(lines: list[str], named: str) -> None:
    with pytest.raises(NeedsAnswer, match=rf"--me ADDRESS \(perhaps {named}\)"):
        invite(*lines)


def test_an_address_that_is_not_among_them_is_said() -> None:
    assert "else.example is not among" in " ".join(invite(ORGANISER, GUEST, me="me@else.example").said)


def test_the_guess_is_said_with_how_to_say_otherwise() -> None:
    (words,) = invite(ORGANISER, GUEST).said
    assert "taken to be you: jo@home.example" in words and "--me" in words
    assert invite(ORGANISER, GUEST, me="jo@home.example").said == ()


@pytest.mark.parametrize(
    ("mine", "people"),
    [
        (("jo@home.example",), ["Ida Holm"]),
        (("other@else.example", "JO@HOME.example"), ["Ida Holm"]),
        (("jo+jobs@home.example",), ["Ida Holm"]),
        (("jo@work.example", "jo@home.example"), ["Ida Holm"]),
        (("ida@northwind.example",), ["Jo"]),
    ],
)
def test_own_addresses_are_known_in_any_form(mine: tuple[str, ...], people: list[str]) -> None:
    raw = calendar(event(*WHEN, ORGANISER, GUEST))
    (one,) = read_calendar(raw, Answers(HOME, mine, company="X"), NOW).meetings
    assert names(one.people) == people


def test_a_plus_form_in_the_invitation_is_the_user() -> None:
    tagged = "ATTENDEE;CN=Jo:mailto:Jo+northwind@home.example"
    assert names(invite(ORGANISER, tagged, me="jo@home.example").people) == ["Ida Holm"]


def test_invited_at_two_own_addresses() -> None:
    other = "ATTENDEE;CN=Jo:mailto:jo@work.example"
    raw = calendar(event(*WHEN, ORGANISER, GUEST, other))
    (one,) = read_calendar(raw, Answers(HOME, ("jo@home.example", "jo@work.example")), NOW).meetings
    assert (names(one.people), one.me) == (["Ida Holm"], ("jo@home.example", "jo@work.example"))


def test_addresses_of_which_none_is_invited_are_said() -> None:
    raw = calendar(event(*WHEN, ORGANISER, GUEST))
    (one,) = read_calendar(raw, Answers(HOME, ("a@x.example", "b@x.example")), NOW).meetings
    assert names(one.people) == ["Ida Holm", "Jo"]
    assert any("None of your addresses, a@x.example or b@x.example" in words for words in one.said)


def test_whoever_has_no_colleague_at_the_table_is_the_likeliest() -> None:
    panel = [f"ATTENDEE;CN={name}:mailto:{name}@northwind.example" for name in ("al", "bo", "di")]
    with pytest.raises(NeedsAnswer) as asks:
        invite("ORGANIZER:mailto:no-reply@greenhouse.io", *panel, GUEST)
    assert asks.value.questions[0].choices[0] == "jo@home.example"
