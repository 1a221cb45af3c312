"""The user's own editor: a text goes out in a private file, and comes back where the editor ends well."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import NamedTuple, TypeAlias

from store.database.outside_texts import OUTSIDE_DIRECTORY, LeftBehind
from store.files.atomic import make_directory
from store.files.errors import reason
from store.text import MAX_TEXT, clean, normal_breaks
from tui.handover.process import NotStarted, instead

FALLBACKS = ("sensible-editor", "editor", "vi", "nano")
KEPT = "the text is as it was"
UNCHANGED = "Nothing was changed."
Record: TypeAlias = Callable[[Path], AbstractContextManager[int | None]]
"""Remembers where a text lies while another program has it."""


class Edited(NamedTuple):
    """What came of it: `text` is None where the old one stays."""

    text: str | None
    said: str


class Unusable(LeftBehind):
    """What the editor saved cannot be taken in; the sentence says why, and where it lies."""


def edit_text(
    text: str,
    env: Mapping[str, str],
    scratch: Path,
    *,
    suffix: str = ".md",
    run: Callable[[Sequence[str], Mapping[str, str], Sequence[int]], int] = instead,
    recorded: Record = lambda path: nullcontext(),
    ending: Callable[[], bool] = lambda: False,
    keep: Callable[[str], None] = lambda text: None,
) -> Edited:
    """Let the user's editor change a text. The board must have left the screen.

    The file lies in a directory of its own, 0700, which is removed with all that the editor has put beside
    it. A failing editor, a text that is too long or not UTF-8, leave the old text, and what was saved where
    it lies, which is said; nothing raises.

    `recorded` remembers the file for the next start while the editor has it, and gives a descriptor for the
    editor to hold. Where the board is `ending` and takes the editor along, file and record stay. `keep` is
    given the new text before they go.
    """
    try:
        words = editor_command(env)
        make_directory(scratch)
        with _own_directory(scratch) as directory:
            path = directory / f"text{suffix}"
            path.touch(mode=0o600)
            path.write_bytes(text.encode("utf-8", "replace"))
            with recorded(path) as held:
                code = run([*words, str(path)], env, () if held is None else (held,))
                if code != 0 and ending():
                    raise LeftBehind
                if code == 0:
                    edited = _taken_back(path, text)
                    if edited.text is not None:
                        keep(edited.text)
                    return edited
            return _not_wanted(path, text, f"{words[0]} ended with exit status {code}; {KEPT}")
    except Unusable as why:
        return Edited(None, str(why))
    except LeftBehind:
        return Edited(None, "The editor was ended; what it saved is taken in at the next start.")
    except NotStarted as why:
        return Edited(None, f"{str(why).rstrip('.')}; {KEPT}.")
    except OSError as error:
        return Edited(None, f"The text could not be given to the editor: {reason(error)}; {KEPT}.")


def _not_wanted(path: Path, text: str, failed: str) -> Edited:
    """Many an editor says by failing that its text is not wanted: it is not taken in later either."""
    if path.is_file() and path.read_bytes() != text.encode("utf-8", "replace"):
        raise Unusable(f"{failed}, and what it saved lies in {path}.")
    return Edited(None, f"{failed}.")


@contextmanager
def _own_directory(scratch: Path) -> Iterator[Path]:
    directory = Path(mkdtemp(prefix=OUTSIDE_DIRECTORY, dir=scratch))
    try:
        yield directory
    except LeftBehind:
        raise
    except BaseException:
        rmtree(directory, ignore_errors=True)
        raise
    rmtree(directory, ignore_errors=True)


def editor_command(env: Mapping[str, str]) -> list[str]:
    """The user's editor and its arguments: `$VISUAL`, else `$EDITOR`, else what the system has."""
    for variable in ("VISUAL", "EDITOR"):
        if named := env.get(variable, "").strip():
            try:
                return shlex.split(named)
            except ValueError:
                raise NotStarted(f"{variable} cannot be read ({named}): a quote is not closed.") from None
    found = next((one for one in FALLBACKS if shutil.which(one, path=env.get("PATH"))), None)
    if found is None:
        raise NotStarted("There is no editor: name yours in the variable EDITOR.")
    return [found]


def _taken_back(path: Path, before: str) -> Edited:
    """What the editor has made of it. Raises Unusable."""
    there = f"{KEPT}, and what you saved lies in {path}: once mended, it is taken in at the next start"
    # Four bytes are the most that a character takes: nothing larger is read into memory.
    if path.stat().st_size > 4 * MAX_TEXT:
        raise Unusable(f"The text came back with more than {MAX_TEXT:,} characters; {there}.")
    try:
        after = normal_breaks(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as why:
        where = f"in another encoding than UTF-8 (byte {why.start})"
        raise Unusable(f"The text came back {where}; {there}.") from None
    if not before.endswith("\n"):
        after = after.removesuffix("\n")
    if len(after) > MAX_TEXT:
        most = f"with {len(after):,} characters, and {MAX_TEXT:,} is the most"
        raise Unusable(f"The text came back {most}; {there}.")
    tidy = clean(after, lines=True)
    if tidy == before:
        return Edited(None, UNCHANGED)
    lost = len(after) - len(tidy)
    return Edited(
        tidy,
        "The text was changed." if lost <= 0 else "The text was changed, without its control characters.",
    )
