"""What a command works with, each part made when it is first asked for: a status bar must not wait."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from store import spans
from store.clock import StoppedClock, local_zone
from store.files import paths
from store.files.errors import StorageError
from store.interview import Person, utc
from store.text import clean, forbidden, normal_breaks
from tui.cli.faults import Failed, UsageError, joined_word, near
from tui.cli.output import say

if TYPE_CHECKING:
    from store.deadlines import Discretion
    from store.feed import FeedFolder
    from store.interview import Interview
    from store.policy import Policy
    from store.rules.board import Card
    from store.rules.office import Office
    from store.service import Service
    from store.settings import Check, Settings, SettingsFault
    from tui.cli.times import TypedTimes

_Option = TypeVar("_Option", bound=str)

DRAFTS_WAIT = 1.5
"""Seconds to wait for another writer when taking in drafts: they are safe where they are."""


class CommandSession:
    """One run of one command. `now` stands still while it lasts."""

    def __init__(self, *, db: str | None, config: str | None, now: datetime) -> None:
        self._db = db
        self._config = config
        self.wrote = False
        """Whether a file other than the database was written, as it was asked for."""
        self.language_faults: tuple[SettingsFault, ...] = ()
        self.complained = False
        """Whether something was said that has to be said again at the next call."""
        try:
            self.now = utc(now)
        except ValueError:
            raise Failed(f"The machine's clock shows the year {now.year}; set it and try again.") from None

    @cached_property
    def database(self) -> Path:
        """The file that `--db` names, else `RINGBACK_DB`, else the usual place."""
        return Path(self._db) if self._db else paths.data_file()

    @cached_property
    def config(self) -> Path:
        """The settings file, which need not exist."""
        return Path(self._config) if self._config else paths.config_file()

    @cached_property
    def settings(self) -> Settings:
        """The user's settings as far as they are right; says what is not. Raises Wrong."""
        settings, faults = self._read_settings()
        if faults:
            from tui.settings_check import summary

            self.complain(f"ringback: {summary(faults, self.config)}")
        return settings

    def complain(self, sentence: str) -> None:
        """Say what is not as it should be, on standard error."""
        self.complained = True
        say(sentence)

    def check_settings(self) -> tuple[SettingsFault, ...]:
        """Have all settings looked at, also those that only the screen or the machine can tell of.

        Returns what is not right, for the caller to say; from then on the settings hold without it. Raises
        Wrong where the file that `--config` names is not there or cannot be read.
        """
        from tui.settings_check import CHECKS

        self.settings, faults = self._read_settings(CHECKS)
        return faults

    def _read_settings(self, checks: Sequence[Check] = ()) -> tuple[Settings, tuple[SettingsFault, ...]]:
        from store.settings import BadSettings, Settings, SettingsFault, load

        try:
            settings, faults = load(self.config, checks)
        except FileNotFoundError:
            if self._config:
                raise UsageError(
                    f"There is no {self.config}; `ringback --config {self.config} config --write` makes it."
                ) from None
            settings, faults = Settings(), ()
        except BadSettings as why:
            if self._config:
                raise UsageError(str(why)) from None
            settings, faults = Settings(), (SettingsFault(None, "", str(why)),)
        spans.use_clock(settings.clock)
        return settings, faults

    @property
    def languages_file(self) -> Path:
        """The words of languages of the user's own; it need not exist."""
        return self.config.parent / "languages.toml"

    def use_languages(self) -> None:
        """Have all texts and names know the user's languages; `language_faults` then holds what is wrong."""
        if not os.path.exists(self.languages_file):  # noqa: PTH110 -- no fault of a folder is raised
            return
        # Imported on use: hardly anybody has such a file, and a status bar must not wait for it.
        from store.languages import use_languages
        from store.settings import BadSettings, SettingsFault
        from store.settings.own_languages import load_languages

        try:
            own, self.language_faults = load_languages(self.languages_file)
        except FileNotFoundError:
            return
        except BadSettings as why:
            own, self.language_faults = {}, (SettingsFault(None, "", str(why)),)
        use_languages(own)

    @property
    def policy(self) -> Policy:
        """The numbers behind the rules."""
        return self.settings.policy

    @cached_property
    def zone(self) -> ZoneInfo:
        """The user's own zone."""
        zone, complaint = local_zone(self.settings.zone or None)
        if complaint:
            self.complain(complaint)
        return zone

    @cached_property
    def service(self) -> Service:
        """The database, not yet read; its zone is the user's. See `open`."""
        return self.service_in(self.zone)

    def service_in(self, zone: ZoneInfo) -> Service:
        """The database with words in that zone: for commands that say no times it need not be found out."""
        from store.database.storage import SafeStorage
        from store.service import Service

        service = Service(SafeStorage(self.database), StoppedClock(self.now), self.policy, zone)
        service.feed = self.feed
        service.alarm = self._set_alarm
        return service

    @staticmethod
    def _set_alarm(service: Service) -> None:
        """Have systemd's timer go off at the next announcement, where one is installed."""
        # Imported on use: only who saves, or announces, sets it.
        from tui.handover.alarm import TimerAlarm

        TimerAlarm(os.environ)(service)

    @cached_property
    def feed(self) -> FeedFolder | None:
        """Where the settings have the deadlines written to, if anywhere."""
        return self.feed_in("") if self.settings.feed.folder else None

    def feed_in(self, folder: str) -> FeedFolder | None:
        """That folder, else the one of the settings, to be written to as they say."""
        from store.feed import feed_of

        return feed_of(self.settings, folder)

    @property
    def discretion(self) -> Discretion:
        """What calendars are told of the deadlines, as the settings say."""
        from store.feed import discretion_of

        return discretion_of(self.settings)

    @property
    def acted(self) -> bool:
        """Whether the command has saved what it was asked to; taking in drafts by the way is not that."""
        service: Service | None = self.__dict__.get("service")
        return self.wrote or (service is not None and service.acted)

    def open(self, service: Service | None = None, *, tell: bool = True) -> Service:
        """The database, read, with what a crashed board left behind taken in. Raises StorageError.

        Without `tell`, what there is to say of that stays in the service's notes.
        """
        service = service or self.service
        take_in_drafts(service)
        if tell:
            self.complained |= bool(service.notes)
            tell_notes(service)
        service.load()
        return service

    @cached_property
    def times(self) -> TypedTimes:
        """How times and zones on the command line are read."""
        from tui.cli.times import TypedTimes

        return TypedTimes(self.now, self.settings)

    @property
    def own_office(self) -> Office:
        """Office hours by the user's own clock, for a WHEN that is no interview's."""
        from store.rules.office import own_office

        return own_office(self.zone, self.policy)

    def office_of(self, interview: Interview, zone: str | None) -> Office:
        """That of an interview; `zone` is what `--zone` says, by whose clock a WHEN is then read."""
        from msgspec.structs import replace

        from store.rules.office import office_of

        office = office_of(interview, self.policy)
        return replace(office, zone=self.times.zone_named(zone, office.zone))

    def at(self, text: str | None) -> datetime:
        """The instant of `--at`, in the user's zone; now where it was not given."""
        return self.now if text is None else self.times.instant(text, self.own_office)

    def typed(self, text: str, field: str, *, lines: bool = False) -> str:
        """A text from the command line as it may be stored; says so where something was left out."""
        cleaned = clean(text, lines=lines).strip()
        if fault := forbidden(cleaned, lines=lines):
            raise Failed(f"{field} has {fault}; nothing was changed.")
        if forbidden(normal_breaks(text), lines=True):
            say(f"Characters that cannot be stored were left out of {field}.")
        return cleaned


