"""A text as its sentences. Wrapped lines are joined; what a greeting or a list says stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

MOST_SENTENCES = 150
LONGEST_TEXT = 8_000
"""Characters of a text that are looked at."""
LONGEST_SENTENCE = 600
"""Characters of a sentence that are looked at; a longer one is cut into pieces."""

_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(¿¡\[]?[^\W_])")
_SHORT = re.compile(
    r"(?:\b(?:dr|mr|mrs|ms|prof|st|no|nr|vs|etc|e\.g|i\.e|z\.b|ca|approx|jan|feb|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|dez"
    r"|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|m|mme|mlle|sr|sra|a\.m|p\.m|u\.s|tel|bzw|ggf|str|inkl)|\b[a-z]|\b\d{1,2})\.$",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s{0,8}(?:[-*•·–]|\d{1,2}[.)])\s")
_ADDRESSES = re.compile(r"^\s*\S[^.!?:]{0,50},\s*$")


def sentences(text: str) -> list[str]:
    """The sentences of a text in their order, each on one line; at most `MOST_SENTENCES`."""
    return list(islice(_sentences(text), MOST_SENTENCES))


def _sentences(text: str) -> Iterator[str]:
    for block in _blocks(text[:LONGEST_TEXT].split("\n")):
        begin = 0
        for found in _END.finditer(block):
            word = block[max(begin, found.start() - 12) : found.start() + 1]
            if found.group().startswith(("..", "…")) and block[found.end()].islower():
                continue
            if _SHORT.search(word) and _goes_on(block, found.end(), word):
                continue
            yield from _pieces(block[begin : found.end()])
            begin = found.end()
        yield from _pieces(block[begin:])


def _goes_on(block: str, after: int, word: str) -> bool:
    """Whether a full stop is that of a number or of a short form: `4. Dezember`, `Dr. Okafor`."""
    if word.rstrip(".")[-1:].isdigit():
        follows = block[after : after + 3]
        # A number ends a sentence where an ordinary word begins the next; one of a date does not.
        if block[after].islower() or re.search(r"\d\.\d{1,2}\.$", word):
            return True
        return bool(re.match(r"[^\W\d_]{3}", follows)) and _MONTH.match(block, after) is not None
    # `a.m.` may end one: then what follows is written large.
    return (
        not (word[-5:].lower() in (" a.m.", " p.m.") or word.lower().endswith("etc."))
        or block[after].islower()
    )


_MONTH = re.compile(
    r"(?:j[aä]n|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz]|ene|abr|ago|dic|fév|avr|août|déc)",
    re.IGNORECASE,
)


def _pieces(text: str) -> Iterator[str]:
    text = " ".join(text.split())
    for begin in range(0, len(text), LONGEST_SENTENCE):
        yield text[begin : begin + LONGEST_SENTENCE]


def _blocks(lines: list[str]) -> Iterator[str]:
    """Lines that belong together, joined."""
    block: list[str] = []
    for line in lines:
        ends = not line.strip() or _ITEM.match(line) is not None
        if ends and block:
            yield " ".join(block)
            block = []
        if line.strip():
            block.append(line.strip())
            if len(block) == 1 and _ADDRESSES.match(line):
                yield block.pop()
    if block:
        yield " ".join(block)
