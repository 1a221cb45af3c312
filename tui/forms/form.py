"""A form on the screen: small, over the board, and never losing what was typed without asking."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Spacing
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from store.text import show
from tui import tones
from tui.bindings import bindings, keymap_of
from tui.forms.editors import ManyLines, OneLine
from tui.forms.fields import Answers, Line, Sheet, Texts, Wrong
from tui.forms.picks import Picks
from tui.forms.row import Row
from tui.keys import FORM_KEYS, LONG_TEXT_KEYS, Key, Keymap
from tui.widgets.text_line import TextLine
from tui.words.lines import Piece

if TYPE_CHECKING:
    from tui.screens.begun_forms import OpenForm

R = TypeVar("R")
Save = Callable[[R], "str | Awaitable[str | None] | None"]
"""Carries an answer out; gives a sentence where that failed, and the form stays open as it is."""


class Asked(NamedTuple, Generic[R]):
    """A question to be answered before an answer is carried out, and what its answer makes of that one."""

    question: ModalScreen[Any]
    answered: Callable[[Any], R | None]
    """None: the form stays open as it is."""


Ask = Callable[[R], "Asked[R] | None"]


_IN_TURN = frozenset({
    "form.save", "form.leave", "form.next", "form.new_line", "form.next_field", "form.previous_field",
})  # fmt: skip
"""Keys of the form that a field acts on only after what was typed before them."""


class Form(ModalScreen["R | None"], Generic[R]):
    """Asks what its sheet says; gives the finished answer, or None where it was left."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-roomy")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall")]
    DEFAULT_CSS = f"""
    Form {{ align: center middle; background: $background 50%; }}
    Form > #sheet {{
        width: 100%; max-width: 76; height: auto; max-height: 100%;
        background: $panel; border: round $primary; padding: 0 1;
    }}
    Form.-ascii > #sheet {{ border: ascii $primary; }}
    Form.-short > #sheet {{ border: none; }}
    Form #title {{ height: auto; max-height: 2; }}
    {tones.rule("Form #title", "title")}
    Form #intro {{ height: auto; max-height: 3; }}
    {tones.rule("Form #intro", "dim")}
    Form #fields {{
        height: auto; overflow: hidden auto; padding: 1 1 0 0;
        scrollbar-size-vertical: 1; scrollbar-background: $panel;
    }}
    Form.-short #fields {{ padding: 0; }}
    Form.-short #intro {{ display: none; }}
    Form.-narrow Row > .row--label {{ dock: none; width: 1fr; }}
    Form.-short Row {{ margin: 0; }}
    Form #trouble {{ height: auto; max-height: 60vh; display: none; }}
    {tones.rule("Form #trouble", "alert")}
    Form #keys {{ padding: 0; }}
    Form.-tall #keys {{ margin: 1 0 0 0; }}
    Form Row.-last {{ margin: 0; }}
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
        super().__init__(classes="-ascii" if ascii_only else None)
        self.sheet = sheet
        self._save = save
        self._ask = ask
        self._begun = begun
        self._ascii = ascii_only
        self._rows: dict[str, Row] = {}
        self._keys = TextLine(id="keys")
        self._asked = self._saving = self._shown = False
        self._early: list[events.Key] | None = []
        """What was typed before a field had the focus; None once one has it."""

    def compose(self) -> ComposeResult:
        self._rows = {field.name: Row(field, ascii_only=self._ascii) for field in self.sheet.fields}
        # A pseudo-class would have Textual style every row once more.
        for row in list(self._rows.values())[-1:]:
            row.add_class("-last")
        with Vertical(id="sheet"):
            yield Static(Content(show(self.sheet.title)), id="title")
            if self.sheet.intro:
                yield Static(Content(show(self.sheet.intro)), id="intro")
            with Vertical(id="fields"):
                yield from self._rows.values()
            yield Static("", id="trouble", markup=False)
            yield self._keys

    def on_mount(self) -> None:
        for row in self._rows.values():
            # What is typed ahead must not be left out by a save, nor go to the field before.
            if isinstance(row.editor, OneLine):
                row.editor.serve(self, self._in_turn(FORM_KEYS))
            elif isinstance(row.editor, ManyLines):
                row.editor.serve(self, self._in_turn(LONG_TEXT_KEYS))
        self._go_on()
        self._live()
        self._say_keys()
        first = self._rows.get(self.sheet.first) or next(iter(self._rows.values()))
        self.call_later(self._begin, first.editor)

    def on_key(self, event: events.Key) -> None:
        """Keep a key that no field could take yet."""
        if self._early is not None:
            self._early.append(event)
            event.stop()
            event.prevent_default()

    def _begin(self, editor: Widget) -> None:
        """Give the first field the focus, and then, in their turn, the keys typed while the form opened."""
        if self.message_queue_size:  # there may be a key among what waits
            self.call_later(self._begin, editor)
            return
        early, self._early = self._early or [], None
        self.set_focus(editor)
        for event in early:
            editor.post_message(events.Key(event.key, event.character))

    def _go_on(self) -> None:
        """Show what was typed earlier; from now on the record follows the screen."""
        if self._begun is None:
            return
        for name, row in self._rows.items():
            row.put(self._begun.pad.texts.get(name), self._begun.pad.picks.get(name))
        self._shown = True
        self._begun.read = self.take_in

    def take_in(self) -> None:
        """Have kept what stands in the fields now, where it differs from how the form was opened."""
        # Before the fields show what was typed earlier, their being empty says nothing.
        if self._begun is not None and self._shown:
            typed = {name: row for name, row in self._rows.items() if row.typed}
            texts = {name: row.text for name, row in typed.items() if row.text is not None}
            picks = {name: row.picked for name, row in typed.items() if row.picked is not None}
            self._begun.type(texts, picks)

    def _in_turn(self, keys: Iterable[Key]) -> dict[str, str]:
        return self.keymap.in_fields(key for key in keys if key.id in _IN_TURN)

    @property
    def keymap(self) -> Keymap:
        """The keys as the user has them."""
        return keymap_of(self.app)

    def on_resize(self, event: events.Resize) -> None:
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Let the fields scroll in what the title, the keys and the border leave."""
        sheet, fields = self.query_one("#sheet"), self.query_one("#fields")
        others = [one for one in sheet.children if one.display and one is not fields]
        around = sum(one.outer_size.height + one.styles.margin.height for one in others)
        fields.styles.max_height = max(1, self.size.height - around - sheet.styles.gutter.height)
        self.call_after_refresh(self._reveal)

    @property
    def texts(self) -> Texts:
        """What stands in every field of text."""
        return {name: row.text for name, row in self._rows.items() if row.text is not None}

    @property
    def _filled(self) -> Texts:
        """The same, and what is picked in the others."""
        picked = {name: " ".join(row.picked or ()) for name, row in self._rows.items()}
        return {**picked, **self.texts}

    def _live(self) -> None:
        texts = self._filled
        for row in self._rows.values():
            row.live(texts)

    def _say_keys(self) -> None:
        save, leave = self.keymap.say("form.save"), self.keymap.say("form.leave")
        after, line = self.keymap.say("form.next"), self.keymap.say("form.new_line")
        other = self.keymap.say("form.next_field")
        if self._asked:
            left: list[Piece] = [(f"{leave} ", "key"), ("again throws away what you typed", "warn")]
        else:
            left = [(f"{save} ", "key"), (f"{self.sheet.verb}   ", "dim")]
            left += [(f"{leave} ", "key"), ("leave   ", "dim")]
            if isinstance(self.focused, ManyLines):
                left += [(f"{line} ", "key"), ("new line   ", "dim")]
            elif self._last:
                left += [(f"{after} ", "key"), (f"{self.sheet.verb}   ", "dim")]
            if len(self._rows) > 1:
                left += [(f"{other} ", "key"), ("next", "dim")]
        self._keys.say(left)

    @property
    def _last(self) -> bool:
        row = list(self._rows.values())[-1]
        return self.focused is row.editor

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Picks.Chosen)
    def _changed(self) -> None:
        self._asked = False
        self._trouble("")
        self.take_in()
        self._live()
        self._say_keys()
        self._reveal_after_refresh()

    @on(Picks.Chosen)
    async def _chosen(self, event: Picks.Chosen) -> None:
        if event.at_once:
            await self.action_save()

    @on(Picks.Moved)
    def _moved(self) -> None:
        self._reveal()

    def on_descendant_focus(self) -> None:
        self._asked = False
        self._say_keys()
        self._reveal_after_refresh()

    @on(Row.Resized)
    def _reveal_after_refresh(self) -> None:
        # A hint that comes or goes moves the fields below it after they were brought into sight; and so may
        # the framework's own scrolling to what has got the focus.
        self.call_after_refresh(self.call_after_refresh, self._reveal)

    def _reveal(self) -> None:
        """Scroll so far that the field is in sight with its label and what is said of it."""
        row = next((row for row in self._rows.values() if row.editor is self.focused), None)
        if row is None:
            return
        fields, editor = self.query_one("#fields"), row.editor
        region = row.region
        if region.height > fields.size.height:
            region = editor.row_region if isinstance(editor, Picks) else editor.region
        # Regions on the screen lag behind a scroll that is not drawn yet; their distances do not.
        inside = region.translate(row.virtual_region.offset - row.region.offset)
        fields.scroll_to_region(inside, spacing=Spacing(), animate=False, immediate=True)

    @on(Input.Submitted)
    async def _submitted(self) -> None:
        await self.action_next()

    async def action_next(self) -> None:
        """The next field; from the last one, save."""
        if self._last:
            await self.action_save()
        else:
            self.focus_next()

    def action_new_line(self) -> None:
        """A new line in a text of several."""
        if isinstance(self.focused, ManyLines):
            self.focused.new_line()

    async def action_save(self) -> None:
        """Finish, if every answer can be taken; else go to the first that cannot."""
        if self._saving:
            return
        self._live()
        try:
            answer = self.sheet.finish(self._answers())
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
            self._trouble(failed)
        else:
            if self._begun is not None:
                self._begun.drop()
            self.dismiss(answer)

    async def _answered(self, asked: Asked[R], given: Any) -> None:
        answer = asked.answered(given)
        if answer is not None:
            await self._carry_out(answer)

    def _answers(self) -> Answers:
        texts, found, first = self._filled, {}, None
        for name, row in self._rows.items():
            try:
                found[name] = row.answer(texts)
            except Wrong as why:
                row.say(str(why), "wrong")
                first = first or why
        if first is not None:
            raise first
        return found

    def _refuse(self, why: Wrong) -> None:
        row = self._rows.get(why.field)
        if row is None:
            self._trouble(str(why))
            return
        row.say(str(why), "wrong")
        row.editor.focus()
        self.call_after_refresh(self._reveal)

    def _trouble(self, words: str) -> None:
        trouble = self.query_one("#trouble", Static)
        if trouble.display or words:
            trouble.display = bool(words)
            trouble.update(Content(show(words)))
            self.call_after_refresh(self._fit)

    @property
    def typed(self) -> bool:
        """Whether a text differs from what it was at first."""
        return any(row.typed for row in self._rows.values() if isinstance(row.field, Line))

    def action_leave(self) -> None:
        """Leave without an answer. What was typed is kept; where it cannot be, it takes being asked twice."""
        if self.typed and self._begun is None and not self._asked:
            self._asked = True
            self._say_keys()
            return
        if self._begun is not None:
            self.take_in()
            if self._shown and not self.typed:
                self._begun.drop()
        self.dismiss(None)
