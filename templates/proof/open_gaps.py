"""Gaps: what still waits for a word, and sentences that cannot go on as they do."""

import re
from collections.abc import Iterator
from functools import cache

from templates.gaps import shown
from templates.proof.draft import DraftText
from templates.proof.findings import Objection

_SLOT = (
    r"(?:name|names|company|companies|role|position|job|title|interviewers?|recruiter|"
    r"manager|date|day|time|topics?|"
    r"subject|team|project|place|location|something|detail|details|specific|insert|your|"
    r"placeholder|city|department|"
    r"skill|skills|phone|number|email|e-mail|address|signature|reason|thing|salutation|"
    r"organi[sz]ation|firm|employer|"
    r"first|last|surname|person|people|contact|product|mention|describe|add|fill|here|who|"
    r"what|which|when|xx+)"
)
_SQL = r"INTO|statements?|quer(?:y|ies)|triggers?|or|and|performance"
_FACT = r"(?:name|company|role|position|date|topic|interviewer)"
_DOTS = r"(?:…|\.\.\.)"
_WHOSE = "(?:COMPANY|FIRST|LAST|INTERVIEWER|YOUR|JOB|ROLE|RECRUITER)"
_IN_PARENTHESES = r"(?:name|company|company name|interviewer(?:'s name)?|position|topic|date)"
_BRACKETED = re.compile(r"\[([^\[\]\n]{1,120})\](?!\()")
_IN_GUILLEMETS = re.compile(r"«([^«»\n]{1,400})»")
_CHOICE = " | "
_NOT_A_GAP = frozenset({"sic", "at", "dot", "attached", "attachment", "x", "edit", "edited", "redacted"})
_ANY_CASE = re.IGNORECASE

# Each pattern after the pieces of text (in small letters) without one of which it need not be tried.
_PATTERNS: tuple[tuple[tuple[str, ...], str, int], ...] = (
    (("{", "}"), r"\{\{[^{}]{0,400}\}\}|\{%[^%{}]{0,200}%\}|\{#[^#{}]{0,200}#\}", 0),
    (("{", "}"), r"\{\{|\}\}|\{%|%\}", 0),
    (("{",), r"[$#%]?\{[ ]?[A-Za-z_][\w .'/-]{0,40}\}", 0),
    (("<",), rf"<[ ]?(?=[\w .'/-]{{0,60}}\b{_SLOT}\b)[A-Za-z][\w .,'/-]{{0,60}}>", _ANY_CASE),
    (("<", "%"), r"<[A-Z][A-Z_ ]{2,40}>|%[A-Z][A-Z_]{2,30}%", 0),
    (("___",), r"(?<![_\n])_{3,}(?!_)|(?<=\n)_{3,19}(?!_)", 0),
    (("xx",), r"(?<!\w)X{3,}(?!\w)|(?<!\w)[Xx]{2}(?:[:./][Xx]{2,4}){1,2}(?!\w)", 0),
    (("todo", "fixme"), r"\b(?:TODO|FIXME)\b(?![ -](?:apps?|lists?|items?|comments?|tracker|MVC)\b)", 0),
    (("tbd",), r"(?<!is )(?<!are )(?<!still )(?<!yet )\bTBD\b", 0),
    (("??",), r"(?<=[ ])\?{2,}(?=[ .,])", 0),
    (("$",), rf"(?<![\w$])\$(?:{_FACT}|{_WHOSE})\b", _ANY_CASE),
    (("insert",), rf"\bINSERT\b(?![ ](?:{_SQL})\b)[^\n.,;]{{0,40}}", 0),
    (
        ("here",),
        rf"\b(?:insert|fill in)[ ](?:\w{{1,20}}[ ]){{0,3}}{_SLOT}(?:[ ]\w{{1,20}})?[ ]here\b",
        _ANY_CASE,
    ),
    (("here",), rf"\b(?:add|enter)[ ](?:\w{{1,20}}[ ]){{0,2}}{_FACT}[ ]here\b", _ANY_CASE),
    (("(",), r"\((?:please )?insert\b[^()\n]{0,60}\)", _ANY_CASE),
    (("…", ".."), rf"{_DOTS}[ ]?(?:\w{{1,20}}[ ]){{0,2}}{_SLOT}(?:[ ]\w{{1,20}})?[ ]?{_DOTS}", _ANY_CASE),
    (("…", "..", "--", "**"), r"(?:(?<=dear )|(?<=hi )|(?<=hello ))(?:…|\.{2,}|-{2,}|\*{2,})", _ANY_CASE),
    (("(",), rf"\((?:your |the |first |last |job )?{_IN_PARENTHESES}\)", _ANY_CASE),
    (("name", "title", "role", "here"), rf"\b{_WHOSE}[_ ](?:NAME|TITLE|ROLE|HERE)\b", 0),
    (("_",), rf"\b{_WHOSE.lower()}_(?:name|title|role)\b", 0),
    (("dear ", "company"), r"(?<=[Dd]ear )(?:NAME|INTERVIEWER|RECRUITER)\b|\b(?:at|with) COMPANY\b", 0),
    (("name",), r"\b(?:Company|Interviewer|Recruiter|Interviewer's|Recruiter's) Name\b", 0),
    (("dear ",), r"\bDear (?:X{1,2}|XY|N\.?N\.?)(?=[,\s])", 0),
    (("name",), r"^[ ]{0,4}(?:Your|First|Last|My) ?(?:full )?name[ ]{0,4}$", _ANY_CASE | re.MULTILINE),
    (("%", "#", "$", "@", "*"), rf"(?<!\w)[%#$@*]{{1,2}}{_FACT}[%#@*]{{1,2}}(?!\w)", _ANY_CASE),
    (("lorem",), r"\blorem ipsum\b", _ANY_CASE),
)
# A sentence cannot go on like this: a value was empty when the text was made.
_MISSING: tuple[tuple[tuple[str, ...], str, int], ...] = (
    (
        ("dear ", "hi ", "hello ", "hey "),
        r"^[ ]{0,4}(?:dear|hi|hello|hey)[ ]{1,4}[,!:]",
        _ANY_CASE | re.MULTILINE,
    ),
    (("dear ", "hi ", "hello "), r"\b(?:dear|hi|hello) (?:ms|mr|mrs|mx|dr)\.?[ ]{0,3}[,:\n]", _ANY_CASE),
    (("dear",), r"^[ ]{0,4}dear[,:]?[ ]{0,4}$", _ANY_CASE | re.MULTILINE),
    ((" .", " ,", " ;"), r"\b(?:the|an?|of|at|my|your|our|with)[ ]{1,3}[.,;](?![.\w])", _ANY_CASE),
    ((" none", " null", " undefined", " nan"), r"\b[Dd]ear (?:None|null|undefined|nan)\b|\bwith None\b", 0),
    ((" none", " null", " undefined"), r"\b(?:at|as|for|the|with) (?:None|null|undefined)(?=[.,;!])", 0),
    ((" none",), r"\b(?:at|as|for|the|about|your|our|join) None\b", 0),
)


