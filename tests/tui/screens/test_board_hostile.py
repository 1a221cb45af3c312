"""Names that try to be markup, commands or escape sequences, on every screen: shown, and nothing more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from store.book import Book
from store.clock import StoppedClock
from store.database import format as books
from store.database.autosave import Pad, Pads
from store.database.storage import read_copy
from store.exchange import BadFile, bundle_of, read_bundle, unite, write_bundle
from store.interview import MULTILINE, Draft, Interview, Person, Version, all_texts
from store.settings import Mail, Me, Settings
from store.text import forbidden, show
from tests.hostile import CONTROLS, TEXTS
from tests.making import made, promised
from tests.tui.board_app import NOW, User, at_the_board, service_on

HOSTILE = {
    name: TEXTS[name]
    for name in (
        "closing", "action", "red", "link", "variable", "clear", "c1-csi", "override", "tags", "lines",
        "wide", "rtl", "zalgo", "long", "emoji",
    )
}  # fmt: skip
"""Some of each sort, where it takes a while to look at one."""
RAW = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e0fff]"
)


@pytest.fixture(autouse=True)
def no_gate_in(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Nothing is cleaned where it is read, so that it is the screens that must do without."""
    if "gate_in" not in request.keywords:
        monkeypatch.setattr(books, "may_need_repair", lambda _: False)
        monkeypatch.setattr(books, "is_mixed_up", lambda _: False)


def cards(texts: Mapping[str, str] = HOSTILE) -> list[Interview]:
    return [
        made(
            promised(NOW - timedelta(hours=2), "2026-12-01"),
            id=name, company=text, role=text, round=text, location=text, link=text, notes=text,
            topics=(text,), ends_at=NOW - timedelta(hours=3, minutes=-place),
            interviewers=(Person(id="p1", name=text, title=text, email="a@b.example"),),
        )
        for place, (name, text) in enumerate(texts.items())
    ]  # fmt: skip


def is_safe(user: User) -> bool:
    """Whether the screen is whole, and nothing of a name acts in the terminal."""
    assert RAW.search(user.text.replace("\n", "")) is None, user.text
    assert user.app.is_running and user.app._exception is None
    return True


@pytest.mark.parametrize("size", [(120, 36), (20, 24)])
async def test_on_the_board(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_board(tmp_path, cards(TEXTS), size=size) as user:
        await user.press("board.to_thank")
        for name, text in TEXTS.items():
            assert user.card == name
            assert is_safe(user)
            first = "".join(show(text)[:6].split())
            assert first in "".join(user.text.split()) or name in ("wide", "wide-long", "emoji", "rtl")
            await user.press("board.down")
        ahead = [
            made(id=name, company=text, round=text, ends_at=NOW + timedelta(days=2))
            for name, text in TEXTS.items()
        ]
        user.another().do("added", lambda book: book.with_interviews({one.id: one for one in ahead}))
        user.service.refresh()
        user.board.clock.look_again()
        await user.press("board.upcoming")
        for _ in ahead:
            assert is_safe(user)
            await user.press("board.right")


@pytest.mark.slow
async def test_each_on_its_page(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, cards(TEXTS), size=(80, 24)) as user:
        for name in TEXTS:
            await user.go_to(name)
            await user.press("card.open")
            await user.until(lambda: user.app.screen is not user.board)
            assert is_safe(user)
            await user.key("escape")
            await user.until(user.on_board)


async def test_in_older_texts(tmp_path: Path) -> None:
    versions = tuple(Version(at=NOW, subject=text[:200], body=text) for text in (*CONTROLS.values(),))[:20]
    draft = Draft(id="d1", body="Dear Ada", versions=versions, updated_at=NOW)
    async with at_the_board(tmp_path, [made(drafts=(draft,))], size=(100, 40)) as user:
        await user.press("card.draft")
        await user.until(lambda: user.editor is not None and user.editor.display)
        await user.key("f3")
        for _ in versions:
            await user.until(lambda: "Older text" in user.text)
            assert is_safe(user)
            await user.key("left")


@pytest.mark.gate_in
async def test_what_comes_in_by_any_way_holds_no_control_character(tmp_path: Path) -> None:
    """Written into the database by hand, merged, left behind by a board, brought back from a backup."""
    (tmp_path / "other").mkdir()
    other = service_on(tmp_path / "other" / "ringback.json", StoppedClock(NOW))
    other.do(
        "begun",
        lambda book: book.with_interviews(
            {f"m-{one.id}": replace(one, id=f"m-{one.id}") for one in cards(CONTROLS)}
        ),
    )
    async with at_the_board(tmp_path, [made()]) as user:
        user.service.do("added", lambda book: book.with_interviews({one.id: one for one in cards(CONTROLS)}))
        backup = user.service.copies.back_up("by-hand")
        user.service.do("emptied", lambda book: Book({"iv-1": made()}))
        pads = Pads(user.database)
        for name, text in CONTROLS.items():
            pads.write(
                Pad(interview="iv-1", draft=Draft(id=name, subject=text, body=text), seen=None, at=NOW)
            )
        pads.close()
        fresh = user.another()
        assert fresh.pads.take_in() == len(CONTROLS)
        assert backup is not None
        drafts = fresh.interview("iv-1").drafts
        fresh.copies.restore(backup, "before-restore")
        merged = bundle_of(read_copy(other.path).book, "other")
        fresh.do("merged", lambda book: unite(book, merged, replace_values=False)[0])
        fresh = user.another()
        assert len(fresh.book.interviews) == 2 * len(CONTROLS) + 1
        for record in (*fresh.book.interviews.values(), *drafts):
            for _, field, text in all_texts(record):
                assert forbidden(text, lines=field in MULTILINE) is None
        assert books.decode(user.database.read_bytes()).faults == (), "the change has mended the file"


@pytest.mark.parametrize("name", CONTROLS)
def test_an_import_takes_none_of_it(name: str) -> None:
    whole = write_bundle(Book({"iv-1": made(role="PLACE")})).replace(
        b'"PLACE"', msgspec.json.encode(CONTROLS[name])
    )
    with pytest.raises(BadFile, match="role: expected plain text"):
        read_bundle(whole, "file.json")


async def test_a_click_on_an_action_only_selects(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, cards()[1:3]) as user:
        assert "[@click=app.quit]x[/]" in user.text
        assert "[red]x[/]" in user.text
        for row in (9, 12, 4, 7):
            await user.pilot.click(offset=(4, row))
            assert is_safe(user)
        assert user.card == "action"
        await user.press("card.open")
        for row in (2, 4, 6, 8):
            await user.pilot.click(offset=(16, row))
        assert is_safe(user)
        assert not user.on_board()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "names"),
    [
        ((80, 24), ["closing", "action", "clear", "override", "lines", "zalgo"]),
        ((20, 24), ["wide", "long", "closing"]),
    ],
)
async def test_on_the_page_and_in_every_form(tmp_path: Path, size: tuple[int, int], names: list[str]) -> None:
    forms = ("promise", "outcome", "skip", "heard", "edit", "snooze", "delete")
    async with at_the_board(tmp_path, cards(), size=size) as user:
        for place, name in enumerate(names):
            await user.go_to(name)
            # Not every form for every name: they share their parts.
            for deed in ("open", forms[place % len(forms)]):
                await user.press(f"card.{deed}")
                await user.until(lambda: user.app.screen is not user.board)
                assert is_safe(user)
                await user.key("escape", "escape")
                await user.until(user.on_board)
        assert not user.service.undo_words


