"""The editor, by real keys: what is typed is published, nothing typed is lost, nothing else is in the way."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace as with_fields
from datetime import UTC, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace
from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Static

from store.interview import Draft, Version
from store.text import MAX_TEXT
from templates.proof import Case
from tui.keys import EDITOR_KEYS, Keymap
from tui.widgets.editor.editor import Editor
from tui.widgets.editor.letter_state import Letter, Note, Reader
from tui.widgets.editor.side import Side
from tui.widgets.text_line import TextLine
from tui.words.hints import EDITOR_HINTS

NOW = datetime(2026, 11, 19, 17, 4, tzinfo=UTC)
BODY = "Dear Deniz,\n\nthank you for Wednesday. I keep thinking of {{ topic }}.\n\nKind regards,\nJo March"
DRAFT = Draft(id="d1", subject="Thank you", body=BODY, template="thanks-email")
LETTER = Letter(
    interview_id="iv-1",
    company="Northwind",
    purpose="thanks",
    draft=DRAFT,
    seen=None,
    readers=(
        Reader(id="p1", name="Marta Lindqvist", status="thanked", words="3 h after"),
        Reader(id="p2", name="Deniz Aydın"),
        Reader(id="p3", name="Joan Pell", channel="whatsapp", way="WhatsApp"),
    ),
    shown="p2",
    case=Case(company="Northwind", me="Jo March", topics=("the move to event streams",), template_text=BODY),
    now=NOW,
    zone=ZoneInfo("Europe/Berlin"),
    notes=(Note("topic", "the move to event streams"), Note("loose end", "said Kafka, meant Pulsar")),
    status="saved 18:03",
)
CHARACTERS = {"exclamation_mark": "!", "slash": "/", "enter": "\r", "tab": "\t", "escape": "\x1b"}
M = TypeVar("M", bound=Message)


class Host(App[None]):
    """A board of one line with the editor below; it must get no key while someone writes."""

    CSS = "#above { height: 1fr; }"
    BINDINGS = [Binding(key, "heard", show=False) for key in ("q", "up", "down", "1", "u", "tab", "slash")]

    def __init__(self) -> None:
        super().__init__()
        self.published: list[tuple[str, Draft, Draft | None]] = []
        self.messages: list[Message] = []
        self.heard = 0

    def compose(self) -> ComposeResult:
        yield Static("the board", id="above", markup=False)
        yield Editor(lambda *what: self.published.append(what), load_speller=lambda: None)

    def action_heard(self) -> None:
        self.heard += 1

    async def _dispatch_message(self, message: Message) -> None:
        if type(message).__qualname__.startswith("Editor"):
            self.messages.append(message)
        await super()._dispatch_message(message)


class Service:
    """What a test has in hand."""

    def __init__(self, pilot: Pilot[None], app: Host) -> None:
        self.pilot, self.app = pilot, app
        self.editor = app.query_one(Editor)

    async def press(self, *keys: str) -> None:
        """Press keys faster than anything is drawn."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else CHARACTERS.get(key)))
        await self.pilot.pause()

    async def write(self, text: str) -> None:
        await self.press(*text)

    async def paste(self, text: str) -> None:
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()

    @property
    def draft(self) -> Draft:
        return self.app.published[-1][1]

    def said(self, kind: type[M]) -> list[M]:
        return [one for one in self.app.messages if type(one) is kind]

    def line(self, name: str) -> str:
        return self.editor.query_one(f"#editor-{name}", TextLine).text

    @property
    def side(self) -> str:
        return self.editor.query_one(Side).text


@asynccontextmanager
async def opened(letter: Letter = LETTER, size: tuple[int, int] = (120, 24)) -> AsyncIterator[Service]:
    app = Host()
    async with app.run_test(size=size) as pilot:
        service = Service(pilot, app)
        service.editor.open(letter)
        await pilot.pause()
        yield service


def with_body(body: str, **more: object) -> Letter:
    return with_fields(LETTER, draft=replace(DRAFT, body=body, **more))


