"""What the checks and the counts say of a text, in the words that stand beside it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from store.text import show
from templates.length import counted, minutes_to_read, word_count
from templates.proof import RULES, Case, DraftText, Finding, ready, segments
from templates.proof.substance import loose_end, no_topic
from tui.signs import Signs
from tui.widgets.editor.letter_state import OFFERED, Note, Reader
from tui.widgets.editor.writing import Writing

ItemTone: TypeAlias = Literal["plain", "strong", "dim", "warn", "must", "good"]
_GOOD = {"no_thanks": "thanks", "no_interest": "interest", "no_topic": "a topic", "loose_end": "loose ends"}


class Item(NamedTuple):
    """One point: a sign, what it says, and the tone. It is wrapped under its words, not under the sign."""

    sign: str
    words: str
    tone: ItemTone


def items(writing: Writing, signs: Signs, insert_key: str) -> list[Item]:
    """All there is to say beside the text, the most important first."""
    text = writing.final.text
    points = [Item("", counts(text, writing.judged), "strong")]
    if text.strip():
        points += verdict(writing.findings, writing.judged, signs)
    if uneven := parity(writing.letter.readers, writing.draft.lines):
        points.append(Item(signs.may, uneven, "dim"))
    if writing.letter.notes:
        points += [Item("", "", "plain"), Item("", f"{insert_key} inserts:", "dim")]
        for number, note in enumerate(writing.letter.notes[:OFFERED], 1):
            done = taken_up(note, text)
            used = f" ({signs.done} used)" if done else ""
            points.append(Item(str(number), show(note.text) + used, "dim" if done else "plain"))
    return points


def verdict(findings: Sequence[Finding], case: Case, signs: Signs) -> list[Item]:
    """Whether it can go, what is against it, what speaks for it, and what is dismissed."""
    blocks = titles(findings, "block")
    warns = titles(findings, "warn")
    points = [Item(signs.must, title, "must") for title in blocks]
    points += [Item(signs.may, title, "warn") for title in warns]
    if not ready(findings):
        points.insert(0, Item("", "not yet ready:", "plain"))
    elif warns:
        points.insert(0, Item("", "ready, but:", "plain"))
    else:
        points.append(Item(signs.done, "ready", "good"))
    if good := _good(findings, case):
        points.append(Item(signs.done, ", ".join(good), "good"))
    if case.dismissed:
        rules = ", ".join(RULES[rule].title for rule in RULES if rule in case.dismissed)
        points.append(Item(signs.skipped, f"dismissed: {rules}", "dim"))
    return points


def titles(findings: Iterable[Finding], level: str) -> list[str]:
    """What is found on a level, each once, with how often."""
    rules = [finding.rule for finding in findings if finding.level == level]
    return [
        RULES[rule].title + (f" ({rules.count(rule)})" if rules.count(rule) > 1 else "")
        for rule in dict.fromkeys(rules)
    ]


def _good(findings: Iterable[Finding], case: Case) -> list[str]:
    wrong = {finding.rule for finding in findings}
    asked = {"no_topic": bool(case.topics), "loose_end": bool(case.loose_ends)}
    return [
        words
        for rule, words in _GOOD.items()
        if case.purpose in RULES[rule].purposes
        and rule not in wrong
        and rule not in case.dismissed
        and asked.get(rule, True)
    ]


def counts(text: str, case: Case) -> str:
    """`96 words, 1 minute`; for a text message, how many it takes."""
    if case.channel == "sms":
        sent = segments(text)
        return f"{counted(len(text), 'character')}, {counted(sent.count, 'text message')}"
    words = word_count(text)
    return f"{counted(words, 'word')}, {counted(minutes_to_read(words), 'minute')}"


def parity(readers: Sequence[Reader], lines: dict[str, str]) -> str:
    """Who has a line of their own and who has not, where that is uneven; else nothing."""
    lengths = {one.id: word_count(lines.get(one.id, "")) for one in readers}
    if len(lengths) < 2 or not any(lengths.values()):
        return ""
    shortest, longest = min(lengths.values()), max(lengths.values())
    if shortest and longest <= 2 * shortest:
        return ""
    said = (
        f"{one.short(readers)} {counted(lengths[one.id], 'word') if lengths[one.id] else 'none'}"
        for one in readers
    )
    return show("own lines: " + ", ".join(said))


def taken_up(note: Note, text: str) -> bool:
    """Whether a text speaks of a note."""
    if not text.strip() or note.text.casefold() in text.casefold():
        return bool(text.strip())
    if note.kind == "topic":
        return not any(no_topic(DraftText(text, Case(topics=(note.text,)))))
    return not any(loose_end(DraftText(text, Case(loose_ends=(note.text,)))))
