"""A user who works at the board in a true terminal, at random, and remembers everything."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from tests.terminal.key_scripts.keyboard import Keyboard
from tests.terminal.key_scripts.memory import Card, Facts, Field, FormKey, Memory, OpenForm, Typed

OFFERED = "and not saved: enter goes on"
TITLES = {
    "add": "Add an interview", "debrief": "Debrief: ", "promise": "they answer by", "heard": "got in touch",
    "outcome": "how did it end?", "snooze": "do not ask me to call", "call": "add a question",
}  # fmt: skip
"""By what on the screen a form is known to be open."""
WHILE_OPEN = ("promise", "heard", "snooze")
"""What changes nothing on a closed card, and is refused there."""
ASKING = "every letter writes your question"
COMMANDS = "aedsxcprozDuUqEyGgjkhltT"
"""The letters of all words that are typed: each would do something on the board."""


def words(dice: random.Random) -> Iterator[str]:
    """Words without end, none of which is part of another."""
    number = 0
    while True:
        number += 1
        yield f"Z{number:02}{''.join(dice.choices(COMMANDS, k=5))}Q"


class User:
    """One life of the board, from a start to its end."""

    def __init__(
        self, keyboard: Keyboard, memory: Memory, fresh: Iterator[str], begun: Callable[[str], str]
    ) -> None:
        """`fresh` gives words that nobody has typed yet; `begun` the text of a first letter, by company."""
        self.keyboard = keyboard
        self.terminal = keyboard.terminal
        self.dice = keyboard.dice
        self.memory = memory
        self._fresh = fresh
        self._begun = begun
        self.current = ""
        """The company of the card under the cursor; blank where the user has not looked."""
        self._press, self._see = keyboard.press, self.terminal.wait_for

    def live(self) -> None:
        """Go on until the board is left, by the user or by what takes the keyboard away."""
        while True:
            step = self.dice.choice(self._steps())
            if step == self.quit:
                return self.quit()
            step()

    def go_on(self, key: FormKey) -> None:
        """Go on with the form that the board offers to go on with."""
        self._see(OFFERED)
        self._press("enter")
        self._again(key)

    def _steps(self) -> list[Callable[[], None]]:
        memory, cards = self.memory, self.memory.facts
        steps: list[Callable[[], None]] = [self.help, self.filter, self.quit]
        if len(cards) < 6:
            steps += [self.add] * (3 if cards else 9)
        if cards:
            steps += [self.page, self.keep]
        if any(card.owed for card in cards.values()):
            steps += [self.write] * 4 + [self.debrief, self.debrief, self.send]
        if any(not card.is_closed for card in cards.values()):
            steps += [self.promise, self.heard, self.snooze, self.outcome, self.call, self.call]
        if memory.done:
            steps += [self.undo, self.undo]
        return steps

    # What a user does

    def help(self) -> None:
        """Look at the keys."""
        self._press("?")
        self._see("Here and now")
        self._press("j", "j", "escape")
        self._gone("Here and now")

    def filter(self) -> None:
        """Filter by a word that fits no card, and think better of it."""
        self._press("/")
        self.keyboard.write(next(self._fresh))
        self._press("escape")
        self.current = ""

    def page(self) -> None:
        """Look at a whole card."""
        self._choose(lambda card: True)
        self._press("enter")
        self._see("esc back")
        self._press("escape")
        self._gone("esc back")

    def quit(self) -> None:
        """Leave."""
        self._press("q")

    def add(self) -> None:
        """Add an interview, two hours ago."""
        company, key = next(self._fresh), FormKey("add", "")
        fields = (
            Field(0, "company", company), Field(1, "starts_at", "2h ago")
        )  # fmt: skip
        self._press("/", "escape")
        self.current = ""
        self._press("a")
        self._fill(key, fields)

    def debrief(self) -> None:
        """Note what was said, where nothing has been noted."""
        company = self._choose(lambda card: card.owed and not card.topics)
        if company:
            self._press("e")
            self._fill(FormKey("debrief", company), self._fields((5, "topics"), (7, "notes")))

    def promise(self) -> None:
        """Note by when they answer."""
        self._ask("p", "promise", (Field(0, "callback_by", "in 9 days"), *self._fields((1, "quote"))))

    def heard(self) -> None:
        """Note that they got in touch."""
        self._ask("r", "heard", self._fields((0, "note")))

    def snooze(self) -> None:
        """Put off a call."""
        self._ask("z", "snooze", (Field(0, "until", "in 9 days"),))

    def outcome(self) -> None:
        """Note how it ended."""
        self._ask("o", "outcome", self._fields((1, "note")))

    def _ask(self, letter: str, form: str, fields: tuple[Field, ...]) -> None:
        company = self._choose(lambda card: not card.is_closed)
        self._press(letter)
        self._fill(FormKey(form, company), fields)

    def _fields(self, *where: tuple[int, str]) -> tuple[Field, ...]:
        return tuple(Field(place, name, self._text()) for place, name in where)

    def _text(self) -> str:
        return " ".join(next(self._fresh) for _ in range(self.dice.randint(1, 3)))

    def write(self) -> None:
        """Write in a letter, perhaps before it is to be seen."""
        company = self._choose(lambda card: card.owed)
        self._press("d")
        if self.dice.random() < 0.5:
            self._see(f"Thanks · {company}")
        self._press("ctrl+end")
        letter = self.memory.letters.setdefault(company, Typed(self._begun(company)))
        text = f" {self._text()} "
        self.keyboard.write(text, letter)
        if self.dice.random() < 0.5:
            self._see(text.split()[-1])
        self._press("escape")
        if self.dice.random() < 0.7:
            self._gone(f"Thanks · {company}")

    def send(self) -> None:
        """Mark a thank-you as sent."""
        company = self._choose(lambda card: card.owed)
        said = f"thanked {company}"
        self._quiet(said)
        self._press("s")
        asked = "The text is not ready"
        self._see(lambda: asked in self.terminal.text or "mark the thank-you as sent" in self.terminal.text)
        if asked in self.terminal.text:
            self._press("y")
        self._see("mark the thank-you as sent")
        self._step(company, self.memory.facts[company].with_event("thanked"), said, "ctrl+d")

    def call(self) -> None:
        """Look at the call sheet, and think of a question."""
        company = self._choose(lambda card: not card.is_closed)
        self._press("c")
        self._open_line()
        key = FormKey("call", company)
        self._form(key, self._fields((0, "question")))
        self._type(key)
        self._ask_them(key)

    def _open_line(self) -> None:
        """Begin a question on the call sheet; the line is open if it was when the board ended."""
        self._see(lambda: ASKING in self.terminal.text or TITLES["call"] in self.terminal.text)
        if ASKING not in self.terminal.text:
            self._press("+")

    def _ask_them(self, key: FormKey) -> None:
        form, card = self.memory.forms[key], self.memory.facts[key.company]
        text = form.typed.text
        self._see(text.split()[-1])
        if self.dice.random() < 0.7:
            asked = replace(card, questions=(*card.questions, text))
            after = {**self.memory.facts, key.company: asked}
            self.memory.ask(after, form=key)
            self._press("enter")
            self._see(
                lambda: (
                    self.terminal.text.count(text.split()[-1]) == 1
                    and f"- {text.split()[0]}" in self.terminal.text
                )
            )
            self.memory.settle()
            self._press("escape")
            self._see(TITLES["call"])
            self._press("escape")
        else:
            self._press("escape")
            self._see(TITLES["call"])
            self._press("escape")
            self._see("is kept: enter goes on")
            form.unwanted = True
            self._press("escape")
            self._see("is thrown away")
            self.current = ""  # enter would bring it back
        self.memory.forms.pop(key, None)
        self._gone(TITLES["call"])

    def undo(self) -> None:
        """Take the last step back; perhaps do it again."""
        memory, target = self.memory, self.memory.done[-1]
        self._quiet("undone: ")
        gone = memory.facts.keys() - target.keys()
        if gone & memory.letters.keys():
            self._press("u")
            self._see("Remove the text?")
            self._press("n")
            self._gone("Remove the text?")
            return
        memory.ask(target, turning="undo")
        self._press("u")
        self._see("undone: ")
        memory.settle()
        self.current = ""
        if self.dice.random() < 0.5:
            self._quiet("done again: ")
            memory.ask(memory.undone[-1], turning="redo")
            self._press("U")
            self._see("done again: ")
            memory.settle()

    def keep(self) -> None:
        """Ask for a card to be deleted, and keep it."""
        company = self._choose(lambda card: True)
        self._press("D")
        self._see(f"Delete {company}?")
        self._press("n")
        self._gone(f"Delete {company}?")

    # How it is done

    def _choose(self, fits: Callable[[Card], bool]) -> str:
        """Bring a fitting card under the cursor; its company. Blank where there is none."""
        there = [company for company, card in self.memory.facts.items() if fits(card)]
        if not there:
            return ""
        company = self.dice.choice(there)
        if self.current != company:
            self._press("/", "ctrl+u")
            self.keyboard.write(company)
            self._press("enter")
            self._see(f"“{company}”")
            self.current = company
        self._press("G")
        self._see(lambda: f"▌ {company}" in self.terminal.text or f"▌»{company}" in self.terminal.text)
        return company

    def _quiet(self, said: str) -> None:
        """Have the board say no longer what it has said of an earlier step."""
        if said in self.terminal.text:
            self._press("g")
            self._gone(said)

    def _gone(self, shown: str) -> None:
        self._see(re.compile(rf"\A((?!{re.escape(shown)}).)*\Z", re.DOTALL))

    def _form(self, key: FormKey, fields: tuple[Field, ...]) -> OpenForm:
        return self.memory.forms.setdefault(key, OpenForm(fields))

    def _fill(self, key: FormKey, fields: tuple[Field, ...]) -> None:
        """Fill in a form that is opening, perhaps one that was begun; then save it or leave it."""
        if self.dice.random() < 0.5:
            self._see(TITLES[key.form])
        self._form(key, fields)
        self._type(key)
        self._finish(key)

    def _again(self, key: FormKey) -> None:
        """Go on with a form; what was typed stands in it."""
        form = self.memory.forms[key]
        if key.form == "call":
            self._open_line()
            self._see(ASKING)
        else:
            self._see(TITLES[key.form])
        for text in form.texts().values():
            self._see(text.split()[-1])
        self._type(key)
        if key.form == "call":
            self._ask_them(key)
        else:
            self._finish(key)

    def _type(self, key: FormKey) -> None:
        """Type what is not there yet."""
        form, at = self.memory.forms[key], 0
        done = len(form.typed.text)
        if key.form == "outcome":
            self._press("r")
        for one in form.fields:
            have = max(0, min(len(one.text), done))
            done -= len(one.text)
            if have < len(one.text):
                self._press(*["tab"] * (one.place - at))
                at = one.place
                self.keyboard.write(one.text[have:], form.typed)

    def _finish(self, key: FormKey) -> None:
        if self.dice.random() < 0.65:
            card = self.memory.facts.get(key.company)
            if card is None or not card.is_closed or key.form not in WHILE_OPEN:
                self._save(key)
                return
            # It was closed since the form was begun.
            self._press("ctrl+d")
            self._see("reopen it first")
        self._see(TITLES[key.form])
        self._press("escape")
        self._see("is kept: enter goes on")
        how = self.dice.choice(("go on", "throw away", "let it be", "let it be"))
        if how == "go on":
            self._press("enter")
            self._again(key)
        elif how == "throw away":
            self.memory.forms[key].unwanted = True
            self._press("escape")
            self._see("is thrown away")
            self.current = ""  # enter would bring it back
            del self.memory.forms[key]

    def _save(self, key: FormKey) -> None:
        texts, company = self.memory.forms[key].texts(), key.company
        if key.form == "add":
            company = texts["company"]
            card = Card()
        else:
            card = self.memory.facts[company]
        said = {
            "add": f"{company} stands in", "debrief": "debriefed", "promise": "promised by",
            "heard": "heard from", "snooze": "no calls before", "outcome": f"{company}: rejected",
        }[key.form]  # fmt: skip
        if key.form == "debrief":
            card = replace(card, topics=(texts["topics"],), notes=texts["notes"])
            if "debriefed" not in {kind for kind, _ in card.events}:
                card = card.with_event("debriefed")
        elif key.form != "add":
            kind = {"promise": "promised", "snooze": "snoozed", "outcome": "closed"}.get(key.form, key.form)
            card = card.with_event(kind, texts.get("quote", texts.get("note", "")))
        self._step(company, card, said, "ctrl+d", form=key)

    def _step(self, company: str, card: Card, said: str, key: str, *, form: FormKey | None = None) -> None:
        """Press what makes a step, and see that the board says it is made."""
        after: Facts = {**self.memory.facts, company: card}
        self.memory.ask(after, form=form)
        self._press(key)
        self._see(said)
        self.memory.settle()
        if form is not None and form.form == "add":
            self.current = company
