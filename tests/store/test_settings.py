"""The settings file: every fault is said with its line, and costs that setting alone."""

from __future__ import annotations

import re
from datetime import date, time
from pathlib import Path

import pytest

from store import settings as packaged
from store.settings import TEMPLATE, BadSettings, Settings, as_toml, load, read_settings
from store.settings.records import COUNTRIES
from store.settings.toml import lines_of


def read(text: str) -> Settings:
    """The settings in a text that has no fault."""
    settings, faults = read_settings(text)
    assert not faults
    return settings


def test_a_missing_file_is_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "none.toml")


def test_the_template_says_the_defaults() -> None:
    assert read(TEMPLATE) == Settings()
    said = read(re.sub(r"^# (?=[a-z_]+ = )", "", TEMPLATE, flags=re.MULTILINE))
    for field in (
        "zone",
        "spelling",
        "country",
        "language",
        "away",
        "theme",
        "me",
        "policy",
        "quiet",
        "mail",
    ):
        assert getattr(said, field) == getattr(Settings(), field)


def test_every_setting_is_in_the_template() -> None:
    for name in re.findall(r"^(\w+) = ", as_toml(Settings()), flags=re.MULTILINE):
        assert re.search(rf"^# {name} = ", TEMPLATE, flags=re.MULTILINE), name


def test_what_is_written_is_read_as_it_was() -> None:
    text = """
zone = "Asia/Kolkata"
language = "DE"
away = [2026-12-24, "2027-03-05 – 2027-03-12"]
date_order = "mdy"
ascii = true
[me]
name = 'a "b" \\ \u007f'
about = ["x", "y"]
[policy]
office_opens = "8:30"
office_closes = 18:00:00
working_days = ["Sun", "mon", 3]
holidays = [2026-12-25, "2027-01-01"]
calendar = "none"
texts_open = "7:30"
ask_first = "email"
[quiet]
from = "22:00"
[keys]
"card.thanked" = "s,ctrl+t"
"""
    got = read(text.replace("\x7f", "?"))
    assert (got.policy.office_opens, got.policy.office_closes) == (time(8, 30), time(18))
    assert got.policy.working_days == (6, 0, 3)
    assert got.policy.holidays == (date(2026, 12, 25), date(2027, 1, 1))
    assert (got.policy.texts_from, got.policy.texts_to) == (time(7, 30), time(21))
    assert (got.policy.calendar, got.policy.ask_first, got.language) == ("none", "email", "de")
    assert (got.quiet.begins, got.quiet.ends) == got.policy.quiet == (time(22), time(8))
    assert got.away == got.policy.away == ("2026-12-24", "2027-03-05/2027-03-12")
    assert read(as_toml(got)) == got


@pytest.mark.parametrize(
    ("written", "away"),
    [
        ("2026-12-24", ("2026-12-24",)),
        ("'2026-12-24'", ("2026-12-24",)),
        ("'2026-12-24/2027-01-02'", ("2026-12-24/2027-01-02",)),
        ("['2026-12-24 / 2027-01-02', 2027-03-05]", ("2026-12-24/2027-01-02", "2027-03-05")),
        ("['2026-12-24 to 2026-12-24']", ("2026-12-24/2026-12-24",)),
        ("['2026-12-24..2027-01-02']", ("2026-12-24/2027-01-02",)),
        ("[]", ()),
    ],
)
def test_days_away_are_dates_or_from_one_to_another(written: str, away: tuple[str, ...]) -> None:
    settings = read(f"away = {written}")
    assert settings.away == settings.policy.away == away


@pytest.mark.parametrize(
    "text",
    [
        "[policy]\ntexts_open = '12:00'\ntexts_close = '12:00'",
        "[policy]\ntexts_open = '22:00'\ntexts_close = '06:00'",
        "[quiet]\nfrom = '12:00'\nto = '12:00'",
        "[policy]\ncall_wait = 48\ncall_late = 48",
        "[policy]\nring_wait = 0\nreopen_within = 0\nanswer_lead = 0\nowes_lead = 0\nvoicemail_wait = 0",
    ],
)
def test_hours_may_be_empty_or_go_over_midnight_and_waits_be_nothing(text: str) -> None:
    assert read(text) != Settings()


