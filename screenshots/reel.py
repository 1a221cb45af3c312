"""Several pictures of a terminal as one that moves: each row is drawn once and shown while it is so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape, unescape
from itertools import groupby
from typing import NamedTuple

CELL, ROW, TOP = 12.2, 24.4, 1.5
"""Width and height of a cell, and where the first row begins, in the units of the pictures."""
_RULE = re.compile(r"\.\S+-(r\d+) \{ ([^}]*) \}")
_RECT = re.compile(r'<rect fill="([^"]+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="24.65"')
_TEXT = re.compile(
    r'<text class="\S+-(r\d+)" x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"[^>]*>([^<]*)</text>'
)
BLANKS = " \xa0"
_SINGLE = re.compile(r"(?<!\xa0)\xa0(?!\xa0)")
"""A blank that no other stands beside: it needs nothing that keeps it."""


class Frame(NamedTuple):
    """A picture of the screen as the screen itself draws it, what is said of it, and how long it is shown."""

    svg: str
    caption: str
    seconds: float


class _Row(NamedTuple):
    """What is drawn in one row of one frame; `number` from 0, -1 for the caption."""

    number: int
    markup: str


def reel(frames: Sequence[Frame], size: tuple[int, int]) -> str:
    """The frames one after the other, over and over; all are of `size` cells."""
    width, height = size[0] * CELL + 20, size[1] * ROW + 50
    ground = Counter(fill for frame in frames for fill, *_ in _RECT.findall(frame.svg)).most_common(1)[0][0]
    styles: dict[str, str] = {}
    shown: dict[_Row, list[int]] = {}
    for at, frame in enumerate(frames):
        for row in _rows(frame, ground, width / 2 - 9, styles):
            shown.setdefault(row, []).append(at)
    times = [0.0]
    for frame in frames:
        times.append(times[-1] + frame.seconds)
    spans = {row: _spans(numbers) for row, numbers in shown.items()}
    names = {kind: f"k{at}" for at, kind in enumerate(dict.fromkeys(spans.values()))}
    always = ((0, len(frames)),)
    groups = "\n".join(
        f"<g>{row.markup}</g>" if spans[row] == always else f'<g class="{names[spans[row]]}">{row.markup}</g>'
        for row in sorted(shown, key=lambda row: row.number)
    )
    moves = "\n".join(_keyframes(name, kind, times) for kind, name in names.items() if kind != always)
    looks = "\n".join(f".{name}{{{style}}}" for style, name in styles.items())
    return f"""\
<svg viewBox="0 0 {width:g} {height:g}" xmlns="http://www.w3.org/2000/svg">
<style>
text{{font:20px Fira Code,Menlo,Consolas,DejaVu Sans Mono,monospace}}
.title{{font:18px arial,sans-serif;fill:#d0d0d0}}
{looks}
{moves}
@media (prefers-reduced-motion: reduce){{g{{animation:none!important}}}}
</style>
<rect fill="#292929" stroke="#555" x="1" y="1" width="{width - 2:g}" height="{height - 2:g}" rx="8"/>
<g transform="translate(9,41)">
<rect fill="{ground}" width="{size[0] * CELL:g}" height="{size[1] * ROW + TOP:g}"/>
{groups}
</g>
</svg>
"""


def _spans(numbers: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Runs of frames, each from its first to the one behind its last."""
    runs = [[*run] for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])]
    return tuple((run[0][1], run[-1][1] + 1) for run in runs)


def _keyframes(name: str, spans: Sequence[tuple[int, int]], times: Sequence[float]) -> str:
    """Shows a row in its spans and hides it outside; without motion it is as in the first frame."""
    turns: dict[float, str] = {} if spans[0][0] == 0 else {0.0: "hidden"}
    for start, end in spans:
        turns[times[start]] = "visible"
        if end < len(times) - 1:
            turns[times[end]] = "hidden"
    steps = "".join(f"{at / times[-1]:.4%}{{visibility:{word}}}" for at, word in sorted(turns.items()))
    still = "visible" if spans[0][0] == 0 else "hidden"
    # Written out for the last instant too: a browser would fade towards what holds without it.
    last = [*turns.values()][-1] if turns else still
    return (
        f"@keyframes {name}{{{steps}100%{{visibility:{last}}}}}\n"
        f".{name}{{visibility:{still};animation:{name} {times[-1]:g}s step-end infinite}}"
    )


def _rows(frame: Frame, ground: str, middle: float, styles: dict[str, str]) -> Iterator[_Row]:
    """All rows in which there is anything; new styles are added, each with a name."""
    drawn: dict[int, list[str]] = {}
    for number, markup in (*_grounds(frame.svg, ground), *_letters(frame.svg, styles)):
        drawn.setdefault(number, []).append(markup)
    title = f'<text class="title" text-anchor="middle" x="{middle:g}" y="-14">{escape(frame.caption)}</text>'
    yield _Row(-1, title)
    for number, row in drawn.items():
        yield _Row(number, "".join(row))


def _grounds(svg: str, ground: str) -> Iterator[tuple[int, str]]:
    """What lies behind letters, where that is not the ground: the row, and what draws it."""
    cells = [(float(y), fill, float(x), float(width)) for fill, x, y, width in _RECT.findall(svg)]
    for (y, fill), run in groupby(cells, lambda cell: cell[:2]):
        if fill != ground:
            parts = [*run]
            x, width = parts[0][2], sum(part[3] for part in parts)
            place = f'x="{x:.5g}" y="{y:.5g}" width="{width:.5g}"'
            yield round((y - TOP) / ROW), f'<rect fill="{fill}" {place} height="24.7"/>'


def _letters(svg: str, styles: dict[str, str]) -> Iterator[tuple[int, str]]:
    """What is written: the row, and what draws it; blanks at the ends are left out."""
    rules = dict(_RULE.findall(svg))
    for name, x, y, length, marked in _TEXT.findall(svg):
        text = unescape(marked).strip("\n")
        left, right = (len(text) - len(one(BLANKS)) for one in (text.lstrip, text.rstrip))
        if left == len(text):
            continue
        look = styles.setdefault(rules[name].strip().rstrip(";"), f"s{len(styles)}")
        start, width = float(x) + left * CELL, float(length) - (left + right) * CELL
        words = escape(_SINGLE.sub(" ", text.strip(BLANKS)))
        place = f'x="{start:.5g}" y="{float(y):.5g}" textLength="{width:.5g}"'
        yield round((float(y) - 20) / ROW), f'<text class="{look}" {place}>{words}</text>'
