"""Which language a text is in, and which rules hold for it."""

from dataclasses import replace

import pytest

from templates.proof import ALL, RULES, Case, guess_language, proof, unchecked

TEXTS = {
    "en": "Thank you for the conversation on Friday. I would like to work with you and the team.",
    "de": "Vielen Dank für das Gespräch am Freitag. Ich würde sehr gern mit Ihnen arbeiten.",
    "fr": "Je vous remercie pour notre entretien de vendredi. Je serais heureuse de travailler avec vous.",
    "es": "Muchas gracias por la entrevista del viernes. Me gustaría mucho trabajar con su equipo.",
    "it": "Grazie per il colloquio di venerdì. Sono molto contento e non vedo l'ora di lavorare con lei.",
    "nl": "Bedankt voor het gesprek op vrijdag. Ik zou graag met u en het team werken aan dat plan.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_language_is_told_by_its_small_words(code: str) -> None:
    assert guess_language(TEXTS[code]) == code


@pytest.mark.parametrize(
    "text", ["", "Ada", "Kafka, Flink, Spark", "Szanowna Pani, dziękuję bardzo", "12 34"]
)
def test_what_does_not_tell_is_not_guessed(text: str) -> None:
    assert guess_language(text) is None


def test_rules_that_know_only_english_are_silent_and_named() -> None:
    text = f"{TEXTS['de']} Thank you for your precious time, gonna recieve i."
    case = Case(language="de")
    rules = {rule.id for rule in unchecked(text, case)}
    assert {"spelling", "no_interest", "belittling"} <= rules
    assert "no_thanks" not in rules
    assert rules.isdisjoint(f.rule for f in proof(text, case))
    assert all(RULES[rule].languages is not ALL for rule in rules)
    assert unchecked(TEXTS["en"], Case()) == ()


def test_a_text_that_is_plainly_in_another_language_is_not_held_to_the_words_of_the_first() -> None:
    assert {"no_thanks", "no_interest", "spelling"} <= {rule.id for rule in unchecked(TEXTS["fr"], Case())}
    assert {f.rule for f in proof(TEXTS["fr"], Case())} <= {"length", "own_name"}


@pytest.mark.parametrize("code", ["de", "fr", "es"])
def test_thanks_are_known_in_other_languages(code: str) -> None:
    case = Case(language=code)
    assert "no_thanks" not in {f.rule for f in proof(TEXTS[code], case)}
    assert "no_thanks" in {f.rule for f in proof(TEXTS[code].split(". ", 1)[1], case)}


def test_french_has_a_space_before_its_tall_marks() -> None:
    text = "Quelle question ! Voici ce que je vous propose : une semaine d'essai, avec vous ; et vous ?"
    assert "spacing" not in {f.rule for f in proof(text, Case(language="fr"))}
    assert "spacing" in {f.rule for f in proof(text.replace(",", " ,"), Case(language="fr"))}
    assert "spacing" in {f.rule for f in proof("What a question ! I like the way you ask it.", Case())}


def test_french_says_vous_vous() -> None:
    case = Case(language="fr")
    assert "doubled_word" not in {
        f.rule for f in proof("Je crois que vous vous souvenez de la question.", case)
    }
    assert "doubled_word" in {f.rule for f in proof("Je crois que je je me souviens de la question.", case)}


@pytest.mark.parametrize("code", ["fr", "es", "de", "it", "pt", "ru"])
def test_where_guillemets_quote_only_known_gaps_are_gaps(code: str) -> None:
    case = Case(language=code, gap_words=frozenset({"in a sentence", "als satz"}))
    quoted = "Il a dit « position » et «oui», puis « la date »."
    assert "gap" not in {f.rule for f in proof(quoted, case)}
    assert [
        f.text for f in proof("Well «In a sentence: why» and «als Satz: ja».", case) if f.rule == "gap"
    ] == [
        "«In a sentence: why»",
        "«als Satz: ja»",
    ]


def test_elsewhere_whatever_stands_in_guillemets_is_a_gap() -> None:
    text = "Thank you for the talk about «what you talked about» and for the tea."
    assert [f.text for f in proof(text, Case()) if f.rule == "gap"] == ["«what you talked about»"]


@pytest.mark.parametrize("left", ["{others}", "{first}", "{{ first }}", "{name}"])
def test_a_placeholder_of_the_readers_that_is_left_is_a_gap(left: str) -> None:
    assert left in [f.text for f in proof(f"Thank you, and {left}, for Friday.", Case()) if f.rule == "gap"]


def test_a_quotation_may_open_with_either_guillemet() -> None:
    for text in ("Er sagte »Ja« und ging.", "Il a dit «oui» et il est parti.", "Hon sa ”ja” och gick."):
        assert "quotes" not in {f.rule for f in proof(text, replace(Case(), language="de"))}
