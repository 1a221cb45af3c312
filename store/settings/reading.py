"""Reading the settings: each is looked at by itself, and every fault is said with its line.

A setting at fault has its default, and all the others count. What only the screen or the machine can tell (is
there such a theme, such a program?) is told by checks that the reader is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias

from msgspec.structs import replace

from store.policy import Policy, PolicyClash
from store.settings.records import SECTIONS, Settings
from store.settings.toml import Name
from store.settings.toml_file import BadSettings, Remark, SettingsFault, faults_in, read_text, values_in
from store.settings.values import KNOWN, called, shown, value_of

_WHAT = "The settings"

Check: TypeAlias = Callable[[Settings], Iterable[Remark]]
"""Looks at settings that are right as far as the file alone can tell."""


def load(path: Path, checks: Sequence[Check] = ()) -> tuple[Settings, tuple[SettingsFault, ...]]:
    """The settings in a file, and what is not right in it. Raises BadSettings and FileNotFoundError."""
    return read_settings(read_text(path, _WHAT), checks, source=str(path))


def read_settings(
    text: str, checks: Sequence[Check] = (), *, source: str = "config.toml"
) -> tuple[Settings, tuple[SettingsFault, ...]]:
    """The settings in a TOML text, defaults in the place of what is not right, and all that is not right.

    Raises BadSettings where the text is not TOML.
    """
    remarks: list[Remark] = []
    settings = _made(_fitting(values_in(text, _WHAT, source), remarks), remarks)
    for check in checks:
        found = [*check(settings)]
        settings = _without(settings, (name for remark in found for name in remark.names))
        remarks += found
    return settings, faults_in(text, remarks)


def zone_remark(path: Path, now: datetime) -> str:
    """What is to be said of how the zone in a file was told, at `now` (aware); blank where there is none."""
    from store.zones import UnknownZone, named_zone

    try:
        typed = values_in(read_text(path, _WHAT), _WHAT, str(path)).get("zone", "")
        return named_zone(typed, now).remark if isinstance(typed, str) and typed else ""
    except (BadSettings, FileNotFoundError, UnknownZone):
        return ""


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
