"""`ringback forget`: someone, or a company, leaves every file of ringback's; told and asked about first."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from store import spans
from store.files import paths
from store.files.errors import StorageError
from store.languages import counted, some_of
from store.rules.words import title_of
from store.settings import BadSettings, keep_setting
from tui.cli.faults import Failed
from tui.cli.output import say
from tui.cli.session import CommandSession, tell_notes

if TYPE_CHECKING:
    from store.forgetting.forgetting import ForgetPlan, Forgetting

_MOST = 12
"""Interviews that are listed one by one."""


def run_forget(args: argparse.Namespace, session: CommandSession) -> None:
    """Say what would go, ask unless `--yes`, and make every place forget it."""
    from shlex import quote

    from store.forgetting.forgetting import Forgetting
    from store.forgetting.whom import in_whole_words

    typed = session.typed(" ".join(args.whom), "the name")
    if not session.service.exists():
        raise Failed(f"There is no database at {session.database}, so there is nobody to forget.")
    service = session.open()
    if why := service.read_only:
        raise Failed(f"Nobody was forgotten: {why}; nothing was changed.")
    mine = tuple(filter(None, (session.settings.me.name,)))
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    scratch = [paths.state_dir(), *([Path(runtime)] if runtime else [])]
    forgetting = Forgetting(service, session.feed, scratch, mine)
    plan = forgetting.plan(typed)
    if args.yes and not in_whole_words(plan.forgotten, typed):
        raise Failed(
            f"{typed!r} is how {plan.forgotten.name} begins; without being asked give the name in full: "
            f"`ringback forget {quote(plan.forgotten.name)} --yes`. Nothing was changed."
        )
    for line in _lines(plan, session):
        say(line)
    if not args.yes and not _asked(plan.forgotten.name):
        say("Nothing was changed.")
        return
    try:
        forgetting.carry_out(plan)
    except OSError as error:
        where = error.filename or session.database
        raise StorageError(f"{where} was not written: {error.strerror}; run it again") from error
    tell_notes(service)
    _unlearn(plan, session)
    _tell_what_remains(forgetting, plan, session)


def _lines(plan: ForgetPlan, session: CommandSession) -> Iterator[str]:
    """What goes, a line each."""
    yield f"Forgetting {plan.forgotten.name} removes for good:"
    if plan.gone:
        whole = "it" if len(plan.gone) == 1 else "them"
        yield f"  {counted(len(plan.gone), 'interview')} with all that is in {whole}:"
    elif plan.changed:
        yield "  the name, and what was written to or noted of them, from:"
    yield from (f"    {line}" for line in _interviews(plan, session))
    people = dict.fromkeys(one.name for card in plan.gone for one in card.people if one.name)
    if people:
        yield f"  the people in {whole}: {some_of([*people], _MOST)}"
    if plan.gone and plan.changed:
        yield f"  the name from what is noted on {counted(len(plan.changed), 'other interview')}"
    if plan.known:
        yield "  what is noted of the company itself"
    for count, noun, what in (
        (plan.proposals, "proposal", " from mail or calendar"),
        (plan.steps, "step", " that could be taken back"),
        (len(plan.texts), "text", " left behind half written"),
    ):
        if count:
            yield f"  {counted(count, noun)}{what}"
    if plan.backups:
        yield f"  and the same from {counted(plan.backups, 'backup')}"
    yield "It cannot be undone."


def _interviews(plan: ForgetPlan, session: CommandSession) -> Iterator[str]:
    cards = sorted(plan.gone or plan.changed, key=lambda one: (one.starts_at, one.id))
    for one in cards[:_MOST]:
        yield f"{title_of(one)}, {spans.date(one.starts_at, session.now, session.zone)}"
    if len(cards) > _MOST:
        yield f"and {len(cards) - _MOST} more"


def _asked(name: str) -> bool:
    """Ask at the terminal. Raises Failed where there is none: then `--yes` has to say it."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
        raise Failed(f"Nothing was changed; if {name} is to be forgotten, add --yes.")
    say(f"Forget {name}? Type yes, or anything else to keep everything.")
    return sys.stdin.readline().strip().casefold() in ("yes", "y")


def _unlearn(plan: ForgetPlan, session: CommandSession) -> None:
    """Take the name out of the words that the user's spelling knows."""
    known = session.settings.known_words
    kept = tuple(word for word in known if not plan.sought.in_texts([word], plan.sought.near))
    if kept == known or not session.config.exists():
        return
    try:
        keep_setting(session.config, ("known_words",), kept)
    except (BadSettings, StorageError) as why:
        say(f"The name stays among `known_words` in your settings: {why}")


def _tell_what_remains(forgetting: Forgetting, plan: ForgetPlan, session: CommandSession) -> None:
    name = plan.forgotten.name
    say(f"{name} is forgotten.")
    settings = session.config
    places: list[Path] = [settings, session.languages_file, settings.parent / "templates"]
    for path in forgetting.remaining(plan, [place for place in places if place.exists()]):
        say(f"{path} has the name still: look at it, and remove it or take the name out.")
    say(
        "What lies elsewhere is as it was: mails sent and received, drafts in your mail program, files you "
        "exported, calendars, and copies of your disk."
    )
