"""How long a text is: every place that says so says the same."""

from __future__ import annotations

import re

from templates.proof import Case, summary
from templates.proof.draft import DraftText
from tui.handover.outgoing import Outgoing
from tui.widgets.editor.side import counts_line
from tui.words.handover import measure


def _length(said: str) -> tuple[int, int]:
    found = re.search(r"\b(\d+) words?\D+(\d+) minutes?\b", said)
    assert found is not None, said
    return int(found[1]), int(found[2])


def test_the_editor_the_summary_and_the_last_read_agree_on_every_length() -> None:
    for number in range(1, 1001):
        text = "Dear Ada, well-made things – and more"[: 9 + number % 29] + " word" * (number - 1)
        panel = _length(counts_line(text, "email"))
        assert _length(summary((), text, Case())) == panel, text
        assert _length(measure(Outgoing("p1", "Ada", "email", body=text))) == panel, text
        assert DraftText(text, Case()).count == panel[0], text


def test_words_and_minutes() -> None:
    assert _length(counts_line("", "email")) == (0, 1)
    assert _length(counts_line("a well-made thing – isn't it", "email")) == (5, 1)
    assert _length(counts_line("word " * 200, "email")) == (200, 1)
    assert _length(counts_line("word " * 201, "email")) == (201, 2)
