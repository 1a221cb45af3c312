"""What the summary, the description and the place of a meeting tell: notes, the link, how one meets."""

import html
import re
from collections.abc import Iterator

from store.calendar.lines import MeetingLines
from store.interview import Mode
from store.text import MAX_TEXT, clean

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
    r"(?i)https?://[^/]*(?:maps\.|goo\.gl/maps|google\.[a-z.]+/maps|openstreetmap|support\.|calendly\.com/(?:canc|resch)"
    r"|google\.com/calendar|calendar\.google|tel\.meet|dialin\.|aka\.ms|microsoft\.com/microsoft-teams|/meetingoptions)"
)
MEETING = re.compile(
    r"(?i)meet|zoom|teams|webex|video|conference|jitsi|whereby|skype|bluejeans|chime|hangout|webinar|/j/|/join\b"
)
TOLD = re.compile(
    r"(?i)\bjoin|zoom|teams|webex|video|skype|conference|jitsi|hangout|google meet|meeting (?:link|url|room)"
    r"|beitreten|teilnehmen|rejoindre|unirse|partecipa|deelnemen"
)
ONLINE = re.compile(
    r"(?i)(?:microsoft )?teams(?:[- ]?meeting|-besprechung)?|zoom(?: meeting| call)?|google meet|webex|skype"
    r"|online|remote|virtual(?:ly)?|video(?: ?call| ?conference)?"
)
BY_PHONE = re.compile(r"(?i)(?:by )?(?:tele)?phone(?: call| interview)?|telefon\w*|call|téléphone|tel[.:]?")
NUMBER = re.compile(r"(?<![\w.,/=-])\+?\(?\d[\d ()./\u00a0\u2011-]{5,24}\d(?![\w=])")
CUE = re.compile(
    r"(?i)\b(?:calls?|phone|tel|mobile|cell|dial|ring|telefon|telefonisch|handy|mobil|anruf\w*|rufen|téléphone)\b"
)
DATE = re.compile(r"\d{4}[-./]\d\d?[-./]\d\d?|\d\d?[./]\d\d?[./]\d{2,4}")
RULE_LINE = re.compile(r"[^\w\n]{5,}|_{5,}")
MARKUP = re.compile(r"(?i)<(?:br|p|div|a|span|b|i|u|ul|ol|li|html|table)\b[^<>]{0,2000}>")


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
    text = clean(event.value("DESCRIPTION"), lines=True)
    if MARKUP.search(text):
        text = _plain(text)
    lines = (line.rstrip() for line in text.split("\n"))
    kept = "\n".join(line for line in lines if not RULE_LINE.fullmatch(line.strip()))
    return re.sub(r"\n{3,}", "\n\n", kept).strip()


def _plain(text: str) -> str:
    text = re.sub(r"<(https?://[^<>\s]{1,2000})>", r" \1 ", text)
    text = re.sub(r"(?i)<a\b[^<>]{0,500}?href=[\"']([^\"'<>]{1,2000})[\"'][^<>]{0,500}>", r"\1 ", text)
    text = re.sub(r"(?i)<(?:br|/p|/div|/li|/tr)\b[^<>]{0,500}>", "\n", text)
    text = html.unescape(re.sub(r"</?[a-zA-Z][^<>]{0,2000}>", "", text))
    return re.sub(r"(https?://\S{1,2000}) \1(?!\S)", r"\1", clean(text, lines=True))


def link_of(event: MeetingLines) -> str:
    """Where the video call is: the calendar's own field for it, else the likeliest link of the text, else "".

    A link that says nothing of a meeting counts only where no place is named, for a place has its links too:
    the way there, the company's own page.
    """
    for name in CONFERENCE_FIELDS:
        for line in event.all(name):
            if found := URL.match(line.value.strip()):
                return _trimmed(found.group())
    place = single_line(event, "LOCATION")
    texts = [place, description_of(event), single_line(event, "SUMMARY")]
    links = [one for text in texts for one in _links(text)]
    told = next((url for url, before in links if MEETING.search(url)), "")
    told = told or next((url for url, before in links if TOLD.search(before)), "")
    if told or (place and not is_online(place) and not URL.fullmatch(place)):
        return told
    return next((url for url, _ in links), "")


def _links(text: str) -> Iterator[tuple[str, str]]:
    """Each link with the words before it, on its line and the one above."""
    for found in URL.finditer(text):
        if not NOT_MEETING.match(found.group()):
            before = text[max(0, found.start() - 120) : found.start()]
            yield _trimmed(found.group()), "\n".join(before.split("\n")[-2:])


def _trimmed(url: str) -> str:
    url = url.rstrip(".,;:!?*]")
    return url.rstrip(")") if "(" not in url else url


def is_online(place: str) -> bool:
    """Whether a location names a way of meeting at a distance and no place."""
    return ONLINE.fullmatch(place.strip()) is not None


def mode_of(event: MeetingLines, link: str, place: str) -> Mode:
    """How one meets: a link is a video call, a place is a visit, a number in the text a phone call."""
    if link or is_online(place):
        return "video"
    remote = BY_PHONE.fullmatch(place.strip(" :")) or has_number(place)
    if place and not remote:
        return "onsite"
    said = (place, single_line(event, "SUMMARY"), description_of(event))
    return "phone" if remote or any(map(has_number, said)) else "other"


def has_number(text: str) -> bool:
    """Whether a telephone number is given: with a +, or on a line that speaks of calling."""
    for line in text.split("\n"):
        called = CUE.search(line) is not None
        for found in NUMBER.finditer(DATE.sub(" ", line)):
            digits = sum(map(str.isdigit, found.group()))
            if 7 <= digits <= 15 and (called or found.group().startswith("+")):
                return True
    return False
