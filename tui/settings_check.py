"""What only the screen and the machine can tell of the settings: themes, keys, programs and folders.

`CHECKS` are for the board, `doctor` and `config`; nothing slow is imported for a setting that is not there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from store.languages import some_of
from store.settings import Check, Remark, Settings, SettingsFault, meant
from tui.palettes import OWN

_MOST_NAMED = 4
"""Faults that are named in one sentence; `doctor` lists them all."""


def _theme(settings: Settings) -> Iterator[Remark]:
    if not settings.theme or settings.theme in OWN:
        return
    from tui.themes import names

    known = names()
    if settings.theme not in known:
        near = meant(settings.theme, known).removesuffix("?")
        every = ", ".join(known)
        yield Remark((("theme",),), f'theme: "{settings.theme[:40]}" is no theme{near}; there are {every}')


def _keys(settings: Settings) -> Sequence[Remark]:
    if not settings.keys:
        return ()
    from tui.key_check import complaints

    return complaints(settings.keys)


def _mail_command(settings: Settings) -> Iterator[Remark]:
    if not settings.mail.command:
        return
    from tui.handover.mail_settings import BadCommand, read_command

    name = ("mail", "command")
    try:
        program = read_command(settings.mail.command).words[0]
    except BadCommand as why:
        yield Remark((name,), f"mail.command: {str(why)[:1].lower()}{str(why)[1:].rstrip('.')}")
        return
    if lack := _no_program(program):
        yield Remark((name,), f"mail.command: {lack}")


def _no_program(program: str) -> str:
    """What is wrong with the name of a program, as it stands behind the setting's; blank where nothing is."""
    from shutil import which

    if which(program) is not None:
        return ""
    lack = "cannot be executed" if os.path.lexists(program) else "is not there"
    lack = lack if "/" in program else "is not on the PATH"
    return f"{program[:80]} {lack}; expected a program, by its name or its whole path"


def _notify_command(settings: Settings) -> Iterator[Remark]:
    command = settings.remind.notify_command
    if command.strip():
        from tui.handover.notices import notify_words

        if lack := _no_program(notify_words(command, os.environ)[0]):
            yield Remark((("remind", "notify_command"),), f"remind.notify_command: {lack}")


def _drafts_folder(settings: Settings) -> Iterator[Remark]:
    if not settings.mail.drafts_folder:
        return
    from tui.handover.mail_settings import from_home, no_maildir

    folder = from_home(settings.mail.drafts_folder, Path(os.environ.get("HOME") or "/"))
    if lack := no_maildir(folder):
        words = f"mail.drafts_folder: {str(folder)[:200]} {lack}; expected a Maildir that is there"
        yield Remark((("mail", "drafts_folder"),), words)


CHECKS: tuple[Check, ...] = (_theme, _keys, _mail_command, _drafts_folder, _notify_command)


def not_right(faults: Sequence[SettingsFault]) -> str:
    """`2 settings are not right`, as a sentence begins."""
    return "1 setting is not right" if len(faults) == 1 else f"{len(faults)} settings are not right"


def summary(faults: Sequence[SettingsFault], config: Path) -> str:
    """One line: how many are not right in the file, and which."""
    if not faults[0].name:
        return f"{faults[0].sentence.rstrip('.')}. The defaults hold."
    named = [f"line {one.line}: {one.name}" if one.line else one.name for one in faults]
    which = some_of(named, _MOST_NAMED)
    return f"{config.name}: {not_right(faults)} ({which}); `ringback doctor` says more."
