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
from tui.widgets.editor.editor import Editor
from tui.widgets.editor.keys import EDITOR_KEYS, HINTS
from tui.widgets.editor.letter_state import Letter, Note, Reader
from tui.widgets.editor.side import Side
from tui.widgets.text_line import TextLine

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


class Desk:
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
async def opened(letter: Letter = LETTER, size: tuple[int, int] = (120, 24)) -> AsyncIterator[Desk]:
    app = Host()
    async with app.run_test(size=size) as pilot:
        desk = Desk(pilot, app)
        desk.editor.open(letter)
        await pilot.pause()
        yield desk


def with_body(body: str, **more: object) -> Letter:
    return with_fields(LETTER, draft=replace(DRAFT, body=body, **more))


async def test_shows_whom_what_and_how_it_stands() -> None:
    async with opened() as desk:
        assert desk.line("head") == "Thanks · Northwind · e-mailsaved 18:03"
        to = desk.line("to")
        assert to == "To  ✓ Marta Lindqvist (3 h after)  ▸ Deniz Aydın   ☐ Joan Pell · WhatsApp  "
        assert desk.editor.subject.value == "Thank you"
        assert desk.editor.body.text == BODY
        assert desk.editor.body.has_focus
        assert "a gap is open" in desk.side
        assert "1 the move to event streams" in desk.side
        assert not desk.app.published


async def test_every_letter_writes_and_is_published_at_once() -> None:
    async with opened(with_body("")) as desk:
        for key in "q1u":
            await desk.press(key)
        await desk.write("/?")
        await desk.press("enter", "x")
        assert desk.draft.body == "q1u/?\nx"
        assert [draft.body for _, draft, _ in desk.app.published][:3] == ["q", "q1", "q1u"]
        assert {(one, seen) for one, _, seen in desk.app.published} == {("iv-1", None)}
        assert desk.app.heard == 0
        assert "typing" in desk.line("head")
        assert [one.draft.body for one in desk.app.messages if isinstance(one, Editor.Typed)] == [
            draft.body for _, draft, _ in desk.app.published
        ]


async def test_keys_in_a_burst_are_taken_in_turn() -> None:
    async with opened(with_body("")) as desk:
        await desk.press("a", "b", "backspace", "c", "left", "d", "ctrl+home", "e")
        assert desk.draft.body == "eadc"
        await desk.press(
            "ctrl+z", "ctrl+y", "ctrl+end", "f4", "1", "exclamation_mark", "f8", "shift+tab", "s"
        )
        assert desk.draft.body == "eadcthe move to event streams!"
        assert desk.draft.subject == "Thank yous"


async def test_keys_of_the_board_stay_out_of_every_field() -> None:
    async with opened() as desk:
        await desk.press("shift+tab", "up", "q", "tab", "down", "slash")
        assert desk.app.heard == 0


async def test_tab_goes_round_the_fields() -> None:
    async with opened() as desk:
        order = [desk.editor.line, desk.editor.subject, desk.editor.body]
        for field in order:
            await desk.press("tab")
            assert field.has_focus
        await desk.press("shift+tab", "enter")
        assert desk.editor.body.has_focus
        assert desk.editor.subject.value == "Thank you"


async def test_esc_goes_back_with_everything_published() -> None:
    async with opened() as desk:
        await desk.press("x", "escape")
        assert [one.interview_id for one in desk.said(Editor.Left)] == ["iv-1"]
        assert "x" in desk.draft.body
        desk.editor.shut()
        await desk.pilot.pause()
        assert not desk.editor.display


async def test_what_stands_in_the_fields_can_be_taken_in_at_any_moment() -> None:
    async with opened() as desk:
        # As when the program is ended between a key and the handling of its message.
        desk.editor.body.insert("late ")
        assert desk.editor.take_in()
        assert "late " in desk.draft.body
        assert not desk.editor.take_in()


async def test_each_reader_is_greeted_by_name_and_the_text_is_everyones() -> None:
    async with opened() as desk:
        await desk.press("ctrl+n")
        assert desk.said(Editor.PersonChosen)[-1].person_id == "p3"
        assert desk.editor.body.text.startswith("Dear Joan,")
        assert desk.line("head").startswith("Thanks · Northwind · WhatsApp")
        assert not desk.editor.query_one("#editor-subject-row").display
        assert not desk.app.published, "looking at a text changes nothing"
        await desk.press("ctrl+end", "exclamation_mark")
        assert desk.draft.body == BODY + "!"
        await desk.press("ctrl+n")
        assert desk.editor.body.text == (BODY + "!").replace("Dear Deniz", "Dear Marta")
        await desk.press("ctrl+n", "ctrl+home", "delete", "delete", "delete", "delete", "H", "i")
        assert desk.draft.body.startswith("Hi Deniz,")
        await desk.press("ctrl+n")
        assert desk.editor.body.text.startswith("Hi Joan,")


