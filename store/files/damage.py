"""What is wrong with a file that should hold one JSON object, so that the accident is recognised."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Any, NoReturn

from store.patterns import pattern

if TYPE_CHECKING:
    import json


UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
LITERALS = ("true", "false", "null", "NaN", "Infinity", "-Infinity")
CONFLICT = re.compile(rb"^(<{7}|={7}|>{7})(?: |\r?$)", re.MULTILINE)
ESCAPED_HALF = re.compile(rb"\\u[dD][89a-fA-F]")
HALF_NUMBER = pattern(r"-|\.|[eE][+-]?")
HALF_ESCAPE = pattern(r"[\\u]*[0-9a-fA-F]{0,4}")


def strip_bom(data: bytes) -> bytes:
    """The same without the mark some editors put before UTF-8 text."""
    return data.removeprefix(codecs.BOM_UTF8)


def check_text(data: bytes) -> str | None:
    """What keeps `data` from being one JSON object, to follow "the file …"; None if it is one.

    Only the outermost shape is looked at. Takes well under a second for whatever it is given.
    """
    # Imported on use, here and below: a file that is as it should be is read without it.
    import json

    data = strip_bom(data)
    try:
        whole = json.loads(data.decode(), parse_constant=_refuse_constant)
        return _wrong_shape(whole) or _half_character(data, whole)
    except UnicodeDecodeError as error:
        return _wrong_bytes(data) or _wrong_encoding(data, error)
    except json.JSONDecodeError as error:
        return _wrong_bytes(data) or _wrong_json(error)
    except RecursionError:
        return "has brackets nested too deep to be a board"
    except ValueError:
        return "holds NaN, Infinity or a number too long to be read"


def duplicate_key(data: bytes) -> str | None:
    """The path of a key given twice in one object, such as `interviews[3].id`; None if there is none.

    A parser would silently keep the last of the two. None also for what is not JSON at all.
    """
    import json

    met: list[_Duplicate] = []

    def unite(pairs: list[tuple[str, Any]]) -> Any:
        united = dict(pairs)
        if len(united) == len(pairs):
            return united
        met.append(_Duplicate(pairs))
        return met[-1]

    try:
        whole = json.loads(strip_bom(data).decode(), object_pairs_hook=unite)
    except (ValueError, RecursionError):
        return None
    return _path_to_duplicate(whole) if met else None


class _Duplicate:
    """Stands in a parsed tree for the object that has a key twice."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        seen: set[str] = set()
        for self.key, _ in pairs:
            if self.key in seen:
                break
            seen.add(self.key)


def _path_to_duplicate(whole: Any) -> str | None:
    # With a stack of its own: the tree may be nearly as deep as Python allows calls to be.
    open_ends: list[tuple[str, Any]] = [("", whole)]
    while open_ends:
        path, node = open_ends.pop()
        if isinstance(node, _Duplicate):
            return f"{path}.{node.key}".removeprefix(".")
        if isinstance(node, dict):
            open_ends += reversed([(f"{path}.{name}", inner) for name, inner in node.items()])
        elif isinstance(node, list):
            open_ends += reversed([(f"{path}[{place}]", inner) for place, inner in enumerate(node)])
    return None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _wrong_shape(whole: object) -> str | None:
    if isinstance(whole, dict):
        return None
    kinds = {list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return f"has the wrong shape: {kinds.get(type(whole), 'a number')} where an object is expected"


def _half_character(data: bytes, whole: object) -> str | None:
    """Python takes half of a pair of `\\u` escapes for a character; nothing that is saved can hold it."""
    if ESCAPED_HALF.search(data) is None:
        return None
    import json

    try:
        json.dumps(whole, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return "holds half of a character (a lone surrogate)"
    return None


def _wrong_bytes(data: bytes) -> str | None:
    """Accidents to be seen in the bytes themselves, whatever a parser makes of them."""
    if not data:
        return "is empty (0 bytes)"
    if not data.strip(b"\0"):
        return f"holds nothing but {len(data)} NUL bytes, as after a crash"
    if encoding := _wide_encoding(data):
        return f"is in {encoding}; save it as UTF-8"
    if (nul := data.find(b"\0")) >= 0:
        return f"holds NUL bytes from byte {nul} on, as after a crash"
    if not data.strip():
        return "is blank"
    if mark := CONFLICT.search(data):
        line = data.count(b"\n", 0, mark.start()) + 1
        return f"holds the conflict markers of a Git merge (line {line})"
    return None


def _wide_encoding(data: bytes) -> str | None:
    if data.startswith(UTF_32):
        return "UTF-32"
    if data.startswith(UTF_16):
        return "UTF-16"
    import json

    guess = json.detect_encoding(data)
    if not guess.startswith(("utf-16", "utf-32")):
        return None
    try:
        text = data[:64].decode(guess, errors="ignore")
    except UnicodeError:
        return None
    return guess[:6].upper() if "".join(text.split()).isprintable() else None


def _wrong_encoding(data: bytes, error: UnicodeDecodeError) -> str:
    if error.reason == "unexpected end of data":
        return "is cut short in the middle of a character"
    others = data.translate(None, delete=bytes(range(0x80)))
    guess = "Windows-1252" if any(byte < 0xA0 for byte in others) else "Latin-1"
    place = f"byte {error.start} is 0x{data[error.start]:02x}"
    return f"is not in UTF-8 ({place}) but perhaps in {guess}; save it as UTF-8"


def _wrong_json(error: json.JSONDecodeError) -> str:
    rest = error.doc[error.pos :].strip()
    if _ends_too_early(error, rest):
        return f"is cut short (it ends in line {error.doc.count(chr(10)) + 1})"
    place = f"line {error.lineno}, column {error.colno}"
    if error.msg.startswith("Extra data"):
        return f"goes on after its end ({place})"
    return f"is not JSON ({error.msg[0].lower()}{error.msg[1:]}: {place})"


def _ends_too_early(error: json.JSONDecodeError, rest: str) -> bool:
    if not rest or error.msg.startswith("Unterminated string"):
        return True
    if "escape" in error.msg:
        return HALF_ESCAPE.fullmatch(rest) is not None
    return HALF_NUMBER.fullmatch(rest) is not None or any(word.startswith(rest) for word in LITERALS)
