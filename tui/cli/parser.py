"""The grammar of the command line: commands, options, and all that the help says of them."""

from __future__ import annotations

import argparse
from collections.abc import Container
from typing import Any, NamedTuple

from store.interview import MODES
from store.rules.standing import COLUMNS
from tui.cli import help_texts
from tui.cli.faults import joined_word
from tui.cli.grammar import Parser

FORMATS = ("json", "csv", "ics")
SHELLS = ("bash", "zsh", "fish")
_ID = "the card: its id, how that begins, or the company, with words of role or round: “globex panel”"
_PURPOSES = "what the text is for: thanks, status, voicemail, reply, delivery or other"


class _Unnamed:
    """Stands for the grammar of a command that the arguments do not name."""

    def add_argument(self, *names: str, **options: Any) -> None:
        """Is not needed."""

    def add_mutually_exclusive_group(self, **options: Any) -> _Unnamed:
        """Is not needed either."""
        return self


class _Commands(NamedTuple):
    """Where commands are put, and the only ones that need be; None for all."""

    parsers: argparse._SubParsersAction[Parser]
    named: Container[str] | None


def grammar(named: Container[str] | None = None) -> Parser:
    """The grammar, of those commands alone where they are given."""
    parser = Parser(
        prog="ringback", description=help_texts.ABOUT, epilog=help_texts.MORE, usage=help_texts.USAGE
    )
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
    for define in (
        _changing,
        _hearing,
        _exchanging,
        _showing,
        _telling,
        _writing,
        _looking_after,
        _explaining,
    ):
        define(_Commands(commands, named))
    return parser


def _command(
    commands: _Commands, name: str, module: str, summary: str, epilog: str = ""
) -> Parser | _Unnamed:
    """A command, run by the function `run_<name>` of a module in `tui.cli`."""
    if commands.named is not None and name not in commands.named:
        return _Unnamed()
    made = commands.parsers.add_parser(
        name, help=summary, description=summary[:1].upper() + summary[1:] + ".", epilog=epilog
    )
    made.set_defaults(module=module)
    return made


def _card(command: Parser | _Unnamed, words: str | None = None) -> None:
    """Which card it is about; `words`: how many of them may say it, as argparse has it, None for one."""
    command.add_argument("id", metavar="ID", nargs=words, help=_ID)


def _belonging(command: Parser | _Unnamed) -> None:
    """The options that say to which application an interview belongs."""
    command.add_argument(
        "--opportunity", metavar="O", help="the application it is a round of: one name for all its rounds"
    )
    command.add_argument("--alone", action="store_true", help="it is a round of no application there is")


def _changing(commands: _Commands) -> None:
    _adding(commands)
    _logging(commands)
    _editing(commands)
    _card(_command(commands, "rm", "recording", "delete an interview; a backup is kept"), "+")
    undo = _command(commands, "undo", "recording", "take the newest step back, of whichever window")
    undo.add_argument("--yes", action="store_true", help="even where a text written since would go")


def _adding(commands: _Commands) -> None:
    add = _command(commands, "add", "recording", "add an interview, past or to come", help_texts.ADD)
    add.add_argument("company", metavar="COMPANY")
    add.add_argument("role", metavar="ROLE")
    add.add_argument("--start", metavar="WHEN", required=True, help="when it begins, or from when to when")
    end = add.add_mutually_exclusive_group()
    end.add_argument("--end", metavar="WHEN", help="when it ends, or how long it lasts: 15:30, 1h 30")
    end.add_argument("--minutes", metavar="N", help="how long it lasts (60)")
    add.add_argument(
        "--zone", metavar="Z", help="the other side's time zone, and that of the times here (yours)"
    )
    add.add_argument("--round", metavar="R", default="", help="such as “Panel”")
    add.add_argument(
        "--mode",
        metavar="M",
        choices=MODES,
        type=joined_word,
        default="other",
        help="onsite, video, phone, recorded (nobody is there) or other",
    )
    _belonging(add)
    add.add_argument(
        "--with", dest="people", metavar="PERSON", action="append", default=[],
        help="interviewers, “Name <mail> +phone (called Jo), title”, several with ; between; or a To line, a "
        "signature, a vCard; may be repeated",
    )  # fmt: skip
    add.add_argument("--contact", dest="contacts", metavar="PERSON", action="append", default=[],
                     help="a recruiter or somebody else of theirs, never owed thanks")  # fmt: skip
    add.add_argument(
        "--country", metavar="C", help="whose working days count, such as DE or DE-BY (the zone's)"
    )
    add.add_argument(
        "--language", metavar="L", help="two letters, such as de: of texts, and of the times typed"
    )
    add.add_argument("--callback-by", metavar="WHEN", help="when they promised to answer by")


