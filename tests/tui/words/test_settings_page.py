"""The page of the settings: all of them, each with what holds."""

from __future__ import annotations

from datetime import time

import pytest
from rich.cells import cell_len

from store import spans
from store.policy import Policy
from store.settings import Me, Quiet, Settings
from store.settings.typed import options_of
from store.settings.values import KNOWN
from tui.forms import setting
from tui.forms.fields import Choice
from tui.words.settings_page import OPTION_WORDS, OWN_WORDS, TITLES, about, settings_rows, value_words

FULL = Settings(
    zone="Asia/Tokyo", language="de", known_words=("Flink", "Kafka"), away=("2026-12-24/2027-01-02",),
    me=Me(name="Ada Okafor", about=("six years of pipelines",)),
    quiet=Quiet(begins=time(22, 30)), policy=Policy(working_days=(6, 0)),
)  # fmt: skip


def test_every_setting_stands_there_once_and_in_few_words() -> None:
    assert set(TITLES) == set(KNOWN)
    assert len(set(TITLES.values())) == len(TITLES)
    names = [row.name for row in settings_rows(FULL, "Asia/Tokyo", "") if row.name is not None]
    assert len(names) == len(set(names)) == len(KNOWN)
    assert all(set(words) <= {*options_of(name)} for name, words in OPTION_WORDS.items())


@pytest.mark.parametrize(
    ("name", "default", "full"),
    [
        (("zone",), "the machine's, Europe/Berlin", "Asia/Tokyo"),
        (("language",), "English", "de"),
        (("known_words",), "none", "Flink, Kafka"),
        (("me", "name"), "not set", "Ada Okafor"),
        (("quiet", "from"), "21:00", "22:30"),
        (("policy", "working_days"), "mon, tue, wed, thu, fri", "sun, mon"),
        (("policy", "thank_due"), "24", "24"),
        (("stay_in_column",), "yes", "yes"),
        (("date_order",), "refused", "refused"),
    ],
)
def test_a_value_is_said_in_words(name: tuple[str, ...], default: str, full: str) -> None:
    assert value_words(Settings(), name, "Europe/Berlin") == default
    assert value_words(FULL, name, "Asia/Tokyo") == full


def test_times_have_the_face_that_was_chosen() -> None:
    spans.use_clock("12h")
    assert value_words(FULL, ("quiet", "from")) == "10:30 pm"


@pytest.mark.parametrize("width", [20, 36, 60, 96])
def test_a_row_fits_its_width(width: int) -> None:
    for row in settings_rows(FULL, "Asia/Tokyo", "/home/ada/.config/ringback/config.toml", ["line 3: no"]):
        assert all(cell_len(line) <= width for line in row.lines(width)), row


@pytest.mark.parametrize("name", KNOWN, ids=".".join)
def test_each_can_be_changed_in_a_form_of_its_own(name: tuple[str, ...]) -> None:
    for settings in (Settings(), FULL):
        sheet = setting.sheet(name, settings)
        assert len(sheet.fields) == 1 and sheet.intro == about(name)


def test_what_is_said_of_a_setting_speaks_of_the_form_and_not_of_the_file() -> None:
    assert OWN_WORDS.keys() <= KNOWN.keys()
    for name in KNOWN:
        words = about(name)
        typed = [f'"{one}"' for one in options_of(name) if one] if name != ("remind", "osc") else []
        assert not any(one in words for one in (*typed, '["', "True", "False")), words


def test_themes_are_chosen_from_a_list() -> None:
    sheet = setting.sheet(("theme",), Settings(theme="b"), choices=("", "a", "b"))
    [field] = sheet.fields
    assert isinstance(field, Choice) and field.value == "b"
    assert [(one.key, one.words) for one in field.options] == [("1", "the usual one"), ("2", "a"), ("3", "b")]
