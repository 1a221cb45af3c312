"""From the pieces of a text about people to a draft of each: which piece is whose, and what it is. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from store.people.beside_names import (
    Kind,
    address_fits,
    address_names,
    is_close,
    is_only_a_first_name,
    is_the_user,
    may_be_a_title,
    surely_a_name,
)
from store.people.first_names import is_first_name
from store.people.left_over import name_or_title, not_theirs, unknown
from store.people.listed_people import listed, turned, unmarked
from store.people.marks_beside import add_bracket, add_mark
from store.people.name_words import is_short_generation
from store.people.parts import Part
from store.people.pasted_names import (
    PastedName,
    are_several,
    has_surname_first,
    led_by_title,
    named,
    opens_with_and,
    several_first_names,
)
from store.people.person_draft import PersonDraft, kind_beside

_NAMES = ("name", "maybe a name")


class PeopleDrafts:
    """The drafts that are made of the pieces of one text, one after the other."""

    def __init__(self, companies: Sequence[str], names: frozenset[str]) -> None:
        """`names` are those of somebody known, whatever they look like."""
        self.companies = companies
        self.names = names
        self._drafts: list[PersonDraft] = []
        self._certain: frozenset[str] = frozenset()
        """Words that are names by where they stand."""
        self._details: frozenset[int] = frozenset()
        """Lines with nothing but an address, a number, a company: as in a signature."""
        self._places: frozenset[int] = frozenset()
        """Lines with a street or a town in them."""

    def of(self, parts: Sequence[Part]) -> list[PersonDraft]:
        """Everyone in these pieces."""
        parts, people, addressees = unmarked(parts)
        parts = several_first_names(turned(parts))
        self._certain = frozenset(parts[at].text for at in listed(parts, people, self._kind))
        wordy = {
            one.line for one in parts
            if one.kind in ("quoted", "name")
            or (one.kind == "words" and self._kind(one.text) in ("name", "maybe a name", "unknown", "office"))
        }  # fmt: skip
        self._details = frozenset(one.line for one in parts) - wordy
        self._places = frozenset(
            one.line for one in parts if one.kind == "words" and self._kind(one.text) == "place"
        )
        for place, part in enumerate(parts):
            behind = self._behind(parts, place)
            near = behind is not None and behind.separator in ("", "|")
            if part.kind == "words" and place and _opens_a_line(parts[place - 1]) and not part.separator:
                part = part._replace(separator="\n")
            self._take(part, behind if near else None)
            if part.line in addressees and self._drafts:
                self._drafts[-1].addressee = True
        return self._drafts

    def _kind(self, text: str) -> Kind:
        if text in self.names or text in self._certain:
            return "name"
        emails = self._drafts[-1].emails if self._drafts else []
        return kind_beside(text, emails, self.companies)

    def _behind(self, parts: Sequence[Part], place: int) -> Part | None:
        """The next piece; `(Globex)` between a name and its address parts nothing."""
        two = parts[place + 1 : place + 3]
        if len(two) == 2 and two[0].kind == "bracket" and not two[0].separator and _is_mail(two[1]):
            two = two[1:] if self._kind(two[0].text) in ("company", "dropped") else two
        return two[0] if two else None

    def _take(self, part: Part, behind: Part | None) -> None:
        match part.kind:
            case "words":
                self._words(part, behind)
            case "quoted" | "name":
                self._quoted(part, behind)
            case "bracket":
                add_bracket(self._current(part), part, self._kind)
            case "mail":
                self._mail(part)
            case "number" if part.number is not None:
                self._current(part).add_number(part.number)
            case _:
                add_mark(self._current(part), part, self.companies)
        if self._drafts and part.kind not in ("words", "bracket"):
            self._drafts[-1].continues = False

    def _current(self, part: Part) -> PersonDraft:
        if not self._drafts or (part.separator == ";" and part.kind == "bracket"):
            self._drafts.append(PersonDraft(part.line))
        return self._drafts[-1]

    def _quoted(self, part: Part, behind: Part | None) -> None:
        draft = self._drafts[-1] if self._drafts else None
        if draft is not None and draft.name and part.kind == "quoted" and self._kind(part.text) == "title":
            draft.titles.append(part.text)
            return
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
        elif part.separator in (",", ";", "\n") and part.text.casefold() not in map(
            str.casefold, draft.emails
        ):
            fits = address_fits(part.text, draft.name)
            if (draft.emails and not (fits and draft.name)) or (part.separator == ";" and not fits):
                draft = PersonDraft(part.line)
                self._drafts.append(draft)
            elif draft.name and not fits:
                draft.left.append(not_theirs(part.text))
                return
        draft.add_mail(part.text)

    def _words(self, part: Part, behind: Part | None) -> None:
        text, joined = opens_with_and(part.text)
        if behind is not None and behind.kind in ("mail", "number", "link"):
            text = text.removesuffix(":").rstrip()
        text = text.strip(" <>")
        draft = self._drafts[-1] if self._drafts else None
        if draft is not None and part.separator == "," and draft.bare and is_short_generation(text):
            # `Martin Reed, Jr.`
            draft.name += f", {text}"
            return
        if not any(map(str.isalnum, text)):
            if set(text) & set("?!") and draft is not None:
                draft.left.append(unknown(text))
            return
        kind = "name" if are_several(text) or led_by_title(text)[0] else self._kind(text)
        below = draft is not None and part.line > draft.line
        if below and part.line in self._places and kind in ("maybe a name", "unknown"):
            kind = "place"
        addressed = not (draft and draft.name) and part.separator == "," and _is_mail(behind)
        if draft is None or part.separator == ";" or (joined and kind in _NAMES) or addressed:
            self._begin(text, part, behind)
        elif not draft.name and part.separator != "\n" and kind in (*_NAMES, "office", "unknown"):
            self._name(draft, named(text, self.companies))
        elif part.separator == "" and draft.continues and kind in _NAMES:
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
        signed = self._drafts.pop() if above is not None and _signs(above, text) else None
        if signed is not None:
            kind = "name"
        if are_several(text) or led_by_title(text)[0]:
            kind = "name"
        if (
            kind == "company"
            and behind is not None
            and behind.kind in ("mail", "number")
            and not behind.separator
        ):
            # Whoever answers there.
            self._drafts.append(PersonDraft(part.line, text, office=True))
            return
        if kind in ("company", "dropped", "place", "title"):
            draft = PersonDraft(part.line)
            (draft.titles if kind == "title" else draft.dropped).append(text)
            self._drafts.append(draft)
            return
        for one in named(text, self.companies):
            self._drafts.append(PersonDraft(part.line))
            self._name(self._drafts[-1], [one])
            if signed is not None:
                self._drafts[-1].dropped += signed.dropped
                self._drafts[-1].called = "" if signed.name in text.split() else signed.name
                signed = None

    def _name(self, draft: PersonDraft, found: Sequence[PastedName]) -> None:
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
        elif not draft.name and not draft.titles and all(address_names(one, text) for one in draft.emails):
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
        own = (
            draft.bare
            and draft.continues
            and "(" not in draft.name
            and part.separator == ","
            and text not in self._certain
            and has_surname_first(draft.name, text, addressed=addressed)
        )
        if kind == "company" and draft.emails and addressed and behind is not None and not behind.separator:
            self._begin(text, part, behind)
        elif is_the_user(text):
            draft.user = True
        elif kind in ("company", "dropped") or (kind == "place" and part.line > draft.line):
            draft.dropped.append(text)
        elif own:
            draft.name += f", {text}"
        elif kind == "office" and draft.emails and addressed:
            self._begin(text, part, behind)
        elif kind == "title":
            draft.titles.append(text)
        elif (kind == "name" and (part.separator or addressed)) or (
            kind == "maybe a name"
            and ((addressed and (draft.emails or " " in draft.name)) or self._one_more(draft, text, part))
        ):
            self._begin(text, part, behind)
        elif part.separator and kind != "place" and may_be_a_title(text):
            draft.titles.append(text)
        elif part.separator and kind == "maybe a name":
            draft.left.append(name_or_title(text))
        else:
            draft.left.append(unknown(text))
        draft.continues = own

    def _one_more(self, draft: PersonDraft, text: str, part: Part) -> bool:
        """Whether a first name behind whoever has a title or a number already is one more person's."""
        has_more = not draft.bare or (" (" in draft.name and is_first_name(draft.name.partition(" (")[0]))
        return part.separator == "," and is_only_a_first_name(text) and has_more and bool(draft.name)


def _signs(above: PersonDraft, text: str) -> bool:
    """Whether what stands above is the first name under a letter, and this the name of the signature."""
    if not above.bare or " " in above.name or " " not in text:
        return False
    return text.startswith(above.name) or (any(map(is_close, above.dropped)) and surely_a_name(text))


def _opens_a_line(part: Part) -> bool:
    return part.kind == "bracket" and part.separator == "\n"


def _is_mail(part: Part | None) -> bool:
    return part is not None and part.kind == "mail"


def _fits(name: str, behind: Part | None) -> bool:
    return behind is not None and behind.kind == "mail" and address_fits(behind.text, name)
