"""What a user does to cards: each key opens the form for it, and what that gives is one step.

Forms are imported when the first is opened: the board does not wait for them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, assert_never

from textual.screen import Screen

from store.changes.moves import drop_event
from store.interview import AnyEvent
from store.rules.board import Card
from store.rules.next_deeds import Task
from tui.screens.board_state import BoardState
from tui.screens.calling import Calling
from tui.screens.consequences import Consequences
from tui.screens.editor_host import EditorHost
from tui.screens.marking_sent import MarkingSent
from tui.screens.sending import Sending
from tui.screens.steps import Steps
from tui.screens.taking_in import FORM as TAKE_IN
from tui.screens.taking_in import TakingIn
from tui.words.applies import CHANGES_NOTHING, why_not

if TYPE_CHECKING:
    from store.database.autosave import FormPad
    from tui.forms.context import FormContext
    from tui.forms.done import Done
    from tui.forms.fields import Sheet
    from tui.screens.call_sheet import CallOutcome


_FORMS = frozenset({"facts", "heard", "owes", "keep_in_touch", "next_round", "call", "sent", "asked"})
"""The forms of cards beside those for several that can be gone on with by their names alone."""
_GONE = "That interview is no longer there; another window has deleted it."


def forms_for_several() -> Mapping[str, Callable[[FormContext, Sequence[Card]], Sheet[Done]]]:
    """The forms that act on one card or several, by the names of their actions."""
    from tui.forms import outcome, promise, skip

    return {
        "promise": promise.sheet,
        "outcome": outcome.sheet,
        "snooze": promise.snooze_sheet,
        "skip": skip.sheet,
    }


class CardActions:
    """Does what a key asks for to the card under the cursor, or to those marked."""

    def __init__(
        self, screen: Screen[Any], state: BoardState, steps: Steps, editor: EditorHost, sending: Sending,
        marking: MarkingSent, consequences: Consequences,
    ) -> None:  # fmt: skip
        self._screen = screen
        self._state = state
        self._service = state.service
        self._steps = steps
        self._editor = editor
        self._sending = sending
        self._marking = marking
        self._consequences = consequences
        self._taking_in = TakingIn(screen, state, steps, self._add)
        self._calling = Calling(screen, state, steps, editor, consequences)
        self._with_one: Mapping[str, Callable[[Card], None]] = {
            "edit": self._edit,
            "facts": self._edit_facts,
            "draft": self._draft,
            "call": self._call,
            "heard": self._heard,
            "owes": self._owes,
            "keep_in_touch": self._keep_in_touch,
            "next_round": self._next_round,
            "copy": marking.copy,
            "people": self._people,
        }
        self._with_several: Mapping[str, Callable[[list[Card]], None]] = {
            "sent": self._sent,
            "asked": self._asked,
            "delete": self._delete,
        }
        self._with_event: Mapping[str, Callable[[Card, AnyEvent], None]] = {
            "correct": self.correct,
            "take_back": self._take_back,
        }

    # Which cards

    def do(self, name: str) -> None:
        """Do what the action of that name does; where it has no card, or may not change one, say so."""
        if not self._may_do(name):
            return
        if name == "add":
            self._add()
        elif name == "take_in":
            self._taking_in.ask()
        # Whatever is marked: some are for one card only.
        elif cards := self._under_cursor() if name in self._with_one else self._chosen():
            self._do(name, cards)

    def do_from_page(self, card_id: str, name: str, event_id: str | None) -> None:
        """Do what was asked for on the page of a card, perhaps to one of its events."""
        if not self._may_do(name):
            return
        card = self._state.board.card(card_id)
        if card is None:
            self._state.say(_GONE, "warn")
        elif name not in self._with_event:
            self._do(name, [card])
        elif (event := next((one for one in card.interview.events if one.id == event_id), None)) is None:
            self._state.say("That event is no longer there; another window has taken it back.", "warn")
        else:
            self._with_event[name](card, event)

    def do_task(self, task: Task) -> None:
        """Do what is best done now, as its card's own key would."""
        if not self._state.may_change():
            return
        card = task.card
        match task.deed.do:
            case "answer":
                self._editor.write(card, purpose="reply")
            case "debrief":
                self._debrief(card)
            case "thank":
                to = task.deed.to[0] if task.deed.to else None
                self._editor.write(card, purpose="thanks", to=card.interview.person(to))
            case "write":
                self._editor.write(card, purpose="status")
            case "call":
                self._calling.call(card, self._called)
            case "deliver":
                self._editor.write(card, purpose="delivery", of=task.deed.of)
            case "find":
                self._edit_facts(card, first="interviewers")
            case never:
                assert_never(never)

    def _may_do(self, name: str) -> bool:
        return _key_of(name) in CHANGES_NOTHING or self._state.may_change()

    def _why_not(self, name: str, card: Card) -> str:
        return why_not(_key_of(name), self._state.situation(card), self._state.keymap)

    def _do(self, name: str, cards: list[Card]) -> None:
        """Do it to these cards, of which there is one at least, or to the last rounds instead."""
        self._consequences.on_which(name, cards, lambda chosen: self._do_here(name, chosen))

    def _do_here(self, name: str, cards: list[Card]) -> None:
        if not cards:
            self._state.say(_GONE, "warn")
            return
        alone = cards[0] if len(cards) == 1 else None
        if alone is not None and (why := self._why_not(name, alone)):
            self._state.say(why)
        else:
            self._begin(name, cards)

    def _begin(self, name: str, cards: list[Card]) -> None:
        if name in self._with_one:
            self._with_one[name](cards[0])
        elif name in self._with_several:
            self._with_several[name](cards)
        else:
            self._ask_of_several(name, cards)

    def _ask_of_several(self, name: str, cards: list[Card]) -> None:
        sheet = forms_for_several()[name](self._state.form_context, cards)

        def then(done: Done) -> None:
            if done.next_round is not None:
                self._next_round(self._state.latest(cards[0]), done.next_round)
                return
            self._consequences.ended(done, cards)
            if name == "outcome" and len(cards) == 1:
                self._calling.settle(cards[0])

        if name == "outcome":
            sheet = self._calling.with_notes(sheet, cards[0]) if len(cards) == 1 else sheet
            sheet = self._consequences.considered(sheet, cards)
        self._steps.ask(sheet, name, [card.id for card in cards], then=then)

    def go_on(self, pad: FormPad) -> None:
        """Open the form again that this was typed in; where its cards are gone, say so."""
        cards = [card for one in pad.interviews if (card := self._state.board.card(one)) is not None]
        if not self._state.may_change():
            return
        if pad.form == "add":
            self._add(pad.event)
        elif pad.form == TAKE_IN:
            self._taking_in.ask()
        elif not cards:
            self._state.say(_GONE, "warn")
        elif pad.form == "debrief":
            self._debrief(cards[0])
        elif pad.form == "called" and len(pad.preset) == 2 and self._calling.knows(pad.preset[0]):
            self._calling.note(cards[0], *pad.preset)
        elif pad.form == "correct":
            self.do_from_page(cards[0].id, pad.form, pad.event)
        elif pad.form == "settled" and pad.preset:
            self._sending.ask_settled(cards[0], pad.preset)
        elif pad.form in _FORMS or pad.form in forms_for_several():
            # Whatever has become of the card: what was typed is to be seen again.
            self._begin(pad.form, cards)
        else:
            self._state.say(
                "ringback has no such form; `ringback doctor` says in which file it lies.", "warn"
            )

    def _chosen(self) -> list[Card]:
        """The cards marked, or the one under the cursor; none, and said so, where there is no card."""
        marked = [card for card in self._state.board.cards() if card.id in self._state.marked]
        return marked or self._under_cursor()

    def _under_cursor(self) -> list[Card]:
        if self._state.card is None:
            self._state.say_no_card()
            return []
        return [self._state.card]

    # Adding and editing

    def _add(self, event: str = "", typed: FormPad | None = None) -> None:
        """A new interview; `typed` is what a text says of it, which `event` tells from other texts."""
        from tui.forms import add
        from tui.forms.known import known

        everyone = known(self._service.book.interviews.values())
        self._steps.ask(
            add.sheet(self._state.form_context, everyone), "add", event=event, typed=typed,
            then=self._consequences.added,
        )  # fmt: skip

    def _next_round(self, card: Card, notes: str = "") -> None:
        """A new interview that goes on from this one."""
        from tui.forms import next_round
        from tui.forms.known import known

        everyone = known(self._service.book.interviews.values())
        sheet = next_round.sheet(self._state.form_context, everyone, card.interview, notes)

        def then(done: Done) -> None:
            self._consequences.added(done)
            if notes:
                self._calling.settle(card)

        self._steps.ask(sheet, "next_round", [card.id], then=then)

    def _edit(self, card: Card) -> None:
        """The debrief where the interview has ended and nothing has been noted of it yet, else the facts."""
        if card.to_debrief:
            self._debrief(card)
        else:
            self._edit_facts(card)

    def _debrief(self, card: Card) -> None:
        from tui.forms import debrief

        self._steps.ask(debrief.sheet(self._state.form_context, card), "debrief", [card.id])

    def _edit_facts(self, card: Card, first: str = "") -> None:
        """The form with its facts, beginning at the field of that name."""
        from tui.forms import edit
        from tui.forms.known import known

        everyone = known(self._service.book.interviews.values())
        self._steps.ask(
            edit.sheet(self._state.form_context, everyone, card.interview, first), "facts", [card.id]
        )

    # Writing and calling

    def _draft(self, card: Card) -> None:
        """Write what the card asks for: thanks, a call from the sheet, a status mail, or a reply."""
        if card.column == "upcoming":
            self._editor.write(card, purpose="reply")
        elif card.follow_up is not None and card.follow_up.channel == "call":
            self._calling.call(card, self._called)
        else:
            self._editor.write(card)

    def _call(self, card: Card) -> None:
        self._calling.call(card, self._called)

    def _called(self, card: Card, outcome: CallOutcome) -> None:
        """Ask what came of the call, or do what the sheet was left for."""
        from tui.forms import called

        if outcome.kind == "draft":
            self._editor.write(card, purpose="status")
        elif outcome.kind in called.WORDS:
            self._calling.note(card, outcome.kind, outcome.person_id or "")
        else:
            self._do_here(outcome.kind, [card])

    def _people(self, card: Card) -> None:
        """Its people as codes, for the phone."""
        from tui.screens.people_codes import PeopleCodes

        PeopleCodes(self._screen, self._state).show(card)

    def _sent(self, cards: list[Card]) -> None:
        """Mark the thank-you as sent; where no thanks are open, that the user has asked in writing."""
        from tui.forms import asked

        if all(map(asked.is_asking, cards)):
            self._asked(cards)
        else:
            self._marking.mark_sent([card for card in cards if not asked.is_asking(card)])

    def _asked(self, cards: list[Card]) -> None:
        from tui.forms import asked

        self._steps.ask(asked.sheet(self._state.form_context, cards), "asked", [card.id for card in cards])

    def _heard(self, card: Card) -> None:
        """They got in touch."""
        from tui.forms import heard

        sheet = self._calling.with_notes(heard.sheet(self._state.form_context, card), card)
        self._steps.ask(sheet, "heard", [card.id], then=lambda done: self._calling.settle(card))

    def _owes(self, card: Card) -> None:
        """What the user has promised them."""
        from tui.forms import owes

        self._steps.ask(
            owes.sheet(self._state.form_context, card), "owes", [card.id],
            then=lambda done: self._editor.say(done.words),
        )  # fmt: skip

    def _keep_in_touch(self, card: Card) -> None:
        """A day on which a closed card comes up again."""
        from tui.forms import keep_in_touch

        self._steps.ask(keep_in_touch.sheet(self._state.form_context, card), "keep_in_touch", [card.id])

    # Taking away, and the history

    def _delete(self, cards: list[Card]) -> None:
        """Ask once, then delete; undo brings it back."""
        from tui.forms import confirm

        words, ids = confirm.delete_words(cards), [card.id for card in cards]

        def then(yes: bool | None) -> None:
            if yes:
                self._steps.begin(words, lambda: self._service.delete(words, ids))

        self._screen.app.push_screen(confirm.confirm_delete(cards), then)

    def _take_back(self, card: Card, event: AnyEvent) -> None:
        """Take an event off a card's history."""
        from store.rules.words import told

        words = f"{card.interview.company}: took back “{told(event, card.interview, self._service.zone)}”"
        self._steps.begin(words, lambda: self._service.move(words, [card.id], drop_event(event.id)))

    def correct(self, card: Card, event: AnyEvent) -> None:
        """Open the form of an event, as it stands."""
        from tui.forms import correct

        sheet = correct.sheet(self._state.form_context, card, event)
        self._steps.ask(sheet, "correct", [card.id], event=event.id)


def _key_of(name: str) -> str:
    """The id of the key on the board that does what has this name."""
    return "code.show" if name == "people" else f"card.{name}"
