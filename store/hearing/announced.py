"""When they answer, and by when the user is to act: the acts of a sentence, each with its own time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from store.hearing.acts import Act, act_of
from store.hearing.clauses import Clause, whole
from store.hearing.days import NamedTime
from store.hearing.wording.answers.answer_words import TIME, AnswerWords

_LENGTH = re.compile(
    r"(?:within|in|over|innerhalb|binnen|dans|sous|d['’]ici|dentro|before|by)\b", re.IGNORECASE
)
"""How a time begins that is an end by itself."""
_AT_LATEST = re.compile(
    r"\W{0,3}(?:\w+ )?(?:(?:at (?:the )?(?:very )?)?latest|spätestens|au plus tard"
    r"|(?:a|como) m(?:á|a)s tardar|como (?:muy tarde|máximo))\b",
    re.IGNORECASE,
)
"""Behind a time: of several it is the one that counts."""
_NEXT = re.compile(rf" (?:\w+ ){{0,2}}{TIME}")
_AT_EARLIEST = re.compile(
    r"\W{0,3}(?:\w+ )?(?:at (?:the )?(?:very )?(?:earliest|soonest)|or later|or after|frühestens"
    r"|au plus tôt|(?:como )?(?:muy )?pronto|como mínimo)\b",
    re.IGNORECASE,
)
"""Behind a time: it ends nothing."""
_SHARPER = re.compile(
    rf"{TIME}\W*(?:(?:"
    r"i(?:['’]d| would|['’]m)? (?:think|guess(?:ing)?|hop(?:e|ing)|expect|reckon|say|imagine|suspect|suppose)"
    r"|(?:most )?(?:likely|probably)|or so|hopefully|at a guess|at the latest"
    r"|(?:denke|schätze|hoffe|vermute|glaube) ich|wahrscheinlich|vermutlich|wohl"
    r"|je (?:pense|crois)|sans doute|j['’]espère|sûrement|creo|supongo|seguramente|espero)\W*)?(?:,|$)",
    re.IGNORECASE,
)
"""How a clause begins whose day says which one a vague time right before it means: Monday, I'd think."""
_RIGHT_BEHIND = 4
"""Characters between two such times."""
_BY_THEN = re.compile(
    r"\b(?:(?:by|before|until) then|bis dahin|d['’]ici là|para entonces|antes de esa fecha)\b", re.IGNORECASE
)
"""In a request: by the time named before."""
_APPOSED = 5
"""Words of a clause that is hardly more than a time."""


class AnnouncedAct(NamedTuple):
    """Something that is announced: its act, and its time where it has one."""

    act: Act
    time: NamedTime | None


def announced(
    parts: Sequence[Clause], words: AnswerWords, before: Sequence[NamedTime] = (), *, spoken_of: bool = False
) -> Iterator[AnnouncedAct]:
    """What the clauses of a sentence announce. `before` are the times of the sentence before it.

    `spoken_of`: that one spoke of an answer, so that `it will be Tuesday` is about that.
    """
    acts = [act_of(one, words, parts[at - 1].text if at else "") for at, one in enumerate(parts)]
    seen = [*before]
    for at, (clause, act) in enumerate(zip(parts, acts, strict=True)):
        if act is not None and act.kind != "void":
            own = _time_of(at, parts, acts, words)
            then = own is None and (
                _is_then(parts[at : at + 2], words)
                if act.kind != "asks"
                else bool(_BY_THEN.search(clause.text))
            )
            plain = act.plain and not _about_when(parts[at + 1 : at + 2], words)
            yield AnnouncedAct(act._replace(plain=plain), seen[-1] if then and seen else own)
        elif act is not None and words.not_before.match(clause.text) and len(seen) > len(before):
            yield AnnouncedAct(Act("tells", 0), seen[-1])
        elif (spoken_of or act is not None) and (instead := words.instead.search(clause.text)) is not None:
            named = [one for one, place in _placed(clause) if place in range(*instead.span())]
            yield AnnouncedAct(Act("tells", instead.start()), next(reversed(named), None))
        spoken_of = spoken_of or act is not None
        seen += clause.times


class Waiting(NamedTuple):
    """Until when the user is to wait. `firm`: it is said what its passing means."""

    time: NamedTime
    firm: bool


def waiting_time(sentence: str, times: Sequence[NamedTime], words: AnswerWords) -> Waiting | None:
    """Until when the user is to wait, where a sentence says that as a whole.

    `if you have not heard by Friday`, `give us another week`; None where it does not.
    """
    if not times:
        return None
    clause = whole(sentence, times)
    patience = words.patience.search(clause.text)
    if patience is not None:
        left = [one for one, place in _placed(clause) if place >= patience.end() - 1]
        return Waiting(left[0], firm=False) if left else None
    if words.unheard.search(clause.text) is None:
        return None
    ends = [one for one, place in _placed(clause) if is_end(clause, one, place, words)]
    return Waiting(next(iter((*ends, *times))), firm=True)


