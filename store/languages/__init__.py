"""The words of languages: one table for all that differs between them, which a file of the user's extends.

Python's `%A` and `%B` follow the machine's locale; letters follow this.
"""

from store.languages.language import Language
from store.languages.packaged import ENGLISH, FRENCH, GERMAN, PACKAGED, SPANISH
from store.languages.table import (
    follows_languages,
    language_name,
    language_or_english,
    languages,
    use_languages,
)
from store.languages.wording import day_and_month, listed, spellings, weekday, weekday_and_date

__all__ = [
    "ENGLISH", "FRENCH", "GERMAN", "PACKAGED", "SPANISH", "Language", "day_and_month", "follows_languages",
    "language_name", "language_or_english", "languages", "listed", "spellings", "use_languages", "weekday",
    "weekday_and_date",
]  # fmt: skip
