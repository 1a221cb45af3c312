"""Where a message is wanted: what of a card decides which template fits. Pure, and without Jinja."""

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
    """What is known of a card and of the message that is wanted for it."""

    purpose: str
    """One of `templates.template.TEMPLATE_PURPOSES`."""
    channel: str = "email"
    language: str = "en"
    """Two letters: in which the text is to be written."""
    mode: str = "other"
    round: str = ""
    """Its name, as the user wrote it."""
    people: int = 1
    """How many interviewers there were."""
    met_before: int = 0
    """How many of them held an earlier round of the same application."""
    held: bool = True
    """Whether it has taken place."""
    result: str = ""
    """How the card was closed, `advanced` where a later round is known; blank where no answer has come."""
    answer_due: bool = True
    """Whether the day of their answer has come."""
    offer_elsewhere: bool = False
    """Whether an offer for another application waits for an answer."""
    moved: bool = False
    """Whether the interview lies ahead and its date was changed."""
    owes: int = 0
    """How many things the user has promised them and not sent."""
    late: bool = False
    """Whether more than the time for thanks has passed."""
    loose_ends: int = 0
    unanswered_calls: int = 0
    """Calls in a row to whom it is written to, since they last got in touch."""
    emails_sent: int = 0
    """Mails to whom it is written to, since they last got in touch."""
    to_contact: bool = False
    """Whether it is written to a contact, for themselves."""
    via_recruiter: bool = False
    """Whether it is written to a contact, who is to pass it on."""

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

    @property
    def undecided(self) -> bool:
        """Neither an offer nor an end: what shows interest in the job still makes sense."""
        return self.result in ("", "advanced")
