"""The signs on the screen, and what stands for each where a terminal has ASCII only. Pure.

Each sign stands beside words that say the same, and is none that fonts make a picture of or draw wider than
a cell. Whatever else is shown in ASCII goes through `plain`, letter by letter.
"""

import unicodedata
from functools import lru_cache

from msgspec import Struct


class Signs(Struct, frozen=True):
    """One set of signs."""

    # Anywhere
    dot: str
    """Between two facts."""
    more: str
    """Something is left out, or still under way."""
    pointer: str
    """Before the column or the recipient that is shown."""
    # Columns and cards
    rule: str
    thick_rule: str
    bar: str
    """Beside the card under the cursor."""
    marked: str
    moved: str
    """The card has moved since it was last looked at."""
    unthanked: str
    partly: str
    """Some are thanked and some are not."""
    call: str
    mail: str
    phone: str
    """A message to the phone."""
    thanks_count: str
    calls_count: str
    """Behind the numbers of a status bar, where there is room for one letter."""
    # The editor
    done: str
    open: str
    skipped: str
    must: str
    """Has to be mended before the text can go."""
    may: str
    # The call sheet's check before dialling
    ticked: str
    unticked: str
    # Forms: one of several, and any of several
    chosen: str
    unchosen: str
    checked: str
    unchecked: str

    def counts(self, thank: int, ask: int) -> str:
        """`3✎ 1✆`: how many to thank, and to call, write to or answer; blank where there is nothing to do."""
        found = ((thank, self.thanks_count), (ask, self.calls_count))
        return " ".join(f"{count}{sign}" for count, sign in found if count)


UNICODE = Signs(
    dot="·", more="…", pointer="▸",
    rule="─", thick_rule="━", bar="▌", marked="✓", moved="»",
    unthanked="◉", partly="◔", call="✆", mail="✎", phone="✆", thanks_count="✎", calls_count="✆",
    done="✓", open="☐", skipped="–", must="✗", may="!",
    ticked="✓", unticked="☐",
    chosen="◉", unchosen="◌", checked="☒", unchecked="☐",
)  # fmt: skip
ASCII = Signs(
    dot="-", more="~", pointer=">",
    rule="-", thick_rule="=", bar=">", marked="*", moved="+",
    unthanked="o", partly="%", call="#", mail="@", phone="#", thanks_count="T", calls_count="C",
    done="+", open="o", skipped="-", must="x", may="!",
    ticked="[x]", unticked="[ ]",
    chosen="(*)", unchosen="( )", checked="[x]", unchecked="[ ]",
)  # fmt: skip


_STANDS_FOR = {
    "-": "·∙‑–—−─━┄┈", "*": "•", "~": "…≈", '"': "“”„", "'": "‘’‚′", "<": "«‹≤←◂", ">": "»›≥→▸", "^": "↑▴",
    "v": "↓▾", "+": "✓✔┌┐└┘├┤┬┴┼╭╮╯╰╔╗╚╝", "x": "×✗✘☒", "o": "●○◉◎◌☐☑▄▅øœ", "%": "◐◔", "@": "✎",
    "#": "✆▆▇█▉▊▋▓", "=": "═", "|": "│┃║▌▍▎▏▐", ".": "▁▂▃░▒", "s": "ß", "O": "ØŒ", "A": "Æ", "a": "æ",
    "L": "Ł", "l": "ł", "D": "ĐÐ", "d": "đð", "i": "ı", "E": "€",
}  # fmt: skip
_PLAIN = str.maketrans({glyph: shown for shown, glyphs in _STANDS_FOR.items() for glyph in glyphs})
"""One letter for one: a text stays as wide as it is."""


@lru_cache(4096)
def _plain_letter(letter: str) -> str:
    if letter.isascii():
        return letter
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return ""
    base = unicodedata.normalize("NFKD", letter)[:1]
    shown = base if base.isascii() and base.isprintable() else "?"
    return f"{shown} " if unicodedata.east_asian_width(letter) in ("W", "F") else shown


def plain(text: str) -> str:
    """The text in ASCII, as wide as it is: signs and letters by what comes nearest, others as `?`."""
    if text.isascii():
        return text
    text = text.translate(_PLAIN)
    return text if text.isascii() else "".join(map(_plain_letter, text))


def plain_ascii(stream: str, user: str) -> bool:
    """Whether what is drawn in the encoding `stream`, in a locale of the encoding `user`, has to be ASCII.

    Python writes UTF-8 in the locale C, too; of the terminal of whoever sets that only ASCII is known.
    """
    return not all("utf" in one.lower() for one in (stream, user))


def signs(*, ascii_only: bool) -> Signs:
    """The set for a terminal."""
    return ASCII if ascii_only else UNICODE
