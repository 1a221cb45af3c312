"""What a mail says itself: without what it quotes, forwards, and signs with.

Line by line, each looked at a bounded number of times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_LONGEST_LINE = 2_000
MOST_LINES = 2_000
"""Lines of a mail that are looked at."""

_QUOTED = re.compile(r"\s{0,3}(?:>|\|\s?>|»\s)")
# Who wrote what is quoted, and when: `On Wed, 25 Nov 2026 at 10:12, Robin Vale wrote:`.
_ATTRIBUTIONS = re.compile(
    r"""^[\s*_>]{0,6}(?:
      (?:on|at)\b.{0,300}\b(?:wrote|writes|said)\s*(?:on\b.{0,80})?:
    | am\b.{0,300}\b(?:schrieb|hat)\b.{0,200}:
    | (?:le|on)\b.{0,300}\ba\s+[ée]crit\s*:
    | (?:el|en)\b.{0,300}\b(?:escribi[óo]|escribe)\b.{0,200}:
    | (?:il|op|em|den|dnia|w\ dniu)\b.{0,300}
      \b(?:ha\ scritto|schreef|escreveu|skrev|napisał\(?a?\)?)\b.{0,200}:
    | .{0,200}<[^<>\s]{1,200}@[^<>\s]{1,200}>\s*(?:wrote|writes|schrieb|a\ [ée]crit|escribi[óo])\b.{0,60}:
    | .{1,120}\b(?:wrote|schrieb|a\ [ée]crit|escribi[óo])\s(?:on|am|le|el)\b.{1,120}:
    | \d{4}[-/.]\d\d?[-/.]\d\d?.{0,160}<[^<>\s]{1,200}@[^<>\s]{1,200}>\s*:
    | quoting\ .{1,200}: | .{1,100}\bwrote:
    )\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_ATTRIBUTION_BEGINS = re.compile(r"^[\s*_>]{0,6}(?:on|am|le|el|il|op|em|den|at)\s+\S", re.IGNORECASE)
_DIVIDER = re.compile(
    r"""^\s*(?:
      -{2,}\s*(?:original|forwarded|urspr[üu]ngliche|weitergeleitete?|message|mensaje|messaggio|courriel)\b.{0,60}
        (?:-{2,}|:)?
    | -{3,}\s*(?:reply\ above|please\ (?:reply|type|write)|write\ above).{0,120}
    | \#{2,}\s*-?\s*(?:please\ type|reply).{0,80}
    | begin\ forwarded\ message\s*: | anfang\ der\ weitergeleiteten\ (?:nachricht|e-mail)\s*:
    | d[ée]but\ du\ message\ (?:r[ée]exp[ée]di[ée]|transf[ée]r[ée])\s*: | inicio\ del\ mensaje\ reenviado\s*:
    | _{10,} | -{20,} | ={20,}
    )\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_FROM = re.compile(
    r"^[\s*_|>]{0,4}(?:from|von|de|da|van|från|fra|expéditeur)\s?\*?\s?:\*?\s?\S", re.IGNORECASE
)
_BLOCK_HEADER = re.compile(
    r"^[\s*_|>]{0,4}(?:sent|date|gesendet|datum|envoy[ée](?:\s+le)?|fecha|enviado(?:\s+el)?|to|an|à|para|a"
    r"|subject|betreff|objet|asunto|inviato|verzonden|skickat)\s?\*?\s?:",
    re.IGNORECASE,
)
_SENT_FROM = re.compile(
    r"^\s*(?:sent (?:from|with|using) (?:my |a |an |the )?\w|get outlook for|von mein\w* \w.{0,60} gesendet"
    r"|gesendet (?:von|mit) |diese nachricht wurde von mein|envoy[ée] (?:de|depuis) mon|enviado desde mi"
    r"|télécharger outlook|outlook für|obtener outlook|from my (?:phone|mobile)).{0,120}$",
    re.IGNORECASE,
)


def own_words(text: str) -> str:
    """The lines that the writer of a mail wrote for it."""
    lines = [line[:_LONGEST_LINE] for line in text.split("\n")[:MOST_LINES]]
    return "\n".join(_own(lines)).strip()


def _own(lines: Sequence[str]) -> Iterator[str]:
    place = 0
    while place < len(lines):
        line = lines[place]
        if line.rstrip() in ("--", "—") or line == "-- ":  # the signature goes to the end
            return
        if _DIVIDER.match(line) and _cuts(lines, place):
            return
        if _FROM.match(line) and _is_header_block(lines, place):
            return
        length = _attribution(lines, place)
        if length:
            quoted = _next_full(lines, place + length)
            if quoted is None or not _QUOTED.match(lines[quoted]):
                return
            place = quoted
        elif _QUOTED.match(line) or _SENT_FROM.match(line):
            place += 1
        else:
            yield line
            place += 1


def _cuts(lines: Sequence[str], place: int) -> bool:
    """A bare rule parts a mail only where what comes next is quoted; words on it say so themselves."""
    if any(letter.isalpha() for letter in lines[place]):
        return True
    follows = _next_full(lines, place + 1)
    return follows is not None and bool(_FROM.match(lines[follows])) and _is_header_block(lines, follows)


def _is_header_block(lines: Sequence[str], place: int) -> bool:
    following = [line for line in lines[place + 1 : place + 7] if line.strip()][:4]
    return sum(_BLOCK_HEADER.match(line) is not None for line in following) >= 2


def _attribution(lines: Sequence[str], place: int) -> int:
    """How many lines the words before a quote take: they are often wrapped; 0 where there are none."""
    first = lines[place]
    if _attributes(first):
        return 1
    if not _ATTRIBUTION_BEGINS.match(first):
        return 0
    together = first
    for more in range(1, 4):
        if place + more >= len(lines) or not lines[place + more].strip():
            return 0
        together = f"{together.rstrip()} {lines[place + more].strip()}"
        if _attributes(together[:_LONGEST_LINE]):
            return more + 1
    return 0


def _attributes(line: str) -> bool:
    """Whether a line says who wrote what comes next; most are told at once by how they end."""
    may_be = line.rstrip().endswith(":") or "<" in line
    return may_be and _ATTRIBUTIONS.match(line) is not None


def _next_full(lines: Sequence[str], place: int) -> int | None:
    return next((at for at in range(place, min(place + 20, len(lines))) if lines[at].strip()), None)
