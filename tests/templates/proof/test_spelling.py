"""Words that do not exist, and those that only look so."""

import gzip
import sys
from pathlib import Path
from typing import Literal

import pytest
from spellchecker import SpellChecker

from templates.proof import Case, Speller, proof, speller
from templates.proof.speller import LETTERS

SPELLER = Speller.load()


def misspelt(text: str, *, with_speller: bool = True, case: Case | None = None) -> list[str]:
    return [
        f.text
        for f in proof(text, case or Case(), speller=SPELLER if with_speller else None)
        if f.rule == "spelling"
    ]


def test_it_is_loaded_once() -> None:
    assert SPELLER is not None
    assert Speller.load() is SPELLER


def test_without_the_package_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Speller, "_loaded", None)
    monkeypatch.setitem(sys.modules, "spellchecker", None)
    assert Speller.load() is None


FORMS = {
    "not there": None,
    "not packed": b'{"a": 1}',
    "cut off": gzip.compress(b'{"a": 1}')[:-9],
    "spoilt": gzip.compress(b'{"a": 1}')[:12] + b"\xff" * 20,
    "no JSON": gzip.compress(b"a 1"),
    "blank": b"",
    "a list": gzip.compress(b'["a"]'),
    "more than counts": gzip.compress(b'{"a": {"count": 1}}'),
}


@pytest.fixture
def dictionary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where it is looked for, anew: nothing is there."""
    (tmp_path / "another_dictionary").mkdir()
    (tmp_path / "another_dictionary" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "another_dictionary", raising=False)
    monkeypatch.setattr(speller, "_DICTIONARY", ("another_dictionary", "words"))
    monkeypatch.setattr(Speller, "_loaded", None)
    return tmp_path / "another_dictionary" / "words"


@pytest.mark.parametrize("form", FORMS)
def test_words_in_another_form_are_read_by_the_package_itself(
    form: str, dictionary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if (data := FORMS[form]) is not None:
        dictionary.write_bytes(data)
    monkeypatch.setattr(Speller, "_from_package", lambda: SPELLER)
    assert Speller.load() is SPELLER


def test_the_package_itself_knows_the_same(dictionary: Path) -> None:
    by_package, words = Speller.load(), ("recieve", "its", "zzyzx", "naïve", "definately", "kafka")
    assert SPELLER is not None and by_package is not None and by_package is not SPELLER
    assert [by_package.meant(word) for word in words] == [SPELLER.meant(word) for word in words]


def test_a_package_without_words_is_none(dictionary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pkgutil.get_data", lambda *of: None)
    assert Speller.load() is None


def test_it_knows_the_words_that_the_package_knows() -> None:
    package, words = SpellChecker(distance=1), ("recieve", "wich", "cafe", "its", "zzyzx", "naïve", "ab")
    assert SPELLER is not None
    assert all(SPELLER.knows(word) for word in package)
    assert set(LETTERS) == set().union(*package)
    for word in words:
        assert SPELLER._neighbours(word) == package.known(package.edit_distance_1(word)), word


@pytest.mark.parametrize(
    "word",
    [
        "recieve",
        "definately",
        "seperate",
        "intervew",
        "oportunity",
        "enthusiam",
        "experiance",
        "challange",
        "wich",
        "responsibilty",
        "begining",
    ],
)
def test_a_slip(word: str) -> None:
    assert misspelt(f"I think that the {word} is clear to us.") == [word]


@pytest.mark.parametrize("word", ["definately", "alot", "recieved", "dont"])
def test_well_known_slips_need_no_dictionary(word: str) -> None:
    assert misspelt(f"I think we {word} know it.", with_speller=False) == [word]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I should of known.", "should of"),
        ("I look forward to hear from you.", "look forward to hear"),
        ("It is more then that.", "more then"),
    ],
)
def test_a_slip_of_existing_words(text: str, found: str) -> None:
    assert misspelt(text, with_speller=False) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "We use Kubernetes, kafka, dbt, onboarding, backends, codebases and microservices.",
        "Colour, behaviour, organise, programme, learnt, catalogue, licence, travelled, fulfil, defence.",
        "Color, behavior, organize, program, learned, catalog, license, traveled, fulfill, defense.",
        "I met Tomasz, Priya and Zieliński in Kraków. Tomasz was kind. Wolfgang too.",
        "Don't, can't, I'd, Ada's, co-operative, e-mail, well-known, 3rd, 10am, v2.",
        "See https://recieve.example, jo@definately.example, and some_definately_code.",
        "The walkthrough, the lakehouse, deduplicated and containerised, was unglamorous and refactorable.",
        "A café, a naïve résumé, a cliché, and an über-cool façade.",
    ],
)
def test_no_slip(text: str) -> None:
    assert misspelt(text) == []


def test_what_the_user_and_the_card_know_is_right() -> None:
    case = Case(company="Recieve", topics=("the oportunity engine",), known_words=frozenset({"wich"}))
    assert misspelt("At recieve, the oportunity engine, wich is new.", case=case) == []


@pytest.mark.parametrize(
    ("side", "text", "found"),
    [
        ("british", "My favorite color is in the center.", ["favorite", "color", "center"]),
        ("british", "I organize the program and realize it.", []),
        (
            "american",
            "My favourite colour; we organise and analyse.",
            ["favourite", "colour", "organise", "analyse"],
        ),
        (
            "american",
            "I advise you to exercise and promise nothing; it is a wise surprise, our hour, four, your tour.",
            [],
        ),
        ("both", "My favourite color in the centre.", []),
    ],
)
def test_the_other_sides_spelling(
    side: Literal["british", "american", "both"], text: str, found: list[str]
) -> None:
    assert misspelt(text, case=Case(spelling=side)) == found


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("I look forward to hear from you.", "look forward to hearing"),
        ("Looking forward to see you.", "Looking forward to seeing"),
        ("I look forward to receive it.", "forward to receiving"),
    ],
)
def test_what_is_meant_is_said_whole(text: str, right: str) -> None:
    [why] = [f.why for f in proof(text, Case()) if f.rule == "spelling"]
    assert why.endswith(f"did you mean “{right}”?")
