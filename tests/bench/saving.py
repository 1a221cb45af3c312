"""A saved change beside TinyDB's own: an update of one document in the same file, by its default storage."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from tinydb import TinyDB

from store.clock import WallClock
from store.database.storage import SafeStorage
from store.interview import Draft, Interview
from store.service import Service
from tests.bench.searches import lay, search
from tests.making import BERLIN, POLICY
from tests.terminal.board_home import database

TIMES = 9
"""How often each is done in turn; the least counts."""
SIZE = 4_500
"""Letters of the draft on each card: with it, a document has 4.9 kB."""


def saving(home: Path) -> float:
    """How many times the processor time of TinyDB's own that a change of one card of 1,000 takes."""
    draft = Draft(id="d1", subject="Thank you", body=("a word or two " * SIZE)[:SIZE])
    lay(home, [*(replace(card, drafts=(draft,)) for card in search(1000))])
    plain = home / "plain.json"
    shutil.copy(database(home), plain)
    service = Service(SafeStorage(database(home)), WallClock(), POLICY, BERLIN)
    service.load()
    with TinyDB(plain) as theirs:
        table: Any = theirs.table("interviews")
        table.document_id_class = str
        own, other = [], []
        for number in range(TIMES):
            name = f"Renamed {number}"
            rename = partial(_renamed, name=name)
            own.append(_seconds(partial(service.move, "renamed", ["iv-0"], rename)))
            other.append(_seconds(partial(table.update, {"company": name}, doc_ids=["iv-0"])))
    return min(own) / min(other)


def _renamed(card: Interview, *, name: str) -> Interview:
    return replace(card, company=name)


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun
