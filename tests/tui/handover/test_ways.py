"""Which ways there are for a finished text, in which order, and why one is missing."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args
from urllib.parse import unquote

import pytest

from store.interview import Channel
from store.settings import Mail, Me, Settings
from templates.phone_codes import PhoneMessage
from tui.handover.outgoing import Means, Outgoing, WayId, means
from tui.handover.ways import HandoverWay, offer
from tui.keys import HANDOVER_KEYS
from tui.words.handover import WAY_KEYS, heads, measure

NOW = datetime(2026, 11, 19, 18, 4, tzinfo=UTC)
MAIL = Outgoing(
    "p1", "Ada Okafor", "email", email="ada@globex.example", subject="Thanks", body="Dear Ada,\nthanks."
)
SMS = Outgoing("p2", "Joan", "sms", phone="01511 2345678", body="Thanks, Joan!")
WHATSAPP = replace(SMS, channel="whatsapp")
CALL = replace(SMS, channel="call", phone="+1 415 555 2671 ext. 12", body="")


@pytest.fixture
def bare(tmp_path: Path) -> Means:
    """A terminal on a server, and nothing set."""
    env = {"TERM": "xterm", "SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22", "DISPLAY": ":10"}
    return Means(env, ("", ""), "", None, tmp_path, tmp_path / "scratch", "DE")


@pytest.fixture
def desktop(bare: Means, tmp_path: Path) -> Means:
    """A terminal on a desktop, and everything set."""
    opener = tmp_path / "xdg-open"
    opener.write_text(f"#!/bin/sh\nprintf %s \"$1\" >'{tmp_path}/opened'\n")
    opener.chmod(0o700)
    env = {"TERM": "xterm", "DISPLAY": ":0", "PATH": f"{tmp_path}:/usr/bin:/bin"}
    return replace(
        bare, env=env, me=("Dana", "dana@mail.example"), mail_command="cat", drafts_folder=tmp_path / "Drafts"
    )


def ids(text: Outgoing, means: Means) -> list[WayId]:
    return [way.id for way in offer(text, means).ways]


def way(name: WayId, text: Outgoing, means: Means) -> HandoverWay:
    return next(one for one in offer(text, means).ways if one.id == name)


def test_for_mail(bare: Means, desktop: Means) -> None:
    assert ids(MAIL, desktop) == ["mail", "eml", "maildir", "open", "link", "text", "editor", "qr"]
    assert ids(MAIL, bare) == ["eml", "link", "text", "editor", "qr"]


def test_for_the_phone(bare: Means, desktop: Means) -> None:
    assert ids(WHATSAPP, desktop) == ["qr", "open", "text", "editor", "number", "link"]
    assert ids(SMS, desktop) == ["qr", "text", "editor", "number", "link"]
    assert ids(CALL, bare) == ["qr", "number"]
    assert way("qr", CALL, bare).codes == PhoneMessage("tel:+1-415-555-2671;ext=12")
    text = "sms:+4915112345678?body=Thanks%2C%20Joan%21"
    assert way("qr", SMS, bare).codes == PhoneMessage(text, ("sms:+4915112345678",), "", "Thanks, Joan!")


def test_by_other_ways_there_is_the_text(bare: Means) -> None:
    assert ids(replace(MAIL, channel="letter"), bare) == ["text", "editor", "qr"]
    assert way("qr", replace(MAIL, channel="letter"), bare).codes == PhoneMessage(text=MAIL.body)
    assert ids(replace(MAIL, channel="other", body=""), bare) == []


@pytest.mark.parametrize("remote", [True, False])
def test_nothing_is_opened_on_a_server(remote: bool, bare: Means, desktop: Means) -> None:
    env = {**desktop.env, **({"SSH_TTY": "/dev/pts/3"} if remote else {})}
    for text in (MAIL, WHATSAPP):
        assert ("open" in ids(text, replace(desktop, env=env))) is not remote


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (replace(MAIL, email="ada@globex"), "no e-mail address"),
        (replace(MAIL, email=""), "no e-mail address"),
        (replace(WHATSAPP, phone="+49 30 1234567"), "landline"),
        (replace(SMS, phone="+49 30 1234567"), "landline"),
        (replace(SMS, phone="call me"), "no telephone number"),
    ],
)
def test_where_the_address_does_not_serve_the_text_still_can_leave(
    text: Outgoing, why: str, desktop: Means
) -> None:
    found = offer(text, desktop)
    assert [one.id for one in found.ways] == ["text", "editor", "qr"]
    assert why in found.missing[0]


def test_a_mail_command_that_cannot_be_read_is_told_and_the_rest_offered(desktop: Means) -> None:
    found = offer(MAIL, replace(desktop, mail_command="mailer {to}"))
    assert "mail" not in [one.id for one in found.ways]
    assert "{to}" in found.missing[0]


def test_long_texts_lose_the_ways_that_would_cut_them(desktop: Means) -> None:
    assert {"link", "open"} & set(ids(replace(MAIL, body="word " * 600), desktop)) == set()
    assert "link" in ids(replace(MAIL, body="word " * 150), desktop)


@pytest.mark.parametrize("channel", ["email", "sms", "whatsapp", "letter", "other"])
@pytest.mark.parametrize("words", [1, 150, 3_000])
def test_every_text_can_be_scanned_however_long(channel: Channel, words: int, bare: Means) -> None:
    text = replace(SMS, channel=channel, email="joan@globex.example", subject="Thanks", body="word " * words)
    codes = way("qr", text, bare).codes
    assert codes is not None and codes.text == text.text
    assert bool(codes.whole) == bool(codes.starts) == (channel in ("email", "sms", "whatsapp"))
    assert offer(text, bare).missing == ()


def test_only_programs_of_the_terminal_take_it(desktop: Means) -> None:
    for command, needs in (("neomutt -H {file}", True), ("msmtp -t", False)):
        ways = offer(MAIL, replace(desktop, mail_command=command)).ways
        assert [one.id for one in ways if one.needs_terminal] == (["mail", "editor"] if needs else ["editor"])


def test_each_way_does_what_it_says(desktop: Means, tmp_path: Path) -> None:
    assert way("mail", MAIL, desktop).run(NOW).said == "Handed to cat."
    assert way("eml", MAIL, desktop).run(NOW).ok
    assert b"\r\nTo: Ada Okafor <ada@globex.example>" in (tmp_path / "ringback-ada-okafor.eml").read_bytes()
    assert not way("maildir", MAIL, desktop).run(NOW).ok
    assert way("open", MAIL, desktop).run(NOW).ok
    assert unquote((tmp_path / "opened").read_text()).startswith(
        "mailto:ada@globex.example?subject=Thanks&body=Dear"
    )
    sent = {"text": "Dear Ada,\nthanks.", "link": (tmp_path / "opened").read_text()}
    for name, what in (("text", sent["text"]), ("link", sent["link"])):
        sequence = way("text" if name == "text" else "link", MAIL, desktop).run(NOW).sequence
        assert base64.b64decode(sequence[7:-1]).decode() == what
    assert base64.b64decode(way("number", SMS, desktop).run(NOW).sequence[7:-1]) == b"+4915112345678"


def test_the_editor_gets_a_copy(desktop: Means, tmp_path: Path) -> None:
    editor = tmp_path / "edit"
    editor.write_text(f'#!/bin/sh\ncp "$1" \'{tmp_path}/seen\'\necho changed >"$1"\n')
    editor.chmod(0o700)
    done = way("editor", MAIL, replace(desktop, env={**desktop.env, "EDITOR": str(editor)})).run(NOW)
    assert (tmp_path / "seen").read_text() == "Thanks\n\nDear Ada,\nthanks."
    assert (done.ok, "not taken over" in done.said) == (True, True)


def test_every_way_has_a_key() -> None:
    assert WAY_KEYS.keys() == set(get_args(WayId))
    does = {key.id: key.action for key in HANDOVER_KEYS}
    assert {name: does[key_id] for name, key_id in WAY_KEYS.items()} == {
        name: f"way('{name}')" for name in WAY_KEYS
    }


def test_means_from_settings(tmp_path: Path) -> None:
    (tmp_path / "Downloads").mkdir()
    settings = Settings(
        me=Me(name="Dana", email="d@mail.example"), mail=Mail(drafts_folder="~/Mail/Drafts"), country="DE"
    )
    found = means(
        settings, {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}, tmp_path / "state", no_color=True
    )
    assert found.me == ("Dana", "d@mail.example")
    assert found.drafts_folder == tmp_path / "Mail" / "Drafts"
    assert (found.folder, found.scratch) == (tmp_path / "Downloads", tmp_path)
    assert found.env["NO_COLOR"] == "1"
    gone = means(Settings(), {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": "/no/such"}, tmp_path / "state")
    assert (gone.scratch, gone.drafts_folder, gone.country) == (tmp_path / "state", None, None)
    assert "NO_COLOR" not in gone.env


def test_what_is_said_about_a_text(desktop: Means) -> None:
    assert heads(MAIL, desktop) == [
        ("To", "Ada Okafor <ada@globex.example>"),
        ("Subject", "Thanks"),
        ("From", "Dana <dana@mail.example>"),
    ]
    assert heads(replace(MAIL, subject="a\r\nBcc: eve@evil.example"), desktop)[1] == (
        "Subject",
        "a Bcc: eve@evil.example",
    )
    assert heads(SMS, desktop) == [("To", "Joan · 01511 2345678")]
    assert heads(Outgoing("", "", "other"), desktop) == [("To", "nobody known by name")]
    assert measure(MAIL) == "3 words · 1 minute"
    assert measure(SMS) == "2 words · 1 text message"
    assert measure(replace(SMS, body="ü – " * 40)) == "40 words · 3 text messages, because of –"
    assert measure(replace(CALL, body="word " * 65)) == "65 words · 30 seconds spoken"


def test_an_address_of_two_scripts_is_shown_for_what_it_is_and_remarked_on(desktop: Means) -> None:
    twin = replace(MAIL, email="ada@p\u0430ypal.example")
    assert "ada@xn--pypal-4ve.example" in heads(twin, desktop)[0][1]
    assert offer(twin, desktop).missing == (
        "Latin and Cyrillic letters stand in one name of the address: is it really theirs?",
    )
    whole = replace(MAIL, email="ada@пример.example")
    assert "ada@пример.example" in heads(whole, desktop)[0][1]
    assert offer(whole, desktop).missing == ()
