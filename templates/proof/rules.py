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
_ENGLISH = frozenset({"en"})


@dataclass(frozen=True)
class Rule:
    """`title` completes "not yet: …"; `why` says in one sentence why a reader would mind."""

    id: str
    level: Level
    title: str
    check: Callable[[DraftText], Iterator[Fault]]
    why: str
    purposes: frozenset[Purpose] = _ALL
    languages: frozenset[str] | None = None
    """The languages it can judge, as two letters each; None where it holds in any."""
    in_subject: bool = False
    """Whether a subject is checked by it too."""


_TABLE = (
    Rule(
        "gap",
        "block",
        "a gap is open",
        gaps.open_gaps,
        "A placeholder shows the reader that the message came from a form.",
        in_subject=True,
    ),
    Rule(
        "unchanged",
        "block",
        "the template is unchanged",
        sameness.unchanged,
        "A template without a word of your own says nothing.",
    ),
    Rule(
        "foreign_name",
        "block",
        "a name from another card",
        names.strangers,
        "Nothing ends a conversation like the wrong name.",
        in_subject=True,
    ),
    Rule(
        "misspelt_name",
        "block",
        "a name is misspelt",
        names.namesakes,
        "People notice their own name before anything else.",
        in_subject=True,
    ),
    Rule(
        "canned",
        "block",
        "mostly ready-made wording",
        sameness.canned,
        "Interviewers have read the usual phrases before.",
        purposes=_WRITTEN,
    ),
    Rule(
        "near_copy",
        "block",
        "nearly a copy of an earlier message",
        sameness.near_copy,
        "A message that fits two companies is meant for neither.",
        purposes=_WRITTEN,
    ),
    Rule(
        "no_thanks",
        "warn",
        "no thanks said",
        substance.no_thanks,
        "A thank-you should say thank you.",
        purposes=_THANKS,
        languages=_ENGLISH,
    ),
    Rule(
        "no_interest",
        "warn",
        "no interest shown",
        substance.no_interest,
        "They want to know whether you still want the job.",
        purposes=_THANKS,
        languages=_ENGLISH,
    ),
    Rule(
        "no_topic",
        "warn",
        "no topic mentioned",
        substance.no_topic,
        "One thing you talked about shows that you listened.",
        purposes=_THANKS,
        languages=_ENGLISH,
    ),
    Rule(
        "loose_end",
        "warn",
        "a loose end is open",
        substance.loose_end,
        "This is the last easy chance to add or correct something.",
        purposes=_THANKS | {"other"},
        languages=_ENGLISH,
    ),
    Rule(
        "casual",
        "warn",
        "too casual",
        tone.casual,
        "Slang and shouting read differently on the other side.",
        languages=_ENGLISH,
    ),
    Rule(
        "insinuating",
        "warn",
        "may seem pushy",
        tone.insinuating,
        "Pressing, presuming and flattering turn people away.",
        languages=_ENGLISH,
    ),
    Rule(
        "opener",
        "warn",
        "a worn-out phrase",
        tone.opener,
        "The first sentence is the one that is read.",
        purposes=_WRITTEN,
        languages=_ENGLISH,
    ),
    Rule(
        "doubled_word",
        "warn",
        "a word stands twice",
        form.doubled_word,
        "A doubled word looks hasty.",
    ),
    Rule(
        "quotes",
        "warn",
        "a quote or bracket is open",
        form.quotes,
        "An open bracket looks hasty.",
        purposes=_WRITTEN,
    ),
    Rule(
        "spacing",
        "warn",
        "spacing",
        form.spacing,
        "Stray or missing spaces look hasty.",
        purposes=_WRITTEN,
        languages=_ENGLISH,
    ),
    Rule(
        "lowercase_i",
        "warn",
        "a small “i”",
        form.lowercase_i,
        "A small “i” looks like a text to a friend.",
        purposes=_WRITTEN,
        languages=_ENGLISH,
    ),
    Rule(
        "spelling",
        "warn",
        "a word may be misspelt",
        spelling.spelling,
        "One misspelt word is remembered longer than ten good ones.",
        purposes=_WRITTEN,
        languages=_ENGLISH,
    ),
    Rule(
        "length",
        "warn",
        "the length",
        shape.length,
        "Long messages are put off; very short ones look careless.",
    ),
    Rule(
        "segments",
        "warn",
        "a long text message",
        shape.many_segments,
        "A long text may arrive in pieces, or out of order.",
        purposes=_WRITTEN,
    ),
    Rule(
        "own_name",
        "warn",
        "your name is missing",
        shape.own_name,
        "They speak with many people: say who you are.",
    ),
    Rule(
        "no_greeting",
        "warn",
        "no greeting",
        shape.no_greeting,
        "A message without a greeting seems brusque.",
    ),
    Rule(
        "no_close",
        "warn",
        "no closing words",
        shape.no_close,
        "A message without a close seems cut off.",
        purposes=_WRITTEN,
        languages=_ENGLISH,
    ),
    Rule(
        "late",
        "warn",
        "it is late",
        shape.late,
        "Thanks are worth most on the first day.",
        purposes=_THANKS,
    ),
)

RULES: Mapping[str, Rule] = MappingProxyType({rule.id: rule for rule in _TABLE})
"""Every rule by its id, in the order in which they are told."""
