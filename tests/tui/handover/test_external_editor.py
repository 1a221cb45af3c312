"""The user's editor and the clipboard."""

from __future__ import annotations

import base64
import os
import signal
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from store.database.autosave import folder_of
from store.database.left_behind import left_behind, unbelieved
from store.database.outside_texts import handed_out
from store.interview import Draft
from store.text import MAX_TEXT
from tests.making import at
from tui.handover.desktop import send_to_clipboard
from tui.handover.external_editor import edit_text, editor_command
from tui.handover.process import NotStarted, instead

PATH = os.environ["PATH"]
NOW = at("2026-11-19 18:04")


def editor(tmp_path: Path, script: str) -> Mapping[str, str]:
    """An environment whose editor runs a script with the file as `$1`."""
    path = tmp_path / "my editor"
    path.write_text(f"#!/bin/sh\nOUT='{tmp_path}'\n{script}\n", encoding="utf-8")
    path.chmod(0o700)
    return {"PATH": PATH, "EDITOR": f"'{path}'"}


def left(scratch: Path) -> list[str]:
    return [path.name for path in scratch.iterdir()] if scratch.exists() else []


def test_the_text_goes_out_and_comes_back(tmp_path: Path) -> None:
    env = editor(
        tmp_path,
        'stat -c %a "$1" "${1%/*}" >"$OUT/mode"; cp "$1" "$OUT/got"; printf "new\\r\\ntext\\n" >"$1"',
    )
    done = edit_text("old – text", env, tmp_path / "scratch")
    assert done == ("new\ntext", "The text was changed.")
    assert (tmp_path / "got").read_text("utf-8") == "old – text"
    assert (tmp_path / "mode").read_text().split() == ["600", "700"]


def test_nothing_is_left_behind_not_even_the_editors_own_copies(tmp_path: Path) -> None:
    env = editor(tmp_path, 'cp "$1" "$1~"; mv "$1" "${1%/*}/.swp"; echo other >"$1"')
    assert edit_text("old", env, tmp_path / "scratch").text == "other"
    assert left(tmp_path / "scratch") == []


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("exit 1", "ended with exit status 1; the text is as it was."),
        ('rm "$1"; exit 1', "ended with exit status 1; the text is as it was."),
        ('rm "$1"', "the text is as it was"),
        ("kill -9 $$", "the text is as it was"),
        ("true", "Nothing was changed."),
        ('echo >>"$1"', "Nothing was changed."),
    ],
)
def test_the_old_text_stays(tmp_path: Path, script: str, why: str) -> None:
    done = edit_text("old", editor(tmp_path, script), tmp_path / "scratch")
    assert done.text is None
    assert why in done.said
    assert left(tmp_path / "scratch") == []


@pytest.mark.parametrize(
    ("script", "why", "recorded"),
    [
        ('printf worse >"$1"; exit 1', "ended with exit status 1; the text is as it was, and", False),
        ('printf "caf\\351" >"$1"', "another encoding than UTF-8 (byte 3); the text is as it was, and", True),
        (f'head -c {MAX_TEXT + 1} /dev/zero | tr "\\0" x >"$1"', "20,001 characters, and 20,000 is", True),
        (f'head -c {MAX_TEXT * 5} /dev/zero >"$1"', "more than 20,000 characters", True),
    ],
)
def test_what_cannot_be_taken_in_stays_where_it_lies(
    tmp_path: Path, script: str, why: str, recorded: bool
) -> None:
    outside, draft = tmp_path / "ringback.json", Draft(id="d1", body="old")
    done = edit_text(
        "old", editor(tmp_path, script), tmp_path / "scratch",
        recorded=lambda path: handed_out(outside, "iv-1", draft, path, NOW),
    )  # fmt: skip
    assert done.text is None
    assert why in done.said
    (directory,) = (tmp_path / "scratch").iterdir()
    assert f"lies in {directory / 'text.md'}" in done.said
    assert (directory / "text.md").read_bytes() not in (b"", b"old")
    # What an editor has given up is not taken in; the rest is, once it is mended.
    assert bool(unbelieved(outside)) == recorded
    (directory / "text.md").write_text("mended", encoding="utf-8")
    with left_behind(outside) as found:
        assert [pad.draft.body for pad in found.values()] == ["mended"] * recorded


def test_the_new_text_is_kept_before_file_and_record_go(tmp_path: Path) -> None:
    outside, kept = tmp_path / "ringback.json", []

    def keep(text: str) -> None:
        (directory,) = (tmp_path / "scratch").iterdir()
        kept.append((text, (directory / "text.md").exists(), len([*folder_of(outside).glob("*.outside")])))

    done = edit_text(
        "old", editor(tmp_path, 'printf new >"$1"'), tmp_path / "scratch", keep=keep,
        recorded=lambda path: handed_out(outside, "iv-1", Draft(id="d1", body="old"), path, NOW),
    )  # fmt: skip
    assert done.text == "new"
    assert kept == [("new", True, 1)]
    assert left(tmp_path / "scratch") == [] == [*folder_of(outside).glob("*.outside")]


