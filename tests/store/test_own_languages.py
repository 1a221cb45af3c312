"""Reading the languages of the user's own: what is taken, and what is said of the rest."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.languages import (
    GERMAN,
    PACKAGED,
    Language,
    day_and_month,
    language_or_english,
    languages,
    listed,
    weekday_and_date,
)
from store.people.names import called
from store.people.salutation import greeting
from store.settings import BadSettings
from store.settings.own_languages import (
    FIELDS,
    LONGEST_WORDS,
    MOST_LANGUAGES,
    MOST_WORDS,
    REQUIRED,
    load_languages,
    read_languages,
)
from store.settings.toml import toml_value
from tests.own_languages import DUTCH, LEAST, TURKISH, speaking

DAY = date(2026, 3, 18)


def test_every_word_of_a_language_can_be_said() -> None:
    assert {*FIELDS} == {*Language._fields} - {"code"}
    assert {*REQUIRED} == {*FIELDS} - {*Language._field_defaults}


def test_a_turkish_file() -> None:
    with speaking(TURKISH):
        turkish = languages()["tr"]
        assert weekday_and_date(DAY, turkish) == "18 Mart Çarşamba"
        assert listed(["Ada", "Deniz", "Marta"], turkish) == "Ada, Deniz ve Marta"
        assert greeting("Deniz Aydın", turkish) == "Sayın Deniz Aydın,"
        assert greeting("", turkish) == "İyi günler,"
        assert {"iyi günler", "sayın", "merhaba"} == {*turkish.greetings}


def test_a_dutch_file() -> None:
    with speaking(DUTCH):
        dutch = languages()["nl"]
        assert greeting("Jan van der Berg", dutch) == "Beste Jan,"
        assert greeting("mevr. van der Berg", dutch) == "Geachte mevrouw van der Berg,"
        assert greeting("Dhr. Smit", dutch) == "Geachte heer Smit,"
        assert greeting("Wethouder Jan Smit", dutch) == "Beste wethouder Smit,"
        assert dutch.greetings == ("goedendag", "beste", "geachte")


def test_what_a_language_does_not_say_is_neutral() -> None:
    with speaking(LEAST):
        dutch = languages()["nl"]
        assert greeting("Jan van der Berg", dutch) == "Jan van der Berg,"
        assert greeting("", dutch) == "Hello,"
        assert listed(["Ada", "Deniz"], dutch) == "Ada, Deniz"
        assert day_and_month(DAY, dutch) == "18 maart"
        assert (dutch.greetings, dutch.closes, dutch.unnamed_position) == ((), (), "")


def test_names_follow_the_table_and_forget_it_with_it() -> None:
    assert called("Başkan Deniz Aydın") == "Başkan"
    assert called("İnsan Kaynakları") == "İnsan"
    with speaking(TURKISH):
        assert called("Başkan Deniz Aydın") == "Başkan Aydın"
        assert called("İnsan Kaynakları") == ""
    assert called("Başkan Deniz Aydın") == "Başkan"
    assert languages() == PACKAGED
    assert language_or_english("tr").code == "en"


def test_a_packaged_language_grows() -> None:
    (german,) = read_languages("""
