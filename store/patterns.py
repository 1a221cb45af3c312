"""Patterns that are compiled when they are first looked for: all of them take longer than a small command."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")
_NOTHING: dict[str, Callable[[str], Any]] = {
    "sub": lambda text: text,
    "subn": lambda text: (text, 0),
    "split": lambda text: [text],
    "findall": lambda text: [],
    "finditer": lambda text: iter(()),
}
"""What a method gives for a text in which nothing is found, where that is not None."""


def pattern(source: str, flags: int = 0, *, needs: str = "") -> re.Pattern[str]:
    """What `re.compile` gives, as far as one calls its methods and asks for its attributes.

    `needs`: signs (no letters): whatever is found has one of them, so a text without any is not searched, and
    the pattern not compiled. The text is then given by position. What is wrong with `source` is raised at its
    first use.
    """
    return cast("re.Pattern[str]", _CompiledOnUse(source, flags, needs))


class _CompiledOnUse:
    """Has the methods of the compiled pattern as its own from the first call on."""

    def __init__(self, source: str, flags: int, needs: str) -> None:
        self._source = source
        self._flags = flags
        self._needs = needs

    def __getattr__(self, name: str) -> Any:
        if self._needs and name in _METHODS:
            return self._looking_first(name)
        return getattr(self._compiled(), name)

    def _compiled(self) -> re.Pattern[str]:
        compiled = re.compile(self._source, self._flags)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return compiled

    def _looking_first(self, method: str) -> Callable[..., Any]:
        def looked_for(*given: Any, **named: Any) -> Any:
            text = given[1] if method in ("sub", "subn") else given[0]
            if any(map(text.__contains__, self._needs)):
                return getattr(self._compiled(), method)(*given, **named)
            return _NOTHING[method](text) if method in _NOTHING else None

        return looked_for
