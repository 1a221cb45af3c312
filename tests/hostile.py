"""Texts that try to end a field and begin another."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

quick = settings(max_examples=50, deadline=None)

PIECES = (
    "\r\n", "\n", "\r", "\x00", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\ud800", "\t", " ",
    "Bcc: eve@evil.example", "=?utf-8?q?a=0D=0ABcc:_eve@evil.example?=", "=", "?", "&bcc=eve@evil.example",
    "%0D%0ABcc:", "<eve@evil.example>", ", eve@evil.example", ";", '"', "\\", "(", ")", "a" * 70, "ü", "+",
    "#", "é" * 40, "日本", "🙂", "From ", ".",
)  # fmt: skip

hostile = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=8).map("".join)
"""Text as no one would type it by accident."""
