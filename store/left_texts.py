"""Texts that nothing takes in by itself: their card is gone, or the file that holds them is not believed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from store.database import autosave, left_behind
from store.database.autosave import FormPad, Pad
from store.database.outside_texts import OUTSIDE, text_file
from store.interview import Draft, utc
from store.service import Service


class LeftText(NamedTuple):
    """One of them."""

    interview: str
    """An id; blank where it is not known, or a form is for a new interview."""
    whose: str
    """Company and role, as far as they are known."""
    what: str
    """The purpose of a draft; a form's title."""
    at: datetime | None
    """When it was last typed in; None where that is not known."""
    text: str
    """All of it, in lines."""
    files: tuple[Path, ...]
    """What holds it; none where it was saved, and an undo brings its card back."""


def left_texts(service: Service) -> list[LeftText]:
    """All of them, those whose card is gone first. The database has been read."""
    if not autosave.any_left(service.path):
        return _undoable(service)
    there = service.book.interviews
    pads: dict[Path, Pad | FormPad] = {
        file: pad for file, pad in left_behind.lying(service.path).items() if pad.interview not in there
    }
    pads |= {
        file: form
        for file, form in left_behind.forms_left(service.path).items()
        if form.interviews and not any(one in there for one in form.interviews)
    }
    unbelieved = {one.file: one.pad for one in left_behind.unbelieved(service.path) if one.pad is not None}
    return [
        *(_of(pad, file, service) for file, pad in pads.items()),
        *_undoable(service),
        *(_of(pad, file, service) for file, pad in unbelieved.items()),
    ]


def _of(pad: Pad | FormPad, file: Path, service: Service) -> LeftText:
    if isinstance(pad, Pad):
        whose = service.whose(pad.interview)
        at = pad.draft.updated_at or _at(pad)
        outside = text_file(file) if file.suffix == OUTSIDE else None
        files = (file,) if outside is None else (file, outside)
        return LeftText(pad.interview, whose, pad.draft.purpose, at, _letter(pad.draft), files)
    interview = next(iter(pad.interviews), "")
    return LeftText(interview, service.whose(interview), pad.title, _at(pad), _form(pad), (file,))


def _at(pad: Pad | FormPad) -> datetime | None:
    """When it was typed in; of a file that is not believed that may be no time at all."""
    try:
        return utc(pad.at)
    except (ValueError, OverflowError):
        return None


def _undoable(service: Service) -> list[LeftText]:
    """Drafts of cards that were deleted."""
    return [
        LeftText(key, service.whose(key), draft.purpose, draft.updated_at, _letter(draft), ())
        for step in service.storage.steps.values()
        for key, was in step.interviews.items()
        if was.whole is not None and key not in service.book.interviews
        for draft in was.whole.drafts
    ]


def _letter(draft: Draft) -> str:
    subject = f"Subject: {draft.subject}\n\n" if draft.subject else ""
    return "\n".join([f"{subject}{draft.body}", *(f"{to}: {line}" for to, line in draft.lines.items())])


def _form(pad: FormPad) -> str:
    picks = {name: ", ".join(words) for name, words in pad.picks.items()}
    return "\n".join(f"{name}: {words}" for name, words in (pad.texts | picks).items())
