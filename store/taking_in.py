"""Taking in files, folders, mails and pastes: the one use case behind the command and the board."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from store.book import Book
from store.exchange import BadFile
from store.intake.given import Given
from store.intake.reading import Intake, read_all
from store.intake.source import Incoming, look_at
from store.interview import Interview
from store.rules.doubles import Double, doubles
from store.service import Service

_MOST_NAMED = 5


class TakenIn(Struct, frozen=True):
    """What came of it: sentences, which interviews are new or have changed, and which new ones seem to be
    on the board already."""

    said: tuple[str, ...]
    added: tuple[Interview, ...]
    changed: tuple[Interview, ...]
    doubles: tuple[Double, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether anything is other than before."""
        return bool(self.added or self.changed)


def read_sources(sources: Sequence[Incoming], given: Given) -> Intake:
    """What all of these do, each by its content: all or none.

    Where several cannot be read, as may be in a folder, all of them are named. Raises BadFile, Asks and
    AsksWhose.
    """
    intakes: list[Intake] = []
    bad: list[str] = []
    for source in sources:
        try:
            intakes.append(read_all([look_at(source)], given))
        except BadFile as why:
            bad.append(str(why))
    if bad:
        raise BadFile(_all_of_them(bad))
    return Intake(
        tuple(look for one in intakes for look in one.looks),
        tuple(taking for one in intakes for taking in one.takings),
    )


def _all_of_them(bad: Sequence[str]) -> str:
    if len(bad) == 1:
        return bad[0]
    more = f" And {len(bad) - _MOST_NAMED} more." if len(bad) > _MOST_NAMED else ""
    return f"{len(bad)} files cannot be taken in, so none was. {' '.join(bad[:_MOST_NAMED])}{more}"


def take_in(service: Service, intake: Intake, *, dry: bool = False, words: str = "imported") -> TakenIn:
    """Put it on the board: one step to undo by `words`, with a backup before it. `dry`: only find out.

    Raises BadFile, Refused, StorageError, and what `settle` of the given raises; then nothing was changed.
    """
    said: list[str] = []

    def change(book: Book) -> Book:
        taken, said[:] = intake(book)
        return taken

    if dry:
        before, after = service.book, change(service.book)
    else:
        saved = service.do(words, change, backup="before-import")
        before, after = saved.before, saved.after
    added = [one for key, one in after.interviews.items() if key not in before.interviews]
    changed = [
        one
        for key, one in after.interviews.items()
        if key in before.interviews and before.interviews[key] != one
    ]
    seen_before = tuple(doubles(before.interviews, after.interviews))
    return TakenIn(tuple(said), tuple(added), tuple(changed), seen_before)