async def test_a_line_for_one_reader_only() -> None:
    async with opened() as desk:
        await desk.press("tab")
        await desk.write("Your question stays.")
        assert desk.draft.lines == {"p2": "Your question stays."}
        assert desk.draft.body == BODY
        assert desk.line("line-label") == "Only for Deniz"
        assert "own lines: Marta none, Deniz 3 words, Joan none" in desk.side
        await desk.press("f7")
        sent = desk.said(Editor.SentAsked)[-1]
        assert (sent.person_id, sent.subject) == ("p2", "Thank you")
        assert ".\n\nYour question stays.\n\nKind" in sent.text
        await desk.press("ctrl+n")
        assert desk.editor.line.value == ""
        await desk.press("f7")
        assert "question stays" not in desk.said(Editor.SentAsked)[-1].text


async def test_reading_it_as_it_will_be_read() -> None:
    async with opened(with_body(BODY, lines={"p2": "Your question stays."})) as desk:
        await desk.press("f5")
        reading = desk.editor.query_one("#editor-reading")
        assert "Your question stays." in desk.editor._reading.text
        assert reading.display and not desk.editor.body.display
        await desk.press("down", "x", "escape")
        assert desk.editor.body.has_focus and desk.editor.body.display and not reading.display
        assert not desk.app.published


async def test_a_gap_is_gone_to_and_filled() -> None:
    async with opened() as desk:
        await desk.press("f8")
        assert desk.editor.body.selected_text == "{{ topic }}"
        assert "still a placeholder" in desk.line("foot")
        await desk.write("streams")
        assert "thinking of streams." in desk.draft.body
        assert "a gap is open" not in desk.side


async def test_a_finding_is_let_be_and_spoken_of_again() -> None:
    async with opened(with_body("Dear Deniz,\n\nthank you.\n\nKind regards,\nJo March")) as desk:
        await desk.press("f9")
        assert "Go to a finding first" in desk.line("foot")
        rules = [one.rule for one in desk.editor.findings]
        while desk.editor._current is None or desk.editor._current.rule != "length":
            assert "length" in rules
            await desk.press("f8")
        await desk.press("f9")
        assert desk.said(Editor.Dismissed)[-1].rule == "length"
        assert desk.draft.dismissed == ("length",)
        assert "let be: the length" in desk.side
        await desk.press("f9")
        assert desk.said(Editor.Dismissed)[-1] == Editor.Dismissed("iv-1", "length", for_good=True)
        await desk.press("f9")
        assert desk.said(Editor.Dismissed)[-1] == Editor.Dismissed("iv-1", "", for_good=True)
        assert not desk.draft.dismissed
        assert "! the length" in desk.side


async def test_a_note_is_put_where_the_cursor_is() -> None:
    async with opened(with_body("About ")) as desk:
        await desk.press("ctrl+end", "f4")
        assert "said Kafka" in desk.editor.question.text
        await desk.press("x", "2")
        assert desk.draft.body == "About said Kafka, meant Pulsar"
        assert desk.said(Editor.NoteUsed)[-1].note == LETTER.notes[1]
        assert "2 said Kafka, meant Pulsar (✓ used)" in desk.side
        assert desk.editor.body.has_focus
        await desk.press("ctrl+z")
        assert desk.editor.body.text == "About "


@pytest.mark.parametrize("key", ["k", "escape"])
async def test_a_template_over_a_text_asks_and_keeps(key: str) -> None:
    async with opened(with_body("My own words.")) as desk:
        desk.editor.offer("thanks-panel", "Other", "Dear Deniz,\n\nOther.")
        await desk.press(key)
        assert desk.editor.body.text == "My own words."
        assert not desk.app.published
        assert desk.editor.body.has_focus


async def test_a_template_over_a_text_replaces_it_and_the_text_comes_back() -> None:
    async with opened(with_body("My own words.")) as desk:
        desk.editor.offer("thanks-panel", "Other", "Dear Deniz,\n\nOther.")
        await desk.press("f2", "r")
        assert not desk.said(Editor.TemplateAsked), "a question stands: other keys wait"
        assert (desk.draft.template, desk.draft.subject) == ("thanks-panel", "Other")
        assert desk.editor.body.text == "Dear Deniz,\n\nOther."
        assert desk.said(Editor.Replaced)[-1].draft == desk.draft
        await desk.press("ctrl+z")
        assert desk.draft.body == "My own words."
        await desk.press("ctrl+y", "f3", "enter")
        assert desk.draft.body == "My own words."


