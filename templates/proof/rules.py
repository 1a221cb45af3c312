"""The rules: each with its check, its level, and for which languages and messages it holds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final, TypeAlias, get_args

from store.languages import PACKAGED, languages
from templates.proof import (
    meeting_day,
    money,
    names,
    notes,
    open_gaps,
    promises,
    punctuation,
    readers,
    roles,
    sameness,
    shape,
    slips,
    substance,
    tone,
    voice,
)
from templates.proof.day_words import DAY_LANGUAGES
from templates.proof.draft import DraftText
from templates.proof.findings import Case, MessagePurpose, Objection, Severity


class _Every(Enum):
    LANGUAGE = "every language"
    GREETING = "every language whose greetings are known"
    CLOSE = "every language whose closing words are known"


ALL: Final = _Every.LANGUAGE
WITH_GREETINGS: Final = _Every.GREETING
WITH_CLOSES: Final = _Every.CLOSE
Languages: TypeAlias = _Every | frozenset[str]
"""For which languages a rule holds: by what the table has for them, or by two letters each."""

_ENGLISH = frozenset({"en"})
_PACKAGED = frozenset(PACKAGED)
"""The languages whose phrases the lists have."""
_ANY: frozenset[MessagePurpose] = frozenset(get_args(MessagePurpose))
_WRITTEN = _ANY - {"voicemail"}
_THANKS: frozenset[MessagePurpose] = frozenset({"thanks"})


@dataclass(frozen=True)
class Rule:
    """`level` is the highest it gives; `title` completes "not yet: …"; `check` finds what to say of a text.

    `about` is what it looks at, as in "not checked in German: spelling".
    """

    id: str
    level: Severity
    title: str
    about: str
    check: Callable[[DraftText], Iterator[Objection]]
    languages: Languages
    purposes: frozenset[MessagePurpose] = _ANY
    in_subject: bool = False
    """Whether a subject is checked by it too."""

    def asked(self, case: Case) -> bool:
        """Whether it is to be held against such a message at all."""
        return self.id not in case.dismissed and case.purpose in self.purposes

    def knows(self, draft: DraftText) -> bool:
        """Whether it holds for the language the text is in."""
        known = languages().get(draft.language)
        match self.languages:
            case _Every.LANGUAGE:
                return True
            case _Every.GREETING:
                return known is not None and bool(known.greetings)
            case _Every.CLOSE:
                return known is not None and bool(known.closes)
            case frozenset() as codes:
                return draft.language in codes


_TABLE = (
    Rule("gap", "block", "a gap is open", "gaps", open_gaps.open_gaps, ALL, in_subject=True),
    Rule("unchanged", "block", "the template is unchanged", "own words", sameness.unchanged, ALL),
    Rule("wrong_reader", "block", "it greets somebody else", "whom it greets", readers.wrong_reader, ALL),
    Rule(
        "foreign_name",
        "block",
        "a name that is not of this card",
        "names",
        names.strangers,
        ALL,
        in_subject=True,
    ),
    Rule("misspelt_name", "block", "a name is misspelt", "names", names.namesakes, ALL, in_subject=True),
    Rule("canned", "block", "ready-made wording", "own words", sameness.canned, ALL, _WRITTEN),
    Rule(
        "near_copy",
        "block",
        "nearly a copy of an earlier message",
        "own words",
        sameness.near_copy,
        ALL,
        _WRITTEN,
    ),
    Rule("punctuation", "block", "a mark too many", "punctuation", punctuation.punctuation, ALL, _WRITTEN),
    Rule("no_thanks", "warn", "no thanks said", "thanks", substance.no_thanks, _PACKAGED, _THANKS),
    Rule("no_interest", "warn", "no interest shown", "interest", substance.no_interest, _ENGLISH, _THANKS),
    Rule("no_topic", "warn", "no topic mentioned", "topics", substance.no_topic, _ENGLISH, _THANKS),
    Rule(
        "loose_end",
        "warn",
        "a loose end is open",
        "loose ends",
        substance.loose_end,
        _ENGLISH,
        _THANKS | {"other"},
    ),
    Rule("raw_note", "warn", "a note stands as it was jotted", "notes", notes.raw_note, _ENGLISH),
    Rule("third", "warn", "the reader as somebody else", "names", readers.third, ALL, _WRITTEN),
    Rule("crowd", "warn", "not so many read it", "how many read it", readers.crowd, _PACKAGED, _WRITTEN),
    Rule("day", "warn", "another day", "the day", meeting_day.day, DAY_LANGUAGES, _ANY - {"reply"}),
    Rule("role", "warn", "another position", "the position", roles.role, _ENGLISH, in_subject=True),
    Rule("promised_link", "warn", "a link is missing", "links", promises.promised_link, _PACKAGED, _WRITTEN),
    Rule("attachment", "warn", "attached?", "attachments", promises.attachment, _PACKAGED, _WRITTEN),
    Rule("salary", "warn", "money comes up", "tone", money.salary, _ENGLISH, _ANY - {"reply"}),
    Rule("casual", "warn", "too casual", "tone", tone.casual, ALL),
    Rule("insinuating", "warn", "may seem pushy", "tone", tone.insinuating, _PACKAGED),
    Rule("belittling", "warn", "too humble", "tone", tone.belittling, _ENGLISH),
    Rule("opener", "warn", "a worn-out phrase", "tone", tone.opener, _ENGLISH, _WRITTEN),
    Rule("stock", "warn", "mostly stock phrases", "tone", voice.stock, _ENGLISH, _WRITTEN),
    Rule("ai_voice", "warn", "sounds like a machine", "tone", voice.ai_voice, _ENGLISH, _WRITTEN),
    Rule("doubled_word", "warn", "a word stands twice", "doubled words", slips.doubled_word, ALL),
    Rule("quotes", "warn", "a quote or bracket is open", "punctuation", punctuation.quotes, ALL, _WRITTEN),
    Rule("spacing", "warn", "spacing", "spacing", punctuation.spacing, ALL, _WRITTEN),
    Rule("lowercase_i", "warn", "a small “i”", "spelling", slips.lowercase_i, _ENGLISH, _WRITTEN),
    Rule("spelling", "warn", "a word may be misspelt", "spelling", slips.spelling, _ENGLISH, _WRITTEN),
    Rule("long_sentence", "warn", "a long sentence", "sentences", voice.long_sentence, ALL, _WRITTEN),
    Rule("length", "warn", "the length", "length", shape.length, ALL),
    Rule("segments", "warn", "a long text message", "length", shape.many_segments, ALL, _WRITTEN),
    Rule("subject", "warn", "the subject", "the subject", shape.subject, ALL, _WRITTEN),
    Rule("own_name", "warn", "your name is missing", "your name", shape.own_name, ALL),
    Rule("no_greeting", "warn", "no greeting", "the greeting", shape.no_greeting, WITH_GREETINGS),
    Rule("no_close", "warn", "no closing words", "the close", shape.no_close, WITH_CLOSES, _WRITTEN),
    Rule("late", "warn", "it is late", "the day", shape.late, ALL, _THANKS),
)

RULES: Mapping[str, Rule] = MappingProxyType({rule.id: rule for rule in _TABLE})
"""Every rule by its id, in the order in which they are told."""
