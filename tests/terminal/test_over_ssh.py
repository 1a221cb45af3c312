"""The connection breaks while somebody writes: what had reached the program is there at the next start."""

import sys
import time
from pathlib import Path

import pytest

from tests.terminal.ssh_server import SshServer
from tests.terminal.terminal import ROOT, Terminal
from tests.terminal.test_board_terminal import (
    TEXT,
    command,
    database,
    environment,
    owed,
    seed,
    stored,
    write_to,
)


def board_over(server: SshServer, home: Path, pid_file: Path) -> list[str]:
    """The ssh that shows the board there; its process's number goes into a file."""
    settings = environment(home) | {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    words = [f"{name}={value}" for name, value in settings.items()]
    write_number = f'echo $$ > {pid_file}; exec "$@"'
    return server.command("env", *words, "sh", "-c", write_number, "sh", *command(home))


def gone(pid: int) -> bool:
    """Whether that process has ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


@pytest.mark.parametrize("how", ["client", "server"])
def test_o26_the_connection_breaks(tmp_path: Path, how: str) -> None:
    seed(tmp_path, owed())
    pid_file = tmp_path / "pid"
    with SshServer(tmp_path) as server:
        with Terminal(board_over(server, tmp_path, pid_file)) as terminal:
            terminal.wait_for("Globex", timeout=20)
            terminal.wait_for("? help")
            write_to(terminal, "Globex")
            terminal.send(TEXT)
            terminal.wait_for(TEXT)
            terminal.send("\x1b[200~half a paste")
            terminal.settle()
            terminal.close_master() if how == "client" else server.stop()
            begun = time.monotonic()
            pid = int(pid_file.read_text())
            while not gone(pid):
                assert time.monotonic() - begun < 3, "the board outlives its connection"
                time.sleep(0.02)
    with Terminal(command(tmp_path), env=environment(tmp_path), cwd=tmp_path) as terminal:
        terminal.wait_for("? help")
        terminal.wait_for("Globex")
        (draft,) = stored(tmp_path)["iv-1"].drafts
        assert f"{TEXT}half a paste" in draft.body
        write_to(terminal, "Globex")
        terminal.wait_for("half a paste")


if sys.platform != "linux":  # pragma: no cover
    pytest.skip("how a process is looked at here is Linux's", allow_module_level=True)
