"""Where the video call is: a link counts only where it is a meeting's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from store.calendar.lines import MeetingLines
from store.calendar.wording import description_of, is_online, single_line
from store.people.senders import house_of

CONFERENCE_FIELDS = (
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
    "CONFERENCE",
)
URL = re.compile(r"https?://[^\s<>\"'\\^`{|}]{1,2000}", re.IGNORECASE)
# Links every invitation service puts below its text, and maps: none of them is where one meets.
NOT_MEETING = re.compile(
    r"(?i)https?://[^/]*(?:maps\.|goo\.gl/maps|google\.[a-z.]+/maps|openstreetmap|support\.|help\.|explore\."
    r"|calendly\.com/(?:canc|resch)|google\.com/calendar|calendar\.google|tel\.meet|dialin\.|aka\.ms"
    r"|microsoft\.com/microsoft-teams|/meetingoptions|zoom\.us/(?:u|zoomconference|test|download|skype)(?:/|$))"
)
_ANYTHING_BUT = re.compile(
    r"(?i)/(?:careers?|jobs?|karriere|about|team|people|company|blog|news|press|policy|privacy|terms|legal"
    r"|imprint|impressum|prepar\w*|faq|maps?|directions)\b"
)
_HOSTS = (
    "zoom.us", "zoom.com", "zoom.com.cn", "zoomgov.com", "meet.google.com", "hangouts.google.com",
    "duo.google.com", "teams.microsoft.com", "teams.microsoft.us", "teams.live.com", "meet.lync.com",
    "join.skype.com", "webex.com", "webex.com.cn", "whereby.com", "appear.in", "meet.jit.si", "8x8.vc",
    "jitsi.org", "gotomeeting.com", "gotomeet.me", "meet.goto.com", "gotowebinar.com", "bluejeans.com",
    "chime.aws", "ringcentral.com", "dialpad.com", "uberconference.com", "around.co", "facetime.apple.com",
    "gather.town", "livestorm.co", "demodesk.com", "daily.co", "lifesize.com", "lifesizecloud.com",
    "starleaf.com", "pexip.me", "vidyo.io", "vidyocloud.com", "meet.zoho.com", "meeting.zoho.com",
    "meeting.zoho.eu", "voovmeeting.com", "vc.larksuite.com", "vc.feishu.cn", "kmeet.infomaniak.com",
    "eyeson.com", "join.me", "freeconferencecall.com", "fccdl.in", "meet.ffmuc.net", "fairmeeting.net",
    "bbb.daasi.de", "senfcall.de", "app.slack.com/huddle", "discord.gg", "hirevue.com", "sparkhire.com",
    "vidcruiter.com", "willo.video", "app.cal.com/video", "cal.com/video", "butter.us", "riverside.fm",
    "streamyard.com", "workplace.com", "meetup.video", "tauria.com", "wire.com", "vmeet.app", "roundee.io",
)  # fmt: skip
"""Hosts of meeting services, and of some the path under which they hold meetings."""
_LABELS = frozenset(
    ("meet", "zoom", "teams", "webex", "jitsi", "bbb", "vc", "conf", "conference", "videocall")
)
"""With these the host of a company's own meeting service begins."""
_MOST_LINKS = 200
_VIDEO = re.compile(r"(?i)^(?:video|call)\.[^/]+/(?:r|room|rooms|j|join|m|meet|call|c)/")
_SCHEDULED = re.compile(r"(?i)calendly\.com/events/[^/]+/(?:google_meet|zoom\w*|microsoft\w*|webex\w*|go\w*)")
_TOLD = re.compile(
    r"(?i)(?:join(?:ing)?(?: (?:the|this|our|your|by|via|from|with|in|on|it|here|zoom|microsoft|google|teams"
    r"|meet|webex|video|online|meeting|call|interview|conference|link|room|now|at|using|browser|computer)){0,6}"
    r"|(?<!our )(?<!a )(?:video|zoom|teams|webex|skype|jitsi|google meet|meeting|conference|call)[ -]?"
    r"(?:call|chat|conference|meeting|interview|link|url|room|besprechung)?(?: link| url| room)?"
    r"|beitreten|teilnehmen|einwahl(?:link)?|rejoindre(?: la réunion)?|unirse|partecipa|deelnemen"
    r"|use this room)\s*[:>(<\[–—-]*\s*$"
)
"""What stands right before a link that is a meeting's wherever it leads."""


def link_of(event: MeetingLines) -> str:
    """Where the video call is, else "".

    The calendar's own field for it; the place where that is a link; a link of the texts to a meeting service,
    or one that the text says is the meeting's; the event's URL.
    """
    for name in CONFERENCE_FIELDS:
        for line in event.all(name):
            if found := URL.match(line.value.strip()):
                return _trimmed(found.group())
    place = single_line(event, "LOCATION")
    texts = [place, description_of(event), single_line(event, "SUMMARY")]
    links = [one for text in texts for one in _links(text)]
    told = next((url for url, _ in links if is_meeting(url)), "")
    if not told and is_link(place) and not NOT_MEETING.match(place):
        told = _trimmed(place)
    told = told or next((url for url, before in links if _is_told(url, before)), "")
    return told or _own_url(event, place)


def is_link(place: str) -> bool:
    """Whether a location is a link and nothing else."""
    return URL.fullmatch(place) is not None


def is_meeting(url: str) -> bool:
    """Whether a link leads into a meeting: to a host that holds some, and not to its front page."""
    if NOT_MEETING.match(url):
        return False
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return False
    if not parts.path.strip("/") and not parts.query:
        return False
    where = f"{host}{parts.path}"
    if any(_under(where, host, one) for one in _HOSTS) or _SCHEDULED.search(url) or _VIDEO.match(where):
        return True
    label, _, rest = host.partition(".")
    return label in _LABELS and rest == house_of(host) and not _ANYTHING_BUT.search(parts.path)


def _under(where: str, host: str, known: str) -> bool:
    if "/" in known:
        return where.startswith(f"{known}/")
    return host == known or host.endswith(f".{known}")


def _is_told(url: str, before: str) -> bool:
    return _TOLD.search(before) is not None and not _ANYTHING_BUT.search(url)


def _own_url(event: MeetingLines, place: str) -> str:
    found = URL.match(event.value("URL"))
    if found is None or NOT_MEETING.match(found.group()) or _ANYTHING_BUT.search(found.group()):
        return ""
    url = _trimmed(found.group())
    return url if is_meeting(url) or not place or is_online(place) else ""


def _links(text: str) -> Iterator[tuple[str, str]]:
    """Each link with the words right before it, on its line or alone on the one above."""
    for found in islice(URL.finditer(text), _MOST_LINKS):
        if not NOT_MEETING.match(found.group()):
            before = text[max(0, found.start() - 120) : found.start()].rstrip(" \n")
            yield _trimmed(found.group()), before.rpartition("\n")[2][-100:]


def _trimmed(url: str) -> str:
    url = url.rstrip(".,;:!?*]")
    return url.rstrip(")") if "(" not in url else url
