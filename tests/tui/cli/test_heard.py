"""`ringback listen` and `ringback heard`: what is proposed, taken, changed and turned down."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.hearing.proposal import Proposal
from tests.command_line import PINNED, Cli
from tests.making import at
from tests.store.hearing.invitations import invitation, mailed
from tests.store.hearing.mailers import Reply, plain
from tests.store.watching.folders import Folders

SENT_AT = at("2026-11-19 10:52")
"""A Thursday; the clock of these tests stands at 17:04 that day."""


class Mailbox:
    """A Maildir that the settings name, and a card of Globex."""

    def __init__(self, cli: Cli, home: Path) -> None:
        self.cli = cli
        self.folders = Folders(home)
        watch = f'[watch]\nmail = ["{self.folders.inbox}", "{self.folders.sent}"]\n'
        me = '[me]\nname = "Robin Vale"\nemail = "robin@mail.example"\n'
        cli.set(
            PINNED.partition("[me]")[0]
            + "[policy]"
            + PINNED.partition("[policy]")[2].partition("[quiet]")[0]
            + me
            + watch
        )

    def comes(self, text: str, number: int = 1, **more: object) -> None:
        facts = {"at": SENT_AT, "message_id": f"<{number}@globex.example>", "answers": "", **more}
        self.folders.put(plain(Reply(f"Hi Robin,\n\n{text}\n\nAda", **facts)))  # type: ignore[arg-type]


def card(key: str = "iv-1", company: str = "Globex", **more: object) -> dict[str, object]:
    return {
        "id": key, "company": company, "role": "Data engineer", "zone": "Europe/Berlin",
        "starts_at": "2026-11-18T13:00:00Z", "ends_at": "2026-11-18T14:00:00Z",
        "interviewers": [{"id": "p1", "name": "Ada Okafor", "email": "ada@globex.example"}], **more,
    }  # fmt: skip


@pytest.fixture
def box(cli: Cli, tmp_path: Path) -> Mailbox:
    made = Mailbox(cli, tmp_path / "home")
    add(cli, tmp_path, card())
    return made


def add(cli: Cli, folder: Path, *cards: dict[str, object]) -> None:
    file = folder / "cards.json"
    file.write_text(json.dumps({"format": "ringback", "version": 1, "interviews": cards}), "utf-8")
    cli.done("import", str(file))


def test_a_promise_is_listed_and_taken(box: Mailbox) -> None:
    box.comes("we will let you know by Friday of next week.")
    cli = box.cli
    listened = cli.done("listen")
    assert "Ada Okafor promised an answer by Fri 27 Nov" in listened.out
    (one,) = cli.done("heard", "--json").json["proposals"]
    assert one == {
        "id": one["id"], "interview": "iv-1",
        "event": {
            "kind": "promised", "at": "2026-11-19T10:52:00Z", "callback_by": "2026-11-27", "by": "p1",
            "quote": "we will let you know by Friday of next week.", "ref": "<1@globex.example>",
        },
        "ref": "<1@globex.example>", "from": "Ada Okafor <ada@globex.example>",
        "sentence": "we will let you know by Friday of next week.", "why": one["why"],
    }  # fmt: skip
    assert one["id"] in cli.done("heard").out
    taken = cli.done("heard", "take", one["id"])
    (event,) = cli.record("iv-1")["events"]
    assert taken.out.split() == [event["id"]] and event["ref"] == "<1@globex.example>"
    assert cli.card("iv-1")["basis"] == "promised"
    assert cli.done("heard", "--json").json["proposals"] == []
    cli.done("undo")
    assert cli.done("heard", "--json").json["proposals"] == [one]


def test_it_is_changed_as_it_is_taken(box: Mailbox) -> None:
    box.comes("we will let you know by Friday of next week.")
    box.cli.done("listen")
    key = box.cli.done("heard", "--json").json["proposals"][0]["id"]
    box.cli.done("heard", "take", key[:4], "callback_by=2026-12-01", "how=answer")
    assert box.cli.record("iv-1")["events"][0]["callback_by"] == "2026-12-01"


def test_it_is_turned_down_for_good(box: Mailbox) -> None:
    box.comes("thank you.")
    box.cli.done("listen")
    key = box.cli.done("heard", "--json").json["proposals"][0]["id"]
    box.cli.done("heard", "drop", key)
    assert box.cli.done("listen").out == ""
    assert box.cli.done("heard").out == ""
    assert box.cli("heard", "take", key).code == 1


def test_a_day_that_can_be_read_two_ways_is_asked_for(box: Mailbox) -> None:
    box.comes("we will let you know by 12/4.")
    box.cli.done("listen")
    (one,) = box.cli.done("heard", "--json").json["proposals"]
    assert one["event"]["callback_by"] is None
    assert one["readings"] == ["2026-12-04", "2027-04-12"] and one["ask"] is True
    refused = box.cli("heard", "take", one["id"])
    assert refused.code == 1 and "callback_by=2026-12-04 or 2027-04-12" in refused.err
    box.cli.done("heard", "take", one["id"], "callback_by=2026-12-04")


def test_which_card_it_is_of_is_asked_for(box: Mailbox, tmp_path: Path) -> None:
    add(box.cli, tmp_path, card("iv-2", "Initech", role="Analyst"))
    box.comes("we will let you know by Friday of next week.")
    box.cli.done("listen")
    (one,) = box.cli.done("heard", "--json").json["proposals"]
    assert one["interview"] is None and one["choices"] == ["iv-1", "iv-2"]
    refused = box.cli("heard", "take", one["id"])
    assert refused.code == 1 and "interview=iv-1" in refused.err and "iv-2 (Initech, Analyst)" in refused.err
    assert box.cli("heard", "take", one["id"], "interview=iv-9").code == 1
    box.cli.done("heard", "take", one["id"], "interview=iv-2")
    assert box.cli.record("iv-2")["events"][0]["by"] == "p1"
    assert box.cli.record("iv-1")["events"] == []


def test_a_remark_is_only_turned_down(box: Mailbox) -> None:
    box.comes("hello.", address="joan@globex.example", sender="Joan Pell", subject="About you")
    box.cli.done("listen")
    (one,) = box.cli.done("heard", "--json").json["proposals"]
    assert one["event"] is None and one["remark"] == "About you"
    assert box.cli("heard", "take", one["id"]).code == 1


def test_an_invitation_becomes_the_next_round(box: Mailbox) -> None:
    box.folders.put(mailed(invitation()).replace(b"Wed, 25 Nov", b"Thu, 19 Nov"))
    box.cli.done("listen")
    (one,) = box.cli.done("heard", "--json").json["proposals"]
    assert one["interview"] is None
    assert one["import"] == {
        "uid": "m1@globex.example", "company": "Globex", "method": "REQUEST",
        "starts_at": "2026-12-02T09:00:00Z", "ends_at": "2026-12-02T10:00:00Z",
    }  # fmt: skip
    box.cli.done("heard", "take", one["id"])
    (new,) = [row for row in box.cli.done("list", "--json").json["interviews"] if row["id"] != "iv-1"]
    assert new["company"] == "Globex" and box.cli.card("iv-1")["later_round"] == new["id"]
    assert box.cli.done("heard", "--json").json["proposals"] == []


def test_an_offer_and_by_when_it_is_to_be_answered(box: Mailbox) -> None:
    box.comes("we are delighted to offer you the position. Please let us know by 30 November.")
    box.cli.done("listen")
    (one,) = box.cli.done("heard", "--json").json["proposals"]
    assert one["ask"] and one["event"]["result"] == "offer" and one["event"]["answer_by"] == "2026-11-30"
    box.cli.done("heard", "take", one["id"])
    assert box.cli.record("iv-1")["events"][0]["answer_by"] == "2026-11-30"


@pytest.mark.parametrize(
    ("argv", "code", "words"),
    [
        (("heard", "take"), 2, "needs the id"),
        (("heard", "drop", "h1", "x=y"), 2, "an id and nothing else"),
        (("heard", "keep", "h1"), 2, "There is no"),
        (("heard", "take", "h1", "--json"), 2, "--json is for the list"),
        (("heard", "take", "h1"), 1, "There is no proposal 'h1'"),
        (("heard", "drop", ""), 1, "There is no proposal ''"),
    ],
)
def test_what_is_used_wrongly_is_said(box: Mailbox, argv: tuple[str, ...], code: int, words: str) -> None:
    ran = box.cli(*argv)
    assert (ran.code, ran.out) == (code, "") and words in ran.err


@pytest.mark.parametrize("field", ["callback=fri", "callback_by", "callback_by=12/4", "kind=heard", "id=e1"])
def test_fields_that_are_none_change_nothing(box: Mailbox, field: str) -> None:
    box.comes("we will let you know by Friday of next week.")
    box.cli.done("listen")
    key = box.cli.done("heard", "--json").json["proposals"][0]["id"]
    before = box.cli.bytes()
    assert box.cli("heard", "take", key, field).code == 2
    assert box.cli.bytes() == before


def test_without_folders_listen_says_how_to_name_them(search: Cli) -> None:
    ran = search("listen")
    assert ran.code == 1 and "[watch]" in ran.err
    assert search.done("heard", "--json").json == {"version": 1, "proposals": []}


def test_doctor_says_what_is_watched_and_what_stands_in_the_way(box: Mailbox) -> None:
    assert "INBOX is a Maildir, not looked at yet" in box.cli("doctor").out
    box.cli.done("listen")
    said = box.cli.done("doctor").out
    assert "INBOX is a Maildir, last looked at today 18:04" in said
    assert "Sent is a Maildir of sent mail, last looked at today 18:04" in said
    box.folders.sent.rename(box.folders.sent.with_name("Gone"))
    ran = box.cli("doctor")
    assert ran.code == 1 and "WRONG  watch: There is no" in ran.out


def test_without_a_database_nothing_is_made(cli: Cli, tmp_path: Path) -> None:
    Mailbox(cli, tmp_path / "home")
    assert cli.done("listen").out == ""
    assert cli.done("heard").out == ""
    assert not cli.database.exists()


def test_proposals_are_not_exported(box: Mailbox) -> None:
    before = box.cli.done("export", "-").out
    box.comes("a very private sentence.")
    box.cli.done("listen")
    assert box.cli.done("export", "-").out == before


def test_every_field_of_a_proposal_is_shown_or_kept_back_on_purpose() -> None:
    shown = {
        "id",
        "ref",
        "interview",
        "choices",
        "event",
        "readings",
        "meeting",
        "remark",
        "ask",
        "sender",
        "sentence",
        "why",
    }
    assert {*Proposal.__struct_fields__} - shown == {"at", "people", "joins"}
