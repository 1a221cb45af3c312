"""What taking something in is: a change of the book, with sentences that say what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from store.book import Book

Taking: TypeAlias = Callable[[Book], tuple[Book, list[str]]]
