"""A text as one reader gets it, and back: what is everyone's, and what each reader's own. Pure.

Nothing rewrites prose. Only these differ from reader to reader: the name in the greeting, the placeholders
`{others}` and `{first}`, and a personal line. In the editor an open gap stands as words in «…», too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Literal, NamedTuple, TypeAlias

from store.languages import language_or_english
from store.people.letters import fold
from store.people.name_words import honorifics
from store.people.names import AnyName, called, full_name, the_others
from templates.gaps import GAP, shown
from templates.greeting import end_of_greeting, greeting_for_reader
from templates.proof.draft import DraftText
from templates.proof.findings import Case

_PLACEHOLDER = re.compile(r"\{(others|first)\}")
_PLACEHOLDER_OR_GAP = re.compile(f"{_PLACEHOLDER.pattern}|{GAP.pattern}")
_NAME_WORD = re.compile(r"[^\W\d_]+")
_GLUED = re.compile(r"[\w'’-]")
_NAME_AFTER = re.compile(r" ([^\W\d_]+)")
_NAME_BEFORE = re.compile(r"([^\W\d_]+)\.? $")
_WORDS = re.compile(r"\w+|\s+|.", re.DOTALL)
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)")
_LONGEST_COMPARED = 4_000
"""Characters of a rewritten stretch up to which what stayed in it is looked for."""


PartKind: TypeAlias = Literal["greeting", "placeholder", "gap"]


class Stretch(NamedTuple):
    """A stretch of a text that stands for something else in the text that is stored."""

    start: int
    end: int
    stored: str
    kind: PartKind


class ReaderText(NamedTuple):
    """A text as it reads for one person, and which stretches of it everyone's text has otherwise."""

    text: str
    parts: tuple[Stretch, ...] = ()

    @property
    def stored(self) -> str:
        """Everyone's text: each stretch that stands for something as that."""
        pieces, place = [], 0
        for part in self.parts:
            pieces += [self.text[place : part.start], part.stored]
            place = part.end
        return "".join(pieces) + self.text[place:]

    def followed(self, edited: str, people: Sequence[AnyName] = ()) -> ReaderText:
        """The same once it has become `edited`.

        A stretch that is still there whole stands for what it stood for; one that was written in, or to which
        a name of these `people` or part of a word was joined, is prose from now on.
        """
        words = (word for one in people for word in _NAME_WORD.findall(full_name(one)))
        names = frozenset((*map(fold, words), *honorifics()))
        kept = (
            part
            for part, was in _survivors(self, edited)
            if part.kind == "gap" or not _joined(edited, part, names) or _joined(self.text, was, names)
        )
        return ReaderText(edited, tuple(kept))

    def without(self, kind: PartKind) -> ReaderText:
        """The same with all stretches of a kind as prose."""
        return self._replace(parts=tuple(part for part in self.parts if part.kind != kind))

    def place_stored(self, offset: int) -> tuple[int, int]:
        """Where the character at `offset` stands in everyone's text: of a part all that it stands for."""
        further = 0
        for part in self.parts:
            if offset < part.start:
                break
            if offset < part.end:
                return part.start + further, part.start + further + len(part.stored)
            further += len(part.stored) - (part.end - part.start)
        return offset + further, offset + further + 1

    @property
    def gaps(self) -> tuple[tuple[int, int], ...]:
        """Where gaps are open."""
        return tuple((part.start, part.end) for part in self.parts if part.kind == "gap")


class LinePlaced(NamedTuple):
    """A text with a personal line in it, and where that stands (blank lines included)."""

    text: str
    start: int
    end: int

    def place(self, offset: int) -> int | None:
        """An offset of `text` as one of the text without the line; None for one inside the line."""
        if offset < self.start:
            return offset
        return None if offset < self.end else offset - (self.end - self.start)


def for_reader(
    body: str, *, people: Sequence[AnyName], to: AnyName, language: str = "en", in_words: bool = False
) -> ReaderText:
    """Everyone's text as `to` reads it; `people` are all it may go to, `language` has two letters.

    With `in_words` open gaps stand as what they ask for, as in the editor; without, they stay as they are
    stored, as in a text that is checked or sent.
    """
    parts, pieces, place, length = [], [], 0, 0
    for start, end, words, kind in _replaced(body, people, to, language, in_words):
        pieces += [body[place:start], words]
        length += start - place
        parts.append(Stretch(length, length + len(words), body[start:end], kind))
        length, place = length + len(words), end
    return ReaderText("".join(pieces) + body[place:], tuple(parts))


