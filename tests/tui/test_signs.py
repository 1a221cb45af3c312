"""The signs, and when and how the board is drawn in plain ASCII."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import astuple
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tui.signs import ASCII, UNICODE, plain, plain_ascii
from tui.terminal.locales import locale_encoding
from tui.terminal.plain import PlainFilter

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("stream", "user", "plain"),
    [
        ("utf-8", "UTF-8", False),
        ("utf-8", "ANSI_X3.4-1968", True),
        ("latin-1", "UTF-8", True),
        ("iso8859-1", "ISO-8859-1", True),
    ],
)
def test_both_the_stream_and_the_locale_have_a_say(stream: str, user: str, plain: bool) -> None:
    assert plain_ascii(stream, user) == plain


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the locale is UTF-8 whatever is set")
def test_the_locale_c_is_ascii_although_python_writes_utf_8_there() -> None:
    code = "import locale, sys; print(sys.stderr.encoding, locale.getencoding())"
    ran = subprocess.run(
        [sys.executable, "-c", code], env={"LC_ALL": "C"}, capture_output=True, text=True, check=True
    )
    assert plain_ascii(*ran.stdout.split())


# The signs themselves

PICTURES = (
    "©®‼⁉™ℹ↔↕↖↗↘↙↩↪⌚⌛⌨⏏⏩⏪⏭⏮⏯⏱⏲⏳⏸⏹⏺Ⓜ▪▫▶◀◻◼◽◾☀☁☂☃☄☎☑☔☕☘☝☠☢☣☦☪☮☯☸☹☺♀♂♈♓♟♠♣♥♦♨♻♾♿⚒⚓⚔⚕⚖⚗⚙⚛⚜⚠⚡⚧⚪⚫⚰⚱⚽⚾⛄⛅⛈⛎⛏"
    "⛑⛓⛔⛩⛪⛰⛱⛲⛳⛴⛵⛷⛸⛹⛺⛽✂✅✈✉✊✋✌✍✏✒✔✖✝✡✨✳✴❄❇❌❎❓❔❕❗❣❤➕➖➗➡➰➿⤴⤵⬅⬆⬇⬛⬜⭐⭕"
)
"""The signs below U+10000 that fonts may draw as pictures, two cells wide: those that have an emoji style."""
DRAWN = set("·…─━▌–")
"""As old as terminals: lines, blocks and punctuation, which stand on every screen anyway."""


def test_no_sign_is_made_a_picture_of_or_drawn_wider_than_a_cell() -> None:
    for sign in set("".join(astuple(UNICODE))) - DRAWN:
        assert sign not in PICTURES, f"{sign} has an emoji style"
        assert cell_len(sign) == 1
        assert unicodedata.east_asian_width(sign) in ("N", "Na"), f"{sign} is two cells wide in some places"


def test_in_ascii_all_signs_are_ascii_and_no_two_of_a_list_are_the_same() -> None:
    assert "".join(astuple(ASCII)).isascii()
    for one in (ASCII, UNICODE):
        assert one.chosen != one.unchosen and one.checked != one.unchecked and one.ticked != one.unticked
        assert len({one.done, one.skipped, one.must, one.may}) == 4
        assert len({one.marked, one.moved, one.bar}) == 3


@given(st.text())
@example("Zoë «gap» … Łódź – ☎ “ja” ✎ 東京")
def test_a_text_in_ascii_is_ascii_and_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(text).isascii()
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Lantern Health · Second conversation", "Lantern Health - Second conversation"),
        ("“in five days” …", '"in five days" ~'), ("«your name»", "<your name>"),
        ("→ To thank", "> To thank"),
        ("Radka Svobodová, Łódź, Straße", "Radka Svobodova, Lodz, Strase"), ("東京", "? ? "), ("✎ ✆", "@ #"),
        ("╭──╮", "+--+"),
    ],
)  # fmt: skip
def test_what_comes_nearest_in_ascii(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_whatever_is_drawn_in_ascii_is_as_wide_as_it_was(text: str) -> None:
    drawn = PlainFilter().apply([Segment(text, Style(bold=True))], Color.parse("black"))
    assert drawn[0].text.isascii() and drawn[0].style == Style(bold=True)
    assert cell_len(drawn[0].text) == cell_len(text)


@pytest.mark.parametrize(
    ("env", "started_with", "encoding"),
    [
        ({"LC_ALL": "C"}, b"LC_ALL=C", "ascii"),
        ({"LC_ALL": "POSIX", "LANG": "de_DE.UTF-8"}, b"", "ascii"),
        ({"LC_ALL": "de_DE.UTF-8@euro", "LC_CTYPE": "C"}, b"", "UTF-8"),
        ({"LC_CTYPE": "en_GB.ISO-8859-1", "LANG": "C.UTF-8"}, b"", "ISO-8859-1"),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "C"}, b"LANG=C", "ascii"),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "C"}, b"LANG=C\0LC_CTYPE=C.UTF-8", "UTF-8"),
        ({"LANG": "C.UTF-8"}, b"", "UTF-8"),
    ],
)
def test_the_locale_itself_says_what_is_drawn_whatever_python_makes_of_it(
    tmp_path: Path, env: dict[str, str], started_with: bytes, encoding: str
) -> None:
    original = tmp_path / "environ"
    original.write_bytes(started_with)
    assert locale_encoding(env, original) == encoding


@pytest.mark.skipif(sys.platform != "linux", reason="Python changes the locale there only")
@pytest.mark.parametrize("env", [{}, {"LANG": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "1"}], ids=str)
def test_python_s_own_utf_8_is_not_the_user_s(env: dict[str, str]) -> None:
    code = "import os; from tui.terminal.locales import locale_encoding; print(locale_encoding(os.environ))"
    ran = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert ran.stdout.strip() == "ascii"
