"""What stands in brackets, or is said to be something, added to the draft of whom it is about. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from store.interview import Ask
from store.people.beside_names import (
    Kind,
    is_some_company,
    is_the_user,
    may_be_a_nickname,
    may_be_a_title,
)
from store.people.left_over import unknown
from store.people.parts import Part, pieces_of
from store.people.person_draft import PersonDraft, kind_beside

_BESIDE = ("company", "dropped", "title", "office")
_NAMES = ("name", "maybe a name")


def add_mark(draft: PersonDraft, part: Part, companies: Sequence[str]) -> None:
    """Add what is said to be something, or stands where it is: `(called Jo)`, `Title: CTO`, a link."""
    if part.kind == "title":
        draft.exact_title = ", ".join(filter(None, (draft.exact_title, part.text)))
    elif part.kind == "note":
        draft.notes.append(part.text)
    elif part.kind == "called":
        draft.called = part.text
    elif part.kind == "ask":
        draft.ask = cast("Ask", part.text)
    elif part.kind == "role":
        draft.titles += [] if draft.titles or draft.exact_title else [part.text]
    elif part.kind == "whatsapp":
        draft.whatsapp = True
    elif part.kind == "company" and kind_beside(part.text, draft.emails, companies) != "company":
        draft.left.append(unknown(part.text))
    else:
        draft.dropped.append(part.text)


def add_bracket(draft: PersonDraft, part: Part, kind_of_text: Callable[[str], Kind]) -> None:
    """Add what stands in brackets behind a name: titles, a company, a nickname; or it is left over."""
    pieces = pieces_of(part.text)
    first = kind_of_text(pieces[0]) if pieces else "unknown"
    if first not in _BESIDE or (is_some_company(pieces[0]) and first != "company"):
        if not draft.name and (draft.emails or draft.numbers) and kind_of_text(part.text) in _NAMES:
            draft.name = part.text
            return
        if draft.name and draft.continues and not draft.exact and may_be_a_nickname(part.text):
            # Whether it is how they are called is told from the whole name.
            draft.name += f" ({part.text})"
            return
        draft.left.append(unknown(part.text))
        pieces = []
    for piece in pieces:
        kind = kind_of_text(piece)
        if is_the_user(piece):
            draft.user = True
        elif kind in ("company", "dropped"):
            draft.dropped.append(piece)
        elif kind in ("title", "office") or may_be_a_title(piece):
            draft.titles.append(piece)
        else:
            draft.left.append(unknown(piece))
    draft.continues = False
