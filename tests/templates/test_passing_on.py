"""What stands above a text that somebody else is to pass on."""

from __future__ import annotations

import pytest

from store.languages import PACKAGED
from templates.passing_on import passing_on
from tests.own_languages import DUTCH, TURKISH, speaking

ASKED = 'please_pass_on = "Bunu {name} kişisine iletir misiniz?"\n'


def test_it_greets_asks_and_is_signed() -> None:
    assert passing_on("Sam Reed", "Ada Okafor", "Rosa Keller") == (
        "Dear Sam,\n\n"
        "I have no address for Ada Okafor. Could you pass the lines below on for me?\n\n"
        "Thank you,\nRosa Keller\n\n———"
    )
    assert passing_on("", "", "").startswith("Hello,\n\nI have no address for the person I met. Could")


@pytest.mark.parametrize("code", PACKAGED)
def test_every_packaged_language_asks_in_its_own_words(code: str) -> None:
    words = PACKAGED[code]
    text = passing_on("Sam Reed", "Ada Okafor", "Rosa Keller", code)
    assert text.startswith(words.greeting_by_name.format(name="Sam" if words.by_first_name else "Sam Reed"))
    assert words.please_pass_on.format(name="Ada Okafor") in text
    assert f"{words.thanks_for_it}\nRosa Keller" in text
    assert words.unnamed_reader in passing_on("Sam Reed", "", "Rosa Keller", code)


def test_a_language_of_the_users_own_asks_where_it_has_the_words() -> None:
    with speaking(DUTCH + TURKISH + ASKED):
        assert passing_on("Sam Reed", "Ada Okafor", "Rosa Keller", "tr") == (
            "Sayın Sam Reed,\n\nBunu Ada Okafor kişisine iletir misiniz?\n\nRosa Keller\n\n———"
        )
        english = passing_on("Sam Reed", "", "Rosa Keller")
        assert passing_on("Sam Reed", "", "Rosa Keller", "tr") == english
        assert passing_on("Sam Reed", "", "Rosa Keller", "nl") == english
    assert passing_on("Sam Reed", "", "Rosa Keller", "tr") == english