def _is_then(parts: Sequence[Clause], words: AnswerWords) -> bool:
    """Whether a clause, or the aside behind it, says that it is at a time named before."""
    return any(words.then.search(one.text) for place, one in enumerate(parts) if place == 0 or one.aside)


def _about_when(following: Sequence[Clause], words: AnswerWords) -> bool:
    """Whether what is asked is when to talk: `tell me whether you are free on Friday`."""
    return any(words.asked.match(one.text) and words.is_free.search(one.text) for one in following)


def _placed(clause: Clause) -> list[tuple[NamedTime, int]]:
    return list(zip(clause.times, clause.places, strict=False))


def _time_of(
    at: int, parts: Sequence[Clause], acts: Sequence[Act | None], words: AnswerWords
) -> NamedTime | None:
    """The time of an act: its clause's own, that of what hangs on it, or that of a mere time before it."""
    act = acts[at]
    assert act is not None
    own = _sharpened(_own_time(parts[at], act, words), parts[at : at + 2])
    own = _hanging(_without_act(parts, acts, at + 1), act, words, latest=own is not None) or own
    if own is None and at and act.kind != "asks":
        return _apposed(parts[at - 1], parts[at], words)
    return own


def _sharpened(own: NamedTime | None, parts: Sequence[Clause]) -> NamedTime | None:
    """The day right behind a vague time, which says which one is meant: early next week, Tuesday I think."""
    if own is None or not own.inexact:
        return own
    for clause in parts:
        for one, place in _placed(clause):
            near = 0 < one.start - own.end <= _RIGHT_BEHIND
            if near and not one.inexact and one.value is not None and _SHARPER.match(clause.text, place):
                return one
    return own


def _without_act(parts: Sequence[Clause], acts: Sequence[Act | None], at: int) -> Sequence[Clause]:
    """The clauses from there on, up to the next one that says something itself."""
    end = next((place for place in range(at, len(parts)) if acts[place] is not None), len(parts))
    return parts[at:end]


def _own_time(clause: Clause, act: Act, words: AnswerWords) -> NamedTime | None:
    """The time of its clause: one that is an end, else the first behind the act, else the last before."""
    fitting = [(one, place) for one, place in _placed(clause) if not words.no_end.search(clause.text[:place])]
    fitting = [(one, place) for one, place in fitting if not _AT_EARLIEST.match(clause.text[place + 1 :])]
    put_right = [one for one, place in fitting if words.put_right.search(clause.text[:place])]
    latest = [one for one, place in fitting if _is_latest(clause.text[place + 1 :])]
    said = [one for one, place in fitting if words.limit.search(clause.text[:place])]
    ends = [*said, *(one for one, place in fitting if is_end(clause, one, place, words))]
    if act.kind == "asks":
        due = [one for one, _ in fitting] if words.due.search(clause.text) else []
        return next(iter((*put_right, *latest, *ends, *due)), None)
    behind = [one for one, place in fitting if place >= act.start]
    ahead = [one for one, place in reversed(fitting) if place < act.start]
    known = [one for one in (*put_right, *latest, *ends, *behind, *ahead) if one.value is not None]
    return next(iter((*known, *(one for one, _ in fitting))), None)


def is_end(clause: Clause, one: NamedTime, place: int, words: AnswerWords) -> bool:
    """Whether a time is one by which something is to be: `by Friday`, `within two weeks`."""
    return bool(
        _LENGTH.match(one.phrase)
        or words.limit.search(clause.text[:place])
        or _is_latest(clause.text[place + 1 :])
    )


def _is_latest(behind: str) -> bool:
    """Whether the words behind a time say that it is the latest, and not that the next one is."""
    found = _AT_LATEST.match(behind)
    return found is not None and _NEXT.match(behind, found.end()) is None


def _apposed(clause: Clause, act: Clause, words: AnswerWords) -> NamedTime | None:
    """A time before an act, with hardly anything else: `then, that is on Friday, I will tell you`."""
    short = len(clause.text.split()) <= _APPOSED and not words.no_end.search(clause.text.partition(TIME)[0])
    short = short or words.on_which.match(act.text) is not None
    return clause.times[-1] if clause.times and short else None


def _hanging(following: Sequence[Clause], act: Act, words: AnswerWords, *, latest: bool) -> NamedTime | None:
    """The time behind an act that stands with nothing else: `let you know whether it is a yes, by Friday`.

    With `latest`, only one that is said to be the latest.
    """
    for clause in following:
        asked = words.asked.match(clause.text) is not None
        led = _AT_LATEST.match(clause.text) is not None
        led = led or words.refers.match(clause.text) is not None
        if not asked and not led and (clause.aside or words.finite.search(clause.text)):
            continue
        for one, place in _placed(clause):
            last = (
                led
                or words.put_right.search(clause.text[:place]) is not None
                or _AT_LATEST.match(clause.text[place + 1 :]) is not None
            )
            if last or (not latest and is_end(clause, one, place, words)):
                return one
        if asked and clause.times and not latest and act.kind != "asks" and words.outcome.match(clause.text):
            return clause.times[-1]._replace(inexact=True)
    return None
