"""The commands that change one interview: add, log, edit, rm."""

from __future__ import annotations

import pytest

from tests.command_line import Cli


def test_add_prints_the_id_and_says_where_it_landed(cli: Cli) -> None:
    ran = cli.done(
        "add", "Globex", "Data engineer", "--start", "fri 14:00", "--end", "15:30", "--round", "Panel",
        "--mode", "onsite", "--opportunity", "globex",
        "--with", "Ada Okafor <ada@globex.example> +49 30 5550123",
        "--with", "Joan Pell",
    )  # fmt: skip
    record = cli.record(ran.out.strip())
    assert (record["starts_at"], record["ends_at"]) == ("2026-11-20T13:00:00Z", "2026-11-20T14:30:00Z")
    assert record["zone"] == "Europe/Berlin"
    assert [one["id"] for one in record["interviewers"]] == ["p1", "p2"]
    assert record["interviewers"][0]["email"] == "ada@globex.example"
    assert record["interviewers"][0]["phone"] == "+49 30 5550123"
    assert "upcoming (starts in" in ran.err


def test_add_lasts_an_hour_and_reads_times_in_the_zone_given(cli: Cli) -> None:
    ran = cli.done("add", "Hooli", "Manager", "--start", "2026-11-20 10:00", "--zone", "America/New_York")
    record = cli.record(ran.out.strip())
    assert (record["starts_at"], record["ends_at"]) == ("2026-11-20T15:00:00Z", "2026-11-20T16:00:00Z")


@pytest.mark.parametrize(
    ("start", "at"),
    [("yesterday 10:00", "2026-11-18T10:00:00Z"), ("tomorrow 10:00", "2026-11-19T17:04:00Z")],
)
def test_a_promise_is_made_at_the_end_or_now_if_that_is_earlier(cli: Cli, start: str, at: str) -> None:
    ran = cli.done("add", "Hooli", "", "--start", start, "--callback-by", "27 nov")
    (event,) = cli.record(ran.out.strip())["events"]
    assert (event["kind"], event["callback_by"], event["at"]) == ("promised", "2026-11-27", at)


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (["add", "Globex", "x", "--start", "tomorrow 15:00", "--end", "14:00"], 1),
        (["add", "Globex", "x", "--start", "someday"], 2),
        (["add", "Globex", "x", "--start", "tomorrow"], 2),
        (["add", "Globex", "x", "--start", "fri 14:00", "--zone", "Mars/Base"], 2),
        (["add", "Globex", "x", "--start", "fri 14:00", "--minutes", "-5"], 2),
        (["add", "Globex", "x", "--start", "fri 14:00", "--with", "Ada <not an address>"], 2),
        (["add", "  ", "x", "--start", "fri 14:00"], 2),
        (["add", "x" * 20_001, "x", "--start", "fri 14:00"], 1),
    ],
)
def test_add_refuses_and_writes_nothing(cli: Cli, argv: list[str], code: int) -> None:
    ran = cli(*argv)
    assert (ran.code, ran.out, cli.bytes()) == (code, "", None)
    assert ran.err.count("\n") == 1


def test_thanks_without_a_person_are_for_everyone_still_owed_some(search: Cli) -> None:
    ran = search.done("log", "northwind-2", "thanked", "channel=email")
    assert len(ran.out.split()) == 2
    events = search.record("northwind-2")["events"]
    assert [event["to"] for event in events if event["id"] in ran.out.split()] == ["p2", "p3"]
    assert "awaiting callback" in ran.err
    assert search("log", "northwind-2", "thanked").code == 1


def test_log_reads_times_in_the_zone_of_the_interview(search: Cli) -> None:
    ran = search.done("log", "contoso-1", "called", "outcome=voicemail", "at=today 08:30", "note=rang\ntwice")
    event = next(one for one in search.record("contoso-1")["events"] if one["id"] == ran.out.strip())
    assert (event["at"], event["note"]) == ("2026-11-19T16:30:00Z", "rang\ntwice")


