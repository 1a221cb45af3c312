"""Mark as sent where no thanks are open: the user has asked in writing where things stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from msgspec.structs import replace

from store.changes.drafts import hand_over, latest, sent_with
from store.changes.moves import Move, chain, log
from store.interview import Emailed, HandOver, deadline
from store.languages import listed
from store.people.names import AnyName
from store.rules.board import Card
from store.rules.channel import whom_to_write
from templates.gaps import gaps
from templates.reader_text import for_reader
from tui.forms import sent
from tui.forms.common_fields import first_name, who_field
from tui.forms.context import FormContext
from tui.forms.done import Done, names, tried
from tui.forms.fields import Answers, Choice, Line, Option, Sheet, Texts
from tui.forms.promise import effect
from tui.forms.times import happened

_ASKED, _THANKS = "asked", "thanks"


def is_asking(card: Card) -> bool:
    """Whether what is marked as sent on that card is a question where things stand, and no thank-you."""
    return card.column in ("call_now", "awaiting_callback") and not card.owed and not card.to_answer


def sheet(context: FormContext, cards: Sequence[Card]) -> Sheet[Done]:
    """The form for one card, or for several that are asking: there each is to whom the rules would write."""

    def mailed(at: str, texts: Texts) -> Emailed:
        when = deadline(at)
        assert isinstance(when, datetime)
        return Emailed(id="?", at=when)

    return Sheet(
        title=f"{names(cards)}: mark as sent that you asked in writing",
        fields=[
            *(_of_one(cards[0]) if len(cards) == 1 else []),
            Line(name="note", label="Note", hint="may stay blank"),
            happened(context, label="Sent at", remark=effect(context, cards, mailed)),
        ],
        first="at",
        finish=lambda answers: answer(context, cards, answers),
    )


def _of_one(card: Card) -> list[Choice]:
    """What it was, where it may have been a late thank-you as well, and to whom."""
    options = [
        Option(value=_ASKED, key="a", words="where things stand", remark="then the wait begins anew"),
        Option(value=_THANKS, key="t", words="the thank-you, late", remark="to all who have had none"),
    ]
    whom = whom_to_write(card.course)
    return [
        *([Choice(name="what", label="It was", options=options, value=_ASKED)] if card.thanks_missed else []),
        *who_field(card.interview.people, "To", None if whom is None else whom.id),
    ]


def answer(context: FormContext, cards: Sequence[Card], answers: Answers) -> Done:
    """That the user has written, on each card; or the thanks. Raises `Wrong`."""
    at, note = answers["at"], answers["note"]
    if answers.get("what") == _THANKS:
        return sent.answer(context, cards, {"channel": sent.ADVISED, "at": at})
    moves, people = {}, []
    for card in cards:
        whom = whom_to_write(card.course)
        to = answers.get("to", None if whom is None else whom.id)
        people.append(first_name(card.interview, to, card.interview.company))
        moves[card.id] = _wrote(context, card, Emailed(id=context.new_id("e"), at=at, to=to, note=note))
    who = listed(people) if len(people) <= 3 else names(cards)
    return tried(Done(words=f"wrote to {who}", moves=moves), [card.interview for card in cards])


def _wrote(context: FormContext, card: Card, event: Emailed) -> Move:
    """That the user has written: what stands ready in the draft, if that is what it may have been."""
    draft = latest(card.interview, "status", unsent=True)
    if draft is None or not draft.body.strip() or gaps(draft.body):
        return log(event, now=context.now)
    reader: AnyName = card.interview.person(event.to) or ""
    text = for_reader(draft.body, people=card.interview.people, to=reader).text
    sent = hand_over(draft, HandOver(to=event.to, at=event.at, way=sent_with(event.id)))
    return chain(log(replace(event, text=text), now=context.now), sent)
