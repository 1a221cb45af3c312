"""What stands beside names where people are pasted: titles, companies, pronouns, marks of websites. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

from store.languages import follows_languages, languages
from store.patterns import pattern
from store.people import name_words
from store.people.beside_words import (
    BEFORE_A_JOB,
    CLOSES,
    DEPARTMENTS,
    DOES_SOMETHING,
    FIELDS,
    JOB_ENDINGS,
    LEGAL_FORMS,
    MORE_JOBS,
    NOBODY,
    RANKS,
    SHORT_TITLES,
    SURE_LEGAL_FORMS,
)
from store.people.first_names import is_first_name, is_hardly_a_surname, is_rather_a_surname
from store.people.letters import fold
from store.people.name_words import PARTICLES, bare
from store.people.written_name import LONGEST_NAME

Kind = Literal["title", "company", "dropped", "office", "name", "maybe a name", "place", "unknown"]
"""What a text is, where it stands beside a name. `dropped`: understood, and not kept; `place`: an address."""


_COUNTED_RANK = pattern(
    r"(?:1st|2nd|3rd\+?)(?: degree)?(?: connection)?|\d[\d,.+]* (?:connections|followers)|"
    r"view .{1,40} profile|via .{1,40}",
    re.IGNORECASE,
)
"""As `RANKS`, with a number or a name in it."""
_THE_USER = frozenset(("me", "you", "ich", "du", "sie selbst", "moi", "vous", "yo", "io", "ik", "jag", "ja"))
"""How a program marks whoever looks at its list."""
_SENT_FROM = pattern(
    r"(?:sent from|get outlook|von meinem|envoyé de|enviado desde)\b.{0,60}|searching for .{0,60}",
    re.IGNORECASE,
)
_A_NICKNAME = pattern(
    r"[^\W\d_][^\W\d_.'’-]*[.'’]?(?:[ -](?!(?:at|from|via|bei|chez) )[^\W\d_.'’-]+[.'’]?){0,3}"
)
_ARTICLES = ("the", "a", "an", "your", "our", "my", "their", "der", "die", "das", "ihr", "ihre", "unser")
_STREET = pattern(
    r"\b(?:street|st|road|rd|avenue|ave|lane|blvd|boulevard|drive|floor|suite|square|rue|quai|place|calle|via|"
    r"plaza|avenida|platz|allee|weg|gasse|ring|ufer|damm|strasse|straße|str|box|postfach|building)\b|"
    r"(?:straße|strasse|str\.?|platz|allee|weg|gasse|ring|ufer|damm) \d|laan \d|straat \d",
    re.IGNORECASE,
)
_POSTCODE = pattern(
    r"(?:[A-Z]{1,2}-)?\d{4,5}(?: ?[A-Z]{2})? [^\W\d_].*|.*\b[A-Z]{2} \d{5}(?:-\d{4})?|"
    r".*\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}"
)
_AT = pattern(r"\s+(?:(?:at|bei|chez|en|with|von|of|for|from)\s+|@\s?)(?=\S)", re.IGNORECASE)


@follows_languages
@cache
def _closes() -> frozenset[str]:
    return frozenset(map(fold, CLOSES)) | {
        fold(close) for one in languages().values() for close in one.closes
    }


def is_close(text: str) -> bool:
    """Whether a text is how a letter ends: `Kind regards`."""
    return fold(text).strip(" ,.!") in _closes()


def is_the_user(text: str) -> bool:
    """Whether what stands beside a name says that it is the user's own."""
    return fold(text).strip() in _THE_USER


def is_company(text: str, companies: Iterable[str]) -> bool:
    """Whether a text names one of these companies, in whatever legal form: `Globex Deutschland GmbH`."""
    words = _company_words(text)
    return any(known and words[: len(known)] == known and _only_form(words[len(known) :])
               for known in map(_own_words, companies))  # fmt: skip


def _company_words(text: str) -> list[str]:
    return [bare(word) for word in re.split(r"[\s,&()]+", text[:200]) if word.strip("._-")]


