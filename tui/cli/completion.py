"""`ringback completion`: what makes a shell complete ringback's command line, and the cards it offers."""

from __future__ import annotations

import argparse
import re

from tui.cli.output import put, put_raw
from tui.cli.session import CommandSession
from tui.cli.shell import COMPLETIONS

_PLAIN = re.compile(r"[\w.@-]+", re.ASCII)
"""An id that no shell does anything with: bash reads the words it is offered as if they had been typed."""


def run_completion(args: argparse.Namespace, session: CommandSession) -> None:
    """Print the script for a shell, or the ids of all cards, two spaces before company, role and round."""
    if args.shell:
        put_raw(COMPLETIONS[args.shell].read_bytes())
        return
    service = session.service
    if service.exists():
        for one in service.load().interviews.values():
            if _PLAIN.fullmatch(one.id):
                named = ", ".join(part for part in (one.company, one.role, one.round) if part)
                put(f"{one.id}  {named}")
