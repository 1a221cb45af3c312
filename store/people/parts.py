"""A text about people taken to pieces: addresses, numbers, links, marks in brackets, words between. Pure.

What a piece means is told in `store.people.people_drafts`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Literal, NamedTuple

from store.people.name_words import is_job
from store.people.written_numbers import WrittenNumber, numbers_in, plain_signs

PartKind = Literal[
    "words", "quoted", "bracket", "mail", "number", "link",
    "name", "title", "note", "called", "ask", "whatsapp", "company", "footer",
]  # fmt: skip
"""The last eight are said to be that: `(called Jo)`, `(title: …)`."""
Separator = Literal["", "|", ",", ";", "\n"]


class Part(NamedTuple):
    """One piece, and what stands between it and the one before; a bar, a dash and a tab are a `|`."""

    kind: PartKind
    text: str
    separator: Separator
    line: int
    """Of the text, from 0 on."""
    number: WrittenNumber | None = None


class _Found(NamedTuple):
    kind: PartKind
    text: str
    number: WrittenNumber | None = None


_DASH = re.compile(r"(?<=\w)–(\w+)")
_MARK = chr(0xF0000)
_ENCODED = re.compile(r"=\?[\w-]{1,40}\?[bqBQ]\?[^?\s]{0,500}\?=")
_LINKED_MAIL = re.compile(r"\[([^\[\]\n]{0,200})\]\(mailto:([^()\s]{1,300})\)", re.IGNORECASE)
_LINKED_NUMBER = re.compile(r"\[([^\[\]\n]{0,200})\]\((tel:[^()\s]{1,60})\)", re.IGNORECASE)
_LINKED = re.compile(r"\[([^\[\]\n]{1,200})\]\((https?://[^()\s]{1,500})\)", re.IGNORECASE)
_WHATSAPP_LINK = re.compile(
    r"<?(?:https?://)?(?:wa\.me/|api\.whatsapp\.com/send\?phone=)\+?(\d{7,15})\b>?", re.IGNORECASE
)
_TAG_MAIL = re.compile(
    r"<a [^<>]{0,200}href=[\"']mailto:([^\"'<>?]{1,300})[^<>]{0,300}>([^<>]{0,300})</a>", re.IGNORECASE
)
_TAG = re.compile(
    r"</?(?:a|b|i|u|p|br|div|span|strong|em|td|tr|li|ul|font)(?: [^<>]{0,300})?/?>", re.IGNORECASE
)
_BULLET = re.compile(
    r"^[ \t]*(?:(?:[-*•·‣▪◦>+]|\d{1,2}[.)]|\(\d{1,2}\)|[a-z]\)|\[[ xX]?\])[ \t]+|>+)+", re.MULTILINE
)
_HEADER = re.compile(
    r"^(?:(?:index|name|type|e-?mail|phone|telephone|address|uid|kind|birthday|title|company)\b"
    r"[ \t|,;]*){2,}$",
    re.IGNORECASE | re.MULTILINE,
)
"""The first line of a table, as address books on the command line print it."""
_LABEL = re.compile(
    r"(?:(?<=^)|(?<=\|))[ \t*_]*(?:to|cc|bcc|from|an|von|kopie|de|para|à|attendees?|"
    r"participants?|guests?|organi[sz]er|interviewers?(?: \d{1,2})?|panel|with|contacts?|teilnehmer|"
    r"name|full name|"
    r"ansprechpartner(?:in)?|contacto?|kontakt|interlocut(?:eur|rice)|votre interlocut(?:eur|rice)|"
    r"interview|call|"
    r"reply-to|a|address|anschrift|adresse|"
    r"(?P<title>title|job title|position|role|titel|poste|cargo|puesto|rolle|funktion|fonction)|"
    r"(?P<company>company|organi[sz]ation|firma|unternehmen|société|empresa))[*_]* ?:[*_]*[ \t]*",
    re.IGNORECASE | re.MULTILINE,
)
_FOOTER = re.compile(
    r"^[ \t]*(?:Gesendet|Sent|Date|Datum|Betreff|Subject|Objet|Envoyé|Asunto|Enviado|Fecha)[ \t]?:.{0,400}$|"
    r"^[ \t]*(?:Confidential|This e-?mail|This message|Diese E-?Mail|Disclaimer|Ce message|Vertraulich)"
    r".{30,2000}$|"
    r"^.{0,200}\b(?:Sitz der|Sitz:|HR[AB] ?\d|HR[AB]-Nr|Amtsgericht|Registergericht|"
    r"Geschäftsführ(?:er|ung|erin):|Managing Directors?:|USt-?Id|VAT (?:No|ID|Reg)|Registered (?:in|office)|"
    r"Company (?:No|number)|Vorstand:|Aufsichtsrat|SIRET|RCS ).{0,400}$",
    re.MULTILINE,
)
"""What a company must say of itself below a letter; of its head, what is about no person."""
_SAID = re.compile(
    r'\(\s*(?P<what>name|title|note)\s*:\s*(?:"(?P<exact>(?:[^"\n]|"")*)"|(?P<plain>[^()"\n]*))\s*\)',
    re.IGNORECASE,
)
_CALLED = re.compile(r"\(\s*called\s([^()]*)\)", re.IGNORECASE)
_ASKED = re.compile(
    r"\(\s*(?:(?:ask\s+)?by\s+(?P<way>phone|e-?mail)|(?P<never>never\s+ask|do\s+not\s+ask))\s*\)",
    re.IGNORECASE,
)
_WHATSAPP = re.compile(
    r"\(\s*(?:(?:also|auch|aussi|también|on|via|has|hat)\s+)?whats\s*app\s*\)", re.IGNORECASE
)
_QUOTED = re.compile(r"(?:(?<=^)|(?<=[\n;,>]))[ \t]*(?:\"([^\"\n]{1,200})\"|'([^'\n]{2,200})'(?=[ \t]*<))")
_MAIL = re.compile(
    r"(?:(?<!\w)(?:e-?mail|mail|e|courriel|correo)[ \t]{0,2}[:.][ \t]{0,2})?(?:(?:mailto|smtp|sip):)?"
    r"([^\s<>()\[\]\"',;:|/@]{1,64}@[^\s<>()\[\]\"',;|?@]{1,255})(?:\?[^\s<>()\[\]]{0,300})?",
    re.IGNORECASE,
)
_ANGLED = re.compile(r"<([^<>\n]{0,300})>")
_LINK = re.compile(
    r"(?<!\w)(?:web(?:site|seite)?|url|w)[ \t]{0,2}:[ \t]{0,2}[\w-]{1,60}\.[\w.-]{2,60}(?![\w@])|"
    r"(?:(?<!\w)(?:web(?:site|seite)?|url|w|linkedin|github|site)[ \t]{0,2}[:.][ \t]{0,2})?"
    r"<?(?<!\w)(?:https?://|www\.)[^\s<>()\[\]\"',;|]{1,500}>?|(?<![\w.@-])(?:linkedin\.com|xing\.com)/\S{1,200}",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[(\[{]([^()\[\]{}\n]*)[)\]}]")
_SEPARATOR = re.compile(
    r"\n|;|,|\t|[ \t]*[|•·│][ \t]*|(?:(?<=[ \t])|^)(?:-{1,3}|/|~)(?=[ \t]|$)", re.MULTILINE
)
_DEEPEST = 5
_STRENGTH: tuple[Separator, ...] = ("", "|", ",", ";", "\n")


def parts_of(text: str) -> list[Part]:
    """The pieces of a text, in their order. It may have any length; line breaks are `\\n`."""
    found: list[_Found] = []

    def keep(kind: PartKind, words: str, number: WrittenNumber | None = None) -> str:
        found.append(_Found(kind, words, number))
        return chr(ord(_MARK) + len(found) - 1)

    plain = _prepared(text)
    for take in (_said, _quoted, _addresses, _numbers, _brackets):
        plain = take(plain, keep)
    return _in_order(plain, found)


Keep = Callable[..., str]


def _prepared(text: str) -> str:
    if "=?" in text:
        text = _ENCODED.sub(lambda one: _decoded(one[0]), re.sub(r"\?=\s+=\?", "?==?", text))
    text = _DASH.sub(lambda one: f" - {one[1]}" if is_job(one[1]) else one[0], text.replace("—", " - "))
    text = "".join(map(_seen, plain_signs(text))).replace(" \u200d", " ")
    # One of several, or what looks for the space around a sign takes as long as there is of it, squared.
    text = re.sub(r"[ \t]+", lambda one: "\t" if "\t" in one[0] else " ", text)
    if "&" in text or "</" in text:
        text = _without_markup(text)
    text = _LINKED_MAIL.sub(r"\1 <\2>", text)
    text = _LINKED_NUMBER.sub(
        lambda one: one[1] if re.search(r"\d{3}", one[1]) else f"{one[1]} {one[2]}", text
    )
    text = _WHATSAPP_LINK.sub(r"WhatsApp: +\1", _LINKED.sub(r"\1 \2", text))
    text = _BULLET.sub("", _HEADER.sub("", text))
    return (
        re.sub(r"[*_`]{1,3}(?=\w)|(?<=[\w.)])[*_`]{1,3}(?![\w@.])", "", text)
        if set(text) & set("*_`")
        else text
    )


def _without_markup(text: str) -> str:
    # Imported on use: hardly any line has some.
    from html import unescape

    text = _TAG_MAIL.sub(r"\2 <\1>", text)
    return unescape(_TAG.sub(" ", text))


def _seen(letter: str) -> str:
    """A letter, a space for a picture; what is kept for marks of our own is taken out."""
    kind = unicodedata.category(letter)
    return "" if kind == "Co" else " " if kind == "So" or letter == "\ufe0f" else letter


def _decoded(word: str) -> str:
    # Imported on use: hardly any line has one.
    from email.header import decode_header, make_header

    try:
        return " ".join(str(make_header(decode_header(word))).split())
    except (LookupError, ValueError):
        return word


def _said(text: str, keep: Keep) -> str:
    """What is said to be something: `(called Jo)`, `(title: Head of Data)`, `Title: Head of Data`."""

    def explicit(one: re.Match[str]) -> str:
        exact = one["exact"]
        words = one["plain"] if exact is None else exact.replace('""', '"')
        return keep(one["what"].lower(), " ".join(words.split()) if exact is None else words)

    def asked(one: re.Match[str]) -> str:
        return keep("ask", "never" if one["never"] else "phone" if one["way"].lower() == "phone" else "email")

    text = _SAID.sub(explicit, text)
    text = _FOOTER.sub(lambda one: keep("footer", one[0].strip()), text)
    text = _CALLED.sub(lambda one: keep("called", " ".join(one[1].split())), text)
    text = _WHATSAPP.sub(lambda one: keep("whatsapp", ""), _ASKED.sub(asked, text))
    lines = []
    for line in text.split("\n"):
        label = _LABEL.match(line)
        kind = label and ("title" if label["title"] else "company" if label["company"] else "")
        if label is None:
            lines.append(line)
        elif kind and line[label.end() :].strip():
            lines.append(keep(kind, line[label.end() :].strip()))
        else:
            lines.append(line[label.end() :])
    return "\n".join(lines)


def _quoted(text: str, keep: Keep) -> str:
    def quoted(one: re.Match[str]) -> str:
        inside = (one[1] or one[2]).strip()
        return inside if "@" in inside or not any(map(str.isalpha, inside)) else keep("quoted", inside)

    return _QUOTED.sub(quoted, text)


def _addresses(text: str, keep: Keep) -> str:
    def angled(one: re.Match[str]) -> str:
        inside = one[1].strip()
        if _LINK.fullmatch(inside):
            return keep("link", inside)
        return keep("mail", re.sub(r"^mailto:", "", inside, flags=re.IGNORECASE).partition("?")[0])

    def bare(one: re.Match[str]) -> str:
        address = one[1].rstrip(".")
        if "." not in address.partition("@")[2]:
            return one[0]
        return keep("mail", address) + one[1][len(address) :]

    text = _ANGLED.sub(angled, text)
    text = _LINK.sub(lambda one: keep("link", one[0].strip("<>")), text)
    return _MAIL.sub(bare, text) if "@" in text else text


def _numbers(text: str, keep: Keep) -> str:
    pieces, end = [], 0
    for one in numbers_in(text):
        pieces += [text[end : one.start], keep("number", one.text, one)]
        end = one.end
    return "".join((*pieces, text[end:]))


def _brackets(text: str, keep: Keep) -> str:
    """Brackets become a piece each, but around an address, a number or the like they only part it."""

    def bracket(one: re.Match[str]) -> str:
        inside = one[1].strip()
        if any(letter >= _MARK for letter in inside):
            return f"|{inside}|"
        return keep("bracket", inside) if inside else " "

    for _ in range(_DEEPEST):
        changed = _BRACKET.sub(bracket, text)
        if changed == text:
            break
        text = changed
    return text


def _in_order(text: str, found: list[_Found]) -> list[Part]:
    parts: list[Part] = []
    line, separator = 0, _STRENGTH[0]
    for piece in re.split(f"({_SEPARATOR.pattern}|[{_MARK}-\U000ffffd])", text, flags=re.MULTILINE):
        if not piece:
            continue
        if piece >= _MARK:
            one = found[ord(piece) - ord(_MARK)]
            parts.append(Part(one.kind, one.text, separator, line, one.number))
            separator = ""
        elif _SEPARATOR.fullmatch(piece):
            line += piece == "\n"
            new: Separator = "\n" if piece == "\n" else ";" if piece == ";" else "," if piece == "," else "|"
            separator = max(separator, new, key=_STRENGTH.index)
        elif words := " ".join(piece.split()):
            parts.append(Part("words", words, separator, line))
            separator = ""
    return parts
