"""What stands around the text of a message: the greeting above it, the closing words and the name below."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from store.languages import follows_languages, languages

_OTHER_GREETINGS = (
    r"hiya|morning|afternoon|evening|greetings|to whom it may concern|"
    r"salutations|ladies and gentlemen|sehr geehrtes|moin|servus|grüezi|estimad[oa]s|querid[oa]s|buenas|ciao|"
    r"gentile|egregio|buongiorno|merhaba|sayın|selam(?:lar)?|beste|geachte|hej|kære|oi|ol[áa]|prezad[oa]|"
    r"madame|monsieur|mesdames|messieurs"
)
_GREETING_ENDS = re.compile(r"[,:!;]|(?<!\b[DM]r)(?<!\bMrs)(?<!\bMs)(?<!\bProf)\.(?!\S)|[ ][–—-][ ]")
_BEFORE_A_CLOSE = (
    r"(?:(?:thank you|thanks|many thanks|(?:vielen|herzlichen|besten) dank|danke|merci|(?:muchas )?gracias)"
    r"[ ,]{1,2}(?:and|und|et|y|&) )?(?:(?:with|my|many|very|all|again|once again)[ ,]{1,2}){0,3}"
)
_OTHER_CLOSES = (
    r"(?:kind|kindest|best|warm|warmest|good|sincere|friendly|heartfelt|cordial)(?: (?:personal )?"
    r"(?:regards|wishes|greetings|thanks))?|regards|best|thanks(?: again| so much)?|"
    r"thank you(?: again| once more| so much| very much)?(?: for (?:your|the) (?:time|"
    r"consideration|interview|conversation|time and consideration))?|"
    r"(?:in|with) (?:gratitude|appreciation|thanks|great appreciation)|"
    r"the best|(?:very )?sincerely(?: yours)?|gratefully|respectfully(?: yours)?|cordially|warmly|"
    r"cheers|yours(?: \w{1,12}){0,2}|appreciatively|"
    r"gratitude|appreciation|take care|speak soon|talk soon|until (?:then|soon)|see you|"
    r"mit freundlichen \w{1,12}|(?:mit )?(?:liebe[nm]?|beste[nm]?|viele[nm]?|herzliche[nm]?|"
    r"freundliche[nm]?|schöne[nm]?) (?:dank und )?gr(?:ü|ue)(?:ß|ss)e[nr]?|herzlichst|hochachtungsvoll|"
    r"(?:un )?(?:cordial(?:es)? )?saludos?(?: cordial(?:es)?)?|muchas gracias|saygılarımla|merci(?: encore)?|"
    r"(?:bien )?(?:cordialement|sincèrement|respectueusement)|bien à (?:vous|toi)|salutations distinguées|"
    r"bonne (?:journée|soirée)|belle journée|schönen (?:tag|abend|gruß)(?: noch)?|"
    r"sevgiler|met vriendelijke groet|cordiali saluti|atenciosamente"
)
_BEHIND_A_CLOSE = r"(?: (?:from \w{1,20}|in advance|and (?:best|kind|warm) (?:wishes|regards)|aus \w{1,20}))?"
_POSTSCRIPT = re.compile(r"(?:^|\n)[ \t]{0,9}(?:P\.? ?-?P?\.? ?-?S\.?|N\.? ?B\.)(?=[ :.,–—-])")
_WAY_TO_REACH = re.compile(r"\d{3}|@|://|\w\.\w{2,}|[|·•/+]")
_WORD = re.compile(r"\w+")
_REACH = 700
"""Characters before the end, or before a postscript, within which a message closes."""
_LINES, _WORDS_A_LINE, _WORDS = 9, 7, 40
"""What a signature has at most."""


@follows_languages
@cache
def _greeting() -> re.Pattern[str]:
    known = "|".join(re.escape(words) for one in languages().values() for words in one.greetings)
    return re.compile(rf"[ \n>*_]{{0,9}}(?:{known}|{_OTHER_GREETINGS})(?!\w)", re.IGNORECASE)


@follows_languages
@cache
def _close() -> re.Pattern[str]:
    """What closes a message; its group is the words themselves."""
    known = "|".join(re.escape(words) for one in languages().values() for words in one.closes)
    words = rf"{_BEFORE_A_CLOSE}(?:{_OTHER_CLOSES}|{known}){_BEHIND_A_CLOSE}"
    return re.compile(rf"(?:^|[\n.!?–—])[ \n]{{0,9}}({words})[ ]{{0,3}}(?:[,.!–—-]|\n|$)", re.IGNORECASE)


class TextEnd(NamedTuple):
    """How a text ends: where the closing words begin, and the signature below them with these words.

    Where nothing closes, `close` is None and the signature the name alone, or empty at the text's end. What
    follows `end`, a postscript, is text again.
    """

    close: int | None
    start: int
    end: int


def greeting_of(plain: str, lines: int) -> tuple[int, int]:
    """Where the greeting stands, up to its comma, within the first `lines` that hold anything.

    An empty span where there is none.
    """
    for start, end in _first_lines(plain, lines):
        line = plain[start:end]
        if not _greeting().match(line):
            continue
        if line.rstrip()[-1:] in ",:!-–—" or len(line.split()) <= 6:
            return start, end
        stop = _GREETING_ENDS.search(line[:120])
        return start, start + (stop.start() if stop else min(len(line), 40))
    return 0, 0


def _first_lines(text: str, limit: int) -> Iterator[tuple[int, int]]:
    place = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield place, place + len(line.rstrip("\r\n"))
            limit -= 1
        place += len(line)
        if limit == 0:
            return


def ending_of(plain: str, after: int, name: frozenset[str]) -> TextEnd:
    """How a text ends below its greeting, which goes up to `after`; `name`: the sender's, lower case."""
    found = _POSTSCRIPT.search(plain, after)
    end = len(plain) if found is None else found.start()
    floor = max(after, len(plain[:end].rstrip()) - _REACH)
    closes = [m for m in _close().finditer(plain, floor, end) if _only_signs(plain, m, end)]
    if closes:
        return TextEnd(closes[-1].start(1), closes[-1].start(1), end)
    start = _last_comma(plain, floor, end)
    if start is not None:
        return TextEnd(start, start, end)
    return TextEnd(None, _name_alone(plain, floor, end, name), end)


