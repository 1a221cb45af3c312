"""The service behind every screen and command: apply a move, undo it, keep a draft, tell how things stand.

Reads and saves through the database and remembers what can be undone. It is told the time by its clock.
Whoever uses it asks it, and not what is behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from store.book import Book, Change, changed_facts
from store.changes import drafts
from store.changes.joining import Settle, by_itself, with_joined
from store.changes.moves import Move, Refused, check_new
from store.changes.no_thanks import carried
from store.clock import Clock
from store.copies import Copies
from store.database import autosave
from store.database.backups import Backups
from store.database.storage import SafeStorage
from store.database.transaction import Saved
from store.files import place_warnings
from store.interview import Draft, Interview
from store.left_pads import LeftPads
from store.new_ids import new_id
from store.policy import Policy
from store.rules import board as boards
from store.rules.application import Applications
from store.rules.board import Board, Card
from store.rules.kept_board import KeptBoard
from store.rules.standing import course
from store.undoing import Undoing

if TYPE_CHECKING:
    from store.announcer import Announcer
    from store.database.database import ChangeSteps, Database
    from store.feed import FeedFolder
    from store.rules.history import Moment


class Service:
    """What a user can do with their interviews."""

    def __init__(self, storage: SafeStorage, clock: Clock, policy: Policy, zone: ZoneInfo) -> None:
        self.storage = storage
        self.clock = clock
        self.policy = policy
        self.zone = zone
        self.zone_now: Callable[[], ZoneInfo | None] = lambda: None
        """The user's zone as the machine has it now, where it is the machine's; it may travel."""
        self.undoing = Undoing(storage, clock)
        self.acted = False
        """Whether anything was saved here that was asked for, as opposed to taken in by the way."""
        self.notes: list[str] = []
        """What the last changes brought to light, for the user to read; the reader empties it."""
        self.feed: FeedFolder | None = None
        """Where the deadlines are written to after each change, if anywhere."""
        self.alarm: Callable[[Service], None] | None = None
        """What is set anew after each change, so that it goes off at the next announcement; if anything."""
        self.pads = LeftPads(self)
        self.copies = Copies(self)
        self._kept = KeptBoard()

    @cached_property
    def database(self) -> Database:
        """The same file as TinyDB's tables, for changing and for asking."""
        # Imported on use: reading alone, as for a status bar or the first frame, does not wait for it.
        from store.database.database import Database

        return Database(self.storage)

    @cached_property
    def announcer(self) -> Announcer:
        """Who says what is to be announced, once whatever else runs on the same file."""
        from store.announcer import Announcer

        return Announcer(self)

    @property
    def path(self) -> Path:
        """The database's file, which need not exist; symbolic links are followed."""
        return self.storage.file.path

    @property
    def own_files(self) -> tuple[Path, ...]:
        """Files that nothing else may be written to."""
        return self.storage.file.path, self.storage.file.lock_path

    @property
    def read_only(self) -> str | None:
        """Why nothing can be saved; None where it can, as far as one can tell before."""
        return self.storage.file.read_only()

    def exists(self) -> bool:
        """Whether there is a file. Raises StorageError where there is something else in its place."""
        return self.storage.file.stamp() is not None

    def changed(self) -> bool:
        """Whether another program has written the file since it was last read; costs one look at it.

        Raises StorageError.
        """
        return self.storage.changed()

    def warnings(self) -> list[str]:
        """Dangers in the place where the database lies, one sentence each."""
        return [*self.storage.file.warnings(), *autosave.folder_warnings(self.path)]

    @property
    def book(self) -> Book:
        """All interviews as last read or saved."""
        return self.storage.book

    def load(self) -> Book:
        """All interviews as they are on disk now. Raises StorageError, with the file left as it is."""
        book = self.storage.load()
        self.undoing.begin()
        return book

    def interview(self, interview_id: str) -> Interview:
        """The record of that id. Raises Refused with near ids offered."""
        return _found(self.book, interview_id)

    def named(self, typed: str) -> Interview:
        """The record that is meant by an id, its beginning, or a company; see `store.finding.named_in`."""
        from store.finding import named_in

        return named_in(self.book, typed, self.zone)

    def board(self, now: datetime | None = None) -> Board:
        """How everything stands, now or at another instant."""
        at = self.clock.now() if now is None else now
        return self._kept.board(self.book.interviews, self.policy, at, self.zone)

    def card(self, interview: Interview, at: datetime) -> Card:
        """How one interview stands at an instant, with what the other rounds of its application say."""
        return boards.card(interview, self.policy, at, self.zone, self.rounds(interview))

    def rounds(self, interview: Interview) -> Sequence[Interview]:
        """The rounds of its application in their order, itself among them."""
        return self.applications(self.book).following({interview.id: interview}).rounds(interview)

    def applications(self, book: Book) -> Applications:
        """Which interviews of a book belong together."""
        return self._kept.applications(book.interviews)

    def history(self, interview: Interview, at: datetime) -> tuple[Moment, ...]:
        """What happened to a card up to `at`, oldest first."""
        from store.rules.history import history

        return history(interview, self.policy, at, self.zone, self.rounds(interview))

    def look_up_days(self, before: Book) -> None:
        """Work out the calendars that what has changed since `before` asks about: they are slow to load."""
        now = self.clock.now()
        for one in self.book.interviews.values():
            if before.interviews.get(one.id) is not one:
                course(one, self.policy, now)

    def change_after(self, at: datetime) -> datetime | None:
        """The first instant after `at` at which a card moves by itself or a later event takes effect."""
        return self.board(at).next_change

    def change_before(self, at: datetime) -> datetime | None:
        """The last instant before `at` at which a card moved, by itself or by what happened."""
        from store.rules.history import last_move

        applications = self.applications(self.book)
        return last_move(self.board(at).cards(), applications)

    def follow_zone(self) -> bool:
        """Take over the machine's zone if it is the user's and has changed; whether it has."""
        zone = self.zone_now()
        if zone is None or zone.key == self.zone.key:
            return False
        self.zone = zone
        return True

    def refresh(self) -> bool:
        """Read what other instances have written. True where anything differs. Raises StorageError."""
        before = self.book
        return self.load() is not before and self.book != before

    def matching(self, words: str, board: Board, day: Callable[[str], date]) -> frozenset[str]:
        """Ids of the cards on `board` that all these words fit; see `store.database.query`.

        `day` reads what stands behind `before:` and `after:`. Raises BadQuery, StorageError, and what `day`
        raises.
        """
        from store.database.query import read_query

        return self.database.matching(read_query(words, day), board)

    def whose(self, interview_id: str) -> str:
        """Company and role of an interview, for sentences; of one that is gone what the steps know of it."""
        interview = self.book.interviews.get(interview_id)
        if interview is None:
            steps = sorted(self.storage.steps.values(), key=lambda step: step.number)
            known = [step.interviews[interview_id] for step in steps if interview_id in step.interviews]
            interview = next((was.whole for was in reversed(known) if was.whole is not None), None)
            if interview is None:
                return known[-1].name if known else ""
        return ", ".join(filter(None, (interview.company, interview.role)))

    def conflict_copies(self) -> list[Path]:
        """Copies that a synchronising program has put beside the database."""
        return place_warnings.conflict_copies(self.path)

    def do(self, words: str, change: Change, *, backup: str = "") -> Saved:
        """Make a change that can be undone; `words` say what was done, as in "thanked Marta"."""
        if not self.undoing.begun:
            self.load()
        now = self.clock.now()
        saved = self.database.apply(change, now, reason=backup, steps=self.undoing.recorded(words))
        self.note(saved)
        self.acted = True
        return saved

    def move(self, words: str, ids: Iterable[str], move: Move) -> Saved:
        """Make one move on several interviews: all or, where one refuses, none; one step to undo."""
        wanted = tuple(ids)

        def change(book: Book) -> Book:
            return book.with_interviews({one: move(_found(book, one)) for one in wanted})

        return self.do(words, change)

    def add(self, words: str, interview: Interview, settle: Settle = by_itself) -> Saved:
        """Put a new interview on the board; a company that wants no thanks is owed none for it.

        `settle` says to which application it belongs; what that raises goes on.
        """
        now = self.clock.now()
        check_new(interview)

        def change(book: Book) -> Book:
            if interview.id in book.interviews:
                raise Refused(f"There is already an interview {interview.id}.")
            joined = settle(interview, book)
            check_new(joined.interview)
            return carried(book, with_joined(book, joined, now), now)

        return self.do(words, change)

    def delete(self, words: str, ids: Iterable[str]) -> Saved:
        """Take interviews off the board for good; a backup is made first, and undo brings them back."""
        wanted = tuple(ids)

        def change(book: Book) -> Book:
            return book.with_interviews({_found(book, one).id: None for one in wanted})

        return self.do(words, change, backup="before-delete")

    def keep_draft(
        self,
        interview_id: str,
        draft: Draft,
        seen: Draft | None,
        *,
        mark: bool = False,
        limit: float = 8.0,
    ) -> Draft:
        """Save a draft (no step to undo) and give it back as stored: perhaps under another id.

        See `store.changes.drafts.keep` for `seen` and `mark`; `limit`: seconds to wait for another writer.
        """
        now = self.clock.now()
        fresh = new_id("d")
        move = drafts.keep(draft, seen, fresh_id=fresh, now=now, mark=mark)
        self.note(
            self.database.apply(
                lambda book: book.with_interviews({interview_id: move(_found(book, interview_id))}),
                now,
                limit=limit,
            )
        )
        stored = {one.id: one for one in self.interview(interview_id).drafts}
        return stored.get(fresh) or stored[draft.id]

    def dismiss_for_good(self, rule: str) -> None:
        """Hold no draft to that check any more; "" brings all checks back. No step to undo."""

        def change(book: Book) -> Book:
            known = book.preferences.dismissed
            dismissed = (*known, rule) if rule and rule not in known else known if rule else ()
            return replace(book, preferences=replace(book.preferences, dismissed=dismissed))

        self.change_quietly(change)

    def change_quietly(self, change: Change) -> Saved:
        """Make a change that is no step to undo, such as keeping what was heard."""
        saved = self.database.apply(change, self.clock.now())
        self.note(saved)
        return saved

    @property
    def backups(self) -> Backups:
        """The copies of earlier states."""
        return self.storage.backups

    def note(self, saved: Saved) -> None:
        """Keep what a save brought to light, and tell of it elsewhere."""
        self.notes.extend(saved.notes)
        if not saved.confirmed:
            self.notes.append("Saved, but the disk did not confirm it.")
        self.tell(saved)

    def tell(self, saved: Saved) -> None:
        """Let those know of a save who tell of the board elsewhere; it stands, whatever comes of that."""
        changed = changed_facts(saved.before, saved.after)
        if not changed:
            return
        self.announcer.after_save(saved, changed)
        if self.feed is not None and (trouble := self.feed.renew(self)):
            self.notes.append(trouble)
        if self.alarm is not None:
            self.alarm(self)

    # Undo and redo

    @property
    def undo_words(self) -> str | None:
        """What `undo` would take back, and whose it was where it was not done here."""
        return self.undoing.undo_words

    @property
    def redo_words(self) -> str | None:
        """What `redo` would do again."""
        return self.undoing.redo_words

    def undo(self, *, anyone: bool = False, sure: bool = False) -> str:
        """Take the newest step back and say what it was: of those done here, or before this window was there.

        `anyone`: of whichever window. Raises Refused where there is none, or where a field has changed since,
        and NeedsConfirmation where a text written since would go, unless `sure`; that is in a backup then.
        """
        self.load()
        return self.undoing.undo(self._turn_back, anyone=anyone, sure=sure)

    def redo(self, *, sure: bool = False) -> str:
        """Do again what was undone last here; refuses and asks like `undo`."""
        return self.undoing.redo(self._turn_back, sure=sure)

    def _turn_back(self, change: Change, steps: ChangeSteps, sure: bool) -> Saved:
        reason = "before-undo" if sure else ""
        saved = self.database.apply(change, self.clock.now(), reason=reason, steps=steps)
        self.note(saved)
        self.acted = True
        return saved


def _found(book: Book, interview_id: str) -> Interview:
    # Imported on use: a status bar names no card.
    from store.finding import found_in

    return found_in(book, interview_id)
