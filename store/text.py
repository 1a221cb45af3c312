"""Text from outside: how it may reach a screen, and what may be stored.

`show` is the only way from a stored text to a screen or to plain output. Names and notes come from
invitations, files and fingers; a terminal would obey what is hidden in them.
"""

from __future__ import annotations

import re
import unicodedata

from store.patterns import pattern

MAX_TEXT = 20_000
"""Characters a single text may have."""

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u00ad\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"
_UNSHOWN = pattern(f"[\x80-\x9f\ud800-\udfff{_BIDI}{_INVISIBLE}]")
_FORBIDDEN = pattern(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff{_BIDI}\U000e0000-\U000e0fff]")
_BREAKS = pattern(r"\r\n?|[\u2028\u2029\x85]")
_STACKED = pattern(
    r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{3})"
    r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+"
)
_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_IN_LINES = {code: picture for code, picture in _PICTURES.items() if code not in (0x09, 0x0A)} | {
    0x09: "    "
}
_IN_ONE_LINE = _PICTURES | {0x09: " ", 0x0A: " "}


def show(text: str, *, lines: bool = False) -> str:
    """The text as it may stand on a screen, with every control, bidi and invisible character replaced.

    `lines` keeps line breaks, for texts of several lines; elsewhere they become spaces.
    """
    if text.isascii() and text.isprintable():
        return text
    # Joiners only shape letters and pictures; without them a name still reads right.
    text = text.replace("\u200c", "").replace("\u200d", "")
    text = _BREAKS.sub("\n", text).translate(_IN_LINES if lines else _IN_ONE_LINE)
    return _STACKED.sub(r"\1", _UNSHOWN.sub("\ufffd", text))


def clean(text: str, *, lines: bool = False) -> str:
    """Typed text without what may not be stored; the caller says so where this changed anything."""
    if text.isascii() and text.isprintable():
        return text
    text = _FORBIDDEN.sub("", _BREAKS.sub("\n", text))
    return unicodedata.normalize("NFC", text if lines else re.sub(r"[\n\t]+", " ", text))


def normal_breaks(text: str) -> str:
    """CRLF and lone CR as LF, which is how texts are stored."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def forbidden(text: str, *, lines: bool) -> str | None:
    """What is wrong with a text that is to be stored, as "a … " for a sentence; None if nothing is."""
    if len(text) > MAX_TEXT:
        return f"a text of {len(text):,} characters, and {MAX_TEXT:,} is the most"
    if text.isascii() and text.isprintable():
        return None
    found = _FORBIDDEN.search(text) or (None if lines else re.search(r"[\n\t]", text))
    if found is None:
        return None
    code = ord(found.group())
    names = {0x0A: "line break", 0x09: "tab"}
    return f"a {names.get(code, 'control character')} (U+{code:04X})"
