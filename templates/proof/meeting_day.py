"""On which day a text says that the meeting was, and whether it was then."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from store.languages import day_and_month, languages, weekday
from store.people.letters import fold
from templates.proof.day_words import (
    AFTERNOON,
    EVENING,
    MORNING,
    DayWords,
    day_pattern,
    day_words,
    part_named,
)
from templates.proof.draft import DraftText
from templates.proof.findings import Meeting, Objection
from templates.proof.words import WORD, wordset

_SENTENCES = 2
"""Sentences about the meeting in which its day is looked at."""
_BEFORE = 10
"""Words before a day among which the meeting stands."""
_ABOUT_THE_JOB = wordset("role position job opening vacancy opportunity post team stelle poste puesto")
_NEAR = 6
"""Days up to which a weekday alone says which day is meant."""
_DATED = 25
"""Characters around a weekday among which its date stands."""
_SAYS_WHICH = re.compile(r"\d|\b(?:weeks?|woche|wochen|semaine|semana)\b", re.IGNORECASE)
_NOON, _FIVE, _SIX = 12, 17, 18


def day(draft: DraftText) -> Iterator[Objection]:
    """`day`: the meeting is said to have been on another day, or in another part of it, than it was."""
    case = draft.case
    words = day_words(draft.language)
    if words is None or case.meeting is None or case.now is None or case.now < case.meeting.starts_at:
        return
    about = (
        span
        for span in draft.sentences
        if not words.meeting.union(words.thanks).isdisjoint(_folds(draft, *span))
    )
    for _, (start, end) in zip(range(_SENTENCES), about, strict=False):
        for found in day_pattern(draft.language).finditer(draft.prose, start, end):
            if not _is_of_the_meeting(draft, words, start, found):
                continue
            if _is_right(draft, words, found):
                yield from _too_far(draft, found)
            else:
                passage = " ".join(found[0].split())
                why = f"“{passage}”? The interview was on {_when(case.meeting)}: check which is right."
                yield Objection(why, *found.span())


def _too_far(draft: DraftText, found: re.Match[str]) -> Iterator[Objection]:
    """A weekday without its date, once another such day has passed since."""
    meeting, now = draft.case.meeting, draft.case.now
    assert meeting is not None and now is not None
    on = meeting.starts_at.astimezone(meeting.zone).date()
    days = (now.astimezone(meeting.zone).date() - on).days
    around = draft.prose[max(0, found.start() - _DATED) : found.end() + _DATED]
    if found["weekday"] and days > _NEAR and not _SAYS_WHICH.search(around):
        passage = " ".join(found[0].split())
        date = day_and_month(on, languages()[draft.language])
        why = f"“{passage}” may be taken for a later one by now: name the date, {date}."
        yield Objection(why, *found.span())


def _folds(draft: DraftText, start: int, end: int) -> list[str]:
    return [word.fold for word in draft.words_in(start, end)]


def _is_of_the_meeting(draft: DraftText, words: DayWords, begun: int, found: re.Match[str]) -> bool:
    """Whether a day belongs to the meeting that was: by the words before it, or the one after."""
    clause = max(draft.prose.rfind(mark, begun, found.start()) for mark in ";:–—(")
    before = _folds(draft, max(begun, clause), found.start())[-_BEFORE - 5 :]
    after = [fold(word) for word in WORD.findall(draft.prose[found.end() : found.end() + 30])[:1]]
    # "Your call this morning" may be any call of theirs.
    before = [fold for at, fold in enumerate(before) if fold != "call" or before[max(0, at - 1)] != "your"]
    if after and after[0] in words.meeting:
        return words.ahead.isdisjoint(_since_thanks(before[-5:], words))
    if after and after[0] in ("i", "we") and draft.prose[found.end()] == " ":
        return False
    if before[-1:] == ["on"]:
        before = before[:-1]
    if before and before[-1] in words.direct and not words.thanks.isdisjoint(before[-5:]):
        return True
    at = max((i for i, word in enumerate(before) if word in words.meeting), default=-1)
    if at < 0 or len(before) - at > _BEFORE:
        return False
    between = before[at + 1 :]
    if "gave" in between and between[between.index("gave") :][1:2] in (["me"], ["us"]):
        between.remove("gave")
    about = next((i for i, word in enumerate(between) if word == "about"), None)
    if about is not None and _ABOUT_THE_JOB.isdisjoint(between[about:]):
        return False
    return words.between.isdisjoint(between) and words.ahead.isdisjoint(
        _since_thanks(before[:at][-5:], words)
    )


def _since_thanks(before: list[str], words: DayWords) -> list[str]:
    """What stands after the thanks: "I would like to thank you for meeting …" speaks of what was."""
    at = max((i for i, word in enumerate(before) if word in words.thanks), default=-1)
    return before[at + 1 :]


def _is_right(draft: DraftText, words: DayWords, found: re.Match[str]) -> bool:
    meeting, now = draft.case.meeting, draft.case.now
    assert meeting is not None and now is not None
    begins, ends = meeting.starts_at.astimezone(meeting.zone), meeting.ends_at.astimezone(meeting.zone)
    days = {begins.date(), ends.date()}
    part = found["part"] or (found[0] if fold(found[0]) == "tonight" else None)
    if part is not None and not _in_part(
        part_named(draft.language, part), begins.hour, ends.hour + ends.minute / 60
    ):
        return False
    if found["weekday"]:
        return _index(languages()[draft.language].weekdays, found["weekday"]) in {
            one.weekday() for one in days
        }
    if month := found["month"] or found["month2"]:
        written = (int(found["dom"] or found["dom2"]), _index(languages()[draft.language].months, month) + 1)
        return written in {(one.day, one.month) for one in days}
    today = now.astimezone(meeting.zone).date()
    return today - timedelta(days=_days_ago(words, found)) in days


def _days_ago(words: DayWords, found: re.Match[str]) -> int:
    return next(days for number, (_, days) in enumerate(words.relative) if found[f"ago{number}"])


def _index(names: tuple[str, ...], name: str) -> int:
    return next(at for at, one in enumerate(names) if fold(one) == fold(name))


def _in_part(part: str | None, begins: int, ends: float) -> bool:
    """Whether some of a meeting, by the hours of its day, lies in a part of it."""
    if part == MORNING:
        return begins < _NOON
    if part == AFTERNOON:
        return begins < _SIX and (ends > _NOON or ends < begins)
    return part != EVENING or ends > _FIVE or ends < begins


def _when(meeting: Meeting) -> str:
    begins = meeting.starts_at.astimezone(meeting.zone)
    on: date = begins.date()
    part = MORNING if begins.hour < _NOON else AFTERNOON if begins.hour < _FIVE else EVENING
    return f"{weekday(on)} {day_and_month(on)}, in the {part}"
