"""The panel beside the text: counts, what the checks found, and notes, in words and as they are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import floor
from typing import Literal, NamedTuple, TypeAlias

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from store.interview import Channel
from store.languages import counted, language_name
from store.people.names import ShortNames
from store.text import show
from templates.gaps import GAP
from templates.length import minutes_to_read, word_count
from templates.proof import (
    RULES,
    Case,
    DraftText,
    Finding,
    Rule,
    guess_language,
    own_share,
    own_share_aimed_at,
    ready,
    segments,
    unchecked,
)
from templates.proof.substance import SaidWords
from tui.messages.open_draft import Note
from tui.signs import Signs
from tui.widgets.editor.writing import Writing
from tui.widgets.inks import Inks
from tui.words.offered_list import DIGITS

PointTone: TypeAlias = Literal["plain", "strong", "dim", "warn", "must", "good"]
_GOOD = {"no_thanks": "thanks", "no_interest": "interest", "no_topic": "a topic", "loose_end": "loose ends"}


class Item(NamedTuple):
    """One point: a sign, what it says, and the tone. It is wrapped under its words, not under the sign."""

    sign: str
    words: str
    tone: PointTone


def items(writing: Writing, signs: Signs, insert_key: str) -> list[Item]:
    """All there is to say beside the text, the most important first."""
    text = writing.final.text
    points = [counts(writing)]
    if text.strip():
        points += verdict(writing.findings, signs)
    points += _readers(writing, signs)
    if text.strip():
        points += beyond(writing.findings, text, writing.judged, signs)
    if writing.opened.notes:
        points += [Item("", "", "plain"), Item("", f"{insert_key} inserts:", "dim")]
        # What stands in a gap is not said yet.
        said = GAP.sub(" ", text)
        folded, words = said.casefold(), SaidWords(DraftText(said, Case()).folds)
        for place, note in enumerate(writing.opened.notes):
            number = DIGITS[place] if place < len(DIGITS) else " "
            done = bool(said.strip()) and (note.text.casefold() in folded or _taken_up(note, words))
            used = f" ({signs.done} used)" if done else ""
            points.append(Item(number, show(note.text) + used, "dim" if done else "plain"))
    return points


def counts(writing: Writing) -> Item:
    """How long the text is, the first point of all."""
    return Item("", counts_line(writing.final.text, writing.channel), "strong")


def verdict(findings: Sequence[Finding], signs: Signs) -> list[Item]:
    """Whether it can go, and what is against it."""
    blocks = titles(findings, "block")
    warns = titles(findings, "warn")
    points = [Item(signs.must, title, "must") for title in blocks]
    points += [Item(signs.may, title, "warn") for title in warns]
    if not ready(findings):
        points.insert(0, Item("", "not yet ready:", "plain"))
    elif warns:
        points.insert(0, Item("", "ready, but:", "plain"))
    else:
        points.append(Item(signs.done, "ready", "good"))
    return points


def beyond(findings: Sequence[Finding], text: str, case: Case, signs: Signs) -> list[Item]:
    """What speaks for it, how much is the user's own, what was not looked at, and what is dismissed."""
    points, not_run = [], unchecked(text, case)
    if good := _good(findings, case, not_run):
        points.append(Item(signs.done, ", ".join(good), "good"))
    points += _own_words(text, case)
    points += _languages(text, case, not_run, signs)
    if case.dismissed:
        rules = ", ".join(RULES[rule].title for rule in RULES if rule in case.dismissed)
        points.append(Item(signs.skipped, f"dismissed: {rules}", "dim"))
    return points


def _own_words(text: str, case: Case) -> list[Item]:
    """How much of it is the user's own, and how much should be."""
    share = own_share(text, case)
    if share is None:
        return []
    aim = own_share_aimed_at(case)
    # Rounded down, so that what is short of the aim is never shown as the aim.
    words = f"own words {floor(100 * share + 1e-9)} % (aim: {100 * aim:.0f} % or more)"
    return [Item("", words, "dim" if share >= aim - 1e-9 else "warn")]


def _languages(text: str, case: Case, not_run: Sequence[Rule], signs: Signs) -> list[Item]:
    """What the checks do not know the language for, and whether the text is in another than was said."""
    found = []
    read = guess_language(text)
    if read is not None and read != case.language:
        words = f"reads as {language_name(read)}, not {language_name(case.language)}"
        found.append(Item(signs.may, words, "warn"))
    if not_run:
        about = ", ".join(dict.fromkeys(rule.about for rule in not_run))
        found.append(Item("", f"not checked in {language_name(read or case.language)}: {about}", "dim"))
    return found