def _own_words(company: str) -> list[str]:
    words = _company_words(company)
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return words


def _only_form(words: list[str]) -> bool:
    return all(word in LEGAL_FORMS or word in ("+", "und", "and") for word in words)


def is_some_company(text: str) -> bool:
    """Whether a text says by its legal form that it is a company's name."""
    words = _company_words(text)
    return len(words) > 1 and words[-1] in SURE_LEGAL_FORMS


def mentions_company(title: str) -> bool:
    """Whether a title says where somebody has it: `CTO at Globex`."""
    return _AT.search(title) is not None


def without_company(title: str, companies: Iterable[str]) -> tuple[str, str]:
    """`CTO at Globex` as the title and the company, where that is one of these; else as it is, and blank."""
    companies = list(companies)
    for found in reversed(list(_AT.finditer(title))):
        company = title[found.end() :]
        if is_company(company, companies):
            return title[: found.start()].strip(" ,"), company
    words = title.split()
    for at in range(1, len(words)):
        company = " ".join(words[at:])
        if is_company(company, companies) and is_title(" ".join(words[:at])):
            return " ".join(words[:at]).strip(" ,"), company
    return title, ""


def kind_of(text: str, companies: Iterable[str]) -> Kind:
    """What a text is that stands beside names, told from its words alone."""
    if len(text) > LONGEST_NAME:
        return "unknown"
    words = text.split()
    if is_company(text, companies):
        return "company"
    key = fold(text).strip(" ,.!")
    if key in NOBODY:
        return "unknown"
    if name_words.are_pronouns(text) or _is_rank(text.strip(" •·:")) or _SENT_FROM.fullmatch(text):
        return "dropped"
    if is_close(text) or is_the_user(text):
        return "dropped"
    if _is_place(text) and not surely_a_name(" ".join(words[:2])):
        return "place"
    if any(map(str.isdigit, text)):
        return "title" if is_title(text) else "unknown"
    if is_title(text):
        return "title"
    if _is_office(text) or is_some_company(text):
        return "office"
    if surely_a_name(text):
        return "name"
    return "maybe a name" if _shaped_as_name(words) else "unknown"


def _is_rank(text: str) -> bool:
    return fold(text) in RANKS or _COUNTED_RANK.fullmatch(text) is not None


def _is_place(text: str) -> bool:
    # Digits are looked for first: hardly any name has some.
    numbered = any(map(str.isdigit, text))
    return numbered and (_STREET.search(text) or _POSTCODE.fullmatch(text)) is not None


def is_title(text: str) -> bool:
    """Whether a text says what somebody does, by a word that does; not a bare department or a name."""
    if len(text) > 120 or set(text) & set(":?!=<>"):
        return False
    words = [bare(word) for word in re.split(r"[\s/,&-]+", text) if word]
    jobs = [word for word in words if name_words.is_job(word) or _job_ending(word)]
    if all(map(name_words.is_degree, text.replace(",", " ").split())) or name_words.is_degree(
        text.replace(" ", "")
    ):
        return True
    if not [word for word in jobs if word not in DEPARTMENTS]:
        return text in SHORT_TITLES
    first = text.split()[0]
    if first[:1].islower() and not opens_a_title(first):
        # `the CTO`, `who leads the team`.
        return False
    return not (is_first_name(first) and not name_words.is_job(first)) or len(words) == len(jobs)


def opens_a_title(word: str) -> bool:
    """Whether a title may begin with a word, also in lower case."""
    pieces = [bare(piece) for piece in re.split(r"[/&-]", word) if piece]
    return any(
        name_words.is_job(piece)
        or _job_ending(piece)
        or piece in BEFORE_A_JOB
        or piece in FIELDS
        or piece in DEPARTMENTS
        for piece in (bare(word), *pieces)
    )


def _is_office(text: str) -> bool:
    """An office's name, not a sentence that has one in it, nor `your hiring manager`."""
    if text.partition(" ")[0] in _ARTICLES or not any(map(str.isalpha, text)):
        return False
    strange = [word for word in text.split() if word[:1].islower() and not name_words.is_office(word)]
    return name_words.is_office(text) and all(name_words.is_job(word) for word in strange)


