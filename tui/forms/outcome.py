"""How it ended; or that it was closed too early."""

from __future__ import annotations

from collections.abc import Sequence

from store.changes.moves import log
from store.interview import AnyEvent, Closed, Reopened, Result
from store.rules.board import Card
from store.rules.words import RESULT_WORDS
from tui.forms.context import FormContext, happened
from tui.forms.done import Done, names, on_each
from tui.forms.fields import Answers, Choice, Line, Option, Sheet

REOPEN = "reopen"
RESULT_KEYS: dict[Result, str] = {
    "offer": "o", "advanced": "n", "rejected": "r", "withdrawn": "w", "cancelled": "c", "quiet": "q",
}  # fmt: skip
REMARKS: dict[Result, str] = {
    "offer": "open thanks are still sent",
    "advanced": "they ask you to the next round",
    "rejected": "they said no",
    "withdrawn": "you said no",
    "cancelled": "called off",
    "quiet": "no answer; they can still be in touch",
}


def sheet(context: FormContext, cards: Sequence[Card]) -> Sheet[Done]:
    """The form for the result of one interview or several."""
    options = [
        Option(value=result, key=key, words=RESULT_WORDS[result], remark=REMARKS[result])
        for result, key in RESULT_KEYS.items()
    ]
    if all(card.course.closed is not None for card in cards):
        options.insert(0, Option(value=REOPEN, key="b", words="back: reopen", remark="closed too early"))
    quiet = all(card.offer_closing for card in cards)
    return Sheet(
        title=f"{names(cards)}: how did it end?",
        fields=[
            Choice(name="result", label="Result", options=options, value="quiet" if quiet else None),
            Line(name="note", label="Note", hint="may stay blank"),
            happened(context),
        ],
        finish=lambda answers: answer(context, cards, answers),
    )


def answer(context: FormContext, cards: Sequence[Card], answers: Answers) -> Done:
    """The result on each card. Raises `Wrong`, as where an open card would be reopened."""
    result, at, note = answers["result"], answers["at"], answers["note"]
    event: AnyEvent
    if result == REOPEN:
        event = Reopened(id=context.new_id("e"), at=at, note=note)
        words = f"reopened {names(cards)}"
    else:
        event = Closed(id=context.new_id("e"), at=at, result=result, note=note)
        words = f"{names(cards)}: {RESULT_WORDS[event.result]}"
    return on_each(words, cards, log(event, now=context.now))
