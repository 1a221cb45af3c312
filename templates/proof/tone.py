"""How a text sounds: too casual, too pushy, too humble, or like everyone else's."""

import re
from collections.abc import Iterator

from store.people.letters import fold
from templates.proof.draft import DraftText
from templates.proof.findings import Objection
from templates.proof.phrases import Phrase, phrase_list
from templates.proof.words import COMMON, WORD, is_common, read_list, wordset

_SLANG = wordset(
    """
    gonna wanna gotta kinda sorta dunno lemme gimme u ur thx thnx tnx tysm pls plz lol lmao rofl omg btw imo
    imho tbh idk ngl ttyl brb cya l8r gr8 2day 2moro 2morrow b4 tho thru cuz coz cos haha hahaha hehe yeah
    yep yup nope nah awesome stoked psyched dude dudes bro guys dope legit chillax lit yolo xoxo xx sup
    wassup yo meh cheerz ya yall whatcha gotcha outta defo totes obvs tmrw tmr msg sry
    """
)
# Lower case only: in capitals, or with one, these are something else.
_ONLY_SMALL = wordset("u ur cos legit lit ya sup yo coz msg xx btw imo")
_CASUAL = phrase_list("casual")
_INSINUATING = phrase_list("insinuating")
_PRESUMING = phrase_list("presuming")
_OTHER_OFFERS = phrase_list("offers")
_BELITTLING = phrase_list("belittling")
_OPENERS = phrase_list("openers")
_EMOJI = re.compile(
    "[\U0001f300-\U0001faff\U0001f1e6-\U0001f1ff\u2600-\u26ff\u2702-\u27b0\u2b50\u2b55\u2764\u263a\u2639]"
    "[\ufe0e\ufe0f\u200d\U0001f300-\U0001faff]{0,10}"
)
_SMILEY = re.compile(r"(?<![\w:])(?:[:;=]-?[)(DPp|*]|<3|\^\^|xD|XD)(?![\w)])")
_STRETCHED = re.compile(r"\b[^\W\d_]{0,20}?([a-z])\1\1+[^\W\d_]{0,20}\b", re.IGNORECASE)
_ROMAN_OR_WEB = re.compile(r"[ivxlcm]+|www|[a]+", re.IGNORECASE)
_SHOUTED_SHORT = wordset("so not all now too and the for any can was how")
_ACRONYMS_THAT_ARE_WORDS = wordset(read_list("acronyms"))


def casual(draft: DraftText) -> Iterator[Objection]:
    """`casual`: slang, texting, smileys, shouting in capitals or exclamation marks."""
    if draft.language == "en":
        yield from _slang(draft)
        yield from _shouting(draft)
    for pattern in (_EMOJI, _SMILEY):
        for found in pattern.finditer(draft.text):
            if not draft.in_link(found.start()):
                why = f"“{found[0]}” may not be read as you mean it: say it in words."
                yield Objection(why, *found.span())
    yield from _stretched(draft)
    yield from _exclamations(draft)


def _slang(draft: DraftText) -> Iterator[Objection]:
    for word in draft.words:
        if _is_slang(draft, word.fold, word.text) and not draft.in_link(word.start):
            yield _too_casual(draft, word.start, word.end)
    for found, _ in draft.spotted(_CASUAL["en"]):
        yield _too_casual(draft, *found.span())
    if draft.case.channel in ("email", "letter") and (
        hey := re.match(r"\s{0,9}hey\b", draft.text, re.IGNORECASE)
    ):
        yield Objection("“Hey” is for friends: “Hello” or “Dear” is safer.", *hey.span())


def _is_slang(draft: DraftText, folded: str, written: str) -> bool:
    if folded not in _SLANG or folded in draft.names.familiar or folded in draft.case.known_words:
        return False
    return written.islower() or written[0].isdigit() or folded not in _ONLY_SMALL


def _too_casual(draft: DraftText, start: int, end: int) -> Objection:
    why = f"“{draft.text[start:end]}” is how one writes to friends: say it as you would in the interview."
    return Objection(why, start, end)


def _stretched(draft: DraftText) -> Iterator[Objection]:
    for word in draft.words:
        if len(word.text) > 40 or _ROMAN_OR_WEB.fullmatch(word.text) or any(map(str.isdigit, word.text)):
            continue
        if _STRETCHED.fullmatch(word.text) and not word.text.isupper() and not draft.in_link(word.start):
            why = f"“{word.text}” sounds like chatting: write the word plainly."
            yield Objection(why, word.start, word.end)


def _shouting(draft: DraftText) -> Iterator[Objection]:
    for word in draft.words:
        if not word.text.isupper() or len(word.text) < 3 or draft.in_link(word.start):
            continue
        if word.fold in _names_in_capitals(draft) or word.fold in _ACRONYMS_THAT_ARE_WORDS:
            continue
        if (
            word.fold in _SHOUTED_SHORT
            or (len(word.text) > 3 and is_common(word.fold))
            or _long_shout(word.fold)
        ):
            why = f"“{word.text}” in capitals reads as shouting: small letters carry further."
            yield Objection(why, word.start, word.end)


def _long_shout(folded: str) -> bool:
    return len(folded) > 9 and folded not in COMMON


def _names_in_capitals(draft: DraftText) -> frozenset[str]:
    case = draft.case
    names = {
        fold(word) for company in case.other_companies for word in WORD.findall(company) if word.isupper()
    }
    return draft.names.familiar | case.known_words | names


def _exclamations(draft: DraftText) -> Iterator[Objection]:
    several = re.search(r"![!?1]+|\?!|\?{2,}", draft.text)
    if several:
        yield Objection(f"“{several[0]}” is too loud: one mark is enough.", *several.span())
        return
    marks = [m.start() for m in re.finditer("!", draft.text)]
    if len(marks) > 2:
        why = f"{len(marks)} exclamation marks sound breathless: keep one at most."
        yield Objection(why, marks[2], marks[2] + 1)


def insinuating(draft: DraftText) -> Iterator[Objection]:
    """`insinuating`: what presumes the job, presses for an answer, offers a gift or flatters a person.

    Where an offer is there, starting and the contract are no presumption. Another offer is no pressure where
    one replies, or asks how things stand.
    """
    case = draft.case
    has_offer = case.offer or case.result == "offer"
    phrases = _INSINUATING[draft.language]
    if not has_offer:
        phrases += _PRESUMING.get(draft.language, ())
    if not has_offer and case.purpose not in ("reply", "status"):
        phrases += _OTHER_OFFERS.get(draft.language, ())
    yield from _spotted(draft, phrases)


def belittling(draft: DraftText) -> Iterator[Objection]:
    """`belittling`: apologies for oneself, begging, working for nothing."""
    yield from _spotted(draft, _BELITTLING[draft.language])


def _spotted(draft: DraftText, phrases: tuple[Phrase, ...]) -> Iterator[Objection]:
    """Where the phrases stand, but for what a topic or a loose end has word for word."""
    said = " ".join((*draft.case.topics, *draft.case.loose_ends)).casefold()
    for found, each in draft.spotted(phrases):
        passage = " ".join(found[0].split())
        if passage.casefold() not in said:
            yield Objection(each.why.format(passage), *found.span())


def opener(draft: DraftText) -> Iterator[Objection]:
    """`opener`: phrases everyone begins with."""
    for found, _ in draft.spotted(_OPENERS[draft.language]):
        passage = " ".join(found[0].split())
        why = f"“{passage}” begins half of all e-mails: begin with what you want to say."
        yield Objection(why, *found.span())
