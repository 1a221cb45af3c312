"""A name as people, calendars and profiles write it, and the name that is meant by it. Pure.

`Okafor, Ada (Globex)` means Ada Okafor, and says Globex of her.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from store.patterns import pattern
from store.people import name_words
from store.people.first_names import is_first_name, is_hardly_a_surname, is_rather_a_surname
from store.people.name_words import FAMILY_NAMES_FIRST, PARTICLES

LONGEST_NAME = 200
"""Characters from which a text is no name."""
TWO_OR_TURNED = "these may be two people, or a surname and a first name"
ADDRESS = "an address is no name"
OFFICE = "that is no person's name"


class WrittenName(NamedTuple):
    """A name and what stood beside it. Every letter of the text is in one of `name` and `asides`."""

    name: str
    """As it is stored, with its nickname: `Elizabeth (Liz) Warren`."""
    full: str
    """The same without the nickname."""
    nickname: str = ""
    asides: tuple[str, ...] = ()
    """What stood beside the name: a company, an office, a degree, pronouns."""
    doubt: str = ""
    """Why it cannot be told who is meant; then nothing was turned round."""
    nobody: str = ""
    """Why nobody is named."""


_SPACES = pattern(r"\s+")
_PARTED = pattern(r"\s*[|｜•★☆●◆►▶‣]\s*|\s+[-–—/~·]+\s+|\s*[:：]\s+|\s+(?:via|at|from|chez|bei|@)\s+(?=\S)")
_BRACKETED = pattern(r"[(（\[【{]([^()（）\[\]【】{}]*)[)）\]】}]", needs="(（[【{")
_BRACKETS = pattern(r"[()（）\[\]【】{}]", needs="()（）[]【】{}")
_QUOTED = pattern(
    r"[\"“”„«‟]([^\"“”„«»‟]{1,40})[\"“”»]|(?:(?<=\s)|^)['‘‚‹]([^'’‘›]{1,40})['’‘›](?=\s|$)",
    needs="\"“”„«‟'‘‚‹",
)
_QUOTES = pattern(r"[\"“”„«»‟]", needs='"“”„«»‟')
_COMMA = pattern(r"\s*[,，、،;；]\s*", needs=",，、،;；")
_SAID_TO_BE = pattern(
    r"(?:(?:she|he|they)? ?(?:goes|go) by|prefers|called|a\.?k\.?a\.?|known as|nickname:?|call me|genannt|"
    r"dite?)\s+",
    re.IGNORECASE,
)
_FORMERLY = pattern(r"(?:née?|nee|geb\.?|geborene|born|formerly|ex)\b", re.IGNORECASE)
_GLUED = pattern(r"\b(Dr|DR|Prof|PROF|Mr|MR|Mrs|MRS|Ms|MS|Mx|MX)\.(?=[^\W\d_])(?=[A-ZÀ-ÖØ-Þ])", needs=".")
_ADDRESS = pattern(r"<?(?:mailto:)?[^\s<>@]+@[^\s<>@]+>?", re.IGNORECASE, needs="@")
_PAIRS = {
    '"': '"',
    "'": "'",
    "“": "”",
    "„": "“”",
    "‘": "’",
    "«": "»",
    "»": "«",
    "‹": "›",
    "‚": "‘’",
    "`": "`'",
    "(": ")",
    "[": "]",
}


def read_written(text: str) -> WrittenName:
    """The name in `text`, whatever that is."""
    line = " ".join(text.split())
    if len(line) > LONGEST_NAME:
        return WrittenName(line, line, nobody="that is too long for a name")
    line, addresses = _without_addresses(_plain(line))
    line = _plain(line) if addresses else line
    if not any(map(str.isalpha, line)):
        whole = " ".join(text.split())
        return WrittenName(whole, whole, nobody=ADDRESS if addresses else OFFICE)
    part, beside = _the_part_that_names(line)
    if not part:
        return WrittenName(line, line, asides=tuple(addresses), nobody=OFFICE)
    found = _without_brackets(" ".join(part.replace("@", " ").split()))
    if not any(map(str.isalpha, found.full)):
        return WrittenName(line, line, asides=tuple(addresses), nobody=OFFICE)
    if name_words.is_office(found.full):
        return WrittenName(line, line, asides=tuple(addresses), nobody=OFFICE)
    found = _with_surname_last(found)
    asides = (*found.asides, *beside, *addresses)
    if found.nickname and _letters(" ".join((found.name, *asides))) < _letters(part):
        # As of `Okafor, "Bob"` the name is stored without it: it is not to be lost.
        asides = (*asides, found.nickname)
    return found._replace(asides=asides)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _plain(line: str) -> str:
    """Without pictures and what cannot be seen, nor quotes around all of it."""
    kept = "".join(letter for letter in line.replace("´", "'") if not _is_a_picture(letter))
    kept = _GLUED.sub(r"\1. ", " ".join(kept.split())).strip(" *_~#>-–—")
    while len(kept) > 1 and kept[-1] in _PAIRS.get(kept[0], ""):
        if kept[0] in kept[1:-1]:
            break
        kept = kept[1:-1].strip()
    return kept


def _is_a_picture(letter: str) -> bool:
    if letter in "\u200c\u200d★☆●◆►▶":
        return False
    return (
        unicodedata.category(letter) in ("So", "Cs", "Co", "Cn", "Cf", "Cc")
        or "\ufe00" <= letter <= "\ufe0f"
        or "\U0001f3fb" <= letter <= "\U0001f3ff"
        or letter == "\u20e3"
    )


def _without_addresses(line: str) -> tuple[str, list[str]]:
    if "@" not in line:
        return line, []
    found = [each.strip("<>") for each in _ADDRESS.findall(line)]
    return " ".join(_ADDRESS.sub(" ", line).split()).strip("<> "), found


def _the_part_that_names(line: str) -> tuple[str, list[str]]:
    """The part between bars, dashes and the like that is a name, blank where none is, and the others."""
    pieces = [piece for piece in _PARTED.split(line) if piece and any(map(str.isalnum, piece))]
    parts = [piece for piece in pieces if any(map(str.isalpha, piece))]
    numbers = [piece for piece in pieces if piece not in parts]
    if len(parts) < 2:
        return (parts[0] if parts else line), numbers if parts else []
    people = [part for part in parts if not name_words.is_office(part)]
    certain = [part for part in people if " " in part and is_first_name(part.split()[0])]
    chosen = people[0] if people else ""
    if " " not in chosen and not is_first_name(chosen):
        # `Globex | Talent` and `Globex - Ada Okafor`.
        chosen = certain[0] if certain else chosen if len(people) == len(parts) else ""
    at = parts.index(chosen) if chosen else 0
    beside = [piece.strip() for part in (*parts[:at], *parts[at + 1 :]) for piece in _BRACKETS.split(part)]
    return chosen, [*(piece for piece in beside if piece), *numbers]


def _without_brackets(part: str) -> WrittenName:
    """The name without what stands in brackets and quotes, but for a nickname there."""
    nickname, marked, asides = "", "", []
    stored = full = part
    for found in [*_BRACKETED.finditer(part), *_QUOTED.finditer(part)]:
        inside = next((group for group in found.groups() if group), "").strip()
        full = full.replace(found[0], " ", 1)
        name = _nickname(inside, part, found, found[0][0] not in "(（[【{")
        if name and not nickname:
            nickname, marked = name, found[0]
            continue
        stored = stored.replace(found[0], " ", 1)
        if inside and found[0] not in marked:
            asides.append(inside)
    full = " ".join(_QUOTES.sub(" ", _BRACKETS.sub(" ", full)).split()).strip(" ,")
    if nickname and " " not in full:
        # Nothing else is a first name here: `"Bob" Smith`.
        full = f"{nickname} {full}".strip() if part.strip().startswith(marked) else full
    if marked:
        before, _, after = stored.partition(marked)
        stored = f"{_BRACKETS.sub(' ', before)} {marked} {_BRACKETS.sub(' ', after)}"
    else:
        stored = _QUOTES.sub(" ", _BRACKETS.sub(" ", stored))
    return WrittenName(_tidy(stored), full, nickname, tuple(asides))


def _tidy(text: str) -> str:
    return _SPACES.sub(" ", text).replace(" ,", ",").strip(" ,")


def _nickname(inside: str, part: str, found: re.Match[str], quoted: bool) -> str:
    """What is inside brackets or quotes where it is how someone is called."""
    if said := _SAID_TO_BE.match(inside):
        return inside[said.end() :].strip()
    words = inside.split()
    if not 0 < len(words) < 3 or not all(map(str.isalpha, _bones(words))):
        return ""
    if _FORMERLY.match(inside) or name_words.are_pronouns(inside):
        return ""
    if name_words.is_office(inside) or name_words.is_about_them(inside):
        return ""
    between = bool(part[: found.start()].strip()) and bool(part[found.end() :].strip(" ,"))
    behind_surname = part[: found.start()].rstrip().endswith(",")
    known = all(map(is_first_name, words))
    return inside if quoted or (between and not behind_surname) or known else ""


def _bones(words: Sequence[str]) -> list[str]:
    return [re.sub(r"[-.'’]", "", word) for word in words]


def _with_surname_last(found: WrittenName) -> WrittenName:
    """With the parts between commas in the order in which a name is spoken."""
    full, stored = _COMMA.split(found.full), _COMMA.split(found.name)
    order, beside, doubt = _order(full)
    asides = [*found.asides, *(full[at] for at in beside)]
    if doubt:
        return found._replace(doubt=doubt)
    full_name = _joined(full, order)
    name = _joined(stored, order) if len(stored) == len(full) else full_name
    if not beside and len(order) == 1:
        for apart in (_degrees_apart, _jobs_apart):
            full_name, name, other = apart(full_name, name)
            asides += [other] if other else []
        full_name, name = _shouted_surname_last(full_name), _shouted_surname_last(name)
    return found._replace(name=name, full=full_name, asides=tuple(asides))


def _joined(parts: Sequence[str], order: Sequence[int]) -> str:
    """The parts in that order, a title in one of them before all: `Prof. Okafor, Ada`."""
    words = [(word, name_words.is_generation(parts[at])) for at in order for word in parts[at].split()]
    if list(order) != sorted(order):
        # `Sr.` is a title before a name, and none behind it.
        words.sort(key=lambda one: one[1] or not name_words.is_title(one[0]))
    return " ".join(word for word, _ in words)


def _order(parts: Sequence[str]) -> tuple[list[int], list[int], str]:
    """Which parts make the name, in what order, which stand beside it, and why that is in doubt."""
    places = [at for at, part in enumerate(parts) if part]
    generations = [at for at in places[1:] if name_words.is_generation(parts[at])]
    places = [at for at in places if at not in generations]
    titles = [at for at in places[1:] if all(map(name_words.is_title, parts[at].split()))]
    places = [at for at in places if at not in titles]
    beside = [at for at in places[1:] if all(map(name_words.is_degree, parts[at].split()))]
    places = [at for at in places if at not in beside]
    order, doubt = places[:1], ""
    if len(places) > 1:
        verdict = _second_part(parts[places[0]], parts[places[1]])
        doubt = TWO_OR_TURNED if verdict == "unclear" else ""
        order = [places[1], places[0]] if verdict == "first name" else order
        beside += [at for at in places[1:] if at not in order]
    return [*titles, *order, *generations], sorted(beside), doubt


def has_own_comma(one: str, two: str) -> bool:
    """Whether a comma between these stands inside a name, as in `Okafor, Ada`, not before what someone is."""
    behind = [word for word in two.split() if not name_words.is_title(word)]
    return bool(behind) and is_first_name(behind[0]) and _second_part(one, behind[0]) != "beside"


def _second_part(one: str, two: str) -> str:
    """What stands behind the first comma: a "first name", something "beside" the name, or "unclear"."""
    alone = [
        word for word in one.split() if word.casefold() not in PARTICLES and not name_words.is_title(word)
    ]
    shouted = one.isupper() and two.isupper()
    behind = [word for word in two.split() if not name_words.is_title(word)]
    first, second = bool(alone) and is_first_name(alone[0]), bool(behind) and is_first_name(behind[0])
    if not (shouted or (first and second)) and name_words.is_about_them(two):
        return "beside"
    if first and len(alone) == len(behind) == 1 and is_hardly_a_surname(behind[0]):
        # `Martin, Anna`, but `Anna, Ben` are two.
        first = not is_rather_a_surname(alone[0])
    if not first and (second or len(alone) == 1) and len(behind) < 4:
        return "first name"
    return "beside" if first and not second and len(alone) > 1 else "unclear"


def _degrees_apart(full: str, name: str) -> tuple[str, str, str]:
    """`Ada Okafor PhD`: the degree stands beside the name, where something is left of it."""
    words = full.split()
    end = len(words)
    while end > 1 and name_words.is_degree(words[end - 1]):
        end -= 1
    behind = " ".join(words[end:])
    if not behind or (full.isupper() and all(len(word) < 3 for word in words[end:])):
        return full, name, ""
    return " ".join(words[:end]), name.removesuffix(behind).strip(), behind


def _jobs_apart(full: str, name: str) -> tuple[str, str, str]:
    """`Recruiter Jane`: the job stands beside the name, where a first name follows."""
    words = full.split()
    start = next((at for at, word in enumerate(words) if not name_words.is_job(word)), 0)
    before = " ".join(words[:start])
    if not before or not is_first_name(words[start]) or not name.startswith(before):
        return full, name, ""
    return " ".join(words[start:]), name.removeprefix(before).strip(), before


def _shouted_surname_last(name: str) -> str:
    """`DUPONT Marie`, as some write it to show which the surname is, is Marie Dupont."""
    words = name.split()
    start = 0
    while start < len(words) and words[start].isupper() and len(words[start].strip(".")) > 1:
        start += 1
    surname, rest = words[:start], words[start:]
    if not surname or not rest or not is_first_name(rest[0]) or rest[0].isupper():
        return name
    known = any(name_words.bare(surname[0]) in names for names in FAMILY_NAMES_FIRST.values())
    known = known or is_first_name(surname[0]) or name_words.is_title(surname[0])
    if known or len("".join(surname)) < 3 or name_words.is_job(surname[0]):
        return name
    return " ".join((*rest, *surname))
