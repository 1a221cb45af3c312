"""The manual page, made of the grammar and of what `ringback help` says of its topics."""

from __future__ import annotations

import re
import tomllib
from argparse import RawDescriptionHelpFormatter
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from textwrap import wrap

from argparse_manpage.manpage import Manpage

from tui.cli import help_texts
from tui.cli.parser import grammar
from tui.cli.topic_texts import CODES, HEADER, JSON, JSON_OPENING, PEOPLE, WATCH
from tui.cli.topics import places

ROOT = Path(__file__).resolve().parent.parent
_WIDTH = 78
_ONE_LINE = partial(RawDescriptionHelpFormatter, width=100_000)
_USUAL = Path("~/.local/share/ringback/ringback.json"), Path("~/.config/ringback/config.toml")
_MOVED = Path("~/.local/state/ringback/ringback.log"), Path("~/.cache/ringback/country-days.json")
_ENVIRONMENT: Mapping[str, str] = {
    "RINGBACK_DB": "the database, where --db names none",
    "XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME": "move the files above",
    "VISUAL, EDITOR": "your own editor, for texts",
    "NO_COLOR": "no colours, where it is set",
}
_COLUMNS = re.compile(r"\s*(\S(?:(?!\s{2}).)*)\s{2,}(\S(?:(?!\s{2}).)*)")
"""A line of two columns, a word and what it means; of more than two it is a table of its own."""


def manual() -> str:
    """The page in the language of man. Says the version and the day of the newest release."""
    whole = grammar()
    whole.epilog = None
    texts = {}
    for name, command in whole.commands().items():
        command.formatter_class = _ONE_LINE
        usage = command.format_usage().partition(" ")[2].replace(" [-h]", "").strip()
        summary = _plain(str(command.description))
        body = _body(_said_once(command.epilog or ""))
        texts[name] = f"{_usage(usage)}\n.PP\n{summary}\n.PP\n{body}"
        command.usage, command.description = "\x01", f"\x02{name}\x02"
    version, day = _release()
    page = Manpage(
        whole, _data={"version": version, "date": day, "manual_title": "User Commands"},
        format="single-commands-section",
    )  # fmt: skip
    page.description = "a board for what comes after the interview"
    page.add_section("synopsis", "=", "\n.br\n".join(map(_usage, help_texts.USAGE.splitlines())))
    for title, text in _sections():
        page.add_section(title, "=", text)
    return _put_in(str(page), texts)


def _said_once(epilog: str) -> str:
    """Without what has a heading of its own."""
    for own in (help_texts.FILTERS, help_texts.WHEN):
        epilog = epilog.replace(own, "")
    return epilog.strip("\n")


def _release() -> tuple[str, str]:
    """The version and the day of the newest release."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    day = re.search(r"^## \[.*\] – (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    return project["version"], day[1] if day else ""


def _sections() -> Iterable[tuple[str, str]]:
    files = [(path, what) for what, path in places(*_USUAL, *_MOVED)]
    yield "times", _body(help_texts.TIMES)
    yield "people", _body(PEOPLE)
    yield "filters", _body(help_texts.FILTERS)
    yield "what is heard", _body(WATCH)
    yield "templates of your own", _body(_TEMPLATES) + "\n" + _rows(HEADER.items())
    yield "json", _body(JSON_OPENING) + "\n" + _rows(JSON.items())
    yield "files", _rows(files)
    yield "environment", _rows(_ENVIRONMENT.items())
    yield "exit status", _rows(CODES.items())


_TEMPLATES = """\
A template is a text file in the folder of templates, named something.j2. It begins with a header, within
{# and #}; the text below is written in Jinja. `ringback help templates` lists the conditions and the words
that are known. The header has these fields, one a line, each with a colon behind it:"""


def _put_in(page: str, texts: Mapping[str, str]) -> str:
    """With the text of each command in its place, and without what the page says of itself twice."""
    page = re.sub(r"^.*\n+usage: \x01\n+", "", page, flags=re.MULTILINE)
    page = re.sub(r"\x02(.*?)\x02", lambda found: texts[found[1].replace("\\-", "-")], page)
    page = re.sub(r"^(arguments|options):\n\.RS 7\n", ".PP\n", page, flags=re.MULTILINE)
    page = re.sub(r"^\.RE\n+", "", page, flags=re.MULTILINE)
    # What stands alone in its line has nothing said of it: its name says it.
    page = re.sub(r"\.TP\n[^\n]+\n+(?=\.|$)", "", page)
    heading, _, rest = page.partition("\n")
    page = "\n".join((heading.replace("\\-", "-"), rest))  # its day is no words
    page = page.replace(".SH\nCOMMANDS", ".SH COMMANDS")
    # A blank line is a gap wherever it stands, and those before a heading or a paragraph are there already.
    page = re.sub(r"\n{2,}", "\n", page)
    return _narrow(re.sub(r"(?:\.PP\n)+(?=\.(?:PP|SH|SS|TP)|\n*$)", "", page))


def _narrow(page: str) -> str:
    """With lines that are easily read where the page itself is looked at; man fills them anew."""
    lines: list[str] = []
    kept = False
    for line in page.split("\n"):
        kept = line == ".nf" or (kept and line != ".fi")
        if kept or line.startswith(".") or lines[-1:] == [".TP"]:
            lines.append(line)
        else:
            lines += [
                _safe(one) for one in wrap(line, _WIDTH, break_long_words=False, break_on_hyphens=False)
            ]
    return "\n".join([*lines, ""])


def _usage(line: str) -> str:
    words = line.split()
    named = 2 if len(words) > 1 and words[1].isalpha() and words[1].islower() else 1
    return " ".join([f"\\fB{_plain(' '.join(words[:named]))}\\fR", _plain(" ".join(words[named:]))]).strip()


def _rows(pairs: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f".TP\n\\fB{_plain(name)}\\fR\n{_plain(words)}" for name, words in pairs)


def _body(text: str) -> str:
    """Text as the help has it: lines set in are kept as they are, or are a word and what it means."""
    said: list[str] = []
    block: list[str] = []

    def close() -> None:
        said.extend(_set_in(block))
        block.clear()

    for line in text.split("\n"):
        if line.startswith(" "):
            block.append(line)
            continue
        close()
        said.append(_plain(line) if line else ".PP")
    close()
    return "\n".join(said)


def _set_in(block: list[str]) -> list[str]:
    if not block:
        return []
    columns = [_COLUMNS.fullmatch(line) for line in block]
    if all(columns):
        return [*_rows((one[1], one[2]) for one in columns if one).split("\n"), ".PP"]
    return [".PP", ".nf", *(_plain(line) for line in block), ".fi", ".PP"]


def _plain(text: str) -> str:
    """As it stands, whatever man makes of such characters."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga").replace("^", "\\(ha")
    return _safe(escaped)


def _safe(line: str) -> str:
    return f"\\&{line}" if line.startswith((".", "'")) else line
