"""Marks and the spaces around them: open brackets, stray spaces, doubled commas, two articles in a row."""

import re
from collections.abc import Iterator

from store.people.letters import fold
from templates.proof.draft import DraftText
from templates.proof.findings import Objection
from templates.proof.words import wordset

_MARKS = re.compile(r"[()\[\]«»„“”\"]")
_PAIRS = {")": "(", "]": "[", "”": "“„", "»": "«", "“": "„"}
_TURNED = str.maketrans("«»", "»«")
_LIST_MARK = re.compile(r"(?:^|\n)[ \t]{0,8}[\w]{1,3}\)|(?<=[ (])[a-z0-9]\)(?= )")
_ITEM = re.compile(r"\s{0,9}(?:[-*•–>]|\d{1,2}[.)])")
_NEXT_PARAGRAPH = re.compile(r"[ \t]{0,9}\n[ \t]{0,9}\n\s{0,9}[A-ZÀ-ÖØ-Þ]")
_SMILEY = re.compile(r"(?<!\w)[:;=]-?[()\[\]]")
_BEFORE = "There is a space before “{}”: take it out."
_AFTER = "A space is missing after “{}”: put one in."
_SPACING = tuple(
    (re.compile(pattern), why)
    for pattern, why in (
        (r"(?<=[\w)\"”'’»])[ \u00a0]{1,4}(?:,|\.(?![\w.]))", _BEFORE),
        (r"(?<=[^\W\d_]{2})[,;!?](?=[^\W\d_]{2})", _AFTER),
        (r"(?<=[a-zà-ÿ]{2})\.(?=[A-ZÀ-Þ][a-zà-ÿ']|I[ '])", _AFTER),
        (r"(?<=[\w,;()]) {2,}(?=\S)", "Two spaces stand where one belongs: take one out."),
    )
)
_NOT_IN_FRENCH = tuple(
    (re.compile(pattern), _BEFORE)
    for pattern in (
        r"(?<=[\w)\"”'’»])[ \u00a0]{1,4};(?![)-])",
        r"(?<=[\w)\"”'’»]) {1,4}[!?](?![\w!?])",
        r"(?<=[\w)\"”'’]) {1,4}:(?![\w)(DP:/-])",
    )
)
_KEEPS_ITS_DOT = re.compile(
    r"\b(?:Node|Vue|Next|React|Express|Three|Nuxt|Ember|Backbone|Socket|System|Asp|ASP|Ph|Booking|Monday)\.$",
    re.IGNORECASE,
)


