"""The user's days away: new ones, and those that are no longer meant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from store.rules.words import limit_words
from tui.forms.common_fields import keys
from tui.forms.context import FormContext
from tui.forms.fields import Answers, AnyField, Marks, Option, Sheet, Wrong
from tui.forms.times import when

Days = tuple[str, ...]
"""As the settings have them: `2026-12-24`, `2027-03-05/2027-03-12`."""


def sheet(context: FormContext, known: Days) -> Sheet[Days]:
    """The form; what it gives are all days that hold from now on. `known`: those there are."""
    return Sheet(
        title="Your days away",
        intro="On these days you are told to call nobody, and nothing rings. Interviews and thanks go on.",
        fields=[
            *_coming(context, known),
            when(
                context,
                "first",
                "From",
                dates=True,
                hint="such as: today, mon, 24 Dec, in 2 weeks",
            ),
            when(context, "last", "To", dates=True, hint="the last day; blank where it is one day"),
        ],
        finish=lambda answers: answer(context, known, answers),
    )


def _coming(context: FormContext, known: Days) -> list[AnyField]:
    today = context.now.astimezone(context.zone).date()
    options = [
        Option(value=days, key=key, words=days_words(days, context))
        for days, key in zip(_ahead(known, today), keys(), strict=False)
    ]
    return (
        [Marks(name="gone", label="No longer", options=options, hint="days that hold; pick to drop them")]
        if options
        else []
    )


def _ahead(known: Days, today: date) -> list[str]:
    return sorted(days for days in known if date.fromisoformat(days.split("/")[-1]) >= today)


def days_words(days: str, context: FormContext) -> str:
    """`Thu 24 Dec`, `Fri 5 Mar 2027 to Fri 12 Mar 2027`."""
    return " to ".join(limit_words(day, context.now, context.zone) for day in days.split("/"))


def answer(context: FormContext, known: Days, answers: Answers) -> Days:
    """All days that hold from now on. Raises `Wrong`."""
    first, last = (_day(answers[name], context) for name in ("first", "last"))
    gone: frozenset[str] = answers.get("gone", frozenset())
    kept = [days for days in known if days not in gone]
    if first is None and last is not None:
        raise Wrong("From which day on? Type it above.", "first")
    if first is None:
        if not gone:
            raise Wrong("No day was named, and none dropped.", "first")
        return tuple(kept)
    today = context.now.astimezone(context.zone).date()
    if (last or first) < first:
        raise Wrong("That lies before the first day.", "last")
    if (last or first) < today:
        raise Wrong("These days have passed.", "first")
    new = first.isoformat() if last in (None, first) else f"{first.isoformat()}/{last.isoformat()}"
    return (*kept, *([new] if new not in kept else []))


def _day(value: date | None, context: FormContext) -> date | None:
    return value.astimezone(context.zone).date() if isinstance(value, datetime) else value


def said(before: Sequence[str], after: Sequence[str], context: FormContext) -> str:
    """What has changed, in one sentence."""
    new = [days_words(days, context) for days in after if days not in before]
    gone = [days_words(days, context) for days in before if days not in after]
    parts = [f"away {', '.join(new)}"] if new else []
    parts += [f"no longer away {', '.join(gone)}"] if gone else []
    words = "; ".join(parts)
    return f"{words[:1].upper()}{words[1:]}."
