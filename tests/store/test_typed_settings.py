"""Settings as they are typed into a field and shown: every one, from the file and back."""

from __future__ import annotations

import pytest

from store.settings import Settings, read_settings, with_setting
from store.settings.toml import TEMPLATE, Name, explained
from store.settings.typed import as_typed, from_typed, is_list, options_of, setting_of
from store.settings.values import KNOWN
from tests.making import at

OTHER: dict[Name, tuple[str, ...]] = {
    ("zone",): ("Asia/Tokyo", ""), ("country",): ("DE", ""), ("language",): ("de", ""),
    ("known_words",): ("Kubernetes\nFlink", "Kubernetes, Flink", ""),
    ("away",): ("2026-12-24\n2027-03-05/2027-03-12", ""),
    ("theme",): ("nord", ""),
    ("me", "name"): ("Ada Okafor", ""), ("me", "email"): ("ada@globex.example", ""),
    ("me", "emails"): ("a@b.example, c@d.example", ""), ("me", "phone"): ("+49 30 1234567", ""),
    ("me", "about"): ("six years of pipelines, and more\npatience", ""),
    ("policy", "working_days"): ("sun, mon", "tue"), ("policy", "holidays"): ("2026-12-24", ""),
    ("policy", "office_opens"): ("9:30", ""), ("policy", "office_closes"): ("16:00", ""),
    ("policy", "texts_open"): ("07:00", ""), ("policy", "texts_close"): ("22:15", ""),
    ("quiet", "from"): ("22:00", ""), ("quiet", "to"): ("6:30", ""),
    ("mail", "command"): ("thunderbird", ""), ("mail", "drafts_folder"): ("~/Mail/Drafts", ""),
    ("watch", "mail"): ("~/Mail/inbox, old\n~/Mail/Sent", ""), ("watch", "calendar"): ("~/cal", ""),
    ("feed", "folder"): ("~/out", ""), ("remind", "notify_command"): ("notify-send", ""),
}  # fmt: skip
NUMBERS = {name: setting_of(Settings(), name) for name in KNOWN if name[0] == "policy"}
OTHER |= {name: (str(number), "") for name, number in NUMBERS.items() if type(number) is int}


def test_each_is_typed_or_picked_and_explained() -> None:
    words = explained()
    assert set(words) == set(KNOWN) and all(len(text) > 20 for text in words.values())
    assert {name for name in KNOWN if not options_of(name)} == set(OTHER)


@pytest.mark.parametrize("name", [name for name in KNOWN if options_of(name)], ids=".".join)
def test_what_is_picked_is_what_the_file_says(name: Name) -> None:
    default = setting_of(Settings(), name)
    assert default in options_of(name)
    for option in options_of(name):
        text, settings = with_setting(TEMPLATE, name, option)
        assert setting_of(settings, name) == option == setting_of(read_settings(text)[0], name)


@pytest.mark.parametrize("name", OTHER, ids=".".join)
def test_what_is_typed_stands_there_again(name: Name) -> None:
    for typed in OTHER[name]:
        value = from_typed(name, typed)
        text, settings = with_setting(TEMPLATE, name, value)
        kept = setting_of(settings, name)
        assert read_settings(text) == (settings, ())
        assert from_typed(name, as_typed(name, kept)) == value or as_typed(name, kept) != typed
        again = with_setting(text, name, from_typed(name, as_typed(name, kept)))[1]
        assert again == settings
        if not typed and name != ("policy", "working_days"):
            assert kept == setting_of(Settings(), name)
        elif is_list(name):
            assert len(kept) == len(typed.replace(",", "\n").split("\n")) or "," in typed


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        (("zone",), "mars", "zone: there is no time zone"),
        (("policy", "thank_due"), "soon", "policy.thank_due: expected a whole number"),
        (("policy", "thank_due"), "9" * 400, "policy.thank_due: expected a whole number"),
        (("quiet", "from"), "late", 'quiet.from: expected a time such as "09:00"'),
        (("me", "email"), "ada", "me.email: is not an e-mail address"),
        (("me", "emails"), "a@b.example, ada", "me.emails: "),
        (("away",), "next week", "away: expected dates"),
        (("country",), "UK", "country: no country has the letters UK; did you mean GB?"),
        (("me", "name"), "A\x1b[2Jda", "me.name: has "),
        (("policy", "working_days"), "caturday", "policy.working_days: expected days"),
    ],
)
def test_what_cannot_be_is_said_as_doctor_says_it(name: Name, typed: str, said: str) -> None:
    with pytest.raises(ValueError, match=said.replace("?", r"\?")[:60]):
        from_typed(name, typed)


def test_days_away_are_typed_as_in_the_file() -> None:
    settings = with_setting(TEMPLATE, ("away",), from_typed(("away",), "2026-11-19 to 2026-11-20"))[1]
    first, last = settings.policy.away_days[0]
    assert (first, last) == (at("2026-11-19 08:00").date(), at("2026-11-20 08:00").date())