def titles(findings: Iterable[Finding], level: str) -> list[str]:
    """What is found on a level, each once, with how often."""
    rules = [finding.rule for finding in findings if finding.level == level]
    return [
        RULES[rule].title + (f" ({rules.count(rule)})" if rules.count(rule) > 1 else "")
        for rule in dict.fromkeys(rules)
    ]


def _good(findings: Iterable[Finding], case: Case, not_run: Iterable[Rule]) -> list[str]:
    """What speaks for it: the rules that found nothing, of those that were held against it."""
    silent = {finding.rule for finding in findings} | {rule.id for rule in not_run}
    asked = {"no_topic": bool(case.topics), "loose_end": bool(case.loose_ends)}
    return [
        words
        for rule, words in _GOOD.items()
        if RULES[rule].asked(case) and rule not in silent and asked.get(rule, True)
    ]


def counts_line(text: str, channel: Channel | None) -> str:
    """`96 words, 1 minute`; for a text message, how many it takes."""
    if channel == "sms":
        sent = segments(text)
        return f"{counted(len(text), 'character')}, {counted(sent.count, 'text message')}"
    words = word_count(text)
    return f"{counted(words, 'word')}, {counted(minutes_to_read(words), 'minute')}"


def _readers(writing: Writing, signs: Signs) -> list[Item]:
    """What each of several readers gets: by which way, whether it is ready, and how it is otherwise."""
    if len(writing.rows) < 2:
        return []
    shown = writing.recipient.short(ShortNames(writing.opened.recipients))
    uneven = any(row.line for row in writing.rows) and not all(row.line for row in writing.rows)
    points = [Item("", "each reader:", "dim")]
    for row in writing.rows:
        line = row.line or ("no own line" if uneven else "")
        words = f"{row.name}: " + ", ".join(filter(None, (row.way, row.found, line, row.differs)))
        tone: PointTone = "warn" if row.blocked else "plain"
        points.append(Item(signs.pointer if row.name == shown else " ", show(words), tone))
    return points


def _taken_up(note: Note, said: SaidWords) -> bool:
    """Whether a text in which these words are said speaks of a note."""
    return said.touches(note.text) if note.kind == "topic" else said.settles(note.text)


class Side(Widget):
    """Points, each wrapped under its own words; what does not fit is counted in the last line."""

    DEFAULT_CSS = """
    Side { width: 34; height: 1fr; padding: 0 2 0 1; border-left: solid $border-blurred; }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - the framework's own name
        super().__init__(id=id)
        self._inks = Inks(self)
        self._items: tuple[Item, ...] = ()
        self._wrapped: dict[Size, list[tuple[str, str]]] = {}

    def say(self, items: Sequence[Item]) -> None:
        """Show other points; only the lines that are others are drawn again."""
        if tuple(items) == self._items:
            return
        before = self._lines
        self._items = tuple(items)
        self._wrapped.clear()
        for y, (old, new) in enumerate(zip(before, self._lines, strict=True)):
            if old != new:
                self.refresh(Region(0, y, self.content_size.width, 1))

    def say_first(self, item: Item) -> None:
        """Show another first point."""
        self.say((item, *self._items[1:]))

    @property
    def text(self) -> str:
        """All it says, one point a line."""
        return "\n".join(f"{one.sign} {one.words}".strip() for one in self._items)

    def render_line(self, y: int) -> Strip:
        """One line of the panel."""
        width = self.content_size.width
        words, tone = self._lines[y]
        style = self._inks.on_ground("alert" if tone == "must" else tone)
        return Strip([Segment(words, style)], cell_len(words)).adjust_cell_length(width, self._inks.ground)

    @property
    def _lines(self) -> list[tuple[str, str]]:
        """As many as there is room for, each with its tone."""
        size = self.content_size
        if size not in self._wrapped:
            lines = [line for one in self._items for line in _wrapped(one, size.width)]
            if 0 < size.height < len(lines):
                left = len(lines) - size.height + 1
                lines[size.height - 1 :] = [(f"and {left} lines more", "dim")]
            self._wrapped = {size: [*lines, *[("", "plain")] * size.height][: size.height]}
        return self._wrapped[size]


def _wrapped(item: Item, width: int) -> list[tuple[str, str]]:
    indent = 2 if item.sign else 0
    parts = [part.plain.rstrip() for part in Content(item.words).wrap(max(1, width - indent))] or [""]
    first = f"{item.sign} {parts[0]}" if item.sign else parts[0]
    return [(first, item.tone), *((" " * indent + part, item.tone) for part in parts[1:])]
