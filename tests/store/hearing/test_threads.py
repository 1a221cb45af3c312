"""Threads of many mailers' shapes: what is found, what is read in them, and that nothing is invented."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from store.hearing.hearing import MessageFindings
from store.interview import Closed, Owes, Promised, iso
from tests.store.hearing.listener import globex, hear, initech, kinds
from tests.store.hearing.mailers import MAILERS, Mailer, Reply
from tests.store.hearing.phrasings import ALL, Phrasing
from tests.store.hearing.reading import WRITTEN

_GREETINGS = {"en": "Hi Robin,", "de": "Hallo Robin Vale,", "fr": "Bonjour Robin,", "es": "Hola Robin,"}
_CLOSES = {"en": "Kind regards,", "de": "Viele Grüße", "fr": "Cordialement,", "es": "Un saludo,"}
_ADDRESSES = ("ada@globex.example", "Ada@Globex.Example", "ada+tag-17@globex.example")
_NAMES = ("Ada Okafor", "Okafor, Ada", "Ada Okafór (Globex)", "")
SHAPES = 3
"""In how many shapes each phrasing is sent."""


class Thread(NamedTuple):
    """A reply, and what is to be made of it."""

    phrasing: Phrasing
    mailer: Mailer
    raw: bytes


def threads() -> Iterator[Thread]:
    """Each phrasing in several shapes, from people whose names and addresses are written in several ways."""
    for number, phrasing in enumerate(ALL):
        for turn in range(SHAPES):
            mailer = MAILERS[(number * SHAPES + turn) % len(MAILERS)]
            text = f"{_GREETINGS[phrasing.language]}\n\n{phrasing.text}\n\n{_CLOSES[phrasing.language]}\nAda"
            reply = Reply(
                text,
                WRITTEN,
                sender=_NAMES[(number + turn) % len(_NAMES)],
                address=_ADDRESSES[(number + turn) % len(_ADDRESSES)],
                message_id=f"<{number}.{turn}@globex.example>",
                answers="<asked@mail.example>" if turn else "",
            )
            yield Thread(phrasing, mailer, mailer(reply))


class Result(NamedTuple):
    thread: Thread
    heard: MessageFindings

    @property
    def days(self) -> list[str]:
        """The days that promises name, or that readings offer."""
        return [
            day
            for one in self.heard.proposals
            if isinstance(one.event, Promised)
            for day in (one.readings or (one.event.callback_by,))
        ]


@pytest.fixture(scope="module")
def results() -> list[Result]:
    cards = {code: (globex(language=code), initech()) for code in ("en", "de", "fr", "es")}
    return [Result(one, hear(one.raw, *cards[one.phrasing.language])) for one in threads()]


def test_replies_are_found_and_on_their_card(results: list[Result]) -> None:
    assert len(results) >= 200
    found = [one for one in results if one.heard.proposals]
    assert len(found) >= 0.95 * len(results)
    assert {card for one in found for each in one.heard.proposals for card in each.cards} == {"iv-1"}


def test_promises_have_their_day(results: list[Result]) -> None:
    promises = [one for one in results if "promised" in one.thread.phrasing.says]
    wanted = {id(one): one.thread.phrasing.readings or (str(one.thread.phrasing.day),) for one in promises}
    wrong = [
        (one.thread.phrasing.text, one.thread.mailer.__name__, one.days)
        for one in promises
        if sorted(one.days) != sorted(wanted[id(one)])
    ]
    assert len(wrong) <= 0.05 * len(promises), wrong


def test_no_promise_no_refusal_and_no_offer_is_invented(results: list[Result]) -> None:
    def said(one: Result) -> set[str]:
        events = [each.event for each in one.heard.proposals]
        return {
            event.result if isinstance(event, Closed) else event.KIND for event in events if event is not None
        }

    invented = [
        (one.thread.phrasing.text, one.thread.mailer.__name__, kind)
        for one in results
        for kind in said(one) & {"promised", "rejected", "offer", "owes"}
        if kind not in one.thread.phrasing.says
    ]
    assert not invented


def test_refusals_offers_and_debts_are_seen(results: list[Result]) -> None:
    for kind in ("rejected", "offer", "owes"):
        those = [one for one in results if kind in one.thread.phrasing.says.split("+")]
        seen = [
            one
            for one in those
            if any(
                isinstance(each.event, Owes)
                if kind == "owes"
                else isinstance(each.event, Closed) and each.event.result == kind
                for each in one.heard.proposals
            )
        ]
        assert len(seen) >= 0.95 * len(those), [one.thread.phrasing.text for one in those if one not in seen]
        for one in seen:
            for each in one.heard.proposals:
                if isinstance(each.event, Closed):
                    assert each.ask and each.event.answer_by == one.thread.phrasing.day
                if isinstance(each.event, Owes) and one.thread.phrasing.says == "owes":
                    assert each.event.due == one.thread.phrasing.day


def test_how_and_silence_are_kept(results: list[Result]) -> None:
    for one in results:
        for each in one.heard.proposals:
            if isinstance(each.event, Promised):
                assert (each.event.how, each.event.silence) == (
                    one.thread.phrasing.how,
                    one.thread.phrasing.silence,
                )
                assert each.event.by == "p1"
                assert each.event.quote == each.sentence


def test_what_is_quoted_counts_for_nothing() -> None:
    for mailer in MAILERS:
        raw = mailer(Reply("Hi Robin,\n\ngot it, thanks!\n\nAda", WRITTEN))
        assert kinds(hear(raw)) == ["heard"], mailer.__name__


def test_every_proposal_says_where_it_is_from(results: list[Result]) -> None:
    for one in results:
        for each in one.heard.proposals:
            assert each.ref.startswith("<") and each.sender and each.sentence and each.why
            if each.event is not None:
                assert each.event.ref == each.ref and iso(each.event.at) == iso(WRITTEN)
