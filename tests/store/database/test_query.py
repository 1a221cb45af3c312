"""The words of `list --where`, asked of documents joined with standings."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from store import when
from store.database.query import KEYS, LONGEST_QUERY, STATES, BadQuery, before_half_a_word, read_query
from store.rules.board import board
from store.rules.standing import COLUMNS
from tests.making import ADA, BEN, BERLIN, CLEO, POLICY, SAM, after, at, closed, made, promised, thanked
from tests.store.database.fault_runs import service_on

NOW = after(30)


def day(text: str) -> date:
    return when.read_when(text, now=NOW, zone=BERLIN, dates=True)


INTERVIEWS = [
    made(id="late", company="Globex GmbH", role="Data engineer", round="Panel", interviewers=(ADA, BEN)),
    made(id="fresh", company="Initech", role="Backend", round="", ends_at=after(28)),
    made(
        promised(after(-700), "2026-10-23"), id="overdue", company="Müller & Søn", role="Data analyst",
        round="", ends_at=after(-700), contacts=(SAM,),
    ),
    made(
        thanked(after(1)), promised(after(1), "2026-12-04"), id="waits", company="Contoso", role="Platform",
        round="", contacts=(CLEO,),
    ),
    made(
        thanked(after(-100)), closed(after(-90), "offer"), id="offered", company="Acme", role="SRE", round="",
        ends_at=after(-110),
    ),
    made(
        id="tokyo", company="Acme Inc", role="SRE", zone="Asia/Tokyo", round="Final round",
        starts_at=at("2026-11-20 15:30"), ends_at=at("2026-11-20 16:30"),
    ),
]  # fmt: skip


def found(tmp_path: Path, words: str) -> set[str]:
    service = service_on(tmp_path / "ringback.json")
    service.database.apply(lambda book: book.with_interviews({one.id: one for one in INTERVIEWS}), NOW)
    return set(service.matching(words, service.board(NOW), day))


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("", "late fresh overdue waits offered tokyo"),
        ("overdue", "overdue"),
        ("late", "late"),
        ("offer", "offered"),
        ("OVERDUE Company:MULLER", "overdue"),
        ("overdue company:globex", ""),
        ("company:globex", "late"),
        ('company:"acme inc"', "tokyo"),
        ("company:acme", "offered tokyo"),
        ("role:data", "late overdue"),
        ("role:data -", ""),
        ("round:panel", "late"),
        ("person:okafor", "late fresh overdue offered tokyo waits"),
        ("person:reed", "overdue"),
        ("column:awaiting_callback", "waits"),
        ("column:upcoming zone:tokyo", "tokyo"),
        ("zone:asia/tokyo", "tokyo"),
        ("before:2026-11-01", "overdue"),
        ("after:yesterday", "fresh tokyo"),
        # 00:30 on the 21st in Tokyo, the 20th in Berlin: the interview's own day counts.
        ("after:2026-11-20", "tokyo"),
        ("before:2026-11-21 company:inc", ""),
        ('before:"next friday" role:backend', "fresh"),
        ("son", "overdue"),
        ("MÜLLER", "overdue"),
        ("data panel", "late"),
        ('"data engineer"', "late"),
        ('"overdue"', ""),
        ('"offer"', ""),
        ("overdue and company:muller", "overdue"),
        ("data AND panel and", "late"),
        ('"and"', ""),
        ('globex "not"', ""),
        ("marsh contoso", "waits"),
        ("muller sön", "overdue"),
        ("person:OKAFÖR", "late fresh overdue offered tokyo waits"),
        ("person:sam@agency", "overdue"),
        ("sam@agency.example", "overdue"),
        ("agency", ""),  # text is not looked for in addresses, or “com” would find them all
        ("zone:TÓKYO", "tokyo"),
        ("column:Awaiting-Callback", "waits"),
    ],
)
def test_what_words_find(tmp_path: Path, words: str, ids: str) -> None:
    assert found(tmp_path, words) == set(ids.split())


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("salary:90", "no 'salary:' to look for"),
        ("compny:acme", "no 'compny:' to look for (did you mean company:?); there are company: role:"),
        ("https://acme.example", "no 'https:'"),
        (":x", "no ':'"),
        ("company:", "needs a value, as in company:globex"),
        ('before:""', "needs a value"),
        ('company:"globex', "not closed"),
        ('"globex" "', "not closed"),
        ("or initech", "'or' cannot be used: all words must fit"),
        ("NOT overdue", "'not' cannot be used"),
        ("column:closet", "no column 'closet'; there are upcoming to_thank"),
    ],
)
def test_what_cannot_be_looked_for_is_refused(words: str, part: str) -> None:
    with pytest.raises(BadQuery) as refused:
        read_query(f"acme {words}", day)
    assert part in str(refused.value)
    if "to look for" in part:
        assert all(f"{key}:" in str(refused.value) for key in KEYS)
        assert all(state in str(refused.value) for state in STATES)


@pytest.mark.parametrize("piece", ["a ", '""', "(", "company:a ", "and ", ":", '"a" '])
def test_many_words_are_no_deep_query(piece: str) -> None:
    words = piece * (LONGEST_QUERY // len(piece))
    try:
        read_query(words, day)({"company": "a", "role": "a", "round": "a", "standing": {}})
    except BadQuery:
        assert ":" in piece
    with pytest.raises(BadQuery, match="1,000 is the most"):
        read_query(piece * 100_000, day)


def test_a_day_that_cannot_be_read_is_refused_with_what_it_might_be() -> None:
    with pytest.raises(when.Unclear):
        read_query("before:3/4", day)


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("ov", ""),
        ("globex Guess", None),
        ("globex Gues", "globex "),
        ("company", ""),
        ("overdue comp", "overdue "),
        ("or", ""),
        ("overdue", None),
        ("acme", None),
        ("ov ", None),
        ('"ov"', None),
        ("company:ov", None),
        ("column:call_now", None),
        ("globex before:2026-11-1", "globex "),
        ("", None),
    ],
)
def test_a_word_that_may_become_another_is_half_a_word(words: str, before: str | None) -> None:
    assert before_half_a_word(words, unread=False) == before


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("globex company:", "globex "),
        ("globex column:ca", "globex "),
        ("globex before:fr", "globex "),
        ('globex company:""', "globex "),
        ("globex salary:9", "globex "),
        ("globex salary:9 ", None),
        ("salary:9 globex", None),
    ],
)
def test_of_words_that_cannot_be_looked_for_the_last_may_be_half_a_word(
    words: str, before: str | None
) -> None:
    assert before_half_a_word(words, unread=True) == before


def test_a_query_is_one_of_tinydbs(tmp_path: Path) -> None:
    """It can be joined with others, and asked of any document that has a standing."""
    from tinydb import where

    document: dict[str, Any] = {"company": "Globex", "standing": {"column": "call_now", "level": "overdue"}}
    query = read_query("overdue", day)
    assert query(document)
    assert not (query & (where("company") == "Acme"))(document)
    assert not (~query)(document)
    assert not query({"company": "Globex"}), "without its standing nothing is known"


def test_standings_are_never_stored(tmp_path: Path) -> None:
    found(tmp_path, "overdue")
    assert b"standing" not in (tmp_path / "ringback.json").read_bytes()


def test_every_column_can_be_asked_for() -> None:
    for column in COLUMNS:
        read_query(f"column:{column}", day)


def test_a_card_that_is_not_on_the_board_is_not_found(tmp_path: Path) -> None:
    service = service_on(tmp_path / "ringback.json")
    service.database.apply(lambda book: book.with_interviews({one.id: one for one in INTERVIEWS}), NOW)
    some = board(INTERVIEWS[:1], POLICY, NOW, ZoneInfo("UTC"))
    assert service.matching("", some, day) == {"late"}


def test_where_there_is_no_database_nothing_is_found_or_made(tmp_path: Path) -> None:
    service = service_on(tmp_path / "ringback.json")
    assert service.matching("overdue", service.board(NOW), day) == set()
    assert list(tmp_path.iterdir()) == []
