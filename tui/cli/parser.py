"""The grammar of the command line: commands, options, and what each is called in the help."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from store.interview import MODES
from store.rules.standing import COLUMNS
from tui.cli import help as words
from tui.cli.faults import Wrong, near
from tui.cli.output import put, say


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, and offers what may have been meant."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        """Raise what `main` says and turns into an exit code."""
        raise Wrong(f"{message[:1].upper()}{message[1:].rstrip('.')}; see `{self.prog} --help`.")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            what = (
                "command" if isinstance(action, argparse._SubParsersAction) else action.metavar or action.dest
            )
            raise Wrong(
                f"There is no {what} {value!r}; {near(str(value), [str(one) for one in action.choices])}"
            )

    def _print_message(self, message: str, file: object = None) -> None:
        if message:
            (say if file is sys.stderr else put)(message.rstrip("\n"))


def read_arguments(argv: Sequence[str]) -> argparse.Namespace | None:
    """The arguments; None where help or the version was asked for and has been shown. Raises Wrong."""
    parser = _parser()
    try:
        args = parser.parse_args(argv)
    except SystemExit:
        return None
    if args.version:
        put(f"ringback {_version()}")
        return None
    if args.command and (args.demo or args.look is not None):
        option = "--demo" if args.demo else "--at"
        hint = "it is for the board alone" if args.demo else "it comes after the command"
        raise Wrong(f"{option} does not go before {args.command}: {hint}.")
    return args


def _version() -> str:
    # Imported on use: looking into the installed packages is slow.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("ringback")
    except PackageNotFoundError:
        return "(not installed)"


def _parser() -> Parser:
    parser = Parser(prog="ringback", description=words.ABOUT, epilog=words.WHEN, usage=words.USAGE)
    parser.add_argument(
        "--db", metavar="FILE", help="the database; else $RINGBACK_DB, else the XDG data directory"
    )
    parser.add_argument(
        "--config", metavar="FILE", help="the settings; else config.toml in the XDG config directory"
    )
    parser.add_argument("--version", action="store_true", help="show the version")
    parser.add_argument("--demo", action="store_true", help="a throw-away board of sample interviews")
    parser.add_argument(
        "--at", dest="look", metavar="WHEN", help="the board as it will stand (or stood) then, read-only"
    )
    parser.set_defaults(module="board", command=None)
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title="commands", parser_class=Parser, prog="ringback"
    )
    for define in (_changing, _exchanging, _showing, _writing, _looking_after):
        define(commands)
    return parser


def _command(commands: Any, name: str, module: str, summary: str, epilog: str = "") -> Parser:
    made = commands.add_parser(
        name, help=summary, description=summary[:1].upper() + summary[1:] + ".", epilog=epilog
    )
    made.set_defaults(module=module)
    assert isinstance(made, Parser)
    return made


def _changing(commands: Any) -> None:
    add = _command(commands, "add", "add", "add an interview, past or to come", words.ADD)
    add.add_argument("company", metavar="COMPANY")
    add.add_argument("role", metavar="ROLE")
    add.add_argument("--start", metavar="WHEN", required=True, help="when it begins")
    end = add.add_mutually_exclusive_group()
    end.add_argument("--end", metavar="WHEN", help="when it ends; a bare time is on the day it begins")
    end.add_argument("--minutes", metavar="N", help="how long it lasts (60)")
    add.add_argument(
        "--zone", metavar="Z", help="the other side's time zone, and that of the times here (yours)"
    )
    add.add_argument("--round", metavar="R", default="", help="such as “Panel”")
    add.add_argument(
        "--mode", metavar="M", choices=MODES, default="other", help="onsite, video, phone or other"
    )
    add.add_argument("--opportunity", metavar="O", help="joins the rounds of one application")
    add.add_argument("--with", dest="people", metavar="PERSON", action="append", default=[],
                     help="an interviewer, “Name <mail> +phone”; may be repeated")  # fmt: skip
    add.add_argument("--callback-by", metavar="WHEN", help="when they promised to answer by")
    log = _command(commands, "log", "log", "write down one thing that happened", words.LOG)
    log.add_argument("id", metavar="ID")
    log.add_argument("kind", metavar="KIND")
    log.add_argument("fields", metavar="field=value", nargs="*")
    log.add_argument("--zone", metavar="Z", help="the zone of the times here (the interview's)")
    edit = _command(commands, "edit", "edit", "change an interview's facts", words.EDIT)
    edit.add_argument("id", metavar="ID")
    edit.add_argument("fields", metavar="field=value", nargs="+")
    edit.add_argument("--zone", metavar="Z", help="the zone of the times here (the interview's)")
    _command(commands, "rm", "rm", "delete an interview; a backup is kept").add_argument("id", metavar="ID")


def _exchanging(commands: Any) -> None:
    take = _command(
        commands, "import", "importing", "take in interviews: .json and .ics; all files or none", words.IMPORT
    )
    take.add_argument("files", metavar="FILE", nargs="+")
    take.add_argument("--dry-run", action="store_true", help="only say what would come of it")
    take.add_argument("--replace", action="store_true", help="where a field differs, take the file's value")
    take.add_argument("--zone", metavar="Z", help="the zone of an invitation that does not say")
    take.add_argument("--me", metavar="ADDRESS", help="your own address among an invitation's guests")
    take.add_argument("--company", metavar="C", help="the company an invitation is from")
    take.add_argument("--role", metavar="R", help="the role an invitation is about")
    give = _command(commands, "export", "export", "write everything to a file that `import` reads")
    give.add_argument("file", metavar="FILE", help="- is standard output")
    give.add_argument("--format", metavar="FORMAT", choices=("json",), default="json", help="json")


def _showing(commands: Any) -> None:
    listing = _command(commands, "list", "listing", "where every card stands", words.LIST)
    listing.add_argument("--json", action="store_true", help="for programs")
    listing.add_argument("--at", metavar="WHEN", help="then, not now")
    listing.add_argument("--column", metavar="COLUMN", choices=COLUMNS, help=", ".join(COLUMNS))
    listing.add_argument("--where", metavar="WORDS", help="only the cards that all of these fit")
    show = _command(commands, "show", "show", "one card whole, with its history")
    show.add_argument("id", metavar="ID")
    show.add_argument("--json", action="store_true", help="for programs")
    show.add_argument("--at", metavar="WHEN", help="as it stands then, not now")
    status = _command(commands, "status", "status", "one line for a status bar")
    status.add_argument("--short", action="store_true", help="in signs: 3✉ 1☎")
    status.add_argument("--at", metavar="WHEN", help="then, not now")


def _writing(commands: Any) -> None:
    draft = _command(commands, "draft", "draft", "the text a draft would start from")
    draft.add_argument("id", metavar="ID")
    draft.add_argument("--template", metavar="T", help="by its name, not the one that fits best")
    draft.add_argument("--to", metavar="P", help="for this person, not the first who is owed thanks")
    draft.add_argument("--list", action="store_true", help="the templates that fit, best first, and why")
    draft.add_argument("--at", metavar="WHEN", help="as things stand then, not now")
    proof = _command(commands, "proof", "proof", "what the checks say of a text", words.PROOF)
    proof.add_argument("id", metavar="ID")
    proof.add_argument(
        "file", metavar="FILE", nargs="?", help="- is standard input; else the card's latest draft"
    )
    proof.add_argument("--channel", metavar="C", help="email, sms, whatsapp, letter or other")
    proof.add_argument("--json", action="store_true", help="for programs")
    proof.add_argument("--at", metavar="WHEN", help="as things stand then, not now")


def _looking_after(commands: Any) -> None:
    backup = _command(commands, "backup", "backup", "make a copy of the database, and print its name")
    backup.add_argument("--list", action="store_true", help="only list the copies there are")
    restore = _command(
        commands, "restore", "restore", "put a backup in the database's place; what is there is kept"
    )
    restore.add_argument(
        "which", metavar="WHICH", nargs="?", help="its name or how it begins; else the newest good one"
    )
    merge = _command(commands, "merge", "merge", "take in what another copy of the database holds")
    merge.add_argument("file", metavar="FILE", help="such as the conflict copy of a synchronising program")
    merge.add_argument("--replace", action="store_true", help="where a field differs, take the copy's value")
    config = _command(commands, "config", "config", "where the settings are, and what is in effect")
    config.add_argument(
        "--write", action="store_true", help="write a file to begin with, where there is none"
    )
    _command(commands, "doctor", "doctor", "what is wrong with database, settings, templates and terminal")
