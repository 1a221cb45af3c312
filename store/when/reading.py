"""Reading a phrase: one answer, or a refusal that says which there would be."""

from datetime import date, datetime
from itertools import chain
from typing import Unpack

from msgspec import Struct
from msgspec.structs import replace

from store.languages import ENGLISH, language_name, languages
from store.people.letters import nearest

from .context import DID_YOU_MEAN, OFFICE, Context, Reading, ReadingTerms, Unclear
from .inexact import without_approximation, without_fillers
from .iso import iso_readings, may_be_span
from .phrases import meanings
from .resolve import distinct, readings
from .spans import two_sided
from .tokens import Token, Tokens, plain_characters, spelt, tokenise
from .translation import translations, vocabulary
from .wording import full_words
from .words import KNOWN_WORDS, VAGUE, is_english

_COUNTS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
_MOST_OFFERED = 6
_WORD = 4
"""Letters from which on one can tell a language by a word."""
_MOST_LOOKED_INTO = 16
"""Tokens of a phrase for which it is still worked out what else may have been meant."""
_NO_TIME = "names a day but no time of day; add one, as in “tomorrow 15:00”"


class Span(Struct, frozen=True):
    """When something starts, aware, and when it ends where that is said too."""

    start: datetime
    end: datetime | None = None


def read_when(text: str, *, now: datetime, dates: bool, **terms: Unpack[ReadingTerms]) -> date | datetime:
    """The date or instant that `text` stands for when it is said at `now` (aware), in `zone`.

    ISO 8601 is read first, by itself. A weekday or a bare time is the coming one, today included while it
    is still ahead (a day without a time is ahead until its office closes); `next friday` is the one in the
    next ISO week, `last friday` the most recent before today. A bare hour from 1 to 6 is after noon; 8 to 12
    are as written. A date without its year is the nearest, if that is ahead or was in the last thirty days.
    Weeks end on Friday. The end of a day or of a longer period, and days counted from now, are a date where
    `dates` are taken, else an instant (office closing; the present time of day). Of words that leave room,
    such as a range, a deadline is the later end; where an instant is needed both are offered. Hours are
    elapsed time, days wall time.

    An instant comes back aware and in `zone`, whichever zone the text names; a date stays a date. Raises
    `Unclear` for what cannot be read, or can be read in more than one way, and nothing else for any text.
    """
    return _answer(_context(text, now, dates, terms)).value


def read_fully(text: str, *, now: datetime, dates: bool, **terms: Unpack[ReadingTerms]) -> Reading:
    """As `read_when`, with what is to be said: that of words that leave room the later end is taken.

    Raises `Unclear`.
    """
    context = _context(text, now, dates, terms)
    answer = _answer(context)
    if not dates:
        return answer
    try:
        leaves_room = _answer(replace(context, early=True)).value != answer.value
    except Unclear:
        leaves_room = True
    if not leaves_room:
        return answer
    quote = " ".join(text.split())
    said = f"“{context.shown}” leaves room: its later end is taken, {full_words(answer.value)}."
    return replace(answer, said=said, quote=quote)


def read_span(text: str, *, now: datetime, **terms: Unpack[ReadingTerms]) -> Span:
    """The start that `text` stands for, and the end where it says one: `fri 14-15:30`. Both in `zone`.

    Otherwise as `read_when` where an instant is needed. Raises `Unclear`.
    """
    answer = _answer(replace(_context(text, now, False, terms), spans=True))
    assert isinstance(answer.value, datetime)
    return Span(answer.value, None if answer.until is None else answer.until.astimezone(terms["zone"]))


def _context(text: str, now: datetime, dates: bool, terms: ReadingTerms) -> Context:
    if now.tzinfo is None:
        raise ValueError("now must be aware")
    named = terms.get("languages", ())
    known = tuple(dict.fromkeys(code for code in named if code and code != ENGLISH.code))
    zone, hours = terms["zone"], terms.get("hours", OFFICE)
    return Context(text, now.astimezone(zone), zone, dates, hours, terms.get("date_order"), known)


def _answer(context: Context) -> Reading:
    """The one reading, an instant in the zone asked; a date only where dates are answers."""
    answer = _only(_all_readings(context), context)
    if isinstance(answer.value, datetime):
        return replace(answer, value=answer.value.astimezone(context.zone))
    if not context.dates:
        raise Unclear(context.text, _NO_TIME)
    return answer


def _only(found: list[Reading], context: Context) -> Reading:
    if len(found) > 1:
        offered = _offered(found)
        ways = f"{_COUNTS[len(found)]} ways" if len(found) in _COUNTS else "many ways"
        reason = ", since the clocks change then" if any(reading.shifted for reading in found) else ""
        raise context.refusal(f"can be read {ways}{reason}", *offered)
    return found[0]


