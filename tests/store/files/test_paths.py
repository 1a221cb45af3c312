"""Ringback's files lie where platformdirs says, also where that is told without it; and how that is said."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from store.files import paths
from store.files.paths import with_tilde

FOUND = {
    "DATA": (paths.data_file, platformdirs.user_data_path),
    "CONFIG": (paths.config_file, platformdirs.user_config_path),
    "STATE": (lambda: paths.state_dir() / "log", platformdirs.user_state_path),
    "CACHE": (paths.country_days_file, platformdirs.user_cache_path),
}


@pytest.mark.parametrize("kind", FOUND)
@pytest.mark.parametrize(
    "variable", [None, "", "  ", "/xdg/place", "/xdg//place/", "relative", " /xdg", "~/xdg"]
)
@pytest.mark.parametrize("home", ["/home/ada", "/home/ada/", "relative", "", None])
def test_as_the_system_has_it(
    monkeypatch: pytest.MonkeyPatch, kind: str, variable: str | None, home: str | None
) -> None:
    monkeypatch.delenv(paths.VARIABLE, raising=False)
    for name, value in ((f"XDG_{kind}_HOME", variable), ("HOME", home)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    found, place = FOUND[kind]
    assert found().parent == place(paths.PROGRAM, appauthor=False)


def test_a_named_database_goes_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.VARIABLE, "/elsewhere/board.json")
    assert paths.data_file() == Path("/elsewhere/board.json")


@pytest.mark.parametrize(
    ("home", "path", "said"),
    [
        ("/home/ada", "/home/ada/.config/x.toml", "~/.config/x.toml"),
        ("/home/ada", "/home/adam/x.toml", "/home/adam/x.toml"),
        ("/home/ada", "/srv/home/ada/x", "/srv/home/ada/x"),
        ("/", "/etc/x", "/etc/x"),
        ("/home/ada", "", ""),
    ],
)
def test_the_home_is_said_as_a_tilde(
    home: str, path: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", home)
    assert with_tilde(path) == said
