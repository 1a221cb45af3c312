"""What earlier interviews tell of a new one: names to complete, and what is known of a company."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from store.interview import Interview
from store.people.letters import fold_words
from store.people.notation import people_lines, person_line
from store.rules.application import folded
from tui.forms.fields import Texts


@dataclass(frozen=True)
class Known:
    """What earlier interviews offer for completion."""

    companies: Sequence[str] = ()
    roles: Sequence[str] = ()
    rounds: Sequence[str] = ()
    opportunities: Sequence[tuple[str, str]] = ()
    """Name of the application, and whose it is."""
    interviews: Sequence[Interview] = ()
    """All of them, the latest first: what is added or changed may belong to one."""

    @cached_property
    def at(self) -> Mapping[str, Sequence[Interview]]:
        """Those with each company, by its name without accents and case."""
        found: dict[str, list[Interview]] = {}
        for one in self.interviews:
            found.setdefault(fold_words(one.company), []).append(one)
        return found


def known(interviews: Iterable[Interview]) -> Known:
    """What these interviews offer, the latest first."""
    latest = sorted(interviews, key=lambda one: one.starts_at, reverse=True)
    return Known(
        tuple(dict.fromkeys(one.company for one in latest)),
        tuple(dict.fromkeys(one.role for one in latest if one.role)),
        tuple(dict.fromkeys(one.round for one in latest if one.round)),
        tuple(
            {one.opportunity: (one.opportunity, one.company) for one in latest if one.opportunity}.values()
        ),
        latest,
    )


def known_of(company: str, given: Known) -> dict[str, str]:
    """The facts of a company that is known, as texts for the fields of a new interview with it.

    Those of the latest interview with it; the role only where there was but one.
    """
    there = _with(company, given)
    if not there:
        return {}
    latest, roles = there[0], {folded(one.role): one.role for one in there if one.role}
    return {
        "role": next(iter(roles.values())) if len(roles) == 1 else "",
        "zone": latest.zone,
        "country": latest.country or "",
        "language": latest.language or "",
        "contacts": people_lines(latest.contacts),
    }


def people_known(company: str, given: Known) -> tuple[str, ...]:
    """The lines of everyone met at a company that is known, those met last first."""
    met = (who for one in _with(company, given) for who in one.interviewers if who.name)
    return tuple({folded(who.name): person_line(who) for who in reversed([*met])}.values())[::-1]


def company_typed(texts: Texts) -> str:
    """The company as it stands in its field."""
    return texts.get("company", "")


def _with(company: str, given: Known) -> Sequence[Interview]:
    """The interviews with that company, the latest first."""
    return given.at.get(fold_words(company), ()) if company.strip() else ()
