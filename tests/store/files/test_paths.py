"""Where ringback's files lie, and how that is said."""

from __future__ import annotations

import pytest

from store.files.paths import with_tilde


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
