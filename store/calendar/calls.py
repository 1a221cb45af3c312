"""Telephone numbers in the texts of a meeting: whether there are any, whose they are, and who calls whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from store.calendar.lines import MeetingLines
from store.calendar.people import Guest
from store.calendar.wording import description_of, single_line
from store.people.letters import fold
from store.people.name_guess import guess
from store.people.numbers import read_number
from store.people.written_numbers import BadNumber
from store.text import clean

_LOOKED_AT = 20_000
_MOST = 10
_SPACES = "\u00a0\u2007\u2009\u200a\u202f\u2002\u2003"
_DASHES = "\u2010\u2011\u2012\u2013\u2212"
_PLAIN = str.maketrans({**dict.fromkeys(_SPACES, " "), **dict.fromkeys(_DASHES, "-"), "\uff0b": "+"})
NUMBER = re.compile(r"(?<![\w.,/=-])\+?\(?\d[\d ()./-]{5,24}\d(?![\w=])")
DATE = re.compile(r"\d{4}[-./]\d\d?[-./]\d\d?|\d\d?[./]\d\d?[./]\d{2,4}")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[^\W\d_a-z])")
URL = re.compile(r"https?://\S{1,2000}", re.IGNORECASE)
CUE = re.compile(
    r"(?i)\b(?:calls?|phone|tel|mobile|cell|dial|ring|reach|telefon|telefonisch|telefonnummer|handy|mobil"
    r"|anruf\w*|rufen|durchwahl|téléphone|tél|teléfono|llame|móvil)\b"
)
_TO_YOU = re.compile(
    r"(?i)\b(?:call|ring|phone|reach|contact|dial)(?:ing)?\s+you\b|\b(?:your|ihre[rn]?|deine[rn]?"
    r"|votre|su)\s+(?:mobile|cell|phone|number|handy|telefon\w*|mobilnummer|nummer|numéro|téléphone|móvil)"
    r"|\brufen? (?:wir |ich )?(?:sie|dich)\b|\bvous appel|\ble llamar"
)
"""That they call the user: the number beside it is the user's own."""
_BRIDGE = re.compile(
    r"(?i)\b(?:pin|passcode|access code|meeting id|conference id|konferenz-?id|konferenzkennung|dial[- ]?in"
    r"|dial by your location|einwahl\w*|toll|one tap|phone conference|telefonkonferenz|(?-i:US)|webinar id)\b"
    r"|(?<!\w)#"
)
"""That it is a meeting service's own number, through which one joins."""
THEY_CALL = re.compile(
    r"(?i)\b(?:(?:will|'ll|’ll|shall|going to|is|are|be|to)\s+(?:be\s+)?(?:call|phon|ring)(?:e|ing)?\s+you"
    r"|(?:we|i|they|he|she|\w{2,30})\s+(?:calls?|rings?|phones?)\s+you|calling you|give you a (?:call|ring)"
    r"|phone[- ](?:screen(?:ing)?|interview|call|chat|conversation)|(?:by|over the|via|on the) (?:tele)?phone"
    r"|telephone (?:interview|call|screen\w*)|telefoninterview|telefonat|telefonisch\w*|telefongespräch"
    r"|per telefon|ruf(?:t|en|e) (?:\w{1,30} ){0,2}(?:sie|dich)\b|entretien téléphonique|par téléphone"
    r"|vous appel\w+|entrevista telefónica|por teléfono|le llamar\w+)"
)


class Told(msgspec.Struct, frozen=True):
    """A telephone number that a text gives, and the words around it."""

    number: str
    before: str
    """What stands before it in its sentence."""
    line: str
    above: str

    @property
    def is_users(self) -> bool:
        """Whether they call the user on it."""
        return _TO_YOU.search(self.before) is not None

    @property
    def is_bridge(self) -> bool:
        """Whether it is the number of the meeting and nobody's own."""
        return _BRIDGE.search(self.line) is not None or _BRIDGE.search(self.above) is not None


def numbers_in(event: MeetingLines) -> list[Told]:
    """The telephone numbers of the texts: with a +, or on a line that speaks of calling."""
    texts = (single_line(event, "LOCATION"), single_line(event, "SUMMARY"), description_of(event))
    return [one for text in texts for one in _numbers(text[:_LOOKED_AT])][:_MOST]


def has_number(text: str) -> bool:
    """Whether a text gives a telephone number."""
    return next(_numbers(text[:_LOOKED_AT]), None) is not None


def they_call(event: MeetingLines) -> bool:
    """Whether the texts say that one meets by telephone."""
    texts = (single_line(event, "SUMMARY"), description_of(event)[:_LOOKED_AT])
    return any(THEY_CALL.search(text) is not None for text in texts)


def with_numbers(
    event: MeetingLines, interviewers: Sequence[Guest], contacts: Sequence[Guest], organiser: str
) -> tuple[tuple[Guest, ...], tuple[Guest, ...]]:
    """The people with the numbers that the texts give for them.

    A number beside somebody's name is theirs; any other is for reaching the organiser (an address, in lower
    case), or else whoever is there alone. Where nobody fits it makes a contact of its own.
    """
    everyone = [*interviewers, *contacts]
    phones: dict[int, str] = {}
    lost: list[str] = []
    for told in numbers_in(event):
        if told.is_users or told.is_bridge:
            continue
        place = _whose(told, everyone, organiser)
        if place is None:
            lost.append(told.number)
        else:
            phones.setdefault(place, told.number)
    numbered = [
        msgspec.structs.replace(one, phone=one.phone or phones.get(place))
        for place, one in enumerate(everyone)
    ]
    nobody = [Guest(one, "", one) for one in dict.fromkeys(lost)] if not everyone else []
    return tuple(numbered[: len(interviewers)]), (*numbered[len(interviewers) :], *nobody[:1])


def _whose(told: Told, everyone: Sequence[Guest], organiser: str) -> int | None:
    for words in (told.line, told.above):
        spoken = {_compared(word) for word in re.findall(r"\w+", words)}
        named = [place for place, one in enumerate(everyone) if _names(one) & spoken]
        if len(named) == 1:
            return named[0]
    own = next((place for place, one in enumerate(everyone) if one.email.casefold() == organiser), None)
    return own if own is not None or len(everyone) != 1 else 0


def _names(guest: Guest) -> set[str]:
    """The words of a name by which its bearer is known."""
    if "@" in guest.name:
        return set()
    return {_compared(word) for word in re.findall(r"\w+", guess(guest.name).name) if len(word) > 1}


def _compared(word: str) -> str:
    # `An` and `Do` are names; without their capitals they are words.
    return fold(word) if len(word) > 2 else word


def _numbers(text: str) -> Iterator[Told]:
    above = ""
    for line in clean(text, lines=True).translate(_PLAIN).split("\n"):
        bare = DATE.sub(" ", URL.sub(" ", line))
        called = CUE.search(line) is not None
        for found in NUMBER.finditer(bare):
            written = found.group().strip()
            digits = sum(map(str.isdigit, written))
            if 7 <= digits <= 15 and (called or written.startswith("+")):
                number = _typed(written)
                if number:
                    before = _SENTENCE.split(bare[max(0, found.start() - 300) : found.start()])[-1]
                    yield Told(number, before, line[:500], above[:500])
        above = line if line.strip() else above


def _typed(written: str) -> str:
    try:
        return read_number(written)
    except BadNumber:
        return ""
