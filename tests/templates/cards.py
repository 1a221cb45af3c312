"""Cards of every kind that a template may meet, and all templates as they read on them.

`python -m tests.templates.cards` prints every template over five cards, its gaps filled as a user might fill
them, to be read aloud; with names of cards behind it, over those; with `--open`, with the gaps as shown.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from store.book import Book
from store.interview import CalendarEntry, Interview, LooseEnd, Person
from store.settings import Me, Settings
from templates.choice import best
from templates.gaps import GAP, choices, display
from templates.library import Library, Text
from templates.situation import Situation
from templates.template import Template
from templates.vocabulary import VOCABULARY, Value
from tests.making import BERLIN, POLICY, after, at, called, card, closed, emailed, made, owes, promised
from tests.templates.sample import FULL
from tui.messages.card_words import situation, text_of, values
from tui.messages.occasion import Occasion, OccasionChannel, OccasionPurpose

ME = Me(
    name="Robin Example", email="robin@mail.example", phone="+49 30 1234567",
    about=("six years of running data pipelines",),
)  # fmt: skip
LIBRARY = Library()
NAMES = ("Deniz Aydın", "Marta Costa", "Joan Pratt", "Jan van der Berg", "Ines Duarte", "Tom Reed")
MANY = (*NAMES, "Dr. Amara Diallo", "Björk")
SAM = Person(id="c1", name="Sam Reed", email="sam@agency.example", phone="+4930555000")
TOPICS = ("the move to event streams", "the on-call rota")
FILLED = {
    "en": {
        "as a noun phrase": "the move to one billing service",
        "in a few words": "a short list of what I would change",
        "in a sentence": (
            "Replaying one bad day first, before anything is switched over, would show how far it holds."
        ),
        "in two sentences": (
            "I would put the deduplication in front of the store rather than behind it. "
            "It costs a lookup per event and saves the nightly repair."
        ),
    },
    "de": {
        "als Substantiv": "der Umzug der Abrechnung",
        "als Satz": "Einen schlechten Tag noch einmal durchlaufen zu lassen würde zeigen, wie weit es trägt.",
        "in Ihren Worten": "die Liste der Prüfungen, die ich erwähnt hatte",
        "in zwei Sätzen": (
            "Den Abgleich würde ich vor den Speicher setzen statt dahinter. "
            "Das kostet je Ereignis eine Abfrage und spart die nächtliche Reparatur."
        ),
    },
}
"""What a user might write into gaps, by how they begin."""


@dataclass(frozen=True)
class Given:
    """A card, what else the book holds, the user's settings and the moment of writing."""

    interview: Interview
    others: tuple[Interview, ...] = ()
    settings: Settings = field(default=Settings(me=ME))
    now: datetime = field(default=after(5))


def people(*names: str) -> tuple[Person, ...]:
    return tuple(
        Person(id=f"p{place}", name=name, email=f"p{place}@globex.example", phone=f"+4930123456{place}")
        for place, name in enumerate(names, 1)
    )


def _panel(count: int, **facts: object) -> Interview:
    given = {"interviewers": people(*MANY[:count]), "contacts": (SAM,), "topics": TOPICS[:1], "round": ""}
    return made(**given | facts)


