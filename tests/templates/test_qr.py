"""QR codes: a reader of codes finds the exact text in the picture that the letters make."""

from __future__ import annotations

import pytest

from store.people.numbers import number
from templates.links import mailto, sms, tel, whatsapp
from templates.qr import Code, TooLong, qr

PIXELS = 4
"""Width of a module in the picture."""
MOBILE = number("+49 1511 2345678")
LINKS = (
    tel(MOBILE).url,
    sms(MOBILE, "Dear Ada, thank you for your time today. – Dana").url,
    whatsapp(MOBILE, "Dear Ada,\nthank you: the part about event streams stayed with me.\nDana").url,
    mailto("ada@globex.example", "Thank you", "Dear Ada,\n\n" + "thank you for Wednesday. " * 10).url,
)


def modules(code: Code, *, ascii_only: bool) -> list[list[bool]]:
    """Which squares are dark, row by row, read off the letters."""
    if ascii_only:
        return [[line[at] == "#" for at in range(0, code.width, 2)] for line in code.lines]
    rows = []
    for line in code.lines:
        rows.append([letter in "▀█" for letter in line])
        rows.append([letter in "▄█" for letter in line])
    return rows


def read(rows: list[list[bool]]) -> list[str]:
    """What a reader of codes finds in the picture."""
    decoder = pytest.importorskip("zxingcpp", reason="needs zxing-cpp to read the codes")
    grey = bytes(
        0 if dark else 255
        for row in rows
        for _ in range(PIXELS)
        for dark in row
        for _ in range(PIXELS)
    )  # fmt: skip
    picture = memoryview(grey).cast("B", shape=[len(rows) * PIXELS, len(rows[0]) * PIXELS])
    return [found.text for found in decoder.read_barcodes(picture)]


@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize("link", LINKS)
def test_reads_back_to_the_letter(link: str, ascii_only: bool) -> None:
    code = qr(link, ascii_only=ascii_only)
    assert code.height == len(code.lines)
    assert {len(line) for line in code.lines} == {code.width}
    assert set("".join(code.lines)) <= set("# " if ascii_only else "▀▄█ ")
    assert read(modules(code, ascii_only=ascii_only)) == [link]


def test_the_quiet_zone_gives_way_to_a_small_window_and_the_code_is_still_read() -> None:
    link = sms(MOBILE, "Thank you, Ada!").url
    wide, tight = qr(link), qr(link, width=33, height=17)
    assert (tight.width, tight.height) == (33, 17)
    assert wide.width == tight.width + 4
    assert read(modules(tight, ascii_only=False)) == [link]


def test_says_when_it_does_not_fit() -> None:
    with pytest.raises(TooLong, match=r"needs 33×17 cells and there are 32×17"):
        qr(sms(MOBILE, "Thank you, Ada!").url, width=32, height=17)
    with pytest.raises(TooLong, match="too long for a QR code"):
        qr("x" * 3_000)
