"""Who may look at the clock, how text reaches the screen, and what classes are called.

Who imports whom is for `lint-imports`.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def sources(*parts: str) -> list[Path]:
    """The Python files of a package, or of one module."""
    place = ROOT.joinpath(*parts)
    return [place.with_suffix(".py")] if place.with_suffix(".py").exists() else sorted(place.rglob("*.py"))


@cache
def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


# The clock


def calls(file: Path) -> Iterator[tuple[ast.Call, str]]:
    """Every call in a file, with what is called as it is written."""
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Call):
            yield node, ast.unparse(node.func)


CLOCKS = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns",
          "time.localtime", "time.gmtime", "datetime.datetime.now", "datetime.date.today")  # fmt: skip


def test_one_module_reads_the_clock_and_what_comes_before_all_modules() -> None:
    found = {
        str(file.relative_to(ROOT))
        for file in [*sources("store"), *sources("tui"), *sources("templates")]
        for _, name in calls(file)
        if name in CLOCKS
    }
    # What a command begins with imports nothing, and passes on what it reads.
    assert found == {"store/clock.py", "tui/start.py"}


# Text on its way to the screen


WIDGETS = ("Static", "Label", "Button", "Link", "Collapsible")
TOLD = ("notify", "self.notify", "self.app.notify", "app.notify")


def safe(node: ast.expr | None, content: set[str]) -> bool:
    """Whether an argument cannot act as markup: a literal, or Content made here or by one of `content`."""
    if node is None or isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.Call):
        name = ast.unparse(node.func)
        return name in {"Content", "Content.assemble", "Content.styled", *content}
    return False


def unmarked(call: ast.Call) -> bool:
    return any(
        one.arg == "markup" and isinstance(one.value, ast.Constant) and one.value.value is False
        for one in call.keywords
    )


def wrong_texts(file: Path) -> Iterator[str]:
    """Calls and assignments by which a text of someone's might act as markup."""
    tree = tree_of(file)
    content = {
        f"self.{node.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.returns and ast.unparse(node.returns) == "Content"
    }
    for call, name in calls(file):
        if name in (*WIDGETS, *TOLD) and not unmarked(call):
            first = call.args[0] if call.args else None
            if not safe(first, content):
                yield f"line {call.lineno}: {ast.unparse(call)}"
    for node in ast.walk(tree):
        for target in node.targets if isinstance(node, ast.Assign) else ():
            titled = ast.unparse(target).endswith((".border_title", ".border_subtitle"))
            if titled and not isinstance(node.value, ast.Constant):  # type: ignore[attr-defined]
                yield f"line {target.lineno}: titles of borders are read as markup"


def test_no_text_acts_as_markup() -> None:
    assert {str(file): found for file in sources("tui") if (found := list(wrong_texts(file)))} == {}


@pytest.mark.parametrize(
    "code",
    [
        "Static(name)", "Label(f'{name}!')", "self.notify(str(why))", "Button(show(name))",
        "Static(name, markup=True)", "box.border_title = show(name)", "Static(self._head())",
    ],
)  # fmt: skip
def test_the_test_sees_what_is_wrong(tmp_path: Path, code: str) -> None:
    file = tmp_path / "wrong.py"
    file.write_text(f"def _head() -> str: ...\n{code}")
    assert len(list(wrong_texts(file))) == 1


# Names


def public_classes(file: Path) -> Iterator[str]:
    """The names of the classes that others may import."""
    for node in tree_of(file).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name


def test_no_two_public_classes_have_one_name() -> None:
    places = defaultdict(list)
    for file in [*sources("store"), *sources("tui"), *sources("templates")]:
        for name in public_classes(file):
            places[name].append(str(file.relative_to(ROOT)))
    assert len(places) > 300
    assert {name: files for name, files in places.items() if len(files) > 1} == {}
