"""vCards, as address books and phones write them: versions 2.1, 3 and 4, one or many in a text. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from store.patterns import pattern
from store.people.beside_names import is_company
from store.people.left_over import LeftOver, unknown
from store.people.person_draft import PersonDraft, Taken
from store.people.reading import PeopleRead, gathered
from store.people.written_numbers import BadNumber, WrittenNumber, written_number
from store.text import clean

_QUOTED = pattern(r"[^:\n]{0,200}quoted-printable[^:\n]{0,200}:", re.IGNORECASE)
_CARD = pattern(
    r"^begin:vcard[ \t]*$(.*?)^(?:end:vcard[ \t]*$|(?=begin:vcard[ \t]*$)|\Z)", re.I | re.M | re.S
)
_NAME = pattern(r"(?:[\w-]{1,60}\.)?([\w-]{1,60})((?:;[^:\"]*(?:\"[^\"]*\")?)*):", re.ASCII)
_ESCAPED = pattern(r"\\(.)", re.DOTALL)
_NO_VOICE = frozenset(("pager", "modem", "bbs", "isdn", "video", "textphone"))
_MOBILE = frozenset(("cell", "mobile"))
_TELLING = ("work", "home", "main", "cell")
"""Types that tell one number from another for a reader, in the order in which they do."""
_NOBODY = frozenset(("org", "organization", "group", "location"))


class _Property(NamedTuple):
    name: str
    types: frozenset[str]
    """What its parameters say it is, in lower case: home, work, fax, pref."""
    preference: int
    """1 for the most preferred; 101 where nothing is said."""
    value: str
    """As it is written, with what is escaped still so."""

    @property
    def text(self) -> str:
        return _plain(self.value)


def read_vcards(
    text: str, *, company: str = "", companies: Iterable[str] = (), country: str | None = None
) -> PeopleRead:
    """Everyone in the cards of a text; the arguments are those of `store.people.reading.read_people`.

    Of several numbers the only mobile is taken; of these and of addresses else the preferred one, else the
    only one for work; else they are left over. The other numbers go to the notes. What stands around the
    cards is left over.
    """
    houses = [one for one in (company, *companies) if one.strip()]
    text = "\n".join(_unfolded(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))
    around = [line.strip() for line in _CARD.sub("\n", text).split("\n") if line.strip()]
    read = gathered(_person(list(_properties(card[1])), houses, country) for card in _CARD.finditer(text))
    return read._replace(left=(*read.left, *map(unknown, around)))


def _unfolded(lines: Iterable[str]) -> Iterator[str]:
    """The lines, folded ones as one; what follows a soft break of quoted-printable has no blank to lose."""
    pieces: list[str] = []
    quoted = False
    for line in lines:
        if pieces and quoted and pieces[-1].endswith("="):
            pieces[-1] = pieces[-1][:-1]
            pieces.append(line)
        elif pieces and line.startswith((" ", "\t")):
            pieces.append(line[1:])
        else:
            if pieces:
                yield "".join(pieces)
            pieces, quoted = [line], _QUOTED.match(line) is not None
    yield "".join(pieces)


def _properties(card: str) -> Iterator[_Property]:
    for line in card.split("\n"):
        found = _NAME.match(line)
        if found is None:
            continue
        parameters = _parameters(found[2])
        value = line[found.end() :]
        if "quoted-printable" in parameters["encoding"]:
            value = _unquoted(value, next(iter(parameters["charset"]), "utf-8"))
        ranks = [int(rank) for rank in parameters["pref"] if rank.isascii() and rank.isdigit()]
        types = parameters["type"]
        preference = ranks[0] if ranks else 1 if "pref" in types else 101
        yield _Property(found[1].upper(), frozenset(types), preference, value)


def _parameters(written: str) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {"encoding": [], "charset": [], "pref": [], "type": []}
    for one in written.split(";"):
        name, given, value = one.strip().lower().partition("=")
        # In version 2.1 a type stands alone, and so may an encoding.
        kind = name if given else "encoding" if name == "quoted-printable" else "type"
        found.setdefault(kind, []).extend(
            part for part in (value if given else name).strip('"').split(",") if part
        )
    return found


def _unquoted(value: str, charset: str) -> str:
    from quopri import decodestring

    raw = decodestring(value.encode("utf-8", "replace"))
    try:
        return raw.decode(charset, "replace")
    except LookupError:
        return raw.decode("utf-8", "replace")


def _plain(value: str) -> str:
    text = _ESCAPED.sub(lambda one: "\n" if one[1] in "nN" else one[1], value)
    return " ".join(clean(text, lines=True).split())


def _fields(value: str) -> list[str]:
    """The parts of a value between semicolons that are not escaped."""
    parts, start = [], 0
    for found in re.finditer(r"\\.|;", value, re.DOTALL):
        if found[0] == ";":
            parts.append(value[start : found.start()])
            start = found.end()
    return [_plain(part) for part in (*parts, value[start:])]


def _person(card: Sequence[_Property], companies: Sequence[str], country: str | None) -> Taken:
    draft = PersonDraft(0, name=_name(card), exact=_first(card, "KIND").casefold() in _NOBODY)
    draft.titles = [title] if (title := _first(card, "TITLE") or _first(card, "ROLE")) else []
    for one in card:
        if one.name == "ORG":
            house = _fields(one.value)[0]
            if house and house != draft.name:
                draft.dropped.append(house)
        elif one.name == "NOTE" and one.text:
            draft.notes.append(one.text)
        elif one.name in ("URL", "ADR", "PRONOUNS") and one.text.strip("; "):
            draft.dropped.append(", ".join(filter(None, _fields(one.value))))
    draft.called = _nickname(card, draft.name)
    draft.emails, others = _chosen([one for one in card if one.name == "EMAIL" and one.text])
    draft.dropped += others
    _add_numbers(draft, card)
    exact, draft.exact = draft.exact, False
    taken = draft.taken(
        [*companies, *(_fields(one.value)[0] for one in card if one.name == "ORG")], country, ""
    )
    if taken.person and (exact or is_company(taken.person.name, companies)):
        return taken._replace(person=None, contact=taken.person)
    return taken


def _first(card: Sequence[_Property], name: str) -> str:
    return next((one.text for one in card if one.name == name and one.text), "")


def _name(card: Sequence[_Property]) -> str:
    """As it is to be shown; put together where that is missing, or has the surname first."""
    shown = _first(card, "FN")
    parts = next((_fields(one.value) for one in card if one.name == "N"), [])
    family, given, more, before, behind = (*parts, "", "", "", "", "")[:5]
    whole = " ".join(filter(None, (before, given, more, family, behind)))
    return whole if whole and (not shown or ("," in shown and given)) else shown


def _nickname(card: Sequence[_Property], name: str) -> str:
    """The first of the nicknames, blank where it says no more than the name."""
    written = next((one.value for one in card if one.name == "NICKNAME"), "")
    nickname = _plain(re.split(r"(?<!\\),", written)[0])
    return "" if nickname.casefold() == name.partition(" ")[0].casefold() else nickname


def _chosen(several: Sequence[_Property], first: frozenset[str] = frozenset()) -> tuple[list[str], list[str]]:
    """The values to go by, one unless none is preferred, and the others; the type `first` goes first."""
    values = list(dict.fromkeys(one.text for one in several))
    if len(values) < 2:
        return values, []
    best = min(one.preference for one in several)
    liked = {one.text for one in several if one.preference == best < 101}
    working = {one.text for one in several if "work" in one.types}
    ahead = {one.text for one in several if one.types & first}
    chosen = next((one for one in (ahead, liked, working) if len(one) == 1), set(values))
    return [one for one in values if one in chosen], [one for one in values if one not in chosen]


def _add_numbers(draft: PersonDraft, card: Sequence[_Property]) -> None:
    written: dict[str, WrittenNumber] = {}
    for one in (one for one in card if one.name == "TEL" and one.text and not one.types & _NO_VOICE):
        if "fax" in one.types:
            draft.dropped.append(f"the fax number {one.text}")
            continue
        try:
            written[one.text] = written_number(one.text)
        except BadNumber as why:
            draft.left.append(LeftOver(one.text, str(why), unreadable=True))
    several = [one for one in card if one.name == "TEL" and one.text in written]
    chosen, others = _chosen(several, _MOBILE)
    for text in chosen:
        draft.add_number(written[text])
    labels = {one.text: next((word for word in _TELLING if word in one.types), "") for one in several}
    draft.keep_beside(written[text]._replace(label=labels[text]) for text in others)
