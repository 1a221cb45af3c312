"""What is said of a template that cannot be read."""

from __future__ import annotations

import pytest

from templates import engine
from templates.said import FILTERS
from templates.template import BrokenTemplate, parse
from templates.vocabulary import VOCABULARY

HEADER = "{# title: Mine\n   purpose: thanks\n   channel: email\n#}\n"
JINJAS = ("Jinja", "print statement", "expected token", "Encountered", "named '", "begin of", "nesting")

FAULTS = [
    ("{{ my_nam }}", "{{ my_nam }} is not a word it can use; did you mean {{ my_name }}?"),
    ("{{ MY_NAME }}", "did you mean {{ my_name }}?"),
    ("{{ comany }}", "did you mean {{ company }}?"),
    ("{{ recruiter_mail }}", "did you mean {{ recruiter }}?"),
    ("{{ boss }}", "it can use greeting, interviewer,"),
    ("{{ what you liked }}", "{{ 'what you liked'|gap }}"),
    ("{{ day|uper }}", "there is no filter |uper; did you mean |upper?"),
    ("{{ day|zzz }}", "there are gap, choice, listed, spelt"),
    ("{% iff day %}x{% endif %}", "there is no {% iff %}; did you mean {% if %}?"),
    ("{% zzz %}", "there is no {% zzz %}; there are if, elif,"),
    ("{% if day %}x", "{% if %} is not closed: {% endif %} is missing"),
    ("{% for a in topics %}x", "{% for %} is not closed: {% endfor %} is missing"),
    ("{% for a in topics %}x{% endif %}", "{% endif %} does not belong there: {% endfor %} is missing"),
    ("x{% endif %}", "{% endif %} does not belong there"),
    ("{{ day", "it ends within braces: }} or %} is missing"),
    ("{{ day is late }}", "there is “is defined”"),
    ("{{ day } today", "what stands in braces there cannot be read"),
    ("{{ }}", "what stands in braces there cannot be read"),
    ("{{ 'a }}", "what stands in braces there cannot be read"),
    ("{% include 'x' %}", "cannot bring in another file"),
]


@pytest.mark.parametrize(("text", "said"), FAULTS, ids=[row[0] for row in FAULTS])
def test_a_fault_is_said_in_the_writers_words(text: str, said: str) -> None:
    with pytest.raises(BrokenTemplate) as broken:
        engine.render("mine", parse("mine", HEADER + text), {})
    assert said in broken.value.reason
    assert not [word for word in JINJAS if word in str(broken.value)]
    assert str(broken.value).startswith("the template mine, line 5: ")
    assert str(broken.value)[-1] in ".?" and str(broken.value)[-2:] != "?."


@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_that_is_offered_is_one(name: str) -> None:
    assert name in engine.environment().filters


@pytest.mark.parametrize("word", VOCABULARY)
def test_a_slip_in_any_word_is_answered_with_that_word(word: str) -> None:
    slip = f"{word}x"
    with pytest.raises(BrokenTemplate) as broken:
        engine.render("mine", parse("mine", HEADER + f"{{{{ {slip} }}}}"), {})
    assert f"did you mean {{{{ {word} }}}}?" in broken.value.reason


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("titel: x", "not 'titel' (did you mean title:?)"),
        ("title: x\n purpose: thank\n channel: email", "its purpose must be one of thanks,"),
        (
            "title: x\n purpose: thanks\n channel: email\n fits: several peopl",
            "(did you mean several people?)",
        ),
    ],
)
def test_a_header_that_is_wrong_names_what_is_right(header: str, said: str) -> None:
    with pytest.raises(BrokenTemplate) as broken:
        parse("mine", f"{{# {header}\n#}}\nx")
    assert said in broken.value.reason
