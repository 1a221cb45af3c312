"""Marks by which a mail says that no person wrote it: lists, automatic replies, reports, machines."""

from __future__ import annotations

import re
from email.message import Message

_PRECEDENCES = frozenset(("bulk", "list", "junk", "auto_reply"))
_MACHINES = re.compile(
    r"(?:^|[._+-])(?:no-?_?\.?repl(?:y|ies)|do-?_?\.?not-?_?\.?reply|dont-?_?\.?reply|mailer-?daemon|postmaster)"
    r"(?:$|[._+\d-])|noreply|donotreply|mailer-daemon"
)
# As the automatic replies of mailers and of mail servers begin, in the languages that are always read.
_SUBJECTS = re.compile(
    r"""(?:(?:re|aw|fwd?|wg|tr)\s*:\s*)?(?:
      auto(?:matic(?:ally)?|mated)?[\s:_-]*(?:reply|response|respond|answer|generated)\b
    | auto\s*: | autoreply\b | autoresponse\b | autoresponder\b
    | out\ of\ (?:the\ )?office\b | ooo\b\s*[:|-] | away\ from\ (?:the\ |my\ )?(?:office|desk)\b
    | on\ (?:vacation|holiday|leave)\b | vacation\ (?:reply|response|notice)\b
    | (?:undeliver(?:able|ed)|undelivered)\b | mail\ delivery\b
    | delivery\ (?:status|failure|has\ failed|delayed)
    | returned\ mail\b | failure\ notice\b | message\ not\ delivered\b
    | (?:read|delivered|not\ read)\s*:\s | read\ receipt\b
    | automatische\ (?:antwort|abwesenheitsnotiz|rückmeldung
      |eingangsbestätigung|empfangsbestätigung|nachricht)
    | abwesenheits(?:notiz|nachricht|meldung|assistent|benachrichtigung|info)?\b | abwesend\b
    | abwesenheit\b | nicht\ im\ (?:büro|haus)\b | außer\ haus\b | urlaubs(?:notiz|meldung)\b
    | unzustellbar\b | gelesen\s*:
    | r[ée]ponse\ automatique\b | message\ automatique\b | absence\ du\ bureau\b
    | (?:notification|avis|message)\ d['’]absence\b | absent(?:e)?\s+du\ bureau\b | absence\s*:
    | non\ remis\b | non\ distribu(?:é|able)\b | lu\s*:\s
    | respuesta\ autom[áa]tica\b | fuera\ de\ (?:la\ )?oficina\b | mensaje\ autom[áa]tico\b
    | ausencia\ de\ la\ oficina\b | aviso\ de\ ausencia\b | no\ se\ puede\ entregar\b | le[íi]do\s*:\s
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def is_no_reply(address: str) -> bool:
    """Whether the local part says that nobody reads what is sent there."""
    local = address.rpartition("@")[0].lower()[:64]
    return _MACHINES.search(local) is not None


def begins_automatically(subject: str) -> bool:
    """Whether a subject begins as the automatic replies of mail programs do."""
    return _SUBJECTS.match(subject.strip()[:200]) is not None


def why_automatic(headers: Message, sender: str, subject: str) -> str:
    """The mark in a few words; blank where a person may have written it.

    X-Auto-Response-Suppress alone is none: much that people write carries it.
    """
    submitted = str(headers.get("Auto-Submitted", "no")).partition(";")[0].partition("(")[0].strip().lower()
    if submitted not in ("", "no"):
        return f"Auto-Submitted: {submitted[:40]}"
    precedence = str(headers.get("Precedence", "")).strip().lower()
    if precedence in _PRECEDENCES:
        return f"Precedence: {precedence}"
    for name in ("List-Id", "X-Autoreply", "X-Autorespond"):
        if name in headers:
            return name
    if "Return-Path" in headers and str(headers["Return-Path"]).strip() in ("", "<>"):
        return "an empty Return-Path"
    if headers.get_content_type() == "multipart/report":
        return "a report"
    if is_no_reply(sender):
        return "a no-reply address"
    return "the subject of an automatic reply" if begins_automatically(subject) else ""
