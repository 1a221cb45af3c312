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

CONTROLS = {
    "clipboard": "A\x1b]52;c;ZXZpbA==\x07", "clear": "A\x1b[2J\x1b[H", "title": "A\x1b]0;owned\x07",
    "report": "A\x1b[6n", "attributes": "A\x1b[c", "dcs": 'A\x1bP$q"p\x1b\\', "apc": "A\x1b_evil\x1b\\",
    "pm": "A\x1b^evil\x1b\\", "sos": "A\x1bXevil\x1b\\", "colours": "A\x1b]11;?\x1b\\", "reset": "A\x1bc",
    "hyperlink": "A\x1b]8;;https://evil.example\x1b\\x\x1b]8;;\x1b\\", "alternate": "A\x1b[?1049l",
    "mouse": "A\x1b[?1003h", "paste": "A\x1b[200~x\x1b[201~", "size": "A\x1b[8;1;1t", "escape": "A\x1b",
    "c1-csi": "A\x9b2J", "c1-osc": "A\x9d0;owned\x9c", "c1-dcs": "A\x90q\x9c", "next-line": "A\x85B",
    "nul": "A\x00B", "bell": "A\x07", "backspace": "ABC\b\b\bXYZ", "return": "hidden\rvisible",
    "form-feed": "A\x0cB", "vertical-tab": "A\x0bB", "shift-out": "A\x0eB\x0f", "delete": "A\x7fB",
    "separators": "A\x1cB\x1dC\x1eD\x1f", "override": "A\u202egnp.exe", "embedding": "A\u202bB\u202c",
    "isolate": "\u2066A\u2069", "marks": "A\u200e\u200f\u061cB", "tags": "A\U000e0041\U000e0042B",
}  # fmt: skip
"""Texts with characters that nothing may store and no terminal may get."""
TEXTS = CONTROLS | {
    "closing": "Acme [/b]", "red": "[red]x[/]", "unclosed": "[bold", "lone": "[/]", "escaped": "A\\[b]",
    "action": "[@click=app.quit]x[/]", "link": "[link=https://evil.example]Acme[/link]",
    "theme": "[$primary]x",
    "variable": "$text-error {{ x }} %s \\[", "jinja": "{{ 7*7 }}", "statement": "{% for x in y %}",
    "percent": "%s%n%x", "braces": "{0.__class__}", "shell": "$(id)`id`;id", "dash": "--help",
    "formula": "=HYPERLINK(1)", "header": "Hi\r\nBcc: evil@example.invalid", "path": "../../../etc/passwd",
    "lines": "A\nB\tC\nD", "separator": "A\u2028B\u2029C", "invisible": "A\u200b\ufeff\u2060B",
    "wide": "株式会社漢字漢字漢字漢字漢字漢字漢字", "rtl": "חברה בע״מ שלום", "emoji": "👩‍👩‍👧‍👦 🇩🇪 ✆️",
    "zalgo": "Z" + "\u0300\u0301\u0302\u0303\u0304" * 20 + "a", "long": "x" * 10_000,
    "wide-long": "漢" * 4_000,
}  # fmt: skip
"""Names that try to be markup, commands, headers or escape sequences."""
