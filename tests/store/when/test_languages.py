"""Times in German, French and Spanish, beside the English that is always read."""

from __future__ import annotations

import pytest

from store.languages import ENGLISH, GERMAN, use_languages
from store.when import Unclear, read_end, read_fully, read_span, read_when

from .when_phrases import READ
from .when_said import BERLIN, THURSDAY, on, phrases

# Said on Thursday 19 November 2026 at 10:00: a date (a deadline), or a start, perhaps with its end.
GERMAN_TIMES = {
    "2026-11-20": """
        bis Freitag | am Freitag | bis morgen | Ende dieser Woche | bis Ende der Woche | Freitag |
        vor dem Wochenende
    """,
    "2026-11-22": "in 3 Tagen | in drei Tagen | innerhalb von drei Tagen",
    "2026-11-24": "Mo oder Di | in 3 Werktagen",
    "2026-11-25": "spätestens Mittwoch | nächsten Mittwoch | Anfang nächster Woche | anfang naechster woche",
    "2026-11-25 11:00 – 11:30": "Wann: Mittwoch, 25. November 2026 11:00 bis 11:30 (UTC+01:00) Bern, Rom",
    "2026-11-26": "in einer Woche | in 5 Arbeitstagen | Mitte nächster Woche | mitte der nachsten woche",
    "2026-11-27": """
        Ende nächster Woche | gegen Ende der nächsten Woche | nächste Woche | irgendwann nächste Woche |
        im Laufe der nächsten Woche | voraussichtlich nächste Woche | Do oder Fr nächster Woche |
        hoffentlich noch nächste Woche | nächsten Freitag | naechsten Freitag | nachsten Freitag | am 27.11.
    """,
    "2026-11-30": "Ende des Monats | Ende November | bis Monatsende | bis spätestens 30.11.",
    "2026-12-01": "bis zum 1. Dezember | am 1.12. | 1. Dez. | bis 1.12.",
    "2026-12-03": "in zwei Wochen | in 14 Tagen | in ein bis zwei Wochen | binnen zwei Wochen",
    "2026-12-11": "in der Woche vom 7. Dezember | in der Woche ab 7.12. | in der KW 50 | Kalenderwoche 50",
    "2026-12-12": "um den 10. | um den 10. herum | um den 10. Dezember herum",
    "2026-11-17 10:00": "letzten Dienstag 10 Uhr | vorgestern um 10 Uhr",
    "2026-11-18 16:00": "gestern 16:00 | gestern um 4 | gestern Nachmittag um 4",
    "2026-11-19 08:00": "vor 2 Stunden",
    "2026-11-19 19:00": "heute abend um 7 | heute 19 Uhr",
    "2026-11-20 09:00": "morgen früh um 9 | morgen 9 Uhr | fri 9 am",
    "2026-11-20 14:00": "morgen um 14 Uhr | Freitag 14 Uhr | um 14 Uhr am Freitag",
    "2026-11-20 14:30": "Freitag halb drei | Freitag um 14.30 Uhr | Freitag 14 Uhr 30",
    "2026-11-20 15:45": "morgen viertel vor vier | morgen um dreiviertel vier",
    "2026-11-21 10:30": "übermorgen 10:30 | uebermorgen halb elf",
    "2026-11-22 14:00": "so 14 Uhr | So., 22.11., 14 Uhr",
    "2026-11-23 14:15": "Viertel nach 2 am Montag",
    "2026-11-24 13:30": "kommenden Dienstag 13.30 Uhr",
    "2026-11-25 16:15": "nächste Woche Mittwoch um 16:15 Uhr",
    "2026-11-27 10:00": "Freitag in einer Woche um 10 Uhr",
    "2026-11-27 14:00": "Fr. 27. November um 14 Uhr | am 27. um 14 Uhr | Freitag, 27.11., 14 Uhr",
    "2026-11-20 14:00 – 15:00": "von 14 bis 15 Uhr am Freitag | morgen 14-15 | morgen zwischen 14 und 15 Uhr",
    "2026-11-23 09:00 – 10:00": "Mo 9-10 Uhr | Montag von 9 bis 10",
    "2026-12-01 10:00 – 11:00": "Dienstag, 1. Dezember · 10:00–11:00 | Di., 1. Dez., 10:00 - 11:00 Uhr",
}
FRENCH_TIMES = {
    "2026-11-20": "d'ici vendredi | jusqu'à vendredi | vendredi | avant le week-end",
    "2026-11-22": "dans 3 jours | dans trois jours",
    "2026-11-23": "vendredi ou lundi | lundi prochain",
    "2026-11-25": "en début de semaine prochaine | au début de la semaine prochaine",
    "2026-11-26": "dans 5 jours ouvrés | milieu de la semaine prochaine | dans une semaine",
    "2026-11-27": """
        la semaine prochaine | courant semaine prochaine | au cours de la semaine prochaine |
        probablement la semaine prochaine | vers la fin de la semaine prochaine |
        fin de semaine prochaine | à la fin de la semaine prochaine | vendredi
        prochain
    """,
    "2026-11-30": "fin du mois | fin novembre | au plus tard le 30 novembre",
    "2026-12-01": "le 1er décembre | 1 dec",
    "2026-12-03": "dans 14 jours | d'ici une à deux semaines",
    "2026-11-17 10:00": "mardi dernier à 10h",
    "2026-11-19 08:00": "il y a 2 heures",
    "2026-11-20 09:00": "demain matin à 9h",
    "2026-11-20 14:00": "vendredi à 14h | vendredi 14h | demain 14 heures | demain à 14h",
    "2026-11-20 14:30": "demain à 14h30 | 14 h 30 demain | deux heures et demie demain",
    "2026-11-21 12:00": "après-demain à midi | apres-demain midi",
    "2026-11-27 14:00": "vendredi 27 à 14h",
    "2026-12-03 10:00": "le 3 décembre à 10h | jeudi 3 decembre 10h",
    "2026-12-02 15:00 – 15:30": """
        Quand : mercredi 2 décembre 2026 15:00-15:30 (UTC+01:00) Bruxelles, Copenhague, Madrid, Paris |
        mercredi 2 déc. 2026 15:00 – 15:30 (heure d'Europe centrale)
    """,
    "2026-11-24 15:00 – 16:00": "mardi 24 nov. 15h-16h | mardi de 15h à 16h",
}
SPANISH_TIMES = {
    "2026-11-20": "hasta el viernes | el viernes | antes del fin de semana",
    "2026-11-22": "en 3 días | en tres dias",
    "2026-11-23": "viernes o lunes | a más tardar el lunes",
    "2026-11-25": "a principios de la semana que viene | al inicio de la próxima semana",
    "2026-11-26": "en cinco días hábiles | a mediados de la próxima semana",
    "2026-11-27": """
        a finales de la próxima semana | la semana que viene | probablemente la semana que viene |
        durante la próxima semana
    """,
    "2026-11-30": "fin de mes",
    "2026-12-03": "dentro de dos semanas | en una o dos semanas",
    "2026-11-18 16:00": "ayer a las 16:00 | ayer a las 4",
    "2026-11-19 11:00": "en una hora",
    "2026-11-19 17:00": "hoy a las 5 de la tarde",
    "2026-11-20 09:00": "mañana por la mañana a las 9",
    "2026-11-20 15:00": "el viernes a las 15:00 | manana a las 15:00",
    "2026-11-21 09:30": "pasado mañana a las 9:30 | pasado manana 9:30",
    "2026-11-23 12:00": "el próximo lunes a las 12",
    "2026-11-23 16:30": "lunes a las cuatro y media",
    "2026-11-24 11:00": "martes 24 de noviembre de 2026, 11:00",
    "2026-12-01 10:00 – 11:00": "Cuándo: martes, 1 de diciembre de 2026 10:00-11:00 (UTC+01:00) Madrid",
    "2026-11-25 10:00 – 11:00": "miércoles de 10 a 11",
}
SAID = [
    (code, meant, bars)
    for code, table in (("de", GERMAN_TIMES), ("fr", FRENCH_TIMES), ("es", SPANISH_TIMES))
    for meant, bars in table.items()
]


