"""The last read: each person's text whole, the ways it can leave by, and then whether it has been sent."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import ClassVar, TypeAlias

from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from store.rules.words import CHANNEL_WORDS
from store.text import show
from templates.phone_codes import PhoneMessage
from tui import background, tones
from tui.bindings import bindings, keymap_of
from tui.handover.outgoing import Handed, HandedOver, HandoverOutcome, Means, Outgoing, Progress, WayId
from tui.handover.ways import HandoverWay, Offer, offer
from tui.keymap import Keymap
from tui.keys import HANDOVER_KEYS
from tui.messages.reader_rows import ReaderRow
from tui.screens.qr import CodeScreen
from tui.signs import signs
from tui.terminal.drivers import write_out
from tui.widgets.key_rows import KeyRows, toned
from tui.widgets.text_line import TextLine
from tui.words.handover import ROOMY, asked, bottom, heads, measure, standing, way_lines, way_rows
from tui.words.lines import MARGIN, Piece
from tui.words.phone_codes import message_codes
from tui.words.reader_lines import reader_lines

_STYLES = tones.styles()
WIDEST_TEXT = 100
"""Cells, as the style sheet has it: longer lines are hard to read."""


Record: TypeAlias = Callable[[Handed], Awaitable[str | None]]


NoteHanded: TypeAlias = Callable[[Outgoing, WayId, str], Awaitable[None]]
"""Told of a text, the way it took, and its Message-ID, blank where it carries none."""


async def _nothing(handed: Handed) -> str | None:
    return None


async def _unnoted(text: Outgoing, way: WayId, message_id: str) -> None:
    """Nobody wants to know."""


class LastRead(ModalScreen[HandedOver | None]):
    """Shows finished texts for a last read and hands them over, one person after the other.

    Closes with what was done, or None where nothing was. It asks whether a text has been sent and takes no
    for an answer. `record` stores at once that one has; it gives a sentence where that failed, and the text
    stays before the user. `handed` is told of each text that has been handed over. `rows` say of each text in
    a few words what its reader gets; they are shown where there are several. `closes` says what sending means
    for the card.
    """

    CSS_PATH: ClassVar = Path(__file__).with_name("last_read.tcss")
    VERTICAL_BREAKPOINTS = [(0, "-low"), (ROOMY, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HANDOVER_KEYS)]
    AUTO_FOCUS = ""

    def __init__(
        self,
        texts: Sequence[Outgoing],
        means: Means,
        now: Callable[[], datetime],
        *,
        title: str,
        rows: Sequence[ReaderRow] = (),
        closes: str = "",
        record: Record = _nothing,
        handed: NoteHanded = _unnoted,
        ascii_only: bool = False,
    ) -> None:
        super().__init__()
        self._record = record
        self._note_handed = handed
        self.progress = Progress(texts)
        self._rows = rows
        self._closes = closes
        self.means = means
        self.now = now
        self.company = title
        self.ascii_only = ascii_only
        self.asking = False
        """Whether the question is open if this text has been sent."""
        self._offers: dict[int, Offer] = {}
        self._busy = False
        self._message: Piece | None = None

    def compose(self) -> ComposeResult:
        with Vertical(id="last-read"):
            yield TextLine(id="last-title")
            yield Static(self._table(), id="last-readers")
            yield Static(self._heads(), id="last-heads")
            with VerticalScroll(id="last-scroll", can_focus=False):
                yield Static(Content(show(self.text.text, lines=True)), id="last-text")
            yield TextLine(id="last-measure")
            yield KeyRows(id="last-ways")
            yield KeyRows(id="last-said")

    def on_mount(self) -> None:
        # Before the first layout, heights would be kept that no longer fit the text.
        self.call_after_refresh(self.paint)

    def on_resize(self) -> None:
        self.paint()

    # What is shown

    @property
    def text(self) -> Outgoing:
        """The text that is shown."""
        return self.progress.text

    @property
    def keymap(self) -> Keymap:
        """The keys as the user has them."""
        return keymap_of(self.app)

    @property
    def offer(self) -> Offer:
        """The ways for it."""
        place = self.progress.place
        if place not in self._offers:
            self._offers[place] = offer(self.text, self.means)
        return self._offers[place]

    def paint(self) -> None:
        """Show the text, the ways and what there is to say."""
        if not self.is_mounted or not self.children:
            return  # not there yet, or on its way out: what holds it is gone before it is
        channel = CHANNEL_WORDS[self.text.channel]
        several = len(self.progress.texts)
        count = f"{self.progress.place + 1} of {several} · " if several > 1 else ""
        self.query_one("#last-title", TextLine).say(
            [("Last read", "strong"), (f" · {self.company}", "plain")], [(count + channel, "dim")]
        )
        readers = self.query_one("#last-readers", Static)
        readers.display, readers.content = self._high, self._table()
        self.query_one("#last-heads", Static).content = self._heads()
        self.query_one("#last-text", Static).content = Content(show(self.text.text, lines=True))
        state = standing(self.progress.way, sent=self.progress.sent) or self._closes
        self.query_one("#last-measure", TextLine).say([(measure(self.text), "dim")], [(state, "strong")])
        self.query_one("#last-ways", KeyRows).say(self._way_list())
        self.query_one("#last-said", KeyRows).say([self._bottom()])

    @property
    def _high(self) -> bool:
        return self.app.size.height >= ROOMY

    @property
    def _width(self) -> int:
        """Cells of what is fitted to the page's width."""
        return max(1, min(self.app.size.width - 2 * MARGIN, WIDEST_TEXT))

    def _table(self) -> Content:
        """Who gets what, a row each; the one whose text is shown is marked."""
        if len(self._rows) < 2 or not self._high:
            return Content("")
        set_of_signs = signs(ascii_only=self.ascii_only)
        return toned(reader_lines(self._rows, self.progress.place, self._width, set_of_signs))

    def _heads(self) -> Content:
        rows = [row for row in heads(self.text, self.means) if self._high or row[0] != "From"]
        pad = max(len(label) for label, _ in rows) + 2
        return Content("\n").join(
            Content.assemble(
                (label.ljust(pad), _STYLES["dim"]),
                (show(value), _STYLES["plain" if label == "From" else "strong"]),
            )
            for label, value in rows
        )

    def _way_list(self) -> list[list[Piece]]:
        return (way_lines if self._high else way_rows)(self.offer, self._width, self.keymap)

    def _bottom(self) -> list[Piece]:
        if self.asking:
            return asked(None if self._message is None else self._message[0], self.keymap)
        if self._message is not None:
            return [self._message]
        return bottom(self.keymap, several=len(self.progress.texts) > 1)

    def say(self, words: str, tone: str = "strong") -> None:
        """Say something in the bottom line."""
        self._message = (words, tone)
        self.paint()

    # Moving about

    def action_turn(self, by: int) -> None:
        """To another person's text."""
        if self._busy:
            self.say("The last one is still at work.", "warn")
        elif len(self.progress.texts) == 1:
            self.say("This is the only text: there is nobody else to turn to.")
        else:
            self.progress.turn(by)
            self._show_from_the_top()

    def _show_from_the_top(self) -> None:
        self.query_one("#last-scroll", VerticalScroll).scroll_home(animate=False)
        self._show()

    def _show(self) -> None:
        self.asking = False
        self._message = None
        self.paint()

    def action_scroll_text(self, by: int) -> None:
        """The text up or down by lines."""
        self.query_one("#last-scroll", VerticalScroll).scroll_relative(y=by, animate=False)

    # Handing over

    def action_way(self, name: WayId) -> None:
        """Hand the text over by one of the ways."""
        way = next((one for one in self.offer.ways if one.id == name), None)
        if way is None or self._busy:
            waiting = "The last one is still at work." if self._busy else "That way is not open here."
            self.say(" ".join([waiting, *self.offer.missing]), "warn")
            return
        self.asking = False
        self._busy = True
        background.begin(self, partial(self._hand, way), group="handover")

    async def _hand(self, way: HandoverWay) -> None:
        try:
            if way.codes is not None:
                outcome = await self._show_codes(way, way.codes)
            elif way.needs_terminal:
                outcome = self._in_the_terminal(way)
            else:
                self.say(f"{way.title} …", "dim")
                outcome = await asyncio.to_thread(way.run, self.now())
            outcome = self._written(outcome)
            if outcome.ok and way.id != "editor":
                await self._note_handed(self.text, way.id, outcome.message_id)
        finally:
            self._busy = False
        self._done(way, outcome)

    async def _show_codes(self, way: HandoverWay, message: PhoneMessage) -> HandoverOutcome:
        codes = message_codes(message, self.text.name)
        await self.app.push_screen_wait(CodeScreen(codes, ascii_only=self.ascii_only))
        return way.run(self.now())

    def _in_the_terminal(self, way: HandoverWay) -> HandoverOutcome:
        try:
            with self.app.suspend():
                return way.run(self.now())
        except SuspendNotSupported:
            return HandoverOutcome(f"{way.title} needs the terminal, and cannot have it here.", ok=False)

    def _written(self, outcome: HandoverOutcome) -> HandoverOutcome:
        """Write what the outcome still needs to the terminal."""
        if not outcome.sequence:
            return outcome
        if not write_out(self.app, outcome.sequence):
            return HandoverOutcome("There is no terminal to send it to.", ok=False)
        return outcome

    def _done(self, way: HandoverWay, outcome: HandoverOutcome) -> None:
        if outcome.ok:
            self.progress.handed(way.id)
        self.asking = outcome.ok and self.text.channel != "call" and way.id != "editor"
        self.say(outcome.said, "strong" if outcome.ok else "warn")

    # Sent?

    async def action_sent(self) -> None:
        """The user says that this text has been sent: that is stored before anything else is shown."""
        if self._busy:
            return
        if not self.progress.sent:
            self._busy = True
            try:
                text = self.text
                trouble = await self._record(Handed(text.to, text.channel, self.progress.way, sent=True))
            finally:
                self._busy = False
            if trouble:
                self.asking = False
                self.say(trouble, "warn")
                return
        self._answer(sent=True)

    def action_not_yet(self) -> None:
        """The user says that it has not been sent."""
        if self._busy:
            return
        if self.progress.sent:
            undo = self.keymap.say("board.undo")
            self.say(f"That it was sent is recorded; {undo} on the board takes it back.", "warn")
        elif self.asking:
            self._answer(sent=False)
        else:
            back = self.keymap.say("handover.back")
            self.say(f"It has not been handed over yet; {back} goes back, and nothing is noted.")

    def _answer(self, *, sent: bool) -> None:
        if not self.query("#last-scroll"):
            return  # the board was left while the disk was at work
        if self.progress.answer(sent=sent):
            self._show_from_the_top()
        else:
            self._close()

    def action_back(self) -> None:
        """From the question to the text, from there out."""
        if self._busy:
            self.say("The last one is still at work.", "warn")
        elif self.asking:
            self._show()
        else:
            self._close()

    def _close(self) -> None:
        self.dismiss(self.progress.result())
