"""The rules: each with its check, how much it weighs, what to call it, and where it applies.

A rule is one entry in the table below: it cannot be there without its check, and a check names no rule.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from templates.proof import form, gaps, names, sameness, shape, spelling, substance, tone
from templates.proof.draft import DraftText
from templates.proof.findings import Fault, Level, Purpose

_ALL: frozenset[Purpose] = frozenset({"thanks", "status", "voicemail", "other"})
_WRITTEN = _ALL - {"voicemail"}
_THANKS: frozenset[Purpose] = frozenset({"thanks"})


@dataclass(frozen=True)
class Rule:
    """`title` completes "not yet: …"; `check` finds what to say of a text."""

    id: str
    level: Level
    title: str
    check: Callable[[DraftText], Iterator[Fault]]
    purposes: frozenset[Purpose] = _ALL
    in_subject: bool = False
    """Whether a subject is checked by it too."""


_TABLE = (
    Rule("gap", "block", "a gap is open", gaps.open_gaps, in_subject=True),
    Rule("unchanged", "block", "the template is unchanged", sameness.unchanged),
    Rule("foreign_name", "block", "a name from another card", names.strangers, in_subject=True),
    Rule("misspelt_name", "block", "a name is misspelt", names.namesakes, in_subject=True),
    Rule("canned", "block", "mostly ready-made wording", sameness.canned, purposes=_WRITTEN),
    Rule("near_copy", "block", "nearly a copy of an earlier message", sameness.near_copy, purposes=_WRITTEN),
    Rule("no_thanks", "warn", "no thanks said", substance.no_thanks, purposes=_THANKS),
    Rule("no_interest", "warn", "no interest shown", substance.no_interest, purposes=_THANKS),
    Rule("no_topic", "warn", "no topic mentioned", substance.no_topic, purposes=_THANKS),
    Rule("loose_end", "warn", "a loose end is open", substance.loose_end, purposes=_THANKS | {"other"}),
    Rule("casual", "warn", "too casual", tone.casual),
    Rule("insinuating", "warn", "may seem pushy", tone.insinuating),
    Rule("opener", "warn", "a worn-out phrase", tone.opener, purposes=_WRITTEN),
    Rule("doubled_word", "warn", "a word stands twice", form.doubled_word),
    Rule("quotes", "warn", "a quote or bracket is open", form.quotes, purposes=_WRITTEN),
    Rule("spacing", "warn", "spacing", form.spacing, purposes=_WRITTEN),
    Rule("lowercase_i", "warn", "a small “i”", form.lowercase_i, purposes=_WRITTEN),
    Rule("spelling", "warn", "a word may be misspelt", spelling.spelling, purposes=_WRITTEN),
    Rule("length", "warn", "the length", shape.length),
    Rule("segments", "warn", "a long text message", shape.many_segments, purposes=_WRITTEN),
    Rule("own_name", "warn", "your name is missing", shape.own_name),
    Rule("no_greeting", "warn", "no greeting", shape.no_greeting),
    Rule("no_close", "warn", "no closing words", shape.no_close, purposes=_WRITTEN),
    Rule("late", "warn", "it is late", shape.late, purposes=_THANKS),
)

RULES: Mapping[str, Rule] = MappingProxyType({rule.id: rule for rule in _TABLE})
"""Every rule by its id, in the order in which they are told."""