async def test_shows_whom_what_and_how_it_stands() -> None:
    async with opened() as service:
        assert service.line("head") == "Thanks · Northwind · e-mailsaved 18:03"
        to = service.line("to")
        assert to == "To  ✓ Marta Lindqvist (3 h after)  ▸ Deniz Aydın   ☐ Joan Pell · WhatsApp  "
        assert service.editor.subject.value == "Thank you"
        assert service.editor.body.text == BODY
        assert service.editor.body.has_focus
        assert "a gap is open" in service.side
        assert "1 the move to event streams" in service.side
        assert not service.app.published


async def test_every_letter_writes_and_is_published_at_once() -> None:
    async with opened(with_body("")) as service:
        for key in "q1u":
            await service.press(key)
        await service.write("/?")
        await service.press("enter", "x")
        assert service.draft.body == "q1u/?\nx"
        assert [draft.body for _, draft, _ in service.app.published][:3] == ["q", "q1", "q1u"]
        assert {(one, seen) for one, _, seen in service.app.published} == {("iv-1", None)}
        assert service.app.heard == 0
        assert "typing" in service.line("head")
        assert [one.draft.body for one in service.app.messages if isinstance(one, Editor.Typed)] == [
            draft.body for _, draft, _ in service.app.published
        ]


async def test_keys_in_a_burst_are_taken_in_turn() -> None:
    async with opened(with_body("")) as service:
        await service.press("a", "b", "backspace", "c", "left", "d", "ctrl+home", "e")
        assert service.draft.body == "eadc"
        await service.press(
            "ctrl+z", "ctrl+y", "ctrl+end", "f4", "1", "exclamation_mark", "f8", "shift+tab", "s"
        )
        assert service.draft.body == "eadcthe move to event streams!"
        assert service.draft.subject == "Thank yous"


async def test_keys_of_the_board_stay_out_of_every_field() -> None:
    async with opened() as service:
        await service.press("shift+tab", "up", "q", "tab", "down", "slash")
        assert service.app.heard == 0


async def test_tab_goes_round_the_fields() -> None:
    async with opened() as service:
        order = [service.editor.line, service.editor.subject, service.editor.body]
        for field in order:
            await service.press("tab")
            assert field.has_focus
        await service.press("shift+tab", "enter")
        assert service.editor.body.has_focus
        assert service.editor.subject.value == "Thank you"


async def test_esc_goes_back_with_everything_published() -> None:
    async with opened() as service:
        await service.press("x", "escape")
        assert [one.interview_id for one in service.said(Editor.Left)] == ["iv-1"]
        assert "x" in service.draft.body
        service.editor.shut()
        await service.pilot.pause()
        assert not service.editor.display


async def test_what_stands_in_the_fields_can_be_taken_in_at_any_moment() -> None:
    async with opened() as service:
        # As when the program is ended between a key and the handling of its message.
        service.editor.body.insert("late ")
        assert service.editor.take_in()
        assert "late " in service.draft.body
        assert not service.editor.take_in()


async def test_each_reader_is_greeted_by_name_and_the_text_is_everyones() -> None:
    async with opened() as service:
        await service.press("ctrl+n")
        assert service.said(Editor.PersonChosen)[-1].person_id == "p3"
        assert service.editor.body.text.startswith("Dear Joan,")
        assert service.line("head").startswith("Thanks · Northwind · WhatsApp")
        assert not service.editor.query_one("#editor-subject-row").display
        assert not service.app.published, "looking at a text changes nothing"
        await service.press("ctrl+end", "exclamation_mark")
        assert service.draft.body == BODY + "!"
        await service.press("ctrl+n")
        assert service.editor.body.text == (BODY + "!").replace("Dear Deniz", "Dear Marta")
        await service.press("ctrl+n", "ctrl+home", "delete", "delete", "delete", "delete", "H", "i")
        assert service.draft.body.startswith("Hi Deniz,")
        await service.press("ctrl+n")
        assert service.editor.body.text.startswith("Hi Joan,")


async def test_a_line_for_one_reader_only() -> None:
    async with opened() as service:
        await service.press("tab")
        await service.write("Your question stays.")
        assert service.draft.lines == {"p2": "Your question stays."}
        assert service.draft.body == BODY
        assert service.line("line-label") == "Only for Deniz"
        assert "own lines: Marta none, Deniz 3 words, Joan none" in service.side
        await service.press("f7")
        sent = service.said(Editor.SentAsked)[-1]
        assert (sent.person_id, sent.subject) == ("p2", "Thank you")
        assert ".\n\nYour question stays.\n\nKind" in sent.text
        await service.press("ctrl+n")
        assert service.editor.line.value == ""
        await service.press("f7")
        assert "question stays" not in service.said(Editor.SentAsked)[-1].text