def told(phrase: str, *languages: str, dates: bool) -> str:
    """A date, or a start and perhaps its end, as the tables have them."""
    if dates:
        value = read_when(phrase, now=THURSDAY, zone=BERLIN, dates=True, languages=languages)
        return str(value)
    span = read_span(phrase, now=THURSDAY, zone=BERLIN, languages=languages)
    return f"{span.start:%Y-%m-%d %H:%M}" + (f" – {span.end:%H:%M}" if span.end else "")


@pytest.mark.parametrize(("code", "meant", "bars"), SAID)
def test_what_is_said_in_a_language(code: str, meant: str, bars: str) -> None:
    for phrase in phrases(bars):
        assert (phrase, told(phrase, code, dates=len(meant) == 10)) == (phrase, meant)


@pytest.mark.parametrize("code", ["de", "fr", "es"])
def test_english_is_read_all_the_same(code: str) -> None:
    """Or asked about, where a word is another in that language; never read as something else."""
    asked = 0
    for meant, bars in READ.items():
        for phrase in phrases(bars):
            try:
                value = read_when(phrase, now=THURSDAY, zone=BERLIN, dates=True, languages=(code,))
            except Unclear as refusal:
                asked += 1
                assert refusal.readings, phrase
            else:
                shown = str(value).removesuffix("+01:00").removesuffix("+02:00").removesuffix(":00")
                assert (phrase, shown) == (phrase, meant)
    assert asked < 12


