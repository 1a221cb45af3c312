"""`ringback listen` and `ringback heard`: what is new in mail and calendar, and what to do with it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from msgspec import to_builtins

from store.hearing.proposal import Proposal
from store.interview import iso
from store.service import Service
from tui.cli.faults import Failed, UsageError
from tui.cli.output import put, put_json, say
from tui.cli.recording import assigned, event_values
from tui.cli.session import CommandSession, tell_notes, tell_standing
from tui.words.heard import progress_words, proposal_words, question_words

if TYPE_CHECKING:
    from store.calendar import Answers

_ANSWERS = ("zone", "me", "company", "role", "date")
"""What may be said to an invitation, as the options of `import` do."""


def run_listen(args: argparse.Namespace, session: CommandSession) -> None:
    """Look once at the watched folders; say what is new, and what was logged by itself."""
    from store.watching.looking import FolderLook

    watch = session.settings.watch
    if not (watch.mail or watch.calendar):
        raise Failed(
            "No folders are watched: set mail or calendar under [watch] in the settings "
            f"({session.config}); `ringback config` shows them."
        )
    service = session.open()

    looked = FolderLook(service, session.settings, progress=lambda at: say(progress_words(at))).look()
    if looked.busy:
        say("Another ringback is looking at the folders just now; nothing was read twice.")
        return
    for sentence in (*looked.trouble, *looked.logged):
        say(sentence)
    for proposal in looked.new:
        put(f"{proposal.id}  {proposal_words(proposal, service.book, session.now, session.zone)}")
    tell_notes(service)
    if looked.trouble and not looked.read and len(looked.trouble) >= len(watch.mail) + len(watch.calendar):
        raise Failed("None of the watched folders could be read.")


def run_heard(args: argparse.Namespace, session: CommandSession) -> None:
    """List what is proposed, take one of it, or turn it down."""
    from store import heard

    if args.deed is None:
        service = session.open()
        _list(heard.open_proposals(service.book), service, session, as_json=args.json)
        return
    if args.id is None:
        raise UsageError(
            f"`ringback heard {args.deed}` needs the id of a proposal; `ringback heard` lists them."
        )
    if args.json:
        raise UsageError(f"--json is for the list; `ringback heard {args.deed}` prints none.")
    if args.deed == "drop" and args.fields:
        raise UsageError("`ringback heard drop` takes an id and nothing else.")
    service = session.open()
    proposal = heard.found(service.book, args.id)
    if args.deed == "drop":
        heard.drop(service, [proposal.id])
        say(f"{proposal.id} was turned down: it will not be proposed again.")
    else:
        _take(proposal, args.fields, service, session)
    tell_notes(service)


def _list(proposals: list[Proposal], service: Service, session: CommandSession, *, as_json: bool) -> None:
    if as_json:
        put_json({"version": 1, "proposals": [as_plain(one) for one in proposals]})
        return
    for one in proposals:
        put(f"{one.id}  {proposal_words(one, service.book, session.now, session.zone)}")
        if question := question_words(one, service.book):
            put(f"    {question}")
    if not proposals:
        say("Nothing is proposed.")


def as_plain(proposal: Proposal) -> dict[str, Any]:
    """A proposal as programs read it; instants in UTC."""
    plain: dict[str, Any] = {"id": proposal.id, "interview": proposal.interview}
    if proposal.choices:
        plain["choices"] = list(proposal.choices)
    if proposal.meeting is not None:
        meeting = proposal.meeting
        plain["import"] = {
            "uid": meeting.uid,
            "company": meeting.company,
            "starts_at": iso(meeting.starts_at),
            "ends_at": iso(meeting.ends_at),
            "method": meeting.method,
        }
    elif proposal.event is not None:
        plain["event"] = _event(proposal)
    else:
        plain |= {"event": None, "remark": proposal.remark}
    if proposal.readings:
        plain["readings"] = list(proposal.readings)
    if proposal.ask or proposal.choices or proposal.readings:
        plain["ask"] = True
    return plain | {
        "ref": proposal.ref,
        "from": proposal.sender,
        "sentence": proposal.sentence,
        "why": proposal.why,
    }


def _event(proposal: Proposal) -> dict[str, Any]:
    from store.heard import day_field

    assert proposal.event is not None
    plain: dict[str, Any] = to_builtins(proposal.event)
    del plain["id"]
    if proposal.readings:
        plain[day_field(proposal.event)] = None
    return plain


def _take(proposal: Proposal, fields: list[str], service: Service, session: CommandSession) -> None:
    from store import heard
    from store.calendar import NeedsAnswer, Unreadable

    named, rest = _which_card(fields)
    wanted = None if named is None else service.named(named).id
    card = heard.card_of(service, proposal, wanted)
    values: dict[str, Any] = {}
    answers = None
    if proposal.meeting is not None:
        answers = _answers(rest, service, session)
    elif proposal.event is not None and card is not None:
        office = session.office_of(card, None)
        values = event_values(session, assigned(type(proposal.event), rest), office, card.language)
    known = {one.id for card in service.book.interviews.values() for one in card.events}
    before = service.book.interviews
    try:
        said = heard.take(service, proposal, heard.TakenAs(wanted, values, answers))
    except NeedsAnswer as asks:
        raise Failed(_asks(asks)) from None
    except Unreadable as why:
        raise Failed(str(why)) from None
    for sentence in said:
        say(sentence)
    for key, one in service.book.interviews.items():
        if before.get(key) is not one:
            for event in one.events:
                if event.id not in known:
                    put(event.id)
            tell_standing(service, key)


def _which_card(fields: list[str]) -> tuple[str | None, list[str]]:
    given = [one for one in fields if one.startswith("interview=")]
    if len(given) > 1:
        raise UsageError("interview is given twice.")
    rest = [one for one in fields if not one.startswith("interview=")]
    return (given[0].partition("=")[2] if given else None), rest


def _answers(fields: list[str], service: Service, session: CommandSession) -> Answers:
    """What is said to an invitation: `company=Globex zone=Europe/Berlin`."""
    from store.calendar import Answers
    from store.changes.invitations import known_in

    given: dict[str, str] = {}
    for one in fields:
        field, equals, text = one.partition("=")
        if not equals:
            raise UsageError(f"{one!r} is not of the form field=value.")
        if field not in _ANSWERS or field in given:
            raise UsageError(f"A meeting takes each of {', '.join(_ANSWERS)} once, and not {field!r}.")
        given[field] = session.typed(text, field)
    zone = session.times.zone_named(given["zone"], session.zone).key if "zone" in given else None
    day = session.times.day(given["date"], session.own_office) if "date" in given else None
    return Answers(
        session.zone.key,
        (given["me"],) if given.get("me") else session.settings.me.addresses,
        zone=zone,
        company=given.get("company") or None,
        role=given.get("role"),
        date=day,
        known=known_in(service.book),
    )


def _asks(asks: Any) -> str:
    sentences = []
    for question in asks.questions:
        perhaps = f" (perhaps {', '.join(question.choices[:5])})" if question.choices else ""
        sentences.append(f"{question.words}: say which it is with {question.kind}=…{perhaps}.")
    return " ".join(sentences)
