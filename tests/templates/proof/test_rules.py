"""The registry of rules: each with a check of its own, and no check without its rule."""

import inspect
from typing import get_args

from store import interview
from templates.proof import RULES, leftovers, names, shape, slips, substance, tone
from templates.proof.findings import MessageChannel, MessagePurpose, Objection
from templates.template import TEMPLATE_CHANNELS, TEMPLATE_PURPOSES

THEMES = (leftovers, names, shape, slips, substance, tone)


def test_every_check_belongs_to_one_rule() -> None:
    checks = [
        value
        for theme in THEMES
        for name, value in vars(theme).items()
        if inspect.isgeneratorfunction(value)
        and not name.startswith("_")
        and Objection.__name__ in str(inspect.signature(value).return_annotation)
    ]
    assert sorted(map(repr, checks)) == sorted(repr(rule.check) for rule in RULES.values())


def test_a_rule_has_words_for_what_it_finds_and_somewhere_to_look() -> None:
    for rule in RULES.values():
        assert rule.title
        assert rule.purposes


def test_messages_have_the_purposes_and_channels_of_the_store() -> None:
    assert get_args(MessagePurpose) == get_args(interview.Purpose)
    assert get_args(MessageChannel) == interview.CHANNELS
    assert set(TEMPLATE_PURPOSES) == {*get_args(MessagePurpose), "call"}
    assert set(TEMPLATE_CHANNELS) == {*get_args(MessageChannel), "call"}
