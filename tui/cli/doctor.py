"""`ringback doctor`: what is wrong with database, settings, templates and terminal; what was left behind.

Made to be shown to others: it names files and numbers, and nothing that is in them; but where a record is at
fault, whose it is.
"""

from __future__ import annotations

import argparse
import os
import stat
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from store import spans
from store.clock import local_zone
from store.files.errors import StorageError
from store.languages import counted, languages
from store.settings import zone_remark
from tui.cli.doctor_telling import feed_lines, remind_lines
from tui.cli.faults import DONE, FAILED
from tui.cli.output import put, put_json
from tui.cli.report import ReportLine
from tui.cli.session import CommandSession, take_in_drafts, tell_notes


def run_doctor(args: argparse.Namespace, session: CommandSession) -> int:
    """Print the report; 1 where anything is wrong."""
    checks: dict[str, Callable[[CommandSession], Iterator[ReportLine]]] = {
        "settings": _settings,
        "languages": _languages,
        "policy": _policy,
        "time": _time,
        "database": _database,
        "watch": _watched,
        "templates": _templates,
        "keys": _keys,
        "remind": remind_lines,
        "feed": feed_lines,
        "terminal": _terminal,
    }
    wrong = 0
    found = []
    for title, check in checks.items():
        for finding in check(session):
            wrong += not finding.good
            words = _private(finding.words)
            found.append({"good": finding.good, "of": title, "words": words})
            if not args.json:
                put(f"{'ok   ' if finding.good else 'WRONG'}  {title}: {words}")
    if args.json:
        put_json({"version": 1, "good": not wrong, "findings": found})
        return FAILED if wrong else DONE
    put("Nothing is wrong." if not wrong else f"{wrong} thing{'s' if wrong > 1 else ''} to mend.")
    return FAILED if wrong else DONE


def _private(words: str) -> str:
    """Without the name of the user, which is in the name of their home."""
    home = str(Path.home())
    return words.replace(home, "~") if len(home) > 1 else words


def _settings(session: CommandSession) -> Iterator[ReportLine]:
    faults = session.check_settings()
    for fault in faults:
        whole = "" if fault.name else " The defaults are looked at below."
        yield ReportLine(False, f"{fault}{whole}")
    path = session.config
    if faults and not faults[0].name:
        return
    if not path.exists():
        yield ReportLine(
            True, f"{path} does not exist, so the defaults hold; `ringback config --write` makes one"
        )
        return
    yield ReportLine(True, f"{path} is read")
    if stat.S_IMODE(path.stat().st_mode) & 0o022:
        yield ReportLine(False, f"others may write to {path}; `chmod go-w` keeps them out")


def _languages(session: CommandSession) -> Iterator[ReportLine]:
    for fault in session.language_faults:
        yield ReportLine(False, str(fault))
    yield ReportLine(True, f"{', '.join(one.name for one in languages().values())} are known")


def _policy(session: CommandSession) -> Iterator[ReportLine]:
    """What the numbers allow and hardly anybody means."""
    if session.policy.texts_never:
        yield ReportLine(
            True,
            "texts_open and texts_close are the same, so no text message is ever asked for: who has only a "
            "number is never to be thanked",
        )


def _time(session: CommandSession) -> Iterator[ReportLine]:
    zone, complaint = local_zone(session.settings.zone or None)
    session.zone = zone
    if complaint:
        yield ReportLine(False, complaint)
    whence = "from the settings" if session.settings.zone else "from this machine"
    far = " (over ssh: the machine's, perhaps not yours)" * (
        "SSH_CONNECTION" in os.environ and not session.settings.zone
    )
    remark = zone_remark(session.config, session.now)
    if remark:
        yield ReportLine(True, remark.rstrip("."))
    yield ReportLine(True, f"{zone.key}, {whence}{far}; it is {spans.dated(session.now, zone)} there")


def _watched(session: CommandSession) -> Iterator[ReportLine]:
    """The folders of mail and calendar, where any are named."""
    watch = session.settings.watch
    if not (watch.mail or watch.calendar):
        return
    from store.watching.reports import reports

    for report in reports(session.settings, session.database, session.now, session.zone):
        yield ReportLine(*report)


def _database(session: CommandSession) -> Iterator[ReportLine]:
    service = session.service
    path = service.path
    try:
        if not service.exists():
            service.load()
            yield ReportLine(True, f"{path} does not exist yet; the first change makes it")
            yield from _pads(session)
            return
        take_in_drafts(service)
        book = service.load()
    except StorageError as why:
        yield ReportLine(False, str(why))
        return
    pads = [*_pads(session)]
    service.notes[:] = [note for note in service.notes if note not in {line.words for line in pads}]
    tell_notes(service)
    yield ReportLine(True, f"{path} is read: {counted(len(book.interviews), 'interview')}, {_size(path)}")
    for sentence in service.warnings():
        yield ReportLine(False, sentence)
    if why_not := service.read_only:
        yield ReportLine(False, f"nothing can be saved: {why_not}; `chmod u+w` makes it writable again")
    else:
        yield ReportLine(True, "it can be written")
    yield from _faults(session)
    yield from _backups(session)
    yield from pads
    yield from _clashes(session)