@pytest.mark.slow
async def test_in_the_editor_and_on_the_call_sheet(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, cards(), size=(100, 40)) as user:
        for name in ("closing", "clear", "long"):
            await user.go_to(name)
            await user.press("card.draft")
            await user.until(lambda: user.editor is not None and user.editor.display)
            await user.settle()
            assert is_safe(user)
            await user.key("escape")
            await user.until(user.on_board)
            await user.press("card.call")
            await user.until(lambda: user.app.screen is not user.board)
            assert is_safe(user)
            await user.key("escape")
            await user.until(user.on_board)


@pytest.mark.slow
async def test_in_what_is_said_and_in_the_filter(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, cards(), size=(100, 24)) as user:
        for name in ("closing", "action", "clear", "override"):
            await user.go_to(name)
            await user.press("card.delete")
            await user.key("y")
            await user.until(lambda: user.said.startswith("deleted "))
            assert is_safe(user)
            await user.press("board.undo")
            await user.until(lambda: user.said.startswith("undone: deleted "))
            assert is_safe(user)
        for name in ("closing", "c1-csi", "override", "tags", "lines", "wide", "zalgo", "long"):
            await user.press("board.filter")
            await user.paste(HOSTILE[name])
            assert is_safe(user)
            await user.key("enter")
            assert is_safe(user)
            await user.press("board.back")


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
async def test_what_the_settings_hold_on_every_page_that_shows_them(tmp_path: Path, name: str) -> None:
    """As the file would never give them: the pages must do without the gate."""
    text = TEXTS[name]
    settings = Settings(
        me=Me(name=text, email="rosa@mail.example", phone=text, about=(text, text)),
        mail=Mail(command=text, drafts_folder=text), keys={"card.sent": text, text: text},
    )  # fmt: skip
    one = made(
        promised(NOW - timedelta(days=9), "2026-11-12"), id="one", ends_at=NOW - timedelta(days=10),
        interviewers=(Person(id="p1", name="Ada Okafor", email="a@b.example", phone="+49301234567"),),
    )  # fmt: skip
    owed = replace(
        one,
        id="two",
        role="Another",
        events=(),
        starts_at=NOW - timedelta(hours=4),
        ends_at=NOW - timedelta(hours=3),
    )
    async with at_the_board(tmp_path, [one, owed], size=(120, 40), settings=settings) as user:
        await user.go_to("two")
        await user.press("card.draft")
        await user.until(lambda: user.editor is not None and user.editor.display)
        await user.settle()
        assert is_safe(user)
        for key in ("f2", "escape", "f3", "escape", "f7"):
            await user.key(key)
            await user.settle()
            assert is_safe(user)
        while not user.on_board():
            await user.key("escape")
            await user.settle()
        await user.go_to("one")
        await user.press("card.call")
        await user.until(lambda: user.app.screen is not user.board)
        assert is_safe(user)
        await user.key("escape")
        await user.until(user.on_board)
        for draft in user.another().interview("two").drafts:
            for _, field, held in all_texts(draft):
                assert forbidden(held, lines=field in MULTILINE) is None
