"""Reading the settings: each is looked at by itself, and every fault is said with its line.

A setting at fault has its default, and all the others count. What only the screen or the machine can tell (is
there such a theme, such a program?) is told by checks that the reader is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from msgspec.structs import replace

from store.policy import Policy, PolicyClash
from store.settings.records import SECTIONS, Settings
from store.settings.toml import Name, lines_of
from store.settings.values import KNOWN, called, lower_first, shown, value_of

LARGEST_SETTINGS = 2**16
"""Bytes a settings file may have."""
MOST_DOTS = 200
"""Dots a line may have: the time and memory for a name of many parts grow with their square."""


class BadSettings(Exception):
    """The file cannot be read at all; one sentence with the file and the place."""


class Remark(NamedTuple):
    """What a check has found: the settings that are not right, and a whole sentence about them."""

    names: tuple[Name, ...]
    sentence: str


class SettingsFault(NamedTuple):
    """What is wrong with one setting, or with several that do not go together."""

    line: int | None
    """The line in the file, from 1; None where it is not one line."""
    name: str
    """As in `policy.thank_due`; blank for the whole file."""
    sentence: str
    """What is wrong and what is allowed. No text under [me] is quoted in it, and of
    [mail] only the program and the folder."""

    def __str__(self) -> str:
        return f"line {self.line}: {self.sentence}" if self.line else self.sentence


Check: TypeAlias = Callable[[Settings], Iterable[Remark]]
"""Looks at settings that are right as far as the file alone can tell."""


def load(path: Path, checks: Sequence[Check] = ()) -> tuple[Settings, tuple[SettingsFault, ...]]:
    """The settings in a file, and what is not right in it. Raises BadSettings and FileNotFoundError."""
    from store.files.errors import StorageError
    from store.files.regular import read_plain

    try:
        raw, _ = read_plain(path.resolve(), LARGEST_SETTINGS)
    except FileNotFoundError:
        raise
    except (StorageError, OSError, RuntimeError, ValueError) as why:
        raise BadSettings(f"The settings could not be read: {why}.") from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as why:
        line = raw.count(b"\n", 0, why.start) + 1
        raise BadSettings(
            f"The settings {path} are not in UTF-8 (line {line}); save them as UTF-8."
        ) from None
    return read_settings(text, checks, source=str(path))


def read_settings(
    text: str, checks: Sequence[Check] = (), *, source: str = "config.toml"
) -> tuple[Settings, tuple[SettingsFault, ...]]:
    """The settings in a TOML text, defaults in the place of what is not right, and all that is not right.

    Raises BadSettings where the text is not TOML.
    """
    remarks: list[Remark] = []
    settings = _made(_fitting(_parsed(text, source), remarks), remarks)
    for check in checks:
        found = [*check(settings)]
        settings = _without(settings, (name for remark in found for name in remark.names))
        remarks += found
    if not remarks:
        return settings, ()
    lines = lines_of(text)
    faults = [_fault(remark, lines) for remark in remarks]
    return settings, tuple(sorted(faults, key=lambda fault: fault.line or 0))


def _parsed(text: str, source: str) -> dict[str, Any]:
    import tomllib

    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > MOST_DOTS:
            raise BadSettings(
                f"The settings {source} cannot be read: line {number} has over {MOST_DOTS} dots."
            )
    try:
        return tomllib.loads(text)
    except (RecursionError, MemoryError):
        raise BadSettings(f"The settings {source} cannot be read: too many brackets in each other.") from None
    except ValueError as why:
        raise BadSettings(f"The settings {source} are not TOML: {lower_first(str(why))}.") from None


def _fitting(plain: dict[str, Any], remarks: list[Remark]) -> dict[Name, Any]:
    """Every setting that is right by itself."""
    fitting: dict[Name, Any] = {}
    for key, value in plain.items():
        pairs: list[tuple[Name, Any]] = [((key,), value)]
        if key == "keys" or key in SECTIONS:
            if not isinstance(value, dict):
                remarks.append(Remark(((key,),), f"{key}: expected a section, [{key}] in a line of its own"))
                continue
            pairs = [((key, inner), one) for inner, one in value.items()]
        for name, one in pairs:
            try:
                fitting[name] = value_of(name, one)
            except ValueError as why:
                remarks.append(Remark((name,), str(why)))
    return fitting


def _made(fitting: dict[Name, Any], remarks: list[Remark]) -> Settings:
    given: dict[str, Any] = {KNOWN[name].name: value for name, value in fitting.items() if len(name) == 1}
    inner: dict[str, dict[str, Any]] = {section: {} for section in (*SECTIONS, "keys")}
    for name, value in fitting.items():
        if len(name) == 2:
            inner[name[0]][KNOWN[name].name if name in KNOWN else name[1]] = value
    policy = _policy(inner.pop("policy"), remarks)
    keys = inner.pop("keys")
    sections: dict[str, Any] = {section: SECTIONS[section](**values) for section, values in inner.items()}
    return Settings(**given, **sections, policy=policy, keys=keys)


def _policy(values: dict[str, Any], remarks: list[Remark]) -> Policy:
    """The numbers; those that do not go together have all their defaults."""
    while True:
        try:
            return Policy(**values)
        except PolicyClash as why:
            names = tuple(("policy", name) for name in values if name in why.names)
            sentence = str(why).replace("`", "").removeprefix("expected ")
            given = ", ".join(f"{called(name)} = {shown(values[name[1]])}" for name in names)
            remarks.append(Remark(names, f"{given}: expected {sentence}; the defaults of all of them hold"))
            values = {name: value for name, value in values.items() if name not in why.names}


def _without(settings: Settings, names: Iterable[Name]) -> Settings:
    """The settings with the defaults of some."""
    for name in names:
        if name[0] == "keys":
            settings = replace(
                settings, keys={key: one for key, one in settings.keys.items() if key != name[1]}
            )
            continue
        field = KNOWN[name].name
        if len(name) == 1:
            settings = replace(settings, **{field: getattr(Settings(), field)})
        else:
            section = replace(getattr(settings, name[0]), **{field: getattr(SECTIONS[name[0]](), field)})
            settings = replace(settings, **{name[0]: section})
    return settings


def _fault(remark: Remark, lines: dict[Name, int]) -> SettingsFault:
    found = [
        lines[name[:end]] for name in remark.names for end in range(len(name), 0, -1) if name[:end] in lines
    ]
    return SettingsFault(found[0] if found else None, ", ".join(map(called, remark.names)), remark.sentence)
