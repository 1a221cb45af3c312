"""The settings as TOML: on which line each stands, and how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from typing import Any

import msgspec

from store.patterns import pattern
from store.settings.records import NOT_SET, Settings

Name = tuple[str, ...]
"""A setting: the section, where it has one, and its name there."""

_STRINGS = r'"""(?:\\.|[^\\])*?"{3,5}', r"'{3}.*?'{3,5}", r'"(?:\\.|[^"\\\n])*"', r"'[^'\n]*'"
_REST = r"#[^\n]*", r"\n", r"[\[\]{}=.,]", r"""[^\s\[\]{}=.,"'#]+"""
_TOKEN = pattern("|".join((*_STRINGS, *_REST)), re.DOTALL)


def lines_of(text: str) -> dict[Name, int]:
    """The lines, from 1, on which sections and settings stand, in a text that is TOML.

    What stands within an inline table is not looked for.
    """
    lines: dict[Name, int] = {}
    section: Name = ()
    for number, tokens in _statements(text):
        if tokens[0] == "[":
            section = name = _name(tokens)
        else:
            name = section + _name(tokens[: tokens.index("=")] if "=" in tokens else tokens)
        for end in range(1, len(name) + 1):
            lines.setdefault(name[:end], number)
    return lines


def _statements(text: str) -> Iterator[tuple[int, list[str]]]:
    """Headers and settings, each with its first line and its tokens. Brackets may go over several lines."""
    number, begun, depth = 1, 1, 0
    tokens: list[str] = []
    for found in _TOKEN.finditer(text):
        token = found.group()
        if token == "\n" and depth <= 0:
            if tokens:
                yield begun, tokens
            tokens = []
        elif token != "\n" and token[0] != "#":
            begun = begun if tokens else number
            tokens.append(token)
            depth += (token in "[{") - (token in "]}")
        number += token.count("\n")
    if tokens:
        yield begun, tokens


def _name(tokens: list[str]) -> Name:
    return tuple(_plain(token) for token in tokens if token not in "[].")


def _plain(token: str) -> str:
    import tomllib

    return str(tomllib.loads(f"x = {token}")["x"]) if token[0] in "\"'" else token


def as_toml(settings: Settings) -> str:
    """The settings as they are in effect, as a file that could be read again."""
    plain = msgspec.to_builtins(settings, builtin_types=(date, time))
    top = [
        f"{key} = {toml_value(value)}"
        for key, value in plain.items()
        if not isinstance(value, dict) and value is not None
    ]
    parts = ["\n".join(top)]
    for name, section in plain.items():
        if isinstance(section, dict):
            own = [(key, value) for key, value in section.items() if (name, key) not in NOT_SET]
            lines = [f"{_key(key)} = {toml_value(value)}" for key, value in own]
            parts.append("\n".join([f"[{name}]", *lines]))
    return "\n\n".join(parts) + "\n"


def _key(key: str) -> str:
    return key if re.fullmatch(r"[\w-]+", key, re.ASCII) else toml_value(key)


def toml_value(value: Any) -> str:
    """One value as it stands behind the `=`; a section as inline table."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, time):
        return f'"{value:%H:%M}"' if not value.second else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{_key(key)} = {toml_value(one)}' for key, one in value.items())} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml_value, value))}]"
    if isinstance(value, str):
        # JSON's strings are TOML's, but for the one control character that JSON leaves bare.
        return msgspec.json.encode(value).decode().replace("\x7f", "\\u007f")
    return str(value)


TEMPLATE = """\
# The settings of ringback. Every line below is the default; take away the "# " in front of one to change it.

# Your own time zone: an IANA name, a large city, or a country that has one zone. Blank: the machine's.
# zone = ""
# How dates such as 3/4 are read, "dmy" or "mdy"; where this is not said, they are refused.
# date_order = "dmy"
# What drafts are held to: "british", "american" or "both".
# spelling = "both"
# Two letters such as "DE": where telephone numbers without a + are at home. (Working days are those of the
# interview's country, whatever stands here.)
# country = ""
# Two letters such as "de": the language of your texts and, beside English, of times as you type them.
# Blank: English.
# language = ""
# How times of day are shown to you: "24h" (15:00) or "12h" (3 pm). You may type them either way.
# clock = "24h"
# Words that are spelt as they should be; F9 in the editor adds the one that is marked.
# known_words = []
# Days on which you call nobody: [2026-12-24, "2027-03-05/2027-03-12"], the slash for all between the two.
# away = []
# false: the cursor follows a card that your step has moved to another column.
# stay_in_column = true
# "ringback-dark", "ringback-light", or another, such as "nord". Blank: light where the terminal says it is.
# theme = ""
# true draws borders and signs in ASCII only; where this is not said, the locale decides.
# ascii = false

[me]
# For your texts, and so that an invitation's guests are told from you.
# name = ""
# email = ""
# emails = []         # your other addresses: an invitation may name any of them
# phone = ""
# What you bring, as it follows "with": "six years of running pipelines". The first one is offered in drafts.
# about = []

[policy]
# Hours after the interview: thanks are in good time until the first, late until the second, and asked for
# until the third.
# thank_due = 24
# thank_late = 48
# thank_expires = 96
# Hours of working days after a promised answer did not come: call from the first to the second.
# call_wait = 24
# call_late = 48
# The same wait after a message that you left.
# voicemail_wait = 48
# Minutes to wait where they said that they ring at an hour.
# ring_wait = 20
# Working days that we give them for an answer where they named no day.
# assumed_callback = 5
# Days after which a card counts as gone quiet.
# quiet_after = 30
# Hours within which a card that you reopen stands as if you had not closed it.
# reopen_within = 24
# Hours before an offer has to be answered, and before something you owe is due, from which on it comes first.
# answer_lead = 24
# owes_lead = 24
# How to ask where things stand, where they did not say how they want to be asked: "call" or "email".
# ask_first = "call"
# Hours before the decision within which an e-mail may be read too late.
# email_lead = 12
# Calls in a row that nobody answers before you write; calls and mails before closing is offered.
# call_tries = 2
# follow_ups = 3
# Between which hours they can be called, by their clock.
# office_opens = "09:00"
# office_closes = "17:00"
# "auto": working days and public holidays are those of the interview's country, by its zone or its own
# `country`. "none": working_days everywhere, and no public holidays.
# calendar = "auto"
# The working days where no country is known, or calendar is "none".
# working_days = ["mon", "tue", "wed", "thu", "fri"]
# More dates on which no office answers: [2026-12-24, 2026-12-31].
# holidays = []
# When a text message may reach them, every day, by their clock. Twice the same time: never.
# texts_open = "08:00"
# texts_close = "21:00"

[quiet]
# In these hours of your day the bell is silent, and you are told to call nobody. Twice the same time: never.
# from = "21:00"
# to = "08:00"

[keys]
# Other keys for a command, by its id as KEYS.md lists it; several are separated by commas.
# "card.sent" = "s,ctrl+t"

[mail]
# A command that is given a mailto: link, and a Maildir that finished texts are put in as drafts.
# command = ""
# drafts_folder = ""

[watch]
# Maildir folders or mbox files in which ringback looks for what they write and what you send, and folders
# with one .ics file a meeting, as vdirsyncer keeps them. It only reads there, and it opens no connection.
# mail = []
# calendar = []

[feed]
# A folder that the deadlines are written to after each change, one .ics each, as khal and vdirsyncer keep
# them: "~/.local/share/calendars/ringback". Blank: none.
# folder = ""
# "initials": no names, numbers or links, for a calendar that others see.
# privacy = "none"

[remind]
# A program that is given a title and a text when something becomes due; `ringback remind` runs it, and so
# does the board where it is set here. Blank: the desktop's own (notify-send, on a Mac osascript).
# notify_command = ""
# true: without names, for a screen that others see.
# neutral = false
# The sequence by which your terminal notifies: "9", "777" or "99". Within tmux: set -g allow-passthrough on.
# osc = ""
"""
"""The file that `ringback config --write` writes: everything said, nothing set."""


def explained() -> dict[Name, str]:
    """What each setting does, in the words that stand above it, or behind it, in the file.

    Settings below one another share the words above the first of them.
    """
    found: dict[Name, str] = {}
    for part in re.split(r"\n(?=\[)", TEMPLATE.partition("\n\n")[2]):
        heading = re.match(r"\[([\w.-]+)\]\n", part)
        section: Name = (heading[1],) if heading else ()
        words: list[str] = []
        said = False
        for line in part.split("\n"):
            setting = re.match(r"# (\w+) = [^#]*(?:# *(.*))?$", line)
            if setting is None and line.startswith("# "):
                words = [line[2:]] if said or not words else [*words, line[2:]]
            elif setting is not None:
                found[(*section, setting[1])] = setting[2] or " ".join(words)
            said = setting is not None
    return found
