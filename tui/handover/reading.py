"""A finished text in words about it: to whom, under which subject, how long. Pure."""

from __future__ import annotations

from store.people.header_text import one_line
from templates.length import counted, minutes_to_read, seconds_to_speak, word_count
from templates.proof import segments
from tui.handover.outgoing import Means, Outgoing


def heads(text: Outgoing, means: Means) -> list[tuple[str, str]]:
    """The lines above the text, as label and value; the first names the recipient, the last one is From."""
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
    words = word_count(text.text)
    words_counted = counted(words, "word")
    if text.channel == "sms":
        sent = segments(text.text)
        why = f", because of {' '.join(sent.culprits[:3])}" if sent.count > 1 and sent.culprits else ""
        return f"{words_counted} · {counted(sent.count, 'text message')}{why}"
    if text.channel == "call":
        return f"{words_counted} · {seconds_to_speak(words)} seconds spoken"
    return f"{words_counted} · {counted(minutes_to_read(words), 'minute')}"
