"""The board: the screen that people keep open all day. It shows, moves about, filters and looks around.

What follows the time, acts on cards, writes, sends and calls are objects of their own, made here.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.css.query import NoMatches
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen

from store.rules.next_deeds import tally_on
from store.rules.standing import Column
from tui.messages.autosaver import Autosaver
from tui.picture.board_layout import HEIGHTS, WIDTHS, layout_rules, size_class
from tui.screens.begun_forms import BegunForms
from tui.screens.board_clock import BoardClock
from tui.screens.board_lines import BoardLines
from tui.screens.board_state import BoardState
from tui.screens.card_actions import CardActions
from tui.screens.consequences import Consequences
from tui.screens.editor_host import EditorHost
from tui.screens.filter_line import FilterLine
from tui.screens.first_hour import FirstHour
from tui.screens.hearing import Hearing
from tui.screens.marking_sent import MarkingSent
from tui.screens.middle import Middle
from tui.screens.other_texts import OtherTexts
from tui.screens.own_settings import OwnSettings
from tui.screens.pages import Pages
from tui.screens.sending import Sending
from tui.screens.settings_in_effect import SettingsInEffect
from tui.screens.steps import Steps
from tui.screens.withdrawals import Withdrawals
from tui.signs import signs
from tui.terminal.burst import REFUSED
from tui.typed_ahead import HELD, typed_ahead
from tui.widgets.columns import Columns
from tui.widgets.text_line import TextLine
from tui.words.announcing import announced

if TYPE_CHECKING:
    from textual.widgets import Input

    from templates.library import Library
    from tui.screens.leaving import Unsaved
    from tui.words.applies import BoardSituation
    from tui.words.palette import Row


class BoardScreen(Screen[None]):
    """Draws what the state holds, and passes keys and the editor's messages on to who knows what to do."""

    DEFAULT_CSS = layout_rules("BoardScreen") + """
    BoardScreen {
        & #middle { height: 1fr; layout: vertical; }
        & #columns { height: 1fr; width: 1fr; }
        & #editor { height: 55%; min-height: 12; max-height: 24; }
        &.-wide #middle { layout: horizontal; }
        &.-wide #editor { height: 100%; max-height: 100%; width: 65%; max-width: 130; }
        & #ways { height: auto; padding: 1 1 1 0; }
        &.-low #ways { padding: 0 1 0 0; }
        &.-flat #ways, &.-writing #ways { display: none; }
        &.-writing #keys { display: none; }
        &.-writing.-low.-narrow #columns { display: none; }
        &.-writing.-low.-narrow #editor { height: 100%; max-height: 100%; }
        &.-writing.-low #headline, &.-writing.-low #now, &.-writing.-flat #columns { display: none; }
        & .filter { background: $boost; padding: 0 2; }
    }
    """  # fmt: skip
    HORIZONTAL_BREAKPOINTS = [*WIDTHS]
    VERTICAL_BREAKPOINTS = [*HEIGHTS]
    AUTO_FOCUS = "Columns"

    class Counted(Message):
        """How many things are to be done, for the terminal's title."""

        def __init__(self, board: BoardScreen, count: int) -> None:
            super().__init__()
            self.board = board
            self.count = count

    def __init__(
        self,
        state: BoardState,
        library: Callable[[], Library],
        *,
        settings_file: Path | None = None,
        demo: bool = False,
        visit: bool = False,
    ) -> None:
        """`library` gives the templates, when the first text is written.

        In `settings_file` is kept what the user sets; without one it holds while this is open. `visit`: a
        demo that has the user's own board behind it.
        """
        super().__init__()
        self._painted_in = Size()
        self._paints_later = False
        self.service = service = state.service
        self.demo = demo
        self.visit = visit
        self.state = state
        state.changed = self.paint
        # From any thread, and from a signal's handler.
        autosaver = Autosaver(service.path, service.clock, lambda trouble: self.editor_host.trouble(trouble))
        self.begun = BegunForms(self.state, autosaver, lambda pad: self.card_actions.go_on(pad))
        self.steps = Steps(self, self.state, self.begun)
        self.clock = BoardClock(self, self.state, self.steps)
        self.editor_host = EditorHost(
            self, self.state, self.steps, library, autosaver, closed=self.clock.look_again,
        )  # fmt: skip
        self.own = OwnSettings(self.state, self.steps, settings_file)
        self.other_texts = OtherTexts(self, self.state, self.steps, self.editor_host, self.own)
        self.editor_host.offer_templates = self.other_texts.offer_templates
        self.withdrawals = Withdrawals(self, self.state, self.editor_host)
        self.consequences = Consequences(self, self.state, self.steps, self.withdrawals)
        self.sending = Sending(
            self, self.state, self.steps, self.editor_host, self.consequences, self.withdrawals
        )
        marking = MarkingSent(self, self.state, self.steps, self.editor_host, self.sending)
        self.card_actions = CardActions(
            self, self.state, self.steps, self.editor_host, self.sending, marking, self.consequences
        )
        self.hearing = Hearing(self, self.state, self.steps, watches=not demo and state.at is None)
        self.hearing.correct = self.card_actions.correct
        follow = SettingsInEffect(self, self.state, self.steps, self.hearing, feeds=not demo).follow
        self.own.in_effect = follow
        self.first_hour = FirstHour(self, self.state, self.own)
        self.pages = Pages(
            self, self.state, self.card_actions, self.hearing, self.own, self.pressed, self.do_key,
        )  # fmt: skip
        self.editor_host.leave_pages = self.pages.leave
        self.filter_line = FilterLine(self, self.state, self.editor_host.focus_home)
        self.board_lines = BoardLines(self.state, demo=demo, visit=visit)
        self.state.after_step(self.pages.leave)

    def compose(self) -> ComposeResult:
        # They are set when the first frame has been drawn otherwise, and all is drawn again.
        for cells, breakpoints in zip(self.app.size, (WIDTHS, HEIGHTS), strict=True):
            self.set_class(True, size_class(cells, breakpoints), update=False)
        yield TextLine(id="headline")
        yield TextLine(id="now")
        yield TextLine(id="coming")
        with Middle(
            self.editor_host, self.other_texts, self.sending, self.card_actions, self.withdrawals, id="middle"
        ):
            yield Columns(
                self.state.cursor, self.service.zone, self.state.keymap,
                signs(ascii_only=self.state.ascii_only), pressed=self.pressed, id="columns",
            )  # fmt: skip
        yield TextLine(id="keys")

    @property
    def columns(self) -> Columns:
        """The widget that draws the cards."""
        return self.query_one("#columns", Columns)

    def on_mount(self) -> None:
        self.clock.start()
        self.paint()
        self.hearing.start()
        # Said now: with a later step it would stand in the place of what that has done.
        self.begun.note_left()
        self.steps.say_notes()
        self.begun.offer_left()
        self.first_hour.begin()

    def on_unmount(self) -> None:
        self.clock.stop()
        self.leave()

    def save_now(self) -> None:
        """Put what is being written on the disk; called in a signal handler too, so it waits for nothing."""
        self.begun.take_in()
        self.editor_host.save_now()

    def save_last(self) -> list[Unsaved]:
        """Before leaving: everything to the disk. What it does not take is given back."""
        from tui.screens.leaving import Unsaved

        self.editor_host.save_last()
        forms = [Unsaved(pad.title, "\n\n".join(pad.texts.values())) for pad in self.begun.unwritten]
        return [*self.editor_host.unsaved, *forms]

    def leave(self) -> None:
        """The last save, made before the screen goes."""
        self.hearing.leave()
        self.begun.take_in()
        self.editor_host.leave()

    # Showing

    def paint(self) -> None:
        """Draw what has changed; while keys pile up not after each of them."""
        if not self.is_mounted:
            return
        if not typed_ahead(self.app).piles_up:
            self._paint_now()
        elif not self._paints_later:
            self._paints_later = True
            self.set_timer(HELD, self._paint_held)

    def _paint_held(self) -> None:
        # It has been drawn already where meanwhile the keys have come to an end.
        if self._paints_later:
            self._paint_now()

    def _paint_now(self) -> None:
        self._paints_later = False
        if self.is_mounted:
            # A look at the file may come back to a screen that is closing: its lines go before it does.
            with suppress(NoMatches):
                self._paint()

    def _paint(self) -> None:
        self._painted_in = self._room
        self.pages.paint_line()
        self.first_hour.paint()
        state = self.state
        self._paint_lines()
        self.columns.zone = self.service.zone
        self.columns.show(state.board.at, state.moved, state.marked, self.hearing.lines())
        now = state.board.once(tally_on)
        self.post_message(self.Counted(self, now.thank + now.ask))

    def _paint_lines(self) -> None:
        lines = self.board_lines.around(
            self._room.width, self.columns.signs, trouble=self.clock.trouble, typing=self.filter_line.is_open,
            covered=any(screen.has_class("-page") for screen in self.app.screen_stack),
        )  # fmt: skip
        for name, line in lines.items():
            self.query_one(f"#{name}", TextLine).say(*line)

    def on_key(self, event: events.Key) -> None:
        self.pressed()

    def pressed(self) -> None:
        """A key was pressed: what was said has been read, and the card under the cursor has been seen."""
        self.begun.pressed()
        if self.state.read():
            # Not before the key has done what it does.
            self.call_later(self.paint)

    def on_resize(self) -> None:
        # At the start it is told several times of the size that it has had from the beginning.
        if self._room != self._painted_in:
            self.paint()

    @property
    def _room(self) -> Size:
        return self.size or self.app.size

    def on_screen_suspend(self) -> None:
        self.paint()

    def on_screen_resume(self) -> None:
        self.paint()

    @on(BoardClock.Rang)
    def rang(self, event: BoardClock.Rang) -> None:
        """Something has become due; of a sample nobody else is told."""
        now = self.service.clock.now()
        self.state.say("; ".join(announced(one, now) for one in event.news))
        if self.demo:
            event.stop()

    @on(BoardClock.Tick)
    def tick(self) -> None:
        """It is time to look at the clock."""
        self.clock.tick()

    async def do_key(self, key_id: str) -> None:
        """Do what the key of that id does on the board."""
        await self.columns.run_action(self.state.keymap.on_board(key_id).action)

    def situation(self) -> BoardSituation:
        """What keys depend on: of the page of a card its card, else that under the cursor."""
        return self.state.situation(self.pages.card or self.state.card)

    def offered(self, page: str) -> list[Row]:
        """What the palette offers on that page of the key tables."""
        from tui.words.palette import rows_of, setting_rows

        rows = rows_of(page, self.situation(), self.state.keymap)
        return [*rows, *setting_rows(self.state.settings, self.service.zone.key)] if page == "board" else rows

    def action_change_setting(self, *name: str) -> None:
        """Change one setting, chosen by its name."""
        self.pages.change_setting(name)

    # Moving and marking

    def action_go(self, across: int, down: int) -> None:
        """One card or column on."""
        self.state.cursor.go(across, down)
        self.state.seen()

    def action_cycle(self, by: int) -> None:
        """The next column, round and round."""
        self.state.cursor.cycle(by)
        self.state.seen()

    def action_column(self, column: Column) -> None:
        """A column by its number."""
        self.state.cursor.to_column(column)
        self.state.seen()

    def action_edge(self, end: int) -> None:
        """The first or last card."""
        self.state.cursor.edge(end)
        self.state.seen()

    @on(Columns.CardPicked)
    def picked(self, event: Columns.CardPicked) -> None:
        """A click goes to the card, another one there opens it."""
        self.begun.lapse()
        self.state.cursor.select(event.card_id)
        self.state.seen()
        # While something is written a click changes nothing about what letters are for.
        if event.opened and not self.editor_host.is_open:
            self.action_open()

    @on(Columns.ColumnPicked)
    def column_picked(self, event: Columns.ColumnPicked) -> None:
        """A click on its heading goes to the column."""
        self.begun.lapse()
        self.action_column(event.column)

    @on(Columns.Turned)
    def turned(self) -> None:
        """The wheel has moved a column."""
        self.state.seen()

    @on(TextLine.Clicked, "#now")
    def now_clicked(self, event: TextLine.Clicked) -> None:
        """A click goes to the line of what to do now, a double click does it."""
        self.begun.lapse()
        self.action_now()
        if event.again and not self.editor_host.is_open:
            self.action_open()

    @on(TextLine.Clicked, "#coming")
    def coming_clicked(self) -> None:
        """A click goes to the line of interviews to come."""
        self.begun.lapse()
        self.action_column("upcoming")

    @on(Columns.TooFast)
    def refused(self) -> None:
        """Many keys came at once."""
        self.state.say(REFUSED, "warn")

    def action_now(self) -> None:
        """To the line of what to do now."""
        if not self.state.cursor.to_now():
            self.state.say("There is nothing to do now.")
        self.state.seen()

    def action_mark(self) -> None:
        """Mark the card, or take the mark off, and go on to the next."""
        self.state.mark()

    def action_back(self) -> None:
        """Back: to now, then to all cards, then off the line of what to do now, then to none marked."""
        if self.begun.refuse():
            return
        if self.state.at is not None:
            self.state.look_at(None)
        elif self.state.cursor.filter:
            self.state.filter("")
        elif self.state.cursor.on_now:
            self.state.cursor.leave_now()
            self.state.seen()
        else:
            self.state.unmark()

    # Cards

    def action_do(self, name: str) -> None:
        """What a key does to the card under the cursor, or to those marked."""
        self.card_actions.do(name)

    def action_open(self) -> None:
        """The page of the card under the cursor; or the form that the bottom line offers to go on with."""
        if self.begun.accept():
            return
        if self.state.cursor.on_now and self.state.tasks:
            self.card_actions.do_task(self.state.tasks[0])
            return
        if self.state.card is None:
            self.state.say_no_card()
        else:
            self.pages.open_card(self.state.card.id)

    def action_agenda(self) -> None:
        """The days ahead."""
        self.pages.open_agenda()

    def action_numbers(self) -> None:
        """The user's own numbers."""
        self.pages.open_numbers()

    def action_company(self) -> None:
        """All there has been with the company of the card under the cursor."""
        if self.state.card is None:
            self.state.say_no_card()
        else:
            self.pages.open_company(self.state.card.interview.company)

    def action_heard(self) -> None:
        """What was heard in mail and calendar."""
        self.pages.open_heard()

    def action_settings(self) -> None:
        """What the user has set, and may."""
        self.pages.open_settings()

    async def action_undo(self) -> None:
        """Take the last step back, in words."""
        await self.steps.undo()

    async def action_redo(self) -> None:
        """Do again what was undone."""
        await self.steps.redo()

    # Filtering

    def action_fold(self) -> None:
        """Show the cards that closed long ago, or fold them."""
        self.state.fold()

    async def action_filter(self) -> None:
        """Type a filter; the board follows each letter."""
        await self.filter_line.open()
        self.paint()

    def on_input_changed(self, event: Input.Changed) -> None:
        """The editor keeps its own fields' messages to itself."""
        self.filter_line.changed(event)

    def on_input_blurred(self, event: Input.Blurred) -> None:
        """Its field has given the keys away."""
        self.filter_line.blurred(event)

    def action_keep_filter(self) -> None:
        """Back to the board, with the cards that pass."""
        self.filter_line.keep()

    def action_clear_filter(self) -> None:
        """Back to the board, with all cards."""
        self.filter_line.clear()

    # Another time

    def action_travel(self) -> None:
        """Ask for a time, and look at it."""
        from tui.forms import travel
        from tui.forms.form import Form

        form = Form(travel.sheet(self.state.form_context), ascii_only=self.state.ascii_only)
        self.app.push_screen(form, lambda at: self.state.look_at(at) if at is not None else None)

    def action_away(self) -> None:
        """Ask for the user's days away, and keep them."""
        from tui.forms import away
        from tui.forms.form import Form

        def answered(days: tuple[str, ...] | None) -> None:
            if days is not None:
                self.call_next(self.own.away, days)

        sheet = away.sheet(self.state.form_context, self.state.settings.away)
        self.app.push_screen(Form(sheet, ascii_only=self.state.ascii_only), answered)

    def action_step(self, by: int) -> None:
        """To the next or previous instant at which a card moves by itself."""
        self.state.go_to_change(by)
