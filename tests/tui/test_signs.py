"""When the board is drawn in plain ASCII."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tui.signs import plain_ascii


@pytest.mark.parametrize(
    ("stream", "user", "plain"),
    [
        ("utf-8", "UTF-8", False),
        ("utf-8", "ANSI_X3.4-1968", True),
        ("latin-1", "UTF-8", True),
        ("iso8859-1", "ISO-8859-1", True),
    ],
)
def test_both_the_stream_and_the_locale_have_a_say(stream: str, user: str, plain: bool) -> None:
    assert plain_ascii(stream, user) == plain


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the locale is UTF-8 whatever is set")
def test_the_locale_c_is_ascii_although_python_writes_utf_8_there() -> None:
    code = "import locale, sys; print(sys.stderr.encoding, locale.getencoding())"
    ran = subprocess.run(
        [sys.executable, "-c", code], env={"LC_ALL": "C"}, capture_output=True, text=True, check=True
    )
    assert plain_ascii(*ran.stdout.split())
