"""The days ahead in words: what is new on each, what is still open, and which of them hold too much. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from store import spans
from store.languages import counted
from store.rules.agenda import AgendaDay, Entry
from store.rules.board import Card
from store.rules.deeds import ORDER, Do
from store.text import show
from tui.words.deeds import what_to_do
from tui.words.lines import flow, hanging

_STILL: Mapping[Do, str] = {
    "answer": "to answer", "debrief": "to debrief", "thank": "to thank", "call": "to call",
    "write": "to write", "deliver": "owed", "find": "to find out",
}  # fmt: skip


_NARROW = 50
"""Cells below which the time stands at the edge."""


class AgendaRow(NamedTuple):
    """One line of the agenda; `card_id` is whom it is about."""

    text: str
    tone: str = "plain"
    when: str | None = None
    """The time, or blank; None for what stands under no day."""
    card_id: str | None = None

    def lines(self, width: int) -> list[str]:
        """It with its time before it, in lines of at most `width` cells; longer ones go on under the text."""
        if self.when is None:
            return hanging(self.text, width)
        when = f"{self.when:<{spans.widest_time()}}"
        before = f"  {when}  " if width >= _NARROW else f"{when} "
        first, *rest = flow(self.text, max(1, width - len(before)))
        return [before + first, *(" " * len(before) + line for line in rest)]


def agenda_rows(
    days: Sequence[AgendaDay], now: datetime, zone: ZoneInfo, *, reach: bool = False
) -> list[AgendaRow]:
    """The agenda line by line: the days that hold too much first, then each that holds anything new.

    Times in the user's `zone`; `reach` adds numbers and addresses.
    """
    today = now.astimezone(zone).date()
    rows = [AgendaRow(words, "warn") for day in days if (words := overfull_words(day, today))]
    shown = [day for day in days if day.interviews or day.new]
    for day in shown:
        rows += [AgendaRow("")] if rows else []
        rows += [AgendaRow(day_words(day.date, today), "heading"), *_of_day(day, now, zone, reach=reach)]
    if words := _rest(days, shown, today):
        rows += [AgendaRow(""), AgendaRow(words, "dim")] if rows else [AgendaRow(words)]
    return rows


def agenda_page(days: Sequence[AgendaDay], now: datetime, zone: ZoneInfo) -> list[AgendaRow]:
    """The page of the agenda: the same below its title."""
    rows = agenda_rows(days, now, zone)
    space = [AgendaRow("")] if rows[0].tone == "heading" else []
    return [AgendaRow("The days ahead", "title"), *space, *rows]


def day_words(day: date, today: date) -> str:
    """`Thu 26 Nov, today`; the year where it is another one."""
    year = f" {day.year}" if day.year != today.year else ""
    near = {0: ", today", 1: ", tomorrow"}.get((day - today).days, "")
    return f"{day:%a} {day.day} {day:%b}{year}{near}"


def overfull_words(day: AgendaDay, today: date) -> str:
    """In one sentence what is too much about a day; blank where nothing is."""
    if not day.overfull:
        return ""
    near = {0: "today", 1: "tomorrow"}.get((day.date - today).days)
    if (clash := day.clash) is not None:
        first, second = clash
        on = near.capitalize() if near else f"On {day_words(day.date, today)}"
        return show(f"{on} the interviews at {first.company} and {second.company} overlap.")
    named = near.capitalize() if near else day_words(day.date, today)
    counts = [counted(len(day.interviews), "interview")] if day.interviews else []
    counts += [counted(len(day.new), "new thing") + " to do"] if day.new else []
    return f"{named} is overfull: {' and '.join(counts)}."


def _of_day(day: AgendaDay, now: datetime, zone: ZoneInfo, *, reach: bool) -> list[AgendaRow]:
    timed = [
        (at, AgendaRow(_interview(card, zone), "strong", _clock(at, now, zone), card.id))
        for card in day.interviews
        if (at := card.standing.due) is not None
    ]
    for entry in day.new:
        text = f"{what_to_do(entry.task, reach=reach)}{_until(entry, zone)}"
        when = _clock(entry.begins, now, zone)
        timed.append((entry.begins, AgendaRow(text, "plain", when, entry.task.card.id)))
    timed.sort(key=lambda one: one[0])
    rows = [row for _, row in timed]
    if day.still:
        rows.append(AgendaRow(f"still open, unless done by then: {_counted(day.still)}", "dim", ""))
    return rows


def _clock(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    return "now" if at == now else spans.clock_time(at, zone)


def _interview(card: Card, zone: ZoneInfo) -> str:
    one = card.interview
    what = ", ".join(part for part in (one.company, one.round.lower()) if part)
    if one.mode == "recorded":
        return show(f"{what}: to be handed in")
    return show(f"{what}, until {spans.clock_time(one.ends_at, zone)}")


def _until(entry: Entry, zone: ZoneInfo) -> str:
    until = entry.task.deed.until
    if until is None:
        return ""
    if until <= entry.begins:
        return ", overdue"
    return f", until {spans.weekday_moment(until, entry.begins, zone)}"


def _counted(entries: Sequence[Entry]) -> str:
    counts = Counter(entry.task.deed.do for entry in entries)
    return ", ".join(f"{counts[do]} {_STILL[do]}" for do in ORDER if counts[do])


def _rest(days: Sequence[AgendaDay], shown: Sequence[AgendaDay], today: date) -> str:
    last = day_words(days[-1].date, today)
    if not shown:
        return f"Nothing is to be done up to {last}."
    return f"Nothing new on the other days up to {last}." if len(shown) < len(days) else ""
