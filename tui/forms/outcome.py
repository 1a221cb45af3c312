"""How it ended; or that it was closed too early."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace as with_value

from msgspec.structs import replace

from store.changes.last_round import place_of
from store.changes.moves import log
from store.interview import Closed, Interview, Reopened, Result, iso
from store.rules.board import Card
from store.rules.words import RESULT_WORDS, limit_words
from tui.forms.context import FormContext
from tui.forms.done import AskedFirst, Done, names, on_each
from tui.forms.fields import Answers, Choice, Line, Option, Sheet, Wrong
from tui.forms.promise import shared_language, shared_office
from tui.forms.times import happened, when
from tui.words.rounds import their_word_words

REOPEN, NEXT_ROUND = "reopen", "next_round"
RESULT_KEYS: Mapping[Result, str] = {
    "offer": "o", "advanced": "t", "rejected": "r", "withdrawn": "w", "cancelled": "c", "quiet": "q",
    "accepted": "a", "declined": "d",
}  # fmt: skip
REMARKS: Mapping[Result, str] = {
    "offer": "open thanks are still sent",
    "advanced": "they want to go on",
    "rejected": "they said no",
    "withdrawn": "you no longer want it",
    "cancelled": "called off",
    "quiet": "no answer; they can still be in touch",
    "accepted": "you said yes to their offer",
    "declined": "you said no to their offer",
}
_WORDS: Mapping[Result, str] = {**RESULT_WORDS, "advanced": "next round, no date yet"}


def sheet(context: FormContext, cards: Sequence[Card]) -> Sheet[Done]:
    """The form for the result of one interview or several."""
    quiet = all(card.offer_closing for card in cards)
    return Sheet(
        title=f"{names(cards)}: how did it end?",
        fields=[
            Choice(name="result", label="Result", options=_options(cards), value="quiet" if quiet else None),
            Line(name="note", label="Note", hint="may stay blank"),
            when(
                context, "answer_by", "Answer by", dates=True, office=shared_office(context, cards),
                language=shared_language(cards),
                hint="with an offer, if they want your answer by a day or a time",
            ),
            happened(context, language=shared_language(cards)),
        ],
        finish=lambda answers: answer(context, cards, answers),
    )  # fmt: skip


def _options(cards: Sequence[Card]) -> list[Option]:
    """What may have come of it, the likeliest first."""
    results = list(RESULT_KEYS)
    if all(card.course.closed is not None and card.course.closed.result == "offer" for card in cards):
        results.sort(key=lambda one: one not in ("accepted", "declined"))
    options = [
        Option(value=one, key=RESULT_KEYS[one], words=_WORDS[one], remark=REMARKS[one]) for one in results
    ]
    if len(cards) == 1:
        place = next(n for n, one in enumerate(options) if one.value == "advanced")
        remark = "its form opens, filled in"
        option = Option(value=NEXT_ROUND, key="n", words="next round", remark=remark, at_once=True)
        options.insert(place, option)
    if all(card.course.closed is not None for card in cards):
        options.insert(0, Option(value=REOPEN, key="b", words="back: reopen", remark="closed too early"))
    return options


def answer(context: FormContext, cards: Sequence[Card], answers: Answers) -> Done:
    """The result on each card. Raises `Wrong`, as where an open card would be reopened."""
    result, at, note, limit = (answers[name] for name in ("result", "at", "note", "answer_by"))
    if limit is not None and result != "offer":
        raise Wrong("A day for your answer goes with an offer: choose that, or clear this.", "answer_by")
    if result == NEXT_ROUND:
        return Done(words="", next_round=note)
    if result == REOPEN:
        back = Reopened(id=context.new_id("e"), at=at, note=note)
        return on_each(f"reopened {names(cards)}", cards, log(back, now=context.now))
    by = None if limit is None else iso(limit)
    event = Closed(id=context.new_id("e"), at=at, result=result, note=note, answer_by=by)
    words = f"{names(cards)}: {RESULT_WORDS[event.result]}"
    if event.answer_by is not None:
        words += f", your answer by {limit_words(event.answer_by, context.now, context.zone)}"
    return on_each(words, cards, log(event, now=context.now), closed=event)


def on_last_too(context: FormContext, done: Done, gone_on: Sequence[tuple[Interview, Interview]]) -> Done:
    """The same, which asks first whether their word is to be noted on the last rounds as well.

    `gone_on`: each earlier round with the last of its application.
    """
    if done.closed is None or place_of(done.closed) != "there as well":
        return done
    there = {
        last.id: log(replace(done.closed, id=context.new_id("e")), now=context.now) for _, last in gone_on
    }
    title, lines = their_word_words(gone_on, context.now, context.zone)
    both = with_value(done, moves={**done.moves, **there})
    return with_value(done, question=AskedFirst(title=title, lines=lines, yes=both, no=done))
