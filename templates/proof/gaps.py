"""Placeholders left open, and places where a value should stand and does not."""

import re
from collections.abc import Iterator

from templates.proof.draft import Draft
from templates.proof.findings import Finding

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
_IN_PARENTHESES = r"(?:name|company|company name|interviewer(?:'s name)?|position|topic|date)"
_BRACKETED = re.compile(r"\[([^\[\]\n]{1,120})\](?!\()")
_NOT_A_GAP = frozenset({"sic", "at", "dot", "attached", "attachment", "x", "edit", "edited", "redacted"})
_PATTERNS = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (r"\{\{[^{}]{0,200}\}\}|\{%[^%{}]{0,200}%\}|\{#[^#{}]{0,200}#\}", 0),
        (r"\{\{|\}\}|\{%|%\}", 0),
        (r"[$#%]?\{[ ]?[A-Za-z_][\w .'/-]{0,40}\}", 0),
        (rf"<[ ]?(?=[\w .'/-]{{0,60}}\b{_SLOT}\b)[A-Za-z][\w .,'/-]{{0,60}}>", re.IGNORECASE),
        (r"<[A-Z][A-Z_ ]{2,40}>|%[A-Z][A-Z_]{2,30}%", 0),
        (rf"«[ ]?(?:\w{{1,20}}[ _]?){{0,2}}{_SLOT}\d?[ ]?»", re.IGNORECASE),
        (r"(?<![_\n])_{3,}(?!_)|(?<=\n)_{3,19}(?!_)", 0),
        (r"(?<!\w)X{3,}(?!\w)|(?<!\w)[Xx]{2}(?:[:./][Xx]{2,4}){1,2}(?!\w)", 0),
        (r"\b(?:TODO|FIXME)\b(?![ -](?:apps?|lists?|items?|comments?|tracker|MVC)\b)", 0),
        (
            (
                r"\bINSERT\b(?![ ](?:INTO|statements?|quer(?:y|ies)|triggers?|or|and|"
                r"performance)\b)[^\n.,;]{0,40}"
            ),
            0,
        ),
        (
            rf"\b(?:insert|fill in)[ ](?:\w{{1,20}}[ ]){{0,3}}{_SLOT}(?:[ ]\w{{1,20}})?[ ]here\b",
            re.IGNORECASE,
        ),
        (
            r"\b(?:add|enter)[ ](?:\w{1,20}[ ]){0,2}(?:name|company|role|position|date|topic)[ ]here\b",
            re.IGNORECASE,
        ),
        (r"\((?:please )?insert\b[^()\n]{0,60}\)", re.IGNORECASE),
        (
            rf"(?:…|\.\.\.)[ ]?(?:\w{{1,20}}[ ]){{0,2}}{_SLOT}(?:[ ]\w{{1,20}})?[ ]?(?:…|\.\.\.)",
            re.IGNORECASE,
        ),
        (r"(?<=dear )(?:…|\.{2,}|-{2,}|\*{2,})|(?<=hi )(?:…|\.{2,})|(?<=hello )(?:…|\.{2,})", re.IGNORECASE),
        (rf"\((?:your |the |first |last |job )?{_IN_PARENTHESES}\)", re.IGNORECASE),
        (r"\b(?:COMPANY|FIRST|LAST|INTERVIEWER|YOUR|JOB|ROLE|RECRUITER)[_ ](?:NAME|TITLE|ROLE|HERE)\b", 0),
        (r"\b(?:interviewer|company|first|last|your|job|role|recruiter)_(?:name|title|role)\b", 0),
        (r"(?<=[Dd]ear )(?:NAME|INTERVIEWER|RECRUITER)\b|(?<= at )COMPANY\b|(?<= with )COMPANY\b", 0),
        (
            (
                r"\b(?:Company|Interviewer|Recruiter|Interviewer's|Recruiter's) Name\b|"
                r"\bDear (?:X{1,2}|XY|N\.?N\.?)(?=[,\s])"
            ),
            0,
        ),
        (r"^[ ]{0,4}(?:Your|First|Last|My) ?(?:full )?name[ ]{0,4}$", re.IGNORECASE | re.MULTILINE),
        (r"(?<!\w)[%#$@*]{1,2}(?:company|name|role|position|interviewer)[%#@*]{1,2}(?!\w)", re.IGNORECASE),
        (r"\blorem ipsum\b", re.IGNORECASE),
    )
)
# A sentence cannot go on like this: a value was empty when the text was made.
_MISSING = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (r"^[ ]{0,4}(?:dear|hi|hello|hey)[ ]{1,4}[,!:]", re.IGNORECASE | re.MULTILINE),
        (r"\b(?:dear|hi|hello) (?:ms|mr|mrs|mx|dr)\.?[ ]{0,3}[,:\n]", re.IGNORECASE),
        (r"^[ ]{0,4}dear[,:]?[ ]{0,4}$", re.IGNORECASE | re.MULTILINE),
        (r"\b(?:the|an?|of|at|my|your|our|with)[ ]{1,3}[.,;](?![.\w])", re.IGNORECASE),
        (r"\b[Dd]ear (?:None|null|undefined|nan)\b|\bwith None\b", 0),
        (r"\b(?:at|as|for|the|with) (?:None|null|undefined)(?=[.,;!])", 0),
    )
)


def open_gaps(draft: Draft) -> Iterator[Finding]:
    """`gap`: each stretch that still waits for a word, longest first where several patterns meet."""
    if not draft.text.strip():
        yield draft.finding("gap", "Nothing is written yet: the whole message is still a gap.")
        return
    last = -1
    for start, end in sorted(_spans(draft.plain), key=lambda span: (span[0], -span[1])):
        if start < last:
            continue
        last = end
        passage = " ".join(draft.text[start:end].split())
        yield draft.finding(
            "gap", f"“{passage}” is still a placeholder: put the real words in its place.", start, end
        )
    yield from _missing_values(draft)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            if not _inside_a_word(text, found.start(), found[0]):
                yield found.start(), found.start() + len(found[0].rstrip())
    for found in _BRACKETED.finditer(text):
        if _is_slot(found[1].strip()) and not text[max(0, found.start() - 1) : found.start()].isalnum():
            yield found.span()


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


def _missing_values(draft: Draft) -> Iterator[Finding]:
    for pattern in _MISSING:
        for found in pattern.finditer(draft.plain):
            why = f"Something is missing at “{found[0].strip()}”: fill it in."
            yield draft.finding("gap", why, found.start(), found.end())
