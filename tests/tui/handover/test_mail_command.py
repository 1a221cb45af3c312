"""The mail command: what programs get to see, and what is said about how they ended."""

from __future__ import annotations

import asyncio
import email
import os
import shutil
import time
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from templates.links import mailto
from templates.mail import message
from tests.waiting import PATIENCE
from tui.handover.mail import hand
from tui.handover.mail_settings import BadCommand, read_command

NOW = datetime(2026, 11, 19, 18, 4, tzinfo=UTC)
BODY = "Dear Ada,\n\nthank you – truly.\n.\nFrom here on: $(touch owned) `touch owned`\n\nDana"
MAIL = message(("Dana Weiß", "dana@mail.example"), ("Ada", "ada@globex.example"), "Thank you", BODY, NOW)
LINK = mailto("ada@globex.example", "Thank you", BODY)
ENV = {"PATH": os.environ["PATH"]}


def program(tmp_path: Path, script: str) -> Path:
    """A small program that stands in for a mailer; `$OUT` is a directory to write to."""
    path = tmp_path / "mailer"
    path.write_text(f"#!/bin/sh\nOUT='{tmp_path}'\n{script}\n", encoding="utf-8")
    path.chmod(0o700)
    return path


def parsed(data: bytes) -> EmailMessage:
    mail = email.message_from_bytes(data, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def test_without_a_placeholder_the_mail_comes_on_standard_input(tmp_path: Path) -> None:
    path = program(tmp_path, 'cat >"$OUT/got"; echo "$@" >"$OUT/args"')
    done = hand(read_command(f"{path} -t --read-envelope-from"), MAIL, LINK, ENV, tmp_path)
    assert (done.ok, done.said) == (True, "Handed to mailer.")
    assert (tmp_path / "args").read_text() == "-t --read-envelope-from\n"
    got = (tmp_path / "got").read_bytes()
    assert b"X-Unsent" not in got
    assert b"\r" not in got
    assert parsed(got).get_content() == BODY + "\n"


def test_a_file_is_private_and_holds_the_mail(tmp_path: Path) -> None:
    path = program(tmp_path, 'cat "$2" >"$OUT/got"; stat -c %a "$2" "$(dirname "$2")" >"$OUT/mode"')
    done = hand(read_command(f"{path} -H {{file}}"), MAIL, LINK, ENV, tmp_path)
    assert done.ok
    assert (tmp_path / "mode").read_text().split() == ["600", "700"]
    assert parsed((tmp_path / "got").read_bytes())["To"] == "Ada <ada@globex.example>"


def test_no_shell_ever_reads_the_text(tmp_path: Path) -> None:
    path = program(tmp_path, 'cd "$OUT"; printf "%s\\n" "$#" "$1" "$2" >got')
    done = hand(read_command(f"{path} 'to={{mailto}}' '$HOME; ls'"), MAIL, LINK, ENV, tmp_path)
    assert done.ok
    assert (tmp_path / "got").read_text() == f"2\nto={LINK.url}\n$HOME; ls\n"
    assert not (tmp_path / "owned").exists()


def test_a_failure_is_told_with_what_the_program_said(tmp_path: Path) -> None:
    path = program(tmp_path, "cat >/dev/null; echo first >&2; echo 'account default not found' >&2; exit 78")
    done = hand(read_command(str(path)), MAIL, LINK, ENV, tmp_path)
    assert not done.ok
    assert done.said == (
        "mailer ended with exit status 78, and said: account default not found. "
        "Take it that the mail was not sent."
    )


def test_a_program_that_hangs_is_stopped_and_its_children_with_it(tmp_path: Path) -> None:
    path = program(tmp_path, 'sleep 60 & echo $! >"$OUT/child"; wait')
    noted = tmp_path / "child"
    for seconds in (0.3, 1, 3, 10, 30):  # until there was time for it to start its child
        done = hand(read_command(str(path)), MAIL, LINK, ENV, tmp_path, seconds=seconds)
        assert not done.ok
        if noted.exists() and noted.read_text().strip():
            break
    assert "Whether the mail has gone out is not known" in done.said
    child = Path("/proc") / noted.read_text().strip() / "stat"
    end = time.monotonic() + PATIENCE
    while runs(child):
        assert time.monotonic() < end, "its child outlives it"
        time.sleep(0.01)


def runs(stat: Path) -> bool:
    """Whether that process has not ended."""
    try:
        return stat.read_text().split()[2] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_it_has_no_terminal_to_ask_for_a_password(tmp_path: Path) -> None:
    path = program(tmp_path, "cat >/dev/null; exec 3</dev/tty")
    assert not hand(read_command(str(path)), MAIL, LINK, ENV, tmp_path).ok


def test_a_missing_program_is_named(tmp_path: Path) -> None:
    done = hand(read_command("no-such-mailer -t"), MAIL, LINK, ENV, tmp_path)
    assert (done.ok, done.said) == (False, "no-such-mailer could not be started: it was not found.")


def test_a_text_too_long_for_a_link_is_refused_before_the_program_sees_it(tmp_path: Path) -> None:
    path = program(tmp_path, 'touch "$OUT/ran"')
    long = mailto("ada@globex.example", "", "x" * 3_000)
    done = hand(read_command(f"{path} {{mailto}}"), MAIL, long, ENV, tmp_path)
    assert not done.ok
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no mail command"),
        ("   ", "no mail command"),
        ("msmtp 'x", "quote is not closed"),
        ("mailer {to}", "{to}"),
        ("mailer {}", "{}"),
        ("{file} x", "name a program"),
    ],
)
def test_a_setting_that_cannot_work_is_refused(text: str, why: str) -> None:
    with pytest.raises(BadCommand, match=why):
        read_command(text)


