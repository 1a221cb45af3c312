"""Files and folders that are to be taken in: read whole, bounded, links followed once."""

from __future__ import annotations

import os
from pathlib import Path

from store.exchange import BadFile
from store.files.errors import StorageError, reason
from store.files.regular import read_plain
from store.intake.source import LARGEST, Incoming

MOST_FILES = 5_000
"""Files of a folder that are taken at once."""
_ENDING = ".ics"
_LONGEST_PATH = 4_096


def read_path(name: str, largest: int = LARGEST) -> list[Incoming]:
    """The file of that name, or the calendar files of a folder in the order of their names.

    Raises BadFile, with a sentence that names it; nothing is read in part.
    """
    path = Path(name)
    try:
        resolved = path.resolve()
        if resolved.is_dir():
            return _of_folder(name, resolved, largest)
        return [Incoming(name, read_plain(resolved, largest)[0])]
    except FileNotFoundError:
        raise BadFile(f"{name}: there is no such file; nothing was imported.") from None
    except RuntimeError:
        raise BadFile(f"{name}: its symbolic links go in a circle; nothing was imported.") from None
    except StorageError as why:
        said = f"{why}; nothing was imported.".replace("; nothing was changed; ", "; ")
        raise BadFile(said) from None
    except (OSError, ValueError) as why:
        words = reason(why) if isinstance(why, OSError) else "this is no name of a file"
        raise BadFile(f"{name[:200]}: {words}; nothing was imported.") from None


def _of_folder(name: str, folder: Path, largest: int) -> list[Incoming]:
    names = sorted(
        entry.name
        for entry in os.scandir(folder)
        if entry.name.casefold().endswith(_ENDING) and not entry.name.startswith(".")
    )
    if not names:
        raise BadFile(
            f"{name}: there is no {_ENDING} file in this folder; nothing was imported.{_within(folder)}"
        )
    if len(names) > MOST_FILES:
        raise BadFile(
            f"{name}: expected a folder of at most {MOST_FILES:,} {_ENDING} files, and there are "
            f"{len(names):,}; nothing was imported."
        )
    found: list[Incoming] = []
    room = largest
    for one in names:
        (source,) = read_path(str(folder / one), room)
        room -= len(source.raw)
        found.append(Incoming(os.path.join(name, one), source.raw))  # noqa: PTH118 - as it was typed
    return found


def _within(folder: Path) -> str:
    """Which folders in it hold calendar files: collections of calendars lie so."""
    inner = sorted(entry for entry in folder.iterdir() if entry.is_dir())[:200]
    having = [one.name for one in inner if next(one.glob(f"*{_ENDING}"), None) is not None]
    return f" There are some in {', '.join(having[:5])}." if having else ""


def path_in(text: str) -> str | None:
    """The path that a text is, as people type, drag or paste one; None where it is a text of its own."""
    line = text.strip()
    if not line or "\n" in line or len(line) > _LONGEST_PATH:
        return None
    if line[0] in "'\"" and line[-1] == line[0] and len(line) > 2:
        line = line[1:-1]
    if line.startswith("file://"):
        from urllib.parse import unquote, urlsplit

        return unquote(urlsplit(line).path) or None
    if "\\ " in line:
        line = line.replace("\\ ", " ")
    if line.startswith(("/", "~/", "./", "../")) or (Path(line).suffix and Path(line).exists()):
        return str(Path(line).expanduser()) if line.startswith("~/") else line
    return None
