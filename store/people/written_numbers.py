"""Telephone numbers as they are pasted, found in a text and made plain. Pure; no numbering plan is looked at.

What is found is always a whole run of digits: never a part of one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from store.patterns import pattern

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\u207b"
_UNSEEN = "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_PLAIN: dict[int, str | None] = {
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **dict.fromkeys(map(ord, _UNSEEN)),
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    0x2044: "/",
    0x2215: "/",
    0x2024: ".",
}
_RUN = pattern(r"(?:\( ?)?(?:\+ ?)?\(?\d(?:[ ().\-/]{0,3}\d)*")
_EXTENSION = pattern(
    r"\s{0,2}[,;]?\s{0,2}(?:ext(?:ension|n)?\.?|x|#|durchwahl|dw\.?|app(?:arat)?\.?|poste|anexo|interno|"
    r"toestel|int\.)\s{0,2}[:.=]?\s{0,2}-?(\d{1,8})(?!\w)",
    re.IGNORECASE,
)
_MOBILE_WORDS = (
    r"mob(?:ile?|il)?|mobil(?:e phone|telefon|nummer|nr)?|móvil|mobiel|mobitel|cell(?:ulare?| phone|phone)?|"
    r"cel|celular|handy|natel|port(?:able)?|gsm|tlm|telemóvel|kom(?:órka|órkowy)?|tel\. ?kom|"
    r"cep|手机|携帯(?:電話)?|휴대폰"
)
LABEL_WORDS = (
    rf"{_MOBILE_WORDS}|tel(?:efono?|éfono|ephone|efoon|efone)?|tél(?:éphone)?|tlf|phone|ph|fon|call|direct|direkt|"
    r"durchwahl|line|office|büro|bureau|oficina|ufficio|work|home|main|desk|private?|privat|landline|festnetz|"
    r"fixe|fijo|fisso|number|no|nr|whats\s?app|wa|(?:tele)?fax|télécopie|电话|電話|전화"
)
"""What is written before a number, as part of a pattern that ignores case."""
_LABEL = pattern(
    rf"(?:(?<![\w-])(?:{LABEL_WORDS})\b(?: ?\([\w ]{{0,12}}\))?[ \t./&:=-]{{0,4}}){{1,3}}(?:\+?\( ?)?\Z",
    re.IGNORECASE,
)
_LETTER = pattern(r"(?<![\w.'-])(?:[TMPFDCOWH]|[tmpfdcowh](?= ?[:.=]))(?P<sign> ?[:.=)])?[ \t]{0,2}\Z")
_BEHIND = pattern(
    rf"[ ,/]{{0,3}}whats\s?app\b| ?[(\[] ?(?:{LABEL_WORDS}|[mwhcodtf])"
    rf"(?: {{0,2}}[,/&] ?(?:{LABEL_WORDS}))? ?[)\]]",
    re.IGNORECASE,
)
_MOBILE = pattern(rf"(?<!\w)(?:{_MOBILE_WORDS}|m|c)(?!\w)", re.IGNORECASE)
_LINK = pattern(r"tel: ?$", re.IGNORECASE)
_NO_NUMBER = pattern(
    r"(?<!\w)(?:zoom|webex|teams|meeting|meet|id|pin|code|passcode|kenncode|ref(?:erence)?|room|raum|ticket|"
    r"order|"
    r"invoice|vat|iban|account|konto|blz|conference|req(?:uisition)?|job|posting)\b[ .:#-]{0,3}$",
    re.IGNORECASE,
)
"""What digits after it are, if not a telephone number."""
_FAX = pattern(r"(?<!\w)(?:(?:tele)?fax|télécopie|f)(?!\w)", re.IGNORECASE)
_WHATSAPP = pattern(r"(?<!\w)(?:whats\s?app|wa)(?!\w)", re.IGNORECASE)
_DATES = pattern(
    r"(?:\d{1,2}([./-]) ?\d{1,2}\1 ?(?:\d{4}|\d\d)|\d{4}([./-])\d{1,2}\2\d{1,2}|"
    r"(?:19|20)\d\d ?[-/] ?(?:19|20)\d\d|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]))"
    r"(?: \d{1,2}(?:[.-]\d\d)?)?"
)
_LOOKED_BACK = 60
_LEAST, _LEAST_LABELLED, _MOST, _MOST_AT_HOME = 7, 3, 15, 12
"""Digits of a number; how few where a word says that it is one; how many, with a country code and without."""


class BadNumber(ValueError):
    """The text cannot be dialled, or not for this purpose; one sentence that says why and what to do."""


class WrittenNumber(NamedTuple):
    """One number in a text, from `start` to `end` with the words about it."""

    start: int
    end: int
    text: str
    """Plain digits and signs, spaces single."""
    extension: str = ""
    fax: bool = False
    whatsapp: bool = False
    label: str = ""
    """What is said of it beside it: `Mobile`, `T`, `office`."""
    trouble: str = ""
    """Why it cannot be taken, as a sentence; blank where it can."""

    @property
    def whole(self) -> str:
        """The number with its extension, as it is stored."""
        return f"{self.text};ext={self.extension}" if self.extension else self.text

    @property
    def mobile(self) -> bool:
        """Whether it is said to be a mobile's."""
        return bool(_MOBILE.search(self.label))