async def test_reading_it_as_it_will_be_read() -> None:
    async with opened(with_body(BODY, lines={"p2": "Your question stays."})) as service:
        await service.press("f5")
        reading = service.editor.query_one("#editor-reading")
        assert "Your question stays." in service.editor._reading.text
        assert reading.display and not service.editor.body.display
        await service.press("down", "x", "escape")
        assert service.editor.body.has_focus and service.editor.body.display and not reading.display
        assert not service.app.published


async def test_a_gap_is_gone_to_and_filled() -> None:
    async with opened() as service:
        await service.press("f8")
        assert service.editor.body.selected_text == "{{ topic }}"
        assert "still a placeholder" in service.line("foot")
        await service.write("streams")
        assert "thinking of streams." in service.draft.body
        assert "a gap is open" not in service.side


async def test_a_finding_is_let_be_and_spoken_of_again() -> None:
    async with opened(with_body("Dear Deniz,\n\nthank you.\n\nKind regards,\nJo March")) as service:
        await service.press("f9")
        assert "Go to a finding first" in service.line("foot")
        rules = [one.rule for one in service.editor.findings]
        while service.editor._current is None or service.editor._current.rule != "length":
            assert "length" in rules
            await service.press("f8")
        await service.press("f9")
        assert service.said(Editor.Dismissed)[-1].rule == "length"
        assert service.draft.dismissed == ("length",)
        assert "let be: the length" in service.side
        await service.press("f9")
        assert service.said(Editor.Dismissed)[-1] == Editor.Dismissed("iv-1", "length", for_good=True)
        await service.press("f9")
        assert service.said(Editor.Dismissed)[-1] == Editor.Dismissed("iv-1", "", for_good=True)
        assert not service.draft.dismissed
        assert "! the length" in service.side


async def test_a_note_is_put_where_the_cursor_is() -> None:
    async with opened(with_body("About ")) as service:
        await service.press("ctrl+end", "f4")
        assert "said Kafka" in service.editor.question.text
        await service.press("x", "2")
        assert service.draft.body == "About said Kafka, meant Pulsar"
        assert service.said(Editor.NoteUsed)[-1].note == LETTER.notes[1]
        assert "2 said Kafka, meant Pulsar (✓ used)" in service.side
        assert service.editor.body.has_focus
        await service.press("ctrl+z")
        assert service.editor.body.text == "About "


@pytest.mark.parametrize("key", ["k", "escape"])
async def test_a_template_over_a_text_asks_and_keeps(key: str) -> None:
    async with opened(with_body("My own words.")) as service:
        service.editor.offer("thanks-panel", "Other", "Dear Deniz,\n\nOther.")
        await service.press(key)
        assert service.editor.body.text == "My own words."
        assert not service.app.published
        assert service.editor.body.has_focus


async def test_a_template_over_a_text_replaces_it_and_the_text_comes_back() -> None:
    async with opened(with_body("My own words.")) as service:
        service.editor.offer("thanks-panel", "Other", "Dear Deniz,\n\nOther.")
        await service.press("f2", "r")
        assert not service.said(Editor.TemplateAsked), "a question stands: other keys wait"
        assert (service.draft.template, service.draft.subject) == ("thanks-panel", "Other")
        assert service.editor.body.text == "Dear Deniz,\n\nOther."
        assert service.said(Editor.Replaced)[-1].draft == service.draft
        await service.press("ctrl+z")
        assert service.draft.body == "My own words."
        await service.press("ctrl+y", "f3", "enter")
        assert service.draft.body == "My own words."


async def test_a_template_over_a_text_becomes_a_new_draft() -> None:
    async with opened(with_body("My own words.")) as service:
        service.editor.offer("thanks-panel", "Other", "Dear Deniz")
        await service.press("n")
        asked = service.said(Editor.NewDraftAsked)[-1]
        assert (asked.template, asked.subject, asked.body) == ("thanks-panel", "Other", "Dear Deniz")
        assert service.editor.body.text == "My own words."


