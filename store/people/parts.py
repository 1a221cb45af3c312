"""A text about people taken to pieces: addresses, numbers, links, marks in brackets, words between. Pure.

What a piece means is told in `store.people.people_drafts`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from store.patterns import pattern
from store.people.line_labels import FOOTER, addressee_lines, label_of
from store.people.pasted_text import prepared
from store.people.written_numbers import WrittenNumber, numbers_in

PartKind = Literal[
    "words", "quoted", "bracket", "mail", "number", "link",
    "name", "title", "note", "called", "ask", "whatsapp", "company", "footer",
    "role", "people", "addressees",
]  # fmt: skip
"""`name` and the seven behind it are said to be that: `(called Jo)`, `(title: …)`. A `role` is the title of
whoever the line is about; `people` stands before names in a row, `addressees` before whom a mail went to."""
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


_MARK = chr(0xF0000)
_NO_COMMA = chr(0xE000)
"""Stands for a comma that parts nothing."""
_TITLE_INSIDE = pattern(
    r"([;|][ \t]*)(?:title|job title|position|role|titel|rolle|funktion|poste|cargo|puesto)"
    r" ?:[ \t]*([^;|\n]{2,120})",
    re.IGNORECASE,
    needs=";|",
)
_FORM_BEHIND_COMMA = pattern(
    r", {0,2}(?=(?:Inc|LLC|LLP|Ltd|Limited|GmbH|PLC|Corp|Pty|AG|S\.?A\.?S|S\.?A|S\.?[rR]\.?[lL]|S\.?p\.?A|"
    r"B\.?V|N\.?V|S\.?L|LP)\b\.?(?: Ltd\.?)?[ \t]*(?:[,;|)\]\n<>\t•·]| - |$))",
    needs=",",
)
_DOMAIN = pattern(r"(?<![\w.@/-])(?:[\w-]{1,60}\.){1,4}[a-z]{2,24}(?![\w@/-]|\.\w)", re.IGNORECASE, needs=".")
_SAID = pattern(
    r'\(\s*(?P<what>name|title|note)\s*:\s*(?:"(?P<exact>(?:[^"\n]|"")*)"|(?P<plain>[^()"\n]*))\s*\)',
    re.IGNORECASE,
    needs="(",
)
_CALLED = pattern(r"\(\s*called\s([^()]*)\)", re.IGNORECASE, needs="(")
_ASKED = pattern(
    r"\(\s*(?:(?:ask\s+)?by\s+(?P<way>phone|e-?mail)|(?P<never>never\s+ask|do\s+not\s+ask))\s*\)",
    re.IGNORECASE,
    needs="(",
)
_WHATSAPP = pattern(
    r"\(\s*(?:(?:also|auch|aussi|también|on|via|has|hat)\s+)?whats\s*app\s*\)", re.IGNORECASE, needs="("
)
_QUOTED = pattern(
    r"(?:(?<=^)|(?<=[\n;,>\U000f0000-\U000ffffd]))[ \t]*"
    r"(?:\"([^\"\n]{1,200})\"|'([^'\n]{2,200})'(?=[ \t]*<))",
    needs="\"'",
)
_MAIL = pattern(
    r"(?:(?<!\w)(?:e-?mail|mail|e|courriel|correo)[ \t]{0,2}[:.][ \t]{0,2}|"
    r"(?:^|(?<=[|,;•·\t\n])|(?<=[|,;•·][ \t]))(?:e-?mail|mail|e|courriel|correo)[ \t]{1,2})?"
    r"(?:(?:mailto|smtp|sip):)?"
    r"([^\s<>()\[\]\"',;:|/@]{1,64}@[^\s<>()\[\]\"',;|?@]{1,255})(?:\?[^\s<>()\[\]]{0,300})?",
    re.IGNORECASE | re.MULTILINE,
    needs="@",
)
_ANGLED = pattern(r"<([^<>\n]{0,300})>", needs="<")
_LINK = pattern(
    r"(?<!\w)(?:web(?:site|seite)?|url|w)[ \t]{0,2}:[ \t]{0,2}[\w-]{1,60}\.[\w.-]{2,60}(?![\w@])|"
    r"(?:(?<!\w)(?:web(?:site|seite)?|url|w|linkedin|github|site)[ \t]{0,2}[:.][ \t]{0,2}|"
    r"(?:^|(?<=[|,;•·\t\n])|(?<=[|,;•·][ \t]))(?:web|internet|w)[ \t]{1,2})?"
    r"<?(?<!\w)(?:https?://|www\.)[^\s<>()\[\]\"',;|]{1,500}>?|(?<![\w.@-])(?:linkedin\.com|xing\.com)/\S{1,200}",
    re.IGNORECASE | re.MULTILINE,
    needs=".:",
)
_BRACKET = pattern(r"[(\[{]([^()\[\]{}\n]*)[)\]}]", needs="([{")
_SEPARATOR = pattern(r"\n|;|,|\t|[ \t]*[|•·│][ \t]*|(?:(?<=[ \t])|^)(?:-{1,3}|/|~)(?=[ \t]|$)", re.MULTILINE)
_DEEPEST = 5
_STRENGTH: tuple[Separator, ...] = ("", "|", ",", ";", "\n")


def parts_of(text: str) -> list[Part]:
    """The pieces of a text, in their order. It may have any length; line breaks are `\\n`."""
    found: list[_Found] = []

    def keep(kind: PartKind, words: str, number: WrittenNumber | None = None) -> str:
        found.append(_Found(kind, words, number))
        return chr(ord(_MARK) + len(found) - 1)

    plain = prepared(text)
    for take in (_said, _quoted, _forms_joined, _addresses, _numbers, _brackets):
        plain = take(plain, keep)
    return _in_order(plain, found)


Keep = Callable[..., str]


def _said(text: str, keep: Keep) -> str:
    """What is said to be something: `(called Jo)`, `(title: Head of Data)`, `Title: Head of Data`."""

    def explicit(one: re.Match[str]) -> str:
        exact = one["exact"]
        words = one["plain"] if exact is None else exact.replace('""', '"')
        return keep(one["what"].lower(), " ".join(words.split()) if exact is None else words)

    def asked(one: re.Match[str]) -> str:
        return keep("ask", "never" if one["never"] else "phone" if one["way"].lower() == "phone" else "email")

    text = _SAID.sub(explicit, text)
    addressed = addressee_lines(text.split("\n"))
    text = FOOTER.sub(lambda one: keep("footer", one[0].strip()), text)
    text = _CALLED.sub(lambda one: keep("called", " ".join(one[1].split())), text)
    text = _WHATSAPP.sub(lambda one: keep("whatsapp", ""), _ASKED.sub(asked, text))
    text = _TITLE_INSIDE.sub(lambda one: f"{one[1]}{keep('title', one[2].strip())}", text)
    lines = text.split("\n")
    return "\n".join(
        (keep("addressees", "") + " " if at in addressed else "") + _unlabelled(line, keep)
        for at, line in enumerate(lines)
    )


def _unlabelled(line: str, keep: Keep) -> str:
    """A line without what it begins with; what that says of the rest is kept."""
    label = label_of(line)
    if label is None:
        return line
    if label.kind in ("title", "company"):
        return keep(label.kind, label.rest.strip()) if label.rest.strip() else ""
    if label.kind == "role":
        return f"{label.rest}|{keep('role', label.text)}"
    return f"{keep('people', '')} {label.rest}" if label.kind == "people" else label.rest


def _quoted(text: str, keep: Keep) -> str:
    def quoted(one: re.Match[str]) -> str:
        inside = (one[1] or one[2]).strip()
        return inside if "@" in inside or not any(map(str.isalpha, inside)) else keep("quoted", inside)

    return _QUOTED.sub(quoted, text)


def _forms_joined(text: str, _: Keep | None = None) -> str:
    """`Globex, Inc.` is one company, and its comma parts nothing."""
    return _FORM_BEHIND_COMMA.sub(f"{_NO_COMMA} ", text)


def pieces_of(text: str) -> list[str]:
    """What stands between the commas and the like of a bracket."""
    pieces = re.split(r"[,;|]", _forms_joined(text))
    return [piece.replace(_NO_COMMA, ",").strip() for piece in pieces if piece.strip()]


def _addresses(text: str, keep: Keep) -> str:
    domains: set[str] = set()

    def mail(address: str) -> str:
        domains.add(address.rpartition("@")[2].casefold())
        return keep("mail", address)

    def site(one: re.Match[str]) -> str:
        # The company's website, where the address says that it is theirs.
        return keep("link", one[0]) if one[0].casefold() in domains else one[0]

    def angled(one: re.Match[str]) -> str:
        inside = one[1].strip()
        if _LINK.fullmatch(inside):
            return keep("link", inside)
        return mail(re.sub(r"^mailto:", "", inside, flags=re.IGNORECASE).partition("?")[0])

    def bare(one: re.Match[str]) -> str:
        address = one[1].rstrip(".")
        if "." not in address.partition("@")[2]:
            return one[0]
        return mail(address) + one[1][len(address) :]

    text = _ANGLED.sub(angled, text)
    text = _LINK.sub(lambda one: keep("link", one[0].strip("<>")), text)
    text = _MAIL.sub(bare, text) if "@" in text else text
    return _DOMAIN.sub(site, text) if domains else text


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
            parts.append(Part(one.kind, one.text.replace(_NO_COMMA, ","), separator, line, one.number))
            separator = ""
        elif _SEPARATOR.fullmatch(piece):
            line += piece == "\n"
            new: Separator = "\n" if piece == "\n" else ";" if piece == ";" else "," if piece == "," else "|"
            separator = max(separator, new, key=_STRENGTH.index)
        elif words := " ".join(piece.replace(_NO_COMMA, ",").split()):
            parts.append(Part("words", words, separator, line))
            separator = ""
    return parts
