"""One text for several people: the greeting by name, and a line that is for one of them only. Pure."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from store.languages import ENGLISH
from store.people.letters import fold
from store.people.name_parts import parse_name
from store.people.names import AnyName, called, chosen, full_name, the_others
from templates.proof.draft import DraftText
from templates.proof.findings import Case
from templates.vocabulary import placeholder

_GREETING = re.compile(
    rf"(?P<lead>[ \t]*(?:{'|'.join(ENGLISH.greetings)})[ \t,]+)"
    r"(?P<who>[^\n,!:;–—]{1,120}?)(?P<tail>[ \t]*(?:[,!:;–—]|$))",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|&|\band\b)\s*", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)")
AddressForm = Literal["first", "full", "formal"]


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


def addressed(body: str, *, names: Sequence[AnyName], to: AnyName, line: str = "") -> str:
    """The text as `to` reads it.

    `names` are all it may go to. A greeting that names one of them (by first name, by full
    name, or by title and surname) greets `to` in the same form; any other greeting stays. A phrase that names
    the rest of the panel (`Marta and Joan`) names the rest as seen from `to`. `line` becomes a paragraph of
    its own after the first.
    """
    return address(body, names=names, to=to, line=line).text


def address(body: str, *, names: Sequence[AnyName], to: AnyName, line: str = "") -> Addressed:
    """Like `addressed`, and says where the personal line went."""
    greeted = _greeted(body, names, to)
    line = line.strip()
    if not line:
        return Addressed(greeted, len(greeted), len(greeted))
    start, insert = _place_of(greeted, line)
    return Addressed(greeted[:start] + insert + greeted[start:], start, start + len(insert))


def shared(shown: str, *, body: str, names: Sequence[AnyName], to: AnyName) -> str:
    """The text for everyone after `to`'s was edited into `shown`; `body` was everyone's before.

    Where the greeting is as it was shown, everyone's keeps its own: `Dear Mr Aydın` is not lost by writing in
    a text that says `Dear Marta Lindqvist`.
    """
    before, after = _who(body), _who(shown)
    if before is None or after is None:
        return shown
    name = body[before[0] : before[1]]
    writer = _written_for(body, before, names)
    rest = shown[after[1] :]
    if writer is not None:
        rest = _with_others(rest, the_others(names, to), the_others(names, writer))
    kept = shown[: after[0]] + name + rest
    return kept if _greeted(kept, names, to) == shown else shown


def _greeted(body: str, names: Sequence[AnyName], to: AnyName) -> str:
    """The body with the greeting in the form for `to`, and with the others named as `to` knows them."""
    span = _who(body)
    if span is None or not _is_named(to) or _names_several(body, span[0], names):
        return body
    start, end = span
    writer = _written_for(body, span, names, to)
    form = None if writer is None else _form(body[start:end], writer)
    if writer is None or writer == to or form is None:
        return body
    rest = _with_others(body[end:], the_others(names, writer), the_others(names, to))
    kept = _form(body[start:end], to) is not None
    return body[:start] + (body[start:end] if kept else _written(to, form)) + rest


def _written_for(
    body: str, span: tuple[int, int], names: Sequence[AnyName], to: AnyName | None = None
) -> AnyName | None:
    """Whom the body as it stands was written for: one whom it greets, and whose others it names.

    Two of one first name are greeted alike; where the text does not tell, `to` is meant, else the first.
    """
    greeted = [name for name in names if _form(body[span[0] : span[1]], name)]
    if to and _form(body[span[0] : span[1]], to):
        greeted = [to, *(name for name in greeted if name != to)]
    if len(greeted) < 2:
        return next(iter(greeted), None)
    others = (the_others(names, name) for name in greeted)
    telling = (name for name, phrase in zip(greeted, others, strict=True) if phrase and phrase in body)
    return next(telling, greeted[0])


def _with_others(text: str, before: str, after: str) -> str:
    """The text with one such phrase for another; a single name, which may mean anything, only after "you"."""
    if not before or not after:
        return text
    if " and " in before:
        return text.replace(before, after)
    pattern = rf"(\byou(?:,|,? and) ){re.escape(before)}(?![\w'’])"
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


def _is_named(who: AnyName) -> bool:
    return bool((who if isinstance(who, str) else who.name).strip())


def _form(greeting: str, who: AnyName) -> AddressForm | None:
    """How a greeting names a person, if it does."""
    said, person = parse_name(greeting), parse_name(full_name(who))
    if not said.words:
        return None
    if fold(greeting.strip()) == fold(called(who)):
        return "formal" if said.honorific else "first"
    if not person.words:
        return None
    folded = fold(said.full)
    if said.honorific:
        known = {fold(person.surname), fold(person.full), fold(person.words[0])}
        return "formal" if folded in known else None
    if folded == fold(person.full):
        return "full" if len(person.words) > 1 else "first"
    return "first" if folded == fold(person.words[0]) else None


def _written(who: AnyName, form: AddressForm) -> str:
    """How a greeting of that form names a person; the gap of the templates where there is no name."""
    if not called(who):
        return placeholder("interviewer")
    person = parse_name(full_name(who))
    if form == "first" or chosen(who) or (form == "formal" and person.honorific):
        return called(who)
    # Whether it is Ms or Mr is not known, and must not be guessed.
    return person.full


def _names_several(body: str, start: int, names: Sequence[AnyName]) -> bool:
    """`Dear Marta, Deniz and Joan,` is for all of them together."""
    line = body[start:].split("\n", 1)[0]
    named = 0
    for part in _AND.split(line.rstrip(" ,:!")):
        if not any(_form(part, name) for name in names):
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
