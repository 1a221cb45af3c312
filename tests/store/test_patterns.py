"""Patterns that are compiled on use are those that `re` compiles, and all of ringback's can be."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import store
from store import patterns
from store.patterns import pattern

ROOT = Path(store.__file__).parent


def test_it_does_what_a_compiled_one_does() -> None:
    lazy, compiled = pattern(r"(?P<word>a+)b?", re.IGNORECASE), re.compile(r"(?P<word>a+)b?", re.IGNORECASE)
    for text in ("", "ab AAB xa", "b"):
        assert [found.groupdict() for found in lazy.finditer(text)] == [
            found.groupdict() for found in compiled.finditer(text)
        ]
        assert (lazy.sub("-", text), lazy.split(text)) == (compiled.sub("-", text), compiled.split(text))
        assert (lazy.fullmatch(text) is None) == (compiled.fullmatch(text) is None)
    assert (lazy.pattern, lazy.flags, lazy.groups) == (compiled.pattern, compiled.flags, compiled.groups)


def test_it_is_compiled_once_and_not_before_its_use(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    compiled = re.compile("a.c")

    def compile_it(source: str, flags: int) -> re.Pattern[str]:
        asked.append(source)
        return compiled

    monkeypatch.setattr(re, "compile", compile_it)
    one = pattern("a.c")
    assert asked == []
    assert one.search("xabc") and one.match("abc") and not one.search("ab")
    assert asked == ["a.c"]


@pytest.mark.parametrize(
    "path",
    [path for path in sorted(ROOT.rglob("*.py")) if "pattern(" in path.read_text()],
    ids=lambda path: path.stem,
)
def test_all_of_a_module_s_can_be_compiled(path: Path) -> None:
    module = import_module(".".join(path.relative_to(ROOT.parent).with_suffix("").parts))
    for value in vars(module).values():
        for one in value.values() if isinstance(value, dict) else [value]:
            if isinstance(one, patterns._CompiledOnUse):
                assert re.compile(one.pattern, one.flags).groups == one.groups
