"""What there is to do, in one line each: with whom, by which way, and until when. Pure."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never
from zoneinfo import ZoneInfo

from rich.cells import cell_len

from store import spans
from store.interview import Person
from store.languages import listed
from store.people.shown_numbers import shown_number
from store.rules.next_deeds import Task
from store.rules.words import by_channel
from store.text import show
from tui.words.lines import cut, first_fit


def deed_words(task: Task, now: datetime, *, reach: bool = False, width: int = 10_000) -> str:
    """`thank Ada Okafor, Globex, by e-mail: 5 h left`; `reach` adds the number or the address.

    Where `width` cells do not hold it, the way, what it is about and the company are left out first, and the
    time that is left stays whole.
    """
    left = _left(task, now)
    room = max(1, width - cell_len(left))
    wordings = [show(words) for words in _wordings(task, reach=reach)]
    return f"{cut(first_fit(room, *wordings), room)}{left}"


def what_to_do(task: Task, *, reach: bool = False) -> str:
    """`thank Ada Okafor, Globex, by e-mail`, without how long there is for it."""
    return show(_wordings(task, reach=reach)[0])


def _wordings(task: Task, *, reach: bool) -> tuple[str, ...]:
    """What is to be done: in full, and ever more briefly."""
    company, deed = task.card.interview.company, task.deed
    match deed.do:
        case "answer":
            return f"answer the offer of {company}", f"answer {company}"
        case "debrief":
            return f"note how it went at {company}", f"debrief {company}"
        case "thank":
            way = f", {by_channel(deed.channel)}" if deed.channel is not None else ""
            whom = f"thank {_whom(task, reach=reach)}"
            return f"{whom}, {company}{way}", f"{whom}, {company}", whom
        case "call":
            whom = f"call {_whom(task, reach=reach)}"
            return f"{whom}, {company}", whom
        case "write":
            whom = f"write to {_whom(task, reach=reach)}"
            return f"{whom}, {company}, and ask where things stand", f"{whom}, {company}", whom
        case "deliver":
            owing = next((one for one in task.card.owes if one.id == deed.of), None)
            what = f" ({owing.what})" if owing is not None else ""
            return f"send {company} what you promised{what}", f"send {company} what you promised"
        case "find":
            return (_missing(task),)
        case never:
            assert_never(never)


def _missing(task: Task) -> str:
    company = task.card.interview.company
    lacking = [one.name for one in task.card.owed if one.channel is None]
    if not lacking:
        return f"find a number or an address at {company}"
    names = [name for name in lacking if name]
    return f"find an address of {listed(names)}, {company}" if names else f"find out who it was at {company}"


def _whom(task: Task, *, reach: bool) -> str:
    people = [person for one in task.deed.to if (person := task.card.interview.person(one)) is not None]
    if not people:
        return "them"
    return listed([_called(one, task, reach=reach) for one in people])


def _called(person: Person, task: Task, *, reach: bool) -> str:
    name = person.name or person.email or person.phone or person.id
    if not reach:
        return name
    at = person.email if task.deed.channel == "email" else shown_number(person.phone or "")
    if task.deed.channel == "recruiter":
        at = None
    return f"{name} ({at})" if at and at != name else name


def _left(task: Task, now: datetime) -> str:
    until = task.deed.until
    if until is None:
        return ""
    if now < until:
        return f": {spans.short(until - now)} left"
    return f": overdue by {spans.short(now - until)}" if task.deed.do in _OVERDUE else ""


_OVERDUE = frozenset({"answer", "call", "write", "deliver"})
"""What is late once its time is over; thanks and a debrief have only become less good."""


def command(task: Task) -> str:
    """The command that does it, or notes that it was done."""
    deed, card = task.deed, task.card.id
    person = next((one for one in deed.to if one is not None), None)
    match deed.do:
        case "answer":
            return f"ringback draft {card} --for reply"
        case "debrief":
            return f"ringback log {card} debriefed note="
        case "thank" | "write":
            purpose = "thanks" if deed.do == "thank" else "status"
            return f"ringback draft {card} --for {purpose}" + (
                f" --to {person}" if person is not None else ""
            )
        case "call":
            whom = f" to={person}" if person is not None else ""
            return f"ringback log {card} called outcome=reached{whom}"
        case "deliver":
            owing = next((one for one in task.card.owes if one.id == deed.of), None)
            whom = f" --to {owing.to}" if owing is not None and owing.to is not None else ""
            return f"ringback draft {card} --for delivery{whom}"
        case "find":
            return f'ringback edit {card} with="Name <mail> +phone"'
        case never:
            assert_never(never)


def then_words(then: datetime | None, now: datetime, zone: ZoneInfo, *, more: bool) -> str:
    """When there will be more to do: `more from Thu 14:00`; blank where nothing is known to come."""
    if then is None:
        return "" if more else "nothing else is due"
    return f"{'more' if more else 'next'} {spans.moment(then, now, zone)}"
