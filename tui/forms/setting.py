"""One setting, to be changed: typed or picked, whatever it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from store.settings import Settings
from store.settings.toml import Name
from store.settings.typed import as_typed, from_typed, is_list, options_of, setting_of
from tui.forms.common_fields import keys
from tui.forms.fields import Answers, AnyField, Choice, Line, Lines, Option, Sheet, Texts, Wrong
from tui.words.settings_page import TITLES, about, option_words

_FIELD = "value"
_ROWS = 4


class SaidOfSetting(NamedTuple):
    """What the file is to say for a setting; None for nothing, so that the default holds."""

    value: Any


def sheet(name: Name, settings: Settings, *, choices: Sequence[str] = ()) -> Sheet[SaidOfSetting]:
    """The form for it. `choices`: all there is to choose from, where only the screen knows that."""
    title = TITLES[name]
    return Sheet(
        title=title[:1].upper() + title[1:],
        intro=about(name),
        fields=[_field(name, setting_of(settings, name), choices)],
        finish=_answer,
    )


def _answer(answers: Answers) -> SaidOfSetting:
    return SaidOfSetting(answers[_FIELD])


def _field(name: Name, value: Any, choices: Sequence[str]) -> AnyField:
    label = TITLES[name].partition(",")[0].capitalize()
    if options := choices or options_of(name):
        return Choice(
            name=_FIELD, label=label, value=value, needed=False,
            options=[
                Option(value=one, key=key, words=option_words(name, one))
                for one, key in zip(options, keys(), strict=False)
            ],
        )  # fmt: skip

    def read(text: str, texts: Texts) -> Any:
        try:
            return from_typed(name, text)
        except ValueError as why:
            raise Wrong(f"{why}.") from None

    typed, blank = as_typed(name, value), from_typed(name, "")
    if is_list(name):
        return Lines(
            name=_FIELD, label=label, value=typed, read=read, blank=blank, rows=_ROWS,
            hint="one a line",
        )  # fmt: skip
    return Line(name=_FIELD, label=label, value=typed, read=read, blank=blank)