[de]
closes = ["Herzlichst", "Viele Grüße"]
greeting_by_title = { "Mag." = "Sehr geehrter {name}," }
months = [
  "Jänner", "Feber", "März", "April", "Mai", "Juni",
  "Juli", "August", "September", "Oktober", "November", "Dezember",
]
""")[0].values()
    assert german.closes == (*GERMAN.closes, "Herzlichst")
    assert german.greetings == GERMAN.greetings
    assert german.greeting_by_title == {**GERMAN.greeting_by_title, "mag": "Sehr geehrter {name},"}
    assert day_and_month(date(2026, 1, 6), german) == "6. Jänner"
    assert german.weekdays == GERMAN.weekdays


FAULTS = [
    ("conjunction = 3", "nl.conjunction: expected text in quotes without braces, not 3"),
    ("conjunction = ''", 'nl.conjunction: expected text in quotes without braces, not ""'),
    ('conjunction = "a\\u001b[2J"', "nl.conjunction: has a control character (U+001B), which is not allowed"),
    ('conjunction = "a\\u202e"', "nl.conjunction: has a control character (U+202E), which is not allowed"),
    ('closes = ["a\\nb"]', "nl.closes: has a line break (U+000A), which is not allowed"),
    (f"conjunction = '{'a' * 81}'", f"nl.conjunction: has 81 characters, and {LONGEST_WORDS} is the most"),
    ("closes = 'Groet'", 'nl.closes: expected a list of words in quotes, without braces, not "Groet"'),
    ("closes = ['x{1,9}']", 'nl.closes: expected a list of words in quotes, without braces, not ["x{1,9}"]'),
    ("closes = ['Groet', 3]", "nl.closes: expected a list of words in quotes"),
    (f"closes = {['a'] * 201}", f"nl.closes: has 201 words, and {MOST_WORDS} is the most"),
    ("by_first_name = 'yes'", 'nl.by_first_name: expected true or false, not "yes"'),
    ("greeting_by_name = 'Beste,'", "nl.greeting_by_name: expected text in quotes with {name} once in it"),
    ("greeting_by_name = '{name} {name}'", "with {name} once in it"),
    ("greeting_by_name = '{name.__class__}'", "with {name} once in it"),
    ("greeting_by_name = '{name!r:>99999999}'", "with {name} once in it"),
    ("greeting_by_name = '{name} {'", "with {name} once in it"),
    ("day_and_month = '{month}'", "with {day} and {month} once in it"),
    ("greeting_by_title = ['dhr']", "nl.greeting_by_title: expected a table from titles to texts such as"),
    ("greeting_by_title = { dhr = 'Geachte heer,' }", "nl.greeting_by_title: expected a table"),
    ("greetngs = ['Hoi']", "nl.greetngs: there is no such word of a language; did you mean greetings?"),
    ("xyz = 'en'", "nl.xyz: there is no such word of a language; there are name, weekdays, "),
]


@pytest.mark.parametrize(("line", "words"), FAULTS)
def test_a_word_at_fault_is_said_and_all_the_others_count(line: str, words: str) -> None:
    found, (fault,) = read_languages(f"{LEAST}{line}\nposition = 'de baan ({{role}})'\n")
    assert (fault.line, fault.name) == (LEAST.count("\n") + 1, f"nl.{line.split(' = ')[0]}")
    assert words in fault.sentence
    assert found["nl"].position == "de baan ({role})"
    assert {"nl": found["nl"]._replace(position="{role}")} == read_languages(LEAST)[0]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            LEAST.replace('"zondag"', '"Maandag"'),
            [
                "line 2: nl: is left out, for want of weekdays",
                "line 4: nl.weekdays: expected a list of 7 different words, not ",
            ],
        ),
        ("[nl]\nname = 'Dutch'", ["line 1: nl: is left out, for want of weekdays and months"]),
        ("[dutch]\nname = 'Dutch'", ["line 1: dutch: expected two small letters such as tr"]),
        ("nl = 3", ["line 1: nl: expected [nl] in a line of its own"]),
        ("[[nl]]\nname = 'Dutch'", ["line 1: nl: expected [nl] in a line of its own"]),
        (
            "[nl]\n" + "\n".join(f"a{n} = 1" for n in range(4_000)),
            ["line 1: nl: is left out, for it says 4,000 things, and there are 27"],
        ),
    ],
)  # fmt: skip
def test_a_language_at_fault_is_left_out(text: str, sentences: list[str]) -> None:
    found, faults = read_languages(f"{text}\n[de]\nconjunction = 'u.'\n")
    assert [*found] == ["de"]
    for fault, sentence in zip(faults, sentences, strict=True):
        assert str(fault).startswith(sentence)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"x" * 10_000_000, "larger than 64 KiB"),
        (f"[de]\ncloses = {['a'] * 100_000}".encode(), "larger than 64 KiB"),
        ("".join(f"[{one}]\n" for one in range(MOST_LANGUAGES + 1)).encode(), "they are 101, and 100 is"),
        (b"[tr", "are not TOML"),
        (b"[tr]\n[tr]\n", "are not TOML"),
        (b"[tr]\nname = '\xff'\n", "are not in UTF-8 (line 2)"),
        (b"a = " + b"[" * 5_000, "too many brackets"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_taken_says_why_in_one_sentence(tmp_path: Path, raw: bytes, words: str) -> None:
    path = tmp_path / "languages.toml"
    path.write_bytes(raw)
    with pytest.raises(BadSettings) as caught:
        load_languages(path)
    assert words in str(caught.value) and str(path) in str(caught.value)
    assert str(caught.value).startswith("The languages ")


_VALUES = st.recursive(
    st.one_of(st.text(max_size=12), st.integers(-9, 9), st.booleans()),
    lambda inner: st.lists(inner, max_size=13) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from([*FIELDS, "x"]), _VALUES, max_size=6), st.sampled_from(["de", "nl"]))
def test_whatever_stands_there_gives_a_language_that_can_be_used(table: dict[str, object], code: str) -> None:

    lines = [f"{field} = {toml_value(value)}" for field, value in table.items()]
    found, _ = read_languages(
        "\n".join((LEAST if code == "nl" else "[de]", *lines)) if code == "de" else LEAST
    )
    for language in found.values():
        assert greeting("Frau Ada Okafor", language)
        assert weekday_and_date(DAY, language)
        assert listed(["a", "b", "c"], language)
