"""Mark a thank-you as sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from store import spans
from store.changes.moves import Move, Refused, log
from store.interview import CHANNELS, Channel, Interview, Thanked
from store.languages import listed
from store.rules.board import Card
from store.rules.channel import thanks_by
from store.rules.words import CHANNEL_WORDS, by_channel
from tui.forms.common_fields import keys, short_names
from tui.forms.context import FormContext, Remark
from tui.forms.done import Done, names, tried
from tui.forms.fields import Answers, AnyField, Choice, Marks, Option, Sheet, Texts
from tui.forms.times import happened

ADVISED = "advised"
CHANNEL_KEYS: dict[Channel, str] = {"email": "e", "sms": "t", "whatsapp": "w", "letter": "l", "other": "o"}


def sheet(
    context: FormContext,
    cards: Sequence[Card],
    *,
    to: Sequence[str] | None = None,
    channel: Channel | None = None,
    texts: Mapping[str, str] | None = None,
) -> Sheet[Done]:
    """The form for one card's people, or for everyone still open on several cards.

    `to` are the people marked at first (all still open where this is not said), `channel` the way of the
    text that was sent, `texts` what was sent, by person; "" for the anonymous addressee.
    """
    return Sheet(
        title=f"{names(cards)}: mark the thank-you as sent",
        intro="" if len(cards) == 1 else f"To everyone still open: {_everyone(cards)}",
        fields=[
            *(_people(cards[0], to) if len(cards) == 1 else []),
            _channel(context, cards, channel),
            happened(context, label="Sent at", remark=_after(cards)),
        ],
        first="at",
        finish=lambda answers: answer(context, cards, answers, texts or {}),
    )


def open_people(card: Card) -> list[str]:
    """Ids of the interviewers still owed thanks; none where nobody is known."""
    return [one.id for one in card.course.unsettled if one is not None]


def _open_or_anyone(card: Card) -> list[str | None]:
    return [*open_people(card)] or [None]


def _called(card: Card, whom: Sequence[str | None]) -> list[str]:
    return short_names(card.interview, whom, card.interview.company)


def channel_options() -> list[Option]:
    """The ways to thank, each with its key."""
    return [Option(value=one, key=CHANNEL_KEYS[one], words=CHANNEL_WORDS[one]) for one in CHANNELS]


def _everyone(cards: Sequence[Card]) -> str:
    return listed([name for card in cards for name in short_names(card.interview, open_people(card))])


def _people(card: Card, to: Sequence[str] | None) -> list[AnyField]:
    if not card.interview.interviewers:
        return []
    waiting, settled = open_people(card), _settled(card)
    options = [
        Option(value=one.id, key=key, words=one.name or one.id, remark=settled.get(one.id, ""))
        for one, key in zip(card.interview.interviewers, keys(), strict=False)
    ]
    marked = frozenset(waiting if to is None else to)
    return [Marks(name="to", label="To", options=options, value=marked, needed=True)]


def _settled(card: Card) -> dict[str, str]:
    """What is to be said of those who are owed no thanks any more, by their ids."""
    thanked = {one.id: "thanked already" for one in card.interview.interviewers}
    left_out = {one.id: "left out on purpose" for one in card.course.left_out if one is not None}
    waiting = dict.fromkeys(open_people(card), "")
    return thanked | left_out | waiting


def advised(context: FormContext, card: Card, to: str | None) -> Channel:
    """The way advised for one person; through a recruiter counts as another way."""
    person = card.interview.person(to)
    way = thanks_by(card.course, person, context.policy, context.now).channel
    return "other" if way == "recruiter" or way is None else way


def _channel(context: FormContext, cards: Sequence[Card], channel: Channel | None) -> Choice:
    """As advised; where people differ in that, it stays one of the options."""
    whom = [(card, one) for card in cards for one in _open_or_anyone(card)]
    ways = [advised(context, card, one) for card, one in whom]
    options = channel_options()
    if len(set(ways)) > 1:
        called = [name for card in cards for name in _called(card, _open_or_anyone(card))]
        names: dict[Channel, list[str]] = {}
        for name, way in zip(called, ways, strict=True):
            names.setdefault(way, []).append(name)
        said = ", ".join(f"{listed(who)} {by_channel(way)}" for way, who in names.items())
        options.insert(0, Option(value=ADVISED, key="a", words="each as advised", remark=said))
    return Choice(
        name="channel",
        label="By",
        options=options,
        value=channel or (ways[0] if len(set(ways)) == 1 else ADVISED),
        across=len(set(ways)) == 1,
    )


def _after(cards: Sequence[Card]) -> Remark:
    def remark(found: date, texts: Texts) -> str:
        if len(cards) != 1 or not isinstance(found, datetime):
            return ""
        ends = cards[0].interview.ends_at
        if found < ends:
            return "before the interview ended"
        return f"{spans.long(found - ends)} after the interview"

    return remark


def answer(
    context: FormContext, cards: Sequence[Card], answers: Answers, texts: Mapping[str, str] | None = None
) -> Done:
    """One event per person. Raises `Wrong`, as where someone is no longer among the interviewers."""
    whom = {card.id: _whom(card, answers) for card in cards}
    moves = {
        card.id: _move(context, card, whom[card.id], answers, texts or {}) for card in cards if whom[card.id]
    }
    done = Done(words=f"thanked {_thanked(cards, whom)}", moves=moves)
    return tried(done, [card.interview for card in cards])


def _whom(card: Card, answers: Answers) -> list[str | None]:
    """In the order of interviewers; the anonymous one where none are known."""
    if not card.interview.interviewers:
        return [None]
    marked = answers["to"] if "to" in answers else frozenset(open_people(card))
    return [one.id for one in card.interview.interviewers if one.id in marked]


def _thanked(cards: Sequence[Card], whom: Mapping[str, Sequence[str | None]]) -> str:
    people = [name for card in cards for name in _called(card, whom[card.id])]
    return listed(people) if len(people) <= 3 else f"{len(people)} people at {names(cards)}"


def _move(
    context: FormContext, card: Card, whom: Sequence[str | None], answers: Answers, texts: Mapping[str, str]
) -> Move:
    now, channel = context.now, answers["channel"]
    events = [
        Thanked(
            id=context.new_id("e"),
            at=answers["at"],
            to=to,
            channel=advised(context, card, to) if channel == ADVISED else channel,
            text=texts.get(to or "", ""),
        )
        for to in whom
    ]

    def move(interview: Interview) -> Interview:
        if not events:
            raise Refused(f"Nobody at {interview.company} is marked.")
        return log(*events, now=now)(interview)

    return move
