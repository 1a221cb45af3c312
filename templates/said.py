"""What is said of a template that cannot be read: in its writer's words, with what it may use."""

import re
from collections.abc import Callable, Iterable
from typing import TypeAlias

from store.people.letters import fold, nearest
from templates.vocabulary import VOCABULARY

_TAGS = ("if", "elif", "else", "endif", "for", "endfor", "set")
"""What may stand in {% … %}."""
FILTERS = (
    "gap",
    "choice",
    "listed",
    "spelt",
    "default",
    "first",
    "last",
    "length",
    "join",
    "title",
    "upper",
    "lower",
)
"""The filters that messages have a use for; others of Jinja's work too."""
_GAP = "a gap to fill in is written {{ 'what you liked'|gap }}"
_LONGEST = 60

_Said: TypeAlias = Callable[[re.Match[str], Iterable[str]], str]


def unknown_word(word: str) -> str:
    """What is said of a word that no template can use: those that are near it, else all there are."""
    near = nearest(word, VOCABULARY, most=1) or [one for one in VOCABULARY if _akin(word, one)][:3]
    braced = " or ".join(f"{{{{ {one} }}}}" for one in near)
    offered = f"did you mean {braced}?" if near else f"it can use {', '.join(VOCABULARY)}"
    return f"{{{{ {word[:_LONGEST]} }}}} is not a word it can use; {offered}"


def _akin(word: str, known: str) -> bool:
    """Whether they have a part in common: `recruiter_name` and `my_name`."""
    return bool({*fold(word).split("_")} & {*known.split("_")})


def in_plain_words(message: str, filters: Iterable[str]) -> str:
    """Jinja's message as a sentence for the writer; as it is where it is none of the common ones.

    `filters`: the names of those there are.
    """
    first = message.strip().split("\n")[0][:400]
    for pattern, said in _COMMON:
        if found := re.match(pattern, first):
            return said(found, filters)
    return first[:200].rstrip(".")


def _unknown_filter(found: re.Match[str], filters: Iterable[str]) -> str:
    near = nearest(found[1], (*FILTERS, *filters), most=2)
    offered = (
        f"did you mean {' or '.join(f'|{one}' for one in near)}?"
        if near
        else f"there are {', '.join(FILTERS)}"
    )
    return f"there is no filter |{found[1][:_LONGEST]}; {offered}"


def _unknown_test(found: re.Match[str], filters: Iterable[str]) -> str:
    return f"it cannot ask whether something “is {found[1][:_LONGEST]}”; there is “is defined”"


def _unknown_tag(found: re.Match[str], filters: Iterable[str]) -> str:
    if found[1] in _TAGS:
        wanted = re.search(r"looking for .*'(end\w+)'", found[0])
        instead = f": {{% {wanted[1]} %}} is missing" if wanted else ""
        return f"{{% {found[1]} %}} does not belong there{instead}"
    near = nearest(found[1], _TAGS, most=1)
    offered = f"did you mean {{% {near[0]} %}}?" if near else f"there are {', '.join(_TAGS)}"
    return f"there is no {{% {found[1][:_LONGEST]} %}}; {offered}"


def _not_closed(found: re.Match[str], filters: Iterable[str]) -> str:
    block = re.search(r"innermost block that needs to be closed is '(\w+)'", found[0])
    if block is None:
        return "it ends within braces: }} or %} is missing (unexpected end of template)"
    return f"{{% {block[1]} %}} is not closed: {{% end{block[1]} %}} is missing"


def _more_words(found: re.Match[str], filters: Iterable[str]) -> str:
    return f"between {{{{ and }}}} stands one word, and here more than one; {_GAP}"


def _not_read(found: re.Match[str], filters: Iterable[str]) -> str:
    return f"what stands in braces there cannot be read; {_GAP}"


_COMMON: tuple[tuple[str, _Said], ...] = (
    (r"No filter named '(.*?)'", _unknown_filter),
    (r"Encountered unknown tag '(.*?)'.*", _unknown_tag),
    (r"No test named '(.*?)'", _unknown_test),
    (r"[Uu]nexpected end of template.*", _not_closed),
    (r"expected token 'end of print statement'", _more_words),
    (r"(?:expected token|unexpected|Expected an expression)", _not_read),
)
"""How Jinja's messages begin, and what is said instead."""
