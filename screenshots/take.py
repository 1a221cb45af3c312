"""Take the pictures: `python screenshots/take.py [--check] [NAME …]`.

They are drawn by the board itself, from the sample, at an instant of its own: the same bytes each time.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import sys
from asyncio import gather, timeout
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.color import Color as Rgb
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from textual.color import Color
from textual.filter import LineFilter
from textual.pilot import Pilot

from screenshots.scenes import NOW, SCENES, ZONE, Scene
from store.clock import StoppedClock
from store.database.storage import SafeStorage
from store.demo import sample, sample_settings
from store.service import Service
from store.settings import Settings
from templates.library import Library
from tui.app import Ringback
from tui.screens.board_state import BoardState

HERE = Path(__file__).resolve().parent
UNSAID = Rgb.default()
CELL = 12.2
"""Width of a cell in the units of the pictures."""
PATIENCE = 20.0
"""Seconds after which a scene that does not come about is a fault."""


class Sixteen(LineFilter):
    """Draws each colour as a terminal does that has only sixteen, white on black where none is asked for."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(one.text, self._poorer(one.style or Style()), one.control) for one in segments]

    def _poorer(self, style: Style) -> Style:
        front = self._nearest(style.color or UNSAID, "white")
        back = self._nearest(style.bgcolor or UNSAID, "black")
        return style + Style(color=front, bgcolor=back)

    def _nearest(self, colour: Rgb, otherwise: str) -> Rgb:
        one = Rgb.parse(otherwise) if colour.is_default else colour.downgrade(ColorSystem.STANDARD)
        return Rgb.from_triplet(one.get_truecolor(DEFAULT_TERMINAL_THEME))


class Posing(Ringback):
    """The board as it is, in the scene's colours."""

    def __init__(self, scene: Scene, folder: Path) -> None:
        settings = sample_settings(Settings(zone=ZONE.key, theme=scene.theme, ascii=scene.ascii))
        clock = StoppedClock(NOW)
        service = Service(SafeStorage(folder / "pictures.json"), clock, settings.policy, ZONE)
        book = sample(NOW, settings.policy, ZONE)
        service.database.apply(lambda _: book, NOW)
        state = BoardState(service, settings, ascii_only=bool(settings.ascii))
        super().__init__(state, partial(Library, folder / "templates"))
        self.scene = scene
        self.animation_level = "none"

    def get_line_filters(self) -> Sequence[LineFilter]:
        filters = super().get_line_filters()
        return [*filters, Sixteen()] if self.scene.sixteen else filters

    def seen(self) -> str:
        """The words on the screen."""
        strips = self.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def picture(scene: Scene) -> str:
    """The scene as SVG. Raises TimeoutError where it does not come about."""
    with TemporaryDirectory(prefix="ringback-picture-") as folder:
        app = Posing(scene, Path(folder))
        async with app.run_test(size=scene.size) as pilot:
            await pilot.press(*scene.keys)
            await _come_to_rest(app, pilot)
            return _plain(app.export_screenshot(title="ringback"), scene.name)


async def _come_to_rest(app: Posing, pilot: Pilot[None]) -> None:
    """Wait until the scene is there, nothing is being worked on, and nothing changes any more."""
    before, now = "", app.seen()
    try:
        async with timeout(PATIENCE):
            while now != before or app.scene.until.casefold() not in now.casefold():
                await gather(*(worker.wait() for worker in app.workers), return_exceptions=True)
                await pilot.pause()
                before, now = now, app.seen()
    except TimeoutError:
        raise TimeoutError(f"{app.scene.name}: {app.scene.until!r} does not come up in\n{now}") from None


def _plain(svg: str, name: str) -> str:
    """With ids of its own, so that two pictures fit on one page, and without fonts from the network."""
    svg = re.sub(r"terminal-\d+", name, svg)
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r'x="([\d.]+)"( y="[\d.]+") textLength="([\d.]+)"([^>]*)>((?:&#160;)*)', _shifted, svg)
    return re.sub(r"[ \t]+\n", "\n", svg)


def _shifted(found: re.Match[str]) -> str:
    """A text that begins where its first letter stands: some viewers leave out blanks before it."""
    blank = found[5].count("&#160;") * CELL
    x, length = float(found[1]) + blank, float(found[3]) - blank
    return f'x="{x:.5g}"{found[2]} textLength="{length:.5g}"{found[4]}>'


def path_of(scene: Scene) -> Path:
    """Where its picture lies."""
    return HERE / f"{scene.name}.svg"


def main() -> int:
    """Write the pictures, or with --check say which are out of date and fail."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a picture differs")
    parser.add_argument("names", metavar="NAME", nargs="*", help="; ".join(one.name for one in SCENES))
    args = parser.parse_args()
    os.environ.pop("NO_COLOR", None)
    stale = 0
    for scene in SCENES:
        if args.names and scene.name not in args.names:
            continue
        svg, path = asyncio.run(picture(scene)), path_of(scene)
        same = path.exists() and path.read_text(encoding="utf-8") == svg
        stale += not same
        if not args.check:
            path.write_text(svg, encoding="utf-8")
        sys.stdout.write(f"{path.name}: {'as before' if same else 'differs' if args.check else 'taken'}\n")
    return 1 if args.check and stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
