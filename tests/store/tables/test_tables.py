"""Tables: read whoever made them, refused by line and column, written so that they are read again."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.book import Book
from store.changes.joining import by_itself
from store.exchange import BadFile
from store.interview import MODES, Interview, Person, Promised
from store.rules.office import own_office
from store.tables import ReadBy, read_table, take_table, write_table
from store.tables.columns import COLUMNS, guarded, looks_like_a_table, unguarded
from store.text import clean
from tests.hostile import TEXTS
from tests.making import ADA, BERLIN, POLICY, after, at, heard, made, promised

NOW = at("2026-11-19 17:04")
HOURS = ReadBy(NOW, BERLIN, lambda zone: own_office(zone, POLICY))
FACTS = ("company", "role", "round", "mode", "zone", "starts_at", "ends_at", "location", "link", "notes")


def taken(text: str | bytes, book: Book | None = None, *, replace: bool = False) -> tuple[Book, list[str]]:
    raw = text.encode() if isinstance(text, str) else text
    table = read_table(raw, "t.csv", HOURS)
    return take_table(book or Book(), table, NOW, by_itself, replace_values=replace)


def only(text: str | bytes) -> Interview:
    ((_, one),) = taken(text)[0].interviews.items()
    return one


WANTED = at("2026-11-20 13:00")
WAYS = {
    "commas": "company,role,starts_at\nGlobex,Data engineer,fri 14:00\n",
    "semicolons": "company;role;starts_at\nGlobex;Data engineer;fri 14:00\n",
    "tabs": "company\trole\tstarts_at\nGlobex\tData engineer\tfri 14:00\n",
    "any order": "starts_at,role,company\n2026-11-20T14:00,Data engineer,Globex\n",
    "a byte-order mark": "\ufeffcompany,role,starts_at\r\nGlobex,Data engineer,2026-11-20 14:00+01:00\r\n",
    "as people write": "Company, Role ,Starts At\n Globex , Data engineer , 2026-11-20 14:00 \n",
    "quoted": '"COMPANY","role","starts-at"\r\n"Globex","Data engineer","2026-11-20 14:00"\r\n',
    "blank lines": "\r\n\r\ncompany,role,starts_at\n\n,,\nGlobex,Data engineer,fri 14:00,,\n\n",
    "short names": "company,role,start,end\nGlobex,Data engineer,fri 14:00,15:00\n",
    "its zone": "company,role,zone,starts_at\nGlobex,Data engineer,New York,fri 8:00\n",
    "in UTC": "company,role,starts_at\nGlobex,Data engineer,2026-11-20T13:00:00Z\n",
}


@pytest.mark.parametrize("way", WAYS)
def test_whoever_made_it(way: str) -> None:
    assert looks_like_a_table(WAYS[way])
    one = only(WAYS[way])
    assert (one.company, one.role, one.starts_at) == ("Globex", "Data engineer", WANTED)
    assert one.ends_at - one.starts_at == timedelta(hours=1)


def test_every_column() -> None:
    one = only(
        "company;role;round;mode;zone;starts_at;ends_at;location;link;notes;interviewers;callback_by\n"
        "Globex;SRE;Panel;On-site;Europe/London;2026-11-20 9:30;11:00;Floor 3;https://x.example;"
        '"two\nlines";"Ada Okafor <ada@globex.example>, CTO\nBen Ito <ben@globex.example>";27 nov\n'
    )
    assert (one.mode, one.zone, one.round, one.location) == ("onsite", "Europe/London", "Panel", "Floor 3")
    assert (one.starts_at, one.ends_at) == (at("2026-11-20 09:30"), at("2026-11-20 11:00"))
    assert (one.link, one.notes) == ("https://x.example", "two\nlines")
    assert [(who.name, who.title) for who in one.interviewers] == [("Ada Okafor", "CTO"), ("Ben Ito", "")]
    (event,) = one.events
    assert isinstance(event, Promised) and event.callback_by == "2026-11-27" and event.at == NOW


HEAD = "company,starts_at,mode,zone,ends_at,callback_by,interviewers,notes\n"
REFUSED = {
    "an unknown column": ("company,starts_at,salary\nA,fri 9:00,1\n", ["line 1", "“salary”", "callback_by"]),
    "several unknown columns": (
        "salary,company,starts_at,source\n1,A,fri 9:00,B\n",
        ["line 1", "“salary” and “source”", "callback_by"],
    ),
    "a column twice": ("company,starts_at,Company\nA,fri 9:00,B\n", ["line 1, company", "once"]),
    "no start": ("company,role\nA,B\n", ["line 1", "starts_at"]),
    "nothing": ("", ["line 1", "company"]),
    "no company": (HEAD + ",fri 9:00\n", ["line 2, company"]),
    "no time": (HEAD + "A,\n", ["line 2, starts_at", "2026-11-27 14:00"]),
    "no time of day": (HEAD + "A,fri\n", ["line 2, starts_at", "time of day"]),
    "two readings": (HEAD + "\n\nA,12/4/2026 9:00\n", ["line 4, starts_at", "12 Apr 2026", "4 Dec 2026"]),
    "a mode": (HEAD + "A,fri 9:00,telepathy\n", ["line 2, mode", "onsite, video", "telepathy"]),
    "a zone": (HEAD + "A,fri 9:00,,Atlantis\n", ["line 2, zone", "Atlantis"]),
    "the end first": (HEAD + "A,fri 9:00,,,2026-11-20 08:00\n", ["line 2, ends_at", "before"]),
    "a far-off year": (HEAD + "A,3500-01-01 9:00\n", ["line 2, starts_at"]),
    "a promise": (HEAD + "A,fri 9:00,,,,soonish\n", ["line 2, callback_by", "soonish"]),
    "an address": (HEAD + "A,fri 9:00,,,,,Ada <ada@>\n", ["line 2, interviewers"]),
    "a cell too many": (HEAD + "A,fri 9:00,,,,,,,more\n", ["line 2", "“more”"]),
    "a control character": (HEAD + "A\x1b[2J,fri 9:00\n", ["line 2, company", "control character"]),
    "an open quotation mark": (HEAD + 'A,fri 9:00\n"B,fri 9:00\n', ["line 3", "quotation mark"]),
    "a stray quotation mark": (HEAD + '"A"x,fri 9:00\n', ["line 2", "quotation mark"]),
    "a long cell": (HEAD + f"A,fri 9:00,,,,,,{'x' * 140_000}\n", ["line 2", "20,000 characters"]),
    "a long text": (HEAD + f"A,fri 9:00,,,,,,{'x' * 20_001}\n", ["line 2, notes", "20,000"]),
    "the same otherwise": (HEAD + "A,fri 9:00\na,fri 9:00,video\n", ["line 3", "line 2"]),
}


@pytest.mark.parametrize("why", REFUSED)
def test_refused_by_line_and_column(why: str) -> None:
    text, words = REFUSED[why]
    with pytest.raises(BadFile) as refused:
        taken(text)
    sentence = str(refused.value)
    assert sentence.startswith("t.csv: ") and sentence.endswith("; nothing was imported.")
    assert not [word for word in words if word not in sentence], sentence


def test_not_utf_8_says_where() -> None:
    with pytest.raises(BadFile, match=r"line 3.*UTF-8"):
        taken(b"company,starts_at\nA,fri 9:00\nZ\xfcrich,fri 10:00\n")


def test_the_same_again_changes_nothing_and_more_is_added() -> None:
    text = "company,role,starts_at,interviewers\nGlobex,SRE,fri 14:00,Ada Okafor\n"
    book, said = taken(text)
    assert "line 2" in said[0] and "Globex, SRE: Fri 20 Nov 2026 14:00–15:00 Europe/Berlin" in said[0]
    assert taken(text, book) == (book, [])
    more = "company,role,starts_at,round,location,interviewers\nglobex,sre,fri 14:00,,Room 3,"
    more += '"Ada Okafor <ada@globex.example>\nBen Ito"\n'
    later, said = taken(more, book)
    (one,) = later.interviews.values()
    assert [(who.name, who.email) for who in one.interviewers] == [
        ("Ada Okafor", "ada@globex.example"), ("Ben Ito", None),
    ]  # fmt: skip
    assert one.location == "" and any("location" in sentence for sentence in said)
    (one,) = taken(more, book, replace=True)[0].interviews.values()
    assert one.location == "Room 3"


def test_of_two_that_look_alike_no_third_is_made() -> None:
    text = "company,role,starts_at\nGlobex,SRE,fri 14:00\n"
    (one,) = taken(text)[0].interviews.values()
    alike = Book({key: replace(one, id=key) for key in ("a", "b")})
    assert taken(text, alike) == (alike, [])


def test_a_card_from_another_door_is_known_again() -> None:
    there = made(promised(after(0), "2026-11-25"), heard(after(1)), topics=("Kafka",))
    book = Book({there.id: there})
    later, said = taken(write_table(book), book)
    assert (later, said) == (book, [])


@pytest.mark.parametrize("text", [*TEXTS.values(), *"=+-@", "'=x", "''+x", " =x", "'", "-\n-", "\t=x"])
def test_a_cell_is_no_formula_and_comes_back(text: str) -> None:
    cell = guarded(text)
    assert not cell.lstrip().startswith(tuple("=+-@"))
    assert unguarded(cell) == text


def test_a_spreadsheet_sees_no_formula() -> None:
    book = Book({"iv-1": made(company="=1+1", role="@SUM(A1)", notes="-2\n+3", interviewers=(NUMBER, ADA))})
    rows = list(csv.DictReader(io.StringIO(write_table(book).decode(), newline="")))
    assert [*rows[0]] == list(COLUMNS)
    assert not [cell for cell in rows[0].values() if cell.startswith(tuple("=+-@\t\r"))]
    (one,) = taken(write_table(book))[0].interviews.values()
    assert (one.company, one.role, one.notes) == ("=1+1", "@SUM(A1)", "-2\n+3")


line = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"]), max_size=12
).map(lambda text: clean(text).strip())
signed = st.one_of(line, st.builds("{}{}".format, st.sampled_from("=+-@'\"`;,"), line))
instants = st.integers(-600_000_000, 4_000_000_000).map(lambda second: datetime.fromtimestamp(second, UTC))


ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe")


@st.composite
def interviews(draw: st.DrawFn) -> Interview:
    starts = draw(instants)
    limit = draw(st.one_of(st.none(), st.dates(starts.date(), date(2099, 1, 1)), instants))
    return made(
        *([] if limit is None else [promised(starts, limit.isoformat())]),
        company=draw(signed.filter(bool)), role=draw(signed), round=draw(signed),
        mode=draw(st.sampled_from(MODES)), zone=draw(st.sampled_from(ZONES)),
        starts_at=starts, ends_at=starts + timedelta(seconds=draw(st.integers(0, 90_000))),
        location=draw(signed), link=draw(signed), notes="\n".join(draw(st.lists(signed, max_size=3))),
        interviewers=tuple(draw(st.lists(st.sampled_from([ADA, SAM_PELL, NUMBER]), unique=True, max_size=3))),
    )  # fmt: skip


SAM_PELL = Person(id="p2", name="Sam Pell", title="CTO, acting", whatsapp=True, phone="+4915112345678")
NUMBER = Person(id="p3", name="+4930901820", phone="+4930901820")


@given(interviews())
def test_written_and_read_again_the_facts_are_the_same(one: Interview) -> None:
    raw = write_table(Book({one.id: one}))
    (again,) = taken(raw)[0].interviews.values()
    assert [getattr(again, fact) for fact in FACTS] == [getattr(one, fact) for fact in FACTS]
    people = [
        [(who.name, who.title, who.email, who.phone, who.whatsapp) for who in each.interviewers]
        for each in (one, again)
    ]
    assert people[0] == people[1]
    limits = [
        [event.callback_by for event in each.events if isinstance(event, Promised)] for each in (one, again)
    ]
    assert limits[0] == limits[1]
    assert write_table(Book({again.id: again})) == raw
