"""What the text of a mail says: a no, an offer, when they answer, what is wanted of the user by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple, TypeAlias

from msgspec import Struct

from store.hearing.days import NamedTime, Reader, Times
from store.hearing.sentences import sentences
from store.hearing.wording import WORDINGS, Wording
from store.interview import How, Silence

SaidKind: TypeAlias = Literal["rejected", "offer", "promised", "owes", "invited"]

_LENGTH = re.compile(r"(?:within|in|over|innerhalb|binnen|dans|sous|d['’]ici|dentro)\b", re.IGNORECASE)
"""How a length of time begins, the end of which is meant."""
_AT_LATEST = re.compile(
    r"\W{0,2}(?:(?:at (?:the )?(?:very )?)?latest|spätestens|au plus tard"
    r"|(?:a|como) m(?:á|a)s tardar|como muy tarde)\b",
    re.IGNORECASE,
)
"""Behind a time: of several it is the one that counts."""
_BEHIND = 24
"""Characters behind a time in which that stands."""
_JOINS = frozenset(
    ["and", "but", "so", "und", "aber", "also", "daher", "deshalb", "et", "mais", "donc", "y", "pero"]
)
"""Words that join two things said, of which each has its own time."""


class Said(Struct, frozen=True):
    """One thing that a text says, and the sentence that it rests on.

    `day` is a date or an aware instant: when they answer, or by when the user is to; None where none is
    named, or where there are several `readings`. `inexact`: the words leave room, and the later end is taken.
    """

    kind: SaidKind
    sentence: str
    day: date | None = None
    readings: tuple[date, ...] = ()
    inexact: bool = False
    how: How = "answer"
    silence: Silence = "asks"


def meaning(text: str, reader: Reader) -> tuple[Said, ...]:
    """All that the writer's own words say, each kind once, in the order of `SaidKind`."""
    found: dict[SaidKind, Said] = {}
    times = Times(reader)
    for line in dict.fromkeys(sentences(text)):
        for said in _decision(line):
            found.setdefault(said.kind, said)
        for wording in reader.wordings:
            for said in _with_days(line, times, wording):
                before = found.get(said.kind)
                if before is None or (before.day is None and said.day is not None):
                    found[said.kind] = said
    if "rejected" in found and "offer" in found:
        # It cannot be both: somebody reads it.
        del found["rejected"], found["offer"]
    order: tuple[SaidKind, ...] = ("rejected", "offer", "promised", "owes", "invited")
    return tuple(found[kind] for kind in order if kind in found)


def _decision(line: str) -> Iterator[Said]:
    """A clear no or an offer, in whichever of the languages."""
    for wording in WORDINGS.values():
        if _clear(line, wording, "rejected"):
            yield Said("rejected", line)
        elif _clear(line, wording, "offer"):
            yield Said("offer", line)


def _clear(line: str, wording: Wording, kind: Literal["rejected", "offer"]) -> bool:
    words = wording.refusal if kind == "rejected" else wording.offer
    found = words.search(line)
    if found is None or line.rstrip().endswith("?") or wording.unheard.search(line):
        return False
    before = line[: found.start()].rpartition(";")[2]
    return wording.doubt.search(before) is None


def thanks(text: str) -> bool:
    """Whether somebody thanks, in whichever of the languages."""
    return any(one.thanks.search(line) for line in sentences(text) for one in WORDINGS.values())


def _with_days(line: str, mail: Times, wording: Wording) -> Iterator[Said]:
    if wording.invitation.search(line):
        yield Said("invited", line)
    asked = wording.request.search(line) or wording.due.search(line)
    core = _core(line, wording)
    if asked is None and core is None:
        return
    times = list(mail.named(line, wording))
    if not times:
        return
    if core is not None and (core.ahead or asked is None):
        day = _answer_day(line, times, core, wording)
        if day is not None:
            yield _promise(line, day, wording)
            return
    if asked is not None:
        limit = _limit(line, times, wording)
        if limit is not None:
            yield Said("owes", line, limit.value, limit.readings, limit.inexact)