def test_a_promised_date_stays_a_date_and_an_instant_an_instant(search: Cli) -> None:
    for text, stored in (("fri", "2026-11-20"), ("fri 15:00", "2026-11-20T14:00:00Z")):
        ran = search.done("log", "northwind-2", "promised", f"callback_by={text}")
        event = next(one for one in search.record("northwind-2")["events"] if one["id"] == ran.out.strip())
        assert event["callback_by"] == stored


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        (["thankd"], 2),
        (["called"], 2),
        (["called", "outcome=shouted"], 2),
        (["called", "outcome"], 2),
        (["called", "outcome=reached", "outcome=voicemail"], 2),
        (["called", "outcome=reached", "result=offer"], 2),
        (["promised", "callback_by=whenever"], 2),
        (["snoozed"], 2),
        (["closed"], 2),
        (["heard", "at=tomorrow 9:00"], 1),
        (["heard", "to=p9"], 1),
        (["thanked", "to=nobody"], 1),
        (["reopened"], 1),
    ],
)
def test_log_refuses_and_writes_nothing(search: Cli, fields: list[str], code: int) -> None:
    before = search.bytes()
    ran = search("log", "northwind-2", *fields)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.count("\n") == 1
    assert search.bytes() == before


def test_an_unknown_id_offers_near_ones(search: Cli) -> None:
    ran = search("log", "northwnd-2", "heard")
    assert ran.code == 1
    assert "northwind-2" in ran.err


def test_edit_changes_facts(search: Cli) -> None:
    search.done(
        "edit", "northwind-2", "round=Final", "start=2026-11-18 15:00", "end=2026-11-18 16:00", "mode=video",
        "opportunity=northwind, the platform", "notes=one\ntwo", "topics=a; b", "topics+=c", "topics-=a",
        "loose_ends+=forgot the date", "p1.email=marta@northwind.example", "p3.whatsapp=no",
        "with=Zoe <zoe@northwind.example>", "contact=Sam +1 212 555 0100",
    )  # fmt: skip
    record = search.record("northwind-2")
    assert (record["round"], record["mode"], record["opportunity"]) == (
        "Final", "video", "northwind, the platform",
    )  # fmt: skip
    assert (record["starts_at"], record["ends_at"]) == ("2026-11-18T14:00:00Z", "2026-11-18T15:00:00Z")
    assert (record["notes"], record["topics"]) == ("one\ntwo", ["b", "c"])
    search.done("edit", "acme-1", "opportunity=rockets")
    search.done("edit", "acme-1", "opportunity=")
    assert search.record("acme-1")["opportunity"] is None
    assert [one["text"] for one in record["loose_ends"]] == [
        "said Kafka Streams, meant Flink",
        "forgot the date",
    ]
    people = {one["id"]: one for one in record["interviewers"] + record["contacts"]}
    assert people["p1"]["email"] == "marta@northwind.example"
    assert (people["p3"]["whatsapp"], people["p4"]["name"], people["p5"]["name"]) == (False, "Zoe", "Sam")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        (["rond=x"], 2),
        (["round"], 2),
        (["round+=x"], 2),
        (["mode=telepathy"], 2),
        (["zone=Mars"], 2),
        (["company= "], 2),
        (["start=never"], 2),
        (["p1.email=nonsense"], 2),
        (["p1.shoe=42"], 2),
        (["with=<>"], 2),
        (["p9.email=a@b.example"], 1),
        (["end=2026-11-01 10:00"], 1),
        (["topics-=never said"], 1),
        (["with-=p1"], 1),
    ],
)
def test_edit_refuses_and_writes_nothing(search: Cli, fields: list[str], code: int) -> None:
    before = search.bytes()
    ran = search("edit", "northwind-2", "location=here", *fields)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.count("\n") == 1
    assert search.bytes() == before


def test_rm_keeps_a_backup(search: Cli) -> None:
    before = search.bytes()
    ran = search.done("rm", "hooli-1")
    (backup,) = (search.database.parent / "board.json.backups").glob("*before-delete*")
    assert backup.read_bytes() == before
    assert backup.name in ran.err
    assert search("rm", "hooli-1").code == 1


def test_what_may_not_be_stored_is_left_out_and_said(cli: Cli) -> None:
    ran = cli.done("add", "Glo\x1bbex\u202e", "x", "--start", "fri 14:00")
    assert cli.record(ran.out.strip())["company"] == "Globex"
    assert "left out of the company" in ran.err


