"""Adding an interview, editing its facts, and settling what two windows wrote."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from store.book import Book
from store.interview import Conflict, Interview, LooseEnd, Person, Promised
from tests.tui.forms.forms_host import BERLIN, JOAN, NOW, filled, interview, moment
from tui.forms import add, edit
from tui.forms.common_fields import loose_end_lines, read_loose_ends, read_zone
from tui.forms.context import FormContext
from tui.forms.fields import Line, Wrong
from tui.forms.filled import clock_text
from tui.forms.known import Known, known


def added(**typed: Any) -> Interview:
    """A new interview of these answers."""
    one = filled(
        add.sheet(moment(), Known()), **{"company": "Globex", "starts_at": "fri 14:00", **typed}
    ).added
    assert isinstance(one, Interview)
    return one


def edited(one: Interview, **typed: Any) -> Interview:
    """The interview with these answers in its form."""
    done = filled(edit.sheet(moment(), known([one]), one), **typed)
    new = done.change(Book({one.id: one})).interviews[one.id]
    assert isinstance(new, Interview)
    return new


def test_an_interview_needs_little() -> None:
    one = added()
    assert one.zone == "Europe/Berlin"
    assert one.starts_at == datetime(2026, 11, 20, 13, 0, tzinfo=UTC)
    assert one.ends_at - one.starts_at == timedelta(minutes=60)
    assert one.people == () and one.events == () and one.opportunity is None


def test_an_interview_may_have_much() -> None:
    one = added(
        starts_at="yesterday 10:00",
        ends_at="11:30",
        zone="new york",
        mode="video",
        callback_by="27 nov",
        interviewers="Ada Okafor <ada@globex.example> +49 30 1234567 (whatsapp), CTO\nBob",
        contacts="Cy <cy@globex.example>",
        opportunity="globex",
        topics="streams\nrota",
    )
    assert one.zone == "America/New_York"
    assert (one.starts_at, one.ends_at) == (
        datetime(2026, 11, 18, 15, 0, tzinfo=UTC),
        datetime(2026, 11, 18, 16, 30, tzinfo=UTC),
    )
    assert one.interviewers[0] == Person(
        id="p1",
        name="Ada Okafor",
        title="CTO",
        email="ada@globex.example",
        phone="+49 30 1234567",
        whatsapp=True,
    )
    assert [person.id for person in one.people] == ["p1", "p2", "p3"]
    event = one.events[0]
    assert isinstance(event, Promised) and (event.at, event.callback_by) == (one.ends_at, "2026-11-27")
    assert one.topics == ("streams", "rota")


def test_a_promise_before_the_interview_is_made_now() -> None:
    assert added(callback_by="27 nov").events[0].at == NOW


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"company": " "}, "company"),
        ({"starts_at": ""}, "starts_at"),
        ({"starts_at": "fri"}, "starts_at"),
        ({"ends_at": "2026-11-20 13:00"}, "ends_at"),
        ({"zone": "Atlantis"}, "zone"),
        ({"interviewers": "Ada <ada@>"}, "interviewers"),
    ],
)
def test_what_cannot_be_taken_is_refused_at_its_field(typed: dict[str, str], field: str) -> None:
    with pytest.raises(Wrong) as refusal:
        added(**typed)
    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("45", 45), ("90 min", 90), ("1h", 60), ("1 h 30", 90), ("2 hours", 120), ("15:00", 60), ("0", 0)],
)
def test_ends_as_people_type_them(text: str, minutes: int) -> None:
    start = datetime(2026, 11, 24, 14, 0, tzinfo=BERLIN)
    assert moment().end(text, start, moment().own_office) - start == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("UTC", "UTC"),
    ],
)
def test_zones_by_name_or_city(text: str, name: str) -> None:
    assert read_zone(text, {}) == name


def test_nothing_is_written_where_nothing_was_changed() -> None:
    with pytest.raises(Wrong, match="Nothing was changed"):
        edited(interview())


def test_only_changes_are_written_against_what_was_seen() -> None:
    one = interview(loose_ends=(LooseEnd(text="Flink"),))
    done = filled(edit.sheet(moment(), Known(), one), role="Staff engineer", loose_ends="Flink (addressed)")
    assert done.words == "edited Northwind (role and loose ends)"
    meanwhile = replace(one, company="Northwind AG", role="Principal")
    new = done.change(Book({one.id: meanwhile})).interviews[one.id]
    assert (new.company, new.role) == ("Northwind AG", "Staff engineer")
    assert [(conflict.field, conflict.value) for conflict in new.conflicts] == [("role", "Principal")]
    assert new.loose_ends == (LooseEnd(text="Flink", state="addressed"),)


def test_people_who_stay_keep_their_ids_and_notes() -> None:
    new = edited(interview(), interviewers="Joan Pell +49 151 9990000, Head of people\nNew One", contacts="")
    assert [(one.id, one.name) for one in new.interviewers] == [("p3", "Joan Pell"), ("pn1", "New One")]
    assert new.interviewers[0] == replace(
        JOAN, phone="+49 151 9990000", whatsapp=False, title="Head of people"
    )
    assert new.contacts == ()


def test_how_people_want_to_be_asked_is_written_behind_their_names() -> None:
    new = edited(interview(), interviewers="Joan Pell (called Jo) (ask by phone)", contacts="Cy (never ask)")
    (joan,), (cy,) = new.interviewers, new.contacts
    assert (joan.id, joan.called, joan.ask, cy.ask) == ("p3", "Jo", "phone", "never")
    again = edited(new, role="Staff engineer")
    assert again.people == new.people


def test_a_recorded_interview_and_its_country() -> None:
    one = added(mode="recorded", country="de-by")
    assert (one.mode, one.country, one.language) == ("recorded", "DE-BY", None)
    assert edited(one, country="").country is None


def test_who_was_thanked_cannot_be_taken_out() -> None:
    from store.interview import Thanked

    with pytest.raises(Wrong, match="no interviewer p1"):
        edited(interview(Thanked(id="t", at=NOW, to="p1")), interviewers="Joan Pell")


def test_another_day_keeps_the_length() -> None:
    new = edited(interview(), starts_at="2026-11-25 10:00")
    assert (new.starts_at, new.ends_at) == (
        datetime(2026, 11, 25, 9, 0, tzinfo=UTC),
        datetime(2026, 11, 25, 10, 30, tzinfo=UTC),
    )
    odd = interview(ends_at=datetime(2026, 11, 18, 14, 30, 7, tzinfo=UTC))
    assert edited(odd, role="x").ends_at == odd.ends_at


def test_another_zone_moves_the_same_wall_time() -> None:
    new = edited(interview(), zone="America/New_York")
    assert new.starts_at == datetime(2026, 11, 18, 19, 0, tzinfo=UTC)


def test_the_hour_that_comes_twice_is_kept_apart() -> None:
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    one = interview(starts_at=second, ends_at=second + timedelta(hours=1))
    assert clock_text(second, BERLIN) == "2026-10-25 02:30+01:00"
    assert edited(one, role="x").starts_at == second


def conflicted() -> Interview:
    return interview(
        conflicts=(
            Conflict(field="role", value="Principal", at=NOW),
            Conflict(field="topics", value="a\nb", at=NOW),
            Conflict(field="starts_at", value="2026-11-18T12:00:00Z", at=NOW),
        )
    )


def test_conflicts_are_settled_one_way_or_the_other() -> None:
    new = edited(conflicted(), conflict0="keep", conflict1="take", conflict2="later")
    assert (new.role, new.topics) == ("Data engineer", ("a", "b"))
    assert [one.field for one in new.conflicts] == ["starts_at"]
    new = edited(conflicted(), conflict2="take")
    assert new.starts_at == datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
    assert [one.field for one in new.conflicts] == ["role", "topics"]


def test_one_field_cannot_be_taken_and_typed() -> None:
    with pytest.raises(Wrong) as refusal:
        edited(conflicted(), conflict0="take", role="Mine")
    assert refusal.value.field == "conflict0"


def test_loose_ends_say_their_state() -> None:
    ends = (LooseEnd(text="a"), LooseEnd(text="b", state="addressed"), LooseEnd(text="c", state="dropped"))
    assert read_loose_ends(loose_end_lines(ends), {}) == ends


def test_completions_come_from_earlier_interviews() -> None:
    given = known([interview(opportunity="nw"), interview(id="iv-2", company="Globex", role="")])
    assert set(given.companies) == {"Northwind", "Globex"}
    assert given.opportunities == (("nw", "Northwind"),)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("NW", "= joins the rounds at Northwind"),
        (" nw ", "= joins the rounds at Northwind"),
        ("nv", "= a new one"),
    ],
)
def test_an_application_is_known_as_the_rules_know_it(typed: str, says: str) -> None:
    given = known([interview(opportunity="nw")])
    fields = {field.name: field for field in add.sheet(moment(), given).fields}
    field = fields["opportunity"]
    assert isinstance(field, Line)
    assert field.say(typed, {}) == says


def test_now_is_asked_anew_when_the_form_is_saved() -> None:
    from store.clock import StoppedClock
    from tests.tui.forms.forms_host import card
    from tui.forms import outcome

    clock = StoppedClock(NOW)
    here = moment()
    sheet = outcome.sheet(
        FormContext(clock=clock, zone=here.zone, policy=here.policy, new_id=here.new_id), [card()]
    )
    clock.at = NOW + timedelta(minutes=10)
    done = filled(sheet, result="offer")
    assert done.change(Book({"iv-1": interview()})).interviews["iv-1"].events[-1].at == clock.at


def test_names_are_stored_as_they_are_spoken() -> None:
    one = added(interviewers="Okafor, Ada\nPell, Joan (HR) <j@globex.example>", contacts="SAM REED")
    assert [(who.name, who.title) for who in one.people] == [
        ("Ada Okafor", ""),
        ("Joan Pell", "HR"),
        ("Sam Reed", ""),
    ]
