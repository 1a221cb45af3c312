"""Changing one setting in the user's own file: comments, order and everything else stay as they are.

tomlkit is imported on use: it is needed twice in a lifetime.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from store.settings.reading import load
from store.settings.records import Settings
from store.settings.toml import TEMPLATE, Name, toml_value
from store.settings.toml_file import BadSettings


def keep_setting(path: Path, name: Name, value: Any) -> Settings:
    """Write one setting, as `("me", "name")` or `("known_words",)`, and give what the file says now.

    Where there is no file, one is begun with every setting in it. Raises BadSettings where the file is no
    TOML or holds what it may not, and StorageError where it cannot be written; then nothing is changed.
    """
    from store.files.atomic import make_directory, replace_file
    from store.files.errors import StorageError

    before = _read(path)
    text = _with_value(before, name, value)
    # A link to the file, as people keep their settings elsewhere, stays one.
    target = path.resolve()
    try:
        make_directory(target.parent)
        replace_file(target, text.encode())
    except OSError as why:
        raise StorageError(f"{path} was not written: {why.strerror}.") from None
    return load(path)[0]


def _read(path: Path) -> str:
    try:
        load(path)
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return TEMPLATE


def _with_value(text: str, name: Name, value: Any) -> str:
    """The file with the value in it: in the place of a line that gives its default in a comment, if any."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
    except TOMLKitError as why:
        raise BadSettings(f"The settings are no TOML: {why}") from None
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
    table[key] = [*value] if isinstance(value, tuple) else value
    return tomlkit.dumps(document)


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
