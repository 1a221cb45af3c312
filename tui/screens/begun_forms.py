"""The forms that were begun and are not saved: kept beside the database, and offered in one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from store import spans
from store.database.autosave import FormPad, PadKey
from store.database.left_behind import drop_form, forms_left, of_one_gone
from tui.messages.autosaver import Autosaver
from tui.screens.board_state import BoardState


class OpenForm:
    """What is typed in one form while it is open: a plain record, which a form on the screen shows."""

    def __init__(self, pad: FormPad, forms: BegunForms) -> None:
        self.pad = pad
        self.read: Callable[[], None] = lambda: None
        """Takes in what stands on the screen at this moment."""
        self._forms = forms
        self._stored = False

    def type(self, texts: Mapping[str, str], picks: Mapping[str, tuple[str, ...]]) -> None:
        """This is what the form holds now. Never waits."""
        # A message that comes late, when the form is closed, is no word of the user's any more.
        if self._stored or self not in self._forms.still_open:
            return
        if (dict(texts), dict(picks)) != (self.pad.texts, self.pad.picks):
            self.pad = replace(self.pad, texts=dict(texts), picks=dict(picks), at=self._forms.now())
            self._forms.keep(self.pad)

    def stored(self) -> None:
        """The database has what it holds: nothing of it is on the disk any more. From any thread."""
        self._stored = True
        self._forms.take_off_the_disk(self.pad.key)

    def drop(self) -> None:
        """The form is closed, and what it held is stored or thrown away."""
        self._forms.closed(self)
        self._forms.drop(self.pad.key)

    def lay_aside(self) -> bool:
        """The form is closed; what it held is kept, and the board says so. False where it held nothing."""
        if not self._forms.closed(self):
            return False
        self._forms.say_kept(self.pad)
        return True

    def set_down(self) -> None:
        """It is closed for something else that is done; what it held waits for it, and nothing is said.

        What is only picked, and no text, is kept while the board is open.
        """
        if self._forms.closed(self) and not self.pad.texts:
            self._forms.keep_in_memory(self.pad)


class BegunForms:
    """Knows what was typed in forms and not saved, in this board and in those that have ended."""

    def __init__(self, state: BoardState, autosaver: Autosaver, go_on: Callable[[FormPad], None]) -> None:
        """`go_on` opens the form of a pad."""
        self._state = state
        self._service = state.service
        self._autosaver = autosaver
        self._go_on = go_on
        self.still_open: list[OpenForm] = []
        self._kept: dict[PadKey, FormPad] = {}
        self._left: dict[Path, FormPad] = {}
        self._offered: tuple[FormPad, bool, tuple[str, str] | None] | None = None
        """A form that the bottom line speaks of, whether `esc` throws it away, and the line itself."""
        self._answerable: tuple[FormPad, bool] | None = None
        """The form that the key now pressed may be an answer to."""

    def now(self) -> datetime:
        """This instant, in UTC."""
        return self._service.clock.now()

    # Forms that are open

    def open(self, fresh: FormPad) -> OpenForm:
        """Begin that form, with what was typed in it and not saved, if anything was."""
        pad = self.kept(fresh.key)
        opened = OpenForm(fresh if pad is None else replace(pad, title=fresh.title), self)
        self.still_open.append(opened)
        return opened

    def closed(self, form: OpenForm) -> bool:
        """It is no longer on the screen; whether it was until now."""
        if form not in self.still_open:
            return False
        self.still_open.remove(form)
        return True

    def keep(self, pad: FormPad) -> None:
        """Put this on the disk soon; nothing where nothing is left in it."""
        if pad.blank:
            self._kept.pop(pad.key, None)
            self._autosaver.form_settled(pad.key)
        else:
            self._kept[pad.key] = pad
            self._autosaver.publish_form(pad)

    def keep_in_memory(self, pad: FormPad) -> None:
        """Have what is kept of that form end with this board."""
        self.drop(pad.key)
        if not pad.blank:
            self._kept[pad.key] = pad

    def kept(self, key: PadKey) -> FormPad | None:
        """What was typed in that form and not saved, in this board or one that has ended."""
        self._look_for_left()
        if key in self._kept:
            return self._kept[key]
        left = [one for one in self._left.values() if one.key == key]
        return max(left, key=lambda one: one.at, default=None)

    def drop(self, key: PadKey) -> None:
        """Keep nothing of that form any more, from whichever board it is."""
        self._kept.pop(key, None)
        self._autosaver.form_settled(key)
        for file in [file for file, pad in self._left.items() if pad.key == key]:
            drop_form(file)
            del self._left[file]

    def take_off_the_disk(self, key: PadKey) -> None:
        """Let nothing of that form be left to the next start, from now on. From any thread."""
        self._autosaver.form_settled(key)
        self._autosaver.flush()
        for file, pad in [*self._left.items()]:
            if pad.key == key:
                drop_form(file)

    def take_in(self) -> None:
        """Take in what stands in the open forms at this moment; also from a signal's handler."""
        for form in [*self.still_open]:
            form.read()

    # What is said of those that are not

    def _look_for_left(self) -> None:
        self._left = forms_left(self._service.path)

    def note_left(self) -> None:
        """Note the forms that cannot be offered."""
        self._look_for_left()
        for file, pad in self._left.items():
            if pad.interviews and not any(map(self._state.board.card, pad.interviews)):
                whose = self._service.whose(pad.interviews[0])
                self._service.notes.append(of_one_gone(file, whose))

    def offer_left(self) -> None:
        """Offer to go on with the form that was left last by a board that has ended.

        Those there are `note_left` has found.
        """
        if self._state.at is not None:
            return
        there = [
            pad for pad in self._left.values()
            if not pad.interviews or any(map(self._state.board.card, pad.interviews))
        ]  # fmt: skip
        if there:
            pad = max(there, key=lambda one: one.at)
            more = f" ({len(there) - 1} more wait in their forms)" if len(there) > 1 else ""
            self._say(pad, f"was begun {self._when(pad.begun)} and not saved", "lets it lie", more)

    def say_kept(self, pad: FormPad) -> None:
        """Say that it is kept, and what may be done with it."""
        self._autosaver.flush()
        trouble = self._autosaver.trouble
        state = f"is not on the disk ({trouble}), but kept while the board is open" if trouble else "is kept"
        self._say(pad, state, "throws it away")

    def _say(self, pad: FormPad, state: str, esc: str, more: str = "") -> None:
        on, back = self._state.keymap.say("card.open"), self._state.keymap.say("board.back")
        notes = f" {self._state.message[0]}" if self._state.message is not None else ""
        self._state.say(f"“{pad.title}” {state}: {on} goes on, {back} {esc}{more}.{notes}")
        self._offered = pad, esc == "throws it away", self._state.message

    def _when(self, begun: datetime) -> str:
        here, today = begun.astimezone(self._service.zone), self.now().astimezone(self._service.zone).date()
        time = spans.clock_time(here)
        return f"at {time}" if here.date() == today else f"on {here:%a} {here.day} {here:%b} {time}"

    def pressed(self) -> None:
        """A key was pressed: it is an answer only while the bottom line asks for one."""
        offered, self._offered = self._offered, None
        asked = offered is not None and offered[2] is self._state.message
        self._answerable = offered[:2] if offered is not None and asked else None

    def lapse(self) -> None:
        """Something else was done; no key is an answer any more."""
        self._offered = self._answerable = None

    def accept(self) -> bool:
        """Go on with the form that is spoken of; False where none is."""
        answerable, self._answerable = self._answerable, None
        if answerable is not None:
            pad = answerable[0]
            if self.kept(pad.key) is None:
                self.keep(pad)  # it has just been thrown away
            self._go_on(pad)
        return answerable is not None

    def refuse(self) -> bool:
        """Let it lie, or throw away what has just been laid aside; False where none is spoken of."""
        answerable, self._answerable = self._answerable, None
        if answerable is not None and answerable[1]:
            pad, on = answerable[0], self._state.keymap.say("card.open")
            self.drop(pad.key)
            self._state.say(f"“{pad.title}” is thrown away; {on} brings it back.")
            self._offered = pad, False, self._state.message
        return answerable is not None

    @property
    def unwritten(self) -> list[FormPad]:
        """Those of which the disk has nothing."""
        return [pad for pad in self._autosaver.unwritten() if isinstance(pad, FormPad)]
