"""Where a message is wanted, and the conditions on it by which a template's header says when it fits.

Pure, and without Jinja.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

_PHONE_SCREEN = re.compile(
    r"\b(phone|telephone|screen(ing)?|recruiter|intro(duction|ductory)?|first call|pre-?selection)\b",
    re.IGNORECASE,
)
_TECHNICAL = re.compile(
    r"\b(tech(nical)?|coding|code|pair(ing)?|programming|system design|whiteboard|take-?home|case study)\b",
    re.IGNORECASE,
)
_FINAL = re.compile(r"\b(final|last|closing|decision|ceo|founders?)\b", re.IGNORECASE)
_PANEL = re.compile(r"\b(panel|committee|board|group|several people|meet the team)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Situation:
    """`purpose`: thanks, status, call, voicemail or other. `round`: its name, as the user wrote it.

    `people`: how many interviewers there were. `late`: more than the time for thanks has passed.
    `unanswered_calls`, `emails_sent`: since they last got in touch.
    """

    purpose: str
    channel: str = "email"
    mode: str = "other"
    round: str = ""
    people: int = 1
    late: bool = False
    offer: bool = False
    earlier_round_same_people: bool = False
    loose_ends: int = 0
    unanswered_calls: int = 0
    emails_sent: int = 0
    via_recruiter: bool = False

    @property
    def phone_screen(self) -> bool:
        """A short first call, by its name; an unnamed round by telephone counts."""
        return bool(_PHONE_SCREEN.search(self.round)) or (self.mode == "phone" and not self.round.strip())

    @property
    def technical(self) -> bool:
        """A technical round, by its name."""
        return bool(_TECHNICAL.search(self.round))

    @property
    def final(self) -> bool:
        """The last round, by its name."""
        return bool(_FINAL.search(self.round))

    @property
    def panel(self) -> bool:
        """Several people, by their number or by the round's name."""
        return self.people > 1 or bool(_PANEL.search(self.round))


Reason: TypeAlias = Callable[[Situation], str | None]
GENERAL = 20
"""The place of conditions that nearly every situation of a purpose meets."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PLACES = {"onsite": "in the room", "video": "on the call", "phone": "on the line"}
_PEOPLE = re.compile(r"people (\d{1,3})(\+?)")
_ROUND = re.compile(r"round (\S.*)")


@dataclass(frozen=True)
class Condition:
    """One condition of a header. `place`: how telling it is, lowest first; below 0 it outweighs the channel.

    `reason` gives in words why it is met, or None where it is not.
    """

    text: str
    meaning: str
    place: int
    reason: Reason


def _when(met: Callable[[Situation], bool], words: str) -> Reason:
    return lambda situation: words if met(situation) else None


def _several(situation: Situation) -> str | None:
    if situation.people > 1:
        return _people_were_there(situation)
    return "the round's name says that several people took part" if situation.panel else None


def _people_were_there(situation: Situation) -> str:
    verb = "person was" if situation.people == 1 else "people were"
    return f"{_number(situation.people)} {verb} {_PLACES.get(situation.mode, 'there')}"


def _loose_ends(situation: Situation) -> str | None:
    if situation.loose_ends == 1:
        return "one loose end is still open"
    return f"{_number(situation.loose_ends)} loose ends are still open" if situation.loose_ends > 1 else None


def _calls(situation: Situation) -> str | None:
    calls = situation.unanswered_calls
    if calls == 1:
        return "one call was not answered"
    return f"{_number(calls)} calls were not answered" if calls > 1 else None


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


_TABLE = (
    Condition(
        "through a recruiter", "no interviewer can be reached directly: it goes to the contact", -1,
        _when(lambda s: s.via_recruiter, "no interviewer can be reached directly"),
    ),
    Condition(
        "after an offer", "they made an offer before the thanks were sent", 1,
        _when(lambda s: s.offer, "the offer came first, and thanks are owed all the same"),
    ),
    Condition("unanswered calls", "the last calls were not answered", 1, _calls),
    Condition(
        "late", "more than the time for thanks (a day) has passed", 2,
        _when(lambda s: s.late, "the time for prompt thanks has passed"),
    ),
    Condition(
        "unanswered mail", "an earlier mail was not answered", 2,
        _when(lambda s: bool(s.emails_sent), "an earlier mail was not answered"),
    ),
    Condition("loose ends", "something is left to put right or to answer", 3, _loose_ends),
    Condition(
        "met before", "one of the interviewers held an earlier round too", 4,
        _when(lambda s: s.earlier_round_same_people, "the same people held an earlier round"),
    ),
    Condition(
        "final round", "the round's name says that it was the last", 5,
        _when(lambda s: s.final, "it was the final round"),
    ),
    Condition("several people", "several interviewers, or a round called a panel or the like", 6, _several),
    Condition(
        "technical round", "the round's name says that it was technical", 7,
        _when(lambda s: s.technical, "it was a technical round"),
    ),
    Condition(
        "first call", "a phone screen, or an unnamed round by telephone", 8,
        _when(lambda s: s.phone_screen, "it was a first call by telephone"),
    ),
    Condition("in the room", "it was on site", 9, _when(lambda s: s.mode == "onsite", "you met in person")),
    Condition("by video", "it was by video", 9, _when(lambda s: s.mode == "video", "you met by video")),
    Condition(
        "by telephone", "it was a call", 9, _when(lambda s: s.mode == "phone", "you spoke by telephone")
    ),
    Condition(
        "any conversation", "always, for thanks", GENERAL,
        _when(lambda s: s.purpose == "thanks", "it fits every first conversation"),
    ),
    Condition(
        "no answer yet", "always, for asking how things stand", GENERAL,
        lambda _: "nothing was heard by the day of the answer",
    ),
    Condition(
        "by text message", "it goes out as a text message", GENERAL,
        _when(lambda s: s.channel == "sms", "it is short enough for one text message"),
    ),
    Condition(
        "by WhatsApp", "it goes out by WhatsApp", GENERAL,
        _when(lambda s: s.channel == "whatsapp", "it is short enough for a chat"),
    ),
    Condition(
        "on the call", "it is said on the telephone", GENERAL,
        _when(lambda s: s.channel == "call", "for when they answer themselves"),
    ),
)  # fmt: skip
CONDITIONS: Mapping[str, Condition] = MappingProxyType({one.text: one for one in _TABLE})
"""Every condition without a value, by the words a header has for it."""
WITH_VALUE: Mapping[str, str] = MappingProxyType(
    {
        "people N": "exactly N interviewers; `people 3+` for three or more",
        "round NAME": "the round's name holds these words",
    }
)


def condition(text: str) -> Condition:
    """The condition that a header names. Raises ValueError, with those there are, for another."""
    words = " ".join(text.split())
    if words in CONDITIONS:
        return CONDITIONS[words]
    if people := _PEOPLE.fullmatch(words):
        return _people(words, int(people[1]), bool(people[2]))
    if named := _ROUND.fullmatch(words):
        return _round(words, named[1])
    raise ValueError(f"{words!r} is no condition it knows; there are {', '.join((*CONDITIONS, *WITH_VALUE))}")


def _people(text: str, count: int, or_more: bool) -> Condition:
    def reason(situation: Situation) -> str | None:
        met = situation.people == count or (or_more and situation.people > count)
        return _people_were_there(situation) if met else None

    return Condition(text, WITH_VALUE["people N"], 6, reason)


def _round(text: str, name: str) -> Condition:
    words = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    met = _when(lambda situation: bool(words.search(situation.round)), f"the round's name holds “{name}”")
    return Condition(text, WITH_VALUE["round NAME"], 5, met)