async def test_a_template_over_a_text_becomes_a_new_draft() -> None:
    async with opened(with_body("My own words.")) as desk:
        desk.editor.offer("thanks-panel", "Other", "Dear Deniz")
        await desk.press("n")
        asked = desk.said(Editor.NewDraftAsked)[-1]
        assert (asked.template, asked.subject, asked.body) == ("thanks-panel", "Other", "Dear Deniz")
        assert desk.editor.body.text == "My own words."


async def test_a_template_over_an_untouched_one_takes_its_place() -> None:
    async with opened() as desk:
        await desk.press("ctrl+n", "ctrl+t")
        assert desk.said(Editor.TemplateAsked)
        desk.editor.choose_template([("thanks-panel", "After a panel: three people were there")])
        await desk.press("1")
        assert desk.said(Editor.TemplateChosen)[-1].name == "thanks-panel"
        desk.editor.offer("thanks-panel", "Other", "Dear Deniz,\n\nOther.")
        await desk.pilot.pause()
        assert desk.editor.body.text == "Dear Joan,\n\nOther."


async def test_an_emptied_text_is_one_key_away() -> None:
    async with opened(with_body("My own words.")) as desk:
        await desk.press("ctrl+home", "ctrl+shift+k")
        desk.editor.body.clear()
        await desk.pilot.pause()
        assert desk.draft.body == ""
        assert desk.line("foot") == "Emptied. F3 brings the text back."
        await desk.press("f3")
        assert desk.draft.body == "My own words."


async def test_older_texts_are_looked_through_and_taken_back() -> None:
    versions = tuple(
        Version(at=NOW - timedelta(hours=4 - n), subject=f"S{n}", body=f"Text {n}") for n in range(3)
    )
    async with opened(with_body("Text now", versions=versions)) as desk:
        await desk.press("f3")
        assert "Older text 3 of 3, today 16:04" in desk.editor.question.text
        await desk.press("left", "left", "left")
        assert "Older text 1 of 3" in desk.editor.question.text
        assert desk.editor._reading.text == "S0\n\nText 0"
        await desk.press("escape")
        assert not desk.app.published
        await desk.press("f3", "left", "enter")
        assert (desk.draft.subject, desk.draft.body) == ("S1", "Text 1")
        await desk.press("f3")
        assert "of 3" in desk.editor.question.text, "the text that stood here is an older one now"
        await desk.press("escape", "ctrl+z")
        assert desk.editor.body.text == "Text now"


async def test_says_when_it_is_saved_and_when_it_is_not() -> None:
    async with opened() as desk:
        await desk.press("x")
        stored = replace(desk.draft, updated_at=NOW)
        desk.editor.saved(stored, "saved 18:04")
        assert desk.line("head").endswith("saved 18:04")
        desk.editor.trouble("disk full")
        assert desk.line("head").endswith("not saved: disk full")
        assert "x" in desk.editor.body.text
        desk.editor.trouble(None)
        await desk.press("y")
        assert desk.app.published[-1][2] == stored
        desk.editor.saved(stored, "saved 18:04")
        assert "typing" in desk.line("head"), "more has been typed since"


async def test_another_id_is_written_to_after_a_conflict() -> None:
    async with opened() as desk:
        await desk.press("x")
        desk.editor.saved(replace(desk.draft, id="d9"), "saved 18:04")
        await desk.press("y")
        assert desk.draft.id == "d9"


async def test_what_was_typed_while_it_was_saved_is_said_again() -> None:
    async with opened() as desk:
        await desk.press("x")
        stored = desk.draft
        await desk.press("y")
        desk.editor.saved(stored, "saved 18:04")
        assert desk.app.published[-1][2] == stored, "the next save must be compared with this one"
        assert desk.editor.current == ("iv-1", desk.draft, stored)


async def test_a_save_of_the_draft_before_changes_nothing() -> None:
    async with opened() as desk:
        await desk.press("x")
        stored = desk.draft
        desk.editor.open(with_fields(LETTER, draft=replace(DRAFT, id="d2", body="Other")))
        desk.editor.saved(stored, "saved 18:04")
        await desk.press("y")
        assert (desk.draft.id, desk.app.published[-1][2]) == ("d2", None)


async def test_control_characters_are_left_out_and_that_is_said() -> None:
    async with opened(with_body("")) as desk:
        await desk.paste("a\x1b[31mb\u202ec\r\nd")
        assert desk.draft.body == "a[31mbc\nd"
        assert "Control characters were left out." in desk.line("foot")
        await desk.write("e")
        assert "left out" not in desk.line("foot")
        desk.editor.subject.value = "a\x1bb"
        await desk.pilot.pause()
        assert desk.draft.subject == "ab"


