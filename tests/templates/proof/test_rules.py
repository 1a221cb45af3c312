"""The registry of rules: each with a check of its own, and no check without its rule."""

import inspect

from templates.proof import RULES, form, gaps, names, sameness, shape, spelling, substance, tone
from templates.proof.findings import Fault

THEMES = (form, gaps, names, sameness, shape, spelling, substance, tone)


def test_every_check_belongs_to_one_rule() -> None:
    checks = [
        value
        for theme in THEMES
        for name, value in vars(theme).items()
        if inspect.isgeneratorfunction(value)
        and not name.startswith("_")
        and Fault.__name__ in str(inspect.signature(value).return_annotation)
    ]
    assert sorted(map(repr, checks)) == sorted(repr(rule.check) for rule in RULES.values())


def test_a_rule_has_words_for_what_it_finds_and_somewhere_to_look() -> None:
    for rule in RULES.values():
        assert rule.title
        assert rule.purposes
