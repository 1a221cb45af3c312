"""The page of the settings, and what each is called. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple

from rich.cells import cell_len

from store import spans
from store.settings import Settings
from store.settings.toml import Name, explained
from store.settings.typed import as_typed, setting_of
from store.text import show
from tui.words.lines import flow

GROUPS: Mapping[str, Mapping[Name, str]] = {
    "You": {
        ("me", "name"): "your name",
        ("me", "email"): "e-mail address",
        ("me", "emails"): "other addresses",
        ("me", "phone"): "telephone",
        ("me", "about"): "what you bring",
        ("zone",): "time zone",
        ("away",): "days away",
    },
    "What you see": {
        ("theme",): "theme",
        ("clock",): "clock",
        ("ascii",): "plain ASCII",
        ("stay_in_column",): "cursor stays in the column",
    },
    "What you write": {
        ("language",): "language",
        ("spelling",): "spelling",
        ("known_words",): "words of your own",
        ("date_order",): "dates such as 3/4",
        ("country",): "country of numbers without +",
    },
    "When you are told": {
        ("quiet", "from"): "quiet from",
        ("quiet", "to"): "quiet until",
        ("remind", "notify_command"): "program for notices",
        ("remind", "neutral"): "notices without names",
        ("remind", "osc"): "notices by the terminal",
    },
    "Mail and calendar": {
        ("mail", "command"): "mail command",
        ("mail", "drafts_folder"): "drafts folder",
        ("watch", "mail"): "mail folders watched",
        ("watch", "calendar"): "calendars watched",
        ("feed", "folder"): "folder of deadlines",
        ("feed", "privacy"): "names in the deadlines",
    },
    "The rules": {
        ("policy", "thank_due"): "thanks in good time, hours",
        ("policy", "thank_late"): "thanks late, hours",
        ("policy", "thank_expires"): "thanks asked for, hours",
        ("policy", "call_wait"): "call after, hours",
        ("policy", "call_late"): "call until, hours",
        ("policy", "voicemail_wait"): "call after a message, hours",
        ("policy", "ring_wait"): "they ring at, minutes late",
        ("policy", "assumed_callback"): "answer where no day, days",
        ("policy", "quiet_after"): "gone quiet after, days",
        ("policy", "reopen_within"): "reopened as before, hours",
        ("policy", "answer_lead"): "offer first, hours before",
        ("policy", "owes_lead"): "what you owe, hours before",
        ("policy", "ask_first"): "ask first by",
        ("policy", "email_lead"): "e-mail too late, hours",
        ("policy", "call_tries"): "calls in vain, then write",
        ("policy", "follow_ups"): "follow-ups, then close",
        ("policy", "office_opens"): "offices open",
        ("policy", "office_closes"): "offices close",
        ("policy", "working_days"): "working days",
        ("policy", "holidays"): "more holidays",
        ("policy", "calendar"): "holidays of their country",
        ("policy", "texts_open"): "texts from",
        ("policy", "texts_close"): "texts until",
    },
}
"""Every setting by what it is called on the page; the keys have the file alone."""
TITLES: Mapping[Name, str] = {name: title for group in GROUPS.values() for name, title in group.items()}
_YES_NO = {True: "yes", False: "no"}
OPTION_WORDS: Mapping[Name, Mapping[Any, str]] = {
    ("clock",): {"24h": "15:00", "12h": "3 pm"},
    ("ascii",): {None: "as the locale says", **_YES_NO},
    ("stay_in_column",): _YES_NO,
    ("date_order",): {None: "refused", "dmy": "the day first", "mdy": "the month first"},
    ("spelling",): {"british": "British", "american": "American", "both": "either"},
    ("remind", "neutral"): _YES_NO,
    ("remind", "osc"): {"": "none"},
    ("feed", "privacy"): {"none": "whole", "initials": "initials"},
    ("policy", "ask_first"): {"call": "call", "email": "e-mail"},
    ("policy", "calendar"): {"auto": "yes", "none": "no"},
}
"""What can be picked, in words; what is not here is its own word."""
_BLANK: Mapping[Name, str] = {("language",): "English", ("theme",): "the usual one"}
OWN_WORDS: Mapping[Name, str] = {
    ("me", "name"): "It stands under your texts, and tells you from the guests of an invitation.",
    ("me", "email"): "It tells you from the guests of an invitation, and is there for your templates.",
    ("me", "phone"): "For your texts: where they can ring you back.",
    ("away",): "Days on which you call nobody, such as 2026-12-24; with a slash from the first to the last, "
    "such as 2027-03-05/2027-03-12.",
    ("theme",): "The usual one is light where the terminal says that its ground is, and dark elsewhere.",
    ("clock",): "How times of day are shown to you. You may type them either way.",
    ("ascii",): "Whether borders and signs are drawn in ASCII only.",
    (
        "stay_in_column",
    ): "Where the cursor is once a card has moved on: at the next one there, or with the card.",
    ("spelling",): "What your drafts are held to.",
    ("date_order",): "How dates such as 3/4 are read that you type.",
    ("remind", "neutral"): "For a screen that others see.",
    ("mail", "command"): "Your mail program: a command that is given a mailto: link.",
    ("mail", "drafts_folder"): "A Maildir that finished texts are put in as drafts.",
    (
        "watch",
        "mail",
    ): "Maildir folders or mbox files in which ringback looks for what they write and what you "
    "send. It only reads there, and it opens no connection.",
    (
        "watch",
        "calendar",
    ): "Folders with one .ics file a meeting, as vdirsyncer keeps them. Ringback only reads there.",
    (
        "feed",
        "privacy",
    ): "For a calendar that others see: initials stand for names, and numbers and links are left out.",
    ("policy", "thank_due"): "Hours after the interview within which thanks are in good time.",
    (
        "policy",
        "thank_late",
    ): "Hours after the interview within which thanks are late; after that they are very late.",
    ("policy", "thank_expires"): "Hours after the interview within which thanks are asked for at all.",
    (
        "policy",
        "call_wait",
    ): "Hours of working days after a promised answer did not come: from then on, call.",
    ("policy", "call_late"): "Hours of working days after a promised answer did not come: until then, call.",
    ("policy", "answer_lead"): "Hours before an offer has to be answered, from which on it comes first.",
    ("policy", "owes_lead"): "Hours before something you owe is due, from which on it comes first.",
    (
        "policy",
        "ask_first",
    ): "How to ask where things stand, where they did not say how they want to be asked.",
    ("policy", "call_tries"): "Calls in a row that nobody answers before you are told to write.",
    ("policy", "follow_ups"): "Calls and mails without an answer before closing is offered.",
    (
        "policy",
        "calendar",
    ): "Whether working days and public holidays are those of the interview's country. If "
    "not, your working days below count everywhere, without public holidays.",
    ("policy", "working_days"): "The working days where no country is known, or theirs are not to count.",
    ("policy", "holidays"): "More dates on which no office answers, such as 2026-12-24.",
}
"""What a setting does where the comment in the file speaks of how it is written there, or of several."""
FROM_NEXT_START = frozenset({("ascii",)})
"""What the board that is open does not follow."""
_TITLE, _NARROW = 32, 60
"""Cells of the titles; cells below which a value stands under its title."""


class SettingRow(NamedTuple):
    """One row of the page; `name` is the setting that it stands for, if any."""

    text: str
    value: str = ""
    tone: str = "plain"
    name: Name | None = None

    def lines(self, width: int) -> list[str]:
        """It in lines of at most `width` cells."""
        if self.name is None:
            return flow(self.text, width) if self.text else [""]
        title = f"  {self.text}"
        if width < _NARROW and cell_len(f"{title}  {self.value}") > width:
            return [*flow(title, width), *(f"    {line}" for line in flow(self.value, max(1, width - 4)))]
        left = cell_len(title) + 2 if width < _NARROW else _TITLE
        first, *rest = flow(self.value, width - left)
        return [f"{title}{' ' * (left - cell_len(title))}{first}", *(" " * left + line for line in rest)]


def settings_rows(settings: Settings, zone: str, file: str, trouble: Sequence[str] = ()) -> list[SettingRow]:
    """The page row by row: the file and what is not right in it, then the settings group by group.

    `zone`: the user's own, by its name; `file` is blank where nothing is kept.
    """
    rows = [SettingRow("Settings", tone="title")]
    rows.append(SettingRow(show(f"Kept in {file}") if file else "They hold until you leave.", tone="dim"))
    rows += [SettingRow(show(sentence), tone="alert") for sentence in trouble]
    for group, titles in GROUPS.items():
        rows += [SettingRow(""), SettingRow(group.upper(), tone="heading")]
        for name, title in titles.items():
            rows.append(
                SettingRow(
                    f"{title[:1].upper()}{title[1:]}", show(value_words(settings, name, zone)), name=name
                )
            )
    return rows


def value_words(settings: Settings, name: Name, zone: str = "") -> str:
    """What holds for a setting, in words."""
    value = setting_of(settings, name)
    if name == ("zone",) and not value:
        return f"the machine's, {zone}" if zone else "the machine's"
    if name == ("mail", "command") and not value:
        return "none"
    return ", ".join(_words(name, value)) or _BLANK.get(
        name, "none" if isinstance(value, tuple) else "not set"
    )


def option_words(name: Name, value: Any) -> str:
    """One of several that can be picked, in words."""
    return OPTION_WORDS.get(name, {}).get(value, str(value)) or _BLANK.get(name, "none")


def _words(name: Name, value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        for one in value:
            yield from _words(name, one)
    elif isinstance(value, time):
        yield spans.clock_time(datetime.combine(date.min, value))
    elif isinstance(value, date):
        yield f"{value.day} {value:%b %Y}"
    elif name in OPTION_WORDS:
        yield option_words(name, value)
    elif value != "":
        yield as_typed(name, value)


def about(name: Name) -> str:
    """What a setting does."""
    words = OWN_WORDS.get(name) or explained()[name]
    words = words[:1].upper() + words[1:]
    stop = "" if words.endswith((".", ")")) else "."
    later = " It holds from the next start." if name in FROM_NEXT_START else ""
    return f"{words}{stop}{later}"
