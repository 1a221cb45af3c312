"""Text on its way out of the program: what could end a header or start another is taken out of it. Pure."""

from store.patterns import pattern

_ENDS_A_LINE = pattern("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_BREAK = pattern("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = pattern("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_HALF = pattern("[\ud800-\udfff]")


def one_line(text: str) -> str:
    """The text as a header or a name can carry it: control characters and line ends become one space.

    `=?` opens an encoded word, in which Python's email package would decode a line end: it is broken up.
    """
    return " ".join(_ENDS_A_LINE.sub(" ", _HALF.sub("\ufffd", text)).split()).replace("=?", "= ?")


def plain_lines(text: str) -> str:
    """The text as a message can carry it: lines end in LF, and tab is the only control character left."""
    return _CONTROL.sub("", _BREAK.sub("\n", _HALF.sub("\ufffd", text)))
