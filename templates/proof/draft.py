"""A text made ready for the checks: its words, its greeting, its signature, the sentence a word stands in."""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from store.languages import LANGUAGES
from store.people.letters import fold
from templates.length import word_count
from templates.proof.findings import Case
from templates.proof.roster import Roster, roster
from templates.proof.speller import Speller
from templates.proof.words import WORD, is_capital, read_list, wordset

# One character for one, so that offsets stay true.
_TYPOGRAPHY = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " "}
)
_TOP_LEVEL = "com|org|net|io|de|uk|eu|ai|co|dev|app|example|gov|edu|info|fr|nl|ch|at|us|ca"
_DOMAIN = re.compile(rf"[\w-]+(?:\.[\w-]+){{0,4}}\.(?:{_TOP_LEVEL})(?:/\S*)?[.,;:!?)]*$", re.IGNORECASE)
_GREETINGS = "|".join(word for one in LANGUAGES.values() for word in one.greetings)
_GREETING = re.compile(
    rf"[ \n>*_]{{0,9}}(?:{_GREETINGS}|hiya|morning|evening|greetings|to whom it may concern|salutations|"
    r"ladies and gentlemen|sehr geehrtes|moin|servus|estimad[oa]s|querid[oa]s|ciao|gentile|buongiorno|"
    r"merhaba|sayın|selam(?:lar)?|beste|geachte|hej|kære|oi|ol[áa]|prezad[oa])\b",
    re.IGNORECASE,
)
_GREETING_ENDS = re.compile(r"[,:!;]|(?<!\b[DM]r)(?<!\bMrs)(?<!\bMs)(?<!\bProf)\.(?!\S)|[ ][–—-][ ]")
_CLOSES = "|".join(words for one in LANGUAGES.values() for words in one.closes)
_CLOSE = re.compile(
    r"(?:^|[\n.!?–—])[ \n]{0,9}((?:(?:with|my|many|very|all|again|once again)[ ,]{1,2}){0,3}"
    r"(?:(?:kind|kindest|best|warm|warmest|good|sincere|friendly|heartfelt|cordial)(?: (?:personal )?"
    r"(?:regards|wishes|greetings|thanks))?|regards|best|thanks(?: again)?|"
    r"thank you(?: again| once more)?(?: for (?:your|the) (?:time|consideration|interview|"
    r"conversation))?|"
    r"the best|sincerely(?: yours)?|gratefully|respectfully(?: yours)?|cordially|warmly|"
    r"cheers|yours(?: \w{1,12})?|appreciatively|"
    r"gratitude|appreciation|take care|speak soon|talk soon|until (?:then|soon)|see you|"
    rf"{_CLOSES}|mit freundlichen \w{{1,12}}|(?:liebe|beste) grüße|saludos|saygılarımla|"
    r"sevgiler|met vriendelijke groet|cordiali saluti|atenciosamente)"
    r"(?: (?:from \w{1,20}|in advance|and (?:best|kind|warm) (?:wishes|regards)))?)[ ]{0,3}(?:[,.!–—-]|\n|$)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?:;…“\"(—–•*>|]|\n[ \t]*\n|\n[ \t]*[-\d]")
_ENGLISH = wordset(
    """
    the a an and or of to in for with you your i me my we our is was be it that this on at as have had would
    """
)


class Phrase(NamedTuple):
    """`anchors`: folded words without one of which the pattern cannot be found; empty: always look."""

    anchors: frozenset[str]
    pattern: str
    why: str


def phrase(anchors: str, pattern: str, why: str = "") -> Phrase:
    """A pattern in which a blank stands for up to four white-space characters."""
    return Phrase(frozenset(anchors.split()), pattern, why)


def phrase_list(name: str) -> tuple[Phrase, ...]:
    """The phrases of one of the lists: `anchors: pattern` on a line, longer ones going on two blanks in.

    A line after `# ` is the reason of all below it.
    """
    phrases: list[Phrase] = []
    why = ""
    for line in read_list(name).replace("\n  ", "").splitlines():
        if line.startswith("# "):
            why = line[2:]
        elif line:
            anchors, _, pattern = line.partition(": ")
            phrases.append(phrase(anchors, pattern, why))
    return tuple(phrases)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Made when an anchor first turns up: most of the phrases are never met."""
    spaced = pattern.replace(" ?", r"\s{0,4}").replace(" ", r"\s{1,4}")
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)", re.IGNORECASE)


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

    def __init__(self, text: str, case: Case, speller: Speller | None = None) -> None:
        self.text = text
        self.case = case
        self.speller = speller
        self.plain = text.translate(_TYPOGRAPHY)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return tuple(Word(m.start(), m.end(), m[0], fold(m[0])) for m in WORD.finditer(self.text))

    @cached_property
    def folds(self) -> frozenset[str]:
        return frozenset(word.fold for word in self.words)

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

    def in_link(self, place: int) -> bool:
        return any(start <= place < end for start, end in self.links)

    @cached_property
    def count(self) -> int:
        """How many words a reader would count."""
        return word_count(self.text)

    @cached_property
    def english(self) -> bool:
        """Whether the text is likely in English; what is too short to tell counts as English."""
        return len(self.words) < 15 or sum(w.fold in _ENGLISH for w in self.words) > 0.14 * len(self.words)

    @cached_property
    def greeting(self) -> tuple[int, int]:
        """Where the greeting stands, up to its comma; an empty span where there is none."""
        for start, end in self._lines(limit=15 if self.case.channel == "letter" else 2):
            line = self.plain[start:end]
            if not _GREETING.match(line):
                continue
            if line.rstrip()[-1:] in ",:!-–—" or len(line.split()) <= 6:
                return start, end
            stop = _GREETING_ENDS.search(line[:120])
            return start, start + (stop.start() if stop else min(len(line), 40))
        return 0, 0

    @cached_property
    def close(self) -> int:
        """Where the closing words begin ("Kind regards,"); the text's length where there are none."""
        tail = max(self.greeting[1], len(self.plain.rstrip()) - 220)
        found = [m.start(1) for m in _CLOSE.finditer(self.plain, tail)]
        return found[0] if found else len(self.text)

    def _lines(self, limit: int) -> Iterator[tuple[int, int]]:
        place = 0
        for line in self.text.splitlines(keepends=True):
            if line.strip():
                yield place, place + len(line.rstrip("\r\n"))
                limit -= 1
            place += len(line)
            if limit == 0:
                return

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
        """Every place where one of the phrases stands, outside of mail and web addresses."""
        for each in phrases:
            if not each.anchors or not each.anchors.isdisjoint(self.folds):
                for found in _compiled(each.pattern).finditer(self.plain):
                    if not self.in_link(found.start()):
                        yield found, each
