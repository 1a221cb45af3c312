"""Fields for dates and times as people type them; under each stands, while it is typed, how it is read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from store.interview import iso
from store.rules.office import Office
from store.when import Reading
from tui.forms.context import FormContext, LanguageOf, OfficeOf, Remark
from tui.forms.fields import Answers, Line, Texts, Wrong

Check = Callable[[date, Texts], "str | None"]


@dataclass(frozen=True, kw_only=True)
class _Times:
    """How one field is read, and what is said of it."""

    context: FormContext
    name: str
    dates: bool
    office: OfficeOf | Office | None
    language: LanguageOf | str
    check: Check | None
    remark: Remark | None

    def read(self, text: str, texts: Texts) -> Reading:
        """The reading. Raises `Wrong`."""
        found = self._reading(text, texts)
        wrong = self.check(found.value, texts) if self.check is not None else None
        if wrong:
            raise Wrong(wrong)
        return found

    def read_value(self, text: str, texts: Texts) -> date:
        """The date or instant alone. Raises `Wrong`."""
        return self.read(text, texts).value

    def say(self, found: Reading, texts: Texts) -> str:
        """What was read, in full."""
        more = self.remark(found.value, texts) if self.remark is not None else ""
        words = f"= {self.context.described(found.value, self._office(texts).zone)}"
        words += f", the later end of “{found.quote}”" if found.quote else ""
        return f"{words}: {more}" if more else words

    def say_value(self, found: date, texts: Texts) -> str:
        """The same of a date or instant alone."""
        # What stands in the field may be another text by now than the one that was read.
        with suppress(Wrong):
            now = self._reading(texts.get(self.name, ""), texts)
            return self.say(now if now.value == found else Reading(found), texts)
        return self.say(Reading(found), texts)

    def _office(self, texts: Texts) -> Office:
        return self.office(texts) if callable(self.office) else self.office or self.context.own_office

    def _reading(self, text: str, texts: Texts) -> Reading:
        words = self.language(texts) if callable(self.language) else self.language
        return self.context.reading(text, self._office(texts), dates=self.dates, language=words)


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
    check: Check | None = None,
    remark: Remark | None = None,
    whole: bool = False,
    hint: str = "",
) -> Line:
    """A field for a date or time.

    `office`: by whose clock and working days, where not by the user's own; `language`: in whose words, beside
    the English ones. `check` says what is wrong with a value, `remark` what else is to be said of it. The
    answer is the date or instant, with `whole` the reading.
    """
    times = _Times(
        context=context, name=name, dates=dates, office=office, language=language, check=check, remark=remark
    )
    return Line(
        name=name, label=label, value=value, needed=needed, blank=None, hint=hint,
        read=times.read if whole else times.read_value, say=times.say if whole else times.say_value,
    )  # fmt: skip


def still_to_come(context: FormContext, office: Office, what: str) -> Check:
    """A check that refuses what lies behind by the clock there, today aside; `what` is wanted: `a day`."""

    def check(found: date, texts: Texts) -> str | None:
        today = context.now.astimezone(office.zone).date()
        past = found <= context.now if isinstance(found, datetime) else found < today
        return f"That has passed; name {what} to come." if past else None

    return check


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
        context, "at", label, dates=False, language=language, value="now", needed=True, check=check,
        remark=remark, hint="such as: now, 2h ago, yesterday 17:00",
    )  # fmt: skip
