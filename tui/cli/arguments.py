"""From the words of a command line to its arguments, by the grammar of the command that is named."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import suppress

from tui.cli.faults import UsageError
from tui.cli.grammar import Parser
from tui.cli.output import put
from tui.cli.parser import grammar


def read_arguments(argv: Sequence[str]) -> argparse.Namespace | None:
    """The arguments; None where help or the version was asked for and has been shown. Raises UsageError."""
    try:
        args = _parsed(argv)
    except SystemExit:
        return None
    if args.version:
        put(f"ringback {_version()}")
        return None
    if args.command and (args.demo or args.look is not None):
        option = "--demo" if args.demo else "--at"
        hint = "it is for the board alone" if args.demo else "it comes after the command"
        raise UsageError(f"{option} does not go before {args.command}: {hint}.")
    return args


def _parsed(argv: Sequence[str]) -> argparse.Namespace:
    """By the grammar of the named command alone: all of them together take as long as a small command does.

    Help, and whatever is wrong, is for the whole grammar to say.
    """
    if not {"-h", "--help"}.intersection(argv):
        with suppress(UsageError):
            return _all_taken(grammar(frozenset(argv)), argv)
    from tui.cli.mistakes import in_front

    whole = grammar()
    if wrong := in_front(argv, whole):
        raise wrong
    return _all_taken(whole, argv)


def _all_taken(parser: Parser, argv: Sequence[str]) -> argparse.Namespace:
    args, extra = parser.parse_known_args(argv)
    if extra:
        from tui.cli.mistakes import not_taken

        raise not_taken(extra, parser, args)
    return args


def _version() -> str:
    # Imported on use: looking into the installed packages is slow.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("ringback")
    except PackageNotFoundError:
        return "(not installed)"
