"""What the line above a mail says."""

import pytest

from templates.proof import Case, MessageChannel, proof


def said(subject: str | None, channel: MessageChannel = "email") -> bool:
    return "subject" in {f.rule for f in proof("Dear Ada,", Case(channel=channel), subject=subject)}


@pytest.mark.parametrize(
    "subject", ["", " ", "Thank you", "Thanks!", "hi", "Following up", "Re:", "Danke", "Merci !", "x" * 79]
)
def test_a_subject_that_does_not_help(subject: str) -> None:
    assert said(subject)


@pytest.mark.parametrize(
    "subject",
    [
        None,
        "Thank you for Wednesday",
        "Data engineer: a correction",
        "Re: Interview",
        "Following up on Friday",
        "x" * 78,
    ],
)
def test_a_subject_that_says_what_it_is_about_or_is_not_known(subject: str | None) -> None:
    assert not said(subject)


def test_only_a_mail_needs_one() -> None:
    assert not said("", "whatsapp")
    assert not said("Hi", "letter")
