"""What the reader of calendar files is told, and what it has to ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, TypeAlias

import msgspec

from store.languages import either

Asked: TypeAlias = Literal["zone", "me", "company"]
OPTIONS: dict[Asked, str] = {"zone": "--zone ZONE", "me": "--me ADDRESS", "company": "--company NAME"}
"""What answers each question on the command line."""
_MOST_NAMED = 5


class KnownMeeting(msgspec.Struct, frozen=True):
    """What is known of a meeting that is on the board: its company, and the user's addresses in it."""

    company: str
    me: tuple[str, ...] = ()


class Answers(msgspec.Struct, frozen=True):
    """What is known without the file.

    `user_zone` and `zone` are IANA names: the user's zone, and the one given for this file. `me` holds the
    user's own addresses, given or set. `company` and `role` are taken as they are. `date` is the day of a
    series that is meant, in the zone of its meetings; None for the next one. `known` are the meetings on the
    board by their ids (`interview_id`): of these nothing is asked that is known already.
    """

    user_zone: str
    me: tuple[str, ...] = ()
    zone: str | None = None
    company: str | None = None
    role: str | None = None
    date: date | None = None
    known: Mapping[str, KnownMeeting] = {}


class OpenQuestion(msgspec.Struct, frozen=True):
    """Something that only the user knows; the answer goes into the field of `Answers` called `kind`.

    `words` say what is not known, as a sentence without its full stop. `choices` are answers that fit, the
    best guess first; there may be others, and there may be none.
    """

    kind: Asked
    words: str
    choices: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The sentence of a command, which names the option that answers."""
        named = self.choices[:_MOST_NAMED]
        more = " and others" if len(self.choices) > _MOST_NAMED else ""
        perhaps = f" (perhaps {either(named)}{more})" if named else ""
        return f"{self.words}: say which it is with {OPTIONS[self.kind]}{perhaps}."


class Unreadable(Exception):
    """The file cannot be imported; the message is one sentence for the user."""


class NeedsAnswer(Exception):
    """Something only the user knows is missing. All that is missing is asked for at once.

    The message asks for it and names the options; `questions` are for a form.
    """

    def __init__(self, questions: Sequence[OpenQuestion]) -> None:
        self.questions = tuple(questions)
        super().__init__(" ".join(map(str, self.questions)))
