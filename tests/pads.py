"""What lies on the disk while it is being typed, read while the board goes on."""

from __future__ import annotations

from pathlib import Path

from store.database.autosave import folder_of


def pad_texts(database: Path, kind: str) -> str:
    """The files of one kind (`json`: letters, `form`: forms); one that goes meanwhile lies there no more."""
    return "\n".join(text for file in folder_of(database).glob(f"*.{kind}") if (text := _text(file)))


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except FileNotFoundError:
        return ""
