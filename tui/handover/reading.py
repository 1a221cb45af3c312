"""A finished text in words about it: to whom, under which subject, how long. Pure."""

from __future__ import annotations

from math import ceil

from store.people.header_text import one_line
from templates.proof.sms import segments
from tui.handover.outgoing import Means, Outgoing

WORDS_A_MINUTE = 200
"""How fast people read on a screen."""
SPOKEN_A_MINUTE = 130


def heads(text: Outgoing, means: Means) -> list[tuple[str, str]]:
    """The lines above the text, as label and value; the first names the reader, the last one is From."""
    address = text.email if text.channel == "email" else text.phone if text.channel != "letter" else ""
    name = one_line(text.name)
    to = f"{name} <{one_line(address)}>" if name and text.channel == "email" and address else ""
    found = [("To", to or " · ".join(filter(None, (name, one_line(address)))) or "nobody known by name")]
    if text.channel == "email":
        me = one_line(means.me[0])
        found.append(("Subject", text.heading or "(none)"))
        if means.me[1]:
            found.append(("From", f"{me} <{means.me[1]}>" if me else means.me[1]))
    return found


def measure(text: Outgoing) -> str:
    """How long it is: words and minutes, or how many messages it becomes."""
    words = len(text.text.split())
    counted = "1 word" if words == 1 else f"{words} words"
    if text.channel == "sms":
        sent = segments(text.text)
        messages = "1 text message" if sent.count == 1 else f"{sent.count} text messages"
        why = f", because of {' '.join(sent.culprits[:3])}" if sent.count > 1 and sent.culprits else ""
        return f"{counted} · {messages}{why}"
    if text.channel == "call":
        return f"{counted} · {ceil(words * 60 / SPOKEN_A_MINUTE)} seconds spoken"
    minutes = max(1, ceil(words / WORDS_A_MINUTE))
    return f"{counted} · {minutes} minute{'s' if minutes > 1 else ''}"
