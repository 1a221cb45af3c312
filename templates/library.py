"""The templates there are: the program's, and the user's own, which take their place by name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from store.people.letters import fold, nearest
from templates import sandbox
from templates.conditions import condition, language_named
from templates.gaps import gaps
from templates.sandbox import Limits
from templates.template import BrokenTemplate, Template, UnknownTemplate, read
from templates.values import UNWRITABLE, checked_values
from templates.vocabulary import Value

PACKAGED = Path(__file__).resolve().parent / "messages"
"""Those in English, and a folder for each other language, by its two letters."""
_STOPS = re.compile(r"(?<=\w)(?:\.|[!?])\.(?=\s|$)")
_NAME = re.compile(r"\w[\w .-]*")


class Unwritable(ValueError):
    """The text holds a character that no message can carry; the message says which."""


@dataclass(frozen=True)
class Text:
    """A message to start from. `gaps`: what is left open in it as `{{ words }}`, in order of appearance."""

    subject: str
    body: str
    gaps: tuple[str, ...]


class Library:
    """All templates, as found when it is made; make another to see files that came since.

    A file of the user's takes the place of the program's template of that name, and fits when that one does
    where its own header does not say. One whose header cannot be used is named in `problems`, with what to
    mend, and the program's stays in use. A folder that does not exist is an empty one.
    """

    def __init__(self, user_folder: Path | None = None, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        packaged = sorted(PACKAGED.rglob("*.j2"))
        self._templates = {path.stem: _template(path, own=False) for path in packaged}
        found: list[str] = []
        for path in _files(user_folder, found):
            try:
                template = _template(path, own=True)
                self._templates[template.name] = _instead(template, self._templates.get(template.name))
            except BrokenTemplate as broken:
                found.append(str(broken))
        self.problems = tuple(found)

    def all(self) -> tuple[Template, ...]:
        """Every template that can be chosen, by name."""
        return tuple(self._templates[name] for name in sorted(self._templates))

    def get(self, name: str) -> Template:
        """The template of this name, accents and case aside. Raises UnknownTemplate, with what is near."""
        if name in self._templates:
            return self._templates[name]
        alike = [one for known, one in self._templates.items() if fold(known) == fold(name)]
        if len(alike) == 1:
            return alike[0]
        near = nearest(name, self._templates, most=3) or [
            one for one in self.names if fold(name) in fold(one)
        ]
        raise UnknownTemplate(name, tuple(near[:3]), self.names)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all templates, in order."""
        return tuple(sorted(self._templates))

    def render(self, name: str, values: Mapping[str, Value]) -> Text:
        """The text this template gives with these values; what has none stays in it as `{{ name }}`.

        A template of the user's own is rendered in a child process and may take as long as the limits allow
        (three seconds): do not wait for it where a screen is drawn. Raises UnknownTemplate, BrokenTemplate;
        TypeError or ValueError for values that are not plain or not in the vocabulary.
        """
        template = self.get(name)
        copies = checked_values(values)
        try:
            return tidied(*self._written(template, copies))
        except Unwritable as error:
            raise BrokenTemplate(name, str(error), None, _shown(template)) from error
        except BrokenTemplate as broken:
            raise BrokenTemplate(name, broken.reason, broken.line, _shown(template)) from broken

    def _written(self, template: Template, values: Mapping[str, Value]) -> tuple[str, str]:
        source = read(template.name, template.path)
        if template.own:
            return sandbox.render_apart(template.name, source, values, self._limits)
        from templates import engine

        return engine.render(template.name, source, values, self._limits.output_bytes)


def _template(path: Path, own: bool) -> Template:
    if not _NAME.fullmatch(path.stem):
        raise BrokenTemplate(
            ascii(path.stem), "its name may have letters, digits, spaces, dots, - and _ only"
        )
    source = read(path.stem, path)
    fits, claims = tuple(map(condition, source.fits)), tuple(map(condition, source.claims))
    named = "".join(map(language_named, source.fits))[:2]
    return Template(
        path.stem, source.title, source.purpose, source.channel, source.when, own, path,
        fits=fits, claims=claims, does=source.does, ends=source.ends, language=named or ("" if own else "en"),
    )  # fmt: skip


def _instead(template: Template, packaged: Template | None) -> Template:
    """One of the user's own, which says when it fits, or fits when the one does whose place it takes."""
    if packaged is None:
        return template
    own = replace(template, does=template.does or packaged.does, ends=template.ends or packaged.ends)
    if own.fits or own.claims:
        return own
    return replace(own, fits=packaged.fits, claims=packaged.claims, language=packaged.language)


def _files(folder: Path | None, problems: list[str]) -> Iterator[Path]:
    try:
        if folder is not None and folder.exists():
            yield from sorted(path for path in folder.iterdir() if path.suffix == ".j2")
    except OSError as error:
        problems.append(f"the template folder {folder} cannot be read ({error.strerror}).")


def _shown(template: Template) -> Path | None:
    return template.path if template.own else None


def tidied(subject: str, body: str) -> Text:
    """The text without stray white space: one line of subject, no double blank lines, no spaces at line ends.

    A sentence that ends in a value with a stop of its own ("Acme, Inc.") keeps one of the two.

    Raises Unwritable for control characters and half characters,
    which a template can write as escapes and which would reach a terminal or a mail header.
    """
    _refuse_unwritable(subject + body)
    subject = " ".join(subject.split())
    subject, body = (_STOPS.sub(lambda found: found[0][0], text) for text in (subject, body))
    lines = (line.rstrip() for line in body.split("\n"))
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    left_open = (gap.inside for gap in gaps(f"{subject}\n{body}"))
    return Text(subject, body, tuple(dict.fromkeys(left_open)))


def _refuse_unwritable(text: str) -> None:
    for found in UNWRITABLE.finditer(text):
        if found[0] not in "\n\t":
            raise Unwritable(f"it writes the character U+{ord(found[0]):04X}, which no message can carry")
