"""What `list --where` looks for, as a query of TinyDB's over documents and standings.

A query is asked of the document of an interview joined with how it stands at that moment; standings are
never stored. All words have to fit, whether `and` stands between them or not: a state, `key:value`, or text.
Quotation marks hold words together, and what stands in them alone is text. The board's own filter looks for
text only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any, TypeAlias

from tinydb import where
from tinydb.queries import QueryInstance

from store.interview import zone_of
from store.people.letters import fold, nearest
from store.rules.board import Board, Card
from store.rules.standing import COLUMNS

ReadDay: TypeAlias = Callable[[str], date]
"""Reads a WHEN: a date, or an aware instant, which counts as its day in the interview's zone."""

_STANDING = where("standing")

STATES: Mapping[str, QueryInstance] = {
    "overdue": _STANDING.level == "overdue",
    "late": (_STANDING.column == "to_thank") & (_STANDING.level != "due"),
    "offer": _STANDING.offer == True,  # noqa: E712  a query, not a truth
    "owes": _STANDING.owes == True,  # noqa: E712
    "doable": _STANDING.doable == True,  # noqa: E712
    "guess": _STANDING.guess == True,  # noqa: E712
}
"""The words that say how a card stands."""

_OTHER_JOINS = ("or", "not")
"""What people write and nothing is done about: to take it for text would answer another question."""

LONGEST_QUERY = 1_000
"""Characters that may be looked for at once."""

_TOKEN = re.compile(r'(?:(?P<key>[^\s:"]*):)?(?:"(?P<quoted>[^"]*)"?|(?P<plain>[^\s"]*))')


class BadQuery(ValueError):
    """Words that cannot be looked for; one sentence says what can."""


def read_query(words: str, day: ReadDay) -> QueryInstance:
    """The query that these words stand for; it fits everything where there are none.

    Raises BadQuery, and what `day` raises for a WHEN that it cannot read.
    """
    if len(words) > LONGEST_QUERY:
        raise BadQuery(f"What to look for has {len(words):,} characters, and {LONGEST_QUERY:,} is the most.")
    if words.count('"') % 2:
        raise BadQuery('A quotation mark is not closed; they come in pairs, as in company:"acme inc".')
    found = [one for one in _TOKEN.finditer(words) if one[0] and one[0].casefold() != "and"]
    conditions = [_condition(one, day) for one in found]
    # Not joined by `&`: hundreds of them would be asked one within the other.
    return QueryInstance(lambda document: all(one(document) for one in conditions), None)


def before_half_a_word(words: str, *, unread: bool) -> str | None:
    """The words before one that is still being typed; None where the last one is complete.

    `ov` and `company` may become `overdue` and `company:`, and any day another one. `unread`: these words
    cannot be looked for; a last one such as `column:ca` is not complete then.
    """
    found = [one for one in _TOKEN.finditer(words) if one[0]]
    if not found or words[-1].isspace():
        return None
    last = found[-1]
    if last["key"] is not None:
        half = unread or last["key"].casefold() in ("before", "after")
    else:
        half = last["quoted"] is None and _may_become(last["plain"])
    return words[: last.start()] if half else None


def _may_become(word: str) -> bool:
    known = (*STATES, *(f"{key}:" for key in KEYS))
    return word.casefold() in _OTHER_JOINS or any(
        name.startswith(word.casefold()) and name != word.casefold() for name in known
    )


def joined(query: QueryInstance, board: Board) -> QueryInstance:
    """The query as the table of interviews can be asked: each document with its standing on that board."""
    standings = {card.id: _standing(card) for card in board.cards()}

    def fits(interview: Mapping[str, Any]) -> bool:
        standing = standings.get(interview["id"])
        return standing is not None and query({**interview, "standing": standing})

    return QueryInstance(fits, None)


