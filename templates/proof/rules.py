"""The rules by name: how much each weighs, what to call it, and where it applies."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from templates.proof.findings import Level

_ALL = frozenset({"thanks", "status", "voicemail", "other"})
_WRITTEN = _ALL - {"voicemail"}
_THANKS = frozenset({"thanks"})


@dataclass(frozen=True)
class Rule:
    """`title` completes "not yet: …"; `why` says in one sentence why a reader would mind."""

    id: str
    level: Level
    title: str
    why: str
    purposes: frozenset[str] = _ALL


_TABLE = (
    Rule(
        "gap", "block", "a gap is open", "A placeholder shows the reader that the message came from a form."
    ),
    Rule(
        "unchanged",
        "block",
        "the template is unchanged",
        "A template without a word of your own says nothing.",
    ),
    Rule(
        "foreign_name",
        "block",
        "a name from another card",
        "Nothing ends a conversation like the wrong name.",
    ),
    Rule(
        "misspelt_name", "block", "a name is misspelt", "People notice their own name before anything else."
    ),
    Rule(
        "canned",
        "block",
        "mostly ready-made wording",
        "Interviewers have read the usual phrases before.",
        _WRITTEN,
    ),
    Rule(
        "near_copy",
        "block",
        "nearly a copy of an earlier message",
        "A message that fits two companies is meant for neither.",
        _WRITTEN,
    ),
    Rule("no_thanks", "warn", "no thanks said", "A thank-you should say thank you.", _THANKS),
    Rule(
        "no_interest",
        "warn",
        "no interest shown",
        "They want to know whether you still want the job.",
        _THANKS,
    ),
    Rule(
        "no_topic",
        "warn",
        "no topic mentioned",
        "One thing you talked about shows that you listened.",
        _THANKS,
    ),
    Rule(
        "loose_end",
        "warn",
        "a loose end is open",
        "This is the last easy chance to add or correct something.",
        frozenset({"thanks", "other"}),
    ),
    Rule("casual", "warn", "too casual", "Slang and shouting read differently on the other side."),
    Rule("insinuating", "warn", "may seem pushy", "Pressing, presuming and flattering turn people away."),
    Rule("opener", "warn", "a worn-out phrase", "The first sentence is the one that is read.", _WRITTEN),
    Rule("doubled_word", "warn", "a word stands twice", "A doubled word looks hasty."),
    Rule("quotes", "warn", "a quote or bracket is open", "An open bracket looks hasty.", _WRITTEN),
    Rule("spacing", "warn", "spacing", "Stray or missing spaces look hasty.", _WRITTEN),
    Rule("lowercase_i", "warn", "a small “i”", "A small “i” looks like a text to a friend.", _WRITTEN),
    Rule(
        "spelling",
        "warn",
        "a word may be misspelt",
        "One misspelt word is remembered longer than ten good ones.",
        _WRITTEN,
    ),
    Rule("length", "warn", "the length", "Long messages are put off; very short ones look careless."),
    Rule(
        "segments",
        "warn",
        "a long text message",
        "A long text may arrive in pieces, or out of order.",
        _WRITTEN,
    ),
    Rule("own_name", "warn", "your name is missing", "They speak with many people: say who you are."),
    Rule("no_greeting", "warn", "no greeting", "A message without a greeting seems brusque."),
    Rule("no_close", "warn", "no closing words", "A message without a close seems cut off.", _WRITTEN),
    Rule("late", "warn", "it is late", "Thanks are worth most on the first day.", _THANKS),
)

RULES: Mapping[str, Rule] = MappingProxyType({rule.id: rule for rule in _TABLE})
"""Every rule by its id, in the order in which they are told."""
