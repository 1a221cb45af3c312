"""People as they are pasted, read: one or several, on one line or many. Pure.

`Ada Okafor <ada@globex.example> +49 30 5550123 (whatsapp), CTO`; a To line; a signature; a list; a vCard. What
is not understood is left over, and never part of a name or a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, cast

from store.interview import Ask, Person
from store.people.beside_names import (
    Kind,
    is_only_a_first_name,
    is_some_company,
    kind_of,
    may_be_a_title,
    surely_a_name,
)
from store.people.notation import PersonLine, person_line
from store.people.parts import Part, parts_of
from store.people.pasted_names import Named, led_by_title, named, opens_with_and, several_first_names
from store.people.person_draft import (
    LeftOver,
    PersonDraft,
    Taken,
    is_own_company,
    name_or_title,
    not_theirs,
    unknown,
)
from store.people.written_name import has_own_comma
from store.text import MAX_TEXT, clean


class PeopleRead(NamedTuple):
    """What a text says of people. Where something is `left`, the rest is as far as it is understood."""

    people: tuple[PersonLine, ...] = ()
    contacts: tuple[PersonLine, ...] = ()
    """Whoever is nobody in particular: an office, a machine."""
    said: tuple[str, ...] = ()
    """Sentences about what was understood and not kept."""
    left: tuple[LeftOver, ...] = ()

    @property
    def everyone(self) -> tuple[PersonLine, ...]:
        """People and contacts, where all of them are to be contacts."""
        return (*self.people, *self.contacts)


def read_people(
    text: str,
    *,
    company: str = "",
    companies: Iterable[str] = (),
    country: str | None = None,
    known: Iterable[Person] = (),
) -> PeopleRead:
    """Everyone a text names, with what it says of them.

    `company` is the card's own, `companies` others that are known; their names are no part of anybody's.
    `country` (two letters, ISO 3166) is where numbers without a + are at home. A line that is exactly that of
    somebody `known` is read as they are, whatever they look like.
    """
    if len(text) > MAX_TEXT:
        why = f"That is {len(text):,} characters, and {MAX_TEXT:,} is the most."
        return PeopleRead(left=(LeftOver(text[:80], why),))
    houses = [one for one in (company, *companies) if one.strip()]
    as_they_are = {person_line(one): one for one in known}
    read, pasted = PeopleRead(), list[str]()
    names = frozenset(one.name for one in as_they_are.values())
    for line in clean(text, lines=True).split("\n"):
        one = as_they_are.get(line.strip())
        if one is None:
            pasted.append(line)
            continue
        read = _both(read, _pasted(pasted, houses, names, country))
        read, pasted = _both(read, PeopleRead((as_line(one),))), []
    read = _both(read, _pasted(pasted, houses, names, country))
    if text.strip() and not (read.everyone or read.left):
        return read._replace(left=(LeftOver(text.strip()[:80], f"“{text.strip()[:80]}” names nobody."),))
    return read


def as_line(person: Person) -> PersonLine:
    """What the line of somebody known says of them."""
    return PersonLine(
        person.name, person.email, person.phone, person.whatsapp, person.title, person_line(person),
        person.called, person.ask,
    )  # fmt: skip


def _both(one: PeopleRead, other: PeopleRead) -> PeopleRead:
    return PeopleRead(*(first + second for first, second in zip(one, other, strict=True)))


def _pasted(
    lines: Sequence[str], companies: Sequence[str], names: frozenset[str], country: str | None
) -> PeopleRead:
    text = "\n".join(lines)
    if not text.strip():
        return PeopleRead()
    if "begin:vcard" in text.lower():
        # Imported on use: few paste one.
        from store.people.vcards import read_vcards

        return read_vcards(text, company="", companies=companies, country=country)
    drafts = PeopleReader(companies, names).drafts(parts_of(text))
    of_line = {draft.line for draft in drafts if [one.line for one in drafts].count(draft.line) == 1}
    return gathered(
        draft.taken(companies, country, _written(lines, draft, drafts) if draft.line in of_line else "")
        for draft in drafts
    )


def _written(lines: Sequence[str], draft: PersonDraft, drafts: Sequence[PersonDraft]) -> str:
    """The line of a draft that has one to itself."""
    behind = min((one.line for one in drafts if one.line > draft.line), default=len(lines))
    return "" if any(map(str.strip, lines[draft.line + 1 : behind])) else lines[draft.line].strip()


def gathered(taken: Iterable[Taken]) -> PeopleRead:
    """All of them in one."""
    found = list(taken)
    return PeopleRead(
        tuple(one.person for one in found if one.person is not None),
        tuple(one.contact for one in found if one.contact is not None),
        tuple(said for one in found for said in one.said),
        tuple(left for one in found for left in one.left),
    )


class PeopleReader:
    """Makes drafts of people of the pieces of a text, one after the other."""

    def __init__(self, companies: Sequence[str], names: frozenset[str]) -> None:
        """`names` are those of somebody known, whatever they look like."""
        self.companies = companies
        self.names = names
        self._drafts: list[PersonDraft] = []
        self._details: frozenset[int] = frozenset()
        """Lines with nothing but an address, a number, a company: as in a signature."""

    def drafts(self, parts: Sequence[Part]) -> list[PersonDraft]:
        """Everyone in these pieces."""
        parts = several_first_names(parts)
        wordy = {
            one.line for one in parts
            if one.kind in ("quoted", "name")
            or (one.kind == "words" and self._kind(one.text) in ("name", "maybe a name", "unknown", "office"))
        }  # fmt: skip
        self._details = frozenset(one.line for one in parts) - wordy
        for place, part in enumerate(parts):
            behind = parts[place + 1] if place + 1 < len(parts) else None
            near = behind is not None and behind.separator in ("", "|")
            self._take(part, behind if near else None)
        return self._drafts

    def _kind(self, text: str) -> Kind:
        if text in self.names:
            return "name"
        emails = self._drafts[-1].emails if self._drafts else []
        return "company" if is_own_company(text, emails, self.companies) else kind_of(text, self.companies)

    def _take(self, part: Part, behind: Part | None) -> None:
        match part.kind:
            case "words":
                self._words(part, behind)
            case "quoted" | "name":
                self._quoted(part, behind)
            case "bracket":
                self._bracket(part)
            case "mail":
                self._mail(part)
            case "number" if part.number is not None:
                self._current(part).add_number(part.number)
            case _:
                self._mark(part)
        if self._drafts and part.kind not in ("words", "bracket"):
            self._drafts[-1].continues = False

    def _current(self, part: Part) -> PersonDraft:
        if not self._drafts or (part.separator == ";" and part.kind == "bracket"):
            self._drafts.append(PersonDraft(part.line))
        return self._drafts[-1]

    def _mark(self, part: Part) -> None:
        draft = self._current(part)
        if part.kind == "title":
            draft.exact_title = ", ".join(filter(None, (draft.exact_title, part.text)))
        elif part.kind == "note":
            draft.notes.append(part.text)
        elif part.kind == "called":
            draft.called = part.text
        elif part.kind == "ask":
            draft.ask = cast("Ask", part.text)
        elif part.kind == "whatsapp":
            draft.whatsapp = True
        elif part.kind == "company" and not is_own_company(part.text, draft.emails, self.companies):
            draft.left.append(unknown(part.text))
        else:
            draft.dropped.append(part.text)

    def _quoted(self, part: Part, behind: Part | None) -> None:
        draft = self._drafts[-1] if self._drafts else None
        if draft is None or draft.name or part.separator in (";", "\n"):
            draft = PersonDraft(part.line)
            self._drafts.append(draft)
        if part.kind == "name":
            draft.name, draft.exact = part.text, True
        else:
            draft.name = part.text

    def _mail(self, part: Part) -> None:
        draft = self._drafts[-1] if self._drafts else None
        if draft is None:
            draft = PersonDraft(part.line)
            self._drafts.append(draft)
        elif part.separator in (",", ";", "\n") and part.text.casefold() not in map(str.casefold, draft.emails):
            fits = _may_be_theirs(part.text, draft.name)
            if (draft.emails and not (fits and draft.name)) or (part.separator == ";" and not fits):
                draft = PersonDraft(part.line)
                self._drafts.append(draft)
            elif draft.name and not fits:
                draft.left.append(not_theirs(part.text))
                return
        draft.add_mail(part.text)

    def _bracket(self, part: Part) -> None:
        draft = self._current(part)
        pieces = [piece.strip() for piece in re.split(r"[,;|]", part.text) if piece.strip()]
        kinds = [self._kind(piece) for piece in pieces]
        known = [kind in ("company", "dropped", "title", "office") and not is_some_company(piece)
                 for kind, piece in zip(kinds, pieces, strict=True)]  # fmt: skip
        if not known[:1] or not known[0]:
            if draft.name and draft.continues and not draft.exact and len(pieces) == 1:
                # Whether it is how they are called is told from the whole name.
                draft.name += f" ({part.text})"
                return
            draft.left.append(unknown(part.text))
            pieces = []
        for piece, kind in zip(pieces, kinds, strict=False):
            if kind in ("company", "dropped"):
                draft.dropped.append(piece)
            elif kind in ("title", "office") or may_be_a_title(piece):
                draft.titles.append(piece)
            else:
                draft.left.append(unknown(piece))
        draft.continues = False

    def _words(self, part: Part, behind: Part | None) -> None:
        text, joined = opens_with_and(part.text)
        draft = self._drafts[-1] if self._drafts else None
        if not text:
            return
        kind = self._kind(text)
        if draft is None or part.separator == ";":
            self._begin(text, part, behind)
        elif joined and kind in ("name", "maybe a name"):
            self._begin(text, part, behind)
        elif not draft.name and part.separator != "\n" and kind in ("name", "maybe a name", "office", "unknown"):
            self._name(draft, named(text, self.companies))
        elif part.separator == "" and draft.continues and kind in ("name", "maybe a name"):
            draft.name += f" {text}"
        elif part.separator == "\n":
            self._line(draft, text, kind, part, behind)
        else:
            self._beside(draft, text, kind, part, behind)

    def _begin(self, text: str, part: Part, behind: Part | None) -> None:
        """Somebody new, or several joined by *and*; what is no name stands before one."""
        kind = self._kind(text)
        above = self._drafts[-1] if self._drafts else None
        if text in self.names or (text.islower() and _fits(text, behind)):
            self._drafts.append(PersonDraft(part.line, text, continues=True))
            return
        if above is not None and above.bare and " " not in above.name and text.startswith(f"{above.name} "):
            # The first name under a letter, and then the signature.
            self._drafts.pop()
            kind = "name"
        if kind == "title" and led_by_title(text)[0]:
            kind = "name"
        if kind in ("company", "dropped", "place", "title"):
            draft = PersonDraft(part.line)
            (draft.titles if kind == "title" else draft.dropped).append(text)
            self._drafts.append(draft)
            return
        for one in named(text, self.companies):
            self._drafts.append(PersonDraft(part.line))
            self._name(self._drafts[-1], [one])

    def _name(self, draft: PersonDraft, found: Sequence[Named]) -> None:
        for place, one in enumerate(found):
            if place:
                draft = PersonDraft(draft.line)
                self._drafts.append(draft)
            draft.name, draft.continues = one.name, not (one.title or one.left)
            draft.titles += [one.title] if one.title else []
            draft.dropped += one.dropped
            draft.left += map(unknown, one.left)

    def _line(self, draft: PersonDraft, text: str, kind: Kind, part: Part, behind: Part | None) -> None:
        """A line of its own: somebody new, or more of whoever stands above."""
        detailed = behind is not None and behind.kind in ("mail", "number")
        if kind in ("company", "dropped", "place"):
            draft.dropped.append(text)
        elif kind == "title":
            draft.titles.append(text)
        elif not draft.name and not draft.titles and not draft.emails:
            self._name(draft, named(text, self.companies))
        elif (
            kind == "name"
            or surely_a_name(" ".join(text.split()[:2]))
            or (kind != "unknown" and not self._details)
            or (kind != "unknown" and detailed)
        ):
            self._begin(text, part, behind)
        else:
            draft.left.append(unknown(text))

    def _beside(self, draft: PersonDraft, text: str, kind: Kind, part: Part, behind: Part | None) -> None:
        """What stands behind a name on its line: more of it, a title, or somebody else."""
        addressed = behind is not None and behind.kind == "mail"
        own = draft.bare and draft.continues and part.separator == "," and self._own_comma(draft.name, text, addressed)
        if kind in ("company", "dropped") or (kind == "place" and part.line > draft.line):
            draft.dropped.append(text)
        elif own:
            draft.name += f", {text}"
        elif kind == "title":
            draft.titles.append(text)
        elif kind == "name" and (part.separator or addressed):
            self._begin(text, part, behind)
        elif addressed and kind == "maybe a name" and (draft.emails or " " in draft.name):
            self._begin(text, part, behind)
        elif part.separator and kind != "place" and may_be_a_title(text):
            draft.titles.append(text)
        elif part.separator and kind == "maybe a name":
            draft.left.append(name_or_title(text))
        else:
            draft.left.append(unknown(text))
        draft.continues = own

    def _own_comma(self, one: str, two: str, addressed: bool) -> bool:
        if surely_a_name(one) and surely_a_name(two):
            return False
        single = " " not in one and " " not in two and addressed and not is_only_a_first_name(one)
        return has_own_comma(one, two) or single


def _fits(name: str, behind: Part | None) -> bool:
    return behind is not None and behind.kind == "mail" and _may_be_theirs(behind.text, name)


def _may_be_theirs(address: str, name: str) -> bool:
    """Whether an address on a line of its own goes with the name above."""
    from store.people.letters import fold

    local = re.sub(r"[^a-z]", "", fold(address.partition("@")[0]))
    words = [re.sub(r"[^a-z]", "", fold(word)) for word in name.split()]
    return any(word in local for word in words if len(word) > 2) or local[:1] in {word[:1] for word in words}
