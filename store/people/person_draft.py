"""A person while they are read: what was found of them so far, and whether that can be taken. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct, field

from store.interview import Ask
from store.patterns import pattern
from store.people.addresses import BadAddress, typed_address
from store.people.beside_names import (
    Kind,
    is_company,
    is_some_company,
    kind_of,
    mentions_company,
    stands_for_nobody,
    without_company,
)
from store.people.first_names import is_first_name
from store.people.left_over import (
    LeftOver,
    more_than_one,
    no_person,
    too_many,
    two_or_turned,
    unknown,
)
from store.people.name_guess import guess
from store.people.name_words import is_title as is_title_of_somebody
from store.people.notation import PersonLine
from store.people.numbers import settled
from store.people.senders import company_of, is_machine
from store.people.shown_numbers import shown_number
from store.people.written_name import TWO_OR_TURNED, read_written
from store.people.written_numbers import BadNumber, WrittenNumber


class Taken(NamedTuple):
    """What became of a draft. Neither a person nor a contact where nobody is named."""

    person: PersonLine | None
    contact: PersonLine | None
    said: tuple[str, ...]
    left: tuple[LeftOver, ...]


class PersonDraft(Struct):
    """One person of a text; the lists are in the order of the text."""

    line: int
    name: str = ""
    exact: bool = False
    """The name is said to be that, whatever it looks like."""
    continues: bool = False
    """What comes next may be more of the name: `Elizabeth (Liz) Warren`."""
    office: bool = False
    """The name is a company's."""
    emails: list[str] = field(default_factory=list)
    numbers: list[WrittenNumber] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    exact_title: str = ""
    called: str = ""
    ask: Ask | None = None
    whatsapp: bool = False
    notes: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    """Numbers that are kept in the notes, as they are shown."""
    left: list[LeftOver] = field(default_factory=list)
    user: bool = False
    """They are said to be whoever has copied the text: `(me)`."""
    addressee: bool = False
    """A mail went to them, by its head."""

    @property
    def bare(self) -> bool:
        """Whether there is nothing but a name yet."""
        return bool(self.name) and not (self.emails or self.numbers or self.titles or self.exact_title)

    def add_mail(self, address: str) -> None:
        """One more address; the same again is none."""
        if address.casefold() not in map(str.casefold, self.emails):
            self.emails.append(address)

    def add_number(self, number: WrittenNumber) -> None:
        """One more number, unless it is a fax's."""
        if number.fax:
            self.dropped.append(f"the fax number {number.text}")
            return
        self.whatsapp |= number.whatsapp
        if _digits(number) not in map(_digits, self.numbers):
            self.numbers.append(number)

    def taken(self, companies: Sequence[str], country: str | None, line: str) -> Taken:
        """The person, or contact, as far as all of it is understood; `line` is how it was written."""
        if self.user and self.name:
            return Taken(None, None, (f"Left out, as that is you: {self.name}.",), tuple(self.left))
        if not (self.name or self.emails or self.numbers or self._is_somebody()):
            return Taken(None, None, self._said(""), tuple(self.left))
        email, phone = self._email(), self._phone(country)
        if not (self.exact or self.office):
            self._look_at_name(companies)
        name = self.name or email or shown_number(phone or "")
        nobody = self.office or (not self.exact and bool(self.name) and _names_nobody(self.name))
        contact = bool(email and is_machine(email)) or nobody
        if not name or (nobody and not (email or phone)):
            if self.name or self.titles:
                self.left.append(no_person(self.name) if self.name else unknown(", ".join(self.titles)))
            return Taken(None, None, self._said(name), tuple(self.left))
        person = PersonLine(
            name, email, phone, self.whatsapp, self._title(companies), line,
            self.called, self.ask, "\n".join(self.notes),
        )  # fmt: skip
        said = self._said(name)
        if contact:
            return Taken(None, person, (*said, kept_as_contact(person)), tuple(self.left))
        return Taken(person, None, said, tuple(self.left))

    def _is_somebody(self) -> bool:
        return bool(self.titles or self.exact_title or self.called or self.ask or self.notes or self.whatsapp)

    def _said(self, name: str) -> tuple[str, ...]:
        said = []
        if self.dropped:
            dropped = dict.fromkeys(one.strip(" .,;!") for one in self.dropped)
            said.append(f"Left out{f' for {name}' if name else ''}: {', '.join(dropped)}.")
        if self.beside:
            said.append(f"Kept in the notes of {name}: {', '.join(self.beside)}.")
        return (*said,)

    def _email(self) -> str | None:
        good: list[str] = []
        for address in self.emails:
            try:
                good.append(typed_address(address))
            except BadAddress as why:
                sentence = (
                    str(why) if address else "In “<>” stands no address: write one there, or take it out."
                )
                self.left.append(LeftOver(address or "<>", sentence, unreadable=True))
        if len(good) > 1:
            self.left.append(too_many(good, "addresses"))
            return None
        return good[0] if good else None

    def _phone(self, country: str | None) -> str | None:
        number = self._chosen_number()
        if number is None:
            return None
        if number.trouble:
            self.left.append(LeftOver(number.text, number.trouble))
            return None
        try:
            return settled(number, country)
        except BadNumber as why:
            self.left.append(LeftOver(number.text, str(why), unreadable=True))
        return None

    def _chosen_number(self) -> WrittenNumber | None:
        """The number to go by: of several that say what they are the one mobile, which takes text messages.

        The others go to the notes.
        """
        if len(self.numbers) < 2:
            return self.numbers[0] if self.numbers else None
        mobiles = [one for one in self.numbers if one.mobile]
        if len(mobiles) != 1 or not all(one.label for one in self.numbers):
            self.left.append(too_many([shown_number(one.whole) for one in self.numbers], "numbers"))
            return None
        self.keep_beside(one for one in self.numbers if one not in mobiles)
        return mobiles[0]

    def keep_beside(self, numbers: Iterable[WrittenNumber]) -> None:
        """Keep numbers that are not the one to go by in the notes."""
        for one in numbers:
            label = f" ({one.label.lower()})" if _says_which(one.label) else ""
            self.beside.append(f"{shown_number(one.whole)}{label}")
            self.notes.append(f"Other number: {self.beside[-1]}")

    def _title(self, companies: Sequence[str]) -> str:
        if self.exact_title:
            return self.exact_title
        titles = []
        for written in self.titles:
            title, company = without_company(written, companies)
            if not company and self.emails and mentions_company(written):
                title, company = without_company(written, _told_by(self.emails))
            self.dropped += [company] if company else []
            titles += [title] if title and title not in titles else []
        return ", ".join(titles)

    def _look_at_name(self, companies: Sequence[str]) -> None:
        """Take out of the name what stands beside it: it is dropped, a title, or left over."""
        read = read_written(self.name)
        if read.doubt == TWO_OR_TURNED:
            self.left.append(two_or_turned(self.name))
            return
        if read.nobody:
            return
        for aside in read.asides:
            kind = kind_beside(aside, self.emails, companies)
            if kind in ("company", "dropped"):
                self.dropped.append(aside)
            elif kind in ("title", "office") and not is_some_company(aside):
                self.titles.append(aside)
            else:
                self.left.append(unknown(aside))
            self.name = _without(self.name, aside)
        # What a name is greeted by must not depend on what stood beside it.
        several = guess(self.name).why.startswith(_SEVERAL) or _JOINED.search(self.name)
        if several and not _names_nobody(self.name):
            self.left.append(more_than_one(self.name))