def _logging(commands: _Commands) -> None:
    log = _command(commands, "log", "recording", "write down one thing that happened", help_texts.LOG)
    _card(log)
    log.add_argument("kind", metavar="KIND")
    log.add_argument("fields", metavar="field=value", nargs="*")
    log.add_argument("--zone", metavar="Z", help="the zone of the times here (the interview's)")
    log.add_argument(
        "--log-on", metavar="ID", help="on which round, where the application goes on in a later one"
    )


def _editing(commands: _Commands) -> None:
    edit = _command(commands, "edit", "edit", "change an interview's facts", help_texts.EDIT)
    _card(edit)
    edit.add_argument("fields", metavar="field=value", nargs="*")
    _belonging(edit)
    edit.add_argument("--zone", metavar="Z", help="the zone of the times here (the interview's)")
    edit.add_argument("--language", metavar="L", help="two letters: of texts, and of the times typed here")


def _hearing(commands: _Commands) -> None:
    heard = _command(
        commands, "heard", "heard", "what was heard in mail and calendar: list, take, drop", help_texts.HEARD
    )
    heard.add_argument("deed", metavar="take|drop", nargs="?", choices=("take", "drop"))
    heard.add_argument("id", metavar="ID", nargs="?")
    heard.add_argument("fields", metavar="field=value", nargs="*")
    heard.add_argument("--json", action="store_true", help="for programs")
    _command(commands, "listen", "heard", "look for what is new in the watched mail and calendar folders")


def _exchanging(commands: _Commands) -> None:
    take = _command(
        commands,
        "import",
        "exchange",
        "take in interviews: .json, .ics, mails, .csv, and the people of a .vcf",
        help_texts.IMPORT,
    )
    take.add_argument("files", metavar="FILE", nargs="+")
    take.add_argument("--dry-run", action="store_true", help="only say what would come of it")
    take.add_argument("--replace", action="store_true", help="where a field differs, take the file's value")
    take.add_argument("--zone", metavar="Z", help="the zone of an invitation or a row that does not say")
    take.add_argument("--me", metavar="ADDRESS", help="your own address among an invitation's guests")
    take.add_argument("--company", metavar="C", help="the company an invitation is from")
    take.add_argument("--role", metavar="R", help="the role an invitation is about")
    take.add_argument("--date", metavar="D", help="the day that is meant of a series (the next one)")
    take.add_argument("--into", metavar="ID", help="the interview whose people they are (.vcf)")
    take.add_argument("--json", action="store_true", help="for programs")
    _belonging(take)
    give = _command(
        commands,
        "export",
        "exchange",
        "write everything to a file that `import` reads, or deadlines",
        help_texts.EXPORT,
    )
    give.add_argument("file", metavar="FILE", help="- is standard output")
    give.add_argument("--format", metavar="FORMAT", choices=FORMATS, help=", ".join(FORMATS))


def _showing(commands: _Commands) -> None:
    listing = _command(commands, "list", "listing", "where every card stands", help_texts.LIST)
    listing.add_argument("--json", action="store_true", help="for programs")
    listing.add_argument("--at", metavar="WHEN", help="then, not now")
    listing.add_argument(
        "--column", metavar="COLUMN", choices=COLUMNS, type=joined_word, help=", ".join(COLUMNS)
    )
    listing.add_argument("--where", metavar="WORDS", help="only the cards that all of these words fit")
    following = _command(commands, "next", "next", "what to do now, best first, and when there will be more")
    following.add_argument("--json", action="store_true", help="for programs")
    following.add_argument("--at", metavar="WHEN", help="then, not now")
    following.add_argument("-n", dest="number", metavar="N", help="no more than so many")
    ahead = _command(
        commands,
        "agenda",
        "agenda",
        "what the days ahead will ask for, if nothing more happens",
        help_texts.AGENDA,
    )
    ahead.add_argument("--json", action="store_true", help="for programs")
    ahead.add_argument("--days", metavar="N", help="how many days, from today on (10)")
    ahead.add_argument("--at", metavar="WHEN", help="as seen then, not now")
    show = _command(commands, "show", "show", "one card whole, with its history")
    _card(show, "+")
    show.add_argument("--json", action="store_true", help="for programs")
    show.add_argument("--at", metavar="WHEN", help="as it stands then, not now")
    status = _command(commands, "status", "status", "one line for a status bar")
    status.add_argument("--short", action="store_true", help="in signs: 3✎ 1✆")
    status.add_argument("--json", action="store_true", help="for programs")
    status.add_argument("--at", metavar="WHEN", help="then, not now")


