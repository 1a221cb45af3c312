"""Which watched folders hold what the user has sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.watching.places import is_sent


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/home/r/Mail/Sent", True), ("/home/r/Mail/sent-mail", True), ("/home/r/Mail/.Sent Items", True),
        ("/home/r/Maildir/.INBOX.Sent", True), ("/home/r/Mail/Gesendet", True), ("/home/r/Mail/Sent.mbox", True),
        ("/home/r/Mail/[Gmail]/Sent Mail", True), ("/home/r/Mail/[Gmail].Sent Mail", True),
        ("/home/r/Mail/Sent/2026", True), ("/home/r/Mail/Messages envoyés", True), ("/home/r/Mail/Enviados", True),
        ("/home/r/Mail/INBOX", False), ("/home/r/Mail/Presented", False), ("/home/r/Mail/Sentences", False),
        ("/home/r/Mail/[Gmail]/All Mail", False),
    ],
)  # fmt: skip
def test_sent(path: str, sent: bool) -> None:
    assert is_sent(Path(path)) == sent
