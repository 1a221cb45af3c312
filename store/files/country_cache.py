"""Working days and zones' countries, kept in the cache directory: the calendars take long to load.

What cannot be read, or was worked out by other tables, is worked out again; what cannot be written is not
kept. Nobody is told of either. Whoever finds another writing leaves it to them.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from store import country_days
from store.country_days import KnownDays
from store.files.errors import StorageError
from store.interview import COUNTRY

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec

_LARGEST = 2**20
"""Bytes the file may have."""
_MOST_YEARS = 1_000
_FEWEST_DAYS = 100
"""Working days that a year has at least, in any country: with none, a search for the next would not end."""


def use(place: Callable[[], Path]) -> None:
    """Let `store.country_days` look into that file before it works anything out."""
    country_days.look_first(lambda: load(place()))


def load(path: Path) -> KnownDays:
    """What is kept there and still holds; nothing where there is no such file, or it is damaged."""
    # Imported on use: a command that asks for no day needs neither.
    import msgspec

    from store.files.regular import read_plain

    try:
        raw, _ = read_plain(path, _LARGEST)
        kept = msgspec.json.decode(raw, type=dict[str, dict[str, str]])
    except (OSError, ValueError, StorageError, RecursionError):
        return KnownDays({}, {})
    if kept.get("tables") != tables():
        return KnownDays({}, {})
    years, countries = kept.get("years", {}), kept.get("countries", {})
    return KnownDays(
        {key: signs for key, signs in years.items() if _is_year(key, signs)},
        {zone: country for zone, country in countries.items() if not country or COUNTRY.fullmatch(country)},
    )


def keep(place: Callable[[], Path]) -> None:
    """Add what was worked out since the last time to what is kept there."""
    new = country_days.new()
    if not new.years and not new.countries:
        return
    # A disk that is full, read-only or gone costs the next start its time, and nobody a word.
    with suppress(OSError, StorageError):
        _add(place(), new)


def _add(path: Path, new: KnownDays) -> None:
    import msgspec

    from store.files.atomic import make_directory, replace_file, sweep
    from store.files.lock import FileLock

    make_directory(path.parent)
    with FileLock(path.with_name(f"{path.name}.lock"), path).held(0):
        sweep(path)
        kept = load(path)
        years = kept.years | new.years if len(kept.years) < _MOST_YEARS else new.years
        countries = kept.countries | new.countries
        replace_file(path, msgspec.json.encode({"tables": tables(), "years": years, "countries": countries}))


def tables() -> dict[str, str]:
    """Which versions of the tables are installed. Takes a tenth of a millisecond, and loads neither."""
    return {name: _version(name) for name in ("holidays", "tzdata")}


def _version(name: str) -> str:
    """The name of the folder in which installers note the version, else when it was installed."""
    # What asks for versions by name (importlib.metadata) takes as long as a whole command.
    from importlib.machinery import PathFinder

    spec: ModuleSpec | None = PathFinder.find_spec(name)
    if spec is None or spec.origin is None:
        return ""
    package = os.path.dirname(spec.origin)  # noqa: PTH120 - pathlib is slower
    noted = (".dist-info", ".egg-info")
    try:
        beside = os.listdir(os.path.dirname(package))  # noqa: PTH120, PTH208
        found = [one for one in beside if one.lower().startswith(f"{name}-") and one.endswith(noted)]
        return ", ".join(sorted(found)) or str(os.stat(spec.origin).st_mtime_ns)  # noqa: PTH116
    except OSError:
        return ""


def _is_year(key: str, signs: str) -> bool:
    """Whether that can be a country's year: a sign for each of its days, or none at all."""
    country, _, named = key.partition(" ")
    if not COUNTRY.fullmatch(country) or len(named) != 4 or not named.isdecimal():
        return False
    year = int(named)
    days = (date(year, 12, 31) - date(year, 1, 1)).days + 1 if year else 0
    works = signs.count("1")
    return not signs or (len(signs) == days == works + signs.count("0") and works >= _FEWEST_DAYS)
