"""Proofs: what a careful friend would point out before a message after an interview is sent.

Everything here is pure: a text and what is known of its case go in, findings come out. Nothing is changed,
nothing is looked up anywhere.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from templates.length import counted, minutes_to_read, word_count
from templates.proof import form, frame, gaps, measure, sameness, sms, substance, tone
from templates.proof.draft import Draft
from templates.proof.findings import Case, Channel, Finding, Level, Purpose, Spelling
from templates.proof.insinuating import insinuating
from templates.proof.namesakes import namesakes
from templates.proof.openers import opener
from templates.proof.rules import RULES, Rule
from templates.proof.sms import Segments, segments
from templates.proof.speller import Speller
from templates.proof.spelling import spelling
from templates.proof.strangers import strangers

__all__ = [
    "RULES", "Case", "Channel", "Finding", "Level", "Purpose", "Rule", "Segments", "Speller", "Spelling",
    "proof", "ready", "segments", "summary",
]  # fmt: skip

_CHECKS: dict[str, Callable[[Draft], Iterator[Finding]]] = {
    "gap": gaps.open_gaps,
    "unchanged": sameness.unchanged,
    "foreign_name": strangers,
    "misspelt_name": namesakes,
    "canned": sameness.canned,
    "near_copy": sameness.near_copy,
    "no_thanks": substance.no_thanks,
    "no_interest": substance.no_interest,
    "no_topic": substance.no_topic,
    "loose_end": substance.loose_end,
    "casual": tone.casual,
    "insinuating": insinuating,
    "opener": opener,
    "doubled_word": form.doubled_word,
    "quotes": form.quotes,
    "spacing": form.spacing,
    "lowercase_i": form.lowercase_i,
    "length": measure.length,
    "segments": sms.many_segments,
    "own_name": frame.own_name,
    "no_greeting": frame.no_greeting,
    "no_close": frame.no_close,
    "late": measure.late,
}
_IN_SUBJECTS = ("gap", "foreign_name", "misspelt_name")
_MOST = 20
"""Findings of one rule: nobody reads more, and a text of nothing but faults stays quick."""


def proof(text: str, case: Case, *, subject: str = "", speller: Speller | None = None) -> tuple[Finding, ...]:
    """What there is to say about a message: of the subject first, then by place, then what is missing.

    Offsets are in characters of `text` as given. Rules in `case.dismissed`, and those that make no sense for
    the message's purpose, are silent. Without a speller, spelling is checked for well-known slips only.
    """
    wanted = [
        rule.id for rule in RULES.values() if rule.id not in case.dismissed and case.purpose in rule.purposes
    ]
    draft = Draft(text, case)
    checks = [_CHECKS[rule](draft) for rule in wanted if rule in _CHECKS]
    if "spelling" in wanted:
        checks.append(spelling(draft, speller))
    found = [finding for check in checks for finding in islice(check, _MOST)]
    order = {rule: place for place, rule in enumerate(RULES)}
    found = list(dict.fromkeys(_without_echoes(found)))
    found.sort(key=lambda f: (f.start is None, f.start or 0, f.end or 0, order[f.rule]))
    return (*_of_subject(subject, case, wanted), *found)


def _of_subject(subject: str, case: Case, wanted: list[str]) -> Iterator[Finding]:
    if not subject.strip():
        return
    draft = Draft(subject, case)
    for rule in _IN_SUBJECTS:
        if rule in wanted:
            for f in _CHECKS[rule](draft):
                yield Finding(
                    f.rule, f.level, None, None, f.text, f"In the subject: {f.why[0].lower()}{f.why[1:]}"
                )


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