def _standing(card: Card) -> dict[str, Any]:
    closed = card.course.closed
    return {
        "column": card.column,
        "level": card.standing.level,
        "offer": closed is not None and closed.result == "offer",
        "owes": bool(card.owes),
        "doable": card.doable,
        "guess": card.column in ("awaiting_callback", "call_now") and card.is_guess,
        "starts_at": card.interview.starts_at.astimezone(zone_of(card.interview)),
    }


def _condition(found: re.Match[str], day: ReadDay) -> QueryInstance:
    key, quoted = found["key"], found["quoted"]
    value = found["plain"] if quoted is None else quoted
    if key is not None:
        return _by_key(key, value.strip(), day)
    state = value.casefold()
    if quoted is None and state in STATES:
        return STATES[state]
    if quoted is None and state in _OTHER_JOINS:
        raise BadQuery(f"{state!r} cannot be used: all words must fit. In quotation marks it is text.")
    return reduce(or_, (look(value, day) for look in _IN_TEXT))


def _by_key(key: str, value: str, day: ReadDay) -> QueryInstance:
    look = KEYS.get(key.casefold())
    if look is None:
        near = nearest(key, KEYS, most=1)
        meant = f" (did you mean {near[0]}:?)" if near else ""
        raise BadQuery(
            f"There is no {key + ':'!r} to look for{meant}; "
            f"there are {' '.join(f'{name}:' for name in KEYS)}, "
            f"and the states {' '.join(STATES)}; text with a colon goes into quotation marks."
        )
    if not value:
        raise BadQuery(f"{key}: needs a value, as in {key}:{_EXAMPLES.get(key.casefold(), 'globex')}.")
    return look(value, day)


def _field(name: str) -> Callable[[str, ReadDay], QueryInstance]:
    return lambda value, day: where(name).test(_containing(value))


def _person(value: str, day: ReadDay) -> QueryInstance:
    return _whose(value, ("name", "called", "email"))


def _named(value: str, day: ReadDay) -> QueryInstance:
    # An address is only meant by what looks like one: half of all would have the text “com” in them.
    return _whose(value, ("name", "called", "email") if "@" in value else ("name", "called"))


def _whose(value: str, fields: Sequence[str]) -> QueryInstance:
    holds = _containing(value)
    named = reduce(or_, (where(field).test(lambda text: bool(text) and holds(text)) for field in fields))
    return where("interviewers").any(named) | where("contacts").any(named)


def _column(value: str, day: ReadDay) -> QueryInstance:
    column = fold(value).replace(" ", "_").replace("-", "_")
    if column not in COLUMNS:
        raise BadQuery(f"There is no column {value!r}; there are {' '.join(COLUMNS)}.")
    return _STANDING.column == column  # type: ignore[no-any-return]


def _before(value: str, day: ReadDay) -> QueryInstance:
    limit = day(value)
    return _STANDING.starts_at.test(lambda start: start.date() < _day_there(limit, start))  # type: ignore[no-any-return]


def _after(value: str, day: ReadDay) -> QueryInstance:
    limit = day(value)
    return _STANDING.starts_at.test(lambda start: start.date() > _day_there(limit, start))  # type: ignore[no-any-return]


def _day_there(limit: date, start: datetime) -> date:
    return limit.astimezone(start.tzinfo).date() if isinstance(limit, datetime) else limit


KEYS: Mapping[str, Callable[[str, ReadDay], QueryInstance]] = {
    "company": _field("company"),
    "role": _field("role"),
    "round": _field("round"),
    "person": _person,
    "column": _column,
    "zone": _field("zone"),
    "before": _before,
    "after": _after,
}
"""What can stand before a colon."""

_EXAMPLES = {"column": "call_now", "zone": "berlin", "before": "friday", "after": "yesterday"}
_IN_TEXT = (*(KEYS[name] for name in ("company", "role", "round")), _named)


def _containing(value: str) -> Callable[[Any], bool]:
    folded = fold(value)
    return lambda text: folded in fold(text)
