"""The connection breaks while somebody writes: what had reached the program is there at the next start."""

import signal
from pathlib import Path

from tests.terminal.one_card import TEXT, begin, command, drafts, environment, seed, started
from tests.terminal.ssh_server import SshServer
from tests.terminal.terminal import ROOT, Terminal


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


def test_o26_the_client_is_killed(tmp_path: Path) -> None:
    seed(tmp_path)
    pid_file = tmp_path / "pid"
    with SshServer(tmp_path) as server, Terminal(board_over(server, tmp_path, pid_file)) as terminal:
        begin(terminal)
        terminal.send("\x1b[200~half a paste")
        terminal.settle()
        terminal.signal(signal.SIGKILL)
        pid = int(pid_file.read_text())
        terminal.stall_until(lambda: gone(pid))
    with started(tmp_path) as terminal:
        terminal.wait_for("? help")
        terminal.wait_for("Globex")
        (draft,) = drafts(tmp_path)
        assert f"{TEXT}half a paste" in draft.body
        terminal.press("d")
        terminal.wait_for("half a paste")
