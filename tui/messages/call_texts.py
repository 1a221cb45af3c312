"""From a card to the texts of its call sheet. One of the user's own templates may take seconds to render."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TypeAlias

from store.book import Book
from store.interview import Person
from store.rules.board import Card
from store.settings import Settings
from templates.choice import best, holds
from templates.gaps import display
from templates.library import Library
from templates.template import BrokenTemplate, Template, UnknownTemplate
from templates.vocabulary import Value
from tui.messages.card_words import language_of, situation, values
from tui.messages.occasion import Occasion
from tui.words.call_page import ASIDES, SCRIPT, callable_people, callee

CallTexts: TypeAlias = Mapping[str, str]
"""What to say on the telephone, by the name of the template."""


def call_texts(
    card: Card, library: Library, book: Book, settings: Settings, now: datetime
) -> Mapping[str | None, CallTexts]:
    """What to say to each person with a number, by their id and the template's name, gaps as they are shown.

    Under None stands what to say where nobody has one. A template that is broken gives the sentence that
    says so instead of its text; one whose sentences would not be true is left out.
    """
    people: tuple[Person | None, ...] = callable_people(card) or (None,)
    first = next(iter(card.interview.people), None)
    return {
        person.id if person is not None else None: _texts(
            Occasion(course=card.course, purpose="call", channel="call", to=person or first, zone=card.zone),
            library, book, settings, now,
        )
        for person in people
    }  # fmt: skip


def _texts(occasion: Occasion, library: Library, book: Book, settings: Settings, now: datetime) -> CallTexts:
    wanted = situation(occasion, book, settings, now)
    ranked = [template for template, _ in best(library.all(), wanted)]
    asides = {name: name for name in ASIDES if holds(library.get(name), wanted)}
    numbered: dict[str, Value] = {}
    if occasion.to is not None and occasion.to.phone:
        # The numbering plans are slow to load: here it is no screen that waits for them.
        numbered["number"] = callee(occasion.to, settings.country).number
    texts: dict[str, str] = {}
    for place, name in {**asides, **_best_said(ranked)}.items():
        try:
            language = library.get(name).language or language_of(occasion.interview, settings)
            known = values(occasion, settings, book, now, language) | numbered
            texts[place] = display(library.render(name, known).body, language)
        except (BrokenTemplate, UnknownTemplate) as why:
            texts[place] = f"No text: {why}"
    return texts


def _best_said(ranked: Iterable[Template]) -> Mapping[str, str]:
    """What to say to the person and to a machine: what fits best, by its place on the sheet."""
    said: dict[str, str] = {}
    for template in ranked:
        place = "voicemail" if template.purpose == "voicemail" else SCRIPT
        if template.purpose == "voicemail" or template.name not in ASIDES:
            said.setdefault(place, template.name)
    return {SCRIPT: SCRIPT} | said
