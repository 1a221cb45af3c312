"""The words of each language."""

from __future__ import annotations

from datetime import date

import pytest

from store.languages import (
    ENGLISH,
    FRENCH,
    GERMAN,
    PACKAGED,
    SPANISH,
    Language,
    counted,
    day_and_month,
    either,
    listed,
    some_of,
    weekday,
)

DAY = date(2026, 3, 18)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (ENGLISH, "Wednesday 18 March"),
        (GERMAN, "Mittwoch 18. März"),
        (FRENCH, "mercredi 18 mars"),
        (SPANISH, "miércoles 18 de marzo"),
    ],
)
def test_a_day_in_words(language: Language, words: str) -> None:
    assert f"{weekday(DAY, language)} {day_and_month(DAY, language)}" == words


@pytest.mark.parametrize("language", PACKAGED.values(), ids=PACKAGED)
def test_no_language_lacks_a_word(language: Language) -> None:
    assert (len(set(language.weekdays)), len(set(language.months))) == (7, 12)
    assert language.greetings and language.closes and language.honorifics and language.roles
    assert language.neutral_greeting.casefold().strip(" ,") in language.greetings
    for line in (language.greeting_by_name, *language.greeting_by_title.values()):
        assert line.count("{name}") == 1
        assert line.casefold().startswith(language.greetings)
    titles = (*language.greeting_by_title, *language.spoken_titles)
    for word in (*language.greetings, *language.honorifics, *language.roles, *titles):
        assert word == word.casefold().strip(" .")


def test_words_are_listed() -> None:
    assert [listed(["a", "b", "c"][:count]) for count in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert listed(["a", "b"], GERMAN) == "a und b"
    spanish = {
        "Marta": "y Marta",
        "Inés": "e Inés",
        "Íñigo": "e Íñigo",
        "Hilario": "e Hilario",
        "Ian": "y Ian",
    }
    for name, ending in spanish.items():
        assert listed(["Ada", name], SPANISH) == f"Ada {ending}"


def test_english_days_are_those_of_the_calendar() -> None:
    assert [f"{date(2026, month, month):%A %B}" for month in range(1, 13)] == [
        f"{weekday(date(2026, month, month))} {ENGLISH.months[month - 1]}" for month in range(1, 13)
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a", "b", "c", "d"], "a, b, c and 1 more"),
    ],
)
def test_of_many_words_some_are_named_and_the_others_counted(words: list[str], said: str) -> None:
    assert some_of(words, 3) == said


def test_one_is_not_counted_as_several() -> None:
    assert [counted(number, "draft") for number in (0, 1, 2)] == ["0 drafts", "1 draft", "2 drafts"]
    assert (either(["a"]), either(["a", "b", "c"])) == ("a", "a, b or c")