_ELSEWHERE = made(
    closed(after(1), "offer", "2026-11-27"), id="iv-9", company="Initech", role="Analyst", round="Final"
)
_LOOSE = (LooseEnd(text="said Kafka, meant {Pulsar}"), LooseEnd(text="forgot\nthe notice period"))
CARDS = {
    "one": Given(_panel(1)),
    "two": Given(_panel(2, mode="onsite", topics=TOPICS)),
    "three": Given(_panel(3, round="Final panel", mode="video")),
    "eight": Given(_panel(8, round="Meet the team")),
    "no role": Given(_panel(1, role="")),
    "lower-case company": Given(_panel(2, company="acme", role="backend developer position")),
    "Acme, Inc.": Given(_panel(1, company="Acme, Inc.", role="an Engineer", round="System design")),
    "recruiter only": Given(_panel(0)),
    "nobody": Given(_panel(1, interviewers=(), contacts=())),
    "only a role": Given(_panel(1, interviewers=people("Talent team"), contacts=())),
    "met in part": Given(
        _panel(3, round="Second", opportunity="globex"),
        (_panel(1, id="iv-0", opportunity="globex", ends_at=after(-200)),),
    ),
    "met all": Given(
        _panel(1, opportunity="globex"), (_panel(1, id="iv-0", opportunity="globex", ends_at=after(-200)),)
    ),
    "phone screen": Given(_panel(1, round="Phone screen", mode="phone")),
    "loose ends": Given(_panel(2, loose_ends=_LOOSE)),
    "one loose end": Given(_panel(1, loose_ends=_LOOSE[:1])),
    "late": Given(_panel(1, loose_ends=_LOOSE[:1]), now=after(60)),
    "rejected": Given(made(closed(after(2)), interviewers=people(*NAMES[:2]), topics=TOPICS[:1])),
    "offer": Given(
        made(closed(after(2), "offer", "2026-11-27"), interviewers=people(*NAMES[:1]), topics=TOPICS[:1])
    ),
    "advanced": Given(
        _panel(2, opportunity="globex"), (_panel(1, id="iv-2", opportunity="globex", ends_at=after(200)),)
    ),
    "other scripts": Given(_panel(2, interviewers=people("李小龍", "Ελένη Παπαδοπούλου"))),
    "no topics": Given(_panel(1, topics=())),
    "verb phrases": Given(_panel(1, topics=("they'll migrate billing", "asked about the rota."))),
    "hostile": Given(
        _panel(2, company="{{ my_name }}", role="{% if %}", topics=("{{ topic }}", "{others}\n{# x"))
    ),
    "recorded": Given(_panel(1, mode="recorded", round="Take-home task")),
    "promised": Given(
        made(
            promised(after(0), "2026-11-24", quote="by the end of next week."),
            interviewers=people(*NAMES[:1]), topics=TOPICS[:1], round="",
        ),
        now=at("2026-11-26 09:00"),
    ),
    "called in vain": Given(
        made(
            called(at("2026-11-26 09:00"), "voicemail", "p1"),
            called(at("2026-11-27 09:00"), "no_answer", "p1"),
            interviewers=people(*NAMES[:1]), contacts=(SAM,), topics=TOPICS[:1],
        ),
        now=at("2026-11-30 09:00"),
    ),
    "written in vain": Given(
        made(
            emailed(at("2026-11-26 09:00"), "p1"), interviewers=people(*NAMES[:1]), topics=TOPICS[:1],
            company="Acme, Inc.",
        ),
        now=at("2026-12-04 09:00"),
    ),
    "another offer": Given(_panel(1), (_ELSEWHERE,)),
    "another offer, owed": Given(_panel(2), (_ELSEWHERE,), now=at("2026-11-27 09:00")),
    "moved": Given(
        _panel(1, calendar=CalendarEntry(uid="u1", sequence=2), ends_at=after(72)), now=after(5)
    ),
    "ahead": Given(_panel(2, ends_at=after(72))),
    "owing": Given(
        made(owes(after(0), "link to the {parser} talk"), interviewers=people(*NAMES[:1]), topics=TOPICS[:1])
    ),
    "American": Given(
        made(
            closed(after(2), "offer", "2026-11-27"), interviewers=people(*NAMES[:1]), topics=TOPICS[:1],
        ),
        settings=Settings(me=ME, spelling="american"),
    ),
    "German": Given(_panel(2, language="de", interviewers=people("Frau Dr. Okafor", "Deniz Aydın"))),
    "French": Given(_panel(1, language="fr")),
    "German, rejected": Given(
        made(closed(after(2)), interviewers=people("Deniz Aydın"), language="de", topics=("der Umzug",))
    ),
    "without me": Given(_panel(1), settings=Settings()),
}  # fmt: skip
READ = ("one", "three", "Acme, Inc.", "recruiter only", "no role")
"""The cards over which the templates are printed where none are named."""


def occasion(
    given: Given, purpose: OccasionPurpose, channel: OccasionChannel, *, to_contact: bool = False,
    zone: ZoneInfo = BERLIN,
) -> Occasion:  # fmt: skip
    """A message for the first interviewer, or the contact; thanks go through them where nobody is known."""
    one = given.interview
    course = card(one, given.now, POLICY, zone, *given.others).course
    first = next(iter(one.contacts if to_contact else one.interviewers), None)
    through = first is None and purpose == "thanks"
    to = None if through else first or next(iter(one.people), None)
    return Occasion(
        course=course, purpose=purpose, channel=channel, to=to, via_recruiter=through, zone=zone
    )  # fmt: skip


def book(given: Given) -> Book:
    return Book({one.id: one for one in (given.interview, *given.others)})


def where(given: Given, wanted: Occasion) -> Situation:
    return situation(wanted, book(given), given.settings, given.now)


def known(given: Given, wanted: Occasion) -> dict[str, Value]:
    return values(wanted, given.settings, book(given), given.now)


def rendered(template: Template, given: Given, *, to_contact: bool = False) -> Text:
    """The template as the card gives it, its gaps as they are stored."""
    wanted = occasion(given, template.purpose, template.channel, to_contact=to_contact)
    return text_of(LIBRARY, template.name, wanted, given.settings, book(given), given.now)


def filled(text: str, language: str = "en") -> str:
    """The text as it may be sent: gaps filled as a user might, and others named as one reader knows them."""
    return GAP.sub(lambda gap: _written(gap[1], language), text).replace("{others}", "Marta and Joan")


def _written(inside: str, language: str) -> str:
    if inside in VOCABULARY:
        value = FULL[inside]
        return str(value[0] if isinstance(value, tuple) else value)
    if choices(inside):
        return choices(inside)[0]
    return next(words for begins, words in FILLED[language].items() if inside.startswith(begins))


def fitting(template: Template) -> Iterator[tuple[str, Given, bool]]:
    """The cards on which a template comes first for its purpose and channel, and whether to the contact."""
    for name, given in CARDS.items():
        for to_contact in (False, True):
            wanted = occasion(given, template.purpose, template.channel, to_contact=to_contact)
            ranked = best(LIBRARY.all(), where(given, wanted))
            if (to_contact is False or given.interview.contacts) and ranked[0][0] == template:
                yield name, given, to_contact


def main(arguments: list[str]) -> None:
    """Print the templates over the cards named, or over five."""
    names = [name for name in arguments if not name.startswith("--")]
    for template in LIBRARY.all():
        print(f"{'=' * 100}\n{template.name}: {template.title} ({template.channel}) for when {template.when}")
        where_it_fits = ", ".join(dict.fromkeys(name for name, _, _ in fitting(template)))
        print(f"comes first on: {where_it_fits or 'no card'}")
        for name in names or READ:
            text = rendered(template, CARDS[name])
            told = display if "--open" in arguments else filled
            body = told(text.body, template.language)
            print(f"{'-' * 40} {name}, {len(body.split())} words\nSubject: {told(text.subject)}\n\n{body}")


if __name__ == "__main__":
    main(sys.argv[1:])
