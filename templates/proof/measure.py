"""How long a message is, and how late."""

from collections.abc import Iterator

from templates.length import counted
from templates.proof.draft import Draft
from templates.proof.findings import Finding

_ANY = (20, 250)
_WORDS = {"email": (60, 180), "letter": (60, 280), "whatsapp": (12, 90), "sms": (10, 60), "other": _ANY}
_STATUS = {"email": (25, 150), "letter": (40, 200), "whatsapp": (10, 80), "sms": (8, 50), "other": _ANY}
_VOICEMAIL = (20, 100)
FIRST_DAY = 24.0
"""Hours within which thanks are due."""


def length(draft: Draft) -> Iterator[Finding]:
    """`length`: fewer or more words than such a message needs."""
    case = draft.case
    table = _STATUS if case.purpose in ("status", "other") else _WORDS
    least, most = _VOICEMAIL if case.purpose == "voicemail" else table[case.channel]
    if not draft.text.strip() or least <= draft.count <= most:
        return
    words = counted(draft.count, "word")
    if draft.count < least:
        yield draft.finding(
            "length", f"{words} are little: {least} to {most} leave room for something of your own."
        )
    else:
        yield draft.finding("length", f"{words} are much: {least} to {most} are read to the end.")


def late(draft: Draft) -> Iterator[Finding]:
    """`late`: the first day after the interview is over."""
    hours = draft.case.late_hours
    if hours is not None and hours >= FIRST_DAY:
        over = in_words(hours - FIRST_DAY)
        why = f"The interview ended {in_words(hours)} ago, {over} past the first day: send it now."
        if hours - FIRST_DAY < 1:
            why = f"The interview ended {in_words(hours)} ago, and the first day is just over: send it now."
        yield draft.finding("late", why)


def in_words(hours: float) -> str:
    """A span in days and hours, rounded down: "2 days and 3 hours"."""
    days, rest = divmod(int(hours), 24)
    parts = [counted(days, "day")] if days else []
    if rest or not days:
        parts.append(counted(rest, "hour"))
    return " and ".join(parts)
