"""Make the completions and the manual of the grammar: `python screenshots/shell.py [--check]`.

They are checked in, so that a ringback that is installed needs nothing to make them with.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import shtab

from screenshots.manual import manual
from store.interview import CHANNELS, EVENT_KINDS
from tui.cli.grammar import Parser
from tui.cli.help_texts import TOPICS
from tui.cli.parser import grammar
from tui.cli.shell import COMPLETIONS, MANUAL
from tui.messages.occasion import PURPOSES

_CARDS: dict[str, Any] = {
    "bash": "_ringback_cards",
    "zsh": "_ringback_cards",
    "fish": "(ringback completion --cards 2>/dev/null | string replace --regex '  ' \\t)",
    "preamble": {
        "bash": """\
_ringback_cards() {
  compgen -W "$(ringback completion --cards 2>/dev/null | cut -d ' ' -f 1)" -- "$1"
}
""",
        "zsh": """\
_ringback_cards() {
  local -a cards
  cards=(${(f)"$(ringback completion --cards 2>/dev/null | sed 's/  /:/')"})
  _describe 'card' cards
}
""",
    },
}
"""How each shell asks for the cards; it asks ringback itself, which takes a sixth of a second."""
_PLACES: Mapping[str, object] = {"FILE": shtab.FILE, "DIR": shtab.DIRECTORY, "ID": _CARDS}
"""What is asked for where an argument goes by such a name."""
_WORDS: Mapping[str, tuple[str, ...]] = {
    "KIND": tuple(EVENT_KINDS),
    "PURPOSE": PURPOSES,
    "--channel": CHANNELS,
    "TOPIC": tuple(TOPICS),
}
"""The words that an argument takes, by its name: the commands look at them, and not the grammar."""


def made() -> dict[Path, str]:
    """What belongs into each of the files."""
    texts = {path: _script(shell) for shell, path in COMPLETIONS.items()}
    return {**texts, MANUAL: manual()}


def _script(shell: str) -> str:
    whole = grammar()
    commands = whole.commands()
    for parser in (whole, *commands.values()):
        for action in _arguments(parser):
            _teach(action, tuple(commands))
    text: str = shtab.complete(whole, shell, root_prefix="ringback")
    if shell == "zsh":
        # As it comes, an argument that may stand several times is completed once.
        text = re.sub(r'^  "\(\*\)::?', '  "*:', text, flags=re.MULTILINE)
    return re.sub(r"[ \t]+\n", "\n", f"{text.rstrip()}\n")


def _arguments(parser: Parser) -> Iterator[argparse.Action]:
    return (one for one in parser._actions if not isinstance(one, argparse._SubParsersAction))


def _teach(action: argparse.Action, commands: tuple[str, ...]) -> None:
    """Have the completions know what an argument takes."""
    for name in (action.metavar, *action.option_strings):
        if name in _PLACES:
            action.complete = _PLACES[str(name)]  # type: ignore[attr-defined]
        if name in _WORDS:
            action.choices = (*_WORDS[str(name)], *(commands if name == "TOPIC" else ()))


def main() -> int:
    """Write the files, or with --check say which are out of date and fail."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a file differs")
    args = parser.parse_args()
    stale = 0
    for path, text in made().items():
        same = path.exists() and path.read_text(encoding="utf-8") == text
        stale += not same
        if not args.check:
            path.write_text(text, encoding="utf-8")
        sys.stdout.write(f"{path.name}: {'as before' if same else 'differs' if args.check else 'written'}\n")
    return 1 if args.check and stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
