"""The cache of working days: it spares work, and is never in the way."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from store import country_days
from store.country_days import KnownDays, country_of, is_working
from store.files import country_cache
from store.files.lock import FileLock

THANKSGIVING = date(2026, 11, 26)


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """As after a start: nothing has been worked out."""
    monkeypatch.setattr(country_days, "_known", KnownDays({}, {}))
    monkeypatch.setattr(country_days, "_new", KnownDays({}, {}))
    monkeypatch.setattr(country_days, "_look", None)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """A file of an earlier start, that knows the United States in 2026 and the zone of New York."""
    path = tmp_path / "cache" / "ringback" / "country-days.json"
    ask()
    country_cache.keep(lambda: path)
    start(path)
    yield path
    assert sorted(one.name for one in path.parent.iterdir()) in (
        [],
        [path.name],
        [path.name, f"{path.name}.lock"],
    )


def ask() -> None:
    """What the rules ask of a card in New York on that day."""
    assert country_of("America/New_York") == "US"
    assert is_working("US", THANKSGIVING) is False


def start(path: Path) -> None:
    """Begin again, with that file to look into."""
    country_days._known = KnownDays({}, {})
    country_cache.use(lambda: path)


def written(path: Path) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(path.read_bytes())
    return found


def change(path: Path, **parts: Any) -> None:
    path.write_text(json.dumps(written(path) | parts))


def without_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing can be worked out: what is said must come from the file."""
    monkeypatch.setattr(country_days, "_year", lambda *_: pytest.fail("the library was asked"))
    monkeypatch.setattr(country_days, "table", lambda *_: pytest.fail("the tables were asked"))


def test_what_was_worked_out_once_is_not_worked_out_again(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_tables(monkeypatch)
    ask()
    assert country_days.new() == KnownDays({}, {})


def test_a_country_without_a_calendar_and_a_zone_without_a_country_are_kept_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "days.json"
    assert is_working("XX", THANKSGIVING) is None and country_of("UTC") == ""
    country_cache.keep(lambda: path)
    start(path)
    without_tables(monkeypatch)
    assert is_working("XX", THANKSGIVING) is None and country_of("UTC") == ""


def test_it_is_not_looked_at_where_no_day_is_asked_for(tmp_path: Path) -> None:
    country_cache.use(lambda: pytest.fail("the place was asked for"))
    country_cache.keep(lambda: pytest.fail("the place was asked for"))


def test_nobody_else_can_read_it(file: Path) -> None:
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_what_is_new_is_added_to_what_others_have_kept(file: Path) -> None:
    assert is_working("DE", THANKSGIVING)
    change(file, years=written(file)["years"] | {"GB-ENG 2026": "1" * 365})  # by another, meanwhile
    country_cache.keep(lambda: file)
    assert written(file)["years"].keys() == {"US 2026", "DE 2026", "GB-ENG 2026"}
    assert written(file)["countries"] == {"America/New_York": "US"}


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"null", b"[]", b"\xff", b"{}", b'{"years": []}', b'{"years": {"US 2026": 1}}', b"[" * 10_000,
     b" " * (2**20 + 1)],
)  # fmt: skip
def test_a_damaged_file_is_as_none_and_made_anew(file: Path, raw: bytes) -> None:
    file.write_bytes(raw)
    ask()
    country_cache.keep(lambda: file)
    assert written(file)["years"].keys() == {"US 2026"}


@pytest.mark.parametrize(
    ("key", "signs"),
    [
        pytest.param("US 2026", "0" * 365, id="a year without a working day: the search would not end"),
        pytest.param("US 2026", "1" * 364, id="a day too few"),
        pytest.param("US 2026", "1" * 366, id="a day too many"),
        pytest.param("US 2026", "1" * 364 + "x", id="no sign"),
        pytest.param("us 2026", "1" * 365, id="no country"),
        pytest.param("US 0000", "1" * 365, id="no year"),
        pytest.param("US 26", "1" * 365, id="half a year"),
        pytest.param("US", "", id="no year at all"),
    ],
)
def test_a_year_that_can_be_none_is_left_out(file: Path, key: str, signs: str) -> None:
    change(file, years={key: signs})
    assert country_cache.load(file).years == {}
    ask()


def test_a_country_that_can_be_none_is_left_out(file: Path) -> None:
    change(file, countries={"America/New_York": "\x1b[2J", "UTC": ""})
    assert country_cache.load(file).countries == {"UTC": ""}


@pytest.mark.parametrize("package", ["holidays", "tzdata"])
def test_other_tables_than_those_it_is_of_are_asked_anew(file: Path, package: str) -> None:
    change(file, tables=country_cache.tables() | {package: f"{package}-0.1.dist-info"})
    assert country_cache.load(file) == KnownDays({}, {})
    ask()
    country_cache.keep(lambda: file)
    assert written(file)["tables"] == country_cache.tables()


def test_the_tables_are_told_by_their_versions() -> None:
    from importlib.metadata import version

    assert country_cache.tables() == {
        name: f"{name}-{version(name)}.dist-info" for name in ("holidays", "tzdata")
    }


def test_where_nothing_can_be_written_nobody_is_told(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the place of the directory")
    ask()
    country_cache.keep(lambda: tmp_path / "cache" / "ringback" / "days.json")
    assert (tmp_path / "cache").is_file()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_nor_where_the_directory_is_read_only(file: Path) -> None:
    before = file.read_bytes()
    file.parent.chmod(0o500)
    try:
        assert is_working("DE", THANKSGIVING)
        country_cache.keep(lambda: file)
    finally:
        file.parent.chmod(0o700)
    assert file.read_bytes() == before


@pytest.mark.parametrize("kind", ["a directory", "a pipe", "a link"])
def test_what_is_no_file_is_left_as_it_is(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "days.json"
    if kind == "a directory":
        path.mkdir()
    elif kind == "a pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(tmp_path / "elsewhere.json")
    start(path)
    ask()
    country_cache.keep(lambda: path)
    assert not path.is_file()


def test_whoever_finds_another_writing_leaves_it_to_them(file: Path) -> None:
    before = file.read_bytes()
    assert is_working("DE", THANKSGIVING)
    with FileLock(file.with_name(f"{file.name}.lock"), file).held(1):
        country_cache.keep(lambda: file)
    assert file.read_bytes() == before
