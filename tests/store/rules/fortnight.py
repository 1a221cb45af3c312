"""A fortnight of twelve interviews, for someone in Berlin: what happened when, and what there was to do.

A panel, an agency, a recorded video, two second rounds, an offer with a deadline while others run, the week
of Thanksgiving, a company in Sydney and one in Riyadh. `python -m tests.store.rules.fortnight` prints, day by
day and hour by hour, what `ringback next` says.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from store.interview import (
    AnyEvent,
    Called,
    Closed,
    Debriefed,
    Delivered,
    Emailed,
    Heard,
    Interview,
    Owes,
    Person,
    Promised,
    Snoozed,
    Thanked,
    ThanksSkipped,
)
from store.policy import Policy
from store.rules.board import Board, board
from store.rules.next_deeds import tasks, then
from tests.making import pinned

USER = ZoneInfo("Europe/Berlin")
POLICY: Policy = pinned(calendar="auto")
"""With the public holidays of each country."""
HOUR = timedelta(hours=1)
BERLIN, LONDON, NEW_YORK = "Europe/Berlin", "Europe/London", "America/New_York"
SYDNEY, RIYADH = "Australia/Sydney", "Asia/Riyadh"


def there(text: str, zone: str = BERLIN) -> datetime:
    """A wall time of 2026 in a zone, as in `11-17 13:00`; without one, in the user's."""
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


FIRST, LAST = there("11-16 00:00"), there("12-05 00:00")
"""From the Monday on which it begins to the end of the week after it."""


def person(place: str, name: str, email: str | None, phone: str | None = None, **more: Any) -> Person:
    return Person(id=place, name=name, email=email, phone=phone, **more)


def held(
    card: str, company: str, stage: str, start: str, end: str, zone: str, *events: AnyEvent, **more: Any
) -> Interview:
    """An interview at wall times over there."""
    day = start.split()[0]
    return Interview(
        id=card, company=company, role=more.pop("role", "Data engineer"), round=stage, zone=zone,
        starts_at=there(start, zone), ends_at=there(end if " " in end else f"{day} {end}", zone),
        events=events, **more,
    )  # fmt: skip


def thanked(event: str, when: str, to: str | None, channel: Any = "email") -> Thanked:
    return Thanked(id=event, at=there(when), to=to, channel=channel)


def panel() -> Interview:
    """Three thanked at three times, a promise for a Friday, and two calls on the Tuesday after it."""
    return held(
        "northwind", "Northwind", "Panel", "11-17 13:00", "14:30", BERLIN,
        Promised(id="e1", at=there("11-17 14:30"), callback_by="2026-11-20", by="p1"),
        Debriefed(id="e2", at=there("11-17 15:30")),
        thanked("e3", "11-17 17:30", "p1"),
        thanked("e4", "11-17 18:30", "p2"),
        thanked("e5", "11-18 09:30", "p3", "whatsapp"),
        Called(id="e6", at=there("11-24 10:30"), outcome="voicemail", to="p1"),
        Called(id="e7", at=there("11-27 11:30"), outcome="reached", to="p1"),
        Promised(id="e8", at=there("11-27 11:30"), callback_by="2026-12-02", by="p1"),
        interviewers=(
            person("p1", "Marta Lind", "marta@northwind.example", "+49301"),
            person("p2", "Deniz Kaya", "deniz@northwind.example"),
            person("p3", "Joan Pell", None, "+49302", whatsapp=True),
        ),
    )  # fmt: skip


def agency() -> Interview:
    """Nobody of the company is known; the recruiter passes the thanks on and wants to be written to."""
    return held(
        "brightwater", "Brightwater", "First talk", "11-18 10:00", "11:00", LONDON,
        thanked("e1", "11-18 14:30", None, "other"),
        Promised(id="e2", at=there("11-18 14:30"), callback_by="2026-11-24", by="c1"),
        Emailed(id="e3", at=there("11-26 12:30"), to="c1"),
        Heard(id="e4", at=there("11-30 10:30"), to="c1", note="they are slow"),
        contacts=(person("c1", "Sam Reed", "sam@agency.example", "+44201", ask="email"),),
    )  # fmt: skip


def recorded() -> Interview:
    """A video recorded at home: nobody to thank, and nobody named a day."""
    return held(
        "halcyon", "Halcyon", "Video", "11-19 08:00", "11-19 23:00", NEW_YORK,
        mode="recorded",
        contacts=(person("c1", "Halcyon Talent", "talent@halcyon.example"),),
    )  # fmt: skip


def globex() -> Iterator[Interview]:
    """The answer to the first round came as the invitation to the second, in the week after."""
    people = (person("p1", "Ada Okafor", "ada@globex.example", "+49303"),)
    yield held(
        "globex-1", "Globex", "Phone screen", "11-16 10:00", "10:30", BERLIN,
        Promised(id="e1", at=there("11-16 10:30"), callback_by="2026-11-20", by="p1"),
        thanked("e2", "11-16 13:30", "p1"),
        interviewers=people,
    )  # fmt: skip
    yield held(
        "globex-2", "Globex", "On site", "11-26 10:00", "12:00", BERLIN,
        Owes(id="e1", at=there("11-26 12:00"), what="two references", due="2026-11-30", to="p1"),
        thanked("e2", "11-26 15:30", "p1"),
        Promised(id="e3", at=there("11-26 12:00"), callback_by="2026-12-04T16:00:00Z", by="p1"),
        Delivered(id="e4", at=there("11-30 11:30"), of="e1"),
        interviewers=people,
    )  # fmt: skip


