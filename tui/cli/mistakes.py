"""What is said to a command line that does not fit the grammar: in the user's words, with what would fit."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from shlex import quote
from typing import TypeAlias

from store.languages import listed
from tui.cli.faults import UsageError, joined_word, near
from tui.cli.grammar import Parser

_NEEDED = {
    "COMPANY": "the company (COMPANY)",
    "ROLE": "the role (ROLE)",
    "--start": "when it begins (--start)",
    "ID": "the card (ID: an id or a company)",
    "KIND": "what happened (KIND)",
    "FILE": "a file (FILE)",
    "PERSON|COMPANY": "who or which company (PERSON|COMPANY)",
    "SHELL": "the shell (SHELL)",
}
"""What a part that is missing is called in a sentence."""

_EXAMPLES = {
    "add": 'ringback add Globex "Data engineer" --start "fri 14:00"',
    "log": "ringback log globex heard",
    "edit": "ringback edit globex round=Panel",
    "show": "ringback show globex",
    "rm": "ringback rm globex",
    "proof": "ringback proof globex",
    "import": "ringback import invitation.ics",
    "export": "ringback export search.json",
    "merge": "ringback merge board.json",
    "forget": "ringback forget Globex --yes",
    "completion": "ringback completion bash",
}
"""A whole command that fits, by its name."""

_VALUES = {
    "--db": "board.json", "--config": "config.toml", "--at": '"fri 14:00"', "--start": '"fri 14:00"',
    "--end": "15:30", "--minutes": "90", "--zone": "Europe/Berlin", "--round": "Panel", "--mode": "video",
    "--opportunity": '"Globex, Data engineer"', "--with": '"Ada Okafor <ada@globex.example>"',
    "--contact": '"Sam Whitlock +1 212 555 0100"', "--country": "DE", "--language": "de",
    "--callback-by": "fri", "--me": "you@mail.example", "--company": "Globex", "--role": '"Data engineer"',
    "--where": '"overdue company:globex"', "-n": "3", "--template": "thanks-email", "--for": "thanks",
    "--to": "p1", "--channel": "email",
}  # fmt: skip
"""A value that fits, by the option."""

OTHER_NAMES = {
    "delete": "rm", "remove": "rm", "new": "add", "create": "add", "ls": "list", "view": "show",
    "open": "show", "note": "log", "write": "draft", "check": "proof", "settings": "config",
}  # fmt: skip
"""What commands are called elsewhere."""

_QUOTED = {
    "add": "a company or role of several words goes into quotation marks, as in"
    ' `ringback add "Acme Inc" "Data engineer" --start "fri 14:00"`',
    "list": "what to look for goes behind --where, as in `ringback list --where globex`",
}
"""What to do with words that a command has no place for."""

_Sentence: TypeAlias = Callable[[Parser, re.Match[str]], str]


def not_taken(extra: Sequence[str], whole: Parser, args: argparse.Namespace) -> UsageError:
    """What is said of arguments that the command, or the board, has no place for; `args` are the others."""
    name: str | None = args.command
    words, option = extra[0], extra[0].partition("=")[0]
    command = whole.commands().get(name or "", whole)
    if len(words) < 2 or not words.startswith("-"):
        if name == "proof":
            return UsageError(quoted_id([args.id, args.file, *extra], [], name))
        return _no_place_for(words, command)
    if name and option in ("--demo", "--version"):
        return UsageError(f"{option} goes without a command: `ringback {option}`.")
    if name and option in whole.options():
        return UsageError(f"{option} goes before the command, as in `{_before(option, whole)} {name}`.")
    having = [other for other, grammar in whole.commands().items() if option in grammar.options()]
    if not name and having:
        return UsageError(f"{option} goes behind a command that has it: {', '.join(having)}.")
    known = command.options()
    hint = near(option, known) if known else "it has no options."
    return UsageError(f"{command.command or command.prog} has no {option!r}; {hint}")


def misspelt(action: argparse.Action, value: str) -> UsageError:
    """What is said of a word that is not among those an argument takes."""
    known = [str(one) for one in action.choices or ()]
    if isinstance(action, argparse._SubParsersAction):
        meant = OTHER_NAMES.get(joined_word(value), "")
        hint = f"did you mean {meant}?" if meant else near(value, known)
        return UsageError(f"There is no command {value!r}; {hint}")
    return UsageError(f"There is no {action.dest} {value!r}; {near(value, known)}")


def in_plain_words(message: str, parser: Parser) -> UsageError:
    """What is said in place of a message of the grammar's own machine."""
    for pattern, sentence in _SENTENCES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return UsageError(sentence(parser, found))
    return UsageError(f"{message[:1].upper()}{message[1:].rstrip('.')}; see `{parser.prog} --help`.")


