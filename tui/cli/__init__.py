"""The command line. Nothing heavy is imported before it is known which command needs it."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from store.clock import Clock, WallClock
from tui.cli import faults
from tui.cli.faults import Failed, UsageError
from tui.cli.output import Cut, Unprinted, say
from tui.terminal.process_end import leave

_REPORTING = ("board", "doctor")
"""The modules of commands that say in their own place what is wrong with the user's languages."""


def start() -> NoReturn:
    """The installed command. Nothing is taken apart behind it."""
    # A command is over before looking for unused memory would pay; a board looks for it again.
    gc.disable()
    leave(main())


def main(argv: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Run one command, by default the one the process was started with, and return its exit code.

    0 done, 1 failed, 2 used wrongly, 70 a fault of ringback's own, 75 locked, 128+n ended by signal n.
    """
    os.umask(0o077)
    _fill_standard_descriptors()
    try:
        return _run(sys.argv[1:] if argv is None else argv, clock or WallClock())
    except Cut as why:
        return why.exit_code
    except (UsageError, Failed) as why:
        say(f"ringback: {why}")
        return why.exit_code
    except KeyboardInterrupt:
        return faults.INTERRUPTED
    except Exception as error:
        return _expected(error) or _own_fault(error)


def _run(argv: Sequence[str], clock: Clock) -> int:
    from store.files import country_cache, paths
    from tui.cli.arguments import read_arguments
    from tui.cli.session import CommandSession

    args = read_arguments(argv)
    if args is None:
        return faults.DONE
    session = CommandSession(db=args.db, config=args.config, now=clock.now())
    if sys.stdout is None and args.command is not None:
        raise Failed("Standard output is closed, and there would be nowhere to put the answer.")
    session.use_languages()
    if session.language_faults and args.module not in _REPORTING:
        from tui.settings_check import summary

        say(f"ringback: {summary(session.language_faults, session.languages_file)}")
    run = getattr(import_module(f"tui.cli.{args.module}"), f"run_{args.command or 'alone'}")
    country_cache.use(paths.country_days_file)
    try:
        code: int | None = run(args, session)
        if not code or args.command is None:  # a command that fails writes nothing, a board may be hung up on
            country_cache.keep(paths.country_days_file)
    except Unprinted as why:
        if not session.acted:
            raise
        text = why.text.strip()
        say(f"Saved. {why}{f' It would have been: {text}' if text else ''}")
        return faults.DONE
    return code or faults.DONE


def _fill_standard_descriptors() -> None:
    """Where one of the three is closed, the next file opened would take its place, and be written into."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _expected(error: Exception) -> int:
    """The exit code of a fault that is not ringback's own, once that is said; 0 for any other."""
    from store.changes.moves import Refused
    from store.files.errors import StorageError
    from store.finding import SeveralFit

    if isinstance(error, StorageError):
        say(f"ringback: {error}")
        return error.exit_code
    if isinstance(error, Refused):
        say(f"ringback: {error}")
        for choice in error.choices if isinstance(error, SeveralFit) else ():
            say(f"  {choice}")
        return faults.FAILED
    return 0


def _own_fault(error: Exception) -> int:
    """Write down where it happened, without any data, and say one sentence."""
    from store.files.paths import state_dir
    from store.interview import iso
    from tui.terminal.crash import Log

    log = state_dir() / "ringback.log"
    try:
        written = Log(log, iso(WallClock().now())).write(error)
    except Exception:
        written = False
    where = (
        f"where it happened, without any of your data, is in {log}" if written else "no log could be written"
    )
    say(f"ringback: this is a fault of ringback's own ({type(error).__name__}), not of yours; {where}.")
    return faults.INTERNAL
