"""How a message begins and ends: greeting, close, the user's own name."""

import re
from collections.abc import Iterator

from templates.proof.draft import Draft
from templates.proof.findings import Finding
from templates.proof.folding import WORD, fold, spelt_out

_SHORT_CHANNELS = ("sms", "whatsapp")
_CALLED = re.compile(r"[ ]{0,9}[^\s,:!–—]{1,30}(?: [^\s,:!–—]{1,30}){0,2} ?[,:!–—]")
_WITHIN = 60
"""Characters from the start within which a short message must have named whom it greets."""


def no_greeting(draft: Draft) -> Iterator[Finding]:
    """`no_greeting`: no greeting in the first lines, nor the name of someone it goes to."""
    if draft.greeting[1] > draft.greeting[0] or not draft.text.strip() or _names_them(draft):
        return
    whom = f"“Dear {draft.case.addressed[0]},”" if draft.case.addressed else "“Dear …,” and a name"
    yield draft.finding("no_greeting", f"The message greets nobody: begin with {whom}.")


def _names_them(draft: Draft) -> bool:
    """A name at the very beginning greets too: "Ada, thank you …"."""
    named = {fold(w) for person in (*draft.case.addressed, *draft.case.people) for w in WORD.findall(person)}
    reach = _WITHIN if draft.case.channel in _SHORT_CHANNELS else 30
    first = draft.text.lstrip().split("\n", 1)[0]
    if draft.case.channel not in _SHORT_CHANNELS and not _CALLED.match(first):
        return False
    offset = len(draft.text) - len(draft.text.lstrip())
    titles = {"ms", "mr", "mrs", "mx", "dr", "all", "team", "everyone", "both", "prof", "professor"}
    return any(word.start - offset < reach and word.fold in named | titles for word in draft.words[:8])


def no_close(draft: Draft) -> Iterator[Finding]:
    """`no_close`: a mail or letter that ends without closing words; short messages need none."""
    if draft.case.channel in _SHORT_CHANNELS or not draft.english or not draft.text.strip():
        return
    if draft.close == len(draft.text) and not _ends_on_a_comma(draft):
        yield draft.finding(
            "no_close", "The message just stops: end with “Kind regards,” or the like, and your name."
        )


def _ends_on_a_comma(draft: Draft) -> bool:
    """A short line with a comma above the name closes too: "Looking forward to Friday,"."""
    body = draft.plain[draft.greeting[1] :].lstrip(",!: ")
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    short = [
        i for i, line in enumerate(lines[-4:-1]) if line.endswith((",", "–", "—")) and len(line.split()) <= 9
    ]
    return len(lines) > 2 and bool(short) and len(lines[-1].split()) <= 6


def own_name(draft: Draft) -> Iterator[Finding]:
    """`own_name`: the user's name is nowhere in a short message or a call, or not at the end of a mail."""
    mine = {fold(w) for w in WORD.findall(draft.case.me) if len(w) > 1}
    mine |= {fold(spelt_out(w)) for w in WORD.findall(draft.case.me) if len(w) > 1}
    if not mine or not draft.text.strip():
        return
    anywhere = draft.case.channel in _SHORT_CHANNELS or draft.case.purpose == "voicemail"
    start = 0 if anywhere else min(draft.close, _last_lines(draft.text))
    if any(word.fold in mine for word in draft.words if word.start >= start):
        return
    where = "They may not know your number" if anywhere else "The message is not signed"
    yield draft.finding("own_name", f"{where}: write your name, {draft.case.me}.")


def _last_lines(text: str, count: int = 5) -> int:
    """Where the last few lines with something in them begin; within one long line, its last 60 characters."""
    lines = [m for m in re.finditer(r"[^\n]+", text) if m[0].strip()]
    if not lines:
        return 0
    first = lines[-count:][0].start() if len(lines) > count else (lines[1].start() if len(lines) > 1 else 0)
    return max(first, len(text.rstrip()) - 260)
