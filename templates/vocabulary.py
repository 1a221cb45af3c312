"""The words a message template may ask for: what each means, and how the user is asked for it. Pure."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

Value: TypeAlias = str | int | date | tuple[str, ...] | tuple[Mapping[str, str], ...]


class KnownWord(NamedTuple):
    """One word of the vocabulary."""

    meaning: str
    """What stands for it, for who writes templates."""
    asked: Mapping[str, str]
    """What the user is asked for where it has no value, by language; always in English."""


def _word(meaning: str, en: str, de: str) -> KnownWord:
    return KnownWord(meaning, MappingProxyType({"en": en, "de": de}))


VOCABULARY: Mapping[str, KnownWord] = MappingProxyType(
    {
        "greeting": _word(
            "the greeting, with its comma: Dear Deniz, or Hello Deniz, by text message and on the telephone",
            "a greeting", "die Anrede",
        ),
        "interviewer": _word(
            "how the person written to is addressed: Deniz, or Ms Aydın", "their name", "der Name"
        ),
        "interviewer_full": _word(
            "the full name of the person written to", "their full name", "der volle Name"
        ),
        "interviewer_title": _word(
            "the title of the person written to: Head of Data", "their job title", "die Funktion"
        ),
        "others": _word(
            "the other interviewers as the reader knows them, in one phrase: Marta and Joan",
            "who else was there", "wer sonst dabei war",
        ),
        "panel": _word(
            "list: the names of everyone who held the interview", "who was there", "wer dabei war"
        ),
        "company": _word("the company", "the company", "die Firma"),
        "role": _word(
            "the role by its name alone, without what stands beside it: Data engineer",
            "the role", "die Stelle",
        ),
        "position": _word(
            "the role in a phrase: the Data engineer role, the internship in Design, or the role",
            "the role", "die Stelle",
        ),
        "round": _word("the round's name: Panel", "what the round is called", "wie die Runde heißt"),
        "day": _word(
            "the day of the interview as it follows 'on': Wednesday, or 18 November from a week away on",
            "which day it was", "der Tag",
        ),
        "date": _word("the date of the interview in words: 18 November", "the date", "das Datum"),
        "full_date": _word(
            "the interview's weekday with its date: Wednesday 18 November", "the date", "das Datum"
        ),
        "time": _word("when the interview begins by their clock: 15:00", "the time", "die Uhrzeit"),
        "their_zone": _word(
            "the place whose clock that is, where it goes otherwise than mine: Berlin",
            "their time zone", "die Zeitzone",
        ),
        "mode": _word(
            "onsite, video, phone, recorded or other", "how you met", "auf welchem Weg Sie sprachen"
        ),
        "topic": _word(
            "the first subject talked about, as it follows 'about': the move to event streams",
            "what you talked about", "worüber Sie gesprochen haben",
        ),
        "topics": _word(
            "list: the subjects talked about that can follow 'about'",
            "what you talked about", "worüber Sie gesprochen haben",
        ),
        "loose_end": _word(
            "the first thing left to put right or to answer, as it was jotted down: for a gap",
            "what you want to put right", "was Sie richtigstellen möchten",
        ),
        "loose_ends": _word(
            "list: everything left to put right or to answer, as it was jotted down: for gaps",
            "what you want to put right", "was Sie richtigstellen möchten",
        ),
        "strength": _word(
            "something of mine that fits the job, as it stands in the settings: for a gap",
            "something of yours that fits", "etwas von Ihnen, das passt",
        ),
        "owed": _word(
            "what I said I would send, as it was jotted down: for a gap",
            "what you said you would send", "was Sie schicken wollten",
        ),
        "my_name": _word("my name", "your name", "Ihr Name"),
        "my_phone": _word("my telephone number", "your telephone number", "Ihre Telefonnummer"),
        "my_email": _word("my e-mail address", "your e-mail address", "Ihre E-Mail-Adresse"),
        "promise": _word(
            "the promised answer in their own words, for a line of its own: by the end of next week",
            "what they said about the answer", "was zur Antwort gesagt wurde",
        ),
        "promised_day": _word(
            "the day of the promised answer: Friday 27 November",
            "by when they said they would answer", "bis wann eine Antwort kommen sollte",
        ),
        "last_contact_day": _word(
            "the day of the last call, mail or word from them: Monday 30 November",
            "when you were last in touch", "wann Sie zuletzt Kontakt hatten",
        ),
        "message_day": _word(
            "the day I last left them a message, still without an answer: Tuesday 24 November",
            "when you left a message", "wann Sie eine Nachricht hinterließen",
        ),
        "mail_day": _word(
            "the day I last asked them by mail, still without an answer: Wednesday 25 November",
            "when you wrote", "wann Sie geschrieben haben",
        ),
        "answer_day": _word(
            "the day by which I am to answer their offer: Friday 27 November",
            "by when they want your answer", "bis wann Sie antworten sollen",
        ),
        "offer_day": _word(
            "the day until which I hold an offer of somebody else's: Friday 27 November",
            "until when you hold the other offer", "bis wann das andere Angebot gilt",
        ),
        "tries": _word("how many calls in a row nobody answered: 2", "how many calls", "wie viele Anrufe"),
        "recruiter": _word(
            "how the contact who is no interviewer is addressed: Sam",
            "the recruiter's name", "der Name der Kontaktperson",
        ),
        "number": _word("the telephone number to call", "their telephone number", "die Telefonnummer"),
        "spelling": _word(
            "british or american, for the filter 'spelt'; british where nothing is said",
            "british or american", "britisch oder amerikanisch",
        ),
        "language": _word(
            "the language of the text in two letters, for the filter 'listed'; en where nothing is said",
            "the language", "die Sprache",
        ),
    }
)  # fmt: skip

LISTS = frozenset({"panel", "topics", "loose_ends"})
ALWAYS_KNOWN: Mapping[str, Value] = MappingProxyType({"spelling": "british", "language": "en"})
PERSONAL = ("{others}", "{first}")
"""What stays in a text that several people read, for the words that each of them gets."""


def placeholder(name: str) -> str:
    """How a word that has no value stays in a text, to be seen and filled."""
    return f"{{{{ {name} }}}}"
