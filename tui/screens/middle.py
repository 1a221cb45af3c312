"""What lies between headline and keys: the columns and the editor, whose wishes are carried out from here.

The editor's messages are found by name, as it is not imported before it is opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container

from tui.screens.card_actions import CardActions
from tui.screens.editor_host import EditorHost
from tui.screens.other_texts import OtherTexts
from tui.screens.sending import Sending
from tui.screens.withdrawals import Withdrawals

if TYPE_CHECKING:
    from tui.widgets.editor.editor import Editor


class Middle(Container):
    """Hands what the editor asks for to who does it."""

    def __init__(
        self,
        host: EditorHost,
        texts: OtherTexts,
        sending: Sending,
        actions: CardActions,
        withdrawals: Withdrawals,
        *,
        id: str,  # noqa: A002 - the framework's own name
    ) -> None:
        super().__init__(id=id)
        self._host = host
        self._texts = texts
        self._sending = sending
        self._actions = actions
        self._withdrawals = withdrawals

    def on_editor_typed(self, event: Editor.Typed) -> None:
        self._host.typed(event.interview_id, event.draft, event.seen)

    async def on_editor_left(self, event: Editor.Left) -> None:
        writing = self._host.editor.writing if self._host.editor is not None else None
        with event.opening:
            await self._host.close()
        if writing is not None:
            self._withdrawals.left(writing.opened.interview_id)

    async def on_editor_replaced(self, event: Editor.Replaced) -> None:
        await self._host.replaced(event.interview_id, event.draft, event.seen)

    async def on_editor_dismissed(self, event: Editor.Dismissed) -> None:
        if event.for_good:
            await self._host.dismiss(event.rule)

    async def on_editor_word_learnt(self, event: Editor.WordLearnt) -> None:
        await self._texts.own.learn(event.word)

    def on_editor_template_asked(self, event: Editor.TemplateAsked) -> None:
        with event.opening:
            self._texts.offer_templates()

    async def on_editor_template_chosen(self, event: Editor.TemplateChosen) -> None:
        with event.opening:
            await self._texts.start_from(event.template)

    async def on_editor_new_draft_asked(self, event: Editor.NewDraftAsked) -> None:
        with event.opening:
            await self._texts.new_draft(event.template, event.subject, event.body)

    async def on_editor_person_asked(self, event: Editor.PersonAsked) -> None:
        with event.opening:
            await self._texts.turn_to(event.person_id)

    async def on_editor_language_asked(self, event: Editor.LanguageAsked) -> None:
        with event.opening:
            await self._texts.write_in(event.language)

    def on_editor_name_asked(self, event: Editor.NameAsked) -> None:
        self._texts.ask_name(event.opening)

    def on_editor_external_asked(self, event: Editor.ExternalAsked) -> None:
        with event.opening:
            self._texts.edit_outside()

    def on_editor_owes_asked(self, event: Editor.OwesAsked) -> None:
        with event.opening:
            self._actions.do_from_page(event.interview_id, "owes", None)

    def on_editor_sent_asked(self, event: Editor.SentAsked) -> None:
        self._sending.hand_over(event.opening)
