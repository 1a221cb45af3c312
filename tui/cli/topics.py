"""What `ringback help TOPIC` says: each topic's text, which the manual and the documents say as well."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from tui.cli import help_texts
from tui.cli.session import CommandSession
from tui.cli.topic_texts import CODES, HEADER, JSON, JSON_OPENING, PEOPLE, WATCH

WIDTH = 100


def told(name: str, session: CommandSession) -> str:
    """The text of a topic other than the manual, with what is the user's own in it. Raises KeyError."""
    return _TEXTS[name](session)


def rows(pairs: Iterable[tuple[str, str]]) -> str:
    """Two columns as lines of text."""
    listed = [*pairs]
    left = max(len(one) for one, _ in listed) + 2
    return "\n".join(
        textwrap.fill(
            words, WIDTH, initial_indent=f"  {name:<{left}}", subsequent_indent=" " * (left + 2),
            break_long_words=False, break_on_hyphens=False,
        )
        for name, words in listed
    )  # fmt: skip


def json_text() -> str:
    """What --json prints, by command."""
    return f"{JSON_OPENING}\n\n{rows(JSON.items())}"


def codes_text() -> str:
    """The exit codes, one a line."""
    return rows(CODES.items())


def places(database: Path, config: Path, log: Path, cache: Path) -> list[tuple[str, str]]:
    """What lies where: each with its path."""
    data = database.name
    return [
        ("the database, one JSON file; --db and RINGBACK_DB name another", f"{database}"),
        ("backups, made by themselves", f"{database.with_name(f'{data}.backups')}/"),
        ("what you are typing, until the database has it", f"{database.with_name(f'{data}.drafts')}/"),
        ("a lock, so that no two programs write at once", f"{database.with_name(f'{data}.lock')}"),
        ("which mails were seen; without it all are read again", f"{database.with_name(f'{data}.heard')}"),
        ("what was announced", f"{database.with_name(f'{data}.announced')}"),
        ("settings; --config names others", f"{config}"),
        ("languages of your own", f"{config.with_name('languages.toml')}"),
        ("templates of your own", f"{config.with_name('templates')}/*.j2"),
        ("working days by country; may be removed", f"{cache}"),
        ("the last answer of `status --short`; may be removed", f"{log.with_name('status')}"),
        ("the log, written when something goes wrong", f"{log}"),
    ]


def _places(session: CommandSession) -> str:
    from store.files import paths

    found = places(
        session.database, session.config, paths.state_dir() / "ringback.log", paths.country_days_file()
    )
    return "\n".join(f"{what}\n  {paths.with_tilde(path)}" for what, path in found)


def _keys(session: CommandSession) -> str:
    from tui.keymap import groups, written

    return "\n\n".join(
        f"{group.title}\n{rows((written(key), key.words) for key in group.keys)}"
        for group in groups(session.settings.keys)
        if group.keys
    )


def _settings(session: CommandSession) -> str:
    from store.settings import TEMPLATE

    return TEMPLATE.rstrip("\n")


def _templates(session: CommandSession) -> str:
    from store.files import paths
    from templates.conditions import CONDITIONS, WITH_VALUE
    from templates.vocabulary import VOCABULARY

    folder = session.config.with_name("templates")
    conditions = {one.text: one.meaning for one in CONDITIONS.values()} | {**WITH_VALUE}
    words = {name: word.meaning for name, word in VOCABULARY.items()}
    return f"""\
A template is a text file in {paths.with_tilde(folder)}/, named something.j2. It begins with a
header; the text below is written in Jinja. `ringback draft ID --list` says which fit a card, and why.

  {{# title: Thanks after a late panel
     purpose: thanks
     channel: email
     fits: several people, late
     subject: Thank you for the conversation on {{{{ date }}}}
  #}}
  {{{{ greeting }}}}

  Thank you for … {{{{ topics | choice }}}} … {{{{ ("in a sentence: " ~ strength) | gap }}}}

The header:
{rows(HEADER.items())}

Conditions, for fits and claims; the most telling first:
{rows(conditions.items())}

Words in the text; one that has no value is a gap, to be seen and filled:
{rows(words.items())}

Filters: gap shows what stands before it and asks for your words; choice makes a gap of several things to
choose from; listed joins a list ("Marta, Deniz and Joan"); spelt turns British words into American ones."""


_TEXTS: Mapping[str, Callable[[CommandSession], str]] = {
    "keys": _keys,
    "times": lambda _: help_texts.TIMES,
    "people": lambda _: PEOPLE,
    "filters": lambda _: help_texts.FILTERS,
    "files": _places,
    "settings": _settings,
    "templates": _templates,
    "watch": lambda _: WATCH,
    "json": lambda _: json_text(),
    "exit-codes": lambda _: codes_text(),
}
