"""A form on the screen: over the board's lower part, and never losing what was typed without asking."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import Input, TextArea

from tui.bindings import bindings, keymap_of
from tui.forms.carrying_out import Ask, Asked, Save
from tui.forms.editors import ManyLines
from tui.forms.entries import Entries
from tui.forms.fields import Lines, Sheet, Texts, Wrong
from tui.forms.form_words import filled_words, hints, taken_back_words
from tui.forms.plan import Notice
from tui.forms.sheet_view import Editor, SheetView
from tui.keymap import Keymap
from tui.keys import FORM_KEYS, LONG_TEXT_KEYS, Key
from tui.signs import signs

if TYPE_CHECKING:
    from tui.screens.begun_forms import OpenForm

R = TypeVar("R")

_IN_TURN = frozenset({
    "form.save", "form.leave", "form.next", "form.new_line", "form.next_field", "form.previous_field",
    "form.more", "form.take_back",
})  # fmt: skip
"""Keys of the form that a field acts on only after what was typed before them."""
_LONGEST_PASTE = 2**20
"""Characters up to which it is looked at what a paste holds."""


class Form(ModalScreen["R | None"], Generic[R]):
    """Asks what its sheet says; gives the finished answer, or None where it was left."""

    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    Form { align: left bottom; background: transparent; overflow: hidden; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FORM_KEYS)]

    def __init__(
        self,
        sheet: Sheet[R],
        save: Save[R] | None = None,
        *,
        ask: Ask[R] = lambda answer: None,
        begun: OpenForm | None = None,
        ascii_only: bool = False,
    ) -> None:
        """`ask` gives what is to be asked before an answer is carried out.

        `begun` holds what was typed in this form earlier, and is told what is typed now.
        """
        super().__init__()
        self.sheet = sheet
        self.entries: Entries
        """What stands in its fields; there once it is on the screen."""
        self._view: SheetView
        self._save = save
        self._ask = ask
        self._begun = begun
        self._signs = signs(ascii_only=ascii_only)
        self._asked = self._saving = self._shown = False
        self._early: list[events.Key] | None = []
        """What was typed before a field had the focus; None once one has it."""

    def compose(self) -> ComposeResult:
        self.entries = Entries(self.sheet, self.keymap, self._signs)
        first = self.entries.get(self.sheet.first) or next(iter(self.entries))
        self._go_on()
        self.entries.live()
        self.entries.opened |= first.name in self.sheet.rest
        more = self.keymap.say("form.more")
        self._view = SheetView(self.sheet, self.entries, self._signs, more, first.name)
        self._view.serve = self._serve
        self._view.leave = self.action_field
        self._view.pasted = self._pasted
        self._say_keys()
        yield self._view

    def _serve(self, editor: Editor) -> None:
        """What is typed ahead must not be left out by a save, nor go to the field before."""
        editor.pasted = self._pasted
        if isinstance(editor, ManyLines):
            editor.leave = self.action_field
            editor.serve(self, self._in_turn(LONG_TEXT_KEYS))
        else:
            editor.serve(self, self._in_turn(FORM_KEYS))

    def on_mount(self) -> None:
        self.call_later(self._begin)

    def on_key(self, event: events.Key) -> None:
        """Keep a key that no field could take yet."""
        if self._early is not None:
            self._early.append(event)
            event.stop()
            event.prevent_default()

    def _begin(self) -> None:
        """Give the first field the focus, and then, in their turn, the keys typed while the form opened."""
        if self.message_queue_size:  # there may be a key among what waits
            self.call_later(self._begin)
            return
        early, self._early = self._early or [], None
        self.set_focus(self._view.current_spot, scroll_visible=False)
        for event in early:
            self._view.current_spot.post_message(events.Key(event.key, event.character))

    def _go_on(self) -> None:
        """Show what was typed earlier; from now on the record follows the screen."""
        if self._begun is None:
            return
        for entry in self.entries:
            entry.put(self._begun.pad.texts.get(entry.name), self._begun.pad.picks.get(entry.name))
        self._shown = True
        self._begun.read = self.take_in

    def take_in(self) -> None:
        """Have kept what stands in the fields now, where it differs from how the form was opened."""
        # Before the fields show what was typed earlier, their being empty says nothing.
        if self._begun is not None and self._shown:
            typed = [entry for entry in self.entries if entry.typed]
            texts = {entry.name: entry.text for entry in typed if entry.text is not None}
            picks = {entry.name: entry.picked for entry in typed if entry.picked is not None}
            self._begun.type(texts, picks)

    def _in_turn(self, keys: Iterable[Key]) -> dict[str, str]:
        return self.keymap.in_fields(key for key in keys if key.id in _IN_TURN)

    @property
    def keymap(self) -> Keymap:
        """The keys as the user has them."""
        return keymap_of(self.app)

    @property
    def texts(self) -> Texts:
        """What stands in every field of text."""
        return self.entries.texts

    @property
    def current(self) -> str:
        """The name of the field with the cursor."""
        return self._view.current.name

    @property
    def notice(self) -> str:
        """What is said of the whole form."""
        return self._view.notice.words

    # What is shown

    def _say_keys(self) -> None:
        entry = self._view.current
        left, right = hints(
            self.keymap, self.sheet, entry, last=self._last, alone=len(self.entries.shown) < 2,
            asked=self._asked, folded=bool(self.entries.folded),
        )  # fmt: skip
        self._view.keys.say(left, right)

    def _say(self, words: str, tone: str = "alert") -> None:
        self._view.say(Notice(words, tone))

    @property
    def _last(self) -> bool:
        return self._view.current is self.entries.shown[-1]

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(SheetView.OptionTaken)
    def _changed(self) -> None:
        if not self.entries.changed:
            return  # a place to type in says so, too, when it is new
        self._asked = False
        self.entries.live()
        self.take_in()
        self._say("")
        self._say_keys()

    @on(SheetView.OptionTaken)
    async def _chosen(self, event: SheetView.OptionTaken) -> None:
        if event.at_once:
            await self.action_save()

    @on(events.DescendantFocus)
    @on(SheetView.SearchTyped)
    def _elsewhere(self) -> None:
        self._asked = False
        self._say_keys()

    @on(Input.Submitted)
    async def _submitted(self) -> None:
        await self.action_next()

    # From field to field

    def go(self, name: str) -> None:
        """Put the cursor into that field."""
        self._view.go(name)
        self._say_keys()

    def action_field(self, by: int) -> None:
        """The next field or the one before; beyond the last one the first."""
        shown = self.entries.shown
        place = next((at for at, one in enumerate(shown) if one is self._view.current), 0)
        self.go(shown[(place + by) % len(shown)].name)

    async def action_next(self) -> None:
        """The next field; from the last one, save."""
        if self._last:
            await self.action_save()
        else:
            self.action_field(1)

    def action_new_line(self) -> None:
        """A new line in a text of several."""
        if isinstance(self.focused, ManyLines):
            self.focused.new_line()

    @on(SheetView.RestClicked)
    def action_more(self) -> None:
        """Show the rest of the fields, or fold it away again."""
        folded = self.entries.folded
        self.entries.turn()
        if folded:
            self.go(folded[0].name)
        elif self._view.current not in self.entries.shown:
            self.go(self.entries.shown[-1].name)
        else:
            self.go(self.current)

    # Pastes, and taking back

    def _pasted(self, text: str) -> bool:
        """Fill in what a paste holds for several fields; False where it is a text for the field it is in."""
        filling = self.sheet.filling(text, self.current) if len(text) <= _LONGEST_PASTE else None
        if filling is None:
            return False
        here = self._view.current
        # What is pasted behind a text of the user's own belongs there.
        is_here = here.own and isinstance(here.field, Lines) and here.name in filling.texts
        filled, kept = self.entries.fill(filling)
        self._show_filled()
        self._say(filled_words(filling, filled, kept, self.keymap.say("form.take_back")), "good")
        return not is_here

    def action_take_back(self) -> None:
        """What stood there before the last paste, or before a text was replaced."""
        area = self.focused
        if isinstance(area, ManyLines) and self._view.notice.tone != "good":
            before = area.text
            area.undo()
            if area.text != before:
                return
        if turned := self.entries.take_back():
            self._show_filled()
            self._say(taken_back_words(turned), "good")

    def _show_filled(self) -> None:
        self.entries.live()
        self.take_in()
        if self._view.current not in self.entries.shown:
            self.go(self.entries.shown[0].name)
        self._say_keys()

    # The end

    async def action_save(self) -> None:
        """Finish, if every answer can be taken; else go to the first that cannot."""
        if self._saving:
            return
        self.entries.live()
        try:
            answer = self.sheet.finish(self.entries.answers())
        except Wrong as why:
            self._refuse(why)
        else:
            await self._carry_out(answer)

    async def _carry_out(self, answer: R) -> None:
        """Ask what is to be asked first, then save; close where that went well."""
        if (asked := self._ask(answer)) is not None:
            self.app.push_screen(asked.question, partial(self._answered, asked))
            return
        self._saving = True
        try:
            failed = self._save(answer) if self._save is not None else None
            if isawaitable(failed):
                failed = await failed
        finally:
            self._saving = False
        if failed:
            self._say(failed)
        else:
            if self._begun is not None:
                self._begun.drop()
            self.dismiss(answer)

    async def _answered(self, asked: Asked[R], given: Any) -> None:
        answer = asked.answered(given)
        if answer is not None:
            await self._carry_out(answer)

    def _refuse(self, why: Wrong) -> None:
        entry = self.entries.get(why.field)
        if entry is None:
            self._say(str(why))
            return
        entry.say(str(why), "wrong")
        self.entries.opened |= entry.name in self.sheet.rest
        self.go(entry.name)

    def action_leave(self) -> None:
        """Leave without an answer. What was typed is kept; where it cannot be, it takes being asked twice."""
        if self.entries.typed and self._begun is None and not self._asked:
            self._asked = True
            self._say_keys()
            return
        if self._begun is not None:
            self.take_in()
            if self._shown and not self.entries.typed:
                self._begun.drop()
        self.dismiss(None)
