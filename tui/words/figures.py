"""The user's own numbers in words and bars, as counts. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rich.cells import cell_len

from store import spans
from store.languages import counted
from store.rules.figures import FEWEST, Bar, Figure, Figures
from tui.signs import Signs
from tui.words.lines import flow

_TITLES: Mapping[str, str] = {
    "thanks": "FROM THE INTERVIEW TO THE THANK-YOU",
    "asking": "WHEN YOU ASKED, DID THEY COME BACK TO YOU?",
    "promises": "THE DAY THEY NAMED, AND THE ANSWER",
    "rounds": "HOW FAR YOUR APPLICATIONS WENT",
    "outcomes": "WHAT CAME OF THEM",
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "thanks": {
        "first": "on the first day", "second": "on the second day", "later": "later",
        "never": "not thanked", "skipped": "left out on purpose",
    },
    "asking": {
        "talked": "you reached them", "message": "you left a message",
        "no_answer": "nobody picked up", "mail": "you wrote",
    },
    "promises": {
        "in_time": "by that day", "days": "1 to 3 days late", "week": "4 to 7 days late",
        "longer": "later still", "put_off": "put off to another day", "never": "no answer at all",
    },
    "rounds": {"1": "first round", "2": "second round", "3": "third round", "4": "fourth or later"},
    "outcomes": {
        "open": "still open", "offer": "an offer", "accepted": "accepted", "advanced": "next round ahead",
        "rejected": "rejected", "quiet": "went quiet", "declined": "you declined",
        "withdrawn": "you withdrew",
    },
}  # fmt: skip
_OF: Mapping[str, str] = {
    "thanks": "person", "asking": "attempt", "promises": "promise", "rounds": "application",
    "outcomes": "application",
}  # fmt: skip
_ALWAYS = frozenset({"thanks", "promises"})
"""Of what lines without any are shown, too: that there is none says something."""
_LABEL = 22
"""Cells of the longest label."""
_WIDEST_BAR = 48


class FigureRow(NamedTuple):
    """A line of the page: a text, or a count with its bar behind a label."""

    text: str
    tone: str = "plain"
    before: str = ""
    """What a text stands in by."""
    bar: Bar | None = None
    most: int = 0
    """The highest count of the figure: its bar is the longest."""
    strokes: tuple[str, str] = ("", "")
    """For each that is counted, and for each of which they are a part."""

    def lines(self, width: int) -> list[str]:
        """It in lines of at most `width` cells."""
        if self.bar is None:
            return [self.before + line for line in flow(self.text, width - len(self.before))]
        count, of = self.bar.count, self.bar.of
        said = f"{count:>3}" if of is None else f"{count:>3} of {of}"
        label = f"  {self.text:<{_LABEL}} {said:<{3 if of is None else 9}}  "
        # Two strokes for each, as long as they fit; else the longest bar takes the room there is.
        longest = min(_WIDEST_BAR, max(0, width - cell_len(label)), 2 * self.most)
        thick, whole = (-(-number * longest // max(1, self.most)) for number in (count, of or count))
        return [f"{label}{self.strokes[0] * thick}{self.strokes[1] * (whole - thick)}".rstrip()]


def figure_rows(found: Figures, now: datetime, zone: ZoneInfo, signs: Signs) -> list[FigureRow]:
    """The page line by line; days in the user's `zone`."""
    rows = [FigureRow("My numbers", "title"), FigureRow(_rests_on(found, now, zone), "dim")]
    for one in found.figures if found.interviews else ():
        rows += [
            FigureRow(""),
            FigureRow(f"{_TITLES[one.name]} {signs.dot} {_total(one)}", "heading"),
            *_figure(one, signs),
        ]
    return rows


def _rests_on(found: Figures, now: datetime, zone: ZoneInfo) -> str:
    if found.since is None:
        return "No interview has taken place yet; the numbers come by themselves."
    since = spans.date(found.since, now, zone)
    return (
        f"{counted(found.interviews, 'interview')} of {counted(found.applications, 'application')} "
        f"since {since}. They stay here: nothing is sent anywhere."
    )


def _total(one: Figure) -> str:
    return (
        f"{one.total} people"
        if one.name == "thanks" and one.total != 1
        else counted(one.total, _OF[one.name])
    )


def _figure(one: Figure, signs: Signs) -> Iterator[FigureRow]:
    if not one.tells:
        yield FigureRow(f"too few to say: it takes {FEWEST}", "dim", "  ")
        return
    most = max(bar.count if bar.of is None else bar.of for bar in one.bars)
    for bar in one.bars:
        count = bar.count if bar.of is None else bar.of
        if count or (bar.of is None and one.name in _ALWAYS):
            tone, strokes = "plain" if bar.count else "dim", (signs.thick_rule, signs.rule)
            yield FigureRow(_WORDS[one.name][bar.kind], tone, "", bar, most, strokes)
    if one.half is not None:
        yield FigureRow(_half(one), "dim", "  ")


def _half(one: Figure) -> str:
    assert one.half is not None
    within = spans.long(one.half)
    if one.name == "thanks":
        return f"half of them within {within}"
    if one.name == "asking":
        return f"half of their answers came within {within}"
    days = round(one.half / timedelta(days=1))
    late = f"at most {counted(days, 'day')} late" if days else "by the day they named"
    return f"half of their answers came {late}"
