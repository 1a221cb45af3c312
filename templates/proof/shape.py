"""How a message is built: subject, greeting, close, name, length, text messages; how late it comes.

A text message of letters from the GSM 7-bit alphabet (3GPP TS 23.038) holds 160 of them, or 153 where it is
one of several; a letter of the extension table takes two places. One letter outside turns the whole message
into UCS-2: 70 code units of 16 bits, or 67. No letter is split between two messages.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from store.languages import ENGLISH, counted, language_or_english
from store.people.letters import fold
from store.people.salutation import greeting, spoken_greeting
from templates.proof.draft import GAP_MARK, DraftText
from templates.proof.findings import Objection
from templates.proof.words import WORD, read_list, spelt_out

_SHORT_CHANNELS = ("sms", "whatsapp")
_CALLED = re.compile(r"[ ]{0,9}[^\s,:!–—]{1,30}(?: [^\s,:!–—]{1,30}){0,2} ?[,:!–—]")
_CALLED_BY = {*ENGLISH.honorifics, "all", "team", "everyone", "both"} - {"miss", "sir", "madam", "dame"}
"""Words by which people are called without a name; those titles left out also stand for something else."""
_WITHIN = 60
"""Characters from the start within which a short message must have named whom it greets."""
_ANY = (20, 250)
_WORDS = {"email": (35, 200), "letter": (60, 280), "whatsapp": (12, 90), "sms": (10, 60), "other": _ANY}
_STATUS = {"email": (25, 150), "letter": (40, 200), "whatsapp": (10, 80), "sms": (8, 50), "other": _ANY}
_VOICEMAIL = (20, 100)
_LONGEST_SUBJECT = 78
"""Characters of a subject that every mail program shows."""
_ANSWERING = re.compile(r"(?:\s{0,4}(?:re|aw|sv|fw|fwd|wg|tr|rv)\s?:)+", re.IGNORECASE)
_SAYS_NOTHING = frozenset(("", *read_list("subjects").splitlines()))
"""Subjects, folded and without marks, that do not tell what a mail is about."""
FIRST_DAY = 24.0
"""Hours within which thanks are due."""
_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENSION = frozenset("\f^{}\\[~]|€")
MOST_SEGMENTS = 2
_INSTEAD = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\u00a0": "a plain space"}


def subject(draft: DraftText) -> Iterator[Objection]:
    """`subject`: that of an e-mail is empty, says nothing or is too long; silent where none is known."""
    if draft.subject is None or draft.case.channel != "email":
        return
    said = " ".join(draft.subject.split())
    answering = _ANSWERING.match(said)
    bare = " ".join(
        fold(word) for word in WORD.findall(said if answering is None else said[answering.end() :])
    )
    if not said:
        yield Objection("The subject is empty: say what it is about, such as the position and the day.")
    elif bare in _SAYS_NOTHING and (answering is None or not bare):
        yield Objection(f"The subject “{said}” could be anyone's: name the position or the day.")
    elif len(said) > _LONGEST_SUBJECT:
        why = f"The subject has {len(said)} characters, and mail programs cut it after {_LONGEST_SUBJECT}."
        yield Objection(f"{why[:-1]}: shorten it.")


def no_greeting(draft: DraftText) -> Iterator[Objection]:
    """`no_greeting`: no greeting in the first lines, nor the name of someone it goes to."""
    if draft.greeting[1] > draft.greeting[0] or not draft.text.strip() or _names_them(draft):
        return
    yield Objection(f"The message greets nobody: begin with “{_greeting_for(draft)}”.")


class _Greeted(NamedTuple):
    name: str
    called: str


def _greeting_for(draft: DraftText) -> str:
    """How such a message greets whom it goes to."""
    case, language = draft.case, language_or_english(draft.language)
    if not case.addressed:
        return language.greeting_by_name.format(name="…")
    name = case.addressed[0]
    reader = _Greeted(name, next((called for person, called in case.called if person == name), ""))
    return (spoken_greeting if case.channel in _SHORT_CHANNELS else greeting)(reader, language)


def _names_them(draft: DraftText) -> bool:
    """A name at the very beginning greets too: "Ada, thank you …"; a gap there asks for the greeting."""
    offset = len(draft.text) - len(draft.text.lstrip())
    if draft.prose[offset : offset + 1] == GAP_MARK:
        return True
    named = {fold(w) for person in (*draft.case.addressed, *draft.case.people) for w in WORD.findall(person)}
    reach = _WITHIN if draft.case.channel in _SHORT_CHANNELS else 30
    first = draft.text.lstrip().split("\n", 1)[0]
    if draft.case.channel not in _SHORT_CHANNELS and not _CALLED.match(first):
        return False
    return any(word.start - offset < reach and word.fold in named | _CALLED_BY for word in draft.words[:8])


def no_close(draft: DraftText) -> Iterator[Objection]:
    """`no_close`: a mail or letter that ends without closing words; short messages need none."""
    if draft.case.channel in _SHORT_CHANNELS or not draft.text.strip() or draft.ending.close is not None:
        return
    close = language_or_english(draft.language).closes[0]
    yield Objection(f"The message just stops: end with “{close}” or the like, and your name.")


def own_name(draft: DraftText) -> Iterator[Objection]:
    """`own_name`: the user's name is nowhere in a short message or a call, or not at the end of a mail."""
    mine = {fold(w) for w in WORD.findall(draft.case.me) if len(w) > 1}
    mine |= {fold(spelt_out(w)) for w in WORD.findall(draft.case.me) if len(w) > 1}
    if not mine or not draft.text.strip():
        return
    anywhere = draft.case.channel in _SHORT_CHANNELS or draft.case.purpose == "voicemail"
    start = 0 if anywhere else min(draft.ending.start, _last_lines(draft.text))
    if any(word.fold in mine for word in draft.words if word.start >= start):
        return
    where = "They may not know your number" if anywhere else "The message is not signed"
    yield Objection(f"{where}: write your name, {draft.case.me}.")


