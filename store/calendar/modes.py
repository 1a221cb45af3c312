"""How one meets: by the link, the place and what the texts say."""

from __future__ import annotations

import re

from store.calendar.calls import has_number, numbers_in, they_call
from store.calendar.lines import MeetingLines
from store.calendar.wording import is_online
from store.interview import Mode

BY_PHONE = re.compile(
    r"(?i)(?:by |via |per |over the )?(?:tele)?phone(?: call| interview| screen)?|telefon\w*|call|téléphone"
    r"|tel[.:]?|.{0,40}\b(?:will call|calls you|call you|ruft an|anruf)\b.{0,40}"
)
_NOWHERE = re.compile(
    r"(?i)tb[acd]\.?|to be (?:announced|confirmed|decided|determined)|n/?a|none|-+|\?+|siehe unten"
    r"|see (?:below|description)|wird noch bekannt gegeben"
)


def mode_of(event: MeetingLines, link: str, place: str) -> Mode:
    """A link is a video call, a place is a visit, a number or a word of calling a phone call."""
    if link or is_online(place):
        return "video"
    remote = BY_PHONE.fullmatch(place.strip(" :")) or (has_number(place) and not _has_more(place))
    if place and not remote and not is_nowhere(place):
        return "onsite"
    return "phone" if remote or numbers_in(event) or they_call(event) else "other"


def is_nowhere(place: str) -> bool:
    """Whether a location only says that there is none yet."""
    return _NOWHERE.fullmatch(place.strip(" .")) is not None


def _has_more(place: str) -> bool:
    """Whether there is more beside a number than a word or a name for it."""
    return len(re.findall(r"[^\W\d_]", place)) > 30
