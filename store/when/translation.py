"""Words of other languages put into those of English, which the grammar is written in.

A word that may stand for several is put in each way; the reading decides, and asks where several hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from store.languages import ENGLISH, follows_languages, languages, spellings

from .context import Unclear
from .tokens import Token, Tokens, plain_characters, text_at, tokenise
from .words import MONTH_NAMES, WEEKDAY_NAMES, is_english

_MOST_WAYS = 96
_SHORT = 3
"""Letters of the short names of days and months, where these are different."""
_BEFORE_DAY = ("the",)
_DOTTED_DAY = "{day}."

Words = tuple[str, ...]


def translations(tokens: Tokens, codes: Sequence[str]) -> list[list[Tokens]]:
    """The phrase in English words, in each way that these languages allow; the likelier ways first.

    A word that English has too, such as the German `am`, is rather theirs before a number or another word of
    theirs. Raises Unclear where there would be too many ways.
    """
    known: dict[Words, list[Words]] = {}
    for code in codes:
        for words, meant in vocabulary(code).items():
            known.setdefault(words, []).extend(meant)
    if not known:
        return [[tokens]]
    longest = max(map(len, known))
    ways: list[tuple[Tokens, bool]] = [((), True)]
    """Each with whether it is a likely one."""
    at = 0
    while at < len(tokens):
        here, words = tokens[at], _longest_known(tokens, at, known, longest)
        at += len(words) or 1
        after = text_at(tokens, at)
        options = [
            (meant, True)
            for meant in dict.fromkeys(known.get(words, ()))
            if after.isdigit() or not (meant[0:1] and meant[0] in WEEKDAY_NAMES and meant[1:] == _BEFORE_DAY)
        ]
        if not words or (len(words) == 1 and is_english(here.text)):
            theirs = bool(words) and not (here.text == "am" and here.glued)
            options = options if theirs else []
            options.append(((here.text,), not theirs or not (after.isdigit() or (after,) in known)))
        ways = [
            ((*way, *_tokens(meant, here)), likely and good)
            for way, likely in ways
            for meant, good in options
        ]
        if len(ways) > _MOST_WAYS:
            text = " ".join(token.text for token in tokens)
            raise Unclear(text, "has too many words that may mean several things; write it shorter")
    likely_ones = dict.fromkeys(way for way, likely in ways if likely)
    others = dict.fromkeys((*(way for way, likely in ways if not likely), tokens))
    return [[*likely_ones], [way for way in others if way not in likely_ones]]


def _longest_known(tokens: Tokens, at: int, known: Mapping[Words, object], longest: int) -> Words:
    texts = tuple(token.text for token in tokens[at : at + longest])
    return next((texts[:size] for size in range(len(texts), 0, -1) if texts[:size] in known), ())


def _tokens(words: Words, first: Token) -> Iterator[Token]:
    for place, text in enumerate(words):
        yield Token(text, first.glued if place == 0 else False)


@follows_languages
@cache
def vocabulary(code: str) -> Mapping[Words, tuple[Words, ...]]:
    """The words of times in a language, each with all that English says for it; none in English itself."""
    language = languages().get(code)
    if language is None or code == ENGLISH.code:
        return {}
    found: dict[Words, dict[Words, None]] = {}

    def say(theirs: str, english: str) -> None:
        for spelling in spellings(theirs):
            key = _words(spelling)
            if key:
                found.setdefault(key, {})[tuple(english.split())] = None

    for names, english in ((language.weekdays, WEEKDAY_NAMES), (language.months, MONTH_NAMES)):
        short = [name[:_SHORT].casefold() for name in names]
        for name, cut, word in zip(names, short, english, strict=True):
            for theirs in (name, cut) if short.count(cut) == 1 else (name,):
                say(theirs, word)
                if names is language.weekdays and _DOTTED_DAY not in language.day_and_month:
                    say(theirs, f"{word} the")  # `vendredi 4` is more often the fourth than four o'clock
    for theirs, meant in language.times.items():
        for english_words in meant.split("|"):
            say(theirs, english_words.strip())
    return {key: tuple(meanings) for key, meanings in found.items()}


def _words(text: str) -> Words:
    """The words as the tokens of a phrase have them; none where they hold what no phrase may."""
    try:
        return tuple(token.text for token in tokenise(plain_characters(text)))
    except Unclear:
        return ()
