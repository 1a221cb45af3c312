"""Texts in a language of the user's own: how they greet, list and close, and what is checked of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from templates.greeting import greeting_for_reader, greeting_of
from templates.library import Library
from templates.proof import Case, proof, unchecked
from templates.proof.draft import DraftText
from templates.reader_text import for_reader
from templates.vocabulary import Value
from tests.own_languages import DUTCH, LEAST, TURKISH, speaking

LETTER = """İyi günler,

18 Mart Çarşamba günkü görüşme için çok teşekkür ederim. Olay akışlarına geçişinizi düşünüyorum ve size yardım
etmek isterim. Daha önce bir ekiple bunu yaptık: iki sistemi bir hafta yan yana çalıştırdık ve her toplamı
karşılaştırdık.

İyi çalışmalar
Rosa Keller
"""
MINE = """{# title: Teşekkür
   purpose: thanks
   channel: email
   fits: any conversation, language tr
#}
{{ greeting }}

{{ topics | listed }} için teşekkürler.
"""
TYPED = ("c++ (hey", "[a-z]*", "a|b", "\\w+", "(?:", "^$", "Hey!")


def rules(text: str, language: str) -> set[str]:
    return {finding.rule for finding in proof(text, Case(language=language, me="Rosa Keller"))}


def test_greeting_and_close_are_known() -> None:
    with speaking(TURKISH):
        draft = DraftText(LETTER, Case(language="tr"))
        assert LETTER[slice(*draft.greeting)] == "İyi günler,"
        assert LETTER[draft.close :].startswith("İyi çalışmalar")
        assert not rules(LETTER, "tr") & {"no_greeting", "no_close", "own_name"}
        bare = LETTER.replace("İyi günler,", "").replace("İyi çalışmalar", "")
        assert {"no_greeting", "no_close"} <= rules(bare, "tr")
    assert not rules(LETTER, "tr") & {"no_greeting", "no_close"}
    assert {"no_greeting", "no_close"} <= {rule.id for rule in unchecked(LETTER, Case(language="tr"))}


def test_what_the_file_does_not_say_is_not_checked() -> None:
    with speaking(LEAST):
        unsaid = {rule.id for rule in unchecked("Jan, bedankt.", Case(language="nl"))}
    with speaking(DUTCH):
        said = {rule.id for rule in unchecked("Jan, bedankt.", Case(language="nl"))}
    assert unsaid - said == {"no_greeting", "no_close"}
    assert {"no_thanks", "spelling", "day"} <= said


def test_each_reader_is_greeted_and_named_in_it() -> None:
    people = ["Deniz Aydın", "Marta Costa", "Joan Pratt"]
    with speaking(TURKISH):
        body = "Sayın Deniz Aydın,\n\n{others} ile de konuştum."
        assert for_reader(body, people=people, to="Joan Pratt", language="tr").text == (
            "Sayın Joan Pratt,\n\nDeniz ve Marta ile de konuştum."
        )
        together = "Sayın Deniz Aydın ve Marta Costa,"
        assert greeting_for_reader(together, people=people, to="Joan Pratt") is None
    assert for_reader(body, people=people, to="Joan Pratt", language="tr").text.startswith("Sayın Deniz")


def test_a_template_says_that_it_is_in_it_and_lists_in_it(tmp_path: Path) -> None:
    (tmp_path / "mine.j2").write_text(MINE, "utf-8")
    known: dict[str, Value] = {"greeting": "İyi günler,", "topics": ("Kafka", "Flink"), "language": "tr"}
    with speaking(TURKISH):
        library = Library(tmp_path)
        assert library.get("mine").language == "tr"
        assert "you write to them in Turkish" in [one.meaning for one in library.get("mine").fits]
        assert library.render("mine", known).body == "İyi günler,\n\nKafka ve Flink için teşekkürler."
    assert library.render("mine", known).body.endswith("Kafka and Flink için teşekkürler.")


@pytest.mark.parametrize("words", TYPED)
def test_what_stands_in_the_file_is_literal(words: str) -> None:
    quoted = f"greetings = ['{words}']\ncloses = ['{words}']\nconjunction = '{words}'"
    with speaking(f"[de]\n{quoted}\n"):
        assert greeting_of(f"{words} Ada,\n\nText.") == f"{words} Ada,"
        assert greeting_of("Das ist so, wie es ist.") == ""
        text = f"Hallo Ada,\n\nDas ist ein Satz, der lang genug ist.\n\n{words}\nRosa"
        assert DraftText(text, Case(language="de")).greeting == (0, 10)
        assert "wie es ist" in for_reader("Das, wie es ist", people=["A B", "C D"], to="A B").text
