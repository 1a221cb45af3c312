"""A form on the screen as one widget: it draws all fields, and has a place to type in only at the cursor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Offset, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from store.text import clean
from tui.bindings import bindings
from tui.forms.editors import ManyLines, OneLine
from tui.forms.entries import Entries
from tui.forms.entry import FormEntry
from tui.forms.fields import Line, Lines, Sheet
from tui.forms.picking import AT_CURSOR
from tui.forms.plan import Asking, Notice, Plan, planned
from tui.keys import PICK_KEYS
from tui.signs import Signs
from tui.widgets.inks import Inks
from tui.widgets.text_line import TextLine

_TONES = {"rule": "bar", "hint": "dim", "read": "good", "unclear": "warn", "wrong": "alert"}
"""The tones of what a plan names by its meaning."""
Editor = OneLine | ManyLines


class _Planned(Layout):
    """Puts the place to type in, and the line of keys, where the plan has them."""

    name = "planned"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Those that are in sight."""
        assert isinstance(parent, SheetView)
        return [
            WidgetPlacement(region, Offset(), Spacing(), child)
            for child in children
            if (region := parent.region_of(child)) is not None
        ]


class SheetView(Widget, can_focus=True):
    """Has the focus itself while the cursor is on options; else the field has it."""

    DEFAULT_CSS = """
    SheetView { width: 100%; height: auto; max-height: 100%; background: $panel; overflow: hidden; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PICK_KEYS)]

    class OptionTaken(Message):
        """Something was picked or unpicked; `at_once`: it says all there is to say."""

        def __init__(self, *, at_once: bool = False) -> None:
            super().__init__()
            self.at_once = at_once

    class SearchTyped(Message):
        """Something else is looked for among options."""

    class RestClicked(Message):
        """The line was clicked that speaks of the rest of the fields."""

    def __init__(self, sheet: Sheet[Any], entries: Entries, signs: Signs, more: str, current: str) -> None:
        """`more` is the key that shows the rest of the fields, `current` the field to begin at."""
        super().__init__()
        self.sheet = sheet
        self.entries = entries
        self.keys = TextLine(id="keys")
        self.serve: Callable[[Editor], None] = lambda editor: None
        """Given each place to type in, once it is there."""
        self.leave: Callable[[int], None] = lambda by: None
        """Called to go on to the next field or the one before."""
        self.pasted: Callable[[str], bool] = lambda text: False
        """Given what is pasted while the cursor is on options."""
        self._signs = signs
        self._asking = Asking(current, Notice(), more)
        self._editors: dict[str, Editor] = {}
        self._layout_of = _Planned()
        self._plan: Plan | None = None
        self._planned_for = Size(0, 0)
        self._placed: tuple[str, tuple[int, int, int, int] | None] | None = None
        """Which place to type in is where."""
        self._inks = Inks(self)

    @property
    def layout(self) -> Layout:
        """Its own."""
        return self._layout_of

    def compose(self) -> ComposeResult:
        yield self.keys
        if self.current.picking is None:
            yield self._editor(self.current)

    # Where the cursor is

    @property
    def current(self) -> FormEntry:
        """The field with the cursor."""
        return self.entries[self._asking.current]

    @property
    def current_spot(self) -> Widget:
        """What has to have the focus for that."""
        return self._editors.get(self._asking.current, self)

    def go(self, name: str) -> None:
        """Put the cursor into that field."""
        entry = self.entries[name]
        if self.current is not entry and self.current.picking is not None:
            self.current.picking.look_for("")
        self._asking = self._asking._replace(current=name)
        if entry.picking is None and name not in self._editors:
            self.mount(self._editor(entry))
        editor = self._editors.get(name)
        if isinstance(editor, OneLine):
            editor.select_on_focus = not entry.typed
        self.screen.set_focus(self.current_spot, scroll_visible=False)
        self.replan()

    def _editor(self, entry: FormEntry) -> Editor:
        field, text = entry.field, entry.text or ""
        editor: Editor
        if isinstance(field, Lines):
            editor = ManyLines(text, entry.offers)
        else:
            editor = OneLine(text, field.suggest if isinstance(field, Line) else ())
            # What was there is replaced by what is typed; what the user typed never is.
            editor.select_on_focus = not entry.typed
        editor.remarked = entry.remarked
        self._editors[entry.name] = editor
        entry.typed_in = editor
        self.serve(editor)
        return editor

    def say(self, notice: Notice) -> None:
        """Say something of the whole form; blank words take it away."""
        self._asking = self._asking._replace(notice=notice)
        self.replan()

    @property
    def notice(self) -> Notice:
        """What is said of the whole form."""
        return self._asking.notice

    # How it is drawn

    @property
    def plan(self) -> Plan:
        """As it is drawn at this size."""
        if self._plan is None:
            self._plan = self._planned(self._planned_for)
        return self._plan

    def _planned(self, size: Size) -> Plan:
        heights = {
            name: one.wrapped_document.height
            for name, one in self._editors.items()
            if isinstance(one, ManyLines) and one.size.width
        }
        asking = self._asking._replace(heights=heights)
        plan = planned(self.sheet, self.entries, asking, size.width, size.height, self._signs)
        self._asking = asking._replace(top=plan.top, dense=plan.dense, tallest=len(plan.rows))
        return plan

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as it takes, up to those of the window."""
        size = Size(width, viewport.height)
        if size != self._planned_for:
            self._planned_for, self._plan = size, None
            self._asking = self._asking._replace(tallest=0, dense=False)
        return len(self.plan.rows)

    def region_of(self, child: Widget) -> Region | None:
        """Where a place to type in is, while the cursor is there; where the line of keys is."""
        plan = self.plan
        if child is self.keys:
            return Region(0, len(plan.rows) - 1, self._planned_for.width, 1)
        if child is not self._editors.get(self._asking.current):
            return None
        place = plan.editor(self._asking.current)
        return Region(*place) if place is not None else None

    def replan(self) -> None:
        """Draw what has changed."""
        if self._plan is None or not self._planned_for:
            return
        before, self._plan = self._plan, None
        after = self.plan
        placed, self._placed = self._placed, (self._asking.current, after.editor(self._asking.current))
        moved = len(before.rows) != len(after.rows) or placed != self._placed
        rows = zip(before.rows, after.rows, strict=False)
        changed = [Region(0, y, self.size.width, 1) for y, (one, other) in enumerate(rows) if one != other]
        if moved:
            # Asked of a child: how its children lie is forgotten by a widget only then.
            self.keys.refresh(repaint=False, layout=True)
        if moved or changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """One row of the plan."""
        rows = self.plan.rows
        pieces = rows[y] if y < len(rows) else []
        width = self.size.width
        segments = [Segment(text, self._style(tone)) for text, tone in pieces if text]
        return Strip(segments).adjust_cell_length(width, self._style("plain"))

    def _style(self, tone: str) -> Style:
        if tone.startswith(AT_CURSOR):
            here = self._inks.on_ground("cursor")
            ground = Style(bgcolor=here.bgcolor, reverse=here.reverse or None)
            return self._style(tone.removeprefix(AT_CURSOR)) + ground
        return self._inks.on_ground(_TONES.get(tone, tone))

    # Options

    def on_key(self, event: events.Key) -> None:
        picking = self.current.picking
        if picking is None or not self.has_focus:
            return
        before = picking.given
        if picking.looks_for(event.key, event.character):
            self._looked(before)
        elif (place := picking.meant_by(event.key, event.character)) is not None:
            self._take(place)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        if self.pasted(event.text) or (picking := self.current.picking) is None:
            return
        before = picking.given
        picking.look_for(clean(event.text).strip())
        self._looked(before)

    def _looked(self, before: Any) -> None:
        self._show_picked(before)
        self.post_message(self.SearchTyped())

    def focus_on_click(self) -> bool:
        """A click says by itself where the cursor is to go."""
        return False

    def on_click(self, event: events.Click) -> None:
        if event.widget is not self:
            return
        y = self.plan.field_row(event.y)
        if y is not None and y == self.plan.fold:
            self.post_message(self.RestClicked())
        elif y is not None and (spot := self.plan.spot_at(y)) is not None:
            picking, x = spot.entry.picking, event.x - self.plan.x
            place = picking.at(x, y - spot.row, self.plan.width) if picking is not None else None
            self.go(spot.entry.name)
            if place is not None:
                self._take(place)

    def action_pick(self) -> None:
        """Pick the option under the cursor, or take its mark away."""
        if (picking := self.current.picking) is not None and picking.cursor in picking.shown:
            self._take(picking.cursor)

    def action_go(self, by: int) -> None:
        """The next option; of one to choose it is picked at once."""
        if (picking := self.current.picking) is not None:
            before = picking.given
            picking.go(by)
            self._show_picked(before)

    def action_leave_or_go(self, by: int) -> None:
        """The next option below, or the next field from the last one on."""
        if (picking := self.current.picking) is None or picking.ends(by):
            self.leave(by)
        else:
            self.action_go(by)

    def _show_picked(self, before: Any) -> None:
        """Draw the options, and say so where `before` is no longer what is picked."""
        self.replan()
        if (picking := self.current.picking) is not None and picking.given != before:
            self.post_message(self.OptionTaken())

    def _take(self, place: int) -> None:
        picking = self.current.picking
        assert picking is not None
        at_once = picking.take(place)
        self.replan()
        self.post_message(self.OptionTaken(at_once=at_once))
