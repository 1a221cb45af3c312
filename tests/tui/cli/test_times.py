"""Times as they are typed on the command line: spans, ends, what leaves room, other languages."""

from __future__ import annotations

import pytest

from tests.command_line import Cli

ADD = ("add", "Globex", "Data engineer")


def times(cli: Cli, *argv: str) -> tuple[str, str]:
    """Start and end of what is added so, in UTC."""
    record = cli.record(cli.done(*ADD, "--alone", *argv).out.strip())
    return record["starts_at"][5:16], record["ends_at"][5:16]


@pytest.mark.parametrize(
    ("argv", "start", "end"),
    [
        (("--start", "fri 14-15:30"), "11-20T13:00", "11-20T14:30"),
        (("--start", "Tue, Dec 1 · 10:00 – 11:00am"), "12-01T09:00", "12-01T10:00"),
        (("--start", "fri 14-15:30", "--end", "15:30"), "11-20T13:00", "11-20T14:30"),
        (("--start", "fri 14-15:30", "--minutes", "90"), "11-20T13:00", "11-20T14:30"),
        (("--start", "fri 14", "--end", "1h 30"), "11-20T13:00", "11-20T14:30"),
        (("--start", "fri 14", "--end", "90"), "11-20T13:00", "11-20T14:30"),
        (("--start", "fri 14", "--end", "at 4"), "11-20T13:00", "11-20T15:00"),
        (("--start", "fri 14"), "11-20T13:00", "11-20T14:00"),
        (("--start", "nächsten Freitag um halb drei", "--language", "de"), "11-27T13:30", "11-27T14:30"),
        (("--start", "vendredi de 14h à 15h30", "--language", "fr"), "11-20T13:00", "11-20T14:30"),
        (("--start", "fri 14", "--end", "16 Uhr", "--language", "de"), "11-20T13:00", "11-20T15:00"),
    ],
)
def test_a_start_with_its_end(cli: Cli, argv: tuple[str, ...], start: str, end: str) -> None:
    assert times(cli, *argv) == (start, end)


@pytest.mark.parametrize(
    ("argv", "code", "words"),
    [
        (
            ("--start", "fri 14-15:30", "--end", "16:00"),
            2,
            "says that it ends at 15:30, and --end something else",
        ),
        (("--start", "fri 14-15:30", "--minutes", "60"), 2, "and --minutes something else; leave one out."),
        (("--start", "fri 14", "--end", "15"), 2, "write 15 min or 15:00."),
        (("--start", "fri 14", "--end", "fri 9:00"), 1, "09:00 is before Fri 20 Nov 2026 14:00."),
        (("--start", "early next week"), 2, "two ways: write, with a time, 23 Nov 2026 or 25 Nov 2026."),
        (("--start", "fri or sat 10:00"), 2, "write 20 Nov 2026 10:00 or 21 Nov 2026 10:00."),
        (("--start", "fri 14", "--callback-by", "Dec '26"), 2, "write 1 Dec 2026 or 31 Dec 2026."),
        (("--start", "nächsten Freitag um 14 Uhr"), 2, "is German, and the language is not set to that"),
    ],
)
def test_what_is_refused_names_what_would_be_taken(
    cli: Cli, argv: tuple[str, ...], code: int, words: str
) -> None:
    ran = cli(*ADD, *argv)
    assert (ran.code, ran.out, cli.bytes()) == (code, "", None)
    assert words in ran.err


def test_of_a_vague_promise_the_later_end_is_taken_said_and_quoted(cli: Cli) -> None:
    ran = cli.done(*ADD, "--start", "2026-11-18 10:00", "--callback-by", "early next week")
    assert "“early next week” leaves room: its later end is taken, Wed 25 Nov 2026." in ran.err
    name = ran.out.strip()
    (promise,) = cli.record(name)["events"]
    assert (promise["callback_by"], promise["quote"]) == ("2026-11-25", "early next week")
    cli.done("log", name, "promised", "callback_by=friday or monday")
    cli.done("log", name, "promised", "callback_by=friday or monday", "quote=so they said")
    cli.done("log", name, "promised", "callback_by=friday")
    quotes = [one.get("quote", "") for one in cli.record(name)["events"]]
    assert quotes == ["early next week", "friday or monday", "so they said", ""]


def test_the_language_of_a_card_and_of_the_settings_is_read(cli: Cli) -> None:
    name = cli.done(*ADD, "--start", "2026-11-18 10:00", "--language", "de").out.strip()
    cli.done("log", name, "promised", "callback_by=Ende nächster Woche")
    assert cli.record(name)["events"][-1]["callback_by"] == "2026-11-27"
    assert cli("log", name, "promised", "callback_by=fin de semaine prochaine").code == 2
    cli.set('language = "fr"\n')
    cli.done("log", name, "promised", "callback_by=fin de semaine prochaine")
    assert cli.done("list", "--at", "demain à 9h").code == 0


def test_editing_takes_the_end_with_the_start(cli: Cli) -> None:
    name = cli.done(*ADD, "--start", "2026-11-18 10:00").out.strip()
    cli.done("edit", name, "start=fri 14-15:30")
    record = cli.record(name)
    assert (record["starts_at"], record["ends_at"]) == ("2026-11-20T13:00:00Z", "2026-11-20T14:30:00Z")
    ran = cli("edit", name, "start=fri 14-15:30", "end=16:00")
    assert ran.code == 2 and "start says that it ends at 15:30, and end something else" in ran.err
    cli.done("edit", name, "start=Freitag 16 Uhr", "end=45", "--language", "de")
    record = cli.record(name)
    assert (record["starts_at"][11:16], record["ends_at"][11:16], record["language"]) == (
        "15:00",
        "15:45",
        "de",
    )
