"""Forgetting: what would go, told before; then every place of ringback's without it, the database last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from store.database.backups import Backup
from store.database.format import UNREADABLE, Decoded, decode
from store.database.transaction import Saved
from store.feed import FeedFolder
from store.files.errors import StorageError
from store.files.regular import read_plain
from store.forgetting import files
from store.forgetting.files import Sought
from store.forgetting.marks import NameMarks
from store.forgetting.records import Without, near_marks_of, without
from store.forgetting.whom import Forgotten, ForgottenPerson, State, marks_of, whom
from store.interview import Interview
from store.service import Service


class ForgetPlan(NamedTuple):
    """Who is to be forgotten, and what goes with them."""

    forgotten: Forgotten
    gone: tuple[Interview, ...]
    """Interviews that go."""
    changed: tuple[Interview, ...]
    """Interviews that stay, as they are before something is taken out of them."""
    known: bool
    """Whether anything is noted of the company by itself."""
    steps: int
    """How many steps can no longer be taken back."""
    proposals: int
    backups: int
    """How many copies are written anew, or removed where they cannot be read."""
    texts: tuple[Path, ...]
    """What was left behind half written, and goes."""
    sought: Sought


class Forgetting:
    """Makes one database, and all that lies beside it, forget somebody."""

    def __init__(
        self, service: Service, feed: FeedFolder | None, scratch: Sequence[Path], mine: Sequence[str] = ()
    ) -> None:
        """`scratch`: the folders of the log and of files given to other programs; `mine`: names of the user's
        own, which stay in texts."""
        self._service = service
        self._feed = feed
        self._scratch = scratch
        self._mine = mine

    def plan(self, typed: str) -> ForgetPlan:
        """What would go. The database has been read. Raises Refused, SeveralFit, StorageError."""
        storage = self._service.storage
        now = State(storage.book, storage.steps)
        copies = [(backup, _held(backup)) for backup in storage.backups.all()]
        every = [now, *(State(held.book, held.steps) for _, held in copies if held is not None)]
        spoilt = [backup.path for backup, held in copies if held is None]
        forgotten = whom(every, typed)
        became = [without(state, forgotten, self._mine) for state in every]
        left = became[0]
        sought = Sought(
            self._marks(every, forgotten),
            frozenset[str]().union(*(one.gone for one in became)),
            near_marks_of(now, forgotten, self._mine) if isinstance(forgotten, ForgottenPerson) else {},
        )
        return ForgetPlan(
            forgotten=forgotten,
            gone=tuple(now.book.interviews[one] for one in sorted(left.gone)),
            changed=tuple(now.book.interviews[one] for one in sorted(left.changed)),
            known=len(left.state.book.companies) < len(now.book.companies),
            steps=len(now.steps) - len(left.state.steps),
            proposals=len(now.book.proposals) - len(left.state.book.proposals),
            backups=sum(map(_differs, every[1:], became[1:])) + sum(map(sought.in_file, spoilt)),
            texts=tuple(files.left_texts(self._service.path, sought)),
            sought=sought,
        )

    def _marks(self, states: Sequence[State], forgotten: Forgotten) -> tuple[NameMarks, ...]:
        found = [marks_of(forgotten, state, self._mine) for state in states]
        return tuple(dict.fromkeys(filter(None, found)))

    def carry_out(self, plan: ForgetPlan) -> Saved:
        """Do it. Until the database itself is written, which is last, it can be begun again.

        Raises StorageError, also where a text is being written on an open board.
        """
        service, sought = self._service, plan.sought

        def before() -> None:
            if files.in_use(service.path):
                raise StorageError(
                    "a board is open on which something is being written; leave it, and run this again; "
                    "nothing was changed"
                )
            files.clear(service.path, files.left_texts(service.path, sought), sought, self._scratch)
            if self._feed is not None:
                files.clear_entries(self._feed, service.path, sought)

        saved = service.copies.rewrite(
            lambda held: _decoded(held, plan.forgotten, self._mine),
            sought.in_data,
            before,
        )
        if self._feed is not None and (trouble := self._feed.renew(service)):
            service.notes.append(trouble)
        return saved

    def remaining(self, plan: ForgetPlan, places: Sequence[Path]) -> list[Path]:
        """Files that name them still; `places` are looked into beside ringback's own."""
        more = [self._feed.folder] if self._feed is not None else []
        return files.naming(self._service.path, plan.sought, [*more, *files.own_in(self._scratch), *places])


def _held(backup: Backup) -> Decoded | None:
    """What a copy holds; None where it cannot be read."""
    try:
        return decode(read_plain(backup.path)[0])
    except (OSError, StorageError, *UNREADABLE):
        return None


def _decoded(held: Decoded, forgotten: Forgotten, mine: Sequence[str]) -> Decoded:
    """The same without them."""
    left = without(State(held.book, held.steps), forgotten, mine)
    return Decoded(left.state.book, left.state.steps)


def _differs(state: State, left: Without) -> bool:
    return (left.state.book, left.state.steps) != (state.book, state.steps)