_JOINED = pattern(r"\w (?:and|&|\+|und|et|oder|or|sowie|plus) \w", re.IGNORECASE)
_SEVERAL = "it may name more people"


def _digits(number: WrittenNumber) -> str:
    return re.sub(r"\D", "", number.text)


def _says_which(label: str) -> bool:
    """Whether the word beside a number tells it from others of the same person."""
    return len(label) > 1 and label.lower() not in (
        "tel",
        "phone",
        "fon",
        "telephone",
        "telefon",
        "tél",
        "number",
    )


def _without(name: str, aside: str) -> str:
    for form in (f"({aside})", f"[{aside}]", f"{{{aside}}}", f", {aside}", f"| {aside}", f"- {aside}", aside):
        if form in name:
            return " ".join(name.replace(form, " ", 1).split()).strip(" ,|")
    return name


def _names_nobody(name: str) -> bool:
    if stands_for_nobody(name):
        return True
    read = guess(name)
    words = name.split()
    last = len(words) > 1 and read.why.startswith(_SEVERAL) and not _opens_a_name(words[0])
    return bool(read.why) and (
        not any(map(str.isalpha, name)) or read.why == "that is no person's name" or last
    )


def _opens_a_name(word: str) -> bool:
    return is_first_name(word) or is_title_of_somebody(word)


def kept_as_contact(one: PersonLine) -> str:
    """The sentence that says why somebody is no interviewer."""
    what = one.email if one.email and is_machine(one.email) else one.name
    return f"{what} is nobody in particular: kept as a contact, who is never owed thanks."


def kind_beside(text: str, emails: Sequence[str], companies: Sequence[str]) -> Kind:
    """What a text is that stands beside a name; a company is one's own also where the address tells it."""
    kind = kind_of(text, companies)
    # Only then: the list of domains takes time to load.
    if emails and kind in ("maybe a name", "unknown", "office") and is_company(text, _told_by(emails)):
        return "company"
    return kind


def _told_by(emails: Sequence[str]) -> list[str]:
    return [company for company in map(company_of, emails) if company]
