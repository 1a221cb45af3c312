"""By what someone, or a company, is found in texts and in the bytes of files; and texts without it. Pure."""

from __future__ import annotations

import base64
import json
import quopri
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property
from urllib.parse import quote, unquote

from msgspec import Struct

GONE = "…"
"""What stands in the place of a name that was taken out of a text."""
_SHORTEST = 2
"""Letters of a name that is looked for by itself: an initial stands for anybody."""
_TELLING_DIGITS = 8
"""The last digits of a number, by which it is found however it is written."""
_FEWEST_DIGITS = 6
_TELLING_LETTERS = 6
"""Letters in base64 that do not come about by chance."""
_FOLD = re.compile(rb"\r?\n[ \t]")
_AROUND_DIGITS = r"[\s()./-]{0,3}"


class NameMarks(Struct, frozen=True, dict=True):
    """Names, addresses and numbers to be taken out of texts, and longer names that are left as they are."""

    phrases: tuple[str, ...] = ()
    """Found whatever their case: names of several words, addresses."""
    words: tuple[str, ...] = ()
    """Found only as they are written or in capitals: they may be ordinary words as well."""
    numbers: tuple[str, ...] = ()
    """Telephone numbers, found by their last digits."""
    kept: tuple[str, ...] = ()
    """Names of others that have one of these in them."""

    def __bool__(self) -> bool:
        return bool(self.phrases or self.words or self.numbers)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        kept = [_spelt(one) for one in _longest_first(self.kept)]
        gone = [f"(?i:{_spelt(one)})" for one in _longest_first(self.phrases)]
        gone += [_spelt(one) for word in _longest_first(self.words) for one in (word, word.upper())]
        bounded = rf"(?<!\w)(?:(?P<kept>{'|'.join(kept) or '(?!)'})|{'|'.join(gone) or '(?!)'})(?!\w)"
        return re.compile("|".join([bounded, *map(_dialled, filter(telling_digits, self.numbers))]))

    def in_text(self, text: str) -> bool:
        """Whether any of it stands in a text, also where that is part of a link."""
        plain = unquote(text) if "%" in text else text
        return any(found["kept"] is None for found in self._pattern.finditer(plain))

    def without(self, text: str) -> str:
        """The text with `GONE` where any of it stood; blank where it is only to be seen as part of a link."""
        taken = self._pattern.sub(lambda found: found["kept"] or GONE, text)
        return "" if self.in_text(taken) else taken

    @cached_property
    def _bytes(self) -> re.Pattern[bytes]:
        found = {form for text in (*self.phrases, *self.words) for form in _encoded(text)}
        return re.compile(b"|".join(map(re.escape, sorted(found, key=len, reverse=True))) or b"(?!)")

    def in_file(self, data: bytes) -> bool:
        """Whether any of it stands in the bytes of a file: plain, or in one of the usual encodings."""
        if self.in_text(data.decode("utf-8", "replace")) or self._bytes.search(data) is not None:
            return True
        # A mail's body is broken into lines wherever they are full.
        unbroken = data.replace(b"\r\n", b"\n").replace(b"=\n", b"")
        quoted = b"quoted-printable" in data and self.in_text(
            quopri.decodestring(unbroken).decode("utf-8", "replace")
        )
        return quoted or (b"base64" in data and self._bytes.search(unbroken.replace(b"\n", b"")) is not None)

    def in_calendar(self, data: bytes) -> bool:
        """The same of a calendar file, whose long lines are broken anywhere, and whose commas are escaped."""
        return self.in_file(_FOLD.sub(b"", data).replace(b"\\,", b","))


def _longest_first(texts: Iterable[str]) -> list[str]:
    return sorted({text for text in texts if len(text) >= _SHORTEST}, key=lambda one: (-len(one), one))


def _spelt(text: str) -> str:
    """A pattern for a text, whatever the white space in it and however its accents are put together."""
    forms = {unicodedata.normalize(form, text) for form in ("NFC", "NFD")}
    return "|".join(r"\s+".join(map(re.escape, form.split())) for form in sorted(forms))


def telling_digits(number: str) -> str:
    """The digits of a number by which it is known; blank where they are too few to tell it from others."""
    digits = re.sub(r"\D", "", number.partition(";")[0])
    return digits[-_TELLING_DIGITS:] if len(digits) >= _FEWEST_DIGITS else ""


def same_number(one: str, other: str) -> bool:
    """Whether two numbers are one, with or without the country's code."""
    return bool(telling_digits(one)) and telling_digits(one) == telling_digits(other)


def _dialled(number: str) -> str:
    return rf"(?<![\d+])(?:[+(\d][\d\s()./-]{{0,12}}?)?{_AROUND_DIGITS.join(telling_digits(number))}(?!\d)"


def _encoded(text: str) -> Iterator[bytes]:
    """A text as it may lie in a file: escaped as in JSON or links, in base64, in UTF-16."""
    for form in {unicodedata.normalize(form, text) for form in ("NFC", "NFD")}:
        plain = form.encode()
        escaped = (
            json.dumps(form)[1:-1].encode(),
            quote(form).encode(),
            quote(form, safe="@").encode(),
            quote(form).replace("%20", "+").encode(),
            quopri.encodestring(plain).replace(b"=\n", b"").strip(),
            quopri.encodestring(plain, header=True).replace(b"=\n", b"").replace(b"_", b"=20"),
        )
        yield from (one for one in escaped if one != plain)
        yield from (form.encode("utf-16-le"), form.encode("utf-16-be"))
        for before in range(3):
            # The letters at both ends depend on what stands beside it.
            coded = base64.b64encode(b"\0" * before + plain).rstrip(b"=")[(0, 2, 3)[before] : -1]
            if len(coded) >= _TELLING_LETTERS:
                yield coded
