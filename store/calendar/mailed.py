"""The calendar inside a mail."""

from __future__ import annotations


def calendar_part(raw: bytes) -> bytes | None:
    """The calendar inside a saved e-mail, as UTF-8; None where the mail carries none."""
    from email import message_from_bytes, policy

    message = message_from_bytes(raw, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/calendar", "application/ics"):
            content = part.get_content()
            return content if isinstance(content, bytes) else str(content).encode("utf-8", "replace")
    return None
