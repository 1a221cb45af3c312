"""Proofs: what a careful friend would point out before a message after an interview is sent.

Everything here is pure: a text and what is known of its case go in, findings come out. Nothing is changed,
nothing is looked up anywhere.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import get_args

from templates.length import counted, minutes_to_read, word_count
from templates.proof import leftovers, names, shape, slips, substance, tone
from templates.proof.draft import DraftText
from templates.proof.findings import (
    Case,
    Finding,
    MessageChannel,
    MessagePurpose,
    Objection,
    Severity,
    Spelling,
)
from templates.proof.shape import Segments, segments
from templates.proof.speller import Speller

__all__ = [
    "RULES",
    "Case",
    "DraftText",
    "Finding",
    "MessageChannel",
    "MessagePurpose",
    "Rule",
    "Segments",
    "Severity",
    "Speller",
    "Spelling",
    "proof",
    "ready",
    "segments",
    "summary",
]

_ALL: frozenset[MessagePurpose] = frozenset(get_args(MessagePurpose))
_WRITTEN = _ALL - {"voicemail"}
_THANKS: frozenset[MessagePurpose] = frozenset({"thanks"})


@dataclass(frozen=True)
class Rule:
    """`title` completes "not yet: …"; `check` finds what to say of a text."""

    id: str
    level: Severity
    title: str
    check: Callable[[DraftText], Iterator[Objection]]
    purposes: frozenset[MessagePurpose] = _ALL
    in_subject: bool = False
    """Whether a subject is checked by it too."""


_TABLE = (
    Rule("gap", "block", "a gap is open", leftovers.open_gaps, in_subject=True),
    Rule("unchanged", "block", "the template is unchanged", leftovers.unchanged),
    Rule("foreign_name", "block", "a name from another card", names.strangers, in_subject=True),
    Rule("misspelt_name", "block", "a name is misspelt", names.namesakes, in_subject=True),
    Rule("canned", "block", "mostly ready-made wording", leftovers.canned, purposes=_WRITTEN),
    Rule("near_copy", "block", "nearly a copy of an earlier message", leftovers.near_copy, purposes=_WRITTEN),
    Rule("no_thanks", "warn", "no thanks said", substance.no_thanks, purposes=_THANKS),
    Rule("no_interest", "warn", "no interest shown", substance.no_interest, purposes=_THANKS),
    Rule("no_topic", "warn", "no topic mentioned", substance.no_topic, purposes=_THANKS),
    Rule("loose_end", "warn", "a loose end is open", substance.loose_end, purposes=_THANKS | {"other"}),
    Rule("casual", "warn", "too casual", tone.casual),
    Rule("insinuating", "warn", "may seem pushy", tone.insinuating),
    Rule("opener", "warn", "a worn-out phrase", tone.opener, purposes=_WRITTEN),
    Rule("doubled_word", "warn", "a word stands twice", slips.doubled_word),
    Rule("quotes", "warn", "a quote or bracket is open", slips.quotes, purposes=_WRITTEN),
    Rule("spacing", "warn", "spacing", slips.spacing, purposes=_WRITTEN),
    Rule("lowercase_i", "warn", "a small “i”", slips.lowercase_i, purposes=_WRITTEN),
    Rule("spelling", "warn", "a word may be misspelt", slips.spelling, purposes=_WRITTEN),
    Rule("length", "warn", "the length", shape.length),
    Rule("segments", "warn", "a long text message", shape.many_segments, purposes=_WRITTEN),
    Rule("own_name", "warn", "your name is missing", shape.own_name),
    Rule("no_greeting", "warn", "no greeting", shape.no_greeting),
    Rule("no_close", "warn", "no closing words", shape.no_close, purposes=_WRITTEN),
    Rule("late", "warn", "it is late", shape.late, purposes=_THANKS),
)

RULES: Mapping[str, Rule] = MappingProxyType({rule.id: rule for rule in _TABLE})
"""Every rule by its id, in the order in which they are told."""

_MOST = 20
"""Findings of one rule: nobody reads more, and a text of nothing but faults stays quick."""


def proof(text: str, case: Case, *, subject: str = "", speller: Speller | None = None) -> tuple[Finding, ...]:
    """What there is to say about a message: of the subject first, then by place, then what is missing.

    Offsets are in characters of `text` as given. Rules in `case.dismissed`, and those that make no sense for
    the message's purpose, are silent. Without a speller, spelling is checked for well-known slips only.
    """
    rules = [
        rule for rule in RULES.values() if rule.id not in case.dismissed and case.purpose in rule.purposes
    ]
    draft = DraftText(text, case, speller)
    found = [finding for rule in rules for finding in _findings(rule, draft)]
    order = {rule: place for place, rule in enumerate(RULES)}
    found = list(dict.fromkeys(_without_echoes(found)))
    found.sort(key=lambda f: (f.start is None, f.start or 0, f.end or 0, order[f.rule]))
    return (*_of_subject(subject, case, rules), *found)


def _findings(rule: Rule, draft: DraftText) -> Iterator[Finding]:
    for fault in islice(rule.check(draft), _MOST):
        passage = "" if fault.start is None else draft.text[fault.start : fault.end]
        yield Finding(rule.id, rule.level, fault.start, fault.end, passage, fault.why)


def _of_subject(subject: str, case: Case, rules: Iterable[Rule]) -> Iterator[Finding]:
    if not subject.strip():
        return
    draft = DraftText(subject, case)
    for rule in rules:
        if rule.in_subject:
            for f in _findings(rule, draft):
                why = f"In the subject: {f.why[0].lower()}{f.why[1:]}"
                yield Finding(f.rule, f.level, None, None, f.text, why)


def _without_echoes(found: list[Finding]) -> Iterator[Finding]:
    """A finding inside a wider one of the same rule says nothing new; nor does any finding inside a gap."""
    gaps_at = [
        (f.start, f.end) for f in found if f.rule == "gap" and f.start is not None and f.end is not None
    ]
    for finding in found:
        start, end = finding.start, finding.end
        if (
            start is None
            or end is None
            or (finding.level == "block" and finding.rule == "gap")
            or (not any(a <= start and end <= b for a, b in gaps_at) and not _within_another(finding, found))
        ):
            yield finding


def _within_another(finding: Finding, found: list[Finding]) -> bool:
    assert finding.start is not None and finding.end is not None
    return any(
        f.rule == finding.rule and f.start is not None and f.end is not None and f.start <= finding.start
        and finding.end <= f.end and (f.end - f.start) > (finding.end - finding.start)
        for f in found
    )  # fmt: skip


def ready(findings: Iterable[Finding]) -> bool:
    """Whether nothing found keeps the message from being sent."""
    return all(finding.level != "block" for finding in findings)


def summary(findings: Iterable[Finding], text: str, case: Case) -> str:
    """One line: "ready · 96 words · 1 minute", or "not yet: a gap is open, no topic mentioned"."""
    findings = list(findings)
    found = {finding.rule for finding in findings}
    titles = [
        rule.title
        for level in ("block", "warn")
        for rule in RULES.values()
        if rule.level == level and rule.id in found
    ]
    if not ready(findings):
        return f"not yet: {', '.join(titles)}"
    words = word_count(text)
    parts = ["ready", counted(words, "word"), counted(minutes_to_read(words), "minute")]
    if case.channel == "sms":
        parts.append(counted(segments(text).count, "text message"))
    return " · ".join(parts) + (f"; but {', '.join(titles)}" if titles else "")
