"""What every form is read against: the clock, the user's zone, the policy, and where ids come from."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from store import spans
from store.clock import Clock
from store.interview import iso
from store.policy import Policy
from store.rules.office import Office, own_office
from store.when import (
    DateOrder,
    Reading,
    ReadingTerms,
    Span,
    Unclear,
    describe,
    read_end,
    read_fully,
    read_span,
)
from tui.forms.fields import Answers, Line, Texts, Wrong

OfficeOf = Callable[[Texts], Office]
LanguageOf = Callable[[Texts], str]
"""Two letters, or nothing: whose words for times are read as well."""
Remark = Callable[[date, Texts], str]


@dataclass(frozen=True, kw_only=True)
class FormContext:
    """The clock goes on while a form is open, so `now` is asked anew each time. `new_id` takes a prefix."""

    clock: Clock
    zone: ZoneInfo
    policy: Policy
    new_id: Callable[[str], str]
    date_order: DateOrder | None = None
    country: str | None = None
    """Where telephone numbers without a + are at home, in two letters."""
    mine: tuple[str, ...] = ()
    """The user's own addresses."""
    language: str = ""
    """The one set, whose words for times are read beside the English ones and those of a card's language."""

    @property
    def now(self) -> datetime:
        """This instant, in UTC."""
        return self.clock.now()

    @property
    def own_office(self) -> Office:
        """Office hours by the user's own clock, for what is no interview's."""
        return own_office(self.zone, self.policy)

    def read(self, text: str, office: Office, *, dates: bool, language: str = "") -> date:
        """The date (where `dates` are taken) or aware instant typed, by the clock and working days there.

        Raises `Wrong` with the readings.
        """
        return self.reading(text, office, dates=dates, language=language).value

    def reading(self, text: str, office: Office, *, dates: bool, language: str = "") -> Reading:
        """The same with what is to be said of it. Raises `Wrong`."""
        try:
            return read_fully(text, now=self.now, dates=dates, **self._reads(office, language))
        except Unclear as why:
            raise Wrong(str(why)) from None

    def span(self, text: str, office: Office, language: str = "") -> Span:
        """The start typed, and the end where one is typed with it. Raises `Wrong`."""
        try:
            return read_span(text, now=self.now, **self._reads(office, language))
        except Unclear as why:
            raise Wrong(str(why)) from None

    def end(self, text: str, start: datetime, office: Office, language: str = "") -> datetime:
        """The end typed of what begins at `start`: a length, or a time. Raises `Wrong`."""
        try:
            return read_end(text, start=start, **self._reads(office, language))
        except Unclear as why:
            raise Wrong(str(why)) from None

    def _reads(self, office: Office, language: str) -> ReadingTerms:
        """By which clock, days and words times are read."""
        return {
            "zone": office.zone,
            "hours": office,
            "date_order": self.date_order,
            "languages": (language, self.language),
        }

    def described(self, value: date, zone: ZoneInfo) -> str:
        """The date or instant in full; where the user's own clock shows another time, that too."""
        words = describe(value, now=self.now, zone=zone)
        if isinstance(value, datetime):
            here, there = value.astimezone(self.zone), value.astimezone(zone)
            if here.utcoffset() != there.utcoffset():
                day = f"{here:%a} " if here.date() != there.date() else ""
                words += f"; {day}{spans.clock_time(here)} for you"
        return words


def when(
    context: FormContext,
    name: str,
    label: str,
    *,
    dates: bool,
    office: OfficeOf | Office | None = None,
    language: LanguageOf | str = "",
    value: str = "",
    needed: bool = False,
    check: Callable[[date, Texts], str | None] | None = None,
    remark: Remark | None = None,
    whole: bool = False,
    hint: str = "",
) -> Line:
    """A field for a date or time as people type it; under it stands, while it is typed, what it is read as.

    `office`: by whose clock and working days, where not by the user's own; `language`: in whose words, beside
    the English ones. `check` says what is wrong with a value, `remark` what else is to be said of it. The
    answer is the date or instant, with `whole` the reading.
    """

    def office_of(texts: Texts) -> Office:
        return office(texts) if callable(office) else office or context.own_office

    def reading(text: str, texts: Texts) -> Reading:
        words = language(texts) if callable(language) else language
        return context.reading(text, office_of(texts), dates=dates, language=words)

    def reads(text: str, texts: Texts) -> Reading:
        found = reading(text, texts)
        wrong = check(found.value, texts) if check is not None else None
        if wrong:
            raise Wrong(wrong)
        return found

    def value_read(text: str, texts: Texts) -> date:
        return reads(text, texts).value

    def says(found: Reading, texts: Texts) -> str:
        more = remark(found.value, texts) if remark is not None else ""
        words = f"= {context.described(found.value, office_of(texts).zone)}"
        words += f", the later end of “{found.quote}”" if found.quote else ""
        return f"{words}: {more}" if more else words

    def value_says(found: date, texts: Texts) -> str:
        # What stands in the field may be another text by now than the one that was read.
        with suppress(Wrong):
            now = reading(texts.get(name, ""), texts)
            return says(now if now.value == found else Reading(found), texts)
        return says(Reading(found), texts)

    return Line(
        name=name, label=label, value=value, needed=needed, blank=None, replace=True, hint=hint,
        read=reads if whole else value_read, say=says if whole else value_says,
    )  # fmt: skip


def promised_limit(answers: Answers) -> tuple[str, str] | None:
    """The limit of a promise from the `whole` field `callback_by`, and the words it was said in.

    None where no day was typed.
    """
    limit: Reading | None = answers["callback_by"]
    if limit is None:
        return None
    return iso(limit.value), answers.get("quote") or limit.quote


def happened(
    context: FormContext,
    name: str = "at",
    label: str = "When",
    *,
    language: str = "",
    remark: Remark | None = None,
) -> Line:
    """When something happened, `now` unless said: in the user's own zone, and not ahead."""

    def check(found: date, texts: Texts) -> str | None:
        ahead = isinstance(found, datetime) and found > context.now
        return "That lies ahead; only what has happened can be noted." if ahead else None

    return when(
        context, name, label, dates=False, language=language, value="now", needed=True, check=check,
        remark=remark, hint="such as: now, 2h ago, yesterday 17:00",
    )  # fmt: skip