def _last_lines(text: str) -> int:
    """Where the last few lines with something in them begin; within one long line, its last 60 characters."""
    lines = [m for m in re.finditer(r"[^\n]+", text) if m[0].strip()]
    if not lines:
        return 0
    first = lines[-5].start() if len(lines) > 5 else (lines[1].start() if len(lines) > 1 else 0)
    return max(first, len(text.rstrip()) - 260)


def length(draft: DraftText) -> Iterator[Objection]:
    """`length`: fewer or more words than such a message needs."""
    case = draft.case
    table = _STATUS if case.purpose in ("status", "other") else _WORDS
    least, most = _VOICEMAIL if case.purpose == "voicemail" else table[case.channel]
    if not draft.text.strip() or least <= draft.count <= most:
        return
    words = counted(draft.count, "word")
    if draft.count < least:
        yield Objection(f"{words} is short: {least} to {most} leave room for something of your own.")
    else:
        yield Objection(f"{words} is long: {least} to {most} get read to the end.")


def late(draft: DraftText) -> Iterator[Objection]:
    """`late`: the first day after the interview is over."""
    hours = draft.case.late_hours
    if hours is not None and hours >= FIRST_DAY:
        days = int(hours / 24)
        ago = "more than a day ago" if days == 1 else f"{counted(days, 'day')} ago"
        yield Objection(f"The interview was {ago}. Thanks are still welcome: send them when this is ready.")


@dataclass(frozen=True)
class Segments:
    """`count` messages in `encoding`; `units` septets or 16-bit code units in all.

    `culprits` are the letters that force UCS-2: each once, in order.
    """

    count: int
    encoding: Literal["GSM-7", "UCS-2"]
    units: int
    culprits: tuple[str, ...]


def segments(text: str) -> Segments:
    """How a text is sent as SMS; an empty one takes no message."""
    culprits = tuple(dict.fromkeys(c for c in text if c not in _BASIC and c not in _EXTENSION))
    if culprits:
        sizes = [2 if ord(c) > 0xFFFF else 1 for c in text]
        return Segments(_packed(sizes, 70, 67), "UCS-2", sum(sizes), culprits)
    sizes = [2 if c in _EXTENSION else 1 for c in text]
    return Segments(_packed(sizes, 160, 153), "GSM-7", sum(sizes), ())


def _packed(sizes: Iterable[int], alone: int, together: int) -> int:
    sizes = list(sizes)
    if sum(sizes) <= alone:
        return 1 if sizes else 0
    count, room = 1, together
    for size in sizes:
        if size > room:
            count, room = count + 1, together
        room -= size
    return count


def many_segments(draft: DraftText) -> Iterator[Objection]:
    """`segments`: an SMS of more than two messages, and which letters make it so."""
    if draft.case.channel != "sms":
        return
    sent = segments(draft.text)
    if sent.count <= MOST_SEGMENTS:
        return
    why = f"This takes {sent.count} text messages: shorten it to {MOST_SEGMENTS}."
    if not sent.culprits:
        yield Objection(why)
        return
    first = sent.culprits[0]
    shown = " ".join(sent.culprits[:5])
    instead = f" (write {_INSTEAD[first]} for {first})" if first in _INSTEAD else ""
    why = (
        f"This takes {sent.count} text messages, because of {shown}{instead}: replace it or shorten the text."
    )
    place = draft.text.index(first)
    yield Objection(why, place, place + 1)
