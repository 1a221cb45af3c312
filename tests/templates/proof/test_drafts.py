"""Whole drafts: the good ones pass in peace, and every planted fault is found."""

import pytest

from templates.proof import RULES, Speller, proof, ready, summary
from tests.templates.proof.drafts_read import Sample, samples

GOOD = samples("good")
FAULTY = samples("faulty")
BLOCKING = {rule.id for rule in RULES.values() if rule.level == "block"}


def _named(sample: Sample) -> str:
    return sample.name


def test_there_are_enough_of_each() -> None:
    assert len(GOOD) >= 50
    assert len(FAULTY) >= 50


@pytest.mark.parametrize("sample", GOOD, ids=_named)
def test_a_good_draft_is_ready(sample: Sample) -> None:
    findings = proof(sample.text, sample.case, subject=sample.subject, speller=Speller.load())
    assert [(f.rule, f.text) for f in findings if f.level == "block"] == []
    assert ready(findings)
    assert summary(findings, sample.text, sample.case).startswith("ready · ")


def test_good_drafts_have_hardly_a_warning() -> None:
    speller = Speller.load()
    warnings = [f for s in GOOD for f in proof(s.text, s.case, subject=s.subject, speller=speller)]
    assert len(warnings) < 0.1 * len(GOOD), [(f.rule, f.text) for f in warnings]


@pytest.mark.parametrize("sample", FAULTY, ids=_named)
def test_every_planted_fault_is_found(sample: Sample) -> None:
    findings = proof(sample.text, sample.case, subject=sample.subject, speller=Speller.load())
    assert sample.faults <= {f.rule for f in findings}
    if not sample.faults & BLOCKING:
        assert ready(findings)


@pytest.mark.parametrize("sample", FAULTY, ids=_named)
def test_nothing_blocks_that_was_not_planted(sample: Sample) -> None:
    findings = proof(sample.text, sample.case, subject=sample.subject, speller=Speller.load())
    assert {f.rule for f in findings if f.level == "block"} <= sample.faults


@pytest.mark.parametrize("sample", GOOD + FAULTY, ids=_named)
def test_a_finding_points_at_its_passage_and_says_why(sample: Sample) -> None:
    for finding in proof(sample.text, sample.case):
        assert finding.why.endswith((".", "?"))
        assert "{}" not in finding.why
        if finding.start is not None:
            assert sample.text[finding.start : finding.end] == finding.text
