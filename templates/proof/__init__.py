"""Proofs: what a careful friend would point out before a message after an interview is sent.

Everything here is pure: a text and what is known of its case go in, findings come out. Nothing is changed,
nothing is looked up anywhere.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from templates.length import counted, minutes_to_read, word_count
from templates.proof.draft import DraftText
from templates.proof.findings import Case, Channel, Finding, Level, Purpose, Spelling
from templates.proof.rules import RULES, Rule
from templates.proof.shape import Segments, segments
from templates.proof.speller import Speller

__all__ = [
    "RULES", "Case", "Channel", "DraftText", "Finding", "Level", "Purpose", "Rule", "Segments", "Speller",
    "Spelling", "proof", "ready", "segments", "summary",
]  # fmt: skip

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
