"""What a language calls the days, and how people are greeted, addressed and taken leave of in it. Pure.

The one table of these words. Python's `%A` and `%B` follow the machine's locale; letters follow this.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple


class Language(NamedTuple):
    """The words of one language, as they stand inside a sentence."""

    code: str
    """Two letters, ISO 639-1."""
    name: str
    """What English calls it."""
    weekdays: tuple[str, ...]
    """Monday first."""
    months: tuple[str, ...]
    conjunction: str
    """What joins the last two of a list: "and"."""
    greetings: tuple[str, ...]
    """What stands before a name at the beginning of a message, in lower case."""
    closes: tuple[str, ...]
    """What stands above the sender's name at its end, without the comma."""
    honorifics: tuple[str, ...]
    """What stands before a surname: in lower case, without the full stop."""
    roles: tuple[str, ...]
    """Words for an office rather than somebody in it, in lower case."""
    day_and_month: str
    """How a date is written, with `{day}` and `{month}`."""


ENGLISH = Language(
    code="en",
    name="English",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    conjunction="and",
    greetings=("dear", "hello", "hi", "hey", "good morning", "good afternoon", "good evening", "good day"),
    closes=("Kind regards", "Best regards", "Best wishes", "Yours sincerely", "Thanks again"),
    honorifics=("ms", "mr", "mrs", "miss", "mx", "dr", "prof", "professor", "sir", "madam", "dame"),
    roles=(
        *("hr", "people", "talent", "acquisition", "recruiting", "recruitment", "recruiter", "recruiters"),
        *("hiring", "staffing", "careers", "jobs", "human", "resources", "personnel", "panel", "committee"),
        *("team", "office", "department", "desk", "manager", "operations", "admin", "reception"),
        *("interviewer", "interviewers", "the", "and", "of"),
    ),
    day_and_month="{day} {month}",
)

GERMAN = Language(
    code="de",
    name="German",
    weekdays=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni"),
        *("Juli", "August", "September", "Oktober", "November", "Dezember"),
    ),
    conjunction="und",
    greetings=(
        *("sehr geehrte", "sehr geehrter", "liebe", "lieber", "liebes"),
        *("guten tag", "guten morgen", "guten abend", "hallo"),
    ),
    closes=("Mit freundlichen Grüßen", "Freundliche Grüße", "Viele Grüße", "Herzliche Grüße"),
    honorifics=("herr", "herrn", "frau"),
    roles=("personalabteilung", "personalwesen", "bewerbermanagement", "recruiting-team"),
    day_and_month="{day}. {month}",
)

FRENCH = Language(
    code="fr",
    name="French",
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    months=(
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    conjunction="et",
    greetings=("cher", "chère", "chers", "chères", "bonjour", "bonsoir"),
    closes=("Cordialement", "Bien cordialement", "Bien à vous"),
    honorifics=("mme", "mlle", "monsieur", "madame", "mademoiselle"),
    roles=("rh", "recrutement"),
    day_and_month="{day} {month}",
)

SPANISH = Language(
    code="es",
    name="Spanish",
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    months=(
        *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
        *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
    conjunction="y",
    greetings=("estimado", "estimada", "querido", "querida", "hola", "buenos días", "buenas tardes"),
    closes=("Un saludo", "Saludos cordiales", "Atentamente"),
    honorifics=("señor", "señora", "señorita", "sr", "sra", "srta", "dra"),
    roles=("rrhh", "selección"),
    day_and_month="{day} de {month}",
)

LANGUAGES: dict[str, Language] = {one.code: one for one in (ENGLISH, GERMAN, FRENCH, SPANISH)}

OTHER_HONORIFICS = ("signor", "signora", "bay", "bayan")
"""Titles of languages that have no words of their own here."""


def weekday(day: date, language: Language = ENGLISH) -> str:
    """`Wednesday`."""
    return language.weekdays[day.weekday()]


def day_and_month(day: date, language: Language = ENGLISH) -> str:
    """`18 November`, without the year."""
    return language.day_and_month.format(day=day.day, month=language.months[day.month - 1])


def listed(words: Sequence[str], language: Language = ENGLISH) -> str:
    """`Marta, Deniz and Joan`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {language.conjunction} {words[-1]}"
