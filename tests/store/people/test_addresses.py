"""E-mail addresses: what may be stored, and what may be sent to."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given

from store.people.addresses import (
    BadAddress,
    is_public_provider,
    mixed_scripts,
    sendable_address,
    shown_address,
    typed_address,
)
from tests.hostile import hostile, quick


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" ada@globex.example ", "ada@globex.example"),
        ("ada+jobs@mail.globex.example", "ada+jobs@mail.globex.example"),
        ("o'neil@globex.test", "o'neil@globex.test"),
        ("ada@bücher.example", "ada@xn--bcher-kva.example"),
        ("ada@BÜCHER.example", "ada@xn--bcher-kva.example"),
        ("ada@straße.example", "ada@xn--strae-oqa.example"),
        ("ada@strasse.example", "ada@strasse.example"),
        ("ada@xn--bcher-kva.example", "ada@xn--bcher-kva.example"),
    ],
)
def test_addresses(text: str, expected: str) -> None:
    assert sendable_address(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "ada", "@", "ada@", "@globex.example", "ada@globex", "ada@.example", "ada@globex.",
        "a b@globex.example",
        "a..b@globex.example", "ä@globex.example", "ada@glo bex.example", "ada@globex.example (boss)",
        "ada(x)@globex.example", '"a b"@globex.example', "ada@[192.0.2.1]", "<ada@globex.example>",
        "ada@globex.example, eve@evil.example", "ada@globex.example;eve@evil.example", "ada@-x.example",
        "ada@globex.example\r\nBcc: eve@evil.example", "ada\x00@globex.example", f"{'a' * 65}@globex.example",
        f"ada@{'x' * 70}.example", f"ada@{'x.' * 130}example", "=?utf-8?q?a=0A?=@globex.example",
        "ada@\ud800.example", "ada@☕.example", "ada@\u0301a.example", "ada@xn--a.example",
        "ada@a\u200bb.example",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(BadAddress, match=r"^[^\r\n\x00]+ on the card\.$"):
        sendable_address(text)


@quick
@given(hostile, hostile)
def test_no_address_carries_anything_else(before: str, after: str) -> None:
    for text in (f"{before}@{after}", f"ada{before}@globex{after}.example"):
        try:
            found = sendable_address(text)
        except BadAddress:
            continue
        assert re.fullmatch(r"[^\s\x00-\x20\x7f-\U0010ffff<>,;:\"()\[\]\\@]+@[A-Za-z0-9.-]+", found)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        (" ada@globex.example ", "ada@globex.example"),
        ("ada@localhost", "ada@localhost"),
        ("Ada@bücher.example", "Ada@bücher.example"),
        (f"{'a' * 65}@globex.example", f"{'a' * 65}@globex.example"),
    ],
)
def test_what_may_be_stored_stays_as_it_was_typed(text: str, typed: str) -> None:
    assert typed_address(text) == typed


@pytest.mark.parametrize(
    "text",
    [
        "", "ada", "ada@", "@globex.example", "ada@.example", "ada@globex.", "a b@globex.example",
        "a..b@globex.example", "ä@globex.example", "ada@glo bex.example", "ada(x)@globex.example",
        "ada@[192.0.2.1]", "<ada@globex.example>", "ada@globex.example, eve@evil.example",
        "ada@globex\x01.example", f"ada@{'x.' * 130}example",
    ],
)  # fmt: skip
def test_what_may_not_be_stored(text: str) -> None:
    with pytest.raises(BadAddress, match=r"one looks like ada@globex\.example"):
        typed_address(text)


@quick
@given(hostile, hostile)
def test_what_may_be_sent_to_may_be_stored(before: str, after: str) -> None:
    text = f"ada{before}@globex{after}.example"
    try:
        sendable_address(text)
    except BadAddress:
        return
    assert typed_address(text) == text.strip()


@pytest.mark.parametrize("sign", ["(", "[", '"', "<", "\\", ".", "@", "a.", "ü"])
def test_lengths_come_before_anything_else(sign: str) -> None:
    begun = time.process_time()
    for text in (sign * 1500, f"{sign * 1500}@globex.example", f"ada@{sign * 1500}.example", sign * 10**6):
        for read in (typed_address, sendable_address):
            with pytest.raises(BadAddress):
                read(text)
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    ("domain", "public"), [("gmx.net", True), ("web.de", True), ("globex.example", False)]
)
def test_where_anybody_can_have_an_address(domain: str, public: bool) -> None:
    assert is_public_provider(domain) is public


@pytest.mark.parametrize(
    ("text", "scripts", "shown"),
    [
        ("eve@p\u0430ypal.example", "Latin and Cyrillic", "eve@xn--pypal-4ve.example"),
        ("eve@xn--pypal-4ve.example", "Latin and Cyrillic", "eve@xn--pypal-4ve.example"),
        ("eve@mail.gl\u03bfbex.example", "Latin and Greek", "eve@mail.xn--glbex-sce.example"),
        ("eve@p\u0430ypal☕.example", "Latin and Cyrillic", "eve@xn--pypal-4ve7581d.example"),
        ("ada@пример.example", None, "ada@пример.example"),
        ("ada@bücher.example", None, "ada@bücher.example"),
        ("ada@日本ーカタかな.example", None, "ada@日本ーカタかな.example"),
        ("ada@globex.example", None, "ada@globex.example"),
        ("no address", None, "no address"),
    ],
)
def test_letters_of_two_scripts_in_one_name_are_found(text: str, scripts: str | None, shown: str) -> None:
    assert (mixed_scripts(text), shown_address(text)) == (scripts, shown)
