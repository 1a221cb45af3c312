"""What stands beside names where people are pasted: titles, companies, pronouns, marks of websites. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

from store.languages import follows_languages, languages
from store.people import name_words
from store.people.first_names import is_first_name, is_hardly_a_surname, is_rather_a_surname
from store.people.letters import fold, fold_words
from store.people.name_words import PARTICLES, bare
from store.people.written_name import LONGEST_NAME

Kind = Literal["title", "company", "dropped", "office", "name", "maybe a name", "place", "unknown"]
"""What a text is, where it stands beside a name. `dropped`: understood, and not kept; `place`: an address."""


_LEGAL = fold_words(
    """
    ag se kg kgaa ohg gmbh mbh ug e.v ev inc incorporated llc llp lp ltd limited plc corp corporation co
    company sa s.a sas s.a.s sarl s.a.r.l srl s.r.l spa s.p.a sl s.l slu bv b.v nv n.v oy oyj ab as a/s aps kk
    k.k pty pte group holding holdings gruppe groupe international global deutschland germany france españa
    spain uk usa us europe emea schweiz switzerland österreich austria technologies labs
    """
)
"""What may stand behind the name of a company, and makes no other company of it."""
_FORM = fold_words(
    "ag se kg kgaa ohg gmbh mbh ug inc llc llp ltd limited plc corp corporation sas sarl srl bv nv oy"
)
_RANKS = re.compile(
    r"(?:[•·] ?)?(?:1st|2nd|3rd\+?)(?: degree)?(?: connection)?|verified|premium|message|connect|"
    r"follow(?:ing)?|open to work|contact info|view .{1,40} profile|\d[\d,.+]* (?:connections|followers)|"
    r"mutual connections?|work|home|cell|mobile|office|internet|pref|private|voice|main|other|linkedin|xing|"
    r"optional|required|organi[sz]er|accepted|tentative|external|extern|ext|unverified|you|me|via .{1,40}",
    re.IGNORECASE,
)
"""What a website, an address book or a calendar puts beside a name."""
_SENT_FROM = re.compile(
    r"(?:sent from|get outlook|von meinem|envoyé de|enviado desde)\b.{0,60}|searching for .{0,60}",
    re.IGNORECASE,
)
_CLOSES = frozenset(
    (
        "best", "regards", "cheers", "thanks", "thank you", "many thanks", "kind regards", "warm regards",
        "best regards", "all the best", "sincerely", "yours", "yours truly", "mfg", "lg", "vg", "beste grüße",
        "liebe grüße", "schöne grüße", "gruß", "viele grüsse", "mit freundlichen grüssen",
        "mit freundlichem gruß", "bien à vous", "bonne journée", "saludos", "cordialmente", "cordialement",
        "un cordial saludo", "best wishes", "br", "rgds", "with kind regards", "danke", "merci", "gracias",
    )
)  # fmt: skip
_STREET = re.compile(
    r"\b(?:street|st|road|rd|avenue|ave|lane|blvd|boulevard|drive|floor|suite|square|rue|quai|place|calle|via|"
    r"plaza|avenida|platz|allee|weg|gasse|ring|ufer|damm|strasse|straße|str|box|postfach|building)\b|"
    r"(?:straße|strasse|str\.?|platz|allee|weg|gasse|ring|ufer|damm) \d|laan \d|straat \d",
    re.IGNORECASE,
)
_POSTCODE = re.compile(
    r"(?:[A-Z]{1,2}-)?\d{4,5}(?: ?[A-Z]{2})? [^\W\d_].*|.*\b[A-Z]{2} \d{5}(?:-\d{4})?|"
    r".*\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}"
)
_DEPARTMENTS = fold_words(
    """
    people talent hr hiring human resources operations ops it data team global product marketing sales finance
    research software engineering staff personal personnel rh rrhh recruiting recruitment abteilung
    """
)
_SHORT_TITLE = re.compile(r"[A-Z]{2,4}")
_FIELDS = fold_words(
    """
    platform infrastructure security cloud analytics growth design strategy quality backend frontend fullstack
    devops mobile web ux ui ai ml bi qa legal compliance procurement logistics partnerships content brand
    communications pr payments risk audit tax treasury automation robotics machine learning science hardware
    firmware embedded networks database databases architecture delivery success support solutions business
    development training education administration einkauf vertrieb entwicklung technik qualität finanzen
    """
)
"""Of what a title without a job in it speaks: `Platform`, `Machine Learning`."""
_DOES = re.compile(r"[^\W\d_]{3,}(?:er|or|ist|eur|euse|ière|ant|keeper|man|woman)", re.IGNORECASE)
"""How a word ends that says what somebody does."""
_AT = re.compile(r"\s+(?:at|@|bei|chez|en|with|von|of|for|from)\s+(?=\S)", re.IGNORECASE)


@follows_languages
@cache
def _closes() -> frozenset[str]:
    return frozenset(map(fold, _CLOSES)) | {
        fold(close) for one in languages().values() for close in one.closes
    }


def is_company(text: str, companies: Iterable[str]) -> bool:
    """Whether a text names one of these companies, in whatever legal form: `Globex Deutschland GmbH`."""
    words = _company_words(text)
    return any(known and words[: len(known)] == known and _only_form(words[len(known) :])
               for known in map(_own_words, companies))  # fmt: skip


def _company_words(text: str) -> list[str]:
    return [bare(word) for word in re.split(r"[\s,&()]+", text[:200]) if word.strip("._-")]


def _own_words(company: str) -> list[str]:
    words = _company_words(company)
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    return words


def _only_form(words: list[str]) -> bool:
    return all(word in _LEGAL or word in ("+", "und", "and") for word in words)


def is_some_company(text: str) -> bool:
    """Whether a text says by its legal form that it is a company's name."""
    words = _company_words(text)
    return len(words) > 1 and words[-1] in _FORM


