"""A text made ready for the checks: its words, its sentences, its greeting, its signature, its gaps."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from store.people.letters import fold
from templates.length import word_count
from templates.proof import frame
from templates.proof.findings import Case
from templates.proof.language import guess, reads_as
from templates.proof.phrases import LONGEST, Phrase, compiled
from templates.proof.roster import Roster, roster
from templates.proof.sentences import sentences
from templates.proof.speller import Speller
from templates.proof.words import WORD, is_capital, wordset

# One character for one, so that offsets stay true.
_TYPOGRAPHY = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " "}
)
_TOP_LEVEL = "com|org|net|io|de|uk|eu|ai|co|dev|app|example|gov|edu|info|fr|nl|ch|at|us|ca|es|it|ie|me"
_DOMAIN = re.compile(rf"[\w-]+(?:\.[\w-]+){{0,4}}\.(?:{_TOP_LEVEL})(?:/\S*)?[.,;:!?)]*$", re.IGNORECASE)
_GAP = re.compile(r"\{\{[^{}]{0,400}\}\}")
GAP_MARK = "\ufffc"
"""What stands for each character of a gap."""
_SENTENCE = re.compile(r"[.!?:;…“\"(—–•*>|]|\n[ \t]*\n|\n[ \t]*[-\d]")
QUOTING = wordset("fr es de it pt ru uk be el no nb nn da fa ar hy ca gl eu tr")
"""Languages in which « » may be quotation marks."""


class Word(NamedTuple):
    """A word of the text: where it stands, as written, and folded for comparing."""

    start: int
    end: int
    text: str
    fold: str

    @property
    def capital(self) -> bool:
        return is_capital(self.text)


class DraftText:
    """One text and what is known of its case. Everything is worked out once, when first asked for."""

    def __init__(
        self, text: str, case: Case, speller: Speller | None = None, subject: str | None = None
    ) -> None:
        """`subject`: the message's, None where it has none or it is not known."""
        self.text = text
        self.case = case
        self.speller = speller
        self.subject = subject
        self.plain = text.translate(_TYPOGRAPHY)
        """The text with plain apostrophes and spaces, character for character."""

    @cached_property
    def prose(self) -> str:
        """The plain text with its open gaps blanked out: what is asked for in them is not said."""
        if "{{" not in self.plain:
            return self.plain
        return _GAP.sub(lambda found: GAP_MARK * len(found[0]), self.plain)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words outside of gaps."""
        text = self.text if "{{" not in self.text else _GAP.sub(lambda m: GAP_MARK * len(m[0]), self.text)
        return tuple(Word(m.start(), m.end(), m[0], fold(m[0])) for m in WORD.finditer(text))

    @cached_property
    def folds(self) -> frozenset[str]:
        return frozenset(word.fold for word in self.words)

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def words_in(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that begin between two offsets."""
        return self.words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def index_at(self, place: int) -> int:
        """Which word is the first to begin at an offset or after it."""
        return bisect_left(self._starts, place)

    @cached_property
    def names(self) -> Roster:
        """The names of this card and of the others."""
        return roster(self.case)

    @cached_property
    def links(self) -> tuple[tuple[int, int], ...]:
        """Where addresses of mail and web stand: nothing in them is prose."""
        return tuple(
            m.span()
            for m in re.finditer(r"\S+", self.text)
            if "@" in m[0]
            or "://" in m[0]
            or m[0][:4].lower() == "www."
            or ("." in m[0] and _DOMAIN.match(m[0][:200]))
        )

    @cached_property
    def _links_start(self) -> list[int]:
        return [start for start, _ in self.links]

    def in_link(self, place: int) -> bool:
        """Whether a character is part of an address."""
        at = bisect_right(self._links_start, place) - 1
        return at >= 0 and place < self.links[at][1]

    @cached_property
    def count(self) -> int:
        """How many words a reader would count."""
        return word_count(self.text)

    @cached_property
    def language_read(self) -> str | None:
        """The language the text is in by its words, None where they do not tell."""
        return guess(self._said)

    @cached_property
    def language(self) -> str:
        """The language of the message; "" where the text is plainly not in it, and no words of it apply."""
        code = self.case.language
        return code if reads_as(self._said, code, self.language_read) else ""

    @cached_property
    def _said(self) -> tuple[str, ...]:
        return tuple(word.fold for word in self.words)

    @cached_property
    def quotes_in_guillemets(self) -> bool:
        """Whether « » may hold a quotation here."""
        return self.case.language in QUOTING or self.language_read in QUOTING

    @cached_property
    def greeting(self) -> tuple[int, int]:
        """Where the greeting stands, up to its comma; an empty span where there is none."""
        return frame.greeting_of(self.plain, 15 if self.case.channel == "letter" else 2)

    @cached_property
    def ending(self) -> frame.TextEnd:
        """The closing words and the signature."""
        mine = frozenset(word.lower() for word in re.findall(r"\w+", self.case.me))
        return frame.ending_of(self.plain, self.greeting[1], mine)

    @property
    def close(self) -> int:
        """Where the closing words begin ("Kind regards,"); the text's length where there are none."""
        return len(self.text) if self.ending.close is None else self.ending.close

    def in_signature(self, place: int) -> bool:
        """Whether a character is part of the closing words or of what is signed below them."""
        return self.ending.start <= place < self.ending.end

    @cached_property
    def body(self) -> tuple[tuple[int, int], ...]:
        """Where the text itself stands: between greeting and signature, and in a postscript."""
        ending = self.ending
        spans = ((self.greeting[1], ending.start), (ending.end, len(self.text)))
        return tuple((start, end) for start, end in spans if start < end)

    @cached_property
    def body_words(self) -> tuple[Word, ...]:
        """The words of the text itself."""
        return tuple(word for span in self.body for word in self.words_in(*span))

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The sentences of the text itself."""
        return tuple(sentence for span in self.body for sentence in sentences(self.prose, *span))

    def in_greeting(self, word: Word) -> bool:
        return self.greeting[0] <= word.start < self.greeting[1]

    def opens_sentence(self, index: int) -> bool:
        """Whether the word may owe its capital to its place alone."""
        if index == 0:
            return True
        before = self.words[index - 1]
        between = self.text[before.end : self.words[index].start]
        if _SENTENCE.search(between) or (
            self.in_greeting(before) and not self.in_greeting(self.words[index])
        ):
            return True
        if "\n" not in between:
            return False
        line_start = self.text.rfind("\n", 0, before.end) + 1
        return before.end - line_start < 40

    def spotted(self, phrases: tuple[Phrase, ...]) -> Iterator[tuple[re.Match[str], Phrase]]:
        """Every place where one of the phrases stands, outside of gaps and of mail and web addresses."""
        for each in phrases:
            for start, end in self._around(each.anchors):
                for found in compiled(each.pattern).finditer(self.prose, start, end):
                    if not self.in_link(found.start()):
                        yield found, each

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for word in self.words:
            places.setdefault(word.fold, []).append(word.start)
        return places

    def _around(self, anchors: frozenset[str]) -> Iterator[tuple[int, int]]:
        """The stretches, apart from each other, in which a phrase with one of these words may stand."""
        if not anchors:
            yield 0, len(self.prose)
            return
        places = sorted(place for anchor in anchors for place in self._places.get(anchor, ()))
        begun = last = None
        for place in places:
            if last is not None and begun is not None and place - last > 2 * LONGEST:
                yield max(0, begun - LONGEST), last + LONGEST
                begun = place
            begun, last = place if begun is None else begun, place
        if begun is not None and last is not None:
            yield max(0, begun - LONGEST), last + LONGEST
