"""Invitations on the command line, from the file to the card and its letter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.command_line import Cli

CASES = Path(__file__).parents[2] / "store" / "calendar" / "cases"
ROBIN = ("--me", "robin@mail.example")


def case(name: str) -> str:
    (file,) = CASES.glob(f"{name}-*.ics")
    return str(file)


def card(cli: Cli) -> dict[str, Any]:
    (one,) = cli.done("export", "-").json["interviews"]
    return dict(one)


def names(one: dict[str, Any], field: str = "interviewers") -> list[str]:
    return [person["name"] for person in one[field]]


def test_a_relay_tells_no_company_and_its_machine_is_owed_nothing(cli: Cli) -> None:
    ran = cli("import", case("01"))
    assert (ran.code, cli.bytes(), ran.err.count("\n")) == (1, None, 1)
    assert "--company" in ran.err and "Globex" in ran.err
    cli.done("import", case("01"), "--company", "Globex")
    one = card(cli)
    assert (one["company"], one["interviewers"], one["contacts"]) == ("Globex", [], [])


def test_the_company_is_the_label_before_the_public_suffix(cli: Cli) -> None:
    cli.done("import", case("02"))
    assert card(cli)["company"] == "Globex"


def test_the_user_is_not_guessed_in_silence(cli: Cli, tmp_path: Path) -> None:
    ran = cli.done("import", case("03"))
    assert "taken to be you: ada@globex.example" in ran.err and "--me" in ran.err
    other = ("--db", str(tmp_path / "other.json"))
    cli.done(*other, "import", case("03"), *ROBIN)
    (one,) = cli.done(*other, "export", "-").json["interviews"]
    assert (names(one), names(one, "contacts")) == (["Ada Okafor"], ["Rita Brandt"])


def test_a_surname_with_a_comma_is_greeted_by_the_first_name(cli: Cli) -> None:
    cli.done("import", case("04"))
    one = card(cli)
    assert names(one) == ["Ada Okafor", "Joan Pell"]
    letter = cli.done("draft", one["id"], "--at", "2026-12-01T12:00:00Z").out
    assert "Dear Ada," in letter and "Joan" in letter and "Okafor" not in letter


def test_who_takes_no_part_is_said(cli: Cli) -> None:
    ran = cli.done("import", case("05"))
    assert names(card(cli)) == ["Ada Okafor", "Tom Lee"]
    (words,) = (line for line in ran.err.splitlines() if "Not taken" in line)
    assert all(name in words for name in ("Joan Pell", "Ines Duarte", "Panel Observer"))


def test_the_zone_of_the_file_gives_the_instant(cli: Cli, tmp_path: Path) -> None:
    ran = cli.done("import", case("09"))
    assert "America/New_York" in ran.err and "--zone" in ran.err
    assert card(cli)["starts_at"] == "2026-12-01T14:00:00Z"
    other = ("--db", str(tmp_path / "other.json"))
    ran = cli.done(*other, "import", case("09"), "--zone", "Asia/Tokyo")
    assert "Asia/Tokyo" in ran.err and "UTC-05:00" in ran.err
    (one,) = cli.done(*other, "export", "-").json["interviews"]
    assert (one["starts_at"], one["zone"]) == ("2026-12-01T14:00:00Z", "Asia/Tokyo")


def test_a_page_is_no_meeting(cli: Cli) -> None:
    cli.done("import", case("21"))
    one = card(cli)
    assert (one["mode"], one["link"]) == ("phone", "")


def test_a_new_version_asks_for_nothing_again(cli: Cli, tmp_path: Path) -> None:
    cli.done("import", case("01"), "--company", "Globex")
    text = Path(case("01")).read_text("utf-8")
    later = tmp_path / "later.ics"
    later.write_text(
        text.replace("SEQUENCE:0", "SEQUENCE:1").replace("DTEND:20261201T1", "DTEND:20261202T1"), "utf-8"
    )
    assert "moved" in cli.done("import", str(later)).err


def test_the_version_goes_out_and_comes_in_with_the_card(cli: Cli, tmp_path: Path) -> None:
    cli.done("import", case("06a"), *ROBIN)
    version = {"uid": "case-06", "sequence": 1, "stamp": "2026-11-20T10:00:00Z"}
    assert card(cli)["calendar"] == version
    assert cli.record(card(cli)["id"])["calendar"] == version
    file, other = tmp_path / "out.json", ("--db", str(tmp_path / "other.json"))
    cli.done("export", str(file))
    cli.done(*other, "import", str(file))
    assert cli.done(*other, "export", "-").out.encode() == file.read_bytes()
    assert "Nothing new" in cli.done("import", str(file)).err
    moved = cli.done(*other, "import", case("06b"), *ROBIN).err
    assert "moved from Tue 1 Dec 2026 10:00–11:00 to Mon 30 Nov 2026 14:00–15:00 (Europe/Berlin)." in moved


@pytest.mark.parametrize("own", ["robin@mail.example", "ROBIN+jobs@mail.example"])
def test_another_address_of_the_users_is_known(cli: Cli, own: str) -> None:
    cli.set(f'[me]\nemail = "r.doe@work.example"\nemails = ["x@y.example", "{own}"]\n')
    ran = cli.done("import", case("04"))
    assert "taken to be you:" not in ran.err and names(card(cli)) == ["Ada Okafor", "Joan Pell"]
