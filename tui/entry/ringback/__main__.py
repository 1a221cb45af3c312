"""`python -m ringback`."""

from . import start

start()
