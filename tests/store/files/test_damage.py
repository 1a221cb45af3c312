"""Files that hold no board, and what is said of them."""

from __future__ import annotations

import codecs
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.files.damage import check_text, duplicate_key, strip_bom

TEXT = '{"company": "Société", "n": [1, 2.5e-3, true, null]}'

WRONG = [
    (b"", "is empty (0 bytes)"),
    (codecs.BOM_UTF8, "is empty (0 bytes)"),
    (b" \n\n", "is blank"),
    (b"\0" * 4096, "holds nothing but 4096 NUL bytes"),
    (TEXT.encode() + b"\0" * 100, "holds NUL bytes from byte 54 on"),
    (TEXT.encode()[:20] + b"\0" * 100, "holds NUL bytes from byte 20 on"),
    (TEXT.encode("utf-16"), "is in UTF-16; save it as UTF-8"),
    (TEXT.encode("utf-16-le"), "is in UTF-16"),
    (TEXT.encode("utf-16-be"), "is in UTF-16"),
    (TEXT.encode("utf-32"), "is in UTF-32"),
    (TEXT.encode("utf-32-be"), "is in UTF-32"),
    (TEXT.encode("latin-1"), "is not in UTF-8 (byte 17 is 0xe9) but perhaps in Latin-1"),
    ('{"quote": "it’s"}'.encode("cp1252"), "is not in UTF-8 (byte 13 is 0x92) but perhaps in Windows-1252"),
    (
        b'{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> theirs\n}',
        "conflict markers of a Git merge (line 2)",
    ),
    (b'{\r\n"a": 1\r\n=======\r\n', "conflict markers of a Git merge (line 3)"),
    (b"[]", "has the wrong shape: a list where an object is expected"),
    (b"null", "has the wrong shape: null where"),
    (b"42", "has the wrong shape: a number where"),
    (b'"x"', "has the wrong shape: a text where"),
    (b"true", "has the wrong shape: true or false where"),
    (b'{"a": 1}\n{"a": 2}', "goes on after its end (line 2, column 1)"),
    (b'{"a" 1}', "is not JSON (expecting ':' delimiter: line 1, column 6)"),
    (b'{"a": "line\nbreak"}', "is not JSON"),
    (b'{"a": "\\q"}', "is not JSON"),
    (b'{"a": "\\uzzzz"}', "is not JSON"),
    (b'{"a": NaN}', "holds NaN"),
    (b'{"a": ' + b"1" * 5000 + b"}", "too long to be read"),
    (b"PK\x03\x04\xff\xfe", "is not in UTF-8"),
]


@pytest.mark.parametrize(("data", "said"), WRONG)
def test_each_accident_has_its_words(data: bytes, said: str) -> None:
    problem = check_text(data)
    assert problem
    assert said in problem


@pytest.mark.parametrize(
    "data", [b"{}", TEXT.encode(), codecs.BOM_UTF8 + TEXT.encode(), b' {"a": "<<<<<<< not a mark"}\n']
)
def test_nothing_is_said_of_a_good_file(data: bytes) -> None:
    assert check_text(data) is None


def test_the_mark_before_utf8() -> None:
    assert strip_bom(codecs.BOM_UTF8 + b"{}") == b"{}"
    assert strip_bom(b"{}") == b"{}"


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'[{"a":'])
@pytest.mark.parametrize("closed", [False, True])
def test_deep_nesting_is_noticed_at_once(opening: bytes, closed: bool) -> None:
    closing = opening.translate(bytes.maketrans(b"[{", b"]}"), delete=b'"a:')[::-1]
    data = opening * 100_000 + (b"1" + closing * 100_000) * closed
    began = time.process_time()
    problem = check_text(data)
    assert problem
    assert "nested too deep" in problem
    assert duplicate_key(data) is None
    assert time.process_time() - began < 1


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
OBJECTS = st.dictionaries(st.text(), VALUES, max_size=4)


@given(OBJECTS, st.booleans(), st.data())
def test_a_file_cut_anywhere_is_cut_short(
    whole: dict[str, object], ascii_only: bool, draw: st.DataObject
) -> None:
    data = json.dumps(whole, ensure_ascii=ascii_only, indent=1).encode("utf-8", "replace")
    assert check_text(data) is None
    assert duplicate_key(data) is None
    cut = draw.draw(st.integers(1, len(data) - 1))
    problem = check_text(data[:cut])
    assert problem
    assert problem.startswith("is cut short"), data[:cut]


@given(st.binary(max_size=60))
def test_whatever_the_bytes_there_is_an_answer(data: bytes) -> None:
    problem = check_text(data)
    duplicate_key(data)
    assert problem is None or not any(ord(letter) < 0x20 for letter in problem)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('{"a": 1, "a": 2}', "a"),
        ('{"a": 1, "b": 2}', None),
        ('{"a": {"b": [0, {"c": 1, "c": 1}]}}', "a.b[1].c"),
        ('{"interviews": [{"id": 1}, {"x": 0, "id": 1, "id": 2}]}', "interviews[1].id"),
        ('{"a": {"b": 1, "b": 2}, "a": 3}', "a"),
        ('{"a": {"b": 1, "b": 2}, "c": {"d": 1, "d": 2}}', "a.b"),
        ('[[], [{"a": 1, "\\u0061": 2}]]', "[1][0].a"),
        ("not JSON", None),
    ],
)
def test_a_key_given_twice(text: str, path: str | None) -> None:
    assert duplicate_key(text.encode()) == path
    assert duplicate_key(codecs.BOM_UTF8 + text.encode()) == path
