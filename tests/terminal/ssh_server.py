"""A loopback ssh server with keys and a port of its own, for programs that are to run over a true ssh.

    with SshServer(tmp_path) as server:
        with Terminal(server.command("env", "LANG=C.UTF-8", "tmux", "new-session")) as terminal:
            ...

Nothing of the user's is read or written: neither `~/.ssh` nor the machine's own server.
"""

import getpass
import os
import shlex
import shutil
import signal
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

STARTING = 60.0
"""Seconds that a busy machine may take to start the server or to log in."""
SBIN = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin", "/sbin"))
RUN = Path("/run/sshd")
"""Where Debian's server wants an empty directory; only root's server does."""
SETTINGS = """
ListenAddress 127.0.0.1
AuthorizedKeysFile {here}/user.pub
HostKey {here}/host
PidFile none
UsePAM no
UseDNS no
StrictModes no
PermitRootLogin prohibit-password
PasswordAuthentication no
KbdInteractiveAuthentication no
PrintMotd no
PrintLastLog no
"""


class SshServer:
    """Runs from `with` to its end. The test is skipped, with the reason, where that cannot be."""

    def __init__(self, directory: Path) -> None:
        """Keys, settings and log lie in a directory made in `directory`."""
        self.here = directory / "sshd"
        self.port = 0
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        for program in ("sshd", "ssh", "ssh-keygen"):
            if not shutil.which(program, path=SBIN):
                pytest.skip(f"{program} is not installed")
        self._write()
        try:
            self._start()
            self._log_in()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def log(self) -> str:
        """What the server has said so far."""
        return (self.here / "log").read_text(errors="replace")

    def command(self, *remote: str, tty: bool = True) -> list[str]:
        """The ssh that runs `remote` there, each word as it stands, on a terminal unless `tty` is False."""
        options = ("BatchMode=yes", "IdentitiesOnly=yes", "IdentityAgent=none", "StrictHostKeyChecking=yes",
                   f"UserKnownHostsFile={self.here}/known", "LogLevel=ERROR")  # fmt: skip
        found = ["ssh", "-F", "none", "-tt" if tty else "-T", "-p", str(self.port), "-i", f"{self.here}/user"]
        for option in options:
            found += ["-o", option]
        return [*found, f"{getpass.getuser()}@127.0.0.1", shlex.join(remote)]

    def stop(self) -> None:
        """End the server and every connection to it."""
        if self._process is None:
            return
        # Each connection has a process of its own in the server's group.
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(5)
        self._process = None

    def _write(self) -> None:
        self.here.mkdir(mode=0o700)
        for name in ("host", "user"):
            make = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(self.here / name)]
            subprocess.run(make, check=True, timeout=STARTING)
        (self.here / "settings").write_text(SETTINGS.format(here=self.here))

    def _start(self) -> None:
        if os.geteuid() == 0:
            RUN.mkdir(mode=0o755, exist_ok=True)
        self.port = _free_port()
        (self.here / "known").write_text(f"[127.0.0.1]:{self.port} {(self.here / 'host.pub').read_text()}")
        sshd = shutil.which("sshd", path=SBIN)
        assert sshd is not None
        settings = str(self.here / "settings")
        with (self.here / "log").open("wb") as log:
            self._process = subprocess.Popen(
                [sshd, "-D", "-e", "-p", str(self.port), "-f", settings],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        end = time.monotonic() + STARTING
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > end:
                pytest.skip(f"sshd does not start: {self.log.strip() or 'it says nothing'}")
            time.sleep(0.02)

    def _answers(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def _log_in(self) -> None:
        """See that one can: a locked account, for one, may not."""
        trial = self.command("true", tty=False)
        done = subprocess.run(
            trial, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=STARTING
        )
        if done.returncode:
            pytest.skip(f"sshd lets nobody in: {(done.stderr + self.log).strip()}")


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port