def _job_ending(word: str) -> bool:
    """Whether it is a job by how it ends, as German puts them together, or one of other languages."""
    return word in MORE_JOBS or (len(word) > 7 and word.removesuffix("in").endswith(JOB_ENDINGS))


def surely_a_name(text: str) -> bool:
    """Whether a text is the whole name of somebody: it begins with a first name, or with a title of one."""
    words = text.split()
    if len(words) < 2 or text.islower() or not _shaped_as_name(words):
        return False
    if name_words.is_title(words[0]):
        return True
    return is_first_name(words[0]) and not is_rather_a_surname(words[0])


def stands_for_nobody(text: str) -> bool:
    """Whether a text is written where a name is not known: `TBD`, an office, a company."""
    return fold(text).strip(" ,.!") in NOBODY or kind_of(text, ()) == "office"


def is_only_a_first_name(text: str) -> bool:
    """Whether a text is one first name, and hardly a surname."""
    return " " not in text.strip() and is_hardly_a_surname(text.strip())


def _shaped_as_name(words: list[str]) -> bool:
    if not 0 < len(words) < 8 or any(map(str.isdigit, "".join(words))):
        return False
    if _IN_NO_NAME & set("".join(words)):
        return False
    if all(word.islower() for word in words):
        return len(words) < 4 and is_first_name(words[0])
    return all(is_name_word(word) for word in words)


_IN_NO_NAME = frozenset("!?:;/\\=<>{}#*@%+$€")


def is_name_word(word: str) -> bool:
    """Whether a word may stand in a name: a capital, letters that have none, a particle, a title."""
    first = word.lstrip("('\"“„‘’")[:1]
    if set(word) & _IN_NO_NAME:
        return False
    return (
        not first.islower()
        or word in PARTICLES
        or name_words.is_title(word)
        or name_words.goes_on_a_title(word)
        or name_words.is_generation(word)
        or name_words.is_degree(word)
        or word[1:2] in ("'", "’")
        or (len(word) > 2 and word[1].isupper())
        or bare(word) in name_words.BEHIND_FIRST_NAME
    )


def may_be_a_nickname(text: str) -> bool:
    """Whether what stands in brackets behind a name may be how somebody is called: `Liz`, `goes by Liz`."""
    return _A_NICKNAME.fullmatch(text) is not None


def may_be_a_title(text: str) -> bool:
    """Whether what stands in the place of a title is one; what may as well be a name or a remark is none."""
    words = text.split()
    if len(text) > 150 or len(words) > 12 or any(sum(map(str.isdigit, word)) > 2 for word in words):
        return False
    if re.search(r"[@<>=!?:]|https?:", text):
        return False
    if is_title(text) or (_is_office(text) and not is_some_company(text)):
        return True
    keys = [bare(word) for word in re.split(r"[\s/,&+-]+", text) if word]
    if len(words) == 1 and not is_first_name(text):
        return bool(DOES_SOMETHING.fullmatch(text)) or keys[-1] in FIELDS
    return bool(keys) and all(
        key in FIELDS or key in DEPARTMENTS or key in ("and", "of", "und", "&") for key in keys
    )


def address_fits(address: str, name: str) -> bool:
    """Whether an address is likely that of somebody of that name: it has a word of it, or begins as one.

    A name in other letters fits any.
    """
    local = re.sub(r"[^a-z]", "", fold(address.partition("@")[0]))
    words = [re.sub(r"[^a-z]", "", fold(word)) for word in name.split()]
    if any(map(str.isalpha, name)) and not any(words):
        # Letters of another script tell nothing against it.
        return True
    return any(word in local for word in words if len(word) > 2) or local[:1] in {word[:1] for word in words}


def address_names(address: str, name: str) -> bool:
    """Whether an address has a whole word of a name in it, and not only its first letter."""
    local = fold(address.partition("@")[0])
    return any(len(word) > 2 and word in local for word in fold(name).split())