async def test_loaded_texts_are_cleaned() -> None:
    letter = with_body("a\x1b]52;c;x\x07b", subject="s\x1bt", lines={"p2": "l\nm\x00"})
    async with opened(letter) as desk:
        assert desk.editor.body.text == "a]52;c;xb"
        assert (desk.editor.subject.value, desk.editor.line.value) == ("st", "l m")
        assert not desk.app.published


async def test_a_huge_paste_is_cut_and_that_is_said() -> None:
    async with opened(with_body("start ")) as desk:
        await desk.paste("word " * 200_000)
        assert len(desk.draft.body) == MAX_TEXT
        assert "20,000 characters are the most" in desk.line("foot")


HOSTILE = ("[red]x[/]", "[/b]", "[@click=app.quit]x[/]", "a\x1b[2Jb", "‮evil", "\U0001f9d1‍💻" * 9)


async def test_foreign_text_is_shown_as_it_is() -> None:
    async with opened() as desk:
        for words in HOSTILE:
            desk.editor.open(
                with_fields(
                    with_body(words, subject=words, lines={"p2": words}),
                    company=words,
                    readers=(Reader("p2", words, way=words), Reader("p3", words, status="skipped")),
                    notes=(Note("note", words),),
                    status=words,
                )
            )
            desk.editor.action_insert()
            await desk.pilot.pause()
            strips = desk.app.screen._compositor.render_strips()
            drawn = "".join(segment.text for strip in strips for segment in strip)
            assert "\x1b" not in drawn and "\u202e" not in drawn
            if words.startswith("["):
                assert drawn.count(words) >= 6
            await desk.press("escape")


async def test_any_size() -> None:
    async with opened() as desk:
        for size in [(1, 1), (20, 5), (40, 10), (160, 50)]:
            await desk.pilot.resize_terminal(*size)
            await desk.press("f4", "escape", "f8", "x", "ctrl+n")
            assert desk.app.published


async def test_a_narrow_screen_says_it_in_one_line() -> None:
    async with opened(size=(80, 24)) as desk:
        assert not desk.editor.query_one(Side).display
        assert desk.line("summary").startswith("not yet: a gap is open")
    async with opened(size=(120, 24)) as desk:
        assert desk.editor.query_one(Side).display
        assert not desk.editor.query_one("#editor-summary").display


async def test_the_cursor_is_in_sight_from_the_first() -> None:
    async with opened(with_body("line\n\n" * 30 + "{{ topic }}"), size=(60, 12)) as desk:
        await desk.pilot.pause()
        body = desk.editor.body
        assert body.cursor_location[0] == 60
        assert body.scroll_offset.y + body.size.height > 60


async def test_nothing_is_drawn_for_a_letter_that_changes_no_words() -> None:
    async with opened(with_body("Dear Deniz")) as desk:
        await desk.press("ctrl+end", "x")
        drawn: list[str] = []

        def watch(widget: TextLine | Side) -> None:
            real: Callable[..., object] = widget.refresh

            def refresh(*args: object, **options: object) -> object:
                drawn.append(widget.id or "")
                return real(*args, **options)

            widget.refresh = refresh  # type: ignore[method-assign, assignment]

        for one in (*desk.editor.query(TextLine), desk.editor.query_one(Side)):
            watch(one)
        await desk.press("y")
        assert drawn == []


def test_the_key_table() -> None:
    ids = [name for name, _, _, _ in EDITOR_KEYS]
    every = [key for _, keys, _, _ in EDITOR_KEYS for key in keys.split(",")]
    assert len(set(ids)) == len(ids)
    assert len(set(every)) == len(every)
    eaten = {f"ctrl+{letter}" for letter in "abcijmqsz"} | {"f1", "f10", "f11", "ctrl+p", "ctrl+h"}
    assert not eaten & set(every)
    assert all(len(key) > 1 for key in every), "printable keys write"
    for _, _, action, _ in EDITOR_KEYS:
        assert hasattr(Editor, f"action_{action.split('(')[0]}")
    assert {name for name, _ in HINTS} <= set(ids)


async def test_what_was_undone_is_one_key_away() -> None:
    async with opened(with_body("Dear Deniz,")) as desk:
        await desk.press("ctrl+end")
        await desk.write("\n\nthank you for the tour of the build farm.")
        typed = desk.draft.body
        while "build farm" in desk.editor.body.text:
            await desk.press("ctrl+z")
        await desk.press("f3")
        assert "build farm" in desk.editor._reading.text
        await desk.press("enter")
        assert desk.draft.body == typed
