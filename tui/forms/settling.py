"""What is still open about something heard: of which card it is, and which of two days is meant."""

from __future__ import annotations

from store import heard
from store.book import Book
from store.hearing.proposal import Proposal
from store.text import show
from tui.forms.common_fields import keys
from tui.forms.fields import Answers, AnyField, Choice, Option, Sheet
from tui.words.heard import day_words


def sheet(proposal: Proposal, book: Book, card_id: str | None) -> Sheet[heard.TakenAs]:
    """The form; `card_id` is the card where that is settled already."""
    cards = [key for key in proposal.cards if key in book.interviews]
    fields: list[AnyField] = []
    if len(cards) > 1 and card_id not in cards:
        options = [
            Option(value=card, key=key, words=show(_name(book, card)))
            for card, key in zip(cards, keys(), strict=False)
        ]
        fields.append(Choice(name="interview", label="It is of", options=options))
    if proposal.readings:
        options = [
            Option(value=day, key=chr(ord("a") + place), words=day_words(day))
            for place, day in enumerate(proposal.readings)
        ]
        fields.append(Choice(name="day", label="The day is", options=options))
    title = f"“{show(proposal.sentence)}”" if proposal.sentence else "What was heard"
    settled = card_id if card_id in cards and len(cards) > 1 else None
    return Sheet(title=title, fields=fields, finish=lambda answers: _choice(proposal, settled, answers))


def _choice(proposal: Proposal, settled: str | None, answers: Answers) -> heard.TakenAs:
    values = {}
    if proposal.event is not None and answers.get("day"):
        values[heard.day_field(proposal.event)] = answers["day"]
    return heard.TakenAs(answers.get("interview") or settled, values)


def _name(book: Book, key: str) -> str:
    one = book.interviews[key]
    return ", ".join(filter(None, (one.company, one.role, one.round)))
