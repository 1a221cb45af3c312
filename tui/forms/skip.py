"""No thank-you on purpose, with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from store.changes.moves import log
from store.interview import ThanksSkipped
from store.languages import listed
from store.rules.board import Card
from tui.forms.common_fields import keys, short_names
from tui.forms.context import FormContext
from tui.forms.done import Done, names, tried
from tui.forms.fields import Answers, AnyField, Choice, Line, Marks, Option, Sheet, TickBox, Wrong
from tui.forms.sent import open_people

OWN = ""
_REASONS = (
    ("p", "their personality or culture", "it does not fit their personality or culture"),
    ("t", "the type of interview", "it does not fit the type of interview"),
    ("g", "gut feeling", "gut feeling"),
    ("a", "they asked not to", "they asked not to"),
    ("s", "it would be sloppy", "it would be sloppy"),
    ("n", "no contact is known", "no contact is known"),
    ("o", "other: in your own words", OWN),
)
REASONS = [Option(value=reason, key=key, words=words) for key, words, reason in _REASONS]


def sheet(context: FormContext, cards: Sequence[Card]) -> Sheet[Done]:
    """The form for one card's people, or for everyone still open on several cards."""
    companies = listed(sorted({card.interview.company for card in cards}))
    return Sheet(
        title=f"{names(cards)}: do not send a thank-you",
        fields=[
            Choice(name="reason", label="Because of", options=REASONS),
            *(_people(cards[0]) if len(cards) == 1 else []),
            Line(name="own", label="In your words", hint="added to the reason; may stay blank"),
            TickBox(
                name="never",
                label="From now on",
                words=f"{companies} {'wants' if len(cards) == 1 else 'want'} no thanks, also in later rounds",
            ),
        ],
        finish=lambda answers: answer(context, cards, answers),
    )


def _people(card: Card) -> list[AnyField]:
    waiting = frozenset(open_people(card))
    options = [
        Option(value=one.id, key=key, words=one.name or one.id)
        for one, key in zip(card.interview.interviewers, keys(), strict=False)
        if one.id in waiting
    ]
    if not options:
        return []
    return [Marks(name="to", label="To", options=options, value=waiting, needed=True)]


def answer(context: FormContext, cards: Sequence[Card], answers: Answers) -> Done:
    """One event per person, and what is now known of the company. Raises `Wrong`."""
    now, own = context.now, answers["own"]
    if answers["reason"] == OWN and not own:
        raise Wrong("Say why, in your own words.", "own")
    reason = ": ".join(part for part in (answers["reason"], own) if part)
    moves = {}
    people: list[str] = []
    for card in cards:
        whom = _whom(card, answers)
        people += short_names(card.interview, whom, card.interview.company)
        if whom:
            events = [ThanksSkipped(id=context.new_id("e"), at=now, to=one, reason=reason) for one in whom]
            moves[card.id] = log(*events, now=now)
    if not moves and not answers["never"]:
        raise Wrong("Everyone has been thanked or left out already.")
    never = frozenset(card.interview.company for card in cards) if answers["never"] else frozenset()
    said = listed(people) if 0 < len(people) <= 3 else names(cards)
    done = Done(words=f"no thanks for {said}", moves=moves, no_thanks=never)
    return tried(done, [card.interview for card in cards])


def _whom(card: Card, answers: Answers) -> list[str | None]:
    if not card.interview.interviewers:
        return [None] if card.course.unsettled else []
    marked = answers.get("to", frozenset(open_people(card)))
    return [one for one in open_people(card) if one in marked]
