"""The end of the process, without taking Python apart."""

from __future__ import annotations

import atexit
import os
import sys
import threading
import time
from contextlib import suppress
from typing import NoReturn

LEAVING_LIMIT = 2.8
"""Seconds the board has for leaving in an orderly way."""


def leave(code: int) -> NoReturn:
    """End the process with `code`, as `sys.exit` does at a program's end.

    Freeing every object one by one takes several times as long as everything else the board does to
    leave, and as long as a part of a command. What must not be skipped is done: threads (for up to two
    seconds), exit functions, streams.
    """
    deadline = time.monotonic() + LEAVING_LIMIT
    for thread in threading.enumerate():
        if not thread.daemon and thread is not threading.current_thread():
            thread.join(max(0.0, deadline - time.monotonic()))
    with suppress(Exception):
        atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)
