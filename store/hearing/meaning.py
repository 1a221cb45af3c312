"""What the text of a mail says: a no, an offer, when they answer, what is wanted of the user by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple, TypeAlias

from msgspec import Struct

from store.hearing.acts import concerns, is_question, speaks_of_answers
from store.hearing.announced import AnnouncedAct, announced, waiting_time
from store.hearing.clauses import clauses
from store.hearing.days import NamedTime, Reader, Times
from store.hearing.sentences import sentences
from store.hearing.wording import WORDINGS, Wording
from store.hearing.wording.answers.answer_words import TIME
from store.interview import How, Silence

SaidKind: TypeAlias = Literal["rejected", "offer", "promised", "owes", "invited"]


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
    lines = list(dict.fromkeys(sentences(text)))
    found = _decided(lines)
    times = Times(reader)
    weights: dict[SaidKind, int] = {}
    for wording in reader.wordings:
        for heard in _announcements(lines, times, wording):
            if heard.weight > weights.get(heard.said.kind, -1):
                found[heard.said.kind], weights[heard.said.kind] = heard.said, heard.weight
        for line in lines:
            if wording.invitation.search(line):
                found.setdefault("invited", Said("invited", line))
    order: tuple[SaidKind, ...] = ("rejected", "offer", "promised", "owes", "invited")
    return tuple(found[kind] for kind in order if kind in found)


def thanks(text: str) -> bool:
    """Whether somebody thanks, in whichever of the languages."""
    return any(one.thanks.search(line) for line in sentences(text) for one in WORDINGS.values())


def _decided(lines: Sequence[str]) -> dict[SaidKind, Said]:
    """The clear no or the offer that a text comes to."""
    found: dict[SaidKind, Said] = {}
    for said in (one for line in lines for one in _decision(line)):
        found.setdefault(said.kind, said)
    if "rejected" in found and "offer" in found:
        # It cannot be both: somebody reads it.
        return {}
    if any(one.still_open.search(line) for one in WORDINGS.values() for line in lines):
        found.pop("rejected", None)
    return found


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
    if found is None or line.rstrip().endswith("?") or wording.answers.unheard.search(line):
        return False
    if kind == "rejected" and wording.not_yet.search(line[found.end() :]):
        return False
    before = line[: found.start()].rpartition(";")[2]
    return wording.doubt.search(before) is None


class _Heard(NamedTuple):
    """Something said, and how much it counts beside others of its kind."""

    said: Said
    weight: int


_PLAIN_REQUEST, _DECISION, _ANSWER = range(3)


def _announcements(lines: Sequence[str], mail: Times, wording: Wording) -> Iterator[_Heard]:
    """When they answer and what the user is to do, sentence by sentence."""
    words = wording.answers
    before = ""
    spoken_of = False
    for line in lines:
        rough = mail.roughly(line, wording)
        if concerns(rough, words) or (spoken_of and words.instead.search(rough)):
            times = list(mail.named(line, wording)) if TIME in rough else []
            waiting = waiting_time(line, times, words)
            if waiting is not None:
                yield _Heard(_promise(line, waiting.time, wording), _ANSWER if waiting.firm else _DECISION)
            else:
                earlier = list(mail.named(before, wording)) if words.then.search(line) else []
                for one in announced(clauses(line, times, words), words, earlier, spoken_of=spoken_of):
                    yield from _heard(line, one, wording)
        before = line if TIME in rough else before
        spoken_of = speaks_of_answers(rough, words)


def _heard(line: str, one: AnnouncedAct, wording: Wording) -> Iterator[_Heard]:
    if one.act.kind == "asks":
        if one.time is not None:
            yield _Heard(Said("owes", line, one.time.value, one.time.readings, one.time.inexact), _ANSWER)
        elif one.act.plain:
            yield _Heard(Said("owes", line), _PLAIN_REQUEST)
    elif one.time is not None and not is_question(line):
        yield _Heard(_promise(line, one.time, wording), _ANSWER if one.act.kind == "tells" else _DECISION)


def _promise(line: str, day: NamedTime, wording: Wording) -> Said:
    answers = wording.answers
    silence: Silence = "no" if answers.unheard.search(line) and answers.silence_is_no.search(line) else "asks"
    rings = isinstance(day.value, datetime) and answers.ring.search(line) and silence == "asks"
    return Said(
        "promised",
        line,
        day.value,
        day.readings,
        day.inexact,
        how="ring" if rings else "answer",
        silence=silence,
    )
