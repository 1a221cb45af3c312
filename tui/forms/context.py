"""What every form is read against: the clock, the user's zone, the policy, and where ids come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from store.clock import Clock
from store.policy import Policy
from store.rules.office import Office, own_office
from store.when import DateOrder, Unclear, describe, read_when
from tui.forms.fields import Line, Texts, Wrong

OfficeOf = Callable[[Texts], Office]
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

    @property
    def now(self) -> datetime:
        """This instant, in UTC."""
        return self.clock.now()

    @property
    def own_office(self) -> Office:
        """Office hours by the user's own clock, for what is no interview's."""
        return own_office(self.zone, self.policy)

    def read(self, text: str, office: Office, *, dates: bool, now: datetime | None = None) -> date:
        """The date (where `dates` are taken) or aware instant typed, by the clock and working days there.

        Raises `Wrong` with the readings.
        """
        now = now or self.now
        try:
            return read_when(
                text, now=now, zone=office.zone, dates=dates, hours=office, date_order=self.date_order
            )
        except Unclear as why:
            raise Wrong(str(why)) from None

    def described(self, value: date, zone: ZoneInfo) -> str:
        """The date or instant in full; where the user's own clock shows another time, that too."""
        words = describe(value, now=self.now, zone=zone)
        if isinstance(value, datetime):
            here, there = value.astimezone(self.zone), value.astimezone(zone)
            if here.utcoffset() != there.utcoffset():
                day = f"{here:%a} " if here.date() != there.date() else ""
                words += f"; {day}{here:%H:%M} for you"
        return words


def when(
    context: FormContext,
    name: str,
    label: str,
    *,
    dates: bool,
    office: OfficeOf | Office | None = None,
    value: str = "",
    needed: bool = False,
    check: Callable[[date, Texts], str | None] | None = None,
    remark: Remark | None = None,
    hint: str = "",
) -> Line:
    """A field for a date or time as people type it; under it stands, while it is typed, what it is read as.

    `office`: by whose clock and working days, where not by the user's own. `check` says what is wrong with
    a value, `remark` what else is to be said of it.
    """

    def office_of(texts: Texts) -> Office:
        return office(texts) if callable(office) else office or context.own_office

    def reads(text: str, texts: Texts) -> date:
        found = context.read(text, office_of(texts), dates=dates)
        wrong = check(found, texts) if check is not None else None
        if wrong:
            raise Wrong(wrong)
        return found

    def says(found: date, texts: Texts) -> str:
        more = remark(found, texts) if remark is not None else ""
        words = f"= {context.described(found, office_of(texts).zone)}"
        return f"{words}: {more}" if more else words

    return Line(
        name=name, label=label, value=value, needed=needed, blank=None, read=reads, say=says, replace=True,
        hint=hint,
    )  # fmt: skip


def happened(
    context: FormContext, name: str = "at", label: str = "When", *, remark: Remark | None = None
) -> Line:
    """When something happened, `now` unless said: in the user's own zone, and not ahead."""

    def check(found: date, texts: Texts) -> str | None:
        ahead = isinstance(found, datetime) and found > context.now
        return "That lies ahead; only what has happened can be noted." if ahead else None

    return when(
        context, name, label, dates=False, value="now", needed=True, check=check, remark=remark,
        hint="such as: now, 2h ago, yesterday 17:00",
    )  # fmt: skip
