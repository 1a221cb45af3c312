"""Make the moving picture: `python screenshots/moving.py`.

An evening in the sample search, as the board draws it: a thank-you is written and sent, a call is made. It is
one SVG, whose rows a style sheet shows and hides; it needs no script, and stands still where that is wished.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from asyncio import timeout
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from textual.pilot import Pilot

from screenshots.reel import Frame, reel
from screenshots.scenes import Scene, typed
from screenshots.take import HERE, PATIENCE, Posing
from tui.key_names import parts

SIZE = (110, 34)
TOUR = HERE / "tour.svg"
_SCENE = Scene("tour", "An evening with ringback", SIZE)
_LETTERS = 4
"""So many are typed between two frames."""
_CALM = 3
"""So often the screen is looked at without a change in it before it is drawn."""
_KEY = re.compile(r"\{([\w.]+)\}")


class Step(NamedTuple):
    """What is done next: keys by their ids, then a text; shown when its words are on the screen."""

    caption: str
    keys: tuple[str, ...] = ()
    text: str = ""
    until: str = ""
    seconds: float = 2.0


STORY: tuple[Step, ...] = (
    Step("What is due now stands first", until="TO THANK", seconds=3.0),
    Step("Kestrel Maps is to be thanked today", ("board.to_thank", "board.down"), until="Noor"),
    Step("{card.draft}: a draft that fits the interview", ("card.draft",), until="Dear Noor", seconds=3.0),
    Step("{editor.finding}: to the gap that is yours to fill", ("editor.finding",), until="1 of"),
    Step(
        "{editor.finding}: to the gap that is yours to fill",
        text="I would begin where the old survey sheets and the walking routes disagree.",
        until="ready",
    ),
    Step("{editor.sent}: the last read, and ways to send it", ("editor.sent",), "", "Last read", 3.5),
    Step("{card.sent}: sent, and the card waits for their answer", ("card.sent",), "", "thanked Noor", 3.5),
    Step("The promised day is over: call", ("board.call_now", "board.down", "board.down"), "", "Desmond"),
    Step("{card.call}: the number, what they promised, what to say", ("card.call",), "", "what to say", 4.0),
    Step("{call.reached}: and they name a day", ("call.reached",), "", "Answer by", 1.0),
    Step(
        "{call.reached}: and they name a day",
        ("form.next_field", "form.next_field"),
        text="next friday",
        until="27 Nov",
    ),
    Step("Done. The cards move by themselves", ("form.save",), until="called Desmond", seconds=4.0),
)


async def frames() -> AsyncIterator[Frame]:
    """The story as the board shows it. Raises TimeoutError where something in it does not come about."""
    with TemporaryDirectory(prefix="ringback-picture-") as folder:
        app = Posing(_SCENE, Path(folder))
        async with app.run_test(size=SIZE) as pilot:
            for step in STORY:
                caption = _KEY.sub(lambda found: app.keymap.say(found[1]), step.caption)
                for name in step.keys:
                    await pilot.press(parts(app.keymap.key(name).keys)[0])
                for end in range(_LETTERS, len(step.text), _LETTERS):
                    await pilot.press(*typed(step.text[end - _LETTERS : end]))
                    await _seen(app, pilot, step.text[:end].rpartition(" ")[2])
                    yield Frame(app.export_screenshot(), caption, 0.2)
                rest = len(step.text) % _LETTERS or _LETTERS
                await pilot.press(*typed(step.text[-rest:] if step.text else ""))
                await _seen(app, pilot, step.until)
                yield Frame(app.export_screenshot(), caption, step.seconds)


async def _seen(app: Posing, pilot: Pilot[None], words: str) -> None:
    """Wait until the words are on the screen and nothing changes any more."""
    before, now, calm = "", app.seen(), 0
    try:
        async with timeout(PATIENCE):
            while calm < _CALM or words.casefold() not in now.casefold():
                await pilot.pause(0.05)
                before, now = now, app.seen()
                calm = calm + 1 if now == before else 0
    except TimeoutError:
        raise TimeoutError(f"{words!r} does not come up in\n{now}") from None


async def moving_picture() -> str:
    """The whole story as one SVG."""
    return reel([frame async for frame in frames()], SIZE)


def main() -> int:
    """Write the picture."""
    os.environ.pop("NO_COLOR", None)
    svg = asyncio.run(moving_picture())
    TOUR.write_text(svg, encoding="utf-8")
    sys.stdout.write(f"{TOUR.name}: {len(svg.encode()) / 1000:.0f} kB\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
