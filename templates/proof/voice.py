"""Whose voice a text has: the one of all thank-you notes, a machine's, or one out of breath."""

import re
from collections.abc import Iterator

from templates.length import word_count
from templates.proof.draft import DraftText
from templates.proof.findings import Objection
from templates.proof.phrases import phrase_list

_STOCK = phrase_list("stock")
_MACHINE = phrase_list("machine")
_STOCK_KINDS, _STOCK_SHARE = 6, 0.25
_MARKS = 3
"""Different marks of a machine from which on a text sounds like one."""
_DASH = re.compile(r" ?— ?| – | -- ")
_DASHES = 3
_LONG_FOR_DASHES = 20
LONGEST_SENTENCE = 45
"""Words a sentence may have and still be read in one breath."""


def stock(draft: DraftText) -> Iterator[Objection]:
    """`stock`: six kinds of stock phrases or more, and a quarter of the words in them."""
    kinds: dict[str, str] = {}
    covered: set[int] = set()
    for found, each in draft.spotted(_STOCK[draft.language]):
        if not draft.in_signature(found.start()):
            kinds.setdefault(each.why, " ".join(found[0].split()))
            first = draft.index_at(found.start())
            covered.update(range(first, first + len(draft.words_in(*found.span()))))
    share = len(covered) / max(1, len(draft.words))
    if len(kinds) >= _STOCK_KINDS and share >= _STOCK_SHARE:
        some = ", ".join(f"“{passage}”" for passage in list(kinds.values())[:3])
        yield Objection(
            f"{share:.0%} of this stands in most thank-you notes ({some}): say what only you can say."
        )


def ai_voice(draft: DraftText) -> Iterator[Objection]:
    """`ai_voice`: three different marks or more of a text that a machine wrote."""
    marks: dict[str, tuple[int, int]] = {}
    for found, each in draft.spotted(_MACHINE[draft.language]):
        if not any(
            word.fold in draft.names.familiar and word.capital for word in draft.words_in(*found.span())
        ):
            marks.setdefault(each.why, found.span())
    if dashed := _dashed(draft):
        marks["dashes"] = dashed
    if len(marks) >= _MARKS:
        some = ", ".join(f"“{_passage(draft, span)}”" for span in list(marks.values())[:3])
        yield Objection(
            f"{some}: together these sound like a machine; write as you speak.", *min(marks.values())
        )


def _passage(draft: DraftText, span: tuple[int, int]) -> str:
    return " ".join(draft.text[span[0] : min(span[1], span[0] + 40)].split())


def _dashed(draft: DraftText) -> tuple[int, int] | None:
    """The third dash in long sentences."""
    dashes = [
        found.span()
        for start, end in draft.sentences
        if len(draft.words_in(start, end)) >= _LONG_FOR_DASHES
        for found in _DASH.finditer(draft.prose, start, end)
    ]
    return dashes[_DASHES - 1] if len(dashes) >= _DASHES else None


def long_sentence(draft: DraftText) -> Iterator[Objection]:
    """`long_sentence`: more words than are read in one breath; a semicolon lets one take breath."""
    for start, end in draft.sentences:
        count = max(map(word_count, draft.prose[start:end].split(";")))
        if count > LONGEST_SENTENCE:
            yield Objection(f"This sentence has {count} words: make two of it.", start, end)
