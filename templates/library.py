"""The templates there are: the program's, and the user's own, which take their place by name."""

import difflib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from templates.header import read
from templates.limits import Limits
from templates.template import BrokenTemplate, Template, UnknownTemplate
from templates.text import Text, Unwritable, tidied
from templates.vocabulary import Value, missing, plain

PACKAGED = Path(__file__).resolve().parent / "messages"
_NAME = re.compile(r"\w[\w .-]*")


class Library:
    """All templates, as found when it is made; make another to see files that came since.

    A file of the user's whose header cannot be used is named in `problems`, with what to mend, and the
    program's template of that name, if any, stays in use. A folder that does not exist is an empty one.
    """

    def __init__(self, user_folder: Path | None = None, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._templates = {path.stem: _template(path, own=False) for path in sorted(PACKAGED.glob("*.j2"))}
        found: list[str] = []
        for path in _files(user_folder, found):
            try:
                self._templates[path.stem] = _template(path, own=True)
            except BrokenTemplate as broken:
                found.append(str(broken))
        self.problems = tuple(found)

    def all(self) -> tuple[Template, ...]:
        """Every template that can be chosen, by name."""
        return tuple(self._templates[name] for name in sorted(self._templates))

    def get(self, name: str) -> Template:
        """The template of this name. Raises UnknownTemplate, with the names that are near."""
        try:
            return self._templates[name]
        except KeyError:
            near = difflib.get_close_matches(name, self._templates, 3)
            raise UnknownTemplate(name, tuple(near)) from None

    def render(self, name: str, values: Mapping[str, Value]) -> Text:
        """The text this template gives with these values; what has none stays in it as `{{ name }}`.

        A template of the user's own is rendered in a child process and may take as long as the limits allow
        (three seconds): do not wait for it where a screen is drawn. Raises UnknownTemplate, BrokenTemplate;
        TypeError or ValueError for values that are not plain or not in the vocabulary.
        """
        template = self.get(name)
        copies = plain(values)
        try:
            return tidied(*self._written(template, copies), missing(copies))
        except Unwritable as error:
            raise BrokenTemplate(name, str(error), None, _shown(template)) from error
        except BrokenTemplate as broken:
            raise BrokenTemplate(name, broken.reason, broken.line, _shown(template)) from broken

    def _written(self, template: Template, values: Mapping[str, Value]) -> tuple[str, str]:
        source = read(template.name, template.path)
        if template.own:
            from templates import sandbox

            return sandbox.render(template.name, source, values, self._limits)
        from templates import engine

        return engine.render(template.name, source, values, self._limits.output_bytes)


def _template(path: Path, own: bool) -> Template:
    if not _NAME.fullmatch(path.stem):
        raise BrokenTemplate(
            ascii(path.stem), "its name may have letters, digits, spaces, dots, - and _ only"
        )
    source = read(path.stem, path)
    return Template(path.stem, source.title, source.purpose, source.channel, source.when, own, path)


def _files(folder: Path | None, problems: list[str]) -> Iterator[Path]:
    try:
        if folder is not None and folder.exists():
            yield from sorted(path for path in folder.iterdir() if path.suffix == ".j2")
    except OSError as error:
        problems.append(f"the template folder {folder} cannot be read ({error.strerror}).")


def _shown(template: Template) -> Path | None:
    return template.path if template.own else None
