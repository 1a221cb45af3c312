"""Patterns that are compiled on use are those that `re` compiles, and all of ringback's can be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from re._parser import parse  # type: ignore[import-not-found]
from typing import Any

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


METHODS: dict[str, Callable[[re.Pattern[str], str], Any]] = {
    "search": lambda one, text: one.search(text),
    "match": lambda one, text: one.match(text),
    "fullmatch": lambda one, text: one.fullmatch(text),
    "sub": lambda one, text: one.sub("!", text),
    "subn": lambda one, text: one.subn("!", text),
    "split": lambda one, text: one.split(text),
    "findall": lambda one, text: one.findall(text),
    "finditer": lambda one, text: [*one.finditer(text)],
}


@pytest.mark.parametrize("method", METHODS)
def test_a_text_without_what_it_needs_does_not_compile_it(
    method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = re.compile("(a)[:;]")
    asked: list[str] = []

    def compile_it(source: str, flags: int) -> re.Pattern[str]:
        asked.append(source)
        return compiled

    monkeypatch.setattr(re, "compile", compile_it)
    lazy, call = pattern("(a)[:;]", needs=":;"), METHODS[method]
    for text in ("", "a", "a, b"):
        assert call(lazy, text) == call(compiled, text)
    assert asked == []
    for text in ("a;", "b: a", "a:a;", "a"):
        assert repr(call(lazy, text)) == repr(call(compiled, text))
    assert asked == ["(a)[:;]"]


def has_one(parsed: Iterable[Any], signs: str) -> bool:
    """Whether whatever this part of a pattern finds has one of the signs, in it or around it."""
    return any(_item_has_one(str(kind), of, signs) for kind, of in parsed)


def _item_has_one(kind: str, of: Any, signs: str) -> bool:
    match kind:
        case "LITERAL":
            return chr(of) in signs
        case "IN":
            return all(str(one) == "LITERAL" and chr(code) in signs for one, code in of)
        case "BRANCH":
            return all(has_one(branch, signs) for branch in of[1])
        case "SUBPATTERN" | "ASSERT":
            return has_one(of[-1], signs)
        case "MAX_REPEAT" | "MIN_REPEAT":
            return of[0] > 0 and has_one(of[2], signs)
        case _:
            return False


@pytest.mark.parametrize(
    ("source", "true"),
    [
        ("a:", True), ("a:?", False), ("(?:a:|b;)+", True), ("(?:a:|b)+", False), ("a(?=;)", True),
        ("a(?!;)", False), ("[:;]", True), ("[:a]", False), ("[^:]", False), ("(?:a:){0,2}", False),
    ],
)  # fmt: skip
def test_it_is_known_what_a_pattern_needs(source: str, true: bool) -> None:
    assert has_one(parse(source), ":;") == true


@pytest.mark.parametrize(
    "path",
    [path for path in sorted(ROOT.rglob("*.py")) if "pattern(" in path.read_text()],
    ids=lambda path: path.stem,
)
def test_all_of_a_module_s_can_be_compiled_and_need_what_they_say(path: Path) -> None:
    module = import_module(".".join(path.relative_to(ROOT.parent).with_suffix("").parts))
    for value in vars(module).values():
        for one in value.values() if isinstance(value, dict) else [value]:
            if isinstance(one, patterns._CompiledOnUse):
                assert re.compile(one.pattern, one.flags).groups == one.groups
                assert not any(map(str.isalnum, one._needs))
                assert not one._needs or has_one(parse(one.pattern, one.flags), one._needs), one.pattern
