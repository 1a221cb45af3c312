"""Money, which is theirs to bring up until an offer is there."""

import re
from collections.abc import Iterator

from store.people.letters import fold
from templates.proof.draft import DraftText
from templates.proof.findings import Objection
from templates.proof.words import WORD, wordset

_PAY = wordset(
    """
    salary salaries pay compensation remuneration wage wages stipend gehalt gehaltsvorstellung vergutung
    salaire salario sueldo
    """
)
_EXTRAS = wordset("bonus benefits perks overtime")
"""Words for pay where a sentence asks for them, and not for the benefits of something."""
_FOR_SURE = _PAY | {"bonus"}
_NO_PAY_BEFORE = wordset("to will would could can not i you they we who")
"""Before "pay", these make it a verb."""
_OURS = wordset("my i we me")
_SETTLING = wordset(
    """
    discuss negotiate negotiable negotiation expectation expectations expect requirement requirements
    clarify need know ask asking hear figure range minimum least raise increase competitive matters
    important match better must vorstellung vorstellungen erwartung pretentions expectativa expectativas
    """
)
_THEIRS = wordset(
    "thank thanks appreciate appreciated grateful open frank candid transparent honest upfront asked"
)
_MONEY_GOES_ON = (
    r"(?=\s{0,2}(?:[.,;:!?)]|$|\n|(?:to|and|or) \d|p\.?a\b|"
    r"(?:euros?|dollars?|pounds?|gross|net|base|before|annual|yearly|plus|as|for|or (?:more|above))\b|"
    r"(?:a|per|each) (?:year|annum|month|hour|day)\b))"
)
_SUM = re.compile(
    r"(?:[$€£]|\b(?:USD|EUR|GBP|CHF)) ?\d[\d.,']*(?: ?[kK]\b)?|"
    rf"(?:\b\d{{1,3}}(?:[.,' ]\d{{3}}){{1,3}}\b|\b\d{{2,3}} ?[kK]\b|\b\d{{5,6}}\b){_MONEY_GOES_ON}"
)
_WANTED = re.compile(
    r"\b(?:i(?:'d| would| will|'ll)?(?: also| really)? (?:need|want|expect|ask for|require|hope for|"
    r"settle for|not work for less|am looking for|am hoping for|accept)|"
    r"i(?:'m| am) (?:looking|hoping|asking) for|"
    r"my (?:current|present|last|minimum|target|desired) |i (?:currently |now )?(?:earn|make|get))\b",
    re.IGNORECASE,
)
_WHAT_YOU_PAY = re.compile(
    r"\b(?:what (?:do |would |will )?you (?:would |will )?pay|"
    r"how much (?:(?:do|would|will) you|(?:does|would) (?:it|the (?:\w+ )?(?:job|role|position|post))) pay|"
    r"what (?:it|the (?:\w+ )?(?:job|role|position|post)) pays)\b",
    re.IGNORECASE,
)
_A_TIME = re.compile(
    r"\b(?:a|per) (?:year|annum|month|hour|day)\b|\bp\.?a\.?\b|\bannually\b|\bhourly\b|\byearly\b", re.I
)


def speaks_of_pay(topic: str) -> bool:
    """Whether a topic is about what the work is paid."""
    return not _PAY.isdisjoint(fold(word) for word in WORD.findall(topic))


def salary(draft: DraftText) -> Iterator[Objection]:
    """`salary`: pay is asked for or named, and neither an offer is there nor was money talked about."""
    case = draft.case
    if case.offer or case.result == "offer" or case.salary_topic or any(map(speaks_of_pay, case.topics)):
        return
    for start, end in draft.sentences:
        found = _demand(draft, start, end)
        if found is not None:
            passage = " ".join(draft.text[found[0] : found[1]].split())
            yield Objection(f"“{passage}”: wait until they raise pay, or there is an offer.", *found)


def _demand(draft: DraftText, start: int, end: int) -> tuple[int, int] | None:
    """Where a sentence names a sum for oneself, or asks about pay."""
    folds = frozenset(word.fold for word in draft.words_in(start, end))
    pay = next(_words_for_pay(draft, start, end), None)
    amount = next((m for m in _SUM.finditer(draft.prose, start, end) if not draft.in_link(m.start())), None)
    if amount is not None and not _OURS.isdisjoint(folds):
        of_pay = pay is not None and _THEIRS.isdisjoint(folds)
        if of_pay or _WANTED.search(draft.prose, start, end) or _A_TIME.match(draft.prose, amount.end()):
            return amount.start(), amount.start() + len(amount[0].rstrip(" .,"))
    if asked := _WHAT_YOU_PAY.search(draft.prose, start, end):
        return asked.span()
    if pay is None or not _THEIRS.isdisjoint(folds):
        return None
    asks = draft.prose[start:end].rstrip("\"”')").endswith("?")
    own = any(word.fold == "my" for word in draft.words[max(0, pay - 2) : pay])
    if asks or own or (draft.words[pay].fold in _FOR_SURE and not _SETTLING.isdisjoint(folds)):
        return draft.words[pay].start, draft.words[pay].end
    return None


def _words_for_pay(draft: DraftText, start: int, end: int) -> Iterator[int]:
    """The words of a sentence that speak of pay, by their index."""
    for index in range(draft.index_at(start), draft.index_at(end)):
        word = draft.words[index]
        before = draft.words[index - 1].fold if index else ""
        after = draft.words[index + 1].fold if index + 1 < len(draft.words) else ""
        if (word.fold in _PAY and not (word.fold == "pay" and before in _NO_PAY_BEFORE)) or (
            word.fold in _EXTRAS and after != "of"
        ):
            yield index
