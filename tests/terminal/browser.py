"""What `textual serve` does with the board: it starts it on pipes, and passes frames and keys on."""

from __future__ import annotations

import json
import os
import re
import select
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Any

from tests.terminal.display import Display
from tests.waiting import PATIENCE

PRELUDE = b"__GANGLION__\n"
"""With this the framework's driver for browsers says that it has begun."""
DRIVER = "textual.drivers.web_driver:WebDriver"


class Page:
    """A page in a browser, and the server behind it."""

    def __init__(
        self, command: Sequence[str], env: Mapping[str, str], cwd: str, *, cols: int = 100, rows: int = 30
    ) -> None:
        served = {
            **env, "PATH": os.environ["PATH"], "TEXTUAL_DRIVER": DRIVER, "TEXTUAL_COLOR_SYSTEM": "truecolor",
            "COLUMNS": str(cols), "ROWS": str(rows), "LINES": "7", "PYTHONUTF8": "0", "LC_ALL": "C",
        }  # fmt: skip
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=served,
            cwd=cwd,
        )
        self.display = Display(cols, rows, lambda _: None, in_band=False)
        self.raw = b""
        """All that has gone to the page."""
        self.told: list[dict[str, Any]] = []
        """What the server was told apart from that."""
        self._pending = b""
        self._begun = False

    def __enter__(self) -> Page:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.wait(PATIENCE)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None:
                with suppress(BrokenPipeError):
                    stream.close()

    @property
    def text(self) -> str:
        """What the page shows."""
        return "\n".join(self.display.screen.display)

    def wait_for(self, pattern: str) -> None:
        """Let it go on until the page shows that."""
        end = time.monotonic() + PATIENCE
        while not re.search(pattern, self.text):
            assert time.monotonic() < end and self._take(), f"waited in vain; the page:\n{self.text}"

    def focus(self) -> None:
        """Click into the page."""
        self._tell(type="focus")

    def press(self, keys: str) -> None:
        """Type into the page."""
        self._send(b"D", keys.encode())

    def resize(self, cols: int, rows: int) -> None:
        """Make the window of the browser another size."""
        self.display.screen.resize(rows, cols)
        self._tell(type="resize", width=cols, height=rows)

    def close(self) -> tuple[int, str]:
        """Close the page; the exit code of the program and what it had to say."""
        self._tell(type="quit")
        return self.ended()

    def ended(self) -> tuple[int, str]:
        """Wait for the program's end."""
        while self._take():
            pass
        assert self.process.stderr is not None
        said = self.process.stderr.read().decode()
        return self.process.wait(PATIENCE), said

    def _tell(self, **what: Any) -> None:
        self._send(b"M", json.dumps(what).encode())

    def _send(self, kind: bytes, payload: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(kind + len(payload).to_bytes(4, "big") + payload)
        self.process.stdin.flush()

    def _take(self) -> bool:
        """Take in what comes next; False at the end."""
        assert self.process.stdout is not None
        if not select.select([self.process.stdout], [], [], PATIENCE)[0]:
            return False
        data = os.read(self.process.stdout.fileno(), 65_536)
        self._pending += data
        if not self._begun:
            self._begun = PRELUDE in self._pending
            assert self._begun or not self._pending or PRELUDE.startswith(self._pending), self._pending
            self._pending = self._pending.removeprefix(PRELUDE) if self._begun else self._pending
        while self._begun and len(self._pending) >= 5:
            size = 5 + int.from_bytes(self._pending[1:5], "big")
            if len(self._pending) < size:
                break
            self._packet(self._pending[:1], self._pending[5:size])
            self._pending = self._pending[size:]
        return bool(data)

    def _packet(self, kind: bytes, payload: bytes) -> None:
        if kind == b"D":
            self.raw += payload
            self.display.feed(payload)
        else:
            assert kind == b"M"
            self.told.append(json.loads(payload))