def test_control_characters_do_not_come_in(tmp_path: Path) -> None:
    done = edit_text("old", editor(tmp_path, 'printf "a\\033[2Jb\\n" >"$1"'), tmp_path / "scratch")
    assert done == ("a[2Jb", "The text was changed, without its control characters.")


def test_which_editor(tmp_path: Path) -> None:
    assert editor_command({"VISUAL": "code --wait", "EDITOR": "vi"}) == ["code", "--wait"]
    assert editor_command({"VISUAL": " ", "EDITOR": "'my editor' -x"}) == ["my editor", "-x"]
    (tmp_path / "vi").touch(mode=0o700)
    assert editor_command({"PATH": str(tmp_path)}) == ["vi"]
    with pytest.raises(NotStarted, match="EDITOR"):
        editor_command({"PATH": str(tmp_path / "none")})


@pytest.mark.parametrize("named", ["no-such-editor", "vi 'x"])
def test_an_editor_that_cannot_be_started_is_told(tmp_path: Path, named: str) -> None:
    done = edit_text("old", {"PATH": PATH, "EDITOR": named}, tmp_path)
    assert done.text is None
    assert done.said.endswith("; the text is as it was.")


def test_the_environment_is_passed_on(tmp_path: Path) -> None:
    env = {**editor(tmp_path, 'echo "$NO_COLOR" >"$1"'), "NO_COLOR": "1"}
    assert edit_text("old", env, tmp_path / "scratch").text == "1"


def test_ctrl_c_in_the_editor_does_not_end_the_board(tmp_path: Path) -> None:
    env = editor(tmp_path, f'kill -INT {os.getpid()}; echo on >"$1"')
    before = signal.getsignal(signal.SIGINT)
    assert edit_text("old", env, tmp_path / "scratch").text == "on"
    assert signal.getsignal(signal.SIGINT) is before


def test_what_runs_in_the_terminal_can_be_interrupted(tmp_path: Path) -> None:
    assert instead(["sh", "-c", "kill -INT $$; sleep 5"], {"PATH": PATH}) == -signal.SIGINT


# The clipboard


def test_the_sequence_carries_the_text() -> None:
    done = send_to_clipboard("Grüße\n\x1b]52", {"TERM": "xterm-256color"})
    assert done.ok
    assert done.said == "Given to the terminal's clipboard, if it has one."
    start, coded = done.sequence.rsplit(";", 1)
    assert (start, coded[-1]) == ("\x1b]52;c", "\a")
    assert base64.b64decode(coded[:-1]).decode() == "Grüße\n\x1b]52"


def fake_tmux(tmp_path: Path, code: int) -> Mapping[str, str]:
    path = tmp_path / "tmux"
    path.write_text(f"#!/bin/sh\necho \"$@\" >'{tmp_path}/args'\ncat >'{tmp_path}/got'\nexit {code}\n")
    path.chmod(0o700)
    return {"PATH": f"{tmp_path}:{PATH}", "TMUX": "/tmp/tmux-0/default,1,0", "TERM": "tmux-256color"}


def test_inside_tmux_it_goes_through_tmux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    env = fake_tmux(tmp_path, 0)
    monkeypatch.setenv("PATH", env["PATH"])
    done = send_to_clipboard("Grüße", env)
    assert (done.said, done.sequence) == (
        "Given to tmux's buffer, and by it to the terminal's clipboard.",
        "",
    )
    assert (tmp_path / "args").read_text() == "load-buffer -w -\n"
    assert (tmp_path / "got").read_text("utf-8") == "Grüße"


def test_a_tmux_too_old_for_it_leaves_the_sequence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    env = fake_tmux(tmp_path, 1)
    monkeypatch.setenv("PATH", env["PATH"])
    assert send_to_clipboard("x", env).sequence == "\x1b]52;c;eA==\a"


@pytest.mark.parametrize("env", [{"TERM": "linux"}, {"TERM": "dumb"}])
def test_where_there_is_no_clipboard_that_is_said(env: Mapping[str, str]) -> None:
    done = send_to_clipboard("x", env)
    assert (done.ok, done.sequence) == (False, "")
    assert "no clipboard" in done.said


def test_never_says_copied() -> None:
    for env, text in (({"TERM": "xterm"}, "x"), ({"TERM": "linux"}, "x"), ({}, "x" * 90_000)):
        assert "copied" not in send_to_clipboard(text, env).said.lower()


def test_a_text_too_long_for_a_terminal_is_not_sent() -> None:
    assert not send_to_clipboard("x" * 90_000, {"TERM": "xterm"}).ok


def _run_nothing(args: Sequence[str], env: Mapping[str, str], inherited: Sequence[int] = ()) -> int:
    raise NotStarted("vi could not be started: it was not found.")


def test_a_runner_that_fails_keeps_the_text(tmp_path: Path) -> None:
    done = edit_text("old", {"EDITOR": "vi"}, tmp_path, run=_run_nothing)
    assert done == (None, "vi could not be started: it was not found; the text is as it was.")
