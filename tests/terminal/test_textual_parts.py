"""The parts of Textual that are not promised and that the driver and the ending rest on.

A failure here means: compare `tui/terminal/` with the new Textual before going on.
"""

import asyncio
import inspect
import re
from importlib.metadata import version
from pathlib import Path

import pytest
from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen

import tui
from tui.terminal.driver import QuietDriver
from tui.terminal.mounting import mounted


@pytest.mark.parametrize(
    "name",
    sorted(
        name
        for name, value in vars(QuietDriver).items()
        if callable(value) and not name.startswith("__") and name not in
        {"set_title", "bell", "_recovered", "_draw_anew", "_restore", "_read_all", "_end", "finish_input",
             "_be_woken_by_signals", "_know", "resized"}
    ),
)  # fmt: skip
def test_what_is_replaced_is_still_there(name: str) -> None:
    assert callable(getattr(LinuxDriver, name))


def test_starting_still_goes_through_what_is_replaced() -> None:
    starting = inspect.getsource(LinuxDriver.start_application_mode)
    assert "self._writer_thread = WriterThread(self._file)" in starting
    assert "target=self._run_input_thread" in starting
    assert "self._must_signal_resume" in starting
    assert "self.disable_input()" in inspect.getsource(LinuxDriver.stop_application_mode)
    assert ".write(" not in inspect.getsource(LinuxDriver.close)


def test_an_app_still_ends_through_what_is_hushed() -> None:
    source = inspect.getsource(App._handle_exception)
    assert "self._exception = error" in source
    assert "self.panic(" in source
    assert "self._fatal_error()" in source
    assert "self._exit_renderables" in inspect.getsource(App._print_error_renderables)


def test_a_frame_is_still_written_through_what_is_replaced() -> None:
    source = inspect.getsource(App._display)
    assert "isinstance(renderable, CompositorUpdate)" in source
    assert "terminal_sequence = renderable.render_segments(console)" in source
    assert "self._display(" not in inspect.getsource(App) and "app._display(self" in inspect.getsource(Screen)
    places = [source.index(f"self.{part}(") for part in ("_begin_update", "_driver.write", "_end_update")]
    assert places == sorted(places)
    for part in (App._begin_update, App._end_update):
        assert "self._sync_available and " in inspect.getsource(part)


def test_the_key_parser_says_when_it_waits() -> None:
    parser = XTermParser()
    assert parser._timeout_time is None
    assert [*parser.feed("\x1b[?1;2")] == []
    assert parser._timeout_time is not None
    parser = XTermParser()
    assert [event.key for event in parser.feed("\x1b[A") if isinstance(event, events.Key)] == ["up"]
    assert parser._timeout_time is None
    assert constants.ESCAPE_DELAY <= 0.1


def test_the_terminal_is_still_asked_for_all_keys_as_codes_and_for_their_text() -> None:
    starting = inspect.getsource(LinuxDriver.start_application_mode)
    assert "KITTY_REPORT_ALL_KEYS" in starting and "KITTY_REPORT_ASSOCIATED_TEXT" in starting
    assert "\\x1b[<u" in inspect.getsource(LinuxDriver.stop_application_mode)


async def test_a_screen_says_when_it_is_mounted() -> None:
    app, screen = App[None](), Screen[None]()
    async with app.run_test():
        assert not screen._mounted_event.is_set()
        app.push_screen(screen)
        await asyncio.wait_for(mounted(screen), 5)
        assert screen.is_attached


def test_private_parts_are_leant_on_in_one_folder_only() -> None:
    root = Path(tui.__file__).parent
    private = re.compile(r"(?<!self)(?<!cls)(?<!super\(\))\._(?!replace\b|[_A-Z])[a-z]\w+|textual\._\w+")
    found = {
        f"{file.relative_to(root)}: {line.strip()}"
        for file in root.rglob("*.py")
        if file.relative_to(root).parts[0] != "terminal"
        for line in file.read_text("utf-8").splitlines()
        if private.search(line)
    }
    assert not found


def test_the_version_is_one_that_has_been_looked_at() -> None:
    assert version("textual").startswith("8.")
