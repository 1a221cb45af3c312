"""A QR code in letters, for a phone to scan from the terminal.

Dark modules are drawn, light ones are blank; shown as black on white it reads the same on light and dark
terminals. A half-block letter holds two modules, one above the other, which makes them square.
"""

from __future__ import annotations

from typing import NamedTuple

QUIET, LEAST_QUIET = 4, 2
"""Light modules around the code: what ISO/IEC 18004 asks for, and what phones still accept."""
_BYTES = (17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520, 586, 644, 718, 792, 858)
"""What each size of code holds, from the smallest on, at the lowest correction of errors (ISO/IEC 18004).

There are larger ones; a phone reads them with trouble.
"""
_SMALLEST, _STEP = 21, 4
"""Modules of the smallest code on each side, and how many more the next one has."""
MOST = _BYTES[-1]
"""Bytes that a phone still reads from a screen with ease."""
_HALVES = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}


class Code(NamedTuple):
    """A code as `height` lines of `width` cells."""

    lines: tuple[str, ...]
    width: int
    height: int


class TooLong(ValueError):
    """No code for the text fits; one sentence that says so."""


def room(width: int, height: int, *, ascii_only: bool = False) -> int:
    """How many bytes the largest code holds that fits into `width` × `height` cells; 0 where none fits."""
    modules = min(width // 2, height) if ascii_only else min(width, 2 * height)
    sizes = (modules - 2 * LEAST_QUIET - _SMALLEST) // _STEP + 1
    return _BYTES[min(sizes, len(_BYTES)) - 1] if sizes > 0 else 0


def qr(text: str, *, width: int | None = None, height: int | None = None, ascii_only: bool = False) -> Code:
    """The smallest code for `text`, with the widest quiet zone that `width` × `height` cells have room for.

    `ascii_only` draws a module as `##`, which needs twice the room each way. Raises TooLong.
    """
    import segno

    try:
        made = segno.make(text, error="l", micro=False, encoding=_encoding(text))
    except segno.DataOverflowError:
        raise TooLong("The text is too long for a QR code: take another way, or shorten it.") from None
    for quiet in range(QUIET, LEAST_QUIET - 1, -1):
        modules = [list(row) for row in made.matrix_iter(border=quiet)]
        lines = _doubled(modules) if ascii_only else _halved(modules)
        code = Code(tuple(lines), len(lines[0]), len(lines))
        if code.width <= (width or code.width) and code.height <= (height or code.height):
            return code
    raise TooLong(
        f"The QR code needs {code.width}×{code.height} cells and there are {width}×{height}: "
        "enlarge the window, or shorten the text."
    )


def _encoding(text: str) -> str | None:
    """UTF-8 for what is not ASCII: phones take it for that, whatever the standard has."""
    return None if text.isascii() else "utf-8"


def _halved(modules: list[list[int]]) -> list[str]:
    rows = [*modules, [0] * len(modules[0])] if len(modules) % 2 else modules
    return [
        "".join(_HALVES[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    ]


def _doubled(modules: list[list[int]]) -> list[str]:
    return ["".join("##" if module else "  " for module in row) for row in modules]
