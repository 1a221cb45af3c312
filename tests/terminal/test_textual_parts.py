"""The parts of Textual that are not promised and that the driver and the ending rest on.

A failure here means: compare `tui/terminal/` with the new Textual before going on.
"""

import inspect
from importlib.metadata import version

import pytest
from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from tui.terminal.driver import QuietDriver


@pytest.mark.parametrize(
    "name",
    sorted(
        name
        for name, value in vars(QuietDriver).items()
        if callable(value) and not name.startswith("__") and name not in
        {"set_title", "bell", "_recovered", "_restore", "_read_all", "_end", "finish_input",
             "_be_woken_by_signals"}
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


def test_the_version_is_one_that_has_been_looked_at() -> None:
    assert version("textual").startswith("8.")
