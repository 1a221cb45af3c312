"""The numbers behind the rules of time. Every one of them is a setting."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

Hours: TypeAlias = Annotated[int, Meta(ge=0, le=24 * 366)]
Count: TypeAlias = Annotated[int, Meta(ge=0, le=100)]


class PolicyClash(ValueError):
    """Numbers that do not go together; one sentence, and the names of those it is about."""

    def __init__(self, words: str, *names: str) -> None:
        super().__init__(words)
        self.names = names


class Policy(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How long each thing may take, and when an office is open. Hours are elapsed time."""

    thank_due: Hours = 24
    """Hours after the interview's end within which thanks are in good time."""
    thank_late: Hours = 48
    """Hours after which a thank-you is an afterthought."""
    thank_expires: Hours = 96
    """Hours after which the card moves on without one."""
    call_wait: Hours = 24
    """Hours to wait after a promise has run out before calling."""
    call_late: Hours = 48
    """Hours after a promise by which the call should have been made."""
    assumed_callback: Annotated[int, Meta(ge=1, le=100)] = 5
    """Working days within which an answer is assumed where none was promised."""
    quiet_after: Annotated[int, Meta(ge=1, le=366)] = 30
    """Days (of 24 hours) after the call was due at which a card counts as gone quiet."""
    email_lead: Hours = 12
    """Hours before the decision within which an e-mail may be read too late."""
    call_tries: Count = 2
    """Unanswered calls in a row before writing instead."""
    follow_ups: Count = 3
    """Unanswered calls and mails in a row before closing is offered."""
    office_opens: time = time(9)
    office_closes: time = time(17)
    working_days: Annotated[tuple[Annotated[int, Meta(ge=0, le=6)], ...], Meta(min_length=1)] = (
        0,
        1,
        2,
        3,
        4,
    )
    """0 is Monday."""
    holidays: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        if self.office_opens >= self.office_closes:
            raise PolicyClash(
                "expected `office_opens` to lie before `office_closes`", "office_opens", "office_closes"
            )
        if not self.thank_due <= self.thank_late <= self.thank_expires:
            raise PolicyClash(
                "expected `thank_due`, `thank_late` and `thank_expires` to rise",
                "thank_due", "thank_late", "thank_expires",
            )  # fmt: skip
        if self.call_wait > self.call_late:
            raise PolicyClash("expected `call_wait` not to be over `call_late`", "call_wait", "call_late")
