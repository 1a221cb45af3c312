"""The words of languages: one table for all that differs between them, which a file of the user's extends.

Python's `%A` and `%B` follow the machine's locale; letters follow this.
"""

from store.languages.codes import UnknownLanguage, read_language
from store.languages.language import Language
from store.languages.packaged import ENGLISH, FRENCH, GERMAN, PACKAGED, SPANISH
from store.languages.table import (
    follows_languages,
    language_name,
    language_or_english,
    languages,
    use_languages,
)
from store.languages.wording import (
    counted,
    day_and_month,
    either,
    listed,
    some_of,
    spellings,
    weekday,
    weekday_and_date,
)

__all__ = [
    "ENGLISH", "FRENCH", "GERMAN", "PACKAGED", "SPANISH", "Language", "UnknownLanguage", "counted",
    "day_and_month", "either", "follows_languages", "language_name", "language_or_english", "languages",
    "listed", "read_language", "some_of", "spellings", "use_languages", "weekday", "weekday_and_date",
]  # fmt: skip