def plain_signs(text: str) -> str:
    """The text with plain spaces, hyphens and digits, and without what cannot be seen."""
    if text.isascii():
        return text
    text = text.translate(_PLAIN)
    return "".join(
        letter if letter.isascii() or not letter.isdigit() else str(unicodedata.digit(letter))
        for letter in text
    )


def numbers_in(text: str) -> Iterator[WrittenNumber]:
    """The numbers in a text of plain signs, in their order. What is a date, a year or a postcode is none."""
    end = 0
    for run in _RUN.finditer(text):
        if run.start() >= end and (found := _judged(text, run, end)) is not None:
            end = found.end
            yield found


def _judged(text: str, run: re.Match[str], behind: int) -> WrittenNumber | None:
    start, end = run.span()
    if (opened := run[0].rfind("(")) > 0 and ")" not in run[0][opened:]:
        # `(9-17 h)` behind a number is no more of it.
        end = start + len(run[0][:opened].rstrip(" ./-"))
    before = text[max(behind, start - _LOOKED_BACK) : start]
    label = _label(before)
    link = _LINK.search(before)
    if (before[-1:] == ":" and before[-2:-1].isdigit()) or _NO_NUMBER.search(before):
        return None
    if before[-1:].isalnum() or before[-1:] in ("_", "@", "€", "$", "£", "#"):
        return None
    last, extension = end, _EXTENSION.match(text, end)
    end = extension.end() if extension else end
    if text[end : end + 1].isalpha() or text[end : end + 1] in ("_", "@", "%", "€", "$", "£", "+", ":"):
        return None
    written = _tidy(text[start:last])
    digits = sum(map(str.isdigit, written))
    abroad = written.startswith(("+", "00"))
    least = _LEAST_LABELLED if label or link or written.startswith("+") else _LEAST
    if digits < least or (not (label or link or abroad) and _DATES.fullmatch(written)):
        return None
    mark = _BEHIND.match(text, end)
    about = f"{label} {mark[0] if mark else ''}"
    start -= len(link[0]) if link else len(label)
    if run[0].startswith("(") and ")" not in run[0] and text[end : end + 1] == ")":
        end += 1
    return WrittenNumber(
        start=start,
        end=mark.end() if mark else end,
        text=written,
        extension=extension[1] if extension else "",
        fax=bool(_FAX.search(about)) and not re.search(r"\b(?:tel|phone|fon)\b", about, re.IGNORECASE),
        whatsapp=bool(_WHATSAPP.search(about)),
        label=" ".join(re.sub(r"[^\w .]", " ", about).split()).strip(" ."),
        trouble=_trouble(written, digits, abroad),
    )


def _label(before: str) -> str:
    """The word that says what kind of number comes: `Tel.: `; a letter is one, but for the `M` of `Ada M`."""
    if found := _LABEL.search(before):
        return found[0]
    found = _LETTER.search(before)
    if found is None:
        return ""
    words = re.split(r"[\n,;|\t]", before[: found.start()])[-1].split()
    return found[0] if found["sign"] or len(words) != 1 else ""


def _tidy(written: str) -> str:
    text = " ".join(written.split())
    if text.startswith("(") and ")" not in text:
        text = text[1:].strip()
    text = re.sub(r"^\((\+\d{1,3})\)", r"\1", text.replace("( ", "("))
    return re.sub(r"^\+ ", "+", text)


def _trouble(written: str, digits: int, abroad: bool) -> str:
    if digits > (_MOST + 2 if abroad else _MOST_AT_HOME):
        return f"“{written[:60]}” has too many digits for one telephone number: write one."
    first, slash, _ = written.partition("/")
    least = 9 if written.startswith("+") else _LEAST - 1
    if slash and sum(map(str.isdigit, first)) > least:
        return f"“{written}” may be two telephone numbers: write one of them."
    return ""


def written_number(text: str) -> WrittenNumber:
    """The one number that `text` is, with or without a word about it. Raises BadNumber."""
    plain = plain_signs(text).strip()
    found = list(numbers_in(plain[:200]))
    if len(found) > 1:
        shown = " and ".join(f"“{one.text}”" for one in found[:3])
        raise BadNumber(f"{shown} are {len(found)} telephone numbers: write one of them.")
    if not found or len(plain) > 200:
        one = _bare(plain)
        if one is None:
            raise BadNumber(f"“{plain[:80]}” is not a telephone number; one looks like +49 30 1234567.")
        return one
    (one,) = found
    rest = f"{plain[: one.start]} {plain[one.end :]}".strip(" ,;.")
    if rest:
        raise BadNumber(f"“{rest[:80]}” is no part of a telephone number: take it out.")
    if one.trouble:
        raise BadNumber(one.trouble)
    if one.fax:
        raise BadNumber(f"“{one.text}” is a fax number, which nobody can be called at.")
    return one


def _bare(text: str) -> WrittenNumber | None:
    """A short number, which is one only where nothing else is asked for."""
    run = _RUN.fullmatch(text)
    if run is None or _DATES.fullmatch(text) or len(text) > 40:
        return None
    digits = sum(map(str.isdigit, text))
    return WrittenNumber(0, len(text), _tidy(text)) if _LEAST_LABELLED <= digits < _LEAST else None
