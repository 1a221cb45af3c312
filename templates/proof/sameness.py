"""How much of a text has been said before: by a template, or to another company."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from store.people.letters import fold
from templates.proof.draft import DraftText
from templates.proof.findings import Fault
from templates.proof.words import WORD

RUN = 4
"""Words in a run: shorter ones are shared by chance, longer ones broken by a single changed word."""
CANNED_SHARE = 0.35
COPY_SHARE = 0.60
_FEWEST_RUNS_OF_A_COPY = 12


@lru_cache(maxsize=512)
def runs(text: str) -> frozenset[int]:
    """The text's four-word runs, each as a number; case, marks and punctuation do not matter."""
    return frozenset(_runs([fold(word) for word in WORD.findall(text)]))


def _runs(words: list[str]) -> list[int]:
    return [hash(tuple(words[i : i + RUN])) for i in range(len(words) - RUN + 1)]


def unchanged(draft: DraftText) -> Iterator[Fault]:
    """`unchanged`: the text is what its template gives for this card, up to white space."""
    template = draft.case.template_text
    if template is not None and draft.text.strip() and _bare(draft.text) == _bare(template):
        yield Fault("This is the template word for word: add a sentence only you could write.")


def _bare(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).split()


def canned(draft: DraftText) -> Iterator[Fault]:
    """`canned`: over 35 % of the text's four-word runs stand in a template."""
    mine = _runs([word.fold for word in draft.words])
    if not mine or not draft.case.template_sources:
        return
    ready_made = frozenset[int]().union(*map(runs, draft.case.template_sources))
    share = sum(run in ready_made for run in mine) / len(mine)
    if share > CANNED_SHARE:
        why = f"{share:.0%} of this is a template's wording: say in your own words what stayed with you."
        yield Fault(why)


def near_copy(draft: DraftText) -> Iterator[Fault]:
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
    if most >= COPY_SHARE * len(mine):
        why = f"{most / len(mine):.0%} of this was already sent to {company}: write what is true only here."
        yield Fault(why)


@lru_cache(maxsize=4)
def _index(sent: tuple[tuple[str, str], ...]) -> dict[int, list[int]]:
    """Which messages hold a run, so that two hundred of them cost no more than one."""
    index: dict[int, list[int]] = {}
    for place, (_, text) in enumerate(sent):
        for run in runs(text):
            index.setdefault(run, []).append(place)
    return index