class _Core(NamedTuple):
    """Where a sentence says that they answer. `ahead`: and that it lies ahead.

    `onward`: only what stands behind it counts. `then`: it is at a time that stands before it.
    """

    start: int
    end: int
    ahead: bool = True
    onward: bool = False
    then: bool = False


def _core(line: str, wording: Wording) -> _Core | None:
    """Where a sentence says that they answer; None where it says something else with such words."""
    unheard = wording.unheard.search(line)
    if unheard is not None:
        return _Core(*unheard.span())
    patience = wording.patience.search(line)
    if patience is not None:
        return _Core(*patience.span(), onward=True)
    begin = found.end() if (found := wording.preamble.search(line)) else 0
    core = wording.answering.search(line, begin)
    if core is None or line.rstrip().endswith("?"):
        return None
    if (against := wording.not_promise.search(line, begin)) is not None:
        # What was meant before counts for nothing, what holds instead does.
        instead = wording.instead.search(line, max(core.end(), against.end()))
        return None if instead is None else _Core(*instead.span(), onward=True)
    promise = wording.promise.search(line, begin)
    if promise is None:
        return _Core(*core.span(), ahead=False)
    name = next(name for name, words in promise.groupdict().items() if words)
    then = wording.then.search(line, promise.start())
    return _Core(*promise.span(name), then=then is not None)


def _promise(line: str, day: NamedTime, wording: Wording) -> Said:
    silence: Silence = "no" if wording.unheard.search(line) and wording.silence_is_no.search(line) else "asks"
    rings = isinstance(day.value, datetime) and wording.ring.search(line) and silence == "asks"
    return Said(
        "promised",
        line,
        day.value,
        day.readings,
        day.inexact,
        how="ring" if rings else "answer",
        silence=silence,
    )


def _answer_day(line: str, times: Sequence[NamedTime], core: _Core, wording: Wording) -> NamedTime | None:
    """The time by which they answer: behind the words for it one that limits, else the first; else before.

    Where nothing says that it lies ahead, only a limit will do: `we get back to you by Friday`.
    """
    behind = [one for one in times if one.start >= core.start and not _is_other(line, core.end, one, wording)]
    before = [
        one for one in times if one.end <= core.start and not core.onward and _is_of(line, one, core, wording)
    ]
    limits = [one for one in (*behind, *before) if _is_limit(line, one, wording)]
    latest = [one for one in limits if _AT_LATEST.search(line[one.start : one.end + _BEHIND])]
    fitting = [*latest, *limits, *((*behind, *reversed(before)) if core.ahead else ())]
    return next((one for one in fitting if one.value is not None), next(iter(fitting), None))


def _is_limit(line: str, one: NamedTime, wording: Wording) -> bool:
    """Whether a time is one by which something is to be: `by Friday`, `within two weeks`."""
    return bool(
        _LENGTH.match(one.phrase)
        or wording.limit.search(line[: one.start])
        or _AT_LATEST.match(line[one.end : one.end + _BEHIND])
    )


def _is_of(line: str, one: NamedTime, core: _Core, wording: Wording) -> bool:
    """Whether a time before the words for answering is theirs."""
    return not wording.no_end.search(line[: one.start]) and (
        core.then or not _parted(line[one.end : core.start])
    )


def _is_other(line: str, core_end: int, one: NamedTime, wording: Wording) -> bool:
    """Whether a time behind the words belongs to something else: `let you know whether Friday suits`."""
    if wording.no_end.search(line[: one.start]):
        return True
    between = line[min(core_end, one.start) : one.start]
    return wording.about.search(between) is not None and not _is_limit(line, one, wording)


def _parted(between: str) -> bool:
    """Whether what lies between a time and the words for answering begins something new."""
    words = between.split()
    return (
        len(words) > 12
        or any(sign in between for sign in ";:")
        or any(word.lower().strip(",") in _JOINS for word in words)
    )


def _limit(line: str, times: Sequence[NamedTime], wording: Wording) -> NamedTime | None:
    """The time by which something is to be done."""
    for one in times:
        if _is_limit(line, one, wording) or wording.due.search(line):
            return one
    return None
