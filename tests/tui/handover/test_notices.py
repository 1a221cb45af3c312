"""Notices reach a program as they are: no shell, no option, no markup."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from store.text import show
from tests.hostile import TEXTS
from tests.tui.handover.recorder import given, recorder
from tui.handover.notices import LONGEST, NotNotified, give_notice, notify_words


def test_a_command_gets_title_and_text_behind_its_own_words(tmp_path: Path) -> None:
    program = recorder(tmp_path)
    words = notify_words(f"{program} --urgency 'very low'", os.environ)
    give_notice(words, ["Call Ada; $(id)", "b"], os.environ)
    assert given(tmp_path) == [
        ["--urgency", "very low", "ringback", "Call Ada; $(id)"],
        ["--urgency", "very low", "ringback", "b"],
    ]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_no_text_is_more_than_a_text(tmp_path: Path, text: str) -> None:
    give_notice((str(recorder(tmp_path)),), [text], os.environ)
    ((title, body),) = given(tmp_path)
    assert title == "ringback"
    assert body.removeprefix(" ") == show(text, lines=True)[:LONGEST].removeprefix(" ")
    assert not body.startswith("-")
    assert not any(letter < " " and letter != "\n" for letter in body)


def test_notify_send_takes_markup_and_gets_none(tmp_path: Path) -> None:
    program = recorder(tmp_path, "notify-send")
    give_notice((str(program), "-a", "x"), ["--help <b>A&B</b>"], os.environ)
    assert given(tmp_path) == [["-a", "x", "--", "ringback", "--help &lt;b&gt;A&amp;B&lt;/b&gt;"]]


def test_what_the_desktop_has_is_used_where_nothing_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert notify_words("", {"PATH": str(tmp_path)}) == ()
    recorder(tmp_path, "notify-send")
    assert notify_words(" ", {"PATH": str(tmp_path)}) == ("notify-send", "--app-name=ringback")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert notify_words("", {"PATH": str(tmp_path)})[0] == "osascript"


def test_a_program_that_fails_or_is_not_there_is_said_once_all_were_tried(tmp_path: Path) -> None:
    program = recorder(tmp_path, code=3)
    with pytest.raises(NotNotified, match=r"has given no notice \(exit status 3\): no bus\.$"):
        give_notice((str(program),), ["a", "b"], os.environ)
    assert len(given(tmp_path)) == 2
    with pytest.raises(NotNotified, match="could not be started: it was not found"):
        give_notice((str(tmp_path / "none"),), ["a"], os.environ)
