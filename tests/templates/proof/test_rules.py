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


def test_a_rule_says_in_which_languages_it_can_tell() -> None:
    for rule in RULES.values():
        assert rule.title
        assert rule.purposes
        assert rule.languages is None or all(len(one) == 2 for one in rule.languages)
    assert RULES["gap"].languages is None
    assert RULES["spelling"].languages == frozenset({"en"})
