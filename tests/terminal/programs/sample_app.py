"""The app of `sample.py`."""

import threading
from pathlib import Path

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static

from tui.terminal.burst import Burst
from tui.terminal.driver import QuietDriver, driver_of
from tui.terminal.input import PasteCut


class Sample(App[None]):
    """Shows keys, pastes and continuations.

    F makes it fail, B hang for ever, T sets the title, W writes more than a terminal takes in one go.
    """

    ENABLE_COMMAND_PALETTE = False
    CSS = "Screen { overflow: hidden; }"  # at 1×1 a scroll bar that comes and goes is drawn without end

    def __init__(self, directory: Path, *, plain: bool) -> None:
        super().__init__(driver_class=None if plain else QuietDriver)
        self.directory = directory
        self.keys: list[str] = []
        self.pasted = self.cut = "-"
        self.resumed = 0

    def compose(self) -> ComposeResult:
        yield Static("", markup=False)

    def on_mount(self) -> None:
        self.app_resume_signal.subscribe(self, self.count)
        self.show()

    def save(self) -> None:
        (self.directory / "saved").write_text(" ".join(self.keys))

    def count(self, _: object) -> None:
        self.resumed += 1
        self.show()

    def show(self) -> None:
        size = f"{self.size.width}x{self.size.height}"
        lines = [f"keys {' '.join(self.keys)}.", f"pasted {self.pasted}.", f"cut {self.cut}."]
        self.query_one(Static).update(
            "\n".join(["READY", *lines, f"resumed {self.resumed}.", f"size {size}."])
        )

    def on_resize(self) -> None:
        self.call_later(self.show)  # the app's own size is set after this

    def on_key(self, event: events.Key) -> None:
        driver = driver_of(self)
        if event.key == "q":
            self.exit()
        elif event.key == "F":
            raise ValueError("secret " + repr(self.keys))
        elif event.key == "B":
            threading.Event().wait()  # a fault that keeps the app from ever leaving
        elif event.key == "T" and driver:
            driver.set_title("a\x1b[2J\u202eb")
            driver.bell()
        elif event.key == "W" and driver:
            for number in range(200):
                driver.write(f"\x1b[H{number}" + "x" * 5000)
        self.keys.append(event.key)
        (self.directory / "seen").write_text(" ".join(self.keys))
        self.show()

    def on_paste(self, event: events.Paste) -> None:
        self.pasted = f"{len(event.text)} {event.text[:20]}"
        self.show()

    async def on_burst(self, burst: Burst) -> None:
        for key in burst.one_by_one():
            await self.on_event(key)

    def on_paste_cut(self, message: PasteCut) -> None:
        self.cut = f"{message.kept} {message.dropped}"
