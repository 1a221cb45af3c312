"""The machine's zone is what tzlocal says, also where it is told without it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tzlocal import unix

from store import machine_zone as zones
from store.machine_zone import machine_zone

LOOKED_FOR = ZoneInfo("Antarctica/Troll")
"""Stands for what tzlocal would say."""


@pytest.fixture(autouse=True)
def looked_for(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(zones, "_looked_for", lambda: LOOKED_FOR)
    with pytest.MonkeyPatch.context() as own:
        own.delenv("TZ", raising=False)
        yield
    time.tzset()


def machine(
    folder: Path, link: str = "/usr/share/zoneinfo/Asia/Tokyo", text: str | None = None, *others: str
) -> str:
    """A root whose files say a zone."""
    for name, content in {"etc/timezone": text, **dict.fromkeys(others, "x")}.items():
        if content is not None:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content)
    (folder / "etc").mkdir(exist_ok=True)
    if link:
        (folder / "etc/localtime").symlink_to(link)
    return f"{folder}/"


@pytest.mark.parametrize("text", [None, "Asia/Tokyo\n"])
def test_a_plain_link_says_it(tmp_path: Path, text: str | None) -> None:
    root = machine(tmp_path, text=text)
    assert machine_zone(root) == ZoneInfo("Asia/Tokyo")
    assert unix._get_localzone_name(root) == "Asia/Tokyo"  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("text", ["Europe/Paris\n", "", "# a comment\n", "Asia/Tokyo machine\n", "\xff"])
def test_where_another_file_says_something_else_it_is_looked_for(tmp_path: Path, text: str) -> None:
    assert machine_zone(machine(tmp_path, text=text)) is LOOKED_FOR


@pytest.mark.parametrize("name", zones._ELSEWHERE)
def test_where_a_system_keeps_it_elsewhere_it_is_looked_for(tmp_path: Path, name: str) -> None:
    assert machine_zone(machine(tmp_path, "/usr/share/zoneinfo/Asia/Tokyo", None, name)) is LOOKED_FOR


@pytest.mark.parametrize("link", ["", "/usr/share/zoneinfo/Nowhere/Land", "/etc/my-zone", "localtime"])
def test_where_no_link_says_it_it_is_looked_for(tmp_path: Path, link: str) -> None:
    assert machine_zone(machine(tmp_path, link)) is LOOKED_FOR


@pytest.mark.parametrize(
    ("variable", "zone"),
    [
        ("Europe/Lisbon", ZoneInfo("Europe/Lisbon")),
        (":Europe/Lisbon", ZoneInfo("Europe/Lisbon")),
        ("", ZoneInfo("Asia/Tokyo")),
        ("CET-1CEST", LOOKED_FOR),
        ("/usr/share/zoneinfo/Europe/Lisbon", LOOKED_FOR),
        ("../etc/passwd", LOOKED_FOR),
    ],
)
def test_the_variable_goes_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, zone: ZoneInfo
) -> None:
    monkeypatch.setenv("TZ", variable)
    assert machine_zone(machine(tmp_path)) == zone
