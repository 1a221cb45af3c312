"""What boards that have ended left beside the database, and who takes it in.

Pads of letters, and texts that the user's editor had, are taken in by whoever opens the database next; those
of forms are only offered.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from store.database.autosave import (
    FORM,
    LETTER,
    SESSION,
    FormPad,
    Pad,
    claimed,
    files_in,
    folder_of,
    give_up,
    is_empty,
    living,
    locked_out,
    own_session,
    pads_in,
)  # fmt: skip
from store.database.outside_texts import OUTSIDE, drop_record, forget, returned
from store.database.trusted_pads import Unbelieved, judged
from store.files.atomic import is_unfinished
from store.patterns import pattern

_TOKEN = pattern(r"[0-9a-f]{12}")


@contextmanager
def left_behind(database: Path) -> Iterator[dict[Path, Pad]]:
    """The pads of sessions that have ended. When the block ends well their files are removed, but for those
    that it takes out of the mapping."""
    folder = folder_of(database)
    held: dict[Path, int] = {}
    try:
        found: dict[Path, Pad] = {}
        _give_lost_pads_a_session(folder)
        for lock in files_in(folder, SESSION):
            descriptor = claimed(lock)
            if descriptor is not None:
                held[lock] = descriptor
                found |= _letters(files_in(folder, LETTER, lock.stem))
                _sweep(folder, lock.stem)
        for record in files_in(folder, OUTSIDE):
            descriptor = claimed(record)
            if descriptor is not None:
                held[record] = descriptor
                pad = returned(record)
                if pad is None:
                    drop_record(record)
                elif isinstance(pad, Pad):
                    found[record] = pad
        yield found
        for file in found:
            if file.suffix == OUTSIDE:
                forget(file)
            with suppress(OSError):
                file.unlink()
        for lock in held:
            if lock.suffix == SESSION and is_empty(folder, lock.stem):
                with suppress(OSError):
                    lock.unlink()
        with suppress(OSError):
            folder.rmdir()
    finally:
        for descriptor in held.values():
            give_up(descriptor)


def _give_lost_pads_a_session(folder: Path) -> None:
    """Somebody has taken its lock away: nobody would ever look at such a pad."""
    tokens = {file.name.partition("-")[0] for file in pads_in(folder, "")}
    for token in tokens - {lock.stem for lock in files_in(folder, SESSION)}:
        if _TOKEN.fullmatch(token):
            with suppress(OSError):
                descriptor = own_session(folder / f"{token}{SESSION}")
                if descriptor is not None:
                    give_up(descriptor)


def _sweep(folder: Path, token: str) -> None:
    """Remove what a board that was killed while it wrote had not finished."""
    with suppress(OSError):
        for path in folder.iterdir():
            if is_unfinished(path) and path.name.startswith(f".{token}-"):
                with suppress(OSError):
                    path.unlink()


def _letters(files: list[Path]) -> dict[Path, Pad]:
    return {file: pad for file in files if isinstance(pad := judged(file), Pad)}


def unbelieved(database: Path) -> list[Unbelieved]:
    """What is not taken in or offered because it is not believed; it stays where it is."""
    folder = folder_of(database)
    pads = map(judged, pads_in(folder, ""))
    # Where a program still has the text it is nobody's business what has become of it so far.
    records = (returned(record) for record in files_in(folder, OUTSIDE) if not living(record))
    locks = (
        Unbelieved(lock, why, None, "Remove it, and they are taken in.")
        for lock in files_in(folder, SESSION)
        if pads_in(folder, lock.stem) and (why := locked_out(lock))
    )
    return [one for one in (*pads, *records, *locks) if isinstance(one, Unbelieved)]


def lying(database: Path) -> dict[Path, Pad]:
    """Every letter that is believed, also of boards and editors that are open. Nothing is changed."""
    folder = folder_of(database)
    returned_texts = {record: returned(record) for record in files_in(folder, OUTSIDE)}
    return _letters(files_in(folder, LETTER)) | {
        record: pad for record, pad in returned_texts.items() if isinstance(pad, Pad)
    }


def waiting(database: Path) -> dict[Path, Pad]:
    """The letters that could be taken in: nobody is writing in them any more."""
    folder = folder_of(database)
    found: dict[Path, Pad] = {}
    for file, pad in lying(database).items():
        lock = file if file.suffix == OUTSIDE else _session_of(folder, file)
        if not living(lock) and not locked_out(lock):
            found[file] = pad
    return found


def of_one_gone(file: Path, whose: str) -> str:
    """What is said of a text left behind whose interview is gone; `whose`: company and role, if known."""
    what, of = "form" if file.suffix == FORM else "draft", f" ({whose})" if whose else ""
    return (
        f"A {what} was left behind for an interview that is gone{of}: {file}; "
        "`ringback draft --left-behind` prints it, and then it may be removed."
    )


def _session_of(folder: Path, pad: Path) -> Path:
    return folder / f"{pad.name.partition('-')[0]}{SESSION}"


def forms_left(database: Path) -> dict[Path, FormPad]:
    """The forms that sessions which have ended left behind, by their files; they stay where they are."""
    folder = folder_of(database)
    return {
        file: pad
        for file in files_in(folder, FORM)
        if not living(_session_of(folder, file)) and isinstance(pad := judged(file), FormPad)
    }


def drop_form(file: Path) -> None:
    """Remove a form that was left behind, and its session where nothing else is left of it."""
    with suppress(OSError):
        file.unlink()
    lock = _session_of(file.parent, file)
    descriptor = claimed(lock) if is_empty(file.parent, lock.stem) else None
    if descriptor is not None:
        with suppress(OSError):
            lock.unlink()
            file.parent.rmdir()
        give_up(descriptor)