def _only_signs(plain: str, close: re.Match[str], end: int) -> bool:
    """Whether nothing but a signature follows these words."""
    first, *lines = plain[close.end(1) : end].split("\n")
    if len(_WORD.findall(first)) > 4 and not _WAY_TO_REACH.search(first):
        return False
    return _is_signature([first, *lines])


def _is_signature(lines: list[str]) -> bool:
    filled = [line for line in lines if line.strip(" ,.!–—-")]
    counts = [len(_WORD.findall(line)) for line in filled]
    return (
        len(filled) <= _LINES
        and sum(counts) <= _WORDS
        and all(
            count <= _WORDS_A_LINE or (_WAY_TO_REACH.search(line) is not None and count <= 2 * _WORDS_A_LINE)
            for line, count in zip(filled, counts, strict=True)
        )
        and not any(
            line.rstrip().endswith(("?", "!", ".")) and count > 3
            for line, count in zip(filled, counts, strict=True)
        )
    )


def _last_comma(plain: str, floor: int, end: int) -> int | None:
    """A short line with a comma above the name closes too: "Looking forward to Friday,"."""
    lines = [m for m in re.finditer(r"[^\n]+", plain[floor:end]) if m[0].strip()]
    if len(lines) < 3 or len(lines[-1][0].split()) > 6:
        return None
    for at in range(max(1, len(lines) - 4), len(lines) - 1):
        line = lines[at][0].rstrip()
        alone = plain[: floor + lines[at].start()].endswith("\n\n") or lines[at - 1][0].rstrip()[-1:] in ".!?"
        if alone and line.endswith((",", "–", "—")) and len(line.split()) <= 9:
            return floor + lines[at].start()
    return None


def _name_alone(plain: str, floor: int, end: int, name: frozenset[str]) -> int:
    """Where the sender's name stands on a last line of its own; the end where it does not."""
    last = plain[floor:end].rstrip()
    start = last.rfind("\n") + 1
    words = [word.lower() for word in _WORD.findall(last[start:])]
    return floor + start if start and words and name.issuperset(words) else end
