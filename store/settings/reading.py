"""Reading the settings: strictly, and naming the place of whatever does not fit."""

from __future__ import annotations

import re
from datetime import time
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from store.settings.records import SECTIONS, Settings

LARGEST = 2**20
"""Bytes a settings file may have."""
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CHOICES = {"date_order": '"dmy" or "mdy"', "spelling": '"british", "american" or "both"'}
_CLOCK_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


class BadSettings(Exception):
    """The file cannot be used; one sentence with the file, the place and what was expected."""


def load(path: Path) -> Settings:
    """The settings in a file; all defaults where there is none. Raises BadSettings."""
    from store.files.errors import StorageError
    from store.files.regular import read_plain

    try:
        raw, _ = read_plain(Path(path).resolve(), LARGEST)
    except FileNotFoundError:
        return Settings()
    except (StorageError, OSError, RuntimeError) as why:
        raise BadSettings(f"The settings could not be read: {why}.") from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as why:
        raise BadSettings(
            f"The settings {path} are not in UTF-8 (byte {why.start}); save them as UTF-8."
        ) from None
    return read(text, str(path))


def read(text: str, source: str = "config.toml") -> Settings:
    """The settings in a TOML text that comes from `source`. Raises BadSettings."""
    import tomllib

    try:
        plain = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as why:
        raise BadSettings(f"The settings {source} are not TOML: {_lower(str(why))}.") from None
    _refuse_unknown(plain, text, source)
    try:
        return msgspec.convert(_prepared(plain), Settings)
    except msgspec.ValidationError as why:
        words, path = _parted(str(why))
        raise BadSettings(f"The settings {source}, {_place(text, path)}: {words}.") from None
    except (ValueError, OverflowError) as why:
        raise BadSettings(f"The settings {source}: {_lower(str(why))}.") from None


def _refuse_unknown(plain: dict[str, Any], text: str, source: str) -> None:
    levels: list[tuple[tuple[str, ...], Any, type[Struct]]] = [((), plain, Settings)]
    levels += [((name,), plain.get(name), kind) for name, kind in SECTIONS.items()]
    for path, values, kind in levels:
        known = [one.encode_name for one in msgspec.structs.fields(kind)]
        for key in values if isinstance(values, dict) else ():
            if key not in known:
                from difflib import get_close_matches

                near = get_close_matches(key, known, 1)
                hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}."
                place = _place(text, (*path, key))
                raise BadSettings(f"The settings {source}, {place}: there is no such setting; {hint}")


def _prepared(plain: dict[str, Any]) -> dict[str, Any]:
    """The same with times as people write them (`09:00`) and days by their names."""
    prepared = dict(plain)
    for section, names in (("policy", ("office_opens", "office_closes")), ("quiet", ("from", "to"))):
        values = plain.get(section)
        if isinstance(values, dict):
            prepared[section] = {key: _time(one) if key in names else one for key, one in values.items()}
    policy = prepared.get("policy")
    if isinstance(policy, dict) and isinstance(policy.get("working_days"), list):
        policy["working_days"] = [_weekday(day) for day in policy["working_days"]]
    return prepared


def _time(value: Any) -> Any:
    found = _CLOCK_TIME.fullmatch(value.strip()) if isinstance(value, str) else None
    return time(int(found[1]), int(found[2])) if found else value


def _weekday(day: Any) -> Any:
    short = day.strip().casefold()[:3] if isinstance(day, str) else ""
    return _DAYS.index(short) if short in _DAYS else day


def _parted(words: str) -> tuple[str, tuple[str, ...]]:
    """A validation's words and the path they are about, as the user would say both."""
    words, _, path = words.partition(" - at `$")
    named = re.search(r"xpected `(\w+)` to ", words)
    names = re.findall(r"\w+", re.sub(r"\[[^\]]*\]", "", path.rstrip("`")))
    if named and named[1] not in names:
        names.append(named[1])
    for machine, human in (
        ("`int | null`", "a whole number"),
        ("`int`", "a whole number"),
        ("`str`", "text in quotes"),
        ("`time`", 'a time such as "09:00"'),
        ("`date`", "a date such as 2026-12-24"),
        ("`bool | null`", "true or false"),
        ("`bool`", "true or false"),
        ("`array`", "a list"),
        ("`object`", "a section"),
        ("`float`", "a number with a decimal point"),
        ("Invalid RFC3339 encoded time", 'expected a time such as "09:00"'),
        ("Invalid RFC3339 encoded date", "expected a date such as 2026-12-24"),
    ):
        words = words.replace(machine, human)
    if "matching regex" in words:
        words = "expected two capital letters such as DE"
    if "enum value" in words:
        words = f"expected {_CHOICES.get(names[-1] if names else '', 'another word')}"
    return _lower(words), tuple(names)


def _place(text: str, path: tuple[str, ...]) -> str:
    """`[policy] thank_due (line 12)`, the line as far as it can be told by looking."""
    words = " ".join([*(f"[{name}]" for name in path[:-1]), *path[-1:]]) or "as a whole"
    if path and path[-1] in SECTIONS:
        words = f"[{path[-1]}]"
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        if found := re.match(r"\s*\[\s*([\w.-]+)\s*\]", line):
            section = found[1]
        elif (
            path
            and re.match(rf"\s*[\"']?{re.escape(path[-1])}[\"']?\s*=", line)
            and section == ".".join(path[:-1])
        ):
            return f"{words} (line {number})"
    return words


def _lower(words: str) -> str:
    return (words[:1].lower() + words[1:]).rstrip(".")
