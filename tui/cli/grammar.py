"""The kind of parser that the command line has: its mistakes are answered in the user's words."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from functools import partial
from typing import Any, NoReturn

from tui.cli.output import put, say

# For the whole process: all that is said is English, and argparse would look for another language at each of
# its own words.
argparse._ = str  # type: ignore[attr-defined]

_UNMEASURED = partial(argparse.RawDescriptionHelpFormatter, width=80)
"""Looks at each option as it is defined, and would ask how wide the terminal is: only help needs to know."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, and what would be right; see `tui.cli.mistakes`."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", _UNMEASURED)
        super().__init__(allow_abbrev=False, **options)
        # From Python 3.14 on help is coloured, by codes that would be shown as what they are.
        self.color = False

    @property
    def command(self) -> str:
        """The name of the command whose grammar it is; blank for that of all."""
        return self.prog.partition(" ")[2]

    def options(self) -> list[str]:
        """The long names of its options, and the short one where there is no long one."""
        every = {id(action): action.option_strings[-1] for action in self._actions if action.option_strings}
        return [name for name in every.values() if name != "--help"]

    def option(self, name: str) -> argparse.Action | None:
        """What it knows of an option; None where it has none of that name."""
        return self._option_string_actions.get(name)

    def commands(self) -> Mapping[str, Parser]:
        """The grammars of the commands in it, by their names."""
        found = [action for action in self._actions if isinstance(action, argparse._SubParsersAction)]
        return found[0].choices if found else {}

    def format_help(self) -> str:
        """As wide as the terminal is."""
        if self.formatter_class is _UNMEASURED:
            self.formatter_class = argparse.RawDescriptionHelpFormatter
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """Raise what `main` says and turns into an exit code."""
        # Imported on use, here and below: only a mistake needs it.
        from tui.cli.mistakes import in_plain_words

        raise in_plain_words(message, self)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            from tui.cli.mistakes import misspelt

            raise misspelt(action, str(value))

    def _print_message(self, message: str, file: object = None) -> None:
        if message:
            (say if file is sys.stderr else put)(message.rstrip("\n"))
