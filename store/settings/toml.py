"""The settings as TOML: read strictly, naming the place of whatever does not fit, and written."""

from __future__ import annotations

import re
from datetime import date, time
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from store.settings.records import SECTIONS, Settings

LARGEST_SETTINGS = 2**20
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
        raw, _ = read_plain(Path(path).resolve(), LARGEST_SETTINGS)
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
    return read_toml(text, str(path))


def read_toml(text: str, source: str = "config.toml") -> Settings:
    """The settings in a TOML text that comes from `source`. Raises BadSettings."""
    import tomllib

    try:
        plain = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, MemoryError, ValueError) as why:
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


def as_toml(settings: Settings) -> str:
    """The settings as they are in effect, as a file that could be read again."""
    plain = msgspec.to_builtins(settings, builtin_types=(date, time))
    top = [
        f"{key} = {_toml(value)}"
        for key, value in plain.items()
        if not isinstance(value, dict) and value is not None
    ]
    parts = ["\n".join(top)]
    for name, section in plain.items():
        if isinstance(section, dict):
            lines = [f"{_key(key)} = {_toml(value)}" for key, value in section.items()]
            parts.append("\n".join([f"[{name}]", *lines]))
    return "\n\n".join(parts) + "\n"


def _key(key: str) -> str:
    return key if re.fullmatch(r"[\w-]+", key, re.ASCII) else _toml(key)


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, time):
        return f'"{value:%H:%M}"' if not value.second else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, str):
        # JSON's strings are TOML's, but for the one control character that JSON leaves bare.
        return msgspec.json.encode(value).decode().replace("\x7f", "\\u007f")
    return str(value)


TEMPLATE = """\
# The settings of ringback. Every line below is the default; take away the "# " in front of one to change it.

# Your own time zone, an IANA name or a large city. Blank: the machine's.
# zone = ""
# How dates such as 3/4 are read, "dmy" or "mdy"; where this is not said, they are refused.
# date_order = "dmy"
# What drafts are held to: "british", "american" or "both".
# spelling = "both"
# Two letters such as "DE": where telephone numbers without a + are at home.
# country = ""
# A theme of the palette, such as "nord" or "ansi-dark". Blank: the default.
# theme = ""
# true draws borders and signs in ASCII only; where this is not said, the locale decides.
# ascii = false

[me]
# For your texts, and so that an invitation's guests are told from you.
# name = ""
# email = ""
# phone = ""
# What you bring, as it follows "with": "six years of running pipelines". The first one is offered in drafts.
# about = []

[policy]
# Hours after the interview: thanks are in good time until the first, late until the second, and asked for
# until the third.
# thank_due = 24
# thank_late = 48
# thank_expires = 96
# Hours after a promised answer did not come: call from the first to the second.
# call_wait = 24
# call_late = 48
# Working days until an answer is assumed where none was promised.
# assumed_callback = 5
# Days after which a card counts as gone quiet.
# quiet_after = 30
# Hours before the decision within which an e-mail may be read too late.
# email_lead = 12
# Calls in a row that nobody answers before you write; calls and mails before closing is offered.
# call_tries = 2
# follow_ups = 3
# office_opens = "09:00"
# office_closes = "17:00"
# working_days = ["mon", "tue", "wed", "thu", "fri"]
# Dates on which no office answers: [2026-12-25, 2027-01-01].
# holidays = []

[quiet]
# In these hours of your day the bell is silent. Twice the same time: never.
# from = "21:00"
# to = "08:00"

[keys]
# Other keys for a command, by its id as KEYS.md lists it; several are separated by commas.
# "card.sent" = "s,ctrl+t"

[mail]
# A command that is given a mailto: link, and a Maildir that finished texts are put in as drafts.
# command = ""
# drafts_folder = ""
"""
"""The file that `ringback config --write` writes: everything said, nothing set."""
