"""Bringing the tables of an older database to today's schema. Pure; the file changes at the next save."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

Tables: TypeAlias = dict[str, dict[str, dict[str, Any]]]

SCHEMA = 2
"""Grows when older versions of ringback could not read what a newer one writes."""


def _preferences(tables: Tables) -> None:
    """1 to 2: what the user has settled for good, such as checks not to be made again, got a table."""
    tables.setdefault("preferences", {})


STEPS: Mapping[int, Callable[[Tables], None]] = {1: _preferences}
"""For each older schema the step to the next one."""


def migrated(tables: Tables) -> Tables:
    """The tables in today's schema. Changes what it is given."""
    schema = tables["meta"]["ringback"]["schema"]
    for step in range(schema, SCHEMA):
        STEPS[step](tables)
    tables["meta"]["ringback"]["schema"] = SCHEMA
    return tables
