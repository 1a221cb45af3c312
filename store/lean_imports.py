"""msgspec, and paths, without what they load by the way: that takes as long as an empty Python.

While they are imported something else stands in its place: nothing at all, or a module that turns to the true
one once something of it is asked for. Others find all of it as always.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib import import_module
from types import ModuleType
from typing import Any


class _OnUse(ModuleType):
    """Stands for the module of its name."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)  # an import asks what it has found
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]  # it is needed already
        return getattr(import_module(self.__name__), name)

    def later(self, function: str) -> _OnUse:
        """The same with a function that need not be looked up before it is called."""
        setattr(self, function, lambda *given, **named: self.__getattr__(function)(*given, **named))
        return self


def _stand_ins() -> dict[str, ModuleType | None]:
    platform = _OnUse("platform")
    platform.system = lambda: os.uname().sysname  # type: ignore[attr-defined]  # uuid asks for nothing else
    return {
        "typing_extensions": None,  # what Python means by "not there": it has had all of that since 3.11
        "platform": platform,
        "ipaddress": _OnUse("ipaddress"),
        "msgspec.inspect": _OnUse("msgspec.inspect"),
        "msgspec._json_schema": _OnUse("msgspec._json_schema").later("schema").later("schema_components"),
    }


def import_leanly() -> None:
    """Import msgspec and `pathlib`, with the stand-ins for all that is not there already."""
    if "msgspec" in sys.modules or "typing_extensions" in sys.modules:
        return
    with standing_in(_stand_ins()), suppress(ImportError):  # a version that cannot do without
        import pathlib  # noqa: F401

        import msgspec  # noqa: F401


@contextmanager
def standing_in(modules: Mapping[str, ModuleType | None]) -> Iterator[None]:
    """Have these in the place of modules, None for one that is not to be found, while others are imported.

    A module that is there already stays, and so does one that comes in the meantime.
    """
    missing = {name: one for name, one in modules.items() if name not in sys.modules}
    sys.modules.update(missing)  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name, one in missing.items():
            if name in sys.modules and sys.modules[name] is one:
                del sys.modules[name]
