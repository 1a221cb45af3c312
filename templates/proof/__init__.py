"""Proofs: what a careful friend would point out before a message after an interview is sent.

Everything here is pure: a text and what is known of its case go in, findings come out. Nothing is changed,
nothing is looked up anywhere.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from store.languages import counted
from templates.length import minutes_to_read, word_count
from templates.proof import sameness
from templates.proof.draft import DraftText
from templates.proof.findings import (
    Case,
    Finding,
    Meeting,
    MessageChannel,
    MessagePurpose,
    Severity,
    Spelling,
)
from templates.proof.language import guess_language
from templates.proof.rules import ALL, RULES, Languages, Rule
from templates.proof.sameness import own_share_aimed_at
from templates.proof.shape import Segments, segments
from templates.proof.speller import Speller

__all__ = [
    "ALL",
    "RULES",
    "Case",
    "DraftText",
    "Finding",
    "Languages",
    "Meeting",
    "MessageChannel",
    "MessagePurpose",
    "Rule",
    "Segments",
    "Severity",
    "Speller",
    "Spelling",
    "guess_language",
    "own_share",
    "own_share_aimed_at",
    "proof",
    "ready",
    "segments",
    "summary",
    "unchecked",
]

_MOST = 20
"""Findings of one rule: nobody reads more, and a text of nothing but faults stays quick."""


def proof(
    text: str, case: Case, *, subject: str | None = None, speller: Speller | None = None
) -> tuple[Finding, ...]:
    """What there is to say about a message: of the subject first, then by place, then what is missing.

    Offsets are in characters of `text` as given. Rules in `case.dismissed`, those that make no sense for the
    message's purpose, and those that do not know its language, are silent. `subject` is None where the
    message has none or it is not known; "" is an empty one. Without a speller, spelling is checked for
    well-known slips only.
    """
    draft = DraftText(text, case, speller, subject)
    rules = [rule for rule in RULES.values() if rule.asked(case) and rule.knows(draft)]
    found = list(dict.fromkeys(finding for rule in rules for finding in _findings(rule, draft)))
    order = {rule: place for place, rule in enumerate(RULES)}
    found = list(_without_echoes(found))
    found.sort(key=lambda f: (f.start is None, f.start or 0, f.end or 0, order[f.rule]))
    return (*_of_subject(subject or "", case, rules), *found)


def _findings(rule: Rule, draft: DraftText) -> Iterator[Finding]:
    for fault in islice(rule.check(draft), _MOST):
        passage = "" if fault.start is None else draft.text[fault.start : fault.end]
        level = "warn" if fault.level == "warn" else rule.level
        yield Finding(rule.id, level, fault.start, fault.end, passage, fault.why)


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
    spans: dict[str, list[tuple[int, int]]] = {}
    for f in found:
        if f.start is not None and f.end is not None:
            spans.setdefault(f.rule, []).append((f.start, f.end))
    for f in found:
        if f.start is None or f.end is None:
            yield f
            continue
        wider = [(a, b) for a, b in spans[f.rule] if (a, b) != (f.start, f.end)]
        if f.rule != "gap":
            wider += spans.get("gap", [])
        if not any(a <= f.start and f.end <= b for a, b in wider):
            yield f


def ready(findings: Iterable[Finding]) -> bool:
    """Whether nothing found keeps the message from being sent."""
    return all(finding.level != "block" for finding in findings)


def own_share(text: str, case: Case) -> float | None:
    """How much of a text is in the user's own words, from 0 to 1; see `own_share_aimed_at`.

    None where there is no template to compare it with, or the rule about it is not asked.
    """
    if not RULES["canned"].asked(case):
        return None
    return sameness.own_share(DraftText(text, case))


def unchecked(text: str, case: Case) -> tuple[Rule, ...]:
    """The rules that would be asked of such a message, and say nothing: they do not know its language."""
    draft = DraftText(text, case)
    return tuple(rule for rule in RULES.values() if rule.asked(case) and not rule.knows(draft))


def summary(findings: Iterable[Finding], text: str, case: Case) -> str:
    """One line: "ready · 96 words · 1 minute", or "not yet: a gap is open, no topic mentioned"."""
    findings = list(findings)
    levels: dict[str, Severity] = {}
    for finding in findings:
        if levels.get(finding.rule) != "block":
            levels[finding.rule] = finding.level
    titles = [
        rule.title for level in ("block", "warn") for rule in RULES.values() if levels.get(rule.id) == level
    ]
    if not ready(findings):
        return f"not yet: {', '.join(titles)}"
    words = word_count(text)
    parts = ["ready", counted(words, "word"), counted(minutes_to_read(words), "minute")]
    if case.channel == "sms":
        parts.append(counted(segments(text).count, "text message"))
    return " · ".join(parts) + (f"; but {', '.join(titles)}" if titles else "")
