"""How languages speak of the day of a meeting: the words for today and yesterday, and those around a day."""

import re
from functools import cache
from typing import NamedTuple

from store.languages import follows_languages, languages
from store.people.letters import fold
from templates.proof.words import wordset


class DayWords(NamedTuple):
    """The words of one language, folded but for the patterns.

    `relative`: pattern to days before now; `parts`: word to the part of a day. `meeting` are words for a
    meeting, `thanks` words of thanks, `direct` those right after which a day is that of the meeting thanked
    for. `ahead` before a meeting, and `between` it and a day, say that the day is another.
    """

    relative: tuple[tuple[str, int], ...]
    parts: dict[str, str]
    on: str
    thanks: frozenset[str]
    meeting: frozenset[str]
    direct: frozenset[str]
    ahead: frozenset[str]
    between: frozenset[str]


MORNING, AFTERNOON, EVENING = "morning", "afternoon", "evening"

_WORDS = {
    "en": DayWords(
        relative=(
            ("earlier today|today", 0), ("this", 0), ("tonight", 0), ("yesterday", 1), ("last night", 1),
        ),
        parts={
            "morning": MORNING, "afternoon": AFTERNOON, "evening": EVENING,
            "tonight": EVENING, "night": EVENING,
        },
        on="(?:last |this |on |early |late )?",
        thanks=wordset(
            """
            thank thanks thankful grateful gratitude appreciate appreciated
            """
        ),
        meeting=wordset(
            """
            meet meeting met speak speaking spoke spoken talk talking talked conversation conversations
            interview interviewing interviewed chat chatting chatted call discussion discussing session
            visit visiting time hour hours minutes panel tour welcome welcoming hosting host having seeing
            sitting day lunch coffee exercise
            """
        ),
        direct=wordset("for"),
        ahead=wordset(
            """
            would could can will ll may might should forward hope hoping if until before next second another
            follow first earlier previous previously please let schedule arrange free available want
            """
        ),
        between=wordset(
            """
            that which who how why what because since until till by before after if will would could can ll
            email mail message note reply invitation sending sent send replying wrote writing regarding
            again gave raised from
            """
        ),
    ),
    "de": DayWords(
        relative=(
            ("heute|heutige[nrsm]?", 0), ("gestern|gestrige[nrsm]?", 1), ("vorgestern|vorgestrige[nrsm]?", 2),
        ),
        parts={
            "morgen": MORNING, "fruh": MORNING, "vormittag": MORNING,
            "nachmittag": AFTERNOON, "abend": EVENING,
        },
        on="(?:letzten |am |vom |diesen )?",
        thanks=wordset("dank danke dankbar bedanken bedanke herzlichen"),
        meeting=wordset(
            """
            gesprach vorstellungsgesprach gespraches gesprache termin interview treffen besuch rundgang
            fuhrung kennengelernt kennenlernen gesprochen zeit gelegenheit unterhaltung austausch telefonat
            empfang stunde probearbeiten probetag hospitation
            """
        ),
        direct=wordset("fur am vom"),
        ahead=wordset(
            """
            wurde konnte werde wird nachsten nachstes falls wenn bis ab wieder freue nochmals bitte zweites
            """
        ),
        between=wordset(
            """
            dass die das wie warum weil seit bis vor nach wenn mail nachricht uber
            """
        ),
    ),
    "fr": DayWords(
        relative=(("aujourd'hui", 0), ("ce|cet", 0), ("hier", 1), ("avant-hier", 2)),
        parts={"matin": MORNING, "midi": AFTERNOON, "soir": EVENING},
        on="(?:le |de |du |ce )?",
        thanks=wordset(
            """
            merci remercie remercier remercions reconnaissant reconnaissante
            """
        ),
        meeting=wordset(
            """
            entretien essai journee matinee rencontre echange temps accueil conversation rencontre
            rencontrer recu recevoir discussion visite
            """
        ),
        direct=wordset("pour de"),
        ahead=wordset(
            """
            prochain prochaine pourrais serais serai jusqu avant espere si deuxieme nouveau second
            """
        ),
        between=wordset(
            """
            que qui comment pourquoi depuis jusqu avant apres si mail message
            """
        ),
    ),
    "es": DayWords(
        relative=(("hoy", 0), ("esta|este", 0), ("ayer", 1), ("anteayer", 2)),
        parts={"manana": MORNING, "tarde": AFTERNOON, "noche": EVENING},
        on="(?:el |del |este |pasado )?",
        thanks=wordset(
            """
            gracias agradezco agradecer agradecerle agradecida agradecido
            """
        ),
        meeting=wordset(
            """
            entrevista conversacion reunion tiempo charla encuentro visita prueba jornada recibirme hablar
            conocerle
            """
        ),
        direct=wordset("por del"),
        ahead=wordset(
            """
            proximo proxima espero podria hasta antes si segunda otra nuevo puedo
            """
        ),
        between=wordset("que quien como desde hasta antes despues si correo mensaje"),
    ),
}  # fmt: skip
_NEEDS_A_PART = ("this", "ce|cet", "esta|este")


def day_words(language: str) -> DayWords | None:
    """The words of a language, None where it has none here."""
    return _WORDS.get(language)


DAY_LANGUAGES = frozenset(_WORDS)


@follows_languages
@cache
def day_pattern(language: str) -> re.Pattern[str]:
    """What finds a day. Groups: `ago0`, `ago1` …, `weekday`, `dom` and `month` (or `…2`), `part`."""
    words = _WORDS[language]
    names = languages()[language]
    parts = "|".join(sorted({_open(part) for part in words.parts if part != "tonight"}))
    tail = rf"(?:'s)?(?:[ ]?(?:par la |por la |-|in the |après-)?[ ]?(?P<part>{parts}))?(?:'s)?"
    relative = []
    for number, (pattern, _) in enumerate(words.relative):
        need = rf"(?=[ ](?:après-)?(?:{parts})\b)" if pattern in _NEEDS_A_PART else ""
        relative.append(rf"(?P<ago{number}>(?:{pattern})\b{need})")
    weekdays = "|".join(map(re.escape, names.weekdays))
    months = "|".join(map(re.escape, names.months))
    weekday = rf"{words.on}(?P<weekday>{weekdays})"
    date = (
        rf"(?P<dom>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?(?: of| de)? (?P<month>{months})"
        rf"|(?P<month2>{months}) (?P<dom2>\d{{1,2}})(?:st|nd|rd|th)?\b"
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(relative)}|{weekday}|{date}){tail}(?!\d)", re.IGNORECASE)


def _open(part: str) -> str:
    """A part of the day as it is written, with its marks."""
    return {"fruh": "früh", "manana": "mañana"}.get(part, part)


def part_named(language: str, written: str) -> str | None:
    """Which part of the day a word is."""
    return _WORDS[language].parts.get(fold(written))
