"""The registry of rules: each with a check of its own, and no check without its rule."""

import importlib
import inspect
import pkgutil
from typing import get_args

import templates.proof
from store import interview
from templates.proof import RULES
from templates.proof.findings import MessageChannel, MessagePurpose, Objection
from templates.template import TEMPLATE_CHANNELS, TEMPLATE_PURPOSES


def test_every_check_belongs_to_one_rule() -> None:
    names = [module.name for module in pkgutil.iter_modules(templates.proof.__path__)]
    modules = [importlib.import_module(f"templates.proof.{name}") for name in names]
    checks = [
        value
        for module in modules
        for name, value in vars(module).items()
        if inspect.isgeneratorfunction(value)
        and value.__module__ == module.__name__
        and not name.startswith("_")
        and Objection.__name__ in str(inspect.signature(value).return_annotation)
    ]
    assert sorted(map(repr, checks)) == sorted(repr(rule.check) for rule in RULES.values())


def test_a_rule_has_words_for_what_it_finds_and_somewhere_to_look() -> None:
    for rule in RULES.values():
        assert rule.title
        assert rule.about
        assert rule.purposes
        assert not isinstance(rule.languages, frozenset) or all(len(code) == 2 for code in rule.languages)


def test_messages_have_the_purposes_and_channels_of_the_store() -> None:
    assert get_args(MessagePurpose) == get_args(interview.Purpose)
    assert get_args(MessageChannel) == interview.CHANNELS
    assert set(TEMPLATE_PURPOSES) == {*get_args(MessagePurpose), "call"}
    assert set(TEMPLATE_CHANNELS) == {*get_args(MessageChannel), "call"}