def test_a_bare_end_is_on_the_day_of_the_interview(cli: Cli) -> None:
    key = cli.done("add", "Globex", "Engineer", "--start", "2026-11-10T09:00Z", "--zone", "UTC").out.strip()
    cli.done("edit", key, "end=10:15", "start=2026-11-09 08:00")
    record = cli.record(key)
    assert (record["starts_at"], record["ends_at"]) == ("2026-11-09T08:00:00Z", "2026-11-09T10:15:00Z")


def test_a_fact_given_twice_is_refused(cli: Cli) -> None:
    key = cli.done("add", "Globex", "Engineer", "--start", "2026-11-10T09:00Z").out.strip()
    assert cli("edit", key, "role=One", "role=Two").code == 2


def test_what_you_owe_them_is_shown_until_it_is_delivered(cli: Cli) -> None:
    card = cli.done("add", "Hooli", "", "--start", "yesterday 10:00", "--with", "Ada").out.strip()
    owes = cli.done("log", card, "owes", "what=references", "due=27 nov", "to=p1").out.strip()
    shown = cli.done("show", card).out
    assert f"you owe them\n  {owes}  references, by Fri 27 Nov, to Ada" in shown
    cli.done("log", card, "delivered", f"of={owes}")
    assert "you owe them" not in cli.done("show", card).out.split("history")[0]


def test_another_start_keeps_the_length(cli: Cli) -> None:
    card = cli.done("add", "Hooli", "", "--start", "2026-11-20 10:00", "--minutes", "90").out.strip()
    cli.done("edit", card, "start=2026-11-25 14:00")
    assert cli.record(card)["ends_at"] == "2026-11-25T14:30:00Z"
    cli.done("edit", card, "start=2026-11-25 15:00", "end=15:20")
    assert cli.record(card)["ends_at"] == "2026-11-25T14:20:00Z"


def test_what_is_refused_is_said_in_the_users_own_words(cli: Cli) -> None:
    add = ("add", "Globex", "Data engineer")
    new = cli.done(*add, "--start", "2026-11-18 10:00").out.strip()
    for argv, words in (
        ((*add, "--start", "fri 10:00", "--end", "fri 9:00"), "09:00 is before Fri 20 Nov 2026 10:00."),
        (("edit", new, "end=2026-11-18 9:00"), "09:00 is before Wed 18 Nov 2026 10:00."),
        ((*add, "--start", "fri 10:00", "--mode", "zoom"), "There is no mode 'zoom'; there are onsite"),
        (("list", "--column", "xyz"), "There is no column 'xyz'; there are upcoming"),
        (("log", new, "closed", "result=rejected", "answer_by=fri"), "answer_by goes with result=offer"),
        (("log", new, "reopened"), "Nobody has closed Globex, so it cannot be reopened"),
        (("next", "--at", "soon"), "“soon” is not exact."),
    ):
        ran = cli(*argv)
        assert ran.code and words in ran.err, argv
        assert "expected `" not in ran.err


def test_people_are_added_and_edited_with_how_they_are_called_and_asked(cli: Cli) -> None:
    ran = cli.done(
        "add", "Globex", "x", "--start", "fri 14:00", "--with", "Okafor, Ada (called Adi) (ask by phone)",
        "--with", "Nguyễn Thị Minh Khai", "--contact", "Pell, Joan (HR) <joan@globex.example>",
    )  # fmt: skip
    key = ran.out.strip()
    assert ran.err.count("greeted") == 1
    assert "Nguyễn Thị Minh Khai is greeted by the whole name: the family name may stand first" in ran.err
    (ada, khai), (joan,) = cli.record(key)["interviewers"], cli.record(key)["contacts"]
    assert (ada["name"], ada["called"], ada["ask"]) == ("Ada Okafor", "Adi", "phone")
    assert (joan["name"], joan["title"], khai["called"]) == ("Joan Pell", "HR", "")

    ran = cli.done("edit", key, "p2.called=Khai", "p2.ask=never", "p3.name=PELL-ITO, JOAN", "p1.called=")
    assert "greeted" not in ran.err
    (ada, khai), (joan,) = cli.record(key)["interviewers"], cli.record(key)["contacts"]
    assert (khai["called"], khai["ask"], ada["called"], joan["name"]) == (
        "Khai",
        "never",
        "",
        "Joan Pell-Ito",
    )
    ran = cli("edit", key, "with=Anna, Ben")
    assert ran.code == 1 and "may be two people" in ran.err
