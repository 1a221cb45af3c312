"""Changing one setting in the user's own file: comments, order and everything else stay as they are.

tomlkit is imported on use: the board does not wait for it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, MutableMapping, Sequence
from pathlib import Path
from typing import Any

from store.settings.reading import Check, load, read_settings
from store.settings.records import Settings
from store.settings.toml import TEMPLATE, Name, toml_value
from store.settings.toml_file import BadSettings, SettingsFault
from store.settings.typed import setting_of
from store.settings.values import called


class UnfitSetting(Exception):
    """A setting may not be that; the sentence that `doctor` has for it."""


def keep_setting(path: Path, name: Name, value: Any, checks: Sequence[Check] = ()) -> Settings:
    """Write one setting, as `("me", "name")` or `("known_words",)`, and give what the file says now.

    `value` is what TOML has for it; None takes it out, and the default holds again. Where there is no file,
    one is begun with every setting in it. Raises BadSettings where the file is no TOML or holds what it may
    not, UnfitSetting, and StorageError where it cannot be written; then nothing is changed.
    """
    text, settings = with_setting(_read(path), name, value, checks, source=str(path))
    _write(path, text)
    return settings


def change_list(
    path: Path,
    name: Name,
    change: Callable[[tuple[str, ...]], tuple[str, ...]],
    checks: Sequence[Check] = (),
) -> Settings:
    """Write what becomes of a list as it stands in the file now, and give what the file says then.

    A list with something in it that may not be there is left as it is: its default would take the place of
    all that the user has written in it. Raises as `keep_setting` does.
    """
    text = _read(path)
    settings, faults = read_settings(text, source=str(path))
    _refuse_fault(faults, name)
    text, settings = with_setting(text, name, change(setting_of(settings, name)), checks, source=str(path))
    _write(path, text)
    return settings


def begin_settings(path: Path) -> None:
    """Write the file with every setting in it and none set, where there is none. Raises StorageError."""
    if not os.path.lexists(path):
        _write(path, TEMPLATE)


def with_setting(
    text: str, name: Name, value: Any, checks: Sequence[Check] = (), *, source: str = "config.toml"
) -> tuple[str, Settings]:
    """The text of a file with the setting in it, and what it then says. Raises as `keep_setting` does."""
    changed = _without_value(text, name) if value is None else _with_value(text, name, value)
    settings, faults = read_settings(changed, checks, source=source)
    _refuse_fault(faults, name)
    return changed, settings


def _refuse_fault(faults: Sequence[SettingsFault], name: Name) -> None:
    for fault in faults:
        if called(name) in fault.name.split(", "):
            raise UnfitSetting(fault.sentence)


def _write(path: Path, text: str) -> None:
    from store.files.atomic import make_directory, replace_file
    from store.files.errors import StorageError

    # A link to the file, as people keep their settings elsewhere, stays one.
    target = path.resolve()
    try:
        make_directory(target.parent)
        replace_file(target, text.encode())
    except OSError as why:
        raise StorageError(f"{path} was not written: {why.strerror}.") from None


def _read(path: Path) -> str:
    try:
        load(path)
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return TEMPLATE


def _parsed(text: str) -> Any:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        return tomlkit.parse(text)
    except TOMLKitError as why:
        raise BadSettings(f"The settings are no TOML: {why}") from None


def _without_value(text: str, name: Name) -> str:
    import tomlkit

    document = _parsed(text)
    table: Any = document
    for part in name[:-1]:
        table = table.get(part) if isinstance(table, MutableMapping) else None
    if not isinstance(table, MutableMapping) or name[-1] not in table:
        return text
    del table[name[-1]]
    return tomlkit.dumps(document)


def _with_value(text: str, name: Name, value: Any) -> str:
    """The file with the value in it: in the place of a line that gives its default in a comment, if any."""
    import tomlkit

    document = _parsed(text)
    section, key = name[:-1], name[-1]
    table: Any = document
    for part in section:
        table = table.get(part, {}) if isinstance(table, MutableMapping) else {}
    if isinstance(table, MutableMapping) and key not in table:
        uncommented = _uncommented(text, section, key, value)
        # Such a line may stand within a text of several lines: then nothing came of it.
        if uncommented is not None and _is_said(uncommented, name):
            return uncommented
    table = document
    for part in section:
        table = table.setdefault(part, tomlkit.table())
        if not isinstance(table, MutableMapping):
            raise BadSettings(f"The settings have `{part}` as a value, not as a section; mend that first.")
    there = table.get(key)
    if isinstance(value, tuple | list) and isinstance(there, tomlkit.items.Array):
        _change_array(there, value)
    else:
        table[key] = [*value] if isinstance(value, tuple) else value
    return tomlkit.dumps(document)


def _change_array(there: Any, value: Sequence[Any]) -> None:
    """Have a list hold these; what stays keeps its line, and the comment behind it."""
    for at in reversed(range(len(there))):
        if there[at] not in value:
            del there[at]
    for at, one in enumerate(value):
        if one not in there:
            there.insert(at, one)
    if [*there] != [*value]:
        there.clear()
        there.extend(value)


def _comment_behind(line: str) -> str | None:
    """The comment behind a value that stands in a comment; None where the value goes on in the next line."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        ((_, item),) = tomlkit.parse(line.removeprefix("#").strip()).body
    except (TOMLKitError, ValueError):
        return None
    trivia = item.trivia
    return f"{trivia.comment_ws}{trivia.comment}"


def _is_said(text: str, name: Name) -> bool:
    """Whether the file says something for this setting, and is TOML at all."""
    import tomllib

    try:
        found: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    for part in name:
        found = found.get(part) if isinstance(found, dict) else None
    return found is not None


def _uncommented(text: str, section: Name, key: str, value: Any) -> str | None:
    """The text with the value in the line of the section that has its default in a comment."""
    here: Name = ()
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if heading := re.fullmatch(r"\s*\[([\w.-]+)\]\s*(#.*)?", line):
            here = tuple(heading[1].split("."))
        elif here == section and re.match(rf"#\s?{re.escape(key)}\s*=", line):
            behind = _comment_behind(line)
            if behind is None:
                return None
            end = "\r" if line.endswith("\r") else ""
            lines[number] = f"{key} = {toml_value(value)}{behind}{end}"
            return "\n".join(lines)
    return None