SPOILT = [
    # At the top
    ("zone = 'Mars'", "zone", "there is no time zone 'Mars'"),
    ("zone = 'Newcastle'", "zone", "“Newcastle” may be several time zones: write Europe/London or"),
    ("zone = 'UTC+1'", "zone", "“UTC+1” is only an offset: write the zone, of which these have it"),
    ("zone = 3", "zone", "expected text in quotes, not 3"),
    ("zoen = 'Europe/Berlin'", "zoen", "there is no such setting; did you mean zone?"),
    ("qqq = 1", "qqq", "there are zone, date_order,"),
    ("date_order = 'ymd'", "date_order", 'expected "dmy" or "mdy", not "ymd"'),
    ("spelling = 'britsh'", "spelling", "did you mean british?"),
    ("country = 'Germany'", "country", "two capital letters"),
    ("country = 'UK'", "country", "did you mean GB?"),
    ("country = 'QZ'", "country", "no country has the letters QZ"),
    ("language = 'german'", "language", 'expected two letters such as "de", not "german"'),
    ("language = 3", "language", "expected two letters"),
    ("away = ['xmas']", "away", '"2026-12-24/2027-01-02", not "xmas"'),
    ("away = 'xmas'", "away", 'expected dates such as "2026-12-24"'),
    ("away = 24", "away", 'expected dates such as "2026-12-24"'),
    ("away = [2026-12-24T00:00:00]", "away", "expected dates"),
    ("away = ['2026-02-30']", "away", "days that there are, not 2026-02-30"),
    ("away = ['2026-12-24/2026-02-30']", "away", "days that there are, not 2026-12-24/2026-02-30"),
    ("away = ['2027-01-02/2026-12-24']", "away", "the first day before the last, not 2027-01-02/2026"),
    ("calendar = 'none'", "calendar", "it belongs under [policy]"),
    ("theme = true", "theme", "expected text in quotes, not true"),
    ('theme = "\\u0007"', "theme", "has a control character (U+0007)"),
    ("ascii = 'yes'", "ascii", "expected true or false"),
    ("ascii = 1", "ascii", "expected true or false, not 1"),
    ("thank_due = 24", "thank_due", "it belongs under [policy]"),
    ("policy = 3", "policy", "expected a section, [policy] in a line of its own"),
    ("keys = []", "keys", "expected a section"),
    ("[[mail]]", "mail", "expected a section"),
    ("[polcy]", "polcy", "did you mean policy?"),
    # [me], of which nothing is quoted
    ("[me]\nname = 3", "me.name", "expected text in quotes"),
    ("[me]\nnmae = 'Rosa'", "me.nmae", "did you mean name?"),
    ("[me]\nzone = 'Europe/Berlin'", "me.zone", "at the top of the file"),
    ('[me]\nname = "Rosa\\nKeller"', "me.name", "has a line break"),
    ('[me]\nname = "\\u001b[2J"', "me.name", "has a control character"),
    (f"[me]\nname = '{'x' * 1001}'", "me.name", "has 1,001 characters"),
    ("[me]\nemail = 'rosa'", "me.email", "is not an e-mail address"),
    ("[me]\nemail = 'rosa@keller.example, a@b.example'", "me.email", "is not an e-mail address"),
    ("[me]\nemail = '" + "(" * 900 + "'", "me.email", "is not an e-mail address"),
    ("[me]\nphone = 'later'", "me.phone", "is not a telephone number"),
    ("[me]\nphone = 491511234567", "me.phone", "expected text in quotes"),
    ("[me]\nabout = 'six years'", "me.about", "expected a list of texts in quotes"),
    ("[me]\nabout = ['a', 3]", "me.about", "expected a list of texts in quotes"),
    # [policy]
    ("[policy]\nthank_duee = 1", "policy.thank_duee", "did you mean thank_due?"),
    ("[policy]\nthank_due = 'x'", "policy.thank_due", 'a whole number from 0 to 8784, not "x"'),
    ("[policy]\nthank_due = -1", "policy.thank_due", "from 0 to 8784, not -1"),
    ("[policy]\nthank_due = 2.5", "policy.thank_due", "not 2.5"),
    ("[policy]\nthank_due = inf", "policy.thank_due", "not inf"),
    (f"[policy]\nthank_due = 1{'0' * 400}", "policy.thank_due", "from 0 to 8784"),
    ("[policy]\nquiet_after = 367", "policy.quiet_after", "from 1 to 366"),
    ("[policy]\nassumed_callback = 0", "policy.assumed_callback", "from 1 to 100"),
    ("[policy]\nthank_due = 99", "policy.thank_due", "to rise"),
    ("[policy]\ncall_wait = 99", "policy.call_wait", "not to be over call_late"),
    ("[policy]\noffice_opens = '18:00'", "policy.office_opens", "to lie before office_closes"),
    ("[policy]\noffice_opens = '9 am'", "policy.office_opens", 'expected a time such as "09:00"'),
    ("[policy]\noffice_opens = '09:00:00Z'", "policy.office_opens", "expected a time"),
    ("[policy]\noffice_closes = '24:00'", "policy.office_closes", "expected a time"),
    ("[policy]\nquiet = ['21:00', '08:00']", "policy.quiet", "that is a section of its own, [quiet]"),
    ("[policy]\naway = ['2026-12-24']", "policy.away", "at the top of the file"),
    ("[policy]\ncalendar = 'atuo'", "policy.calendar", 'expected "auto" or "none", not "atuo"; did you mean'),
    ("[policy]\ncalendar = false", "policy.calendar", 'expected "auto" or "none", not false'),
    ("[policy]\nask_first = 'mail'", "policy.ask_first", 'expected "call" or "email", not "mail"'),
    ("[policy]\nring_wait = 1441", "policy.ring_wait", "from 0 to 1440, not 1441"),
    ("[policy]\nvoicemail_wait = '2 days'", "policy.voicemail_wait", "a whole number from 0 to 8784"),
    ("[policy]\nanswer_lead = -1", "policy.answer_lead", "from 0 to 8784, not -1"),
    ("[policy]\nowes_lead = 0.5", "policy.owes_lead", "not 0.5"),
    ("[policy]\nreopen_within = true", "policy.reopen_within", "not true"),
    ("[policy]\ntexts_open = '8 am'", "policy.texts_open", 'expected a time such as "09:00"'),
    ("[policy]\ntexts_from = '08:00'", "policy.texts_from", "there is no such setting"),
    ("[policy]\ncall_late = 23", "policy.call_late", "not to be over call_late"),
    ("[policy]\noffice_closes = '09:00'", "policy.office_closes", "to lie before office_closes"),
    ("[policy]\nholidays = ['xmas']", "policy.holidays", 'dates such as 2026-12-24, not "xmas"'),
    ("[policy]\nholidays = [\n2026-12-25,\n'2026-13-01']", "policy.holidays", 'not "2026-13-01"'),
    ("[policy]\nholidays = [2026-12-25T00:00:00]", "policy.holidays", "not 2026-12-25T00:00:00"),
    ("[policy]\nworking_days = ['someday']", "policy.working_days", 'not "someday"'),
    ("[policy]\nworking_days = ['m']", "policy.working_days", "expected days such as"),
    ("[policy]\nworking_days = []", "policy.working_days", "expected days such as"),
    ("[policy]\nworking_days = [7]", "policy.working_days", "not 7"),
    # The rest
    ("[quiet]\nfrom = '25:00'", "quiet.from", "expected a time"),
    ("[quiet]\nbegins = '21:00'", "quiet.begins", "there are from, to"),
    ("[keys]\nx = 3", "keys.x", "expected text in quotes, not 3"),
    ("[keys]\ncard.sent = 's'", "keys.card", "write the whole id in quotes"),
    ("[mail]\ncommand = ['msmtp', '-t']", "mail.command", "expected text in quotes"),
    ("[mail]\ndrafts = '~/Mail'", "mail.drafts", "there is no such setting; did you mean drafts_folder?"),
]


