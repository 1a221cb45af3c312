"""Which loose ends a text that was sent has settled."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from store.changes.moves import edit
from store.languages import listed
from store.rules.board import Card
from tui.forms.common_fields import keys
from tui.forms.context import FormContext
from tui.forms.done import Done, on_each
from tui.forms.fields import Answers, Marks, Option, Sheet, Wrong


def sheet(context: FormContext, card: Card, ends: Sequence[str]) -> Sheet[Done]:
    """The question, with the `ends` that the text took up ticked."""
    options = [Option(value=end, key=key, words=end) for end, key in zip(ends, keys(), strict=False)]
    ticked = frozenset(option.value for option in options)
    return Sheet(
        title=f"{card.interview.company}: settled by this text?",
        intro="What stays ticked is noted as settled; the rest stays open.",
        fields=[Marks(name="settled", label="Taken up", options=options, value=ticked)],
        finish=lambda answers: answer(context, card, answers),
    )


def answer(context: FormContext, card: Card, answers: Answers) -> Done:
    """Those that are ticked, as addressed. Raises `Wrong` where none is."""
    settled = answers["settled"]
    if not settled:
        raise Wrong("Nothing is ticked: tick what is settled, or leave.", "settled")
    seen = card.interview.loose_ends
    wanted = tuple(replace(end, state="addressed") if end.text in settled else end for end in seen)
    words = f"settled: {listed([end.text for end in seen if end.text in settled])}"
    return on_each(words, [card], edit({"loose_ends": (seen, wanted)}, now=context.now))
