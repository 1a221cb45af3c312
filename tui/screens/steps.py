"""The user's steps: each is done by the service in a thread, and the board shows what has come of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from textual.screen import Screen

from store.changes.moves import Refused
from store.changes.no_thanks import carried
from store.changes.undo import NeedsConfirmation
from store.database.autosave import FormPad, form_key
from store.files.errors import StorageError
from tui import background
from tui.screens.begun_forms import BegunForms, OpenForm
from tui.screens.board_state import BoardState

if TYPE_CHECKING:
    from tui.forms.carrying_out import Asked
    from tui.forms.done import Done
    from tui.forms.fields import Sheet
    from tui.forms.form import Form

T = TypeVar("T")


class Steps:
    """Has the service do one thing after the other; the board goes on meanwhile."""

    def __init__(self, screen: Screen[Any], state: BoardState, forms: BegunForms) -> None:
        """`forms` keeps what is typed in forms."""
        self._screen = screen
        self._state = state
        self._service = state.service
        self._forms = forms
        self._turn = asyncio.Lock()
        self._after_form: list[Callable[[Sequence[str]], None]] = []

    async def run(self, call: Callable[[], T]) -> T:
        """Wait for the disk in a thread, behind what is under way. Raises what the call raises."""

        def with_days() -> T:
            before = self._service.book
            done = call()
            self._service.look_up_days(before)
            return done

        async with self._turn:
            work = asyncio.ensure_future(asyncio.to_thread(with_days))
            try:
                return await asyncio.shield(work)
            finally:
                # A thread cannot be called off: where the one who waits is, its turn lasts until it is done.
                await asyncio.wait([work])

    async def work(self, call: Callable[[], T]) -> T | None:
        """The same for what is no step of its own; says what is refused, and gives None then."""
        try:
            done = await self.run(call)
        except (Refused, StorageError) as why:
            self._state.say(str(why), "warn")
            return None
        self.say_notes()
        return done

    async def do(self, words: str, call: Callable[[], Any]) -> bool:
        """Do a step and show it; False, and the reason said, where it was refused."""
        if await self.work(call) is None:
            return False
        self.show(words)
        return True

    def begin(self, words: str, call: Callable[[], Any]) -> None:
        """The same without waiting for it."""
        background.begin(self._screen, partial(self.do, words, call), group="step")

    async def carry_out(self, done: Done, begun: OpenForm | None = None) -> str | None:
        """Do what a form gives; a sentence where it could not be done, and then nothing was changed.

        `begun`: what is kept of the form, which goes with it: the next start must not offer to save it again.
        """
        if done.next_round is not None:
            return None  # nothing to change yet: another form was asked for

        def call() -> None:
            now = self._service.clock.now()
            self._service.do(done.words, lambda book: carried(book, done.change(book), now))
            if begun is not None:
                begun.stored()

        try:
            await self.run(call)
        except (Refused, StorageError) as why:
            return str(why)
        self.show(done.words)
        return None

    def after_form(self, call: Callable[[Sequence[str]], None]) -> None:
        """Have this called with a form's interviews after it was saved, or left with nothing of it kept."""
        self._after_form.append(call)

    def ask(
        self, sheet: Sheet[Done], form: str, interviews: Iterable[str] = (), *, event: str = "",
        preset: Sequence[str] = (), then: Callable[[Done], None] = lambda done: None,
        after: Callable[[], None] = lambda: None, typed: FormPad | None = None,
    ) -> Form[Done]:  # fmt: skip
        """Open a form; what it gives is carried out while it is still open, so that nothing typed is lost.

        `form` and what follows say which it is: see `FormPad`. `then` is given what was done; `after` is
        called once the form is closed, whether or not anything was. `typed` holds what is to stand in it
        as if the user had typed it, unless they have gone on with it already.
        """
        from tui.forms.form import Form

        begun = self.begun(form, sheet.title, interviews, event=event, preset=preset)
        if typed is not None and begun.pad.blank:
            begun.type(typed.texts, typed.picks)
        form_screen = Form(
            sheet,
            lambda done: self.carry_out(done, begun),
            ask=self._asked,
            begun=begun,
            ascii_only=self._state.ascii_only,
        )

        def closed(done: Done | None) -> None:
            if done is not None:
                then(done)
            if done is not None or not begun.lay_aside():
                for call in self._after_form if done is None or done.next_round is None else ():
                    call(begun.pad.interviews)
            after()

        self._screen.app.push_screen(form_screen, closed)
        return form_screen

    def _asked(self, done: Done) -> Asked[Done] | None:
        """The question that comes before a change, if any."""
        from tui.forms.carrying_out import Asked
        from tui.forms.confirm import Confirm

        asks = done.question
        if asks is None:
            return None
        answers = {True: asks.yes, False: asks.no}
        return Asked(Confirm(asks.title, asks.lines), answers.get)

    def begun(
        self, form: str, title: str, interviews: Iterable[str], *, event: str = "",
        preset: Sequence[str] = (),
    ) -> OpenForm:  # fmt: skip
        """What is typed in that form, with what was typed in it and not saved."""
        now = self._service.clock.now()
        fresh = FormPad(
            form=form, interviews=(*interviews,), event=event, title=title, preset=(*preset,), begun=now,
            at=now,
        )  # fmt: skip
        return self._forms.open(fresh)

    def kept(self, form: str, interview: str) -> FormPad | None:
        """What was typed in the form of that one interview and not saved, if anything was."""
        return self._forms.kept(form_key(form, interview))

    def settle(self, form: str, interview: str) -> None:
        """What that form holds is stored elsewhere now."""
        self._forms.drop(form_key(form, interview))

    async def undo(self) -> None:
        """Take the last step back, in words; ask first where a text written since would go."""
        await self._turn_back("undone", lambda sure: self._service.undo(sure=sure))

    async def redo(self) -> None:
        """Do again what was undone."""
        await self._turn_back("done again", lambda sure: self._service.redo(sure=sure))

    async def _turn_back(self, done: str, call: Callable[[bool], str], *, sure: bool = False) -> None:
        try:
            words = await self.run(lambda: call(sure))
        except NeedsConfirmation as why:
            from tui.forms.confirm import Confirm

            def answered(yes: bool | None) -> None:
                if yes:
                    background.begin(
                        self._screen, partial(self._turn_back, done, call, sure=True), group="step"
                    )

            question = Confirm("Remove the text?", f"{why} A backup keeps it.")
            self._screen.app.push_screen(question, answered)
        except (Refused, StorageError) as why:
            self._state.say(str(why), "warn")
        else:
            self.show(f"{done}: {words}")

    def show(self, words: str) -> None:
        """Show what has come of a step, and say what it was."""
        self._state.step_made(words)
        self.say_notes()

    def say_notes(self) -> None:
        """Say what the last changes brought to light."""
        if self._service.notes:
            notes, self._service.notes = self._service.notes, []
            self._state.say(" ".join(notes), "warn")
