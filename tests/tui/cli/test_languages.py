"""Languages of the user's own on the command line: what they do, and what is said of a file at fault."""

from __future__ import annotations

import pytest

from store.languages import languages
from store.service import Service
from tests.command_line import PINNED, Cli
from tests.own_languages import DUTCH, TURKISH
from tests.templates.test_own_languages import MINE

AT = ("--at", "2026-11-19T17:04Z")
AT_FAULT = TURKISH.replace('conjunction = "ve"', "conjunction = 3")


@pytest.fixture
def turkish(search: Cli) -> Cli:
    search.speak(TURKISH + DUTCH)
    search.set(PINNED.replace('language = ""', 'language = "tr"'))
    folder = search.config.parent / "templates"
    folder.mkdir()
    (folder / "tesekkur.j2").write_text(MINE.replace("topics | listed", "day ~ ' ' ~ date"), "utf-8")
    return search


def test_the_setting_gives_the_language_of_texts(turkish: Cli) -> None:
    assert turkish.done("draft", "northwind-2", *AT).out == (
        "Sayın Deniz Aydın,\n\nÇarşamba 18 Kasım için teşekkürler.\n"
    )


def test_a_card_has_its_own(turkish: Cli) -> None:
    turkish.done("edit", "northwind-2", "language=nl")
    plain = MINE.replace("fits: any conversation, language tr", "").replace("topics | listed", "day")
    (turkish.config.parent / "templates" / "plain.j2").write_text(plain, "utf-8")
    out = turkish.done("draft", "northwind-2", "--template", "plain", *AT).out
    assert out.startswith("Beste Deniz,\n\nwoensdag")
    card = turkish.done(
        "add", "Globex", "Analyst", "--language", "tr", "--start", "yesterday 10:00"
    ).out.strip()
    assert turkish.record(card)["language"] == "tr"


@pytest.mark.parametrize("command", [["status"], ["next"], ["list"], ["show", "northwind-2"], ["config"]])
def test_a_file_at_fault_is_said_in_one_sentence_and_stops_nothing(search: Cli, command: list[str]) -> None:
    before = search.done(*command)
    search.speak(AT_FAULT)
    search.set(PINNED)
    after = search.done(*command)
    assert after.out == before.out
    assert after.err == before.err + (
        "ringback: languages.toml: 1 setting is not right (line 9: tr.conjunction); "
        "`ringback doctor` says more.\n"
    )
    assert languages()["tr"].name == "Turkish"


def test_doctor_names_what_is_known_and_what_is_wrong(search: Cli) -> None:
    assert "ok     languages: English, German, French, Spanish are known\n" in search.done("doctor").out
    search.speak(AT_FAULT)
    ran = search("doctor")
    assert ran.code == 1
    sentence = "line 9: tr.conjunction: expected text in quotes without braces, not 3"
    assert f"WRONG  languages: {sentence}\n" in ran.out
    assert "ok     languages: English, German, French, Spanish, Turkish are known\n" in ran.out
    assert "languages" not in ran.err


@pytest.mark.parametrize("text", ["[tr", "x" * 70_000, "[tr]\nname = '\x1b[2J'"])
def test_a_file_that_cannot_be_read_stops_nothing(search: Cli, text: str) -> None:
    search.speak(text)
    search.set(PINNED)
    ran = search.done("list")
    assert ran.err.count("\n") == 1 and ran.err.startswith("ringback: The languages ")
    assert "\x1b" not in ran.err
    assert search("doctor").code == 1


def test_the_board_has_it_among_its_notes(search: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    search.speak(AT_FAULT)
    search.set(PINNED)
    started: list[Service] = []
    monkeypatch.setattr("tui.cli.board.why_no_board", lambda _: None)
    monkeypatch.setattr("tui.terminal.signals.Ending.install", lambda _: None)

    def run_board(service: Service, *_: object, **__: object) -> int:
        started.append(service)
        return 0

    monkeypatch.setattr("tui.running.run_board", run_board)
    assert search().err == "" == search("--demo").err
    for service in started:
        assert [note for note in service.notes if "line 9: tr.conjunction" in note]
    assert len(started) == 2
