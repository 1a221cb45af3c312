"""Writing the settings: the ones in effect, and a file to begin with."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Any

import msgspec

from store.settings.records import Settings


def as_toml(settings: Settings) -> str:
    """The settings as they are in effect, as a file that could be read again."""
    plain = msgspec.to_builtins(settings, builtin_types=(date, time))
    top = [
        f"{key} = {_toml(value)}"
        for key, value in plain.items()
        if not isinstance(value, dict) and value is not None
    ]
    parts = ["\n".join(top)]
    for name, section in plain.items():
        if isinstance(section, dict):
            lines = [f"{_key(key)} = {_toml(value)}" for key, value in section.items()]
            parts.append("\n".join([f"[{name}]", *lines]))
    return "\n\n".join(parts) + "\n"


def _key(key: str) -> str:
    return key if re.fullmatch(r"[\w-]+", key, re.ASCII) else _toml(key)


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, time):
        return f'"{value:%H:%M}"' if not value.second else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, str):
        # JSON's strings are TOML's, but for the one control character that JSON leaves bare.
        return msgspec.json.encode(value).decode().replace("\x7f", "\\u007f")
    return str(value)


TEMPLATE = """\
# The settings of ringback. Every line below is the default; take away the "# " in front of one to change it.

# Your own time zone, an IANA name or a large city. Blank: the machine's.
# zone = ""
# How dates such as 3/4 are read, "dmy" or "mdy"; where this is not said, they are refused.
# date_order = "dmy"
# What drafts are held to: "british", "american" or "both".
# spelling = "both"
# Two letters such as "DE": where telephone numbers without a + are at home.
# country = ""
# A theme of the palette, such as "nord" or "ansi-dark". Blank: the default.
# theme = ""
# true draws borders and signs in ASCII only; where this is not said, the locale decides.
# ascii = false

[me]
# For your texts, and so that an invitation's guests are told from you.
# name = ""
# email = ""
# phone = ""
# What you bring, as it follows "with": "six years of running pipelines". The first one is offered in drafts.
# about = []

[policy]
# Hours after the interview: thanks are in good time until the first, late until the second, and asked for
# until the third.
# thank_due = 24
# thank_late = 48
# thank_expires = 96
# Hours after a promised answer did not come: call from the first to the second.
# call_wait = 24
# call_late = 48
# Working days until an answer is assumed where none was promised.
# assumed_callback = 5
# Days after which a card counts as gone quiet.
# quiet_after = 30
# Hours before the decision within which an e-mail may be read too late.
# email_lead = 12
# Calls in a row that nobody answers before you write; calls and mails before closing is offered.
# call_tries = 2
# follow_ups = 3
# office_opens = "09:00"
# office_closes = "17:00"
# working_days = ["mon", "tue", "wed", "thu", "fri"]
# Dates on which no office answers: [2026-12-25, 2027-01-01].
# holidays = []

[quiet]
# In these hours of your day the bell is silent. Twice the same time: never.
# from = "21:00"
# to = "08:00"

[keys]
# Other keys for a command, by its id as the help (?) shows it; several are separated by commas.
# "card.sent" = "s,ctrl+t"

[mail]
# A command that is given a mailto: link, and a Maildir that finished texts are put in as drafts.
# command = ""
# drafts_folder = ""
"""
"""The file that `ringback config --write` writes: everything said, nothing set."""