def _telling(commands: _Commands) -> None:
    remind = _command(
        commands,
        "remind",
        "remind",
        "say what has become due since anybody last did, once",
        help_texts.REMIND,
    )
    units = remind.add_mutually_exclusive_group()
    units.add_argument(
        "--install", action="store_true", help="have systemd do it by itself, or print a line for a crontab"
    )
    units.add_argument("--uninstall", action="store_true", help="take systemd's units away again")
    feed = _command(
        commands, "feed", "feed", "write the deadlines as calendar files, one each", help_texts.FEED
    )
    feed.add_argument(
        "folder", metavar="DIR", nargs="?", help="where to; else `folder` under [feed] in the settings"
    )


def _writing(commands: _Commands) -> None:
    draft = _command(commands, "draft", "draft", "the text a draft would start from")
    _card(draft, "*")
    draft.add_argument(
        "--left-behind", action="store_true",
        help="print the texts that nothing takes in: their card is gone, or their file is not believed",
    )  # fmt: skip
    draft.add_argument("--template", metavar="T", help="by its name, not the one that fits best")
    draft.add_argument("--for", dest="purpose", metavar="PURPOSE", help=_PURPOSES)
    draft.add_argument("--to", metavar="P", help="for this person, not the first who is owed thanks")
    draft.add_argument("--list", action="store_true", help="the templates that fit, best first, and why")
    draft.add_argument("--at", metavar="WHEN", help="as things stand then, not now")
    proof = _command(commands, "proof", "proof", "what the checks say of a text", help_texts.PROOF)
    _card(proof)
    proof.add_argument(
        "file", metavar="FILE", nargs="?", help="- is standard input; else the card's latest draft"
    )
    proof.add_argument("--for", dest="purpose", metavar="PURPOSE", help=_PURPOSES)
    proof.add_argument("--to", metavar="P", help="as this person reads it, not as everyone does")
    proof.add_argument("--channel", metavar="C", help="email, sms, whatsapp, letter or other")
    proof.add_argument("--json", action="store_true", help="for programs")
    proof.add_argument("--at", metavar="WHEN", help="as things stand then, not now")


def _looking_after(commands: _Commands) -> None:
    backup = _command(commands, "backup", "backups", "make a copy of the database, and print its name")
    backup.add_argument("--list", action="store_true", help="only list the copies there are")
    backup.add_argument("--json", action="store_true", help="for programs")
    restore = _command(
        commands, "restore", "backups", "put a backup in the database's place; what is there is kept"
    )
    restore.add_argument(
        "which", metavar="WHICH", nargs="?",
        help="its name or how it begins; without it they are listed, with what each would lose",
    )  # fmt: skip
    restore.add_argument("--yes", action="store_true", help="nothing is asked here: what is there is kept")
    merge = _command(commands, "merge", "exchange", "take in what another copy of the database holds")
    merge.add_argument("file", metavar="FILE", help="such as the conflict copy of a synchronising program")
    merge.add_argument("--replace", action="store_true", help="where a field differs, take the copy's value")
    forget = _command(
        commands, "forget", "forget", "remove a person or a company everywhere, backups included",
        help_texts.FORGET,
    )  # fmt: skip
    forget.add_argument(
        "whom",
        metavar="PERSON|COMPANY",
        nargs="+",
        help="a name, how it begins, or a person's address or number",
    )
    forget.add_argument("--yes", action="store_true", help="do not ask")
    config = _command(commands, "config", "config", "where the settings are, and what is in effect")
    config.add_argument(
        "--write", action="store_true", help="write a file to begin with, where there is none"
    )
    config.add_argument("--json", action="store_true", help="for programs")
    doctor = _command(
        commands, "doctor", "doctor", "what is wrong with database, settings, templates and terminal"
    )
    doctor.add_argument("--json", action="store_true", help="for programs")


def _explaining(commands: _Commands) -> None:
    helping = _command(commands, "help", "help", "help on a command or a topic", help_texts.HELP)
    helping.add_argument("topic", metavar="TOPIC", nargs="*", help="what to say more of; `man` is the manual")
    completion = _command(
        commands, "completion", "completion", "print completions for your shell", help_texts.COMPLETION
    )
    what = completion.add_mutually_exclusive_group(required=True)
    what.add_argument("shell", metavar="SHELL", nargs="?", choices=SHELLS, help=", ".join(SHELLS))
    what.add_argument("--cards", action="store_true", help="the ids of the cards, as the completions ask")
