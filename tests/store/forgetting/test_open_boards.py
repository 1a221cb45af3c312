"""What an open board remembers of somebody who was forgotten meanwhile does not come back."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.changes.moves import Refused
from store.forgetting.forgetting import Forgetting
from store.service import Service
from tests.making import made
from tests.store.watching.folders import Folders


@pytest.mark.parametrize("still_there", [True, False])
def test_what_was_taken_back_before_is_not_done_again(tmp_path: Path, still_there: bool) -> None:
    folders = Folders(tmp_path)
    board = folders.service()
    board.add("added Globex", made(id="g1", company="Globex"))
    board.add("added Initech", made(id="i1", company="Initech"))
    board.undo()
    board.undo()
    if still_there:
        folders.service().add("added Globex", made(id="g2", company="Globex"))
    forget(folders.service(), "Globex")
    board.load()
    with pytest.raises(Refused, match="forgotten"):
        board.redo()
    assert board.redo_words is None
    assert b"Globex" not in folders.database.read_bytes()


def test_what_is_taken_back_afterwards_can_be_done_again(tmp_path: Path) -> None:
    folders = Folders(tmp_path)
    board = folders.service()
    board.add("added Globex", made(id="g1", company="Globex"))
    forget(folders.service(), "Globex")
    board.load()
    board.add("added Initech", made(id="i1", company="Initech"))
    board.undo()
    assert board.redo() == "added Initech"
    assert [*board.book.interviews] == ["i1"]


def forget(service: Service, whom: str) -> None:
    forgetting = Forgetting(service, None, [])
    forgetting.carry_out(forgetting.plan(whom))