def without_company(title: str, companies: Iterable[str]) -> tuple[str, str]:
    """`CTO at Globex` as the title and the company, where that is one of these; else as it is, and blank."""
    for found in reversed(list(_AT.finditer(title))):
        company = title[found.end() :]
        if is_company(company, companies):
            return title[: found.start()].strip(" ,"), company
    return title, ""


def kind_of(text: str, companies: Iterable[str]) -> Kind:
    """What a text is that stands beside names, told from its words alone."""
    if len(text) > LONGEST_NAME:
        return "unknown"
    words = text.split()
    if not any(map(str.isalnum, text)):
        return "dropped"
    if is_company(text, companies):
        return "company"
    key = fold(text).strip(" ,.!")
    if name_words.are_pronouns(text) or _RANKS.fullmatch(text.strip(" •·:")) or _SENT_FROM.fullmatch(text):
        return "dropped"
    if key in _closes():
        return "dropped"
    if _is_place(text) and not surely_a_name(" ".join(words[:2])):
        return "place"
    if any(map(str.isdigit, text)):
        return "title" if is_title(text) else "unknown"
    if is_title(text):
        return "title"
    if name_words.is_office(text) or is_some_company(text):
        return "office"
    if surely_a_name(text):
        return "name"
    return "maybe a name" if _shaped_as_name(words) else "unknown"


def _is_place(text: str) -> bool:
    return (bool(_STREET.search(text)) and any(map(str.isdigit, text))) or bool(_POSTCODE.fullmatch(text))


def is_title(text: str) -> bool:
    """Whether a text says what somebody does, by a word that does; not a bare department or a name."""
    if len(text) > 120:
        return False
    words = [bare(word) for word in re.split(r"[\s/,&-]+", text) if word]
    jobs = [word for word in words if name_words.is_job(word) or _job_ending(word)]
    if all(map(name_words.is_degree, text.replace(",", " ").split())):
        return True
    if not [word for word in jobs if word not in _DEPARTMENTS]:
        return (
            bool(_SHORT_TITLE.fullmatch(text)) and name_words.is_job(text) and text not in ("HR", "IT", "RH")
        )
    first = text.split()[0]
    return not (is_first_name(first) and not name_words.is_job(first)) or len(words) == len(jobs)


def _job_ending(word: str) -> bool:
    """Jobs of German, and those that say in English what somebody does."""
    return len(word) > 7 and word.endswith(("leiter", "leiterin", "ingenieur", "entwickler", "entwicklerin",
                                            "manager", "managerin", "berater", "beraterin"))  # fmt: skip


def surely_a_name(text: str) -> bool:
    """Whether a text is the whole name of somebody: it begins with a first name, or with a title of one."""
    words = text.split()
    if len(words) < 2 or not _shaped_as_name(words):
        return False
    if name_words.is_title(words[0]):
        return True
    return is_first_name(words[0]) and not is_rather_a_surname(words[0])


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


def may_be_a_title(text: str) -> bool:
    """Whether what stands in the place of a title is one; what may as well be a name or a remark is none."""
    words = text.split()
    if len(text) > 150 or len(words) > 12 or any(sum(map(str.isdigit, word)) > 2 for word in words):
        return False
    if re.search(r"[@<>=!?:]|https?:", text):
        return False
    if is_title(text) or (name_words.is_office(text) and not is_some_company(text)):
        return True
    keys = [bare(word) for word in re.split(r"[\s/,&+-]+", text) if word]
    if len(words) == 1 and not is_first_name(text):
        return bool(_DOES.fullmatch(text)) or keys[-1] in _FIELDS or (text.isupper() and len(text) < 6)
    return bool(keys) and all(
        key in _FIELDS or key in _DEPARTMENTS or key in ("and", "of", "und") for key in keys
    )