def initech() -> Iterator[Interview]:
    """Two rounds in New York; the second promises an answer for the day before Thanksgiving."""
    bill = person("p1", "Bill Lum", "bill@initech.example", "+12125550101")
    yield held(
        "initech-1", "Initech", "Screen", "11-18 11:00", "11:30", NEW_YORK,
        ThanksSkipped(id="e1", at=there("11-18 18:30"), to="p1", reason="an automatic call"),
        interviewers=(bill,), role="Backend developer",
    )  # fmt: skip
    yield held(
        "initech-2", "Initech", "Technical", "11-23 10:00", "11:30", NEW_YORK,
        Promised(id="e1", at=there("11-23 17:30"), callback_by="2026-11-25", by="p2"),
        thanked("e2", "11-23 18:30", "p1"),
        thanked("e3", "11-23 19:30", "p2"),
        Called(id="e4", at=there("11-30 16:30"), outcome="no_answer", to="p2"),
        interviewers=(bill, person("p2", "Nina Cho", "nina@initech.example", "+12125550102")),
        role="Backend developer",
    )  # fmt: skip


def offered() -> Interview:
    """An offer on Friday, to be answered by Wednesday, and the thank-you still goes out."""
    return held(
        "umbra", "Umbra Health", "Final", "11-19 15:00", "16:00", BERLIN,
        Closed(id="e1", at=there("11-20 10:30"), result="offer", answer_by="2026-11-25"),
        thanked("e2", "11-20 11:30", "p1"),
        Closed(id="e3", at=there("11-25 15:30"), result="declined"),
        interviewers=(person("p1", "Ines Duarte", "ines@umbra.example", "+49304"),),
    )  # fmt: skip


def sydney() -> Interview:
    """Their office hours are the night in Berlin: what is asked is asked by mail."""
    return held(
        "wattle", "Wattle", "Video", "11-17 18:00", "19:00", SYDNEY,
        thanked("e1", "11-17 10:30", "p1"),
        Promised(id="e2", at=there("11-17 10:30"), callback_by="2026-11-23", by="p1"),
        Emailed(id="e3", at=there("11-25 09:30"), to="p1"),
        interviewers=(person("p1", "Kylie Shaw", "kylie@wattle.example", "+61201"),),
    )  # fmt: skip


def riyadh() -> Interview:
    """The week begins on Sunday there, and the promise is for its last day, a Thursday."""
    return held(
        "dune", "Dune", "Video", "11-22 11:00", "12:00", RIYADH,
        thanked("e1", "11-22 12:30", "p1", "sms"),
        Promised(id="e2", at=there("11-22 12:30"), callback_by="2026-11-26", by="p1"),
        Called(id="e3", at=there("11-30 08:30"), outcome="reached", to="p1"),
        interviewers=(person("p1", "Salma Nasser", None, "+966501"),),
    )  # fmt: skip


def rings() -> Interview:
    """They said that they ring on Tuesday at one, New York time, and did not."""
    return held(
        "stark", "Stark Foods", "Manager", "11-20 12:00", "13:00", NEW_YORK,
        thanked("e1", "11-20 20:30", "p1"),
        Promised(id="e2", at=there("11-20 19:00"), callback_by="2026-11-24T18:00:00Z", by="p1", how="ring"),
        Owes(id="e3", at=there("11-20 19:00"), what="a work sample", due="2026-11-24"),
        Delivered(id="e4", at=there("11-24 12:30"), of="e3"),
        Called(id="e5", at=there("11-24 20:30"), outcome="voicemail", to="p1"),
        Snoozed(id="e6", at=there("11-30 12:30"), until="2026-12-03"),
        interviewers=(person("p1", "Rob Stark", "rob@stark.example", "+12125550103"),),
    )  # fmt: skip


def silence() -> Interview:
    """“If you hear nothing by the 27th, it is a no.”"""
    return held(
        "acme", "Acme Rockets", "First talk", "11-16 15:00", "16:00", BERLIN,
        thanked("e1", "11-16 18:30", "p1"),
        Promised(id="e2", at=there("11-16 16:00"), callback_by="2026-11-27", by="p1", silence="no"),
        interviewers=(person("p1", "Wile Coy", "wile@acme.example", "+49305"),),
    )  # fmt: skip


BOOK: tuple[Interview, ...] = (
    panel(), agency(), recorded(), *globex(), *initech(), offered(), sydney(), riyadh(), rings(), silence(),
)  # fmt: skip


def look(now: datetime) -> Board:
    """The board at an instant."""
    return board(BOOK, POLICY, now, USER)


def hours() -> Iterator[datetime]:
    """Every full hour of the fortnight and of the week after it."""
    now = FIRST
    while now < LAST:
        yield now
        now += HOUR


def told() -> Iterator[str]:
    """Day by day, and each hour at which something else is to be done, what `ringback next` says."""
    from tui.words.deeds import deed_words, then_words

    before: list[str] | None = None
    for now in hours():
        here = now.astimezone(USER)
        if here.hour == 0:
            yield f"\n{here:%A} {here.day} {here:%B}"
        found = look(now)
        keys = [f"{one.card.id} {one.deed.do} {one.deed.to}" for one in tasks(found)]
        if keys == before:
            continue
        before = keys
        more = then_words(then(found.cards(), POLICY, now, USER), now, USER, more=bool(keys))
        yield f"  {here:%H:%M}  ({more})" if more else f"  {here:%H:%M}"
        yield from (f"         {deed_words(one, now)}" for one in tasks(found))


if __name__ == "__main__":
    print("\n".join(told()))
