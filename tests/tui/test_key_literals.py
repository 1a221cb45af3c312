"""No sentence names a key by itself: what is said of keys comes from their table, with the user's own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "tui"
TABLES = {"keys.py", "key_names.py"}
NAMED = re.compile(r"(?<![\w+-])(esc|enter|(shift\+)?tab|(ctrl|alt)\+\S|pg(up|dn)|F\d{1,2})(?![\w(-])")
DOES = (
    "adds", "again", "brings", "calls", "closes", "copies", "corrects", "deletes", "edits", "goes", "inserts",
    "keeps", "leaves", "marks", "moves", "notes", "opens", "picks", "replaces", "saves", "says", "sends",
    "shows", "starts", "step", "steps", "takes", "ticks", "undoes", "writes",
)  # fmt: skip
"""What a key is said to do."""
LETTER = re.compile(rf"(?<![\w'’“])[a-zA-Z?/\[\]] (and \S )?({'|'.join(DOES)})\b")


def strings(tree: ast.Module) -> Iterator[str]:
    """All texts of a module but its docstrings."""
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node.value


def pieces(tree: ast.Module) -> Iterator[str]:
    """Texts that are drawn as keys though they are none of the table's."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple) and len(node.elts) == 2:
            text, tone = node.elts
            if isinstance(tone, ast.Constant) and tone.value == "key" and isinstance(text, ast.Constant):
                yield str(text.value)


def literals() -> Iterator[tuple[str, str]]:
    """Where a key is named by itself: the file, and the words."""
    for path in sorted(ROOT.rglob("*.py")):
        name = str(path.relative_to(ROOT))
        if name in TABLES:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from ((name, text) for text in pieces(tree) if text.strip())
        for text in strings(tree):
            # A key alone is a name for the program; in a sentence it is one for people.
            if " " in text.strip() and (NAMED.search(text) or LETTER.search(text)):
                yield name, text


def test_no_sentence_names_a_key_by_itself() -> None:
    assert list(literals()) == []