@cache
def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    return re.compile(pattern, flags)


def _tried(text: str, patterns: tuple[tuple[tuple[str, ...], str, int], ...]) -> Iterator[re.Match[str]]:
    small = text.lower()
    for needles, pattern, flags in patterns:
        if any(needle in small for needle in needles):
            yield from _compiled(pattern, flags).finditer(text)


def open_gaps(draft: DraftText) -> Iterator[Objection]:
    """`gap`: each stretch that still waits for a word, longest first where several patterns meet."""
    if not draft.text.strip():
        yield Objection("Nothing is written yet: the whole message is still a gap.")
        return
    last = -1
    for start, end in sorted(_spans(draft), key=lambda span: (span[0], -span[1])):
        if start < last:
            continue
        last = end
        passage = " ".join(draft.text[start:end].split())
        if passage[:2] == "{{" and (asked := passage.strip("{} ")):
            passage = shown(asked, draft.case.language)
        yield Objection(f"“{passage}” is still a placeholder: put the real words in its place.", start, end)
    yield from _missing_values(draft)


def _spans(draft: DraftText) -> Iterator[tuple[int, int]]:
    text = draft.plain
    for found in _tried(text, _PATTERNS):
        if not _inside_a_word(text, found.start(), found[0]):
            yield found.start(), found.start() + len(found[0].rstrip())
    for found in _BRACKETED.finditer(text):
        if _is_slot(found[1].strip()) and not text[max(0, found.start() - 1) : found.start()].isalnum():
            yield found.span()
    for found in _IN_GUILLEMETS.finditer(text):
        if not draft.quotes_in_guillemets or _is_known_gap(found[1], draft.case.gap_words):
            yield found.span()


def _is_known_gap(inside: str, beginnings: frozenset[str]) -> bool:
    """Whether what stands in « » is a gap as it is shown, where it may also be a quotation."""
    words = inside.strip().casefold()
    return (_CHOICE in words and bool(beginnings)) or words.startswith(tuple(beginnings))


def _inside_a_word(text: str, start: int, passage: str) -> bool:
    """`List<Name>` and `map{key}` are code, not gaps."""
    return (
        passage[0] in "<{"
        and passage[:2] not in ("{{", "{%", "{#")
        and text[max(0, start - 1) : start].isalnum()
    )


def _is_slot(inside: str) -> bool:
    """Whether a pair of square brackets holds a placeholder rather than an aside or a footnote."""
    words = inside.split()
    if not words or inside.isdigit() or inside.casefold() in _NOT_A_GAP:
        return False
    return len(words) <= 5 or re.search(rf"\b{_SLOT}\b", inside, re.IGNORECASE) is not None


def _missing_values(draft: DraftText) -> Iterator[Objection]:
    for found in _tried(draft.plain, _MISSING):
        why = f"Something is missing at “{found[0].strip()}”: fill it in."
        yield Objection(why, found.start(), found.end())