async def test_a_template_over_an_untouched_one_takes_its_place() -> None:
    async with opened() as service:
        await service.press("ctrl+n", "ctrl+t")
        assert service.said(Editor.TemplateAsked)
        service.editor.choose_template([("thanks-panel", "After a panel: three people were there")])
        await service.press("1")
        assert service.said(Editor.TemplateChosen)[-1].name == "thanks-panel"
        service.editor.offer("thanks-panel", "Other", "Dear Deniz,\n\nOther.")
        await service.pilot.pause()
        assert service.editor.body.text == "Dear Joan,\n\nOther."


async def test_an_emptied_text_is_one_key_away() -> None:
    async with opened(with_body("My own words.")) as service:
        await service.press("ctrl+home", "ctrl+shift+k")
        service.editor.body.clear()
        await service.pilot.pause()
        assert service.draft.body == ""
        assert service.line("foot") == "Emptied. F3 brings the text back."
        await service.press("f3")
        assert service.draft.body == "My own words."


async def test_older_texts_are_looked_through_and_taken_back() -> None:
    versions = tuple(
        Version(at=NOW - timedelta(hours=4 - n), subject=f"S{n}", body=f"Text {n}") for n in range(3)
    )
    async with opened(with_body("Text now", versions=versions)) as service:
        await service.press("f3")
        assert "Older text 3 of 3, today 16:04" in service.editor.question.text
        await service.press("left", "left", "left")
        assert "Older text 1 of 3" in service.editor.question.text
        assert service.editor._reading.text == "S0\n\nText 0"
        await service.press("escape")
        assert not service.app.published
        await service.press("f3", "left", "enter")
        assert (service.draft.subject, service.draft.body) == ("S1", "Text 1")
        await service.press("f3")
        assert "of 3" in service.editor.question.text, "the text that stood here is an older one now"
        await service.press("escape", "ctrl+z")
        assert service.editor.body.text == "Text now"


async def test_says_when_it_is_saved_and_when_it_is_not() -> None:
    async with opened() as service:
        await service.press("x")
        stored = replace(service.draft, updated_at=NOW)
        service.editor.saved(stored, "saved 18:04")
        assert service.line("head").endswith("saved 18:04")
        service.editor.trouble("disk full")
        assert service.line("head").endswith("not saved: disk full")
        assert "x" in service.editor.body.text
        service.editor.trouble(None)
        await service.press("y")
        assert service.app.published[-1][2] == stored
        service.editor.saved(stored, "saved 18:04")
        assert "typing" in service.line("head"), "more has been typed since"


async def test_another_id_is_written_to_after_a_conflict() -> None:
    async with opened() as service:
        await service.press("x")
        service.editor.saved(replace(service.draft, id="d9"), "saved 18:04")
        await service.press("y")
        assert service.draft.id == "d9"


async def test_what_was_typed_while_it_was_saved_is_said_again() -> None:
    async with opened() as service:
        await service.press("x")
        stored = service.draft
        await service.press("y")
        service.editor.saved(stored, "saved 18:04")
        assert service.app.published[-1][2] == stored, "the next save must be compared with this one"
        assert service.editor.current == ("iv-1", service.draft, stored)


async def test_a_save_of_the_draft_before_changes_nothing() -> None:
    async with opened() as service:
        await service.press("x")
        stored = service.draft
        service.editor.open(with_fields(LETTER, draft=replace(DRAFT, id="d2", body="Other")))
        service.editor.saved(stored, "saved 18:04")
        await service.press("y")
        assert (service.draft.id, service.app.published[-1][2]) == ("d2", None)


async def test_control_characters_are_left_out_and_that_is_said() -> None:
    async with opened(with_body("")) as service:
        await service.paste("a\x1b[31mb\u202ec\r\nd")
        assert service.draft.body == "a[31mbc\nd"
        assert "Control characters were left out." in service.line("foot")
        await service.write("e")
        assert "left out" not in service.line("foot")
        service.editor.subject.value = "a\x1bb"
        await service.pilot.pause()
        assert service.draft.subject == "ab"


async def test_loaded_texts_are_cleaned() -> None:
    letter = with_body("a\x1b]52;c;x\x07b", subject="s\x1bt", lines={"p2": "l\nm\x00"})
    async with opened(letter) as service:
        assert service.editor.body.text == "a]52;c;xb"
        assert (service.editor.subject.value, service.editor.line.value) == ("st", "l m")
        assert not service.app.published


