"""The numbers behind the rules of time. Every one of them is a setting."""

from datetime import date, time
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct, field

Hours: TypeAlias = Annotated[int, Meta(ge=0, le=24 * 366)]
Count: TypeAlias = Annotated[int, Meta(ge=0, le=100)]


Span: TypeAlias = tuple[time, time]
"""From one time of day to another, half-open; over midnight where the second is less, empty where equal."""
Days: TypeAlias = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?$")]
"""A date, `2026-12-24`, or all from the first to the last, with a `/`."""


def within(clock: time, span: Span) -> bool:
    """Whether a time of day lies in such a span."""
    first, last = span
    return first <= clock < last if first <= last else clock >= first or clock < last


class PolicyClash(ValueError):
    """Numbers that do not go together; one sentence, and the names of those it is about."""

    def __init__(self, words: str, *names: str) -> None:
        super().__init__(words)
        self.names = names


class Policy(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, cache_hash=True):
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
    voicemail_wait: Hours = 48
    """Hours of working days to wait for an answer to a message that was left."""
    ring_wait: Annotated[int, Meta(ge=0, le=24 * 60)] = 20
    """Minutes to wait where they said that they ring at an hour."""
    answer_lead: Hours = 24
    """Hours before an offer has to be answered from which on that comes first."""
    owes_lead: Hours = 24
    """Hours before something the user owes is due from which on it presses."""
    reopen_within: Hours = 24
    """Hours within which a card that is reopened stands as if it had not been closed."""
    ask_first: Literal["call", "email"] = "call"
    """How to ask where things stand, where nobody said how they want to be asked."""
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
    """Days off beside those of the country."""
    calendar: Literal["auto", "none"] = "auto"
    """`auto`: the working days of the interview's country; `none`: `working_days`, wherever it is."""
    texts_from: time = field(default=time(8), name="texts_open")
    """From when to when a text message may reach them, every day, by their clock."""
    texts_to: time = field(default=time(21), name="texts_close")
    quiet: Span = (time(21), time(8))
    """The user's quiet hours, by the user's own clock."""
    away: tuple[Days, ...] = ()
    """Days on which the user calls nobody."""

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
        for days in self.away:
            try:
                first, last = _span(days)
            except ValueError:
                raise PolicyClash(
                    f"expected `away` to hold days that there are, not {days}", "away"
                ) from None
            if last < first:
                raise PolicyClash(
                    f"expected `away` to hold the first day before the last, not {days}", "away"
                )
        if self.call_wait > self.call_late:
            raise PolicyClash("expected `call_wait` not to be over `call_late`", "call_wait", "call_late")

    @property
    def texts_never(self) -> bool:
        """Whether there is no hour at all in which a text message may reach them."""
        return self.texts_from == self.texts_to

    @property
    def away_days(self) -> tuple[tuple[date, date], ...]:
        """The spans of days in `away`, first and last."""
        return tuple(map(_span, self.away))


def _span(days: str) -> tuple[date, date]:
    """The first and the last of such days. Raises ValueError for a day that does not exist."""
    first, _, last = days.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last or first)
