"""What every kind of event must have, and every table of words: whoever adds one is told what is missing."""

from collections.abc import Collection, Mapping
from typing import Any, Literal, get_args, get_origin
from zoneinfo import ZoneInfo

import msgspec
import pytest

from store.exchange.bundles import ALLOWED_WORDS
from store.interview import EVENT_KINDS, OUTCOMES, RESULTS, AnyEvent, Draft, Interview, LooseEnd
from store.rules.history import history
from store.rules.words import (
    CHANNEL_WORDS,
    OUTCOME_WORDS,
    RESULT_WORDS,
    ChannelName,
    remark,
    text_sent,
    told,
)
from tests.making import POLICY
from tests.tui.forms.forms_host import NOW, card, interview, moment
from tui.forms.correct import sheet

BERLIN = ZoneInfo("Europe/Berlin")
VALUES: Mapping[str, str] = {
    "callback_by": "2026-11-27", "until": "2026-11-27", "outcome": "reached", "result": "offer",
    "what": "a work sample", "of": "e-0",
}  # fmt: skip
NOT_CORRECTED = {"id", "ref", "of"}
"""What the program itself writes: whoever has the wrong one takes the event back."""
NO_TEXT = {"at", "to", "by", "channel", "how", "silence", "due", "answer_by"}
EVERY_KIND = pytest.mark.parametrize("kind", EVENT_KINDS)


def example(kind: str, **fields: str) -> AnyEvent:
    """An event of the kind with all it needs."""
    made = EVENT_KINDS[kind]
    needed = {one.name for one in msgspec.structs.fields(made) if one.required} & VALUES.keys()
    values: dict[str, Any] = {name: VALUES[name] for name in needed} | fields
    return made(id="e-1", at=NOW, **values)


def choices_of(record: type[msgspec.Struct]) -> Mapping[str, tuple[str, ...]]:
    """The fields of a record that take only some words, and which."""
    found: dict[str, tuple[str, ...]] = {}
    for field in msgspec.structs.fields(record):
        for kind in (field.type, *get_args(field.type)):
            if get_origin(kind) is Literal:
                found[field.name] = get_args(kind)
    return found


@EVERY_KIND
def test_a_kind_is_named_as_it_is_written_down(kind: str) -> None:
    assert msgspec.to_builtins(example(kind))["kind"] == kind


@EVERY_KIND
def test_a_kind_is_told_in_the_past_tense_and_stands_in_the_history(kind: str) -> None:
    one = interview(example(kind))
    assert told(one.events[0], one, BERLIN)
    assert [line.what for line in history(one, POLICY, NOW, BERLIN) if line.event] == [
        told(one.events[0], one, BERLIN)
    ]


@EVERY_KIND
def test_every_field_can_be_corrected_and_what_was_noted_is_shown(kind: str) -> None:
    fields = {one.name for one in msgspec.structs.fields(EVENT_KINDS[kind])} - NOT_CORRECTED
    assert {one.name for one in sheet(moment(), card(), example(kind)).fields} == fields
    for name in fields - {*NO_TEXT, *VALUES}:
        event = example(kind, **{name: "as written"})
        assert "as written" in (remark(event), text_sent(event))


@pytest.mark.parametrize("record", [*EVENT_KINDS.values(), Draft, Interview, LooseEnd])
def test_what_a_field_takes_is_known_to_whoever_complains(record: type[msgspec.Struct]) -> None:
    for name, words in choices_of(record).items():
        assert ALLOWED_WORDS[name] == words


@pytest.mark.parametrize(
    ("table", "words"),
    [(CHANNEL_WORDS, get_args(ChannelName)), (RESULT_WORDS, RESULTS), (OUTCOME_WORDS, OUTCOMES)],
)
def test_a_table_of_words_is_whole(table: Mapping[Any, str], words: Collection[str]) -> None:
    assert list(table) == list(words)
