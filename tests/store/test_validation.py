"""One validation for every way in: what an import refuses is mended at reading, and left out elsewhere."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from store.book import Book, document
from store.database.format import SCHEMA, WrongShape, decode, encode, tables_in
from store.exchange import bundle_of, read_bundle, unite, write_bundle
from store.interview import Company, Draft, Heard, Interview, LooseEnd, Thanked
from store.text import MAX_TEXT, forbidden
from store.validation import acceptable, acceptable_book, may_need_repair
from tests.growth import growth
from tests.making import ADA, BEN, END, SAM, made
from tests.store.database.generated_books import books, spoilt

LONG = "x" * (MAX_TEXT + 1)
META = {"ringback": {"schema": SCHEMA}}


def lying(*interviews: Interview, **more: object) -> bytes:
    """A database's bytes as a hand may have written them."""
    return encode({"meta": META, "interviews": {one.id: document(one) for one in interviews}, **more})  # type: ignore[dict-item]


def read(*interviews: Interview) -> tuple[Interview, list[str]]:
    decoded = decode(lying(*interviews))
    return next(iter(decoded.book.interviews.values())), [str(fault) for fault in decoded.faults]


def imported(exported: bytes) -> Book:
    return unite(Book(), read_bundle(exported, "file.json"), replace_values=False)[0]


def test_a_sound_record_is_left_alone() -> None:
    sound = made(
        Heard(id="e1", at=END, note="a\nb"), notes="a\n\tb", drafts=(Draft(id="d1", body="Dear\nAda"),)
    )
    assert read(sound) == (sound, [])
    assert acceptable(sound) == (sound, [])


@pytest.mark.parametrize(
    ("field", "text", "mended"),
    [
        ("role", "a\x1b[2Jb", "a[2Jb"),
        ("round", "a\nb", "a b"),
        ("notes", "a\x9b\nb\u202e", "a\nb"),
        ("location", "a\rb", "a b"),
        ("link", "x" * MAX_TEXT + "\x7f", "x" * MAX_TEXT),
        ("company", "\x07", "?"),
    ],
)
def test_a_text_is_cleaned_where_it_is_read(field: str, text: str, mended: str) -> None:
    one, said = read(made(**{field: text}))
    assert getattr(one, field) == mended
    assert said[0].startswith(f"{one.company}, {one.role} (iv-1): {field} held a ")


def test_an_id_that_is_there_twice_is_told_apart_and_named() -> None:
    card = made(interviewers=(ADA, BEN), contacts=(replace(SAM, id="p1"),))
    one, said = read(replace(card, drafts=(Draft(id="d1"), Draft(id="d1", body="x"))))
    assert [person.id for person in one.people] == ["p1", "p2", "p1-2"]
    assert [draft.id for draft in one.drafts] == ["d1", "d1-2"]
    assert said == [
        "Globex, Data engineer (iv-1): contacts[0] had the id p1 of another person, and is p1-2 now",
        "Globex, Data engineer (iv-1): drafts[1] had the id d1 of another draft, and is d1-2 now",
    ]


def test_an_id_with_a_control_character_gets_another_everywhere() -> None:
    ada = replace(ADA, id="p\x1b1")
    one, _ = read(made(Thanked(id="e", at=END, to=ada.id), interviewers=(ada,), id="iv\x001"))
    assert (one.id, one.interviewers[0].id, one.events[0].to) == ("iv1", "p1", "p1")  # type: ignore[union-attr]


def test_what_is_read_is_what_a_change_starts_from() -> None:
    data = lying(made(role="a\x1bb"), made(id="iv-2"))
    tables, changed = tables_in(data, mend=True)
    assert changed
    assert decode(encode(tables)).faults == ()
    assert decode(encode(tables)).book == decode(data).book


def test_a_wrong_shape_says_whose() -> None:
    plain = {"iv-1": document(made()), "iv-2": {**document(made(id="iv-2", company="Acme")), "role": 7}}
    with pytest.raises(WrongShape, match=r"^Acme \(iv-2\): Expected `str`, got `int` - at `\$\.role`"):
        decode(encode({"meta": META, "interviews": plain}))