def _offered(found: list[Reading]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reading.words for reading in found))[:_MOST_OFFERED]


def _all_readings(context: Context) -> list[Reading]:
    """Every distinct reading, at least one; what does not resolve is left out if something else does."""
    plain = plain_characters(context.text)
    refusals: list[Unclear] = []
    iso: list[Reading] | None = None
    if not may_be_span(plain):
        iso = iso_readings(plain, context)
        if iso is not None:
            return distinct(iso)
    found = _spoken_readings(tokenise(plain), context, refusals)
    if may_be_span(plain):
        try:
            found += iso_readings(plain, context) or []
        except Unclear as refusal:
            refusals.append(refusal)
    if found:
        return distinct(found)
    raise refusals[0] if refusals else _not_understood(context, tokenise(plain))


def _spoken_readings(tokens: Tokens, context: Context, refusals: list[Unclear]) -> list[Reading]:
    """The readings of the words in every language; why those that have none have none goes to `refusals`."""
    for ways in translations(tokens, context.languages):
        found: list[tuple[bool, Reading]] = []
        day_said = False
        for way in dict.fromkeys(map(without_fillers, ways)):
            for meaning in meanings(way):
                try:
                    here = list(readings(meaning, context))
                except Unclear as refusal:
                    refusals.append(refusal)
                    continue
                found += [(meaning.day is None and meaning.elapsed is None, one) for one in here]
                day_said |= len(ways) > 1 and meaning.day is not None
            if context.spans:
                try:
                    found += [(False, one) for one in two_sided(way, context)]
                except Unclear as refusal:
                    refusals.append(refusal)
        if found:
            # In languages where one word is “tomorrow” and “morning”, a day is meant where one may be.
            return [one for without_day, one in found if not (day_said and without_day)]
    return []


def _not_understood(context: Context, tokens: Tokens) -> Unclear:
    long = len(tokens) > _MOST_LOOKED_INTO
    for make in (_vague_word,) if long else (_inexact, _other_language, _vague_word, _corrected):
        if (refusal := make(context, tokens)) is not None:
            return refusal
    return context.refusal(
        "is not understood as a date or time; write one such as “fri 14:00” or 2026-11-27 14:00"
    )


def _inexact(context: Context, tokens: Tokens) -> Unclear | None:
    """What remains of `around 3pm` without the word that makes it inexact, as an offer."""
    for way in chain(*translations(tokens, context.languages)):
        for exact in without_approximation(way):
            found = _spoken_readings(exact, replace(context, languages=()), [])
            taken = [one for one in distinct(found) if context.dates or isinstance(one.value, datetime)]
            if found:
                return context.refusal(
                    "is not exact" if taken else f"is not exact, and {_NO_TIME}", *_offered(taken)
                )
    return None


def _other_language(context: Context, tokens: Tokens) -> Unclear | None:
    """What it would be in a language that is not read here; a word cut short is of no language."""
    long = {(token.text,) for token in tokens if len(token.text) >= _WORD and not is_english(token.text)}
    for code in languages():
        if code not in (*context.languages, ENGLISH.code) and long & vocabulary(code).keys():
            try:
                found = _spoken_readings(tokens, replace(context, languages=(code,)), [])
            except Unclear:
                continue
            if found:
                name = language_name(code)
                return context.refusal(
                    f"is {name}, and the language is not set to that", *_offered(distinct(found))
                )
    return None


def _vague_word(context: Context, tokens: Tokens) -> Unclear | None:
    for token in tokens:
        if token.text in VAGUE:
            alone = len(tokens) == 1
            return context.refusal(
                VAGUE[token.text] if alone else f"has “{token.text}”, which {VAGUE[token.text]}"
            )
    return None


def _corrected(context: Context, tokens: Tokens) -> Unclear | None:
    """The phrase with its mistyped words put right, if that makes it one that means something."""
    foreign = [key[0] for code in context.languages for key in vocabulary(code) if len(key) == 1]
    pool = [*KNOWN_WORDS, *(word for word in foreign if len(word) > 3)]
    mended: list[Token] = []
    for token in tokens:
        close = nearest(token.text, pool, most=1, cutoff=0.75) if len(token.text) > 3 else []
        mended.append(token._replace(text=close[0]) if close and token.text not in foreign else token)
    better = spelt(tuple(mended))
    if mended != [*tokens] and any(
        any(meanings(without_fillers(way)))
        for way in chain(*translations(tokenise(better), context.languages))
    ):
        return Unclear(context.text, "is not understood", (better,), lead=DID_YOU_MEAN)
    return None
