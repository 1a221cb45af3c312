"""Whatever driver the board has: its own for terminals, or one that the environment names."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from store.text import show
from tui.browser import VARIABLE

if TYPE_CHECKING:
    from textual.app import App


def why_no_driver(env: Mapping[str, str]) -> str | None:
    """Say in one sentence that what is named is no driver; None where it is one."""
    # Imported on use, and the framework with it.
    from textual.driver import Driver

    named = env.get(VARIABLE, "")
    module, _, name = named.partition(":")
    try:
        found = getattr(import_module(module), name)
    except (ImportError, AttributeError, ValueError, TypeError):
        found = None
    if isinstance(found, type) and issubclass(found, Driver):
        return None
    return f"{VARIABLE} is “{show(named[:60])}”, which is no driver: unset it; `textual serve` sets its own."


def write_out(app: "App[Any]", sequence: str) -> bool:
    """Write what a terminal, or a browser in its place, acts on; False where there is none, as in tests."""
    from tui.terminal.driver import QuietDriver

    driver = app._driver
    if driver is None or not (driver.is_web or isinstance(driver, QuietDriver)):
        return False
    driver.write(sequence)
    return True
