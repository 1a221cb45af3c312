"""What is on the disk after a life of the board, held against what the user remembers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from store.clock import WallClock
from store.database.autosave import FormPad
from store.database.left_behind import forms_left
from store.database.storage import SafeStorage
from store.service import Service
from store.settings import Settings
from templates.library import Library
from tests.terminal.board_home import database, stored
from tests.terminal.key_scripts.memory import FormKey, Memory, OpenForm, Typed, card_of
from tui.messages.drafting import new_draft, occasion_to_write

BERLIN = ZoneInfo("Europe/Berlin")


def begun(home: Path, company: str) -> str:
    """The text that a first letter to that company begins with."""
    settings = Settings()
    service = Service(SafeStorage(database(home)), WallClock(), settings.policy, BERLIN)
    book, now = service.load(), datetime.now(UTC)
    card = next(one for one in service.board().cards() if one.interview.company == company)
    occasion = occasion_to_write(card, settings, now)
    return new_draft(occasion, Library(), book, settings, now, draft_id="d").body


def compare(home: Path, memory: Memory, sure: float | None) -> None:
    """Fail where anything typed or said is missing, or anything is there that was not; then remember what is.

    The board has been started again. `sure`: the moment until which all must be there, where the board was
    killed; without one, all that reached it must be.
    """
    _compare_facts(home, memory, killed=sure is not None)
    _compare_letters(home, memory, sure)
    _compare_forms(home, memory, sure)


def _compare_facts(home: Path, memory: Memory, *, killed: bool) -> None:
    found = {one.company: card_of(one) for one in stored(home).values()}
    if memory.maybe is not None and found == memory.maybe:
        key = memory.saving
        form = memory.forms.get(key) if key is not None else None
        memory.settle()
        if killed and key is not None and form is not None:
            # Between the save and what follows on it there is time to be killed in.
            memory.forms[key] = replace(form, unwanted=True)
    else:
        assert found == memory.facts, f"{found} is there instead of {memory.facts} or {memory.maybe}"
        memory.lapse()


def _compare_letters(home: Path, memory: Memory, sure: float | None) -> None:
    drafts = {one.company: [draft.body for draft in one.drafts] for one in stored(home).values()}
    there = {company: bodies for company, bodies in drafts.items() if bodies}
    for company, typed in [*memory.letters.items()]:
        if company not in drafts:
            continue
        bodies = there.pop(company, [typed.base])
        assert len(bodies) == 1, bodies
        _compare(bodies[0], typed, sure)
        memory.letters[company] = Typed(bodies[0])
        if not drafts[company]:
            del memory.letters[company]
    assert not there, "nobody has written these letters"


def _compare(found: str, typed: Typed, sure: float | None) -> None:
    if sure is None:
        assert found == typed.whole, f"{found!r} is there instead of {typed.whole!r}"
        return
    assert typed.whole.startswith(found), f"{found!r} is no beginning of {typed.whole!r}"
    missing = len(typed.base) + typed.at_least(sure) - len(found)
    assert missing <= 0, f"{missing} characters of {typed.whole!r} are missing"


def left(home: Path, memory: Memory) -> dict[FormKey, FormPad]:
    """The forms that were begun and not saved, the last one last; also of interviews that are gone."""
    memory.names |= {key: one.company for key, one in stored(home).items()}
    pads = sorted(forms_left(database(home)).values(), key=lambda pad: pad.at)
    return {FormKey(pad.form, "".join(memory.names[one] for one in pad.interviews)): pad for pad in pads}


def _compare_forms(home: Path, memory: Memory, sure: float | None) -> None:
    pads = {key: pad for key, pad in left(home, memory).items() if pad.texts}
    for key, form in [*memory.forms.items()]:
        pad = pads.pop(key, None)
        texts = pad.texts if pad is not None else {}
        if pad is None and form.unwanted:
            del memory.forms[key]
            continue
        whole = "".join(texts.get(one.name, "") for one in form.fields)
        assert texts == form.texts(whole), f"{texts} is there instead of {form.texts()}"
        _compare(whole, form.typed, sure)
        if pad is None:
            del memory.forms[key]
        else:
            memory.forms[key] = OpenForm(form.fields, Typed(text=whole, lengths=[(0.0, len(whole))]))
    assert not pads, "nobody has begun these forms"
