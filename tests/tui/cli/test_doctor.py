"""doctor and config."""

from __future__ import annotations

from store import settings
from tests.command_line import SEARCH, Cli


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
