"""The editor, by real keys: what is typed is published, nothing typed is lost, nothing else is in the way."""

from __future__ import annotations

import re
from dataclasses import replace as with_fields

from msgspec.structs import replace

from store.text import MAX_TEXT
from tests.tui.widgets.editor_user import BODY, DRAFT, NOW, OPENED, opened, with_body
from tui.keymap import Keymap
from tui.keys import EDITOR_KEYS
from tui.widgets.editor.editor import Editor
from tui.words.hints import EDITOR_HINTS


async def test_every_letter_writes_and_is_published_at_once() -> None:
    async with opened(with_body("")) as user:
        for key in "q1u":
            await user.press(key)
        await user.write("/?")
        await user.press("enter", "x")
        assert user.draft.body == "q1u/?\nx"
        assert [draft.body for _, draft, _ in user.app.published][:3] == ["q", "q1", "q1u"]
        assert {(one, seen) for one, _, seen in user.app.published} == {("iv-1", None)}
        assert user.app.heard == 0
        assert "typing" in user.line("head")
        assert [one.draft.body for one in user.app.messages if isinstance(one, Editor.Typed)] == [
            draft.body for _, draft, _ in user.app.published
        ]


async def test_keys_in_a_burst_are_taken_in_turn() -> None:
    async with opened(with_body("")) as user:
        await user.press("a", "b", "backspace", "c", "left", "d", "ctrl+home", "e")
        assert user.draft.body == "eadc"
        await user.press(
            "ctrl+z", "ctrl+y", "ctrl+end", "f4", "1", "exclamation_mark", "f8", "shift+tab", "s"
        )
        assert user.draft.body == "eadcthe move to event streams!"
        assert user.draft.subject == "Thank yous"


async def test_keys_of_the_board_stay_out_of_every_field() -> None:
    async with opened() as user:
        await user.press("shift+tab", "up", "q", "tab", "down", "slash")
        assert user.app.heard == 0


async def test_tab_goes_round_the_fields() -> None:
    async with opened() as user:
        order = [user.editor.view.line, user.editor.view.subject, user.editor.body]
        for field in order:
            await user.press("tab")
            assert field.has_focus
        await user.press("shift+tab", "enter")
        assert user.editor.body.has_focus
        assert user.editor.view.subject.value == "Thank you"


async def test_esc_goes_back_with_everything_published() -> None:
    async with opened() as user:
        await user.press("x", "escape")
        assert len(user.said(Editor.Left)) == 1
        assert "x" in user.draft.body
        user.editor.shut()
        await user.pilot.pause()
        assert not user.editor.display


async def test_what_stands_in_the_fields_can_be_taken_in_at_any_moment() -> None:
    async with opened() as user:
        # As when the program is ended between a key and the handling of its message.
        user.editor.body.insert("late ")
        assert user.editor.take_in()
        assert "late " in user.draft.body
        assert not user.editor.take_in()


async def test_each_reader_is_greeted_by_name_and_the_text_is_everyones() -> None:
    async with opened() as user:
        await user.press("ctrl+n")
        assert user.writing.recipient.id == "p3"
        assert user.editor.body.text.startswith("Dear Joan,")
        assert user.line("head").startswith("Thanks · Northwind · e-mail")
        assert not user.app.published, "looking at a text changes nothing"
        await user.press("ctrl+end", "exclamation_mark")
        assert user.draft.body == BODY + "!"
        await user.press("ctrl+n")
        shown = BODY.replace("{{ topic }}", "«what you talked about»") + "!"
        assert user.editor.body.text == shown.replace("Dear Deniz", "Dear Marta")
        await user.press("ctrl+n", "ctrl+home", "delete", "delete", "delete", "delete", "H", "i")
        assert user.draft.body.startswith("Hi Deniz,")
        await user.press("ctrl+n")
        assert user.editor.body.text.startswith("Hi Joan,")


async def test_a_greeting_of_somebody_else_is_this_readers_again_and_what_was_marked_stays_so() -> None:
    async with opened(with_body(BODY.replace("thank you", "thank you alot"))) as user:
        body = user.editor.body
        before, marks = body.text, body._marks
        assert {mark.tone for mark in marks} == {"gap", "may"}
        body.replace("Joan", (0, 5), (0, 10))
        await user.until(lambda: body.text == before)
        assert body._marks == marks


async def test_who_gets_a_text_message_gets_another_text_than_those_who_get_mail() -> None:
    joan = with_fields(OPENED.recipients[2], channel="whatsapp", way="WhatsApp")
    async with opened(with_fields(OPENED, recipients=(*OPENED.recipients[:2], joan))) as user:
        await user.press("ctrl+n")
        assert user.said(Editor.PersonAsked)[-1].person_id == "p3"
        assert user.editor.body.text.startswith("Dear Deniz,"), "this text is not for them"
    short = with_fields(with_body("Dear Joan, thank you."), recipients=(joan,), shown="p3")
    short = with_fields(short, draft=replace(short.draft, channel="whatsapp"))
    async with opened(short) as user:
        assert user.line("head").startswith("Thanks · Northwind · WhatsApp")
        assert not user.editor.query_one("#editor-subject-row").display


