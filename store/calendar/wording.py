"""The summary, the description and the place of a meeting as plain text."""

import re
from functools import lru_cache

from store.calendar.lines import MeetingLines
from store.mail.markup import without_markup
from store.text import MAX_TEXT, clean

ONLINE = re.compile(
    r"(?i)(?:microsoft )?teams(?:[- ]?meeting|-besprechung)?|zoom(?: meeting| call)?|google meet|webex|skype"
    r"|online|remote|virtual(?:ly)?|video(?: ?call| ?conference)?"
)
RULE_LINE = re.compile(r"[^\w\n]{5,}|_{5,}")
MARKUP = re.compile(r"(?i)<(?:br|p|div|a|span|b|i|u|ul|ol|li|html|table)\b[^<>]{0,2000}>")

_BARE_LINK = re.compile(r"<(https?://[^<>\s]{1,2000})>")
_LINK_TWICE = re.compile(r"(https?://\S{1,2000}) \1(?!\S)")


def notes_of(event: MeetingLines) -> tuple[str, list[str]]:
    """The summary, an empty line and the description; and whether it had to be cut."""
    summary = single_line(event, "SUMMARY")
    text = "\n\n".join(filter(None, (summary, description_of(event))))
    if len(text) <= MAX_TEXT:
        return text, []
    return text[:MAX_TEXT].rstrip(), [f"The text is long; only its first {MAX_TEXT:,} characters are kept."]


def single_line(event: MeetingLines, name: str) -> str:
    """The value of a property as one line of at most `MAX_TEXT` characters."""
    return " ".join(clean(event.value(name)).split())[:MAX_TEXT].rstrip()


def description_of(event: MeetingLines) -> str:
    """The description as plain text, without the rulers that calendars draw around their own part of it."""
    return _described(event.value("DESCRIPTION") or event.value("X-ALT-DESC"))


# Many ask for the text of one meeting, which may be long.
@lru_cache(maxsize=4)
def _described(written: str) -> str:
    text = clean(written, lines=True)
    if MARKUP.search(text):
        text = _plain(text)
    lines = (line.rstrip() for line in text.split("\n"))
    kept = "\n".join(line for line in lines if not RULE_LINE.fullmatch(line.strip()))
    return re.sub(r"\n{3,}", "\n\n", kept).strip()


def _plain(text: str) -> str:
    text = without_markup(_BARE_LINK.sub(r" \1 ", text), broken=True)
    return _LINK_TWICE.sub(r"\1", clean(text, lines=True))


def is_online(place: str) -> bool:
    """Whether a location names a way of meeting at a distance and no place."""
    return ONLINE.fullmatch(place.strip()) is not None