def test_what_an_import_refuses_is_left_out_and_named() -> None:
    card = made(
        Heard(id="e1", at=END, note=LONG),
        Heard(id="e2", at=END, to="p9"),
        Thanked(id="e3", at=END, to="c1"),
        contacts=(SAM,),
        notes=LONG,
        topics=("one", LONG),
        loose_ends=(LooseEnd(text=LONG),),
        drafts=(Draft(id="d1", body="kept", lines={"p1": "for Ada", "p9": "gone"}),),
    )
    one, faults = acceptable(card)
    assert one is not None
    assert (one.notes, one.topics, one.loose_ends) == ("", ("one",), ())
    assert [event.id for event in one.events] == ["e1"]
    assert one.drafts[0].lines == {"p1": "for Ada"}
    assert [fault.place for fault in faults] == [
        "notes", "topics[1]", "loose_ends[0].text", "events[0].note", "events[1]", "events[2]", "drafts[0]",
    ]  # fmt: skip
    assert acceptable(made(company=LONG))[0] is None
    assert acceptable_book(Book(companies={LONG: Company(name=LONG)}))[0] == Book()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_boards_own_export_is_always_imported(data: st.DataObject) -> None:
    """Also of books that were edited by hand, and of two of them merged."""
    sides = [decode(encode(data.draw(spoilt(data.draw(books()))))).book for _ in range(2)]
    for book in (
        *sides,
        unite(sides[0], bundle_of(sides[1], "x"), replace_values=data.draw(st.booleans()))[0],
    ):
        exported = write_bundle(book)
        once = imported(exported)
        assert write_bundle(once) == exported
        assert (
            decode(
                encode({"meta": META, "interviews": {k: document(v) for k, v in once.interviews.items()}})
            ).faults
            == ()
        )


def test_a_merge_takes_all_that_can_be_taken() -> None:
    here = made(contacts=(SAM,), notes="mine")
    there = made(
        Thanked(id="e1", at=END, to="c1"),
        Heard(id="e2", at=END, to="c1"),
        interviewers=(ADA, replace(BEN, id="c1")),
        notes=LONG,
    )
    book, said = unite(Book({"iv-1": here}), bundle_of(Book({"iv-1": there}), "x"), replace_values=True)
    one = book.interviews["iv-1"]
    assert one.notes == "mine", "what cannot be taken is no reason to lose what is there"
    assert one.people == (ADA, SAM)
    assert [event.id for event in one.events] == ["e2"]
    first = (
        f"Globex, Data engineer (iv-1): notes is a text of {len(LONG):,} characters, and 20,000 is the most, "
        "and is left out"
    )
    assert said[:3] == [
        first,
        "Globex, Data engineer (iv-1): interviewers[1] has the id c1 of a contact, and is left out",
        "Globex, Data engineer (iv-1): events[0] (thanked) is about c1, who is not there, and is left out",
    ]


def test_reading_grows_with_what_is_read() -> None:
    def reading(number: int) -> bytes:
        people = tuple(replace(ADA, name="\x1b" * 3) for _ in range(number))
        return lying(made(*(Heard(id="e", at=END) for _ in range(number)), interviewers=people))

    small, large = reading(500), reading(2_000)
    assert growth(lambda: decode(small), lambda: decode(large), rounds=2) < 8


def test_preferences_are_cleaned_too() -> None:
    data = lying(made(), preferences={"user": {"dismissed": ["a\x1bb"]}})
    assert decode(data).book.preferences.dismissed == ("ab",)
    assert msgspec.json.decode(data)["preferences"]["user"]["dismissed"] == ["a\x1bb"]


PIECES = [
    b"a",
    b"\\",
    b"\\\\",
    b"u",
    b"n",
    b"b",
    b"\x7f",
    *(one.encode() for one in "\u00a0\u0085é\u061c\u200e“\u2066…\U000e0041🙂"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=6).map(b"".join))
def test_whatever_a_repair_takes_out_is_seen_in_the_bytes(data: bytes) -> None:
    text = data.decode("utf-8", "ignore")
    hidden = re.search(r"\\[bfru]", text) or forbidden(text, lines=True)
    assert may_need_repair(data) == bool(hidden)
