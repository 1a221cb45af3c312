"""The board's *take in*: a path or a paste becomes one step, and what is missing is asked first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace as with_value
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from textual.screen import Screen

from store.book import Book
from store.changes import joining
from store.changes.joining import Joined, Joining
from store.changes.moves import Refused
from store.database.autosave import FormPad
from store.files.errors import StorageError
from store.interview import Interview
from store.languages import counted
from store.short_hash import short_hash
from store.ways_out import on_board
from tui.screens.board_state import BoardState
from tui.screens.steps import Steps
from tui.words.rounds import added_words, asked_words

if TYPE_CHECKING:
    from store.intake.given import Given
    from store.intake.letters import Letter
    from store.taking_in import TakenIn
    from tui.forms.carrying_out import Asked
    from tui.forms.take_in import Wanted

FORM = "take_in"
_SHORT = 76
"""Characters up to which the bottom line says what came of it; more is shown before it is done."""
_MOST_LINES = 40


class AsksWhetherJoined(Exception):
    """It is to be said whether an interview belongs to an application."""

    def __init__(self, asks: Joining, interview: Interview) -> None:
        super().__init__(interview.id)
        self.asks = asks
        self.interview = interview


class TakingIn:
    """Asks for a file or a paste and takes it in."""

    def __init__(
        self, screen: Screen[Any], state: BoardState, steps: Steps, add: Callable[[str, FormPad], None]
    ) -> None:
        """`add` opens the form of a new interview with what a text says of it."""
        self._screen = screen
        self._state = state
        self._service = state.service
        self._steps = steps
        self._add = add

    def ask(self) -> None:
        """Open the form."""
        from tui.forms import take_in
        from tui.forms.form import Form

        sheet = take_in.sheet(self._given)
        begun = self._steps.begun(FORM, sheet.title, ())
        form = Form(sheet, self._carry_out, ask=self._asked, begun=begun, ascii_only=self._state.ascii_only)

        def closed(wanted: Wanted | None) -> None:
            if wanted is None:
                begun.lay_aside()
            elif wanted.letter is not None:
                self._fill_in(wanted.letter, wanted.given)

        self._screen.app.push_screen(form, closed)

    def _given(self) -> Given:
        return given_now(self._state)

    # What is asked first

    def _asked(self, wanted: Wanted) -> Asked[Wanted] | None:
        """What has to be answered before this can be done; None where nothing has, or it cannot be done."""
        from store.exchange import BadFile
        from store.intake.given import Asks, AsksWhose

        if wanted.letter is not None:
            return None
        try:
            taken = self._take(wanted, dry=True)
        except Asks as asks:
            return self._ask_questions(asks, wanted)
        except AsksWhose as asks:
            return self._ask_whose(asks, wanted)
        except AsksWhetherJoined as asks:
            return self._ask_whether_joined(asks, wanted)
        except (BadFile, Refused, StorageError):
            return None
        return None if wanted.seen or len(_told(taken)) <= _SHORT else self._show(taken, wanted)

    def _ask_questions(self, asks: Any, wanted: Wanted) -> Asked[Wanted]:
        from tui.forms import take_in
        from tui.forms.carrying_out import Asked
        from tui.forms.form import Form

        def answered(given: Given | None) -> Wanted | None:
            return None if given is None else with_value(wanted, given=given)

        sheet = take_in.questions_sheet(asks, wanted.given)
        return Asked(Form(sheet, ascii_only=self._state.ascii_only), answered)

    def _ask_whose(self, asks: Any, wanted: Wanted) -> Asked[Wanted] | None:
        from tui.forms import take_in
        from tui.forms.carrying_out import Asked
        from tui.forms.form import Form

        cards = [*self._state.board.cards()]
        if not cards:
            return None

        def answered(into: str | None) -> Wanted | None:
            return None if into is None else with_value(wanted, given=replace(wanted.given, into=into))

        sheet = take_in.whose_sheet(asks, cards, self._state.card)
        return Asked(Form(sheet, ascii_only=self._state.ascii_only), answered)

    def _ask_whether_joined(self, asks: AsksWhetherJoined, wanted: Wanted) -> Asked[Wanted]:
        from tui.forms.carrying_out import Asked
        from tui.forms.confirm import Confirm

        def answered(yes: bool | None) -> Wanted | None:
            if yes is None:
                return None
            return with_value(wanted, belongs={**wanted.belongs, asks.interview.id: yes})

        title, lines = asked_words(asks.asks, asks.interview, self._service.zone)
        return Asked(Confirm(title, lines), answered)

    def _show(self, taken: TakenIn, wanted: Wanted) -> Asked[Wanted]:
        """What will come of it, where that is more than the bottom line holds."""
        from tui.forms.carrying_out import Asked
        from tui.forms.confirm import Confirm

        lines = [*map(on_board, taken.said[:_MOST_LINES])]
        if len(taken.said) > _MOST_LINES:
            lines.append(f"… and {len(taken.said) - _MOST_LINES} more.")

        def answered(yes: bool | None) -> Wanted | None:
            return with_value(wanted, seen=True) if yes else None

        question = Confirm("Take this in? Then:", "\n".join(lines))
        return Asked(question, answered)

    # What is done

    def _take(self, wanted: Wanted, *, dry: bool = False) -> TakenIn:
        from store.intake.reading import read_all
        from store.taking_in import take_in

        given = replace(wanted.given, settle=lambda one, book: _settled(one, book, wanted))
        intake = read_all(wanted.looks, given)
        taken = take_in(self._service, intake, dry=True)
        return taken if dry else take_in(self._service, intake, words=_step_words(taken))

    async def _carry_out(self, wanted: Wanted) -> str | None:
        """Take it in; a sentence where that could not be done."""
        from store.exchange import BadFile
        from store.intake.given import AsksWhose

        if wanted.letter is not None:
            return None
        try:
            taken = await self._steps.run(lambda: self._take(wanted))
        except AsksWhose:
            return "These are people, and there is no card to put them on: add the interview first."
        except (BadFile, Refused, StorageError) as why:
            return str(why)
        self._steps.show(self._words(taken, wanted))
        return None

    def _words(self, taken: TakenIn, wanted: Wanted) -> str:
        """What came of it; of one new interview where it stands now. The cursor goes there."""
        self._state.refresh(by_user=True)
        touched = (*taken.added, *taken.changed)
        if touched:
            self._state.cursor.select(touched[0].id)
            self._state.moved |= {one.id for one in taken.added}
        card = self._state.board.card(touched[0].id) if len(touched) == 1 else None
        if card is not None and taken.added:
            return added_words(card, self._state.board.cards(), self._state.now(), self._service.zone)
        return _summary(taken) if wanted.seen else _told(taken)

    def _fill_in(self, letter: Letter, given: Given) -> None:
        """Open the form of a new interview with what the text says."""
        from tui.forms.pasted import picks_of, texts_of

        now = self._service.clock.now()
        digest = short_hash(letter.text.encode("utf-8", "replace"), 12)
        texts, picks = texts_of(letter, given.by.zone.key), picks_of(letter.mode)
        self._add(digest, FormPad(form="add", title="", texts=texts, picks=picks, begun=now, at=now))


def given_now(state: BoardState) -> Given:
    """By what is read what comes in at the board: the user's zone, addresses and language, as of now."""
    from store.calendar import Answers
    from store.changes.invitations import known_in
    from store.intake.given import Given

    context = state.form_context
    answers = Answers(context.zone.key, context.mine, known=known_in(state.service.book))
    return Given(answers, context.read_by, asks_zone=True)


def _settled(interview: Interview, book: Book, wanted: Wanted) -> Joined:
    """As the user has said. Raises AsksWhetherJoined where they have not."""
    asks = joining.asked(interview, book.interviews.values())
    if asks is None:
        return Joined(interview, {})
    if interview.id not in wanted.belongs:
        raise AsksWhetherJoined(asks, interview)
    return asks.yes if wanted.belongs[interview.id] else asks.no


def _told(taken: TakenIn) -> str:
    return " ".join(map(on_board, taken.said)) or "Nothing new: everything in it is on the board already."


def _step_words(taken: TakenIn) -> str:
    """What an undo of it is called."""
    touched = (*taken.added, *taken.changed)
    what = touched[0].company if len(touched) == 1 else f"{len(touched)} interviews"
    return f"imported {what}" if taken.added else f"imported more about {what}"


def _summary(taken: TakenIn) -> str:
    """`3 interviews added, 1 changed`."""
    added, changed = len(taken.added), len(taken.changed)
    parts = [f"{counted(added, 'interview')} added"] if added else []
    parts += [f"{changed} changed"] if changed else []
    return f"Taken in: {', '.join(parts) or 'nothing new'}."
