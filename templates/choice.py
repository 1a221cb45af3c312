"""Which template fits best, and why. Pure, and without Jinja: it knows only what the headers say."""

from collections.abc import Callable, Iterable

from templates.situation import Situation
from templates.template import Template

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PLACES = {"onsite": "in the room", "video": "on the call", "phone": "on the line"}
_PURPOSES = {"call": ("call", "voicemail"), "voicemail": ("voicemail", "call")}
# Texts for one channel of a group can serve for the others with little change.
_GROUPS = (("email", "letter", "other"), ("sms", "whatsapp"), ("call",))


def best(templates: Iterable[Template], situation: Situation) -> list[tuple[Template, str]]:
    """The templates of the purpose, the one that fits best first, each with its reason in words.

    What decides, in this order: the addressee (the contact instead of an interviewer), the channel, the most
    telling circumstance. A template of the user's own counts as the packaged one whose name it takes or
    begins with (`thanks-panel-short`), and before it; one with another name stands before the general one.
    """
    purposes = _PURPOSES.get(situation.purpose, (situation.purpose,))
    ranked = []
    for template in templates:
        if template.purpose in purposes:
            place, reason = _circumstance(template, situation)
            away = 0 if place < 0 else _distance(template.channel, situation.channel)
            order = (purposes.index(template.purpose), away, place, not template.own, template.name)
            ranked.append((order, template, reason if away < 2 else _for_channel(template)))
    return [(template, reason) for _, template, reason in sorted(ranked, key=lambda entry: entry[0])]


_Reason = Callable[[Situation], str | None]


def _several(situation: Situation) -> str | None:
    if situation.people > 1:
        return f"{_number(situation.people)} people were {_PLACES.get(situation.mode, 'there')}"
    return "the round's name says that several people took part" if situation.panel else None


def _loose_ends(situation: Situation) -> str | None:
    if situation.loose_ends == 1:
        return "one loose end is still open"
    return f"{_number(situation.loose_ends)} loose ends are still open" if situation.loose_ends > 1 else None


def _calls(situation: Situation) -> str | None:
    if situation.unanswered_calls == 1:
        return "one call was not answered"
    return (
        f"{_number(situation.unanswered_calls)} calls were not answered"
        if situation.unanswered_calls > 1
        else None
    )


def _screen(situation: Situation) -> str | None:
    return "it was a first call by telephone" if situation.phone_screen else None


def _technical(situation: Situation) -> str | None:
    return "it was a technical round" if situation.technical else None


def _first(situation: Situation) -> str | None:
    return "it fits every first conversation" if situation.purpose == "thanks" else None


# First that applies, best first. A negative place: whom it goes to matters more than the channel.
_CIRCUMSTANCES: dict[str, tuple[int, _Reason]] = {
    "thanks-via-recruiter": (
        -1,
        lambda s: "no interviewer can be reached directly" if s.via_recruiter else None,
    ),
    "thanks-after-offer": (
        1,
        lambda s: "the offer came first, and thanks are owed all the same" if s.offer else None,
    ),
    "thanks-late": (2, lambda s: "the time for prompt thanks has passed" if s.late else None),
    "thanks-clarification": (3, _loose_ends),
    "thanks-second-round": (
        4,
        lambda s: "the same people held an earlier round" if s.earlier_round_same_people else None,
    ),
    "thanks-final-round": (5, lambda s: "it was the final round" if s.final else None),
    "thanks-panel": (6, _several),
    "thanks-technical": (7, _technical),
    "thanks-phone-screen": (8, _screen),
    "status-after-calls": (1, _calls),
    "status-email-second": (2, lambda s: "an earlier mail was not answered" if s.emails_sent else None),
    "thanks-email": (20, _first),
    "thanks-sms": (20, lambda s: "it is short enough for one text message" if s.channel == "sms" else None),
    "thanks-whatsapp": (20, lambda s: "it is short enough for a chat" if s.channel == "whatsapp" else None),
    "status-email": (20, lambda _: "nothing was heard by the day of the answer"),
    "call-script": (20, lambda s: "for when they answer themselves" if s.channel == "call" else None),
}
_OWN_OF_NO_KNOWN_KIND, _OTHERWISE = 19, 30


def _circumstance(template: Template, situation: Situation) -> tuple[int, str]:
    known = _kind(template)
    if known is None:
        return (_OWN_OF_NO_KNOWN_KIND if template.own else _OTHERWISE), _meant_for(template)
    place, reason = _CIRCUMSTANCES[known]
    said = reason(situation)
    return (place, said) if said is not None else (_OTHERWISE, _meant_for(template))


def _kind(template: Template) -> str | None:
    """The longest known name that this one is or begins with."""
    known = [name for name in _CIRCUMSTANCES if template.name == name or template.name.startswith(f"{name}-")]
    return max(known, key=len, default=None)


def _distance(channel: str, wanted: str) -> int:
    if channel == wanted:
        return 0
    return 1 if any(channel in group and wanted in group for group in _GROUPS) else 2


def _meant_for(template: Template) -> str:
    return f"for when {template.when}" if template.when else f"for {template.purpose}"


def _for_channel(template: Template) -> str:
    return f"for another channel: {template.channel}"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)
