"""Write the README's key tables from those that the board itself uses: `python screenshots/readme.py`."""

from __future__ import annotations

from pathlib import Path

from tui.keys import Key, written
from tui.screens.help import every_key

README = Path(__file__).resolve().parent.parent / "README.md"
BEGIN, END = "<!-- keys: written by screenshots/readme.py -->", "<!-- end of keys -->"


def tables() -> str:
    """A table for each group of keys, in the order of the help."""
    groups: dict[str, list[Key]] = {}
    for key in every_key():
        groups.setdefault(key.group, []).append(key)
    return "\n\n".join(_table(group, keys) for group, keys in groups.items())


def _table(group: str, keys: list[Key]) -> str:
    rows = [f"| {_keys(key)} | {key.words} | `{key.id}` |" for key in keys]
    return "\n".join([f"### {group}", "", "| key | what it does | id |", "| --- | --- | --- |", *rows])


def _keys(key: Key) -> str:
    return " ".join(f"`{one}`" for one in written(key).split())


def renewed(readme: str) -> str:
    """The README with the key tables as they are now."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{tables()}\n\n{END}{after}"


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
