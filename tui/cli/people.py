"""People and numbers as they are typed on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from store.interview import Person
from store.people.notation import PersonLine
from store.people.numbers import read_number
from store.people.reading import read_people
from store.people.written_numbers import BadNumber
from tui.cli.faults import Failed, UsageError
from tui.cli.output import say
from tui.cli.session import CommandSession

if TYPE_CHECKING:
    from store.people.reading import PeopleRead


def typed_people(
    texts: Sequence[str],
    option: str,
    company: str,
    session: CommandSession,
    *,
    beside: Iterable[Person] = (),
    as_contacts: bool = False,
) -> PeopleRead:
    """Everyone in these texts, with what was understood and not kept said on standard error.

    `option` is how they were given: `--with`. The addresses of those `beside` them tell companies;
    `as_contacts`: all of them are to be contacts. Raises Failed for what is left over, UsageError where that
    cannot be read in any way; then nothing is said.
    """
    if not texts:
        return read_people("")
    country, mine, known = session.settings.country or None, session.settings.me.addresses, tuple(beside)
    read = [
        read_people(
            text, company=company, country=country, known=known, mine=mine, as_contacts=as_contacts
        )
        for text in texts
    ]  # fmt: skip
    left = [one for each in read for one in each.left]
    if not all(map(str.strip, texts)):
        raise UsageError(f"{option} names nobody; write Name <mail> +phone, title.")
    if left:
        fault = UsageError if any(one.unreadable for one in left) else Failed
        raise fault(f"{option}: {' '.join(one.why for one in left)}")
    for sentence in (one for each in read for one in each.said):
        say(sentence)
    return type(read[0])(
        tuple(one for each in read for one in each.people),
        tuple(one for each in read for one in each.contacts),
    )


def typed_name(text: str, company: str, session: CommandSession) -> PersonLine:
    """A name as it is given to somebody there already, with the title that stood beside it.

    Raises Failed for what is left over, and where it names several or brings more than a name.
    """
    read = typed_people([text], "name", company, session)
    if len(read.everyone) != 1:
        raise Failed(f"name: “{text.strip()[:80]}” names {len(read.everyone)} people; write one of them.")
    (one,) = read.everyone
    if one.email or one.phone:
        raise Failed(f"name: “{one.email or one.phone}” is no name: use email= or phone= for it.")
    return one


def typed_number(text: str, session: CommandSession) -> str:
    """A telephone number as it is stored. Raises UsageError."""
    try:
        return read_number(text, session.settings.country or None)
    except BadNumber as why:
        raise UsageError(str(why)) from None
