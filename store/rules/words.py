"""What channels, columns, calls and results are called, wherever they are spoken of. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from store.interview import Outcome, Result
from store.rules.standing import Column

ChannelName: TypeAlias = Literal["email", "sms", "whatsapp", "letter", "call", "other", "recruiter"]
"""All ways to reach someone: by message, by telephone, or by a contact who passes it on."""

CHANNEL_WORDS: Mapping[ChannelName, str] = {
    "email": "e-mail",
    "sms": "text message",
    "whatsapp": "WhatsApp",
    "letter": "letter",
    "call": "call",
    "other": "another way",
    "recruiter": "the recruiter",
}
COLUMN_TITLES: Mapping[Column, str] = {
    "upcoming": "Upcoming",
    "to_thank": "To thank",
    "awaiting_callback": "Awaiting callback",
    "call_now": "Call now",
    "closed": "Closed",
}
"""As in a sentence that begins with them; headings have them in capitals."""
COLUMN_SHORT: Mapping[Column, str] = {
    "upcoming": "Next",
    "to_thank": "Thank",
    "awaiting_callback": "Await",
    "call_now": "Call",
    "closed": "Closed",
}
OUTCOME_WORDS: Mapping[Outcome, str] = {
    "reached": "talked to them",
    "voicemail": "left a message",
    "no_answer": "no answer",
}
"""What comes of a call."""
RESULT_WORDS: Mapping[Result, str] = {
    "offer": "an offer",
    "advanced": "next round",
    "rejected": "rejected",
    "withdrawn": "withdrawn",
    "cancelled": "cancelled",
    "quiet": "went quiet",
}


def by_channel(channel: ChannelName) -> str:
    """`by e-mail`, `via the recruiter`: how something went or should go."""
    return f"{'via' if channel == 'recruiter' else 'by'} {CHANNEL_WORDS[channel]}"