def typed_country(text: str) -> str | None:
    """A country as it is stored, None where it is blank. Raises UsageError for one without a calendar."""
    from store.country_days import UnknownCountry, read_country

    try:
        return read_country(text)
    except UnknownCountry as why:
        raise UsageError(str(why)) from None


def typed_language(text: str) -> str | None:
    """A language as it is stored, None where it is blank. Raises UsageError for what is none."""
    from store.languages import UnknownLanguage, read_language

    try:
        return read_language(text)
    except UnknownLanguage as why:
        raise UsageError(str(why)) from None


def choice(value: str, field: str, known: tuple[_Option, ...]) -> _Option:
    """A value that must be one of a few words; case, and what joins its parts, do not count."""
    wanted = joined_word(value)
    for word in known:
        if word == wanted:
            return word
    raise UsageError(f"{field} cannot be {value!r}; {near(value, list(known))}")


def take_in_drafts(service: Service) -> None:
    """Take in what a crashed board left behind, where that is possible; reading goes on where it is not.

    The service's notes say what came of it.
    """
    from store.database import autosave

    if not autosave.any_left(service.path) or service.read_only:
        return
    try:
        count = service.pads.take_in(limit=DRAFTS_WAIT)
    except StorageError as why:
        service.notes.append(
            f"Drafts left behind by a board that did not end well are still to be taken in: {why}"
        )
        return
    if count:
        from store.languages import counted

        service.notes.insert(
            0, f"{counted(count, 'draft')} left behind by a board that did not end well: taken in."
        )


def tell_notes(service: Service) -> None:
    """Say what the last changes brought to light."""
    for note in service.notes:
        say(note)
    service.notes.clear()


def tell_doubts(people: Iterable[Person]) -> None:
    """Say of whom it is only a guess how they are greeted."""
    from store.people.names import doubt_words

    for words in filter(None, map(doubt_words, people)):
        say(words)


def standing_words(card: Card) -> str:
    """Where a card stands and why, in one sentence."""
    from store.rules.words import COLUMN_TITLES

    interview = card.interview
    name = ", ".join(part for part in (interview.company, interview.role) if part)
    return f"{name}: {COLUMN_TITLES[card.column].lower()} ({card.why})."


def tell_standing(service: Service, interview_id: str) -> None:
    """Say where a card stands now."""
    one = service.book.interviews.get(interview_id)
    if one is not None:
        say(standing_words(service.card(one, service.clock.now())))
