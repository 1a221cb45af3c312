"""What was not written for this message: a template's wording, an earlier letter's."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from store.people.letters import fold
from templates.proof.draft import DraftText
from templates.proof.findings import Case, Objection
from templates.proof.words import WORD

RUN = 4
"""Words in a run: shorter ones are shared by chance, longer ones broken by a single changed word."""
OWN_SHARE = 0.65
"""How much of thanks should be in the user's own words."""
_CANNED_BLOCKS = 0.60
_COPY_SHARE = 0.60
_FEWEST_RUNS_OF_A_COPY = 12
_GAP = re.compile(r"\{\{[^{}]*\}\}|«[^«»\n]*»|\{\w+\}")
_MADE_BY_JINJA = re.compile(r"\{%[^%]*%\}")


@lru_cache(maxsize=512)
def _sent_runs(text: str) -> frozenset[int]:
    return frozenset(_runs([fold(word) for word in WORD.findall(text)]))


@lru_cache(maxsize=256)
def _template_runs(text: str) -> frozenset[int]:
    """The four-word runs of a template that go through none of its gaps: what fills those is the user's."""
    first, *commented = text.split("{#")
    said = " ".join((first, *(piece.partition("#}")[2] for piece in commented)))
    bare = _MADE_BY_JINJA.sub(" ", said)
    return frozenset().union(
        *(_runs([fold(word) for word in WORD.findall(piece)]) for piece in _GAP.split(bare))
    )


def _runs(words: list[str]) -> list[int]:
    """The four-word runs, each as a number; case, marks and punctuation do not matter."""
    return [hash(tuple(words[i : i + RUN])) for i in range(len(words) - RUN + 1)]


def unchanged(draft: DraftText) -> Iterator[Objection]:
    """`unchanged`: the text is what its template gives for this card, up to white space."""
    template = draft.case.template_text
    if template is not None and draft.text.strip() and _bare(draft.text) == _bare(template):
        yield Objection("This is the template word for word: add a sentence only you could write.")


def _bare(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).split()


def own_share(draft: DraftText) -> float | None:
    """How much of a text is in the user's own words, from 0 to 1; None where there is nothing to compare."""
    mine = _runs([word.fold for word in draft.words])
    if not mine or not draft.case.template_sources:
        return None
    ready_made = _ready_made(draft.case.template_sources)
    return 1 - sum(run in ready_made for run in mine) / len(mine)


@lru_cache(maxsize=8)
def _ready_made(sources: tuple[str, ...]) -> frozenset[int]:
    return frozenset().union(*map(_template_runs, sources))


def own_share_aimed_at(case: Case) -> float:
    """How much of such a text should be in the user's own words.

    Thanks are worth what is one's own in them; the rest has to be right, and may be said as others do.
    """
    return OWN_SHARE if case.purpose == "thanks" else 1 - _CANNED_BLOCKS


def canned(draft: DraftText) -> Iterator[Objection]:
    """`canned`: over 35 % of the four-word runs of thanks stand in a template; from 60 % on that blocks.

    Of other messages it is over 60 %, and never blocks.
    """
    own = own_share(draft)
    if own is not None and own < own_share_aimed_at(draft.case) - 1e-9:
        blocks = draft.case.purpose == "thanks" and 1 - own >= _CANNED_BLOCKS - 1e-9
        why = f"{1 - own:.0%} of this is the template's wording: change a sentence or two into your own."
        yield Objection(why, level="block" if blocks else "warn")


def near_copy(draft: DraftText) -> Iterator[Objection]:
    """`near_copy`: at least 60 % of the runs stand in one message sent to another company."""
    mine = frozenset(_runs([word.fold for word in draft.words]))
    if len(mine) < _FEWEST_RUNS_OF_A_COPY or not draft.case.sent_elsewhere:
        return
    counts = [0] * len(draft.case.sent_elsewhere)
    index = _index(draft.case.sent_elsewhere)
    for run in mine:
        for place in index.get(run, ()):
            counts[place] += 1
    here = fold(draft.case.company)
    found = [
        (n, company)
        for n, (company, _) in zip(counts, draft.case.sent_elsewhere, strict=True)
        if fold(company) != here
    ]
    most, company = max(found, default=(0, ""))
    if most >= _COPY_SHARE * len(mine):
        why = f"{most / len(mine):.0%} of this was already sent to {company}: write what is true only here."
        yield Objection(why)


@lru_cache(maxsize=4)
def _index(sent: tuple[tuple[str, str], ...]) -> dict[int, list[int]]:
    """Which messages hold a run, so that two hundred of them cost no more than one."""
    index: dict[int, list[int]] = {}
    for place, (_, text) in enumerate(sent):
        for run in _sent_runs(text):
            index.setdefault(run, []).append(place)
    return index