@pytest.mark.parametrize(("text", "name", "words"), SPOILT)
def test_every_fault_is_said_with_its_line_and_costs_that_setting_alone(
    text: str, name: str, words: str
) -> None:
    before = "# A remark = with signs [in] it\nspelling = 'american'\n\n"
    before = (
        before.replace("spelling", "date_order").replace("american", "mdy") if "spelling" in text else before
    )
    after = "\n[quiet]\nto = '07:15'\n" if "[quiet]" not in text else "\n[me]\nname = 'Rosa'\n"
    after = after if after.split()[0] not in text else "\n[policy]\nfollow_ups = 7\n"
    settings, faults = read_settings(before + text + after)
    assert [fault.name for fault in faults] == [name]
    assert words in faults[0].sentence
    # The setting is in the first line or the one after its section.
    assert faults[0].line == 4 + text.split("=")[0].count("\n")
    assert str(faults[0]).startswith(f"line {faults[0].line}: {name}")
    assert "\n" not in str(faults[0]) and len(str(faults[0])) < 300
    assert settings == read(before + after)


def test_all_faults_are_said_at_once_in_the_order_of_the_file() -> None:
    spoilt = [
        "zone = 'Mars'",
        "spelling = 'x'",
        "[me]\nemail = 'x'",
        "[policy]\nthank_due = 99\ncall_wait = 99",
    ]
    settings, faults = read_settings("\n".join([*spoilt, "call_tries = 5"]))
    assert [(fault.line, fault.name) for fault in faults] == [
        (1, "zone"), (2, "spelling"), (4, "me.email"), (6, "policy.thank_due"), (7, "policy.call_wait"),
    ]  # fmt: skip
    assert settings == read("[policy]\ncall_tries = 5")