def _no_place_for(word: str, command: Parser) -> UsageError:
    hint = _QUOTED.get(command.command, f"leave it out, or see `{command.prog} --help`")
    return UsageError(f"{command.command or command.prog} has no place for {word!r}; {hint}.")


def _before(option: str, whole: Parser) -> str:
    action = whole.option(option)
    return f"ringback {option if action is None or action.nargs == 0 else _with_value(option, whole)}"


def _with_value(option: str, parser: Parser) -> str:
    """An option with a value that it takes: `--mode video`."""
    action = parser.option(option)
    choices = [str(one) for one in (action.choices or ())] if action is not None else []
    shown = action.metavar if action is not None else None
    return f"{option} {_VALUES.get(option) or (choices or [str(shown or 'VALUE')])[0]}"


def in_front(argv: Sequence[str], whole: Parser) -> UsageError | None:
    """What is said where the first argument is an option that does not go before a command; else None."""
    option = argv[0].partition("=")[0] if argv else ""
    if len(option) < 2 or not option.startswith("-") or option in (*whole.options(), "-h", "--help"):
        return None
    return not_taken(argv[:1], whole, argparse.Namespace(command=None))


def quoted_id(words: Sequence[str], behind: Sequence[str], command: str) -> str:
    """What is said of an ID of several words that was not typed as one; `behind` is what follows it."""
    right = " ".join(["ringback", command, *map(quote, (" ".join(words), *behind))])
    return f"An ID of several words goes into quotation marks: `{right}`."


def _missing(parser: Parser, found: re.Match[str]) -> str:
    names = [name for name in found[1].split(", ") if name in _NEEDED or "=" not in name]
    if names == ["--start"]:
        return f"Say when it begins, as in {_with_value('--start', parser)}."
    needed = [_NEEDED.get(name, name) for name in names]
    example = _EXAMPLES.get(parser.command, f"{parser.prog} --help")
    return f"{parser.command} also needs {listed(needed)}, as in `{example}`."


def _none_of(parser: Parser, found: re.Match[str]) -> str:
    return _missing(parser, re.fullmatch(r"(\S+).*", found[1]) or found)


def _no_value(parser: Parser, found: re.Match[str]) -> str:
    option = found[1].split("/")[-1]
    return f"{option} needs a value, as in {_with_value(option, parser)}."


def _own_value(parser: Parser, found: re.Match[str]) -> str:
    option = found[1].split("/")[-1]
    return f"{option} takes no value; write {option} alone."


def _not_both(parser: Parser, found: re.Match[str]) -> str:
    return f"{found[1]} and {found[2]} do not go together; give one of them."


_SENTENCES: tuple[tuple[str, _Sentence], ...] = (
    (r"the following arguments are required: (.*)", _missing),
    (r"one of the arguments (.*) is required", _none_of),
    (r"argument (\S+): expected (?:one|at least one|\d+) arguments?", _no_value),
    (r"argument (\S+): ignored explicit argument .*", _own_value),
    (r"argument (\S+): not allowed with argument (\S+)", _not_both),
)
"""What the grammar's own machine says, and how it is said here."""