def _replaced(
    body: str, people: Sequence[AnyName], to: AnyName, language: str, in_words: bool
) -> Iterator[tuple[int, int, str, PartKind]]:
    """What stands otherwise for this reader, in order: from, to, the words, and of which kind it is."""
    place = 0
    words_of = language_or_english(language)
    if (greeted := greeting_for_reader(body, people=people, to=to, language=words_of)) is not None:
        yield *greeted, "greeting"
        place = greeted.end
    own = _own_words(people, to, language)
    for found in (_PLACEHOLDER_OR_GAP if in_words else _PLACEHOLDER).finditer(body, place):
        if found[1] is not None:
            if words := own[found[1]]:
                yield *found.span(), words, "placeholder"
        elif (gap := GAP.match(found[0])) is not None:
            yield *found.span(), f"«{shown(gap[1], language)}»", "gap"


def named_for(text: str, *, people: Sequence[AnyName], to: AnyName, language: str = "en") -> str:
    """A subject, or a line of one reader's own, with what its placeholders say to this reader."""
    own = _own_words(people, to, language)
    return _PLACEHOLDER.sub(lambda found: own[found[1]] or found[0], text)


def _own_words(people: Sequence[AnyName], to: AnyName, language: str) -> dict[str, str]:
    """What the placeholders say to this reader; blank for somebody who is not known by name."""
    if not called(to) and not full_name(to):
        return {"first": "", "others": ""}
    return {
        "first": called(to),
        "others": the_others(people, to, language_or_english(language)),
    }


def _survivors(before: ReaderText, edited: str) -> Iterator[tuple[Stretch, Stretch]]:
    """The parts of a text that are whole in what it has become: where they are now, and where they were."""
    text = before.text
    head = _common(text, edited)
    tail = min(_common(text[::-1], edited[::-1]), len(text) - head, len(edited) - head)
    by = len(edited) - len(text)
    kept = _kept(text[head : len(text) - tail], edited[head : len(edited) - tail])
    for part in before.parts:
        if part.end <= head:
            yield part, part
        elif part.start >= len(text) - tail:
            yield part._replace(start=part.start + by, end=part.end + by), part
        else:
            for old, new, size in kept:
                if old <= part.start - head and part.end - head <= old + size:
                    moved = new - old
                    yield part._replace(start=part.start + moved, end=part.end + moved), part
                    break


def _joined(text: str, part: Stretch, names: frozenset[str]) -> bool:
    """Whether what stands beside a part goes with its words: ` Pell` behind `Joan`, or `'s`."""
    if text[part.start - 1 : part.start].isalnum() or _GLUED.match(text, part.end):
        return True
    beside = (
        _NAME_AFTER.match(text, part.end),
        _NAME_BEFORE.search(text[max(0, part.start - 60) : part.start]),
    )
    return any(found is not None and fold(found[1]) in names for found in beside)


def _kept(old: str, new: str) -> list[tuple[int, int, int]]:
    """Which stretches of a rewritten passage stayed: where in the old, where in the new, how long."""
    if not old or not new or len(old) > _LONGEST_COMPARED or len(new) > _LONGEST_COMPARED:
        return []
    one, other = ([*_WORDS.findall(text)] for text in (old, new))
    olds, news = ([0, *accumulate(map(len, words))] for words in (one, other))
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return [
        (olds[a], news[b], olds[a + size] - olds[a]) for a, b, size in matcher.get_matching_blocks() if size
    ]


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def with_line(text: str, line: str) -> LinePlaced:
    """The text with a personal line as a paragraph of its own after the first."""
    line = line.strip()
    if not line:
        return LinePlaced(text, len(text), len(text))
    start, insert = _place_of(text, line)
    return LinePlaced(text[:start] + insert + text[start:], start, start + len(insert))


def _place_of(text: str, line: str) -> tuple[int, str]:
    """Where the personal line goes, and what is put there."""
    start = len(text) - len(text.lstrip("\n \t"))
    greeted = end_of_greeting(text)
    for begins, ends in _paragraphs(text, start):
        if not text[max(begins, greeted) : ends].strip():
            continue
        begins = max(begins, greeted)
        close = DraftText(text, Case()).close
        if begins < close < ends:
            # The text is one block with its closing words: the line comes before them.
            return (close, f"{line} ") if text[close - 1] == " " else (close, f"\n{line}\n\n")
        return ends, f"\n\n{line}"
    end = len(text.rstrip())
    return end, f"\n\n{line}" if end else line


def _paragraphs(text: str, start: int) -> Iterator[tuple[int, int]]:
    while start < len(text):
        blank = _BLANK_LINE.search(text, start)
        end = len(text.rstrip()) if blank is None else blank.start()
        if end > start:
            yield start, end
        if blank is None:
            return
        start = blank.end() + 1
