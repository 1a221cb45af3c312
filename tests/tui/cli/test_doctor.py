"""doctor and config."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from store import settings
from store.database.autosave import FORM, LETTER, FormPad, Pad, Pads, folder_of
from store.database.outside_texts import OUTSIDE, LeftBehind, handed_out
from store.interview import Draft
from tests.command_line import NOW, SEARCH, Cli


def test_a_sound_place(search: Cli) -> None:
    ran = search.done("doctor")
    assert "WRONG" not in ran.out
    assert "14 interviews" in ran.out
    assert "Europe/Berlin" in ran.out


def test_an_empty_place_is_sound_and_stays_empty(cli: Cli) -> None:
    assert "does not exist yet" in cli.done("doctor").out
    assert list(cli.folder.iterdir()) == []


def test_nothing_personal_is_in_the_report(search: Cli) -> None:
    search.set('[me]\nname = "Rosa Keller"\nemail = "rosa@keller.example"\nphone = 3\n')
    ran = search("doctor")
    assert ran.code == 1
    assert "line 4: me.phone: " in ran.out
    for secret in ("Rosa", "keller", "Northwind", "Marta", "Stark"):
        assert secret not in ran.out + ran.err


def test_hours_in_which_no_text_may_ever_be_sent_are_remarked_upon(cli: Cli) -> None:
    cli.set('[policy]\ntexts_open = "09:00"\ntexts_close = "21:00"\n')
    assert "texts_open" not in cli.done("doctor").out
    cli.set('[policy]\ntexts_open = "09:00"\ntexts_close = "09:00"\n')
    assert "ok     policy: texts_open and texts_close are the same" in cli.done("doctor").out


def test_a_broken_database_template_and_key(cli: Cli) -> None:
    cli.database.parent.mkdir(parents=True)
    cli.database.write_bytes(SEARCH.read_bytes()[:300])
    cli.set('[keys]\n"card.thanked" = "nosuchkey"\n')
    folder = cli.config.parent / "templates"
    folder.mkdir()
    (folder / "mine.j2").write_text(
        "{# title: Mine\n   purpose: thanks\n   channel: email\n#}\n{{ nonsense }}\n"
    )
    ran = cli("doctor")
    assert ran.code == 1
    for title in ("database", "templates", "settings"):
        assert f"WRONG  {title}: " in ran.out


KINDS = (LETTER, FORM, OUTSIDE)


def leave(cli: Cli, kind: str, interview: str = "acme-1", text: str = "Never saved") -> Path:
    """One text of a board that has ended; the file that stands for it."""
    draft = Draft(id="d9", body=text)
    if kind == OUTSIDE:
        outside = cli.folder / "ringback-0" / "text.md"
        outside.parent.mkdir(0o700)
        outside.write_text(text)
        with pytest.raises(LeftBehind), handed_out(cli.database, interview, draft, outside, NOW):
            raise LeftBehind
    else:
        session = Pads(cli.database)
        session.write(
            FormPad(
                form="promise", interviews=(interview,), title="They answer by", texts={"by": text},
                begun=NOW, at=NOW,
            )
            if kind == FORM
            else Pad(interview=interview, draft=draft, seen=None, at=datetime(2026, 11, 19, tzinfo=UTC))
        )  # fmt: skip
        session.close()
    (file,) = folder_of(cli.database).glob(f"*{kind}")
    return file


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_of_an_interview_that_is_gone(search: Cli, kind: str) -> None:
    search.done("rm", "acme-1")
    file = leave(search, kind)
    ran = search("doctor")
    assert ran.code == 1
    assert "left behind for an interview that is gone (Acme Rockets, " in ran.out
    assert f"{file}; `ringback draft --left-behind` prints it, and then it may be removed." in ran.out
    assert ran.err == "", "what is in the report is not said twice"
    ran = search.done("draft", "--left-behind")
    assert "Never saved" in ran.out
    assert ran.out.startswith("acme-1  Acme Rockets, ")
    for word in ran.out.splitlines()[0].split("  ")[-1].split(" and "):
        Path(word).unlink()
    assert search("doctor").code == 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_that_is_not_believed(search: Cli, kind: str) -> None:
    file = leave(search, kind)
    file.chmod(0o606)
    ran = search("doctor")
    assert ran.code == 1
    assert f" for Acme Rockets, Controls engineer left behind in {file} is not " in ran.out
    assert "others may write to it. Read it, and then remove it." in ran.out
    assert ran.err == ""
    assert "Never saved" in search.done("draft", "--left-behind").out
    file.chmod(0o600)
    said = search("doctor")
    assert (said.code, "WRONG" in said.out) == (0, False)


def test_a_form_that_was_begun_is_no_fault_and_named(search: Cli, cli: Cli) -> None:
    file = leave(search, FORM)
    ran = search.done("doctor")
    begun = "a form for Acme Rockets, Controls engineer was begun on Thu 2026-11-19 18:04 and is not saved"
    assert f"ok     database: {begun}; the board offers it ({file})" in ran.out


def test_a_form_where_there_is_no_database_yet(cli: Cli) -> None:
    cli.database.parent.mkdir(mode=0o700)
    leave(cli, FORM).chmod(0o606)
    assert "others may write to it" in cli("doctor").out


@pytest.mark.parametrize("kind", [LETTER, OUTSIDE])
def test_a_draft_that_cannot_be_taken_in_for_now(search: Cli, kind: str) -> None:
    file = leave(search, kind)
    search.database.chmod(0o400)
    ran = search("doctor")
    assert f"a draft for Acme Rockets, Controls engineer waits in {file}" in ran.out
    search.database.chmod(0o600)
    assert search("doctor").code == 0
    assert not file.exists()


def test_a_folder_of_texts_that_others_may_write_in(search: Cli) -> None:
    leave(search, FORM)
    folder_of(search.database).chmod(0o777)
    assert f"others may write in {folder_of(search.database)}; `chmod go-w`" in search("doctor").out


def test_wide_open_files_are_named(search: Cli) -> None:
    search.database.chmod(0o644)
    ran = search("doctor")
    assert ran.code == 1
    assert "chmod" in ran.out


def test_config_shows_what_is_in_effect(cli: Cli) -> None:
    cli.set('zone = "Asia/Tokyo"\n[policy]\noffice_opens = "08:30"\n')
    out = cli.done("config").out
    assert str(cli.config) in out
    assert settings.read_settings(out) == settings.load(cli.config)


def test_config_write_never_replaces_a_file(cli: Cli) -> None:
    cli.done("config", "--write")
    assert settings.load(cli.config) == (settings.Settings(), ())
    before = cli.config.read_bytes()
    assert cli("config", "--write").code == 1
    assert cli.config.read_bytes() == before
