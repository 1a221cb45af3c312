"""Where a text says that one would like to work, and whether that is here."""

import re
from collections.abc import Iterator

from store.people.letters import fold
from templates.proof.draft import DraftText
from templates.proof.words import CALENDAR, PLACES, WORD, is_common, wordset

_NAME = r"[A-ZÀ-Þ][\w'&-]*(?:(?:(?<=St)\.)? (?:(?:of|and|&|for) )?[A-ZÀ-Þ][\w'&-]*){0,5}"
_WORKING_AT = re.compile(
    r"\b(?:join(?:ing)?|(?:work|working|teach|teaching|cook|cooking|nurse|nursing|report|write) (?:at|for)|"
    r"(?:role|position|job|post|vacancy|opening|opportunity|career|future) (?:at|with))\s"
    rf"(?P<name>{_NAME})\b(?!(?:'s)?\s(?:team|group|department|squad|guild|office|ward|unit|class|crew|project)\b)"
)
_WANTED = wordset(
    """
    would could hope love like glad happy proud keen excited look looking forward about interest interested
    for the
    """
)
_BEEN = wordset(
    "my last previous former current his her old was were while after been before when used left years"
)
_REACH = 7
"""Words before it that say whether one would like to, or did."""


def other_workplaces(draft: DraftText) -> Iterator[tuple[int, int]]:
    """Where a text wants to work somewhere that shares no word with anything on this card."""
    if draft.language != "en" or not draft.case.company:
        return
    for found in _WORKING_AT.finditer(draft.prose):
        at = draft.index_at(found.start())
        before = frozenset(word.fold for word in draft.words[max(0, at - _REACH) : at])
        if _WANTED & before and not _BEEN & before and _is_elsewhere(draft, found["name"]):
            yield found.span("name")


def _is_elsewhere(draft: DraftText, written: str) -> bool:
    """Whether what tells a name from others is nothing that the card, or the card of another, knows."""
    name = [fold(word) for word in WORD.findall(written)]
    telling = next((word for word in name if not is_common(word)), name[0])
    names = draft.names
    known = names.familiar | PLACES | CALENDAR | names.singles.keys() | names.full_names.keys()
    return telling not in known
