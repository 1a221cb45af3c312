"""The tables that come with tzdata: which zones and countries there are. Pure."""

from __future__ import annotations


def table(name: str) -> list[str]:
    """The lines of one of them, such as `zone.tab`."""
    # Imported on use: it is slow to load, and zones are kept.
    from importlib import resources

    return resources.files("tzdata").joinpath("zoneinfo", name).read_text("utf-8").splitlines()
