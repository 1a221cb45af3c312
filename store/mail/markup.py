"""The words of HTML. No browser: what a mail says in tags, scripts and styles is gone, its links stay.

What stands in a quotation gets the `>` before its lines that it has in a plain mail.
"""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})\b([^<>]{0,4000})>|<[!?/]?[a-zA-Z!?][^<>]{0,4000}>|<!--")
_HREF = re.compile(r"""(?i)\bhref\s{0,9}=\s{0,9}["']?(https?://[^"'<>\s]{1,2000})""")
_UNSEEN = frozenset(("script", "style", "head", "title", "template"))
_BREAKING = frozenset(("br", "p", "div", "li", "tr", "hr", "table", "ul", "ol", "blockquote")) | {
    f"h{size}" for size in range(1, 7)
}


def without_markup(marked: str, *, broken: bool = False) -> str:
    """The text of HTML, with a line for each that it has, and links before their words.

    `broken`: it breaks its lines by itself as well, as calendars mix both.
    """
    words: list[str] = []
    place, unseen, quoted = 0, "", 0
    while (tag := _TAG.search(marked, place)) is not None:
        if not unseen:
            words.append(_flat(marked[place : tag.start()], broken))
        place = tag.end()
        name = (tag[2] or "").lower()
        if tag.group() == "<!--":
            end = marked.find("-->", place)
            place = len(marked) if end < 0 else end + 3
        elif unseen:
            unseen = "" if tag[1] and name == unseen else unseen
        elif name in _UNSEEN and not tag[1]:
            unseen = name
        elif name in _BREAKING:
            if name == "blockquote":
                quoted = max(0, quoted + (-1 if tag[1] else 1))
            words.append("\n> " if quoted else "\n")
        elif name == "a" and (link := _HREF.search(tag[3])):
            words.append(f" {html.unescape(link[1])} ")
    if not unseen:
        words.append(_flat(marked[place:], broken))
    lines = (" ".join(line.split()) for line in "".join(words).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _flat(text: str, broken: bool) -> str:
    return html.unescape(text if broken else re.sub(r"\s+", " ", text))