def _faults(session: CommandSession) -> Iterator[ReportLine]:
    """What an import would refuse, and what the reading has mended already."""
    from store.validation import acceptable_book

    storage = session.service.storage
    for fault in storage.faults:
        yield ReportLine(False, f"{fault}; the next change you save mends the file")
    _, found = acceptable_book(storage.book)
    for fault in found:
        way_out = (
            f"`ringback show {fault.identity}`, then correct it on the card"
            if fault.identity
            else "mend it by hand"
        )
        yield ReportLine(False, f"{fault} by an export; {way_out}")


def _size(path: Path) -> str:
    return f"{path.stat().st_size / 1000:,.0f} kB"


def _backups(session: CommandSession) -> Iterator[ReportLine]:
    try:
        every = session.service.backups.all()
    except StorageError as why:
        yield ReportLine(False, str(why))
        return
    if not every:
        yield ReportLine(True, "no backup yet; the next change makes one")
        return
    damaged = [one for one in every if not one.good]
    for one in damaged:
        yield ReportLine(False, f"the backup {one.name} cannot be read; delete it if you do not need it")
    for one in [one for one in every if one.from_the_future(session.now)]:
        yield ReportLine(
            True, f"the backup {one.name} is from the future: the clock was wrong then, or is now"
        )
    yield ReportLine(
        True, f"{len(every) - len(damaged)} good backups, the newest {_ago(every[0].made_at, session)}"
    )


def _pads(session: CommandSession) -> Iterator[ReportLine]:
    """What boards that have ended left behind, as far as nothing has taken it in just now."""
    from store.database import left_behind

    service = session.service
    path, there = service.path, service.book.interviews
    for one in left_behind.unbelieved(path):
        yield ReportLine(False, one.said(service.whose(one.interview)))
    for file, pad in left_behind.lying(path).items():
        if pad.interview not in there:
            yield ReportLine(False, left_behind.of_one_gone(file, service.whose(pad.interview)))
    for file, pad in left_behind.waiting(path).items():
        if pad.interview in there:
            whose = service.whose(pad.interview)
            yield ReportLine(
                False, f"a draft for {whose} waits in {file}; the next command that can, takes it in"
            )
    for file, form in left_behind.forms_left(path).items():
        known = [one for one in form.interviews if one in there]
        if form.interviews and not known:
            whose = service.whose(form.interviews[0])
            yield ReportLine(False, left_behind.of_one_gone(file, whose))
        else:
            whose = service.whose(known[0]) if known else "a new interview"
            begun = spans.dated(form.begun, session.zone)
            words = f"a form for {whose} was begun on {begun} and is not saved; the board offers it ({file})"
            yield ReportLine(True, words)


def _ago(at: datetime, session: CommandSession) -> str:
    from store import spans

    return f"{spans.long(max(timedelta(), session.now - at))} old"


def _clashes(session: CommandSession) -> Iterator[ReportLine]:
    """Values that two windows wrote at once are for the user to settle, and are named by id alone."""
    for interview in session.service.book.interviews.values():
        if interview.conflicts:
            fields = ", ".join(sorted({one.field for one in interview.conflicts}))
            yield ReportLine(
                False, f"{interview.id} has two values for {fields}; the card shows both, to choose from"
            )


def _templates(session: CommandSession) -> Iterator[ReportLine]:
    from templates.library import Library

    library = Library(session.config.parent / "templates")
    own = [template for template in library.all() if template.own]
    for problem in library.problems:
        yield ReportLine(False, problem)
    for template in own:
        yield from _rendered(library, template.name)
    yield ReportLine(True, f"{len(library.all()) - len(own)} of the program's, {len(own)} of your own")


def _rendered(library: object, name: str) -> Iterator[ReportLine]:
    from templates.library import Library
    from templates.template import BrokenTemplate

    assert isinstance(library, Library)
    try:
        library.render(name, {})
    except BrokenTemplate as why:
        yield ReportLine(False, str(why))


def _keys(session: CommandSession) -> Iterator[ReportLine]:
    changed = len(session.settings.keys)
    yield ReportLine(True, f"{changed} changed by the settings" if changed else "as they come")


def _terminal(session: CommandSession) -> Iterator[ReportLine]:
    from tui.cli.board import why_no_board

    env = os.environ
    if not (os.isatty(0) and os.isatty(2)):
        yield ReportLine(True, "none here, as in a script; the board needs one")
        return
    if why := why_no_board(env):
        yield ReportLine(False, why)
        return
    colours = (
        "16 million"
        if env.get("COLORTERM") in ("truecolor", "24bit")
        else "256"
        if "256" in env["TERM"]
        else "16"
    )
    if "NO_COLOR" in env:
        colours = "none (NO_COLOR is set)"
    within = [
        name for name, sign in (("tmux", "TMUX"), ("screen", "STY"), ("ssh", "SSH_CONNECTION")) if sign in env
    ]
    inside = f", within {' and '.join(within)}" if within else ""
    yield ReportLine(True, f"{env['TERM']}, colours: {colours}{inside}")
    encoding = (getattr(sys.stderr, "encoding", "") or "").lower()
    if encoding.replace("-", "") == "utf8":
        yield ReportLine(True, "UTF-8")
    else:
        yield ReportLine(
            False, f"its encoding is {encoding or 'unknown'}, not UTF-8; set LANG, as in LANG=C.UTF-8"
        )