def test_which_programs_need_the_terminal() -> None:
    assert read_command("neomutt -H {file}").needs_terminal
    assert read_command("/usr/bin/aerc {mailto}").needs_terminal
    assert not read_command("msmtp -t").needs_terminal


class Sink(asyncio.Protocol):
    """An SMTP server that takes one mail and remembers what it was told."""

    def __init__(self) -> None:
        self.rest = self.mail = b""
        self.told: list[str] = []
        self.reading = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        transport.write(b"220 sink\r\n")

    def data_received(self, data: bytes) -> None:
        self.rest += data
        while b"\r\n" in self.rest:
            line, self.rest = self.rest.split(b"\r\n", 1)
            if self.reading and line != b".":
                self.mail += line.removeprefix(b".") + b"\n"
                continue
            self.reading = line == b"DATA"
            if line != b".":
                self.told.append(line.decode())
            self.transport.write(b"354 go on\r\n" if self.reading else b"250 taken\r\n")
            if line == b"QUIT":
                self.transport.close()


@pytest.mark.skipif(shutil.which("msmtp") is None, reason="needs msmtp")
async def test_msmtp_delivers_one_mail_to_one_person(tmp_path: Path) -> None:
    sink = Sink()
    server = await asyncio.get_running_loop().create_server(lambda: sink, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        config = tmp_path / "msmtprc"
        config.write_text(f"account default\nhost 127.0.0.1\nport {port}\nfrom dana@mail.example\n")
        config.chmod(0o600)
        command = read_command(f"msmtp -C {config} -t")
        done = await asyncio.to_thread(hand, command, MAIL, LINK, {**ENV, "HOME": str(tmp_path)}, tmp_path)
    assert (done.ok, done.said) == (True, "Handed to msmtp.")
    said = [line.partition(" BODY=")[0].upper() for line in sink.told]
    assert "MAIL FROM:<DANA@MAIL.EXAMPLE>" in said
    assert [line for line in said if line.startswith("RCPT")] == ["RCPT TO:<ADA@GLOBEX.EXAMPLE>"]
    got = parsed(sink.mail)
    assert got["Subject"] == "Thank you"
    assert got.get_content().rstrip("\n") == BODY