def test_numbers_that_clash_have_all_their_defaults() -> None:
    settings, (fault,) = read_settings("[policy]\nthank_due = 50\nfollow_ups = 1\nthank_late = 40")
    assert settings == read("[policy]\nfollow_ups = 1")
    assert (fault.line, fault.name) == (2, "policy.thank_due, policy.thank_late")
    assert "policy.thank_due = 50, policy.thank_late = 40: expected" in fault.sentence


@pytest.mark.parametrize(("text", "name", "words"), [one for one in SPOILT if one[0].startswith("[me]")])
def test_nothing_personal_is_in_a_sentence(text: str, name: str, words: str) -> None:
    _, (fault,) = read_settings(text)
    for secret in ("rosa", "Rosa", "keller", "later", "49151", "six"):
        assert secret not in fault.sentence


LAID_OUT = r"""# zone = "x"
zone = "Asia/Tokyo" # [me] "
me.about = ["[policy]",
  "x = 3", # ]
]
[policy] # [quiet]
"office_opens" = '''9:00'''
holidays = [
  2026-12-25, # christmas = 1
]
quiet_after = 3
[ keys ]
"card.sent" = '''
S'''
'card.add' = "\u006e"
[mail]
command = "x"
"""


def test_the_lines_are_those_of_the_file() -> None:
    assert lines_of(LAID_OUT) == {
        ("zone",): 2, ("me",): 3, ("me", "about"): 3, ("policy",): 6, ("policy", "office_opens"): 7,
        ("policy", "holidays"): 8, ("policy", "quiet_after"): 11, ("keys",): 12, ("keys", "card.sent"): 13,
        ("keys", "card.add"): 15, ("mail",): 16, ("mail", "command"): 17,
    }  # fmt: skip
    assert read(LAID_OUT).keys == {"card.sent": "S", "card.add": "n"}


def test_the_countries_are_those_with_telephone_numbers() -> None:
    import phonenumbers

    assert COUNTRIES == phonenumbers.SUPPORTED_REGIONS


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"\xff\xfe", "not in UTF-8 (line 1)"),
        (b"\n\nname = '\xe9'", "not in UTF-8 (line 3)"),
        (b"name = '\x00'", "are not TOML"),
        (b"a = = 1", "line 1"),
        (b"x" * 10, "are not TOML"),
        (b"zone = 'a'\nzone = 'b'", "are not TOML"),
        (b"a = " + b"[" * 60_000, "cannot be read"),
        (b"a = " + b"[" * 9_000 + b"]" * 9_000, "cannot be read"),
        (b"a" + b".a" * 30_000 + b" = 1", "line 1 has over 200 dots"),
        (b"#" * 70_000, "larger than"),
    ],
)
def test_what_cannot_be_read_at_all(tmp_path: Path, raw: bytes, words: str) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(raw)
    with pytest.raises(BadSettings) as refusal:
        load(file)
    assert words in str(refusal.value)
    assert str(file) in str(refusal.value) and "\n" not in str(refusal.value)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="it is a directory"):
        load(tmp_path)


def test_what_is_imported_on_use_is_all_there() -> None:
    assert [name for name in packaged.__all__ if not hasattr(packaged, name)] == []
    with pytest.raises(AttributeError, match="no attribute 'none'"):
        packaged.none  # type: ignore[attr-defined]  # noqa: B018