def quotes(draft: DraftText) -> Iterator[Objection]:
    """`quotes`: a bracket or quotation mark that opens and does not close, or the other way round."""
    others = [m.span() for pattern in (_LIST_MARK, _SMILEY) for m in pattern.finditer(draft.text)]
    hidden = {place for span in others for place in range(*span)}
    for start, end in _paragraphs(draft.text):
        for place in _unmatched(draft.text, start, end, hidden):
            mark = draft.text[place]
            what = "A quotation mark" if mark == '"' else f"“{mark}”"
            yield Objection(f"{what} has no partner: close it, or take it out.", place, place + 1)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in re.finditer(r"\n[ \t]{0,8}\n", text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _unmatched(text: str, start: int, end: int, hidden: set[int]) -> list[int]:
    """Where marks stand alone between two offsets. “ opens in English and closes „ in German; » may open."""
    found = [m.start() for m in _MARKS.finditer(text, start, end) if m.start() not in hidden]
    straight = [place for place in found if text[place] == '"' and not text[max(start, place - 1)].isdigit()]
    marks = [text[place] for place in found]
    if "“" not in marks and "„" not in marks and marks.count("”") % 2 == 0:
        found = [place for place in found if text[place] != "”"]
    turned = next((mark for mark in marks if mark in "«»"), "") == "»"
    opened: list[tuple[str, int]] = []
    lonely: list[int] = []
    for place in found:
        mark = text[place].translate(_TURNED) if turned else text[place]
        if opened and opened[-1][0] in _PAIRS.get(mark, ""):
            opened.pop()
        elif mark in "([«„“":
            opened.append((mark, place))
        elif mark != '"':
            lonely.append(place)
    odd = straight[-1:] if len(straight) % 2 else []
    return sorted(lonely + [place for _, place in opened] + odd)


def spacing(draft: DraftText) -> Iterator[Objection]:
    """`spacing`: a space before a mark, none after it, or two inside a line (not after a stop).

    French has a space before `: ; ! ?`.
    """
    french = "fr" in (draft.case.language, draft.language_read)
    for pattern, why in _SPACING if french else (*_SPACING, *_NOT_IN_FRENCH):
        for found in pattern.finditer(draft.text):
            start, end = found.span()
            if draft.in_link(start) or _KEEPS_ITS_DOT.search(draft.text, max(0, start - 10), end):
                continue
            yield Objection(why.format(found[0].strip()), start, end)


_DOUBLED = re.compile(
    r",[ ]?,|(?<=[\w)\]\"'”’])\.\.(?=\s|$)|(?<=\w),[ ]?\.(?![.\w])|"
    r"(?<=\w);[ ]?[;,.](?![.\w])|(?<=\w):[ ]?,|,;"
)
_STOP_AND_COMMA = re.compile(r"(?<=[^\W\d_]{4})\.,")
_ARTICLES = re.compile(
    r"\b(?:(the) an?|(an?) the|an? an?(?= [^\W\d_])|(?:my|our|their) (?:the|an?)|"
    r"(?:the|an?) (?:my|your|our|their))\b"
    r"(?! (?:la|priori|posteriori|cappella|fortiori|b)\b)(?![/'-]|\.\w)"
)
_STOP_AND_MARK = re.compile(r"(?P<word>[^\W\d_]{4,40})\.[,?!](?!\w)")
_SHORTENED = wordset("approx assoc asst corp dept econ govt inst intl prof tech univ")
_SHORT_LINE = 60
_SENTENCE = 6
"""Words from which on the end of a paragraph is that of a sentence."""
_SHOWN = 3
"""Words of it that are shown."""


def punctuation(draft: DraftText) -> Iterator[Objection]:
    """`punctuation`: a mark too many, two articles in a row, a full stop that is missing at the end of a
    paragraph; certain in the greeting line."""
    greeting = draft.greeting[1] or _first_line(draft.plain)
    for found in _DOUBLED.finditer(draft.prose):
        if not draft.in_link(found.start()):
            yield _doubled(found[0], found.start(), in_greeting=found.start() <= greeting)
    for found in _STOP_AND_COMMA.finditer(draft.prose, 0, min(greeting + 2, len(draft.prose))):
        yield _doubled(found[0], found.start(), in_greeting=True)
    for found in _STOP_AND_MARK.finditer(draft.prose, greeting):
        if fold(found["word"]) not in _SHORTENED | draft.names.familiar:
            yield _doubled(found[0][-2:], found.end() - 2, in_greeting=False)
    for start, end in _unfinished(draft):
        passage = draft.text[start:end]
        yield Objection(f"“{passage}” ends without a full stop: put one in.", start, end, level="warn")
    if draft.language == "en":
        for found in _ARTICLES.finditer(draft.prose):
            if len(set(found[0].split())) > 1:
                yield Objection(
                    f"“{found[0]}” has one word too many: take it out.", *found.span(), level="warn"
                )


def _doubled(marks: str, start: int, *, in_greeting: bool) -> Objection:
    why = f"“{marks}” is one mark too many: take it out."
    return Objection(why, start, start + len(marks), level="block" if in_greeting else "warn")


def _unfinished(draft: DraftText) -> Iterator[tuple[int, int]]:
    """The last words of each paragraph of a mail that ends in a sentence without a stop.

    A heading or an item of a list is short or begins with a mark; what a colon introduces needs no stop; and
    what comes next begins with a capital letter, or is the close.
    """
    if draft.case.channel not in ("email", "letter"):
        return
    last = len(draft.prose[: draft.close].rstrip()) if draft.ending.close is not None else None
    for start, end in draft.sentences:
        words = draft.words_in(start, end)
        if len(words) < _SENTENCE or words[-1].end != end or draft.in_link(words[-1].start):
            continue
        sentence = draft.prose[start:end]
        if ":" in sentence or _ITEM.match(sentence) or not words[-1].text.islower():
            continue
        if end == last or _NEXT_PARAGRAPH.match(draft.prose, end):
            yield words[-_SHOWN].start, end


def _first_line(plain: str) -> int:
    """Where a short first line ends, which greets in whatever language; 0 where it is no such line."""
    begun = len(plain) - len(plain.lstrip())
    end = plain.find("\n", begun)
    return end if 0 <= end - begun <= _SHORT_LINE else 0
