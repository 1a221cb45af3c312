"""What one language calls the days, and how people are greeted, addressed and taken leave of in it. Pure."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple


class Language(NamedTuple):
    """The words of one language, as they stand inside a sentence.

    What has a default is neutral there, so that a text says nothing that may be wrong in that language.
    """

    code: str
    """Two letters, ISO 639-1."""
    name: str
    """What English calls it."""
    weekdays: tuple[str, ...]
    """Monday first."""
    months: tuple[str, ...]
    times: Mapping[str, str] = MappingProxyType({})
    """What is said of times, each with what English says: "übermorgen": "the day after tomorrow". What may
    stand for several has them divided by bars: "morgen": "tomorrow | morning". Letters may be typed without
    their marks."""
    conjunction: str = ""
    """What joins the last two of a list: "and"; blank where a comma does."""
    other_conjunction: str = ""
    """What joins them instead before some words: the Spanish "e" of "y"; blank where there is none."""
    before_other: tuple[str, ...] = ()
    """How those words begin, in lower case."""
    not_before_other: tuple[str, ...] = ()
    """How others begin that look like them and keep the usual one."""
    neutral_greeting: str = "Hello,"
    """The line that greets nobody by name."""
    greeting_by_name: str = "{name},"
    """The line that greets somebody with `{name}`, in a form that needs no guess whether it is Ms or Mr."""
    spoken_greeting: str = ""
    """How one greets somebody with `{name}` in speaking and in a text message; blank where as in a letter."""
    by_first_name: bool = False
    """Whether that name is the first name, as in `Dear Ada,`, or the whole one: `Guten Tag Ada Okafor,`."""
    greeting_by_title: Mapping[str, str] = MappingProxyType({})
    """Such lines for titles that ask for one of their own; titles in lower case, without the full stop."""
    spoken_titles: Mapping[str, str] = MappingProxyType({})
    """How a title that is written short stands in a greeting: "mme": "Madame"."""
    greetings: tuple[str, ...] = ()
    """What stands before a name at the beginning of a message, in lower case."""
    closes: tuple[str, ...] = ()
    """What stands above the sender's name at its end, without the comma; the first is the usual one."""
    honorifics: tuple[str, ...] = ()
    """What stands before a surname: in lower case, without the full stop."""
    roles: tuple[str, ...] = ()
    """Words for an office rather than somebody in it, in lower case."""
    day_and_month: str = "{day} {month}"
    """How a date is written, with `{day}` and `{month}`."""
    weekday_and_date: str = "{weekday} {date}"
    """How it is written with its weekday: `{weekday}`, and `{date}` as `day_and_month` has it."""
    clock_time: str = "{time}"
    """How `{time}`, such as 15:00, stands in a sentence."""
    position: str = "{role}"
    """The position in a phrase, with `{role}`: "the {role} position"."""
    unnamed_position: str = ""
    """The same where the role has no name: "the position"; blank where there is no such phrase."""
    posts: Mapping[str, str] = MappingProxyType({})
    """Words for a post rather than for who holds it, as they stand in a sentence, with their article:
    "internship": "the"."""

    please_pass_on: str = ""
    """What asks somebody to pass a text on to `{name}`; blank where English has to ask."""
    unnamed_reader: str = ""
    """What stands there for a reader whose name is not known: "the person I met"."""
    thanks_for_it: str = ""
    """What closes that request, with its comma; blank where nothing does."""

    def as_plain(self) -> dict[str, Any]:
        """The same in a form that JSON can carry; `from_plain` undoes it."""
        fields = self._asdict().items()
        return {field: dict(value) if isinstance(value, Mapping) else value for field, value in fields}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Language":
        """The language that `as_plain` wrote down."""
        fields: dict[str, Any] = {
            field: tuple(value) if isinstance(value, list) else value for field, value in plain.items()
        }
        return cls(**fields)
