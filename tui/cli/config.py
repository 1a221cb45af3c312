"""`ringback config`: the settings in effect, and a file to begin with."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import Any

from store.settings import TEMPLATE, SettingsFault, as_toml
from tui.cli.faults import Failed, UsageError
from tui.cli.output import put, put_json, say
from tui.cli.session import CommandSession
from tui.settings_check import summary


def run_config(args: argparse.Namespace, session: CommandSession) -> None:
    """Print where the file is and what holds; with `--write`, write one where there is none."""
    if args.write:
        if args.json:
            raise UsageError("--json and --write do not go together; give one of them.")
        _write(session)
        return
    faults = session.check_settings()
    if args.json:
        put_json(_as_json(session, faults))
        return
    if faults:
        say(f"ringback: {summary(faults, session.config)}")
    there = "" if session.config.exists() else " (there is none; these are the defaults)"
    put(f"# {session.config}{there}")
    put(as_toml(session.settings).rstrip("\n"))


def _as_json(session: CommandSession, faults: Sequence[SettingsFault]) -> dict[str, Any]:
    import msgspec

    return {
        "version": 1,
        "file": str(session.config),
        "exists": session.config.exists(),
        "settings": msgspec.to_builtins(session.settings),
        "faults": [{"line": one.line, "name": one.name, "words": one.sentence} for one in faults],
    }


def _write(session: CommandSession) -> None:
    from store.files.atomic import make_directory, replace_file

    path = session.config
    if os.path.lexists(path):
        raise Failed(f"{path} is there already, and was left as it is; move it away to write a new one.")
    try:
        make_directory(path.parent)
    except OSError as error:
        raise Failed(f"{path} was not written: {error.strerror}.") from None
    replace_file(path, TEMPLATE.encode())
    session.wrote = True
    put(str(path))
    say("Every setting is in it, with its default.")
