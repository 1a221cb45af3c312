"""`ringback draft`: the text a draft would start from, the templates that fit, or texts left behind."""

from __future__ import annotations

import argparse
from datetime import datetime

from store.finding import person_named
from store.interview import Interview, Purpose, iso
from store.left_texts import LeftText, left_texts
from store.people.letters import fold_words
from templates.choice import best, to_choose
from templates.gaps import display, gaps, shown
from templates.library import Library
from templates.reader_text import for_reader
from templates.template import BrokenTemplate, UnknownTemplate
from tui.cli.faults import Failed, UsageError
from tui.cli.output import put, say
from tui.cli.session import CommandSession, choice
from tui.messages.card_words import language_of, situation, text_of
from tui.messages.occasion import PURPOSES, Occasion, occasion_for


def run_draft(args: argparse.Namespace, session: CommandSession) -> None:
    """Print the text (with a first line `Subject: …` where there is one), or with `--list` the templates."""
    named = " ".join(args.id)
    if args.left_behind:
        _print_left_behind(named or None, session)
        return
    if not named:
        raise UsageError("Whose draft? Give the ID of a card, or a company; `ringback list` shows them.")
    at = session.at(args.at)
    service = session.open()
    occasion = occasion_of(session, service.named(named), at, args.to, read_purpose(args.purpose))
    library = open_library(session)
    wanted = situation(occasion, service.book, session.settings, at)
    ranked = best(library.all(), wanted)
    if args.list:
        for template, reason in ranked:
            put(f"{template.name}  {template.title}: {reason}")
        return
    if not ranked and not args.template:
        raise Failed(
            f"There is no template for {occasion.purpose}; name one with --template, such as one of "
            f"{', '.join(library.names)}."
        )
    try:
        name = library.get(args.template).name if args.template else ranked[0][0].name
        text = text_of(library, name, occasion, session.settings, service.book, at)
    except (UnknownTemplate, BrokenTemplate) as why:
        raise Failed(f"{str(why)[:1].upper()}{str(why)[1:]}") from None
    language = language_of(occasion.interview, session.settings)
    body = reader_body(occasion, text.body, language)
    if text.subject:
        put(f"Subject: {display(text.subject, language)}\n")
    put(display(body, language))
    because = next((reason for template, reason in ranked if template.name == name), "")
    _tell(f"{name} ({because})" if because else name, f"{text.subject}\n{body}", occasion, language)
    if args.template is None and (alike := to_choose(library.all(), wanted)):
        others = (f"--template {one.name} ({one.does})" for one in alike if one.name != name)
        say(f"It is for you to say which: {', '.join(others)}.")


def _print_left_behind(card: str | None, session: CommandSession) -> None:
    """Each with a line that says whose it was and where it lies; nothing is changed."""
    service = session.open()
    found = [one for one in left_texts(service) if card is None or _is_of(one, card)]
    for one in found:
        when = iso(one.at) if one.at is not None else ""
        where = " and ".join(map(str, one.files)) or "`ringback undo` brings its card back"
        put("  ".join(filter(None, (one.interview, one.whose, one.what, when, where))))
        put(f"{one.text}\n")
    if not found:
        say("No text is left behind." if card is None else f"No text is left behind of {card[:80]!r}.")
    elif any(one.files for one in found):
        say("Remove the files named here once you have their texts.")


def _is_of(left: LeftText, card: str) -> bool:
    """Whether it is of the card of that id, or of one that had these words in its company or role."""
    return card == left.interview or fold_words(card) in fold_words(left.whose)


def reader_body(occasion: Occasion, body: str, language: str) -> str:
    """Everyone's text as the person it is for reads it."""
    return for_reader(
        body, people=occasion.interview.interviewers, to=occasion.to or "", language=language
    ).text


def _tell(name: str, text: str, occasion: Occasion, language: str) -> None:
    reader = occasion.recipient
    whom = f", for {reader.name}" if reader is not None and reader.name else ""
    asked = dict.fromkeys(shown(gap.inside, language) for gap in gaps(text))
    still = f"; still to write: {'; '.join(asked)}" if asked else ""
    say(f"From the template {name}{whom}{still}.")


def read_purpose(words: str | None) -> Purpose | None:
    """What `--for` names. Raises UsageError."""
    return None if words is None else choice(words, "--for", PURPOSES)


def occasion_of(
    session: CommandSession, interview: Interview, at: datetime, to: str | None, purpose: Purpose | None
) -> Occasion:
    """The message that the card asks for at that instant, or that for a purpose; for the person named, else
    whoever is next."""
    card = session.service.card(interview, at)
    person = None if to is None else person_named(interview.people, to, of=interview)
    return occasion_for(card, session.policy, at, person, purpose)


def open_library(session: CommandSession) -> Library:
    """The program's templates and those beside the settings; says which of them cannot be used."""
    library = Library(session.config.parent / "templates")
    for problem in library.problems:
        say(problem)
    return library
