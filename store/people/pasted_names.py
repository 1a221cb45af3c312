"""Names in a line of words: `Interview with Ada Okafor and Joan Pell, CTO` names two people. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from store.patterns import pattern
from store.people.beside_names import (
    is_company,
    is_name_word,
    is_only_a_first_name,
    is_title,
    kind_of,
    opens_a_title,
    surely_a_name,
)
from store.people.first_names import is_first_name
from store.people.letters import fold, folded_set
from store.people.name_words import PARTICLES, is_degree
from store.people.name_words import is_title as is_a_title
from store.people.parts import Part
from store.people.written_name import LONGEST_NAME, has_own_comma

_AND = pattern(r"\s+(?:and|&|\+|und|u\.|sowie|et|y|e|och|og|ve|en)\s+|\s*/\s*")
_AND_IN_NO_NAME = pattern(r"\s+(?:and|&|\+|und|u\.|sowie|et|och|og|ve)\s+|\s+/\s+")
_OPENS_WITH_AND = pattern(r"^(?:and|&|\+|und|u\.|et|y|sowie|plus|och|og|ve)\s+", re.IGNORECASE)
_BETWEEN = pattern(r"(?:and|or|&|\+|und|oder|et|ou|y|o|u|-|:)", re.IGNORECASE)
_LEADS_IN = pattern(
    r"^(?P<what>(?:[\w'’&:/+-]+ ){0,6}?)(?:with|w/|mit|avec|con|met|meet|meeting|spoke to|talk to|talked to|"
    r"by|hosted by|[\w ]{1,20}:)\s+(?=\S)",
    re.IGNORECASE,
)
_GREETS = pattern(
    r"^(?:hi|hello|hey|dear|hallo|liebe[rs]?|bonjour|cher|chère|hola|estimad[oa]|sehr geehrte[rs]?|"
    r"guten (?:tag|morgen)|good (?:morning|afternoon|evening)|buenos días)\s+(?=\S)",
    re.IGNORECASE,
)
_ABOUT_A_MEETING = folded_set(
    """
    interview interviews call meeting chat screen screening round video phone panel final first second third
    intro introduction coffee zoom teams google meet technical tech conversation gespräch vorstellungsgespräch
    entretien entrevista termin a an the my our with and telephone onsite talk to speak you are is will be
    hiring manager recruiter team debrief lunch follow-up spoke talked met see meets
    """
)
_AT = pattern(r"^(?:at|from|of|@|bei|von|chez|de|en)\s+", re.IGNORECASE)
_NOT_A_TITLE_ALONE = frozenset(("head", "lead", "chair", "partner", "staff", "counsel"))
"""Jobs that are surnames as well."""


class PastedName(NamedTuple):
    """One name of a line of words, and what stood about it there."""

    name: str
    title: str = ""
    dropped: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def opens_with_and(text: str) -> tuple[str, bool]:
    """The text without an *and* before it, and whether it had one; blank where it only joins two others."""
    if _BETWEEN.fullmatch(text.strip()):
        return "", True
    found = _OPENS_WITH_AND.match(text)
    return (text[found.end() :], True) if found else (text.strip(), False)


def named(text: str, companies: Sequence[str]) -> list[PastedName]:
    """The names in a line of words; one that may be several is not parted where that is not sure."""
    if len(text) > LONGEST_NAME:
        return [PastedName("", left=(text,))]
    dropped, left, text = _without_lead(text)
    first, *others = _names(text, companies)
    return [first._replace(dropped=(*dropped, *first.dropped), left=(*left, *first.left)), *others]


def _names(text: str, companies: Sequence[str]) -> list[PastedName]:
    if kind_of(text, companies) == "office":
        return [PastedName(text)]
    before, slash, behind = text.partition("/")
    if slash and surely_a_name(before) and is_title(behind):
        return [_one(before, companies)._replace(title=behind.strip())]
    pieces = [piece for piece in _AND.split(text) if piece] if are_several(text) else [text]
    return [_one(piece, companies) for piece in pieces]


def are_several(text: str) -> bool:
    """Whether a line of words is names joined by *and*, and surely so."""
    if len(text) > LONGEST_NAME:
        return False
    pieces = [piece for piece in _AND.split(text) if piece]
    if len(pieces) > 1 and all(map(_opens_as_name, pieces)):
        return True
    # One that is known as a name vouches for those beside it, where *and* cannot be part of a name.
    sure = [piece for piece in pieces if surely_a_name(piece)]
    return bool(sure) and pieces == _AND_IN_NO_NAME.split(text) and all(map(_looks_whole, pieces))


def _looks_whole(piece: str) -> bool:
    return 1 < len(piece.split()) < 4 and kind_of(piece, ()) in ("name", "maybe a name")


def has_surname_first(one: str, two: str, *, addressed: bool) -> bool:
    """Whether a comma between these is one name's, as in `Okafor, Ada`; or, `addressed`, is likely to be."""
    if surely_a_name(one) and (surely_a_name(two) or are_several(two)):
        return False
    if two.islower() and not one.islower():
        return False
    single = " " not in one and " " not in two and addressed and not is_only_a_first_name(one)
    return has_own_comma(one, two) or single


