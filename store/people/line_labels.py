"""What stands at the beginning of a line with a colon: `To:`, `Interviewers:`, `Recruiter:`. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from store.patterns import pattern
from store.people.beside_names import is_title

LabelKind = Literal["", "title", "company", "people", "role"]


class Label(NamedTuple):
    """What a line begins with, and the rest of it."""

    kind: LabelKind
    """What the rest is: a title, a company, names in a row; of a `role` the label itself is the title."""
    text: str
    rest: str


_WHOSE = r"(?:(?:the|your|our|my|ihre?|unsere?|deine?|votre|vos|notre|su|sus|il suo|twój|uw)[ \t]+)?"
_HOW = r"(?:(?:required|optional|other|all|erforderliche|optionale|requis|facultatifs)[ \t]+)?"
_PEOPLE = (
    r"attendees?|participants?|guests?|invitees?|interviewers?|panel(?:ists?| members?)?|who|with|"
    r"teilnehmer(?:innen|in|/innen|:innen)?|gäste|gesprächspartner(?:innen|in)?|participantes?|invitad[oa]s?|"
    r"invités?|asistentes?|entrevistador(?:es|as|a)?|recruteurs?|partecipanti|uczestnicy|katılımcılar"
)
_ANYBODY = (
    r"organi[sz]ers?|organisator(?:in)?|organi[sz]ador(?:a)?|organisateur|organisatrice|host|"
    r"interviewers? \d{1,2}|contacts?|contact person|point of contact|"
    r"name|full name|nom|nombre|nome|ansprechpartner(?:in)?|ansprechperson|kontaktperson|contacto?|kontakt|"
    r"interlocut(?:eur|rice)|persona de contacto|personne de contact|referente|interview|call|"
    r"reply-to|address|anschrift|adresse"
)
_FROM = r"from|von|de|da|van|od|från|kimden|от"
_TO = r"to|an|à|para|a|aan|do|till|kime|кому"
_COPY = r"cc|bcc|kopie|copie|copia"
_TITLE = r"title|job title|position|role|titel|poste|cargo|puesto|rolle|funktion|fonction|ruolo|stanowisko"
_COMPANY = r"company|organi[sz]ation|firma|unternehmen|société|empresa|azienda"
_LABEL = pattern(
    rf"[ \t|*_]*(?:{_WHOSE}(?:{_HOW}(?P<people>{_PEOPLE})|(?:{_ANYBODY}))(?:[ \t]?\(\d{{1,3}}\))?|"
    rf"{_FROM}|{_TO}|{_COPY}|(?P<title>{_TITLE})|(?P<company>{_COMPANY}))[*_]* ?:[*_]*[ \t]*",
    re.IGNORECASE,
    needs=":",
)
_HEADING = pattern(rf"[ \t*_#]*{_HOW}(?:{_PEOPLE})(?:[ \t]?\(\d{{1,3}}\))?[*_]*[ \t]*", re.IGNORECASE)
_ROLE = pattern(
    rf"[ \t|*_]*{_WHOSE}([^\W\d_][^:\n]{{1,60}}?)[*_]* ?:[*_]*[ \t]+(?=[^\W\d_])", re.IGNORECASE, needs=":"
)
_SENT_BY = pattern(rf"[ \t*_]*(?:{_FROM})[*_]* ?:", re.IGNORECASE, needs=":")
_SENT_TO = pattern(rf"[ \t*_]*(?:{_TO})[*_]* ?:", re.IGNORECASE, needs=":")
_HEAD_WORDS = (
    r"Gesendet|Sent|Date|Datum|Betreff|Subject|Objet|Envoyé|Asunto|Enviado|Fecha|Oggetto|Inviato|Data|Assunto|"
    r"Enviada|Onderwerp|Verzonden|Temat|Wysłano|Konu|Tarih|Ämne|Skickat|Emne|Sendt|Importance|Priority|Wichtigkeit"
)
_OF_A_HEAD = pattern(rf"[ \t*_]*(?:{_HEAD_WORDS})[*_]*[ \t]?:", re.IGNORECASE, needs=":")
FOOTER = pattern(
    rf"^[ \t*_]*(?i:{_HEAD_WORDS})[*_]*[ \t]?:.{{0,400}}$|"
    r"^[ \t]*(?:Confidential|This e-?mail|This message|Diese E-?Mail|Disclaimer|Ce message|Vertraulich)"
    r".{30,2000}$|"
    r"^.{0,200}\b(?:Sitz der|Sitz:|HR[AB] ?\d|HR[AB]-Nr|Amtsgericht|Registergericht|"
    r"Geschäftsführ(?:er|ung|erin):|Managing Directors?:|USt-?Id|VAT (?:No|ID|Reg)|Registered (?:in|office)|"
    r"Company (?:No|number)|Vorstand:|Aufsichtsrat|SIRET|RCS ).{0,400}$",
    re.MULTILINE,
)
"""What a company must say of itself below a letter; of its head, what is about no person."""


def label_of(line: str) -> Label | None:
    """The label of a line, None where it has none."""
    if found := _LABEL.match(line):
        kind = next((kind for kind, text in found.groupdict().items() if text), "")
        rest = line[found.end() :]
        return Label(_KINDS[kind], found[0].strip(" \t|*_:"), rest)
    if found := _HEADING.fullmatch(line):
        return Label("", found[0].strip(), "")
    found = _ROLE.match(line)
    if found and ":" not in line[found.end() :] and is_title(found[1]):
        return Label("role", found[1], line[found.end() :])
    return None


_KINDS: dict[str, LabelKind] = {"": "", "title": "title", "company": "company", "people": "people"}


def addressee_lines(lines: Sequence[str]) -> frozenset[int]:
    """The lines that say whom a mail went to, in the head of one: whoever pastes it may well be among them.

    Only where it is the head of a mail: it also says who sent it, and when or about what.
    """
    found: set[int] = set()
    start = 0
    for end in range(len(lines) + 1):
        if end == len(lines) or not lines[end].strip():
            found |= _addressees(lines, start, end)
            start = end + 1
    return frozenset(found)


def _addressees(lines: Sequence[str], start: int, end: int) -> set[int]:
    block = lines[start:end]
    if not (any(map(_SENT_BY.match, block)) and any(map(_OF_A_HEAD.match, block))):
        return set()
    found, inside = set(), False
    for at, line in enumerate(block, start):
        if _SENT_TO.match(line):
            inside = True
        elif _OF_A_HEAD.match(line) or _LABEL.match(line):
            inside = False
        if inside:
            found.add(at)
    return found
