"""What a text announces and may not have: a link, an attachment."""

from collections.abc import Iterator

from templates.proof.draft import DraftText
from templates.proof.findings import Objection
from templates.proof.phrases import phrase_list

_LINKS = phrase_list("link")
_ATTACHMENTS = phrase_list("attachment")


def promised_link(draft: DraftText) -> Iterator[Objection]:
    """`promised_link`: a link is announced, and the text has none."""
    if any("@" not in draft.text[start:end] or "://" in draft.text[start:end] for start, end in draft.links):
        return
    for found, _ in draft.spotted(_LINKS.get(draft.language, ())):
        why = f"“{_short(found[0])}” announces a link, and there is none: put it in."
        yield Objection(why, *found.span())


def attachment(draft: DraftText) -> Iterator[Objection]:
    """`attachment`: a file is announced, and none is known to go with the message."""
    if draft.case.attached:
        return
    for found, _ in draft.spotted(_ATTACHMENTS.get(draft.language, ())):
        why = f"“{_short(found[0])}”: do not forget to attach it."
        yield Objection(why, *found.span())


def _short(passage: str) -> str:
    return " ".join(passage.split())
