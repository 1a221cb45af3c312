"""A pasted text made plain: no markup, pictures and bullets; lines stay lines. Pure."""

from __future__ import annotations

import re
import unicodedata

from store.patterns import pattern
from store.people.name_words import is_job
from store.people.written_numbers import LABEL_WORDS, plain_signs

_DASH = pattern(r"(?<=\w)–(\w+)", needs="–")
_ENCODED = pattern(r"=\?[\w-]{1,40}\?[bqBQ]\?[^?\s]{0,500}\?=")
_LINKED_MAIL = pattern(r"\[([^\[\]\n]{0,200})\]\(mailto:([^()\s]{1,300})\)", re.IGNORECASE, needs="[")
_LINKED_NUMBER = pattern(r"\[([^\[\]\n]{0,200})\]\((tel:[^()\s]{1,60})\)", re.IGNORECASE, needs="[")
_LINKED = pattern(r"\[([^\[\]\n]{1,200})\]\((https?://[^()\s]{1,500})\)", re.IGNORECASE, needs="[")
_WHATSAPP_LINK = pattern(
    r"<?(?:https?://)?(?:wa\.me/|api\.whatsapp\.com/send\?phone=)\+?(\d{7,15})\b>?",
    re.IGNORECASE,
    needs=".",
)
_TAG_MAIL = pattern(
    r"<a [^<>]{0,200}href=[\"']mailto:([^\"'<>?]{1,300})[^<>]{0,300}>([^<>]{0,300})</a>",
    re.IGNORECASE,
    needs="<",
)
_TAG = pattern(
    r"</?(?:a|b|i|u|p|br|div|span|strong|em|td|tr|li|ul|font)(?: [^<>]{0,300})?/?>", re.IGNORECASE, needs="<"
)
_BULLET = pattern(
    r"^[ \t]*(?:(?:[-*•·‣▪◦>+]|\d{1,2}[.)]|\(\d{1,2}\)|[a-z]\)|\[[ xX]?\])[ \t]+|>+)+",
    re.MULTILINE,
    needs="-*•·‣▪◦>+.)]",
)
_HEADER = pattern(
    r"^(?:(?:index|name|type|e-?mail|phone|telephone|address|uid|kind|birthday|title|company)\b"
    r"[ \t|,;]*){2,}$",
    re.IGNORECASE | re.MULTILINE,
)
"""The first line of a table, as address books on the command line print it."""
_LABEL_ABOVE = pattern(
    rf"^([ \t]*(?:{LABEL_WORDS}|e-?mail|mail)\.?)[ \t]*:?[ \t]*\n(?=[ \t]*(?:[+(\d]|[^\s@]{{1,64}}@))",
    re.IGNORECASE | re.MULTILINE,
    needs="\n",
)


def prepared(text: str) -> str:
    """The text as `store.people.parts` takes it to pieces."""
    if "=?" in text:
        text = _ENCODED.sub(lambda one: _decoded(one[0]), re.sub(r"\?=\s+=\?", "?==?", text))
    text = re.sub(r"(?<=\d)[·•](?=\d)", ".", text)
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
    # The line break stays, so that lines can be counted.
    text = _LABEL_ABOVE.sub(lambda one: f"\n{one[1]} ", text)
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
    """A letter, a bar for a picture, as it parts words; what is kept for marks of our own is taken out."""
    kind = unicodedata.category(letter)
    if kind == "So":
        return " " if letter in "©®™°" else " | "
    return "" if kind == "Co" else " " if letter == "\ufe0f" else letter


def _decoded(word: str) -> str:
    # Imported on use: hardly any line has one.
    from email.header import decode_header, make_header

    try:
        return " ".join(str(make_header(decode_header(word))).split())
    except (LookupError, ValueError):
        return word
