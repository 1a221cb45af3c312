"""`python -m tui`."""

from tui.cli import start

start()
