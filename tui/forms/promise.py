"""When they answer, and until when not to ask: a promise, and a snooze."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime

from msgspec.structs import replace

from store import spans
from store.changes.moves import log
from store.interview import AnyEvent, Promised, Snoozed, iso, zone_of
from store.rules.board import Card
from store.rules.office import Office, office_of
from store.rules.reasons import ahead
from store.rules.standing import course
from store.rules.words import limit_words
from tui.forms.common_fields import who_field
from tui.forms.context import FormContext, Remark
from tui.forms.done import Done, names, on_each
from tui.forms.fields import Answers, Line, Marks, Option, Sheet, Texts
from tui.forms.times import promised_limit, still_to_come, when

HINT = "such as: fri, 27 nov, end of next week, in 3 working days"


def shared_office(context: FormContext, cards: Sequence[Card]) -> Office:
    """The other side's office; the user's own hours where several cards have several."""
    places = {(card.interview.zone, card.interview.country) for card in cards}
    return office_of(cards[0].interview, context.policy) if len(places) == 1 else context.own_office


def shared_language(cards: Sequence[Card]) -> str:
    """The language of the cards; nothing where they have several, or none."""
    spoken = {card.interview.language or "" for card in cards}
    return spoken.pop() if len(spoken) == 1 else ""


RING, NO = "ring", "no"


def sheet(context: FormContext, cards: Sequence[Card]) -> Sheet[Done]:
    """The form for a named day or time, on one card or several."""
    people = cards[0].interview.people if len(cards) == 1 else ()
    return Sheet(
        title=f"{names(cards)}: they answer by …",
        fields=[
            when(
                context, "callback_by", "Answer by", dates=True, office=shared_office(context, cards),
                language=shared_language(cards), needed=True, remark=call_after(context, cards), whole=True,
                hint=HINT,
            ),
            Line(name="quote", label="In their words", hint="as they said it; may stay blank"),
            Marks(
                name="meant",
                label="And that",
                options=[
                    Option(value=RING, key="r", words="they ring me then"),
                    Option(value=NO, key="n", words="no word by then means no"),
                ],
            ),
            *who_field(people, "Who said it", None, name="by", other="nobody in particular"),
        ],
        finish=lambda answers: answer(context, cards, answers),
    )  # fmt: skip


def answer(context: FormContext, cards: Sequence[Card], answers: Answers) -> Done:
    """One promise on each card, made now. Raises `Wrong`."""
    limit, quote = promised_limit(answers) or ("", "")
    now = context.now
    event = _promised(context.new_id("e"), now, limit, answers["meant"], quote=quote, by=answers.get("by"))
    verb = "they ring" if event.how == "ring" else "promised by"
    return on_each(f"{verb} {limit_words(limit, now, context.zone)}", cards, log(event, now=now))


def _promised(
    event_id: str, at: datetime, limit: str, meant: Collection[str], quote: str = "", by: str | None = None
) -> Promised:
    """The promise; `meant`: that they ring, and that silence is a no."""
    return Promised(
        id=event_id,
        at=at,
        callback_by=limit,
        quote=quote,
        by=by,
        how="ring" if RING in meant else "answer",
        silence="no" if NO in meant else "asks",
    )


def snooze_sheet(context: FormContext, cards: Sequence[Card]) -> Sheet[Done]:
    """The form for a day (its office opening) or a time, on one card or several."""
    office = shared_office(context, cards)
    return Sheet(
        title=f"{names(cards)}: do not ask me to call before …",
        fields=[
            when(
                context, "until", "Not before", dates=True, office=office, language=shared_language(cards),
                needed=True, check=still_to_come(context, office, "a time"),
                remark=call_after_snooze(context, cards),
                hint="such as: mon, tomorrow 14:00, in 3 working days",
            )
        ],
        finish=lambda answers: snoozed(context, cards, answers),
    )  # fmt: skip


def snoozed(context: FormContext, cards: Sequence[Card], answers: Answers) -> Done:
    """One snooze on each card. Raises `Wrong`."""
    now, until = context.now, iso(answers["until"])
    event = Snoozed(id=context.new_id("e"), at=now, until=until)
    return on_each(f"no calls before {limit_words(until, now, context.zone)}", cards, log(event, now=now))


def effect(context: FormContext, cards: Sequence[Card], make: Callable[[str, Texts], AnyEvent]) -> Remark:
    """What a date or time would do to a card: when it would ask for the call. Nothing for several cards.

    Nothing either where the card waits no longer, since it is closed or goes on in a later round.
    """

    def remark(found: date, texts: Texts) -> str:
        if len(cards) != 1 or cards[0].course.closed is not None:
            return ""
        one, now, said = cards[0].interview, context.now, cards[0].course.elsewhere
        if said.later is not None:
            return ""
        events = (*one.events, make(iso(found), texts))
        after = course(replace(one, events=events), context.policy, now, said)
        if after.call_from <= now:
            return (
                "they have kept silent, which is a no" if after.asked_no_more else "the call is due at once"
            )
        then = ahead(after, context.policy, now, context.zone)
        there, here = then.at.astimezone(zone_of(one)), then.at.astimezone(context.zone)
        other = f" ({spans.clock_time(there)} there)" if there.utcoffset() != here.utcoffset() else ""
        why = f"{then.why}, " if then.why else ""
        return f"{why}{then.words} {spans.weekday_moment(then.at, now, context.zone)}{other}"

    return remark


def call_after(context: FormContext, cards: Sequence[Card]) -> Remark:
    """From when the card would ask for the call, if they do not answer by then."""

    def make(limit: str, texts: Texts) -> Promised:
        return _promised("?", context.now, limit, texts.get("meant", "").split())

    return effect(context, cards, make)


def call_after_snooze(context: FormContext, cards: Sequence[Card]) -> Remark:
    """From when the card would ask for the call after a snooze."""
    return effect(context, cards, lambda until, _: Snoozed(id="?", at=context.now, until=until))
