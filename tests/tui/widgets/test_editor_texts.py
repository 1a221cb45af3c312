"""Other texts in the editor: notes, templates, older ones, and the one that goes out."""

from __future__ import annotations

from dataclasses import replace as with_fields
from datetime import timedelta

import pytest

from store.interview import Version
from tests.own_languages import TURKISH, speaking
from tests.tui.widgets.editor_user import BODY, NOW, opened, with_body
from tui.keymap import Keymap
from tui.messages.open_draft import TemplateChoice
from tui.widgets.editor.editor import Editor


def choice(name: str, words: str) -> TemplateChoice:
    return TemplateChoice(name, "thanks", words)


async def test_reading_it_as_it_will_be_read() -> None:
    async with opened(with_body(BODY, lines={"p2": "Your question stays."})) as user:
        await user.press("f5")
        reading = user.editor.query_one("#editor-reading")
        assert "Your question stays." in user.editor.view.reading.text
        assert reading.display and not user.editor.body.display
        await user.press("down", "x", "escape")
        assert user.editor.body.has_focus and user.editor.body.display and not reading.display
        assert not user.app.published


async def test_what_was_asked_or_gone_to_in_one_letter_does_not_count_in_the_next() -> None:
    async with opened() as user:
        await user.press("f8", "f4")
        assert user.editor.view.question.display
        user.editor.open(with_fields(with_body("Other"), notes=()))
        await user.press("1", "f9")
        assert user.draft.body == "1Other"
        assert not user.draft.dismissed
        assert "Go to a finding first" in user.line("foot")
        await user.press("f5")
        user.editor.open(with_body("Third"))
        await user.press("2")
        assert user.draft.body == "2Third"
        assert not user.editor.view.reading.display


async def test_a_language_of_the_users_own_is_among_those_to_choose() -> None:
    with speaking(TURKISH):
        async with opened() as user:
            await user.press("f14")
            assert "5 Turkish" in user.editor.view.question.text
            await user.press("5")
            assert [one.language for one in user.said(Editor.LanguageAsked)] == ["tr"]


async def test_a_note_is_put_where_the_cursor_is() -> None:
    async with opened(with_body("About ")) as user:
        await user.press("ctrl+end", "f4")
        assert "said Kafka" in user.editor.view.question.text
        await user.press("x")
        assert "Search: x_" in user.editor.view.question.text
        await user.press("escape", "2")
        assert user.draft.body == "About {{ in a sentence: said Kafka, meant Pulsar }}"
        assert user.editor.body.text == "About «in a sentence: said Kafka, meant Pulsar»"
        assert "2 said Kafka, meant Pulsar" in user.side and "(✓ used)" not in user.side, "not in words yet"
        assert user.editor.body.has_focus
        await user.press("ctrl+z")
        assert user.editor.body.text == "About "


@pytest.mark.parametrize("key", ["k", "escape"])
async def test_a_template_over_a_text_asks_and_keeps(key: str) -> None:
    async with opened(with_body("My own words.")) as user:
        user.editor.offer("thanks-panel", "Other", "Dear Deniz,\n\nOther.")
        await user.press(key)
        assert user.editor.body.text == "My own words."
        assert not user.app.published
        assert user.editor.body.has_focus


async def test_a_template_over_a_text_replaces_it_and_the_text_comes_back() -> None:
    async with opened(with_body("My own words.")) as user:
        user.editor.offer("thanks-panel", "Other", "Dear Deniz,\n\nOther.")
        await user.press("f2", "r")
        assert not user.said(Editor.TemplateAsked), "a question stands: other keys wait"
        assert (user.draft.template, user.draft.subject) == ("thanks-panel", "Other")
        assert user.editor.body.text == "Dear Deniz,\n\nOther."
        assert user.said(Editor.Replaced)[-1].draft == user.draft
        await user.press("ctrl+z")
        assert user.draft.body == "My own words."
        await user.press("ctrl+y", "f3", "enter")
        assert user.draft.body == "My own words."


async def test_a_template_over_a_text_becomes_a_new_draft() -> None:
    async with opened(with_body("My own words.")) as user:
        user.editor.offer("thanks-panel", "Other", "Dear Deniz")
        await user.press("n")
        asked = user.said(Editor.NewDraftAsked)[-1]
        assert (asked.template, asked.subject, asked.body) == ("thanks-panel", "Other", "Dear Deniz")
        assert user.editor.body.text == "My own words."


async def test_a_template_over_an_untouched_one_takes_its_place() -> None:
    async with opened() as user:
        await user.press("ctrl+n", "ctrl+t")
        assert user.said(Editor.TemplateAsked)
        user.editor.choose_template([choice("thanks-panel", "After a panel: three people were there")])
        await user.press("1")
        assert user.said(Editor.TemplateChosen)[-1].template.name == "thanks-panel"
        user.editor.offer("thanks-panel", "Other", "Dear Deniz,\n\nOther.")
        await user.pilot.pause()
        assert user.editor.body.text == "Dear Joan,\n\nOther."


