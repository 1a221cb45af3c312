"""`python -m tui`."""

from tui.start import start

start()
