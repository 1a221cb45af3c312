"""The conditions of a header: when a template fits, and what its sentences rest on. Pure."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from store.languages import languages
from store.people.letters import nearest
from templates.situation import Situation

Reason: TypeAlias = Callable[[Situation], str | None]
GENERAL = 20
"""The place of conditions that nearly every situation of a purpose meets."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PLACES = {"onsite": "in the room", "video": "on the call", "phone": "on the line"}
_PEOPLE = re.compile(r"people (\d{1,3})(\+?)")
_ROUND = re.compile(r"round (\S.*)")
_LANGUAGE = re.compile(r"language ([a-z]{2})")


@dataclass(frozen=True)
class Condition:
    """One condition of a header. `place`: how telling it is, lowest first; below 0 it outweighs the channel.

    `meaning` says in a clause what it demands. `reason` gives in a clause why it is met, or None where it is
    not.
    """

    text: str
    meaning: str
    place: int
    reason: Reason


def _when(met: Callable[[Situation], bool], words: str) -> Reason:
    return lambda situation: words if met(situation) else None


def _counted(count: Callable[[Situation], int], one: str, several: str) -> Reason:
    """A reason with a number in it; `several` holds a `{}` for it."""

    def reason(situation: Situation) -> str | None:
        number = count(situation)
        return (one if number == 1 else several.format(_number(number))) if number else None

    return reason


def _several(situation: Situation) -> str | None:
    if situation.people > 1:
        return _people_were_there(situation)
    return "the round's name says that several people took part" if situation.panel else None


def _people_were_there(situation: Situation) -> str:
    verb = "person was" if situation.people == 1 else "people were"
    return f"{_number(situation.people)} {verb} {_PLACES.get(situation.mode, 'there')}"


def _met(situation: Situation) -> str | None:
    if not situation.met_before:
        return None
    if situation.met_before >= situation.people:
        return "the same people interviewed you before"
    return f"{_number(situation.met_before)} of the {_number(situation.people)} interviewed you before"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


