"""`ringback remind`: say what has become due since anybody last did, once; have that done by itself."""

from __future__ import annotations

import argparse
import os

from store.service import Service
from tui.cli.faults import DONE, FAILED
from tui.cli.output import put, say
from tui.cli.session import CommandSession


def run_remind(args: argparse.Namespace, session: CommandSession) -> int:
    """Print what has become due, a line each, and give notice of it; or install that, or take it away."""
    if args.install or args.uninstall:
        # Imported on use: a timer runs the other part many times a day.
        from tui.cli.remind_units import install, uninstall

        return install(session) if args.install else uninstall()
    service = session.open()
    if not service.exists():
        return DONE
    if service.feed is not None and (trouble := service.feed.renew(service)):
        say(trouble)
    lines = _news(service, session)
    if service.alarm is not None:
        service.alarm(service)
    for line in lines:
        put(line)
    return _notify(lines, session) if lines else DONE


def _news(service: Service, session: CommandSession) -> list[str]:
    """The lines of what is to be announced now, and by nobody else."""
    from tui.words.announcing import announced

    board, begun = service.board(), service.announcer.begun
    news = service.announcer.take(board)
    if not begun and service.announcer.due(board):
        say("What was due before the first reminder is not announced; `ringback next` lists it.")
    neutral = session.settings.remind.neutral
    return [announced(one, board.at, neutral=neutral, reach=True) for one in news]


def _notify(lines: list[str], session: CommandSession) -> int:
    from tui.handover.notices import NotNotified, give_notice, notify_words
    from tui.words.announcing import together

    command = session.settings.remind.notify_command
    try:
        if words := notify_words(command, os.environ):
            give_notice(words, together(lines), os.environ)
    except NotNotified as why:
        say(f"ringback: {why}")
        return FAILED if command else DONE
    return DONE
