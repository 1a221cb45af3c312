"""Which template fits best, and why. Pure, and without Jinja: it knows only what the headers say."""

from collections.abc import Iterable

from templates.situation import GENERAL, Situation
from templates.template import Template

_PURPOSES = {"call": ("call", "voicemail"), "voicemail": ("voicemail", "call")}
# Texts for one channel of a group can serve for the others with little change.
_GROUPS = (("email", "letter", "other"), ("sms", "whatsapp"), ("call",))
_UNSAID_OF_OWN, _LAST = GENERAL - 1, GENERAL + 10


def best(templates: Iterable[Template], situation: Situation) -> list[tuple[Template, str]]:
    """The templates of the purpose, the one that fits best first, each with its reason in words.

    What decides, in this order: whom it goes to (the contact instead of an interviewer), the channel, the
    most telling of the conditions under which the header says that it fits, then how many more there are.
    Where all of it is the same, one of the user's own comes first; one of theirs without any condition stands
    before the general ones of the program. A template of which one condition is not met comes last.
    """
    purposes = _PURPOSES.get(situation.purpose, (situation.purpose,))
    ranked = []
    for template in templates:
        if template.purpose in purposes:
            places, reason = _fit(template, situation)
            away = 0 if places[0] < 0 else _distance(template.channel, situation.channel)
            order = (purposes.index(template.purpose), away, places, not template.own, template.name)
            ranked.append(
                (order, template, reason if away < 2 else f"for another channel: {template.channel}")
            )
    return [(template, reason) for _, template, reason in sorted(ranked, key=lambda entry: entry[0])]


def _fit(template: Template, situation: Situation) -> tuple[tuple[int, ...], str]:
    """The places of its conditions, the most telling first, and their reasons in words."""
    conditions = sorted(template.fits, key=lambda one: one.place)
    reasons = [one.reason(situation) for one in conditions]
    met = [reason for reason in reasons if reason is not None]
    if conditions and len(met) == len(conditions):
        # With the last place behind them, one condition more comes before one less.
        return (*(one.place for one in conditions), _LAST), " and ".join(dict.fromkeys(met))
    place = _UNSAID_OF_OWN if template.own and not conditions else _LAST
    return (place,), f"for when {template.when}" if template.when else f"for {template.purpose}"


def _distance(channel: str, wanted: str) -> int:
    if channel == wanted:
        return 0
    return 1 if any(channel in group and wanted in group for group in _GROUPS) else 2
