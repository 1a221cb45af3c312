"""One text for several people: the greeting by name, and a line that is for one of them only. Pure."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from templates.proof.draft import DraftText
from templates.proof.findings import Case
from templates.proof.words import HONORIFICS, PARTICLES, fold

_GREETING = re.compile(
    r"(?P<lead>[ \t]*(?:dear|hello|hi|hey|good[ ](?:morning|afternoon|evening|day))[ \t,]+)"
    r"(?P<who>[^\n,!:;–—]{1,120}?)(?P<tail>[ \t]*(?:[,!:;–—]|$))",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|&|\band\b)\s*", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)")
Form = Literal["first", "full", "formal"]


class Addressed(NamedTuple):
    """The text for one person, and where in it their own line stands (blank lines included)."""

    text: str
    line_start: int
    line_end: int

    def place(self, offset: int) -> int | None:
        """An offset of `text` as one of the text without the line; None for one inside the line."""
        if offset < self.line_start:
            return offset
        return None if offset < self.line_end else offset - (self.line_end - self.line_start)


class _Name(NamedTuple):
    honorific: str
    words: tuple[str, ...]

    @property
    def surname(self) -> str:
        """The last word and the particles before it: `van der Berg`."""
        first = len(self.words) - 1
        while first > 1 and fold(self.words[first - 1]) in PARTICLES:
            first -= 1
        return " ".join(self.words[first:])

    @property
    def full(self) -> str:
        return " ".join(self.words)

    @property
    def short(self) -> str:
        """The first name, or title and last name: as the greeting of a template has it."""
        return f"{self.honorific} {self.words[-1]}" if self.honorific else self.words[0]


def addressed(body: str, *, names: Sequence[str], to: str, line: str = "") -> str:
    """The text as `to` reads it.

    `names` are the full names of all it may go to. A greeting that names one of them (by first name, by full
    name, or by title and surname) greets `to` in the same form; any other greeting stays. A phrase that names
    the rest of the panel (`Marta and Joan`) names the rest as seen from `to`. `line` becomes a paragraph of
    its own after the first.
    """
    return address(body, names=names, to=to, line=line).text


def address(body: str, *, names: Sequence[str], to: str, line: str = "") -> Addressed:
    """Like `addressed`, and says where the personal line went."""
    greeted = _greeted(body, names, to)
    line = line.strip()
    if not line:
        return Addressed(greeted, len(greeted), len(greeted))
    start, insert = _place_of(greeted, line)
    return Addressed(greeted[:start] + insert + greeted[start:], start, start + len(insert))


def shared(shown: str, *, body: str, names: Sequence[str], to: str) -> str:
    """The text for everyone after `to`'s was edited into `shown`; `body` was everyone's before.

    Where the greeting is as it was shown, everyone's keeps its own: `Dear Mr Aydın` is not lost by writing in
    a text that says `Dear Marta Lindqvist`.
    """
    before, after = _who(body), _who(shown)
    if before is None or after is None:
        return shown
    name = body[before[0] : before[1]]
    writer = next((one for one in map(_parsed, names) if _form(_parsed(name), one)), None)
    rest = shown[after[1] :]
    if writer is not None:
        people = [_parsed(one) for one in names]
        rest = _with_others(rest, _others(people, _parsed(to)), _others(people, writer))
    kept = shown[: after[0]] + name + rest
    return kept if _greeted(kept, names, to) == shown else shown


def _greeted(body: str, names: Sequence[str], to: str) -> str:
    """The body with the greeting in the form for `to`, and with the others named as `to` knows them."""
    span = _who(body)
    people = [_parsed(name) for name in names]
    wanted = _parsed(to)
    if span is None or not wanted.words:
        return body
    start, end = span
    greeting = _parsed(body[start:end])
    if _form(greeting, wanted) or _names_several(body, start, people):
        return body
    for one in people:
        if form := _form(greeting, one):
            rest = _with_others(body[end:], _others(people, one), _others(people, wanted))
            return body[:start] + _written(wanted, form) + rest
    return body


def _others(people: Sequence[_Name], reader: _Name) -> str:
    """The rest of the panel in one phrase, as a template names them: `Marta and Joan`."""
    names = [one.short for one in people if one != reader and one.words]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _with_others(text: str, before: str, after: str) -> str:
    """The text with one such phrase for another; a single name, which may mean anything, only after "you"."""
    if not before or not after:
        return text
    if " and " in before:
        return text.replace(before, after)
    pattern = rf"(\byou(?:,|,? and) ){re.escape(before)}\b(?!['’])"
    return re.sub(pattern, lambda found: found[1] + after, text)


def _who(text: str) -> tuple[int, int] | None:
    """Where the name in the greeting stands: in the first line that is not blank."""
    start = len(text) - len(text.lstrip())
    start = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    found = _GREETING.match(text[start : len(text) if end < 0 else end])
    if found is None:
        return None
    return start + found.start("who"), start + found.end("who")


def _parsed(name: str) -> _Name:
    words = name.split()
    titles = 0
    while titles < len(words) - 1 and fold(words[titles].rstrip(".")) in HONORIFICS:
        titles += 1
    return _Name(" ".join(words[:titles]), tuple(words[titles:]))


def _form(greeting: _Name, person: _Name) -> Form | None:
    """How a greeting names a person, if it does."""
    said = fold(greeting.full)
    if not said or not person.words:
        return None
    if greeting.honorific:
        known = {fold(person.surname), fold(person.full), fold(person.words[0])}
        return "formal" if said in known else None
    if said == fold(person.full):
        return "full" if len(person.words) > 1 else "first"
    return "first" if said == fold(person.words[0]) else None


def _written(person: _Name, form: Form) -> str:
    if form == "first":
        return person.words[0]
    if form == "formal" and person.honorific:
        return f"{person.honorific} {person.surname}"
    # Whether it is Ms or Mr is not known, and must not be guessed.
    return person.full


def _names_several(body: str, start: int, people: Sequence[_Name]) -> bool:
    """`Dear Marta, Deniz and Joan,` is for all of them together."""
    line = body[start:].split("\n", 1)[0]
    named = 0
    for part in _AND.split(line.rstrip(" ,:!")):
        if not any(_form(_parsed(part), one) for one in people):
            break
        named += 1
    return named > 1


def _place_of(text: str, line: str) -> tuple[int, str]:
    """Where the personal line goes, and what is put there."""
    start = len(text) - len(text.lstrip("\n \t"))
    for begins, ends in _paragraphs(text, start):
        paragraph = text[begins:ends]
        if _only_greets(paragraph):
            continue
        begins += _greeting_line(paragraph)
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


def _only_greets(paragraph: str) -> bool:
    found = _GREETING.match(paragraph)
    return found is not None and not paragraph[found.end() :].strip()


def _greeting_line(paragraph: str) -> int:
    """How much of a paragraph its greeting takes where that has a line of its own."""
    first, _, rest = paragraph.partition("\n")
    return len(first) + 1 if rest and _only_greets(first) else 0