@pytest.mark.parametrize(
    ("code", "phrase", "readings"),
    [
        ("fr", "vendredi 4", "20 Nov 2026 16:00 | 4 Dec 2026"),
        ("fr", "14h", "19 Nov 2026 14:00 | 20 Nov 2026 00:00"),
        ("fr", "mar 3", "24 Nov 2026 15:00 | 3 Mar 2027"),
        ("es", "en quince días", "3 Dec 2026 | 4 Dec 2026"),
        ("es", "en ocho días", "26 Nov 2026 | 27 Nov 2026"),
        ("fr", "dans huit jours", "26 Nov 2026 | 27 Nov 2026"),
        ("fr", "sous une huitaine", "26 Nov 2026 | 27 Nov 2026"),
        ("fr", "d'ici quinze jours", "3 Dec 2026 | 4 Dec 2026"),
        ("de", "in acht Tagen", "26 Nov 2026 | 27 Nov 2026"),
        ("de", "acht Tage", "26 Nov 2026 | 27 Nov 2026"),
        ("de", "vor acht Tagen", "12 Nov 2026 | 11 Nov 2026"),
        ("de", "nächsten Monat", "1 Dec 2026 | 31 Dec 2026"),
        ("de", "Mitte Dezember", "15 Dec 2026"),
        ("de", "in ein paar Tagen", "22 Nov 2026"),
        ("de", "Freitag gegen 15 Uhr", "20 Nov 2026 15:00"),
    ],
)
def test_what_may_be_several_is_asked(code: str, phrase: str, readings: str) -> None:
    with pytest.raises(Unclear) as refusal:
        told(phrase, code, dates=True)
    assert list(refusal.value.readings) == phrases(readings)


def test_the_words_are_quoted_as_they_were_typed() -> None:
    reading = read_fully("Anfang  nächster Woche", now=THURSDAY, zone=BERLIN, dates=True, languages=("de",))
    assert reading.quote == "Anfang nächster Woche"


def test_ends_are_said_in_a_language_too() -> None:
    start = on("2026-11-24 14:00")
    for phrase in ("16 Uhr", "bis 16 Uhr", "zwei Stunden", "120 Minuten", "um 4"):
        assert read_end(phrase, start=start, zone=BERLIN, languages=("de",)) == on("2026-11-24 16:00")


def test_another_language_than_the_one_set_is_named_and_what_it_would_be() -> None:
    with pytest.raises(Unclear) as refusal:
        told("nächsten Freitag um 14 Uhr", dates=False)
    assert str(refusal.value) == (
        "“nächsten Freitag um 14 Uhr” is German, and the language is not set to that: "
        "write 27 Nov 2026 14:00."
    )
    with pytest.raises(Unclear, match="is French"):
        told("vendredi à 14h", "de", dates=False)


def test_two_languages_at_once() -> None:
    assert told("vendredi à 14h", "fr", "de", dates=False) == told("Freitag 14 Uhr", "fr", "de", dates=False)


def test_a_language_of_the_users_own_is_read_by_its_days_and_the_words_it_gives() -> None:
    dutch = GERMAN._replace(
        code="nl",
        name="Dutch",
        weekdays=("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
        months=ENGLISH.months,
        times={"morgen": "tomorrow | morning", "om": "at", "uur": "oclock", "half": "half to"},
    )
    use_languages({"nl": dutch})
    try:
        assert told("vrijdag 14:00", "nl", dates=False) == "2026-11-20 14:00"
        assert told("morgen om 14 uur", "nl", dates=False) == "2026-11-20 14:00"
    finally:
        use_languages({})


def test_too_many_words_that_may_be_several_are_refused() -> None:
    with pytest.raises(Unclear, match="too many words"):
        told("morgen " * 20, "de", dates=True)
