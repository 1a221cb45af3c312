"""What a text that was sent has settled: loose ends, and what the user owed them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from store.changes.moves import chain, edit, log
from store.interview import Delivered
from store.languages import listed
from store.rules.board import Card
from tui.forms.common_fields import keys
from tui.forms.context import FormContext
from tui.forms.done import Done, on_each
from tui.forms.fields import Answers, Marks, Option, Sheet, Wrong
from tui.words.owing import owing_words


def sheet(context: FormContext, card: Card, settled: Sequence[str]) -> Sheet[Done]:
    """The question, with all ticked that the text took up: loose ends by their words, what is owed by id."""
    owed = {one.id: owing_words(card, one, context.now, context.zone) for one in card.owes}
    options = [
        Option(value=one, key=key, words=f"you owe them: {owed[one]}" if one in owed else one)
        for one, key in zip(settled, keys(), strict=False)
    ]
    ticked = frozenset(option.value for option in options)
    return Sheet(
        title=f"{card.interview.company}: settled by this text?",
        intro="What stays ticked is noted as settled; the rest stays open.",
        fields=[Marks(name="settled", label="Taken up", options=options, value=ticked)],
        finish=lambda answers: answer(context, card, answers),
    )


def answer(context: FormContext, card: Card, answers: Answers) -> Done:
    """Loose ends that are ticked as addressed, what is owed as sent. Raises `Wrong` where none is."""
    settled = answers["settled"]
    if not settled:
        raise Wrong("Nothing is ticked: tick what is settled, or leave.", "settled")
    seen = card.interview.loose_ends
    wanted = tuple(replace(end, state="addressed") if end.text in settled else end for end in seen)
    sent = [one for one in card.owes if one.id in settled]
    done = [*(end.text for end in seen if end.text in settled), *(one.what for one in sent)]
    events = [Delivered(id=context.new_id("e"), at=context.now, of=one.id) for one in sent]
    moves = [edit({"loose_ends": (seen, wanted)}, now=context.now)]
    if events:
        moves.append(log(*events, now=context.now))
    return on_each(f"settled: {listed(done)}", [card], chain(*moves))
