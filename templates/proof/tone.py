"""How a text sounds: too casual, too pushy, or like everyone else's."""

import re
from collections.abc import Iterator

from templates.proof.common import COMMON, is_common
from templates.proof.draft import Draft
from templates.proof.findings import Finding
from templates.proof.folding import WORD, fold, wordset
from templates.proof.phrases import phrase, spotted

_SLANG = wordset(
    """
    gonna wanna gotta kinda sorta dunno lemme gimme u ur thx thnx tnx tysm pls plz lol lmao rofl omg btw imo
    imho tbh idk ngl ttyl brb cya l8r gr8 2day 2moro 2morrow b4 tho thru cuz coz cos haha hahaha hehe yeah
    yep yup nope nah awesome stoked psyched dude dudes bro guys dope legit chillax lit yolo xoxo
    xx sup wassup yo meh cheerz ya yall whatcha gotcha outta defo totes obvs tmrw tmr msg sry
    """
)
# Lower case only: in capitals, or with one, these are something else.
_ONLY_SMALL = wordset("u ur cos legit lit ya sup yo coz msg xx btw imo")
_CASUAL = (
    phrase("ain", "ain't"),
    phrase("y", "y'all"),
    phrase("r", "r u|how r|c u"),
    phrase("4", "4 (?:u|the|your|me)"),
    phrase("super", "super (?:cool|excited|pumped|fun|nice|awesome|happy|keen|stoked)"),
    phrase(
        "cool",
        "(?:be|sounds?|looks?|seems?|was|is|it's|so|really|pretty|very|super) cool(?! head| room| storage)|"
        "cool (?:stuff|people|place|office|team|job|guys|company)",
    ),
    phrase("blast", "(?:had|such|it was) a blast"),
    phrase("killed nailed rocked smashed", "(?:killed|nailed|rocked|smashed) (?:it|that|the interview)"),
    phrase("hit", "hit me up"),
    phrase("hang", "hang out"),
    phrase("tons", "tons of"),
    phrase("crazy insane", "(?:crazy|insanely|insane) (?:good|cool|fun|nice|smart|busy)"),
    phrase("chat", "great chat,? (?:man|mate)"),
    phrase("mate man buddy", "(?:thanks|hi|hey|cheers),? (?:mate|man|buddy)"),
    phrase("vibe vibes", "(?:good|great|nice|the|cool) vibes?"),
    phrase("pumped", "(?:so|really|super) pumped"),
    phrase("catch", "catch (?:ya|you) later"),
    phrase("wait", "can't wait!"),
    phrase("holla", "holla"),
)
_EMOJI = re.compile(
    "[\U0001f300-\U0001faff\U0001f1e6-\U0001f1ff\u2600-\u26ff\u2702-\u27b0\u2b50\u2b55\u2764\u263a\u2639]"
    "[\ufe0e\ufe0f\u200d\U0001f300-\U0001faff]{0,10}"
)
_SMILEY = re.compile(r"(?<![\w:])(?:[:;=]-?[)(DPp|*]|<3|\^\^|xD|XD)(?![\w)])")
_STRETCHED = re.compile(r"\b[^\W\d_]{0,20}?([a-z])\1\1+[^\W\d_]{0,20}\b", re.IGNORECASE)
_ROMAN_OR_WEB = re.compile(r"[ivxlcm]+|www|[a]+", re.IGNORECASE)
_SHOUTED_SHORT = wordset("so not all now too and the for any can was how")
_ACRONYMS_THAT_ARE_WORDS = wordset(
    """
    rest solid safe lean agile epic flask spark swift rust helm dry kiss raft case base acid smart star soap
    rag move stem lamp mean bert nest fair dash sass less raid play crud care aids ping hub port pin ram rom
    mask cap arc bus nose ace aim arm ash bat bit can cat dog fit gap gas hip jam lab map max min mix mop
    nut pan pat pet pie sat set sip tip top who was win yes march may sun war wise start scale basic salt
    react tall fast fish grace hope focus spring score scope scan post get put delete select insert update
    where join into
    values null table group order having and or not like between
    """
)


def casual(draft: Draft) -> Iterator[Finding]:
    """`casual`: slang, texting, smileys, shouting in capitals or exclamation marks."""
    for word in draft.words:
        if _is_slang(draft, word.fold, word.text) and not draft.in_link(word.start):
            yield _too_casual(draft, word.start, word.end)
    for found, _ in spotted(draft, _CASUAL):
        yield _too_casual(draft, *found.span())
    if draft.case.channel in ("email", "letter") and (
        hey := re.match(r"\s{0,9}hey\b", draft.text, re.IGNORECASE)
    ):
        yield draft.finding("casual", "“Hey” is for friends: “Hello” or “Dear” is safer.", *hey.span())
    for pattern in (_EMOJI, _SMILEY):
        for found in pattern.finditer(draft.text):
            if not draft.in_link(found.start()):
                why = f"“{found[0]}” may not be read as you mean it: say it in words."
                yield draft.finding("casual", why, *found.span())
    yield from _stretched(draft)
    yield from _shouting(draft)
    yield from _exclamations(draft)


def _is_slang(draft: Draft, folded: str, written: str) -> bool:
    if folded not in _SLANG or folded in draft.names.familiar or folded in draft.case.known_words:
        return False
    return written.islower() or written[0].isdigit() or folded not in _ONLY_SMALL


def _too_casual(draft: Draft, start: int, end: int) -> Finding:
    why = f"“{draft.text[start:end]}” is how one writes to friends: say it as you would in the interview."
    return draft.finding("casual", why, start, end)


def _stretched(draft: Draft) -> Iterator[Finding]:
    for word in draft.words:
        if len(word.text) > 40 or _ROMAN_OR_WEB.fullmatch(word.text) or any(map(str.isdigit, word.text)):
            continue
        if _STRETCHED.fullmatch(word.text) and not word.text.isupper() and not draft.in_link(word.start):
            why = f"“{word.text}” sounds like chatting: write the word plainly."
            yield draft.finding("casual", why, word.start, word.end)


def _shouting(draft: Draft) -> Iterator[Finding]:
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
            yield draft.finding("casual", why, word.start, word.end)


def _long_shout(folded: str) -> bool:
    return len(folded) > 9 and folded not in COMMON


def _names_in_capitals(draft: Draft) -> frozenset[str]:
    case = draft.case
    names = {
        fold(word) for company in case.other_companies for word in WORD.findall(company) if word.isupper()
    }
    return draft.names.familiar | case.known_words | names


def _exclamations(draft: Draft) -> Iterator[Finding]:
    several = re.search(r"![!?1]+|\?!|\?{2,}", draft.text)
    if several:
        yield draft.finding("casual", f"“{several[0]}” is too loud: one mark is enough.", *several.span())
        return
    marks = [m.start() for m in re.finditer("!", draft.text)]
    if len(marks) > 2:
        why = f"{len(marks)} exclamation marks sound breathless: keep one at most."
        yield draft.finding("casual", why, marks[2], marks[2] + 1)