async def test_an_emptied_text_is_one_key_away() -> None:
    async with opened(with_body("My own words.")) as user:
        await user.press("ctrl+home", "ctrl+shift+k")
        user.editor.body.clear()
        await user.pilot.pause()
        assert user.draft.body == ""
        assert user.line("foot") == "Emptied. F3 brings the text back."
        await user.press("f3")
        assert user.draft.body == "My own words."


async def test_older_texts_are_looked_through_and_taken_back() -> None:
    versions = tuple(
        Version(at=NOW - timedelta(hours=4 - n), subject=f"S{n}", body=f"Text {n}") for n in range(3)
    )
    async with opened(with_body("Text now", versions=versions)) as user:
        await user.press("f3")
        assert "Older text 3 of 3, today 16:04" in user.editor.view.question.text
        await user.press("left", "left", "left")
        assert "Older text 1 of 3" in user.editor.view.question.text
        assert user.editor.view.reading.text == "S0\n\nText 0"
        await user.press("escape")
        assert not user.app.published
        await user.press("f3", "left", "enter")
        assert (user.draft.subject, user.draft.body) == ("S1", "Text 1")
        await user.press("f3")
        assert "of 3" in user.editor.view.question.text, "the text that stood here is an older one now"
        await user.press("escape", "ctrl+z")
        assert user.editor.body.text == "Text now"


async def test_what_was_undone_is_one_key_away() -> None:
    async with opened(with_body("Dear Deniz,")) as user:
        await user.press("ctrl+end")
        await user.write("\n\nthank you for the tour of the build farm.")
        typed = user.draft.body
        while "build farm" in user.editor.body.text:
            await user.press("ctrl+z")
        await user.press("f3")
        assert "build farm" in user.editor.view.reading.text
        await user.press("enter")
        assert user.draft.body == typed


CHOICES = [choice(f"template-{number}", f"Template {number}") for number in range(1, 10)]


async def test_templates_for_which_there_is_no_room_are_counted_and_scrolled_to() -> None:
    async with opened(size=(80, 24)) as user:
        user.editor.styles.height = 14
        await user.pilot.pause()
        user.editor.choose_template(CHOICES)
        await user.pilot.pause()
        question = user.editor.view.question
        assert "↓ 2 more" in question.text
        assert "Template 7" in question.text and "Template 8" not in question.text
        assert question.region.height == len(question.text.split("\n")) == question.size.height
        assert user.editor.view.region.contains_region(question.region)
        await user.press(*["down"] * 12)
        assert "Template 9" in question.text and "↑ 2 above" in question.text and "more" not in question.text
        await user.press("up", "8")
        assert user.said(Editor.TemplateChosen)[-1].template.name == "template-8"


async def test_a_list_is_searched_and_letters_choose_no_more() -> None:
    names = ("thanks-email", "thanks-panel", "höflich", *(f"other-{n}" for n in range(9)))
    async with opened() as user:
        user.editor.choose_template([choice(name, f"Words of {name}") for name in names])
        question = user.editor.view.question
        assert "/ or letters search" in question.text
        await user.press(*"thanks")
        assert "Search: thanks_" in question.text
        assert "Words of thanks-panel" in question.text and "other-1" not in question.text
        assert question.region.height == 3
        await user.press("down", "enter")
        assert user.said(Editor.TemplateChosen)[-1].template.name == "thanks-panel"
        assert not question.display


async def test_a_search_is_left_before_the_list_is() -> None:
    async with opened() as user:
        user.editor.choose_template([choice(name, name.title()) for name in ("straße", "höflich")])
        question = user.editor.view.question
        await user.press("slash", *"HOFX")
        assert "nothing fits" in question.text
        await user.press("enter")
        assert question.display and not user.said(Editor.TemplateChosen)
        await user.press("backspace")
        assert "Höflich" in question.text and "Straße" not in question.text
        await user.press("escape")
        assert "1 Straße" in question.text
        await user.press("slash", "backspace", "2")
        assert user.said(Editor.TemplateChosen)[-1].template.name == "höflich"


async def test_a_question_is_answered_by_the_users_own_keys() -> None:
    own = Keymap({"question.replace": "x", "question.back": "f9", "question.down": "j"})
    async with opened(with_body("My own words."), keymap=own) as user:
        user.editor.offer("thanks-panel", "Other", "Dear Deniz")
        assert "x replace it" in user.editor.view.question.text
        await user.press("r", "escape")
        assert user.editor.view.question.display
        await user.press("x")
        assert user.editor.body.text == "Dear Deniz"
        await user.press("f5")
        assert "j scroll" in user.editor.view.question.text
        await user.press("f9")
        assert user.editor.body.has_focus


@pytest.mark.parametrize(
    ("said", "next_key"),
    [("f8", "ctrl+n"), ("f8", "down"), ("f9", "tab"), ("f9", "f5"), ("f8", "f4"), ("f9", "x")],
)
async def test_what_was_said_goes_at_the_next_key(said: str, next_key: str) -> None:
    async with opened() as user:
        await user.press(said)
        assert user.editor.view.notice
        await user.press(next_key)
        assert not user.editor.view.notice
        assert "send" in user.line("foot")
