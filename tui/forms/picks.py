"""Options to pick from, each with its key: one of them, or any. Drawn as text; nothing moves by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from store.text import show
from tui import tones
from tui.bindings import bindings, keymap_of
from tui.forms.fields import Choice, Marks, Option, TickBox
from tui.key_names import named, parts
from tui.keys import PICK_KEYS
from tui.signs import signs
from tui.words.lines import cut, fit, wrapped
from tui.words.offered_list import fits

_INDENT = " " * 5
"""Before the rows of a remark: they stand below the option's words."""
OPTION_GAP = 3
"""Cells between two options that stand side by side."""
_NUMBERED = 9
"""Options that have digits; of more than these one can be looked for by typing."""
_LONGEST_SEARCH = 40
_TONES = {"cursor": "cursor", "key": "key", "dim": "dim", "on": "strong"}


class Spot(NamedTuple):
    """Where an option is drawn."""

    x: int
    y: int
    width: int
    below: tuple[str, ...] = ()
    """Rows of its remark, below it where it does not fit beside it."""


class Picks(Widget, can_focus=True):
    """A choice, marks or a tick. Arrows move within and, at the ends, on to the next field.

    Where there are more than have digits, letters look for what they begin, above the options.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = tones.classes("picks--", _TONES)
    DEFAULT_CSS = f"""
    Picks {{ height: auto; width: 1fr; }}
    {tones.rules("Picks > .picks--", _TONES)}
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PICK_KEYS)]

    class Chosen(Message):
        """Something was picked or unpicked; `at_once`: it says all there is to say."""

        def __init__(self, *, at_once: bool = False) -> None:
            super().__init__()
            self.at_once = at_once

    class Moved(Message):
        """The cursor stands at another option, which should be in sight."""

    def __init__(self, field: Choice | Marks | TickBox, *, ascii_only: bool = False) -> None:
        super().__init__()
        self.options: Sequence[Option] = (
            (Option(value=True, key="", words=field.words),) if isinstance(field, TickBox) else field.options
        )
        self.single = isinstance(field, Choice)
        self.across = isinstance(field, Choice) and field.across
        self._tick = isinstance(field, TickBox)
        self._on: set[int] = {
            place
            for place, option in enumerate(self.options)
            if (option.value in field.value if isinstance(field, Marks) else option.value == field.value)
        }
        self._cursor = min(self._on, default=0) if self.single else 0
        self._searched = len(self.options) > _NUMBERED and not any(one.key.isalpha() for one in self.options)
        self.looked_for = ""
        """What is looked for among many; blank where all are shown."""
        self._shown: Sequence[int] = range(len(self.options))
        """The places of the options that are shown."""
        self._signs = signs(ascii_only=ascii_only)
        self._marks = (
            (self._signs.unchosen, self._signs.chosen)
            if self.single
            else (self._signs.unchecked, self._signs.checked)
        )

    def _key(self, option: Option) -> str:
        """The key of an option as the user has it: its own letter, or that of an id of the key table."""
        return keymap_of(self.app).say(option.key) if len(option.key) > 1 else option.key

    def _is_for(self, event: events.Key, option: Option) -> bool:
        if len(option.key) > 1:
            return event.key in map(named, parts(keymap_of(self.app).key(option.key).keys))
        return bool(option.key) and (event.character == option.key or event.key == named(option.key))

    @property
    def given(self) -> Any:
        """What is picked: a value or None, a frozenset of values, or a bool."""
        if self._tick:
            return bool(self._on)
        values = [self.options[place].value for place in sorted(self._on)]
        return (values[0] if values else None) if self.single else frozenset(values)

    @property
    def words(self) -> tuple[str, ...]:
        """What is picked, as words that a file can hold."""
        return tuple(str(self.options[place].value) for place in sorted(self._on))

    def put(self, words: Sequence[str]) -> None:
        """Pick what these words say, as far as it is still there."""
        self._on = {place for place, option in enumerate(self.options) if str(option.value) in words}
        self._cursor = min(self._on, default=0) if self.single else 0
        self.refresh()

    def _layout(self, width: int) -> list[tuple[int, Spot]]:
        """Where each option is that is shown, by its place: below each other; or across, in as many rows as
        it takes."""
        spots: list[tuple[int, Spot]] = []
        x, y = 0, int(self._searched)
        for place in self._shown:
            option = self.options[place]
            needs = min(width, cell_len(self._words(option)))
            if spots and (not self.across or x + needs > width):
                x, y = 0, y + 1 + len(spots[-1][1].below)
            below = () if self.across else self._below(option, width)
            spots.append((place, Spot(x, y, needs if self.across else width, below)))
            x += needs + OPTION_GAP
        return spots

    def _below(self, option: Option, width: int) -> tuple[str, ...]:
        """The rows of a remark that does not fit beside its option."""
        if not option.remark or cell_len(self._words(option)) <= width + 1:
            return ()
        return tuple(wrapped(show(option.remark), max(1, width - len(_INDENT))))

    def _words(self, option: Option) -> str:
        key = f"{self._key(option)} " if option.key else ""
        remark = f"  {option.remark}" if option.remark else ""
        return f" {self._marks[0]} {key}{show(option.words)}{show(remark)} "

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the options take at that width."""
        return max((spot.y + len(spot.below) for _, spot in self._layout(width)), default=0) + 1

    def render_line(self, y: int) -> Strip:
        """One row of options."""
        width = self.content_size.width
        if y == 0 and self._searched:
            return Strip([Segment(fit(f" {self._search_words}", width), self.rich_style + self._dim)], width)
        segments: list[Segment] = []
        x = 0
        for place, spot in self._layout(width):
            if spot.y == y:
                segments.append(Segment(" " * (spot.x - x), self.rich_style))
                segments += self._drawn(place, spot)
                x = spot.x + spot.width
            elif spot.y < y <= spot.y + len(spot.below):
                row = cut(_INDENT + spot.below[y - spot.y - 1], width, self._signs.more)
                segments.append(Segment(row, self.rich_style + self._dim))
                x = cell_len(row)
        segments.append(Segment(" " * max(0, width - x), self.rich_style))
        return Strip(segments).crop(0, width)

    def _drawn(self, place: int, spot: Spot) -> list[Segment]:
        option, on = self.options[place], place in self._on
        ground = self.rich_style
        if place == self._cursor and self.has_focus:
            ground += self._style("cursor")
        words = ground + self._style("on") if on else ground
        pieces = [
            (f" {self._marks[on]} ", words),
            (f"{self._key(option)} " if option.key else "", ground + self._style("key")),
            (show(option.words), words),
            ("  " if option.remark and not spot.below else " ", ground),
            (show(option.remark) if not spot.below else "", ground + self._dim),
        ]
        drawn: list[Segment] = []
        room = spot.width
        for text, style in pieces:
            shown = cut(text, room, self._signs.more)
            drawn.append(Segment(shown, style))
            room -= cell_len(shown)
        return [*drawn, Segment(" " * room, ground)]

    @property
    def _dim(self) -> Style:
        """The colour alone: muted text is blended with its ground, which a partial style leaves out."""
        return Style(color=self.get_component_rich_style("picks--dim").color)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"picks--{name}", partial=True)

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    @property
    def _search_words(self) -> str:
        if not self.looked_for:
            return f"{len(self.options)} to choose from; letters look for one"
        return f"Search: {show(self.looked_for)}_{'' if self._shown else '  nothing fits'}"

    def on_key(self, event: events.Key) -> None:
        if self._looks_for(event):
            event.stop()
            event.prevent_default()
            return
        for place, option in enumerate(self.options):
            if self._is_for(event, option):
                event.stop()
                event.prevent_default()
                self._take(place, toggle=not self.single, meant=True)

    def _looks_for(self, event: events.Key) -> bool:
        """Whether a key was for what is looked for among many."""
        # Any of several are marked by the space bar, also while one is looked for.
        space = event.key == "space" and not (self.single and self.looked_for)
        written = event.character if event.is_printable and not space else None
        if not self._searched or not (self.looked_for or (written is not None and written.isalpha())):
            return False
        if written is not None:
            self._look_for(f"{self.looked_for}{written}"[:_LONGEST_SEARCH])
        elif event.key == "backspace":
            self._look_for(self.looked_for[:-1])
        elif event.key in map(named, parts(keymap_of(self.app).key("form.leave").keys)):
            self._look_for("")
        else:
            return False
        return True

    def _look_for(self, words: str) -> None:
        """Show the options that have these words in them, with the cursor on the first; all for none."""
        self.looked_for = words
        self._shown = [
            place for place, one in enumerate(self.options) if fits(f"{one.words} {one.remark}", words)
        ]
        if words and self._shown:
            self._take(self._shown[0], toggle=False) if self.single else self._move(self._shown[0])
        self.refresh(layout=True)

    @property
    def _number(self) -> int:
        """Which of the options shown the cursor is on."""
        return self._shown.index(self._cursor) if self._cursor in self._shown else 0

    def on_click(self, event: events.Click) -> None:
        for place, spot in self._layout(self.content_size.width):
            if spot.y <= event.y <= spot.y + len(spot.below) and spot.x <= event.x < spot.x + spot.width:
                self._take(place, toggle=not self.single, meant=True)

    def action_pick(self) -> None:
        """Pick the option under the cursor, or take its mark away."""
        if self._cursor not in self._shown:
            return
        self._take(self._cursor, toggle=not self.single, meant=True)

    def action_go(self, by: int) -> None:
        """The next option; of one to choose it is picked at once."""
        if not self._shown:
            return
        place = self._shown[max(0, min(self._number + by, len(self._shown) - 1))]
        if self.single:
            self._take(place if self._on else self._cursor, toggle=False)
        else:
            self._move(place)

    def action_leave_or_go(self, by: int) -> None:
        """The next option below, or the next field from the last one on."""
        end = self._number + by
        if self.across or not 0 <= end < len(self._shown):
            self.screen.focus_next() if by > 0 else self.screen.focus_previous()
        else:
            self.action_go(by)

    def _take(self, place: int, *, toggle: bool, meant: bool = False) -> None:
        """Pick an option; `meant`: it itself was pressed, not come by on the way to another."""
        self._on = self._on ^ {place} if toggle else {place}
        self._move(place)
        self.post_message(self.Chosen(at_once=meant and self.options[place].at_once))

    def _move(self, place: int) -> None:
        self._cursor = place
        self.refresh()
        self.post_message(self.Moved())

    @property
    def row(self) -> int:
        """The row of the cursor."""
        spots = dict(self._layout(max(1, self.content_size.width)))
        return spots[self._cursor].y if self._cursor in spots else 0

    @property
    def row_region(self) -> Region:
        """Where the cursor's row is on the screen."""
        return Region(self.region.x, self.region.y + self.row, self.region.width, 1)