def _opens_as_name(piece: str) -> bool:
    words = piece.split()
    return surely_a_name(" ".join(words[:2])) or (len(words) == 1 and is_first_name(words[0]))


def _without_lead(text: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """What leads in, such as `Interview with` or `Dear`: understood, or left over; and the rest."""
    text = _GREETS.sub("", text, count=1)
    found = None if led_by_title(text)[0] else _LEADS_IN.match(text)
    if found is None:
        return (), (), text
    lead, rest = found[0].strip(), text[found.end() :]
    if more := _LEADS_IN.match(rest):
        # `Meeting with Ada`.
        lead, rest = f"{lead} {more[0].strip()}", rest[more.end() :]
    words = fold(lead).rstrip(":").split()
    words = words if lead.endswith(":") else words[:-1]
    if all(word.strip(":") in _ABOUT_A_MEETING for word in words):
        return ((lead,) if " " in lead else ()), (), rest
    if lead.endswith(":") or surely_a_name(" ".join(lead.split()[:2])):
        # `Ada Okafor met at the fair`: the name is before it.
        return (), (), text
    return (), (lead,), rest


def led_by_title(text: str) -> tuple[str, str]:
    """`CTO Ada Okafor` as title and name; blank and the whole text where no title leads in."""
    words = text.split() if len(text) <= LONGEST_NAME else []
    for at in range(1, len(words) - 1):
        if surely_a_name(" ".join(words[at:])) and is_title(" ".join(words[:at]).rstrip(":")):
            return " ".join(words[:at]).rstrip(":"), " ".join(words[at:])
    return "", text


def _one(text: str, companies: Sequence[str]) -> PastedName:
    title, text = led_by_title(_without_full_stop(text))
    name, rest = _name_and_rest(text)
    if not rest or title:
        return PastedName(name, title, left=(rest,) if rest else ())
    if is_title(rest) and opens_a_title(rest.split()[0]):
        return PastedName(name, rest)
    behind = _AT.sub("", rest)
    if is_company(behind, companies) or kind_of(rest, companies) == "dropped":
        return PastedName(name, dropped=(behind,))
    return PastedName(name, left=(rest,))


def _without_full_stop(text: str) -> str:
    """The text without what ends a sentence; `Jr.` and `M.Sc.` keep theirs."""
    last = text.rpartition(" ")[2]
    ends = re.search(r"[^\W\d_]{4}\.$", last) and not (is_degree(last) or is_a_title(last))
    return text[:-1] if ends else text


def _name_and_rest(text: str) -> tuple[str, str]:
    """What can be a name, and what stands behind it: a title, or words that are in no name."""
    words = text.split()
    if any(map(str.isdigit, words[0])):
        return "", text
    if all(word.islower() or not any(map(str.isalpha, word)) for word in words):
        end = next((at for at, word in enumerate(words) if any(map(str.isdigit, word)) and at), len(words))
        short = end <= 3 and is_first_name(words[0])
        return (" ".join(words[:end]), " ".join(words[end:])) if short else ("", text)
    named_so_far = next((at for at, word in enumerate(words) if not _in_a_name(word)), len(words))
    for at in range(1, named_so_far + 1):
        if at == len(words):
            break
        behind = " ".join(words[at:])
        enough = at > 1 or len(words) > 2
        if (
            opens_a_title(words[at])
            and enough
            and is_title(behind)
            and behind.casefold() not in _NOT_A_TITLE_ALONE
        ):
            return " ".join(words[:at]), behind
    end = named_so_far - (named_so_far == len(words) and words[-1] in PARTICLES and len(words) > 1)
    return " ".join(words[:end]), " ".join(words[end:])


def _in_a_name(word: str) -> bool:
    return is_name_word(word) and not any(map(str.isdigit, word))


def several_first_names(parts: Sequence[Part]) -> list[Part]:
    """`Ada, Joan and Tom`: first names in a row are people, not one with the surname first."""
    lists = {line for line, own in groupby(parts, lambda part: part.line) if _is_a_list(list(own))}
    return [
        part._replace(separator=";") if part.separator in (",", "|") and part.line in lists else part
        for part in parts
    ]


def _is_a_list(parts: Sequence[Part]) -> bool:
    """Whether a line only has first names, at least three of them or joined by *and*."""
    if len(parts) < 2 or any(part.kind != "words" for part in parts):
        return False
    names = list(_pieces(parts))
    joined = len(names) > len(parts) or any(
        opens_with_and(part.text)[1] or part.separator == "|" for part in parts
    )
    return all(map(is_only_a_first_name, names)) and (len(names) > 2 or joined)


def _pieces(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        yield from (piece for piece in _AND.split(opens_with_and(part.text)[0]) if piece)