async def test_a_line_for_one_reader_only() -> None:
    async with opened() as user:
        await user.press("tab")
        await user.write("Your question stays.")
        assert user.draft.lines == {"p2": "Your question stays."}
        assert user.draft.body == BODY
        assert user.line("line-label") == "Only for Deniz"
        await user.until(lambda: "own line: 3 words" in user.side)
        assert re.search(r"Deniz: e-mail, \d to mend, own line: 3 words", user.side)
        assert re.search(r"Joan: e-mail, \d to mend, no own line", user.side)
        assert "Marta:" not in user.side
        await user.press("f7")
        assert len(user.said(Editor.SentAsked)) == 1
        assert (user.writing.recipient.id, user.writing.draft.subject) == ("p2", "Thank you")
        assert ".\n\nYour question stays.\n\nKind" in user.writing.final.text
        await user.press("ctrl+n")
        assert user.editor.view.line.value == ""
        assert "question stays" not in user.writing.final.text


async def test_a_gap_is_gone_to_and_filled() -> None:
    async with opened() as user:
        await user.press("f8")
        assert user.editor.body.selected_text == "«what you talked about»"
        assert "still a placeholder" in user.line("foot")
        await user.write("streams")
        assert "thinking of streams." in user.draft.body
        await user.until(lambda: "a gap is open" not in user.side)


async def test_a_word_that_is_right_is_learnt_and_spelling_goes_on_being_checked() -> None:
    text = "Dear Deniz,\n\nthank you. I recieve and beleive it.\n\nKind regards,\nJo March"
    async with opened(with_body(text)) as user:
        for _ in range(12):
            await user.press("f8")
            if user.editor.body.selected_text == "recieve":
                break
        await user.press("f9")
        assert [one.word for one in user.said(Editor.WordLearnt)] == ["recieve"]
        assert "is right from now on" in user.line("foot")
        found = {finding.text for finding in user.writing.findings if finding.rule == "spelling"}
        assert found == {"beleive"}
        assert not user.draft.dismissed


async def test_a_finding_is_dismissed_and_spoken_of_again() -> None:
    async with opened(with_body("Dear Deniz,\n\nthank you.\n\nKind regards,\nJo March")) as user:
        await user.press("f9")
        assert "Go to a finding first" in user.line("foot")
        (length,) = (finding for finding in user.writing.findings if finding.rule == "length")
        while length.why not in user.line("foot"):
            await user.press("f8")
        await user.press("f9")
        assert user.line("foot") == "Dismissed in this draft; F9 again: in every draft."
        assert user.said(Editor.Dismissed)[-1].rule == "length"
        assert user.draft.dismissed == ("length",)
        assert "dismissed: the length" in user.side
        await user.press("f9")
        assert user.said(Editor.Dismissed)[-1] == Editor.Dismissed("length", for_good=True)
        await user.press("f9")
        assert user.said(Editor.Dismissed)[-1] == Editor.Dismissed("", for_good=True)
        assert not user.draft.dismissed
        assert "! the length" in user.side


async def test_says_when_it_is_saved_and_when_it_is_not() -> None:
    async with opened() as user:
        await user.press("x")
        stored = replace(user.draft, updated_at=NOW)
        user.editor.saved(stored, "saved 18:04")
        assert user.line("head").endswith("saved 18:04")
        user.editor.trouble("disk full")
        assert user.line("head").endswith("not saved: disk full")
        assert "x" in user.editor.body.text
        user.editor.trouble(None)
        await user.press("y")
        assert user.app.published[-1][2] == stored
        user.editor.saved(stored, "saved 18:04")
        assert "typing" in user.line("head"), "more has been typed since"


async def test_another_id_is_written_to_after_a_conflict() -> None:
    async with opened() as user:
        await user.press("x")
        user.editor.saved(replace(user.draft, id="d9"), "saved 18:04")
        await user.press("y")
        assert user.draft.id == "d9"


async def test_what_was_typed_while_it_was_saved_is_said_again() -> None:
    async with opened() as user:
        await user.press("x")
        stored = user.draft
        await user.press("y")
        user.editor.saved(stored, "saved 18:04")
        assert user.app.published[-1][2] == stored, "the next save must be compared with this one"
        assert user.editor.current == ("iv-1", user.draft, stored)


async def test_a_save_of_the_draft_before_changes_nothing() -> None:
    async with opened() as user:
        await user.press("x")
        stored = user.draft
        user.editor.open(with_fields(OPENED, draft=replace(DRAFT, id="d2", body="Other")))
        user.editor.saved(stored, "saved 18:04")
        await user.press("y")
        assert (user.draft.id, user.app.published[-1][2]) == ("d2", None)


async def test_control_characters_are_left_out_and_that_is_said() -> None:
    async with opened(with_body("")) as user:
        await user.paste("a\x1b[31mb\u202ec\r\nd")
        assert user.draft.body == "a[31mbc\nd"
        assert "Control characters were left out." in user.line("foot")
        await user.write("e")
        assert "left out" not in user.line("foot")
        user.editor.view.subject.value = "a\x1bb"
        await user.pilot.pause()
        assert user.draft.subject == "ab"
        assert "Control characters were left out." in user.line("foot")


async def test_loaded_texts_are_cleaned() -> None:
    draft = with_body("a\x1b]52;c;x\x07b", subject="s\x1bt", lines={"p2": "l\nm\x00"})
    async with opened(draft) as user:
        assert user.editor.body.text == "a]52;c;xb"
        assert (user.editor.view.subject.value, user.editor.view.line.value) == ("st", "l m")
        assert not user.app.published


async def test_a_huge_paste_is_cut_and_that_is_said() -> None:
    async with opened(with_body("start ")) as user:
        await user.paste("word " * 200_000)
        assert len(user.draft.body) == MAX_TEXT
        assert "20,000 characters are the most" in user.line("foot")


def test_the_key_table() -> None:
    # Help and palette have keys in the terminal's reach: nothing hangs on them.
    own = [key for key in EDITOR_KEYS if key.id not in ("app.help", "app.palette")]
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
