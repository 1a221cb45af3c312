"""What the board would ask: a command fails with a sentence that names the option that answers."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import assert_never
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from store.book import Book
from store.changes import joining
from store.changes.joining import Joined, Joining
from store.changes.last_round import last_round, place_of
from store.interview import AnyEvent, Interview
from store.rules.application import key_of
from store.rules.reasons import goes_on_in
from tui.cli.faults import Failed, UsageError
from tui.cli.session import CommandSession


class Belonging:
    """To which application an interview belongs, as the options say: `--opportunity` and `--alone`."""

    def __init__(self, opportunity: str | None, *, alone: bool, zone: ZoneInfo) -> None:
        """`opportunity` is that of the option, cleaned; None where it was not given."""
        self.opportunity = opportunity
        self.alone = alone
        self.zone = zone

    @classmethod
    def of(cls, args: argparse.Namespace, session: CommandSession) -> Belonging:
        """As the options of a command say."""
        given: str | None = args.opportunity
        named = None if given is None else session.typed(given, "the opportunity")
        return cls(named, alone=args.alone, zone=session.zone)

    def settle(self, interview: Interview, book: Book, before: Interview | None = None) -> Joined:
        """The interview as the options would have it. Raises Failed where one of them has to be given."""
        if self.opportunity is not None:
            interview = replace(interview, opportunity=self.opportunity or None)
        others = [*book.interviews.values()]
        asks = joining.asked(interview, others, before)
        if asks is None:
            return Joined(self._apart(interview, others) if self.alone else interview, {})
        if self.alone:
            if self.opportunity and asks.doubt == "two companies":
                raise self._contradiction()
            return asks.no
        if asks.doubt == "two companies" and self.opportunity:
            return asks.yes
        raise Failed(self._sentence(asks, interview))

    def _apart(self, interview: Interview, others: list[Interview]) -> Interview:
        joins = any(key_of(one) == key_of(interview) for one in others if one.id != interview.id)
        if joins and self.opportunity:
            raise self._contradiction()
        return joining.apart(interview, others) if joins else interview

    def _contradiction(self) -> UsageError:
        return UsageError(
            f"There is an application {self.opportunity!r} already, so --opportunity and --alone contradict "
            "each other; give one of them, or another name."
        )

    def _sentence(self, asks: Joining, interview: Interview) -> str:
        from tui.words.rounds import round_words

        name, other = asks.opportunity, f"{round_words(asks.other, self.zone)} ({asks.other.id})"
        option = f"--opportunity {_quoted(name)}"
        match asks.doubt:
            case "two companies":
                return (
                    f"The application {name!r} is that of {other}. Does {interview.company} belong to it? "
                    f"If so, add {option}; if not, --alone. Nothing was changed."
                )
            case "belongs to it":
                return (
                    f"Is this a round of the application {name!r}, as is {other}? If so, add {option}; "
                    "if not, --alone. Nothing was changed."
                )
            case "belongs with it":
                give = f"ringback edit {asks.other.id} opportunity={_quoted(name)}"
                return (
                    f"Is this a later round of {other}, which has no application yet? If so, leave "
                    f"--opportunity out, or give it that name first (`{give}`); if not, add --alone. "
                    "Nothing was changed."
                )
            case never:
                assert_never(never)


def logged_on(
    event: AnyEvent,
    interview: Interview,
    rounds: Sequence[Interview],
    log_on: Interview | None,
    session: CommandSession,
) -> list[str]:
    """The ids of the rounds that an event is logged on. Raises Failed where `--log-on` has to say it."""
    from tui.words.rounds import round_words

    last = last_round(interview, rounds, session.now)
    place = place_of(event)
    if log_on is not None:
        if all(one.id != log_on.id for one in rounds):
            names = "; ".join(f"{one.id} ({round_words(one, session.zone)})" for one in rounds)
            raise UsageError(f"{log_on.id} is no round of that application; there are {names}.")
        both = place == "there as well" and log_on.id != interview.id
        return [interview.id, log_on.id] if both else [log_on.id]
    if last is None or place == "here":
        return [interview.id]
    there, here = f"--log-on {_quoted(last.id)}", f"--log-on {_quoted(interview.id)}"
    goes_on = f"{round_words(interview, session.zone)} {goes_on_in(last, session.now, session.zone)}"
    if place == "there as well":
        choice = f"{there} notes it on both, {here} on this one alone"
    else:
        choice = f"{there} notes it there, {here} here all the same, where it changes nothing"
    raise Failed(f"{goes_on}: {choice}. Nothing was logged.")


def _quoted(text: str) -> str:
    from shlex import quote

    return quote(text)
