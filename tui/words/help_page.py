"""What the help says, line by line: what can be done here and now, the signs, and all keys. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from store.rules.words import COLUMN_TITLES
from tui.keymap import Group, Keymap, groups, written
from tui.keys import PAGE
from tui.signs import Signs
from tui.words.applies import BoardSituation, here_and_now
from tui.words.offered_list import fits
from tui.words.palette import card_heading

INTRODUCTION = (
    f"Cards move by themselves. {COLUMN_TITLES['to_thank']} holds who is still owed a thank-you, "
    f"{COLUMN_TITLES['awaiting_callback']} those whose answer is not yet due, {COLUMN_TITLES['call_now']} "
    "those who have let it pass. Times are yours; the other side's stand in brackets. In the editor every "
    "letter writes, and {} comes back here with all of it saved."
)
HERE, SIGNS, ABOUT = "Here and now", "The signs", "About the board"


class HelpLine(NamedTuple):
    """A heading; a key or a sign with what it means; or a sentence."""

    kind: Literal["heading", "entry", "text"]
    words: str
    left: str = ""


def help_lines(keymap: Keymap, signs: Signs, group: str, now: BoardSituation | None) -> list[HelpLine]:
    """Everything, beginning with what can be done on the page with that title; "" for the board.

    `now`: what the board shows, where it is asked for the card under the cursor or on its page.
    """
    found = groups(keymap.changed)
    here = [one for one in found if one.title == group]
    return [
        *(_here(now, keymap) if now is not None and group in ("", PAGE) else ()),
        *_all(here),
        HelpLine("heading", ABOUT),
        HelpLine("text", INTRODUCTION.format(keymap.say("editor.back"))),
        *_signs(signs),
        *_all(one for one in found if one not in here),
    ]


def _here(now: BoardSituation, keymap: Keymap) -> Iterator[HelpLine]:
    place = f": {card_heading(now.card)}" if now.card is not None else ""
    yield HelpLine("heading", HERE + place)
    if now.card is not None and not now.looking:
        yield HelpLine("text", f"{now.card.why[:1].upper()}{now.card.why[1:]}.")
    for key, words in here_and_now(now, keymap):
        yield HelpLine("entry", words, key)
    yield HelpLine("entry", "everything else that can be done now", keymap.say("app.palette"))


def _all(found: Iterable[Group]) -> Iterator[HelpLine]:
    for group in found:
        yield HelpLine("heading", group.title)
        for key in group.keys:
            yield HelpLine("entry", key.words, written(key))
        if group.shared:
            yield HelpLine("text", f"As elsewhere: {'  '.join(written(key) for key in group.shared)}")


def _signs(signs: Signs) -> Iterator[HelpLine]:
    yield HelpLine("heading", SIGNS)
    meanings = (
        (signs.unthanked, "nobody has been thanked yet"),
        (signs.partly, "some have been thanked, and some have not"),
        (signs.mail, "write: the follow-up is a message"),
        (signs.call, "call: the follow-up is by telephone"),
        (signs.moved, "the card has moved by itself since you last looked at it"),
        (signs.marked, "marked on the board, or done in a text"),
        (signs.open, "still open: a person to thank, a point of the text"),
        (signs.skipped, "left out on purpose"),
        (signs.must, "has to be mended before the text can go"),
        (signs.may, "worth a look; or something that was missed"),
        (signs.more, "cut to the width, or still under way"),
    )
    said: set[str] = set()
    for sign, words in meanings:
        if sign not in said:
            yield HelpLine("entry", words, sign)
        said.add(sign)


def search(lines: Sequence[HelpLine], words: str) -> list[HelpLine]:
    """The lines that have all these words in them, each under its heading; all where there are no words."""
    if not words.strip():
        return list(lines)
    found: list[HelpLine] = []
    over = HelpLine("heading", "")
    for line in lines:
        if line.kind == "heading":
            over = line
        elif fits(f"{_found_by(over)} {line.left} {line.words}", words):
            if over not in found:
                found.append(over)
            found.append(line)
    return found


def _found_by(heading: HelpLine) -> str:
    """The words of a heading that find what stands below it: a card's name finds nothing."""
    return HERE if heading.words.startswith(HERE) else heading.words
