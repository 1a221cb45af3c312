"""The table of tones: what style sheets and styled text are made from."""

from __future__ import annotations

from textual.content import Content

from tui import tones


def test_a_tone_is_the_same_in_a_style_sheet_and_in_styled_text() -> None:
    assert tones.style("urgent") == "bold $text-warning"
    assert tones.rule("#a", "urgent") == "#a { color: $text-warning; text-style: bold; }\n"
    assert tones.style("cursor") == "$cursor-style on $primary-muted"
    assert tones.rule("#a", "cursor") == "#a { background: $primary-muted; text-style: $cursor-style; }\n"
    assert tones.styles(warn="urgent")["warn"] == tones.style("urgent")


def test_the_framework_knows_every_style() -> None:
    for style in tones.styles().values():
        assert Content.styled("a", style).plain == "a"
