"""The people of a card on their way into the phone's address book: codes to scan, or a file."""

from __future__ import annotations

import os
from functools import partial
from typing import Any

from textual.screen import Screen

from store.files.errors import StorageError, reason
from store.files.paths import state_dir
from store.interview import Interview
from store.people.vcard_text import AddressEntry, vcard
from store.rules.board import Card
from tui.handover.new_files import write_new
from tui.handover.outgoing import HandoverOutcome, means
from tui.screens.board_state import BoardState
from tui.screens.qr import CodeScreen
from tui.words.phone_codes import people_codes


class PeopleCodes:
    """Shows them."""

    def __init__(self, screen: Screen[Any], state: BoardState) -> None:
        self._screen = screen
        self._state = state

    def show(self, card: Card) -> None:
        """A code for each of its people, of whom there is one, and a key that writes all to a file."""
        entries, state = address_entries(card.interview), self._state
        country = state.settings.country or None
        save = partial(self._save, entries, card.interview.company)
        codes = CodeScreen(people_codes(entries, country), save=save, ascii_only=state.ascii_only)
        self._screen.app.push_screen(codes)

    def _save(self, entries: list[AddressEntry], company: str) -> HandoverOutcome:
        settings = self._state.settings
        folder = means(settings, os.environ, state_dir()).folder
        text = "".join(vcard(one, settings.country or None) for one in entries)
        try:
            path = write_new(text.encode("utf-8"), folder, company, ".vcf")
        except OSError as error:
            return HandoverOutcome(f"No file was written to {folder}: {reason(error)}.", ok=False)
        except StorageError as why:
            return HandoverOutcome(f"The file was {why}.", ok=False)
        return HandoverOutcome(f"Written: {path.name} in {folder}.", ok=True)


def address_entries(interview: Interview) -> list[AddressEntry]:
    """Everyone of the other side by whom there is anything to know them."""
    found = [
        AddressEntry(
            name=one.name, called=one.called, title=one.title, company=interview.company,
            email=one.email or "", phone=one.phone or "", mobile=one.whatsapp,
        )
        for one in interview.people
    ]  # fmt: skip
    return [one for one in found if one.name or one.email or one.phone]
