"""Write the key tables from those that the board itself uses: `python screenshots/readme.py`.

All of them go to KEYS.md, those most used to the README.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tui.keymap import Group, Keymap, groups, written
from tui.keys import Key

ROOT = Path(__file__).resolve().parent.parent
README, KEYS = ROOT / "README.md", ROOT / "KEYS.md"
BEGIN, END = "<!-- keys: written by screenshots/readme.py -->", "<!-- end of keys -->"
MOST_USED = (
    "board.up", "board.down", "board.left", "board.right", "card.open", "card.add", "card.edit", "card.draft",
    "card.sent", "card.call", "card.promise", "card.heard", "card.outcome", "card.owes", "board.now",
    "board.undo", "board.filter", "time.travel", "app.help", "app.leave",
)  # fmt: skip
OPENING = """\
# Keys

Every key can be changed in the settings, by its id: `"card.call" = "C"` under `[keys]`, or several with
commas between them. An id that stands in several tables has the same keys in all of them, and every page
names the keys as you have them. `ringback doctor` says where two would clash. In the editor, in forms and in
the filter all letters write; where a form lists options, the key of each stands before it.
"""


def document() -> str:
    """KEYS.md: a table for each group of keys, in the order of the help."""
    return "\n".join([OPENING, "\n\n".join(_section(group) for group in groups()), ""])


def renewed(readme: str) -> str:
    """The README with its key table as it is now."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    table = _table(Keymap().key(key_id) for key_id in MOST_USED)
    return f"{before}{BEGIN}\n\n{table}\n\n{END}{after}"


def _section(group: Group) -> str:
    section = f"## {group.title}\n\n{_table(group.keys)}"
    if not group.shared:
        return section
    shared = ", ".join(f"{_keys(key)} (`{key.id}`)" for key in group.shared)
    return f"{section}\n\nAs elsewhere: {shared}."


def _table(keys: Iterable[Key]) -> str:
    rows = [f"| {_keys(key)} | {key.words} | `{key.id}` |" for key in keys]
    return "\n".join(["| key | what it does | id |", "| --- | --- | --- |", *rows])


def _keys(key: Key) -> str:
    return " ".join(f"`{name}`" for name in written(key).split())


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
    KEYS.write_text(document(), encoding="utf-8")
