"""Where a message is wanted: what is known about the interview that decides which template fits."""

import re
from dataclasses import dataclass

_PHONE_SCREEN = re.compile(
    r"\b(phone|telephone|screen(ing)?|recruiter|intro(duction|ductory)?|first call|pre-?selection)\b",
    re.IGNORECASE,
)
_TECHNICAL = re.compile(
    r"\b(tech(nical)?|coding|code|pair(ing)?|programming|system design|whiteboard|take-?home|case study)\b",
    re.IGNORECASE,
)
_FINAL = re.compile(r"\b(final|last|closing|decision|ceo|founders?)\b", re.IGNORECASE)
_PANEL = re.compile(r"\b(panel|committee|board|group|several people|meet the team)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Situation:
    """`purpose`: thanks, status, call, voicemail or other. `round`: its name, as the user wrote it.

    `people`: how many interviewers there were. `late`: more than the time for thanks has passed.
    `unanswered_calls`, `emails_sent`: since they last got in touch.
    """

    purpose: str
    channel: str = "email"
    mode: str = "other"
    round: str = ""
    people: int = 1
    late: bool = False
    offer: bool = False
    earlier_round_same_people: bool = False
    loose_ends: int = 0
    unanswered_calls: int = 0
    emails_sent: int = 0
    via_recruiter: bool = False

    @property
    def phone_screen(self) -> bool:
        """A short first call, by its name; an unnamed round by telephone counts."""
        return bool(_PHONE_SCREEN.search(self.round)) or (self.mode == "phone" and not self.round.strip())

    @property
    def technical(self) -> bool:
        """A technical round, by its name."""
        return bool(_TECHNICAL.search(self.round))

    @property
    def final(self) -> bool:
        """The last round, by its name."""
        return bool(_FINAL.search(self.round))

    @property
    def panel(self) -> bool:
        """Several people, by their number or by the round's name."""
        return self.people > 1 or bool(_PANEL.search(self.round))