_TABLE = (
    Condition(
        "through a recruiter", "no interviewer can be reached directly, and a contact passes it on", -1,
        _when(lambda s: s.via_recruiter, "no interviewer can be reached directly"),
    ),
    Condition(
        "after a rejection", "they said no", 0, _when(lambda s: s.result == "rejected", "they said no"),
    ),
    Condition(
        "after an offer", "they made an offer that is still to be answered", 0,
        _when(lambda s: s.result == "offer", "they made an offer"),
    ),
    Condition(
        "after it advanced", "they invited you to the next round", 0,
        _when(lambda s: s.result == "advanced", "they invited you to the next round"),
    ),
    Condition(
        "moved date", "the interview lies ahead and its date was changed", 0,
        _when(lambda s: s.moved, "the date was changed"),
    ),
    Condition(
        "ahead", "the interview lies ahead", 1, _when(lambda s: not s.held, "the interview lies ahead")
    ),
    Condition(
        "another offer", "you hold an offer for another job", 1,
        _when(lambda s: s.offer_elsewhere, "you hold an offer for another job"),
    ),
    Condition(
        "something owed", "you said you would send them something", 1,
        _counted(lambda s: s.owes, "you said you would send something", "you said you would send {} things"),
    ),
    Condition(
        "unanswered calls", "the last calls to them were not answered", 1,
        _counted(lambda s: s.unanswered_calls, "one call was not answered", "{} calls were not answered"),
    ),
    Condition(
        "late", "more than a day has passed since the interview", 2,
        _when(lambda s: s.late, "the first day is over"),
    ),
    Condition(
        "unanswered mail", "an earlier mail to them was not answered", 2,
        _when(lambda s: bool(s.emails_sent), "an earlier mail was not answered"),
    ),
    Condition(
        "loose ends", "something is left to put right or to answer", 3,
        _counted(
            lambda s: s.loose_ends, "one loose end is still open", "{} loose ends are still open"
        ),
    ),
    Condition(
        "met all before", "all of them had interviewed you before", 4,
        lambda s: _met(s) if s.met_before >= s.people else None,
    ),
    Condition("met before", "one of them or more had interviewed you before", 4, _met),
    Condition(
        "final round", "the round's name says that it was the last", 5,
        _when(lambda s: s.final, "it was the final round"),
    ),
    Condition("several people", "several people interviewed you, or the round's name says so", 6, _several),
    Condition(
        "technical round", "the round's name says that it was technical", 7,
        _when(lambda s: s.technical, "it was a technical round"),
    ),
    Condition(
        "first call", "it was a phone screen, or an unnamed round by telephone", 8,
        _when(lambda s: s.phone_screen, "it was a first call by telephone"),
    ),
    Condition(
        "recorded", "it was a recording or a task, and nobody was there", 9,
        _when(lambda s: s.mode == "recorded", "it was a recording or a task"),
    ),
    Condition("in the room", "it was on site", 9, _when(lambda s: s.mode == "onsite", "you met in person")),
    Condition("by video", "it was by video", 9, _when(lambda s: s.mode == "video", "you met by video")),
    Condition(
        "by telephone", "it was a call", 9, _when(lambda s: s.mode == "phone", "you spoke by telephone")
    ),
    Condition(
        "answer overdue", "the day of their answer has come", 10,
        _when(lambda s: s.answer_due, "the day of their answer has come"),
    ),
    Condition(
        "to the contact", "it goes to the recruiter or another contact", 11,
        _when(lambda s: s.to_contact, "it goes to the recruiter or another contact"),
    ),
    Condition(
        "any conversation", "it is thanks, whatever the interview was", GENERAL,
        _when(lambda s: s.purpose == "thanks", "it fits every interview"),
    ),
    Condition(
        "no answer yet", "there is no decision yet", GENERAL,
        _when(lambda s: s.purpose == "status" and not s.result, "there is no decision yet"),
    ),
    Condition(
        "by text message", "it goes out as a text message, or in a chat", GENERAL,
        _when(lambda s: s.channel in ("sms", "whatsapp"), "it is short enough for a text message"),
    ),
    Condition(
        "by WhatsApp", "it goes out by WhatsApp", GENERAL,
        _when(lambda s: s.channel == "whatsapp", "it is short enough for a chat"),
    ),
    Condition(
        "on the call", "it is said on the telephone", GENERAL,
        _when(lambda s: s.channel == "call", "they pick up themselves"),
    ),
    Condition(
        "undecided", "nothing is decided yet", GENERAL,
        _when(lambda s: s.undecided, "nothing is decided yet"),
    ),
    Condition("held", "the interview is over", GENERAL, _when(lambda s: s.held, "the interview is over")),
    Condition(
        "a conversation", "you have spoken with somebody: it was no recording and no task", GENERAL,
        _when(lambda s: s.held and s.mode != "recorded", "you have spoken with somebody"),
    ),
    Condition(
        "to an interviewer", "it goes to somebody who interviewed you", GENERAL,
        _when(lambda s: not s.to_contact and not s.via_recruiter, "it goes to somebody who interviewed you"),
    ),
)  # fmt: skip
CONDITIONS: Mapping[str, Condition] = MappingProxyType({one.text: one for one in _TABLE})
"""Every condition without a value, by the words a header has for it."""
WITH_VALUE: Mapping[str, str] = MappingProxyType(
    {
        "people N": "exactly N people interviewed you; `people 3+` for three or more",
        "round NAME": "the round's name holds these words",
        "language XX": "you write to them in this language, by its two letters: `language de`",
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
    if language := language_named(words):
        return _language(words, language)
    near = nearest(words, (*CONDITIONS, *WITH_VALUE))
    meant = f" (did you mean {' or '.join(near)}?)" if near else ""
    raise ValueError(
        f"{words[:80]!r} is no condition it knows{meant}; there are {', '.join((*CONDITIONS, *WITH_VALUE))}"
    )


def language_named(text: str) -> str:
    """The two letters of the language that a condition names; blank where it names none."""
    found = _LANGUAGE.fullmatch(text)
    return found[1] if found else ""


def _people(text: str, count: int, or_more: bool) -> Condition:
    def reason(situation: Situation) -> str | None:
        met = situation.people == count or (or_more and situation.people > count)
        return _people_were_there(situation) if met else None

    number = f"{_number(count)} or more people" if or_more else f"{_number(count)} people"
    return Condition(
        text, f"{'one person' if (count, or_more) == (1, False) else number} interviewed you", 6, reason
    )


def _round(text: str, name: str) -> Condition:
    words = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    met = _when(lambda situation: bool(words.search(situation.round)), f"the round's name holds “{name}”")
    return Condition(text, f"the round's name holds “{name}”", 5, met)


def _language(text: str, code: str) -> Condition:
    known = languages().get(code)
    name = code if known is None else known.name

    def reason(situation: Situation) -> str | None:
        if situation.language != code:
            return None
        return f"you speak {name} with them" if situation.channel == "call" else written

    written = f"you write to them in {name}"
    return Condition(text, written, GENERAL, reason)
