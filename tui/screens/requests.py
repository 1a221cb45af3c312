"""What the editor asks the board for: another template, another draft, the user's own editor."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.app import SuspendNotSupported

from store.service import new_id
from tui.screens.writing import WritingDeeds

if TYPE_CHECKING:
    from tui.widgets.editor.editor import Editor


class EditorRequests(WritingDeeds):
    """Answers what the editor cannot do by itself."""

    async def on_editor_dismissed(self, event: Editor.Dismissed) -> None:
        """A check dismissed for good is kept beside the interviews; one for a draft lies in the draft."""
        if event.for_good:
            await self.work(lambda: self.service.dismiss_for_good(event.rule))

    async def on_editor_template_asked(self) -> None:
        from tui.messages import drafting

        if self._wanted is None or self.editor is None:
            return
        ranked = drafting.choices(
            self._wanted, self.library, self.service.book, self.settings, self.service.clock.now()
        )
        self.editor.choose_template([(one.name, f"{one.title}: {why}") for one, why in ranked])

    async def on_editor_template_chosen(self, event: Editor.TemplateChosen) -> None:
        from templates.template import BrokenTemplate, UnknownTemplate
        from tui.messages import drafting

        wanted, editor = self._wanted, self.editor
        if wanted is None or editor is None:
            return
        try:
            text = await self.in_thread(
                lambda: drafting.start(wanted, self.library, event.name, self.settings)
            )
        except (BrokenTemplate, UnknownTemplate) as why:
            editor.say(str(why))
            return
        editor.offer(event.name, text.subject, text.body)

    async def on_editor_new_draft_asked(self, event: Editor.NewDraftAsked) -> None:
        await self.keep_draft()
        wanted, editor = self._wanted, self.editor
        if wanted is None or editor is None or editor.writing is None:
            return
        fresh = replace(
            editor.writing.draft, id=new_id("d"), template=event.template, subject=event.subject,
            body=event.body, lines={}, versions=(), updated_at=None, dismissed=(),
        )  # fmt: skip
        await self._open(wanted, fresh, None)

    def on_editor_external_asked(self, event: Editor.ExternalAsked) -> None:
        """Let the user's own editor have the terminal for a while."""
        from store.files.paths import state_dir
        from tui.handover.external_editor import edit_text

        self.save_now()
        try:
            with self.app.suspend():
                found = edit_text(event.text, os.environ, state_dir())
        except SuspendNotSupported:
            return
        if self.editor is None:
            return
        if found.text is not None:
            self.editor.put(found.text)
        else:
            self.editor.say(found.said)
