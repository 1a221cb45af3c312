"""A setting as a user types or picks it, whatever it is: from what stands in the file, and back."""

from __future__ import annotations

from datetime import time
from typing import Any

import msgspec

from store.settings.records import Settings
from store.settings.toml import Name
from store.settings.values import DAYS, KNOWN, value_of

_WITH_COMMAS = frozenset({("me", "about"), ("watch", "mail"), ("watch", "calendar")})
"""Lists in whose entries a comma may stand."""


def setting_of(settings: Settings, name: Name) -> Any:
    """What holds for it."""
    inner = settings if len(name) == 1 else getattr(settings, name[0])
    return getattr(inner, KNOWN[name].name)


def options_of(name: Name) -> tuple[Any, ...]:
    """What can be picked for it, None for what is not said; nothing where it is typed."""
    found = msgspec.inspect.type_info(KNOWN[name].type)
    kinds = found.types if isinstance(found, msgspec.inspect.UnionType) else (found,)
    options: list[Any] = []
    for kind in kinds:
        if isinstance(kind, msgspec.inspect.LiteralType):
            options += kind.values
        elif isinstance(kind, msgspec.inspect.BoolType):
            options += [True, False]
        elif isinstance(kind, msgspec.inspect.NoneType):
            options.append(None)
        else:
            return ()
    # As they are declared: a type has its literals in no order of its own.
    return tuple(sorted(options, key=lambda one: (one is not None, one is not True)))


def is_list(name: Name) -> bool:
    """Whether it has several entries, one a line."""
    return isinstance(msgspec.inspect.type_info(KNOWN[name].type), msgspec.inspect.VarTupleType)


def as_typed(name: Name, value: Any) -> str:
    """How it stands in the field in which it is changed."""
    if isinstance(value, tuple):
        return "\n".join(as_typed(name, one) for one in value)
    if isinstance(value, time):
        return f"{value:%H:%M}" if not value.second else value.isoformat()
    if name == ("policy", "working_days"):
        return DAYS[value][:3]
    return str(value)


def from_typed(name: Name, text: str) -> Any:
    """What the file is to say for it; None: nothing, so that the default holds.

    Raises ValueError with the sentence that `doctor` has for what it may not be.
    """
    kind = msgspec.inspect.type_info(KNOWN[name].type)
    text = text.strip()
    value: Any = text
    if isinstance(kind, msgspec.inspect.VarTupleType):
        apart = text if name in _WITH_COMMAS else text.replace(",", "\n")
        value = [entry for line in apart.split("\n") if (entry := line.strip())]
    elif isinstance(kind, msgspec.inspect.IntType):
        value = int(text) if text.isascii() and text.lstrip("-").isdigit() and len(text) < 10 else text
    if value in ("", []) and not isinstance(kind, msgspec.inspect.StrType):
        return None
    read = value_of(name, value)
    return read if name == ("zone",) else value
