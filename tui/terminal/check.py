"""Whether the board can be shown here."""

import os
from collections.abc import Mapping

_INSTEAD = "the commands, such as “ringback list”, work without one."


def why_no_board(env: Mapping[str, str]) -> str | None:
    """Say in one sentence why the board cannot be shown in this place; None if it can.

    The keys come from standard input and the board is drawn on standard error (so that standard output
    stays free), hence both must be terminals, and of a kind that can move its cursor.
    """
    if not os.isatty(0):
        return f"The board needs a terminal, and standard input is none; {_INSTEAD}"
    if not os.isatty(2):
        return f"The board is drawn on standard error, and that is no terminal; {_INSTEAD}"
    kind = env.get("TERM", "")
    if kind in ("", "dumb"):
        named = "TERM is “dumb”" if kind else "TERM is not set"
        return f"The board needs a terminal that can move its cursor, and {named}; {_INSTEAD}"
    return None
