"""Patterns that are compiled when they are first looked for: all of them take longer than a small command."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, as far as one calls its methods and asks for its attributes.

    What is wrong with `source` is raised at its first use.
    """
    return cast("re.Pattern[str]", _CompiledOnUse(source, flags))


class _CompiledOnUse:
    """Has the methods of the compiled pattern as its own from the first call on."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._source, self._flags)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)