async def test_a_huge_paste_is_cut_and_that_is_said() -> None:
    async with opened(with_body("start ")) as service:
        await service.paste("word " * 200_000)
        assert len(service.draft.body) == MAX_TEXT
        assert "20,000 characters are the most" in service.line("foot")


HOSTILE = ("[red]x[/]", "[/b]", "[@click=app.quit]x[/]", "a\x1b[2Jb", "‮evil", "\U0001f9d1‍💻" * 9)


async def test_foreign_text_is_shown_as_it_is() -> None:
    async with opened() as service:
        for words in HOSTILE:
            service.editor.open(
                with_fields(
                    with_body(words, subject=words, lines={"p2": words}),
                    company=words,
                    readers=(Reader("p2", words, way=words), Reader("p3", words, status="skipped")),
                    notes=(Note("note", words),),
                    status=words,
                )
            )
            service.editor.action_insert()
            await service.pilot.pause()
            strips = service.app.screen._compositor.render_strips()
            drawn = "".join(segment.text for strip in strips for segment in strip)
            assert "\x1b" not in drawn and "\u202e" not in drawn
            if words.startswith("["):
                assert drawn.count(words) >= 6
            await service.press("escape")


async def test_any_size() -> None:
    async with opened() as service:
        for size in [(1, 1), (20, 5), (40, 10), (160, 50)]:
            await service.pilot.resize_terminal(*size)
            await service.press("f4", "escape", "f8", "x", "ctrl+n")
            assert service.app.published


async def test_a_narrow_screen_says_it_in_one_line() -> None:
    async with opened(size=(80, 24)) as service:
        assert not service.editor.query_one(Side).display
        assert service.line("summary").startswith("not yet: a gap is open")
    async with opened(size=(120, 24)) as service:
        assert service.editor.query_one(Side).display
        assert not service.editor.query_one("#editor-summary").display


async def test_the_cursor_is_in_sight_from_the_first() -> None:
    async with opened(with_body("line\n\n" * 30 + "{{ topic }}"), size=(60, 12)) as service:
        await service.pilot.pause()
        body = service.editor.body
        assert body.cursor_location[0] == 60
        assert body.scroll_offset.y + body.size.height > 60


async def test_nothing_is_drawn_for_a_letter_that_changes_no_words() -> None:
    async with opened(with_body("Dear Deniz")) as service:
        await service.press("ctrl+end", "x")
        drawn: list[str] = []

        def watch(widget: TextLine | Side) -> None:
            real: Callable[..., object] = widget.refresh

            def refresh(*args: object, **options: object) -> object:
                drawn.append(widget.id or "")
                return real(*args, **options)

            widget.refresh = refresh  # type: ignore[method-assign, assignment]

        for one in (*service.editor.query(TextLine), service.editor.query_one(Side)):
            watch(one)
        await service.press("y")
        assert drawn == []


def test_the_key_table() -> None:
    # The help has a key in the terminal's reach: nothing hangs on it.
    own = [key for key in EDITOR_KEYS if key.id != "app.help"]
    ids = [key.id for key in own]
    every = [*Keymap().in_fields(own)]
    assert len(set(ids)) == len(ids)
    assert len(set(every)) == len(every)
    eaten = {f"ctrl+{letter}" for letter in "abcijmqsz"} | {"f1", "f10", "f11", "ctrl+p", "ctrl+h"}
    assert not eaten & set(every)
    assert all(len(key) > 1 for key in every), "printable keys write"
    for action in (key.action for key in own):
        assert hasattr(Editor, f"action_{action.split('(')[0]}")
    assert {name for name, _ in EDITOR_HINTS} <= set(ids)


async def test_what_was_undone_is_one_key_away() -> None:
    async with opened(with_body("Dear Deniz,")) as service:
        await service.press("ctrl+end")
        await service.write("\n\nthank you for the tour of the build farm.")
        typed = service.draft.body
        while "build farm" in service.editor.body.text:
            await service.press("ctrl+z")
        await service.press("f3")
        assert "build farm" in service.editor._reading.text
        await service.press("enter")
        assert service.draft.body == typed
