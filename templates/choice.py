"""Which template fits a situation best, and why. Pure, and without Jinja."""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from templates.conditions import GENERAL, Condition
from templates.situation import Situation
from templates.template import Template

_PURPOSES = {"call": ("call", "voicemail"), "voicemail": ("voicemail", "call")}
# Texts for one channel of a group can serve for the others with little change.
_GROUPS = (("email", "letter", "other"), ("sms", "whatsapp"), ("call",))
_FAR = 2
_UNSAID_OF_OWN, _LAST = GENERAL - 1, GENERAL + 10
_Rank: TypeAlias = tuple[int, bool, bool, bool, int, tuple[int, ...]]


class _Fit(NamedTuple):
    """How a template fits: whether, the places of its conditions with the most telling first, and why.

    `true`: whether all that it claims is so.
    """

    fits: bool
    true: bool
    places: tuple[int, ...]
    reason: str


def best(templates: Iterable[Template], situation: Situation) -> list[tuple[Template, str]]:
    """The templates of the purpose, the one that fits best first, each with its reason in words.

    What decides, in this order: whether all that its header asks for and claims is so; the language; the
    channel (not where it goes to the contact instead of an interviewer); the most telling of the conditions
    under which it fits, then how many more there are. Where all of it is the same, one of the user's own
    comes first; one of theirs without any condition stands before the general ones of the program.
    """
    return [(template, reason) for _, template, reason in _ranked(templates, situation)]


def to_choose(templates: Iterable[Template], situation: Situation) -> tuple[Template, ...]:
    """The templates that fit equally well and say different things, so that only the user can choose.

    None where the one that fits best says what there is to say.
    """
    ranked = _ranked(templates, situation)
    if not ranked or not ranked[0][1].does or not _fit(ranked[0][1], situation).fits:
        return ()
    alike = tuple(template for rank, template, _ in ranked if template.does and rank == ranked[0][0])
    return alike if len(alike) > 1 else ()


def holds(template: Template, situation: Situation) -> bool:
    """Whether all that its sentences rest on is so."""
    return _untrue(template, situation) is None


def _untrue(template: Template, situation: Situation) -> Condition | None:
    return next((claim for claim in template.claims if claim.reason(situation) is None), None)


def _ranked(templates: Iterable[Template], situation: Situation) -> list[tuple[_Rank, Template, str]]:
    purposes = _PURPOSES.get(situation.purpose, (situation.purpose,))
    ranked = [
        _rank(template, situation, purposes.index(template.purpose))
        for template in templates
        if template.purpose in purposes
    ]
    return sorted(ranked, key=lambda one: (one[0], not one[1].own, one[1].name))


def _rank(template: Template, situation: Situation, purpose: int) -> tuple[_Rank, Template, str]:
    fit = _fit(template, situation)
    away = 0 if fit.places[0] < 0 else _distance(template.channel, situation.channel)
    foreign = template.language not in ("", situation.language)
    reason = f"for another channel: {template.channel}" if fit.fits and away == _FAR else fit.reason
    return (purpose, not fit.fits, not fit.true, foreign, away, fit.places), template, reason


def _fit(template: Template, situation: Situation) -> _Fit:
    conditions = sorted(template.fits, key=lambda one: one.place)
    reasons = [one.reason(situation) for one in conditions]
    met = [reason for reason in reasons if reason is not None]
    untrue = _untrue(template, situation)
    when = f"for when {template.when}" if template.when else f"for {template.purpose}"
    unmet = len(conditions) - len(met)
    if untrue is not None:
        return _Fit(False, False, (_LAST + unmet,), when if unmet else f"for when {untrue.meaning}")
    if unmet or not conditions:
        fits = template.own and not unmet
        return _Fit(fits, True, (_UNSAID_OF_OWN if fits else _LAST + unmet,), when)
    # With the last place behind them, one condition more comes before one less.
    places = (*(one.place for one in conditions), _LAST)
    return _Fit(True, True, places, f"because {' and '.join(dict.fromkeys(met))}")


def _distance(channel: str, wanted: str) -> int:
    if channel == wanted:
        return 0
    return 1 if any(channel in group and wanted in group for group in _GROUPS) else _FAR
