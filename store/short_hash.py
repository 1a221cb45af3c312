"""A few characters that stand for a content."""

from __future__ import annotations

_LONG = 2**16
"""Bytes from which on OpenSSL is worth being loaded."""


def short_hash(content: bytes, length: int) -> str:
    """The first `length` hexadecimal digits, of 64, of its SHA-256."""
    # Imported on use: a status bar must not wait for it. Python's own is there at once, as for `random`.
    if len(content) < _LONG:
        try:
            from _sha2 import sha256  # type: ignore[import-not-found, unused-ignore]  # from 3.12 on
        except ImportError:
            try:
                from _sha256 import sha256  # type: ignore[import-not-found, unused-ignore, no-redef]
            except ImportError:
                from hashlib import sha256
    else:
        from hashlib import sha256
    digest: str = sha256(content).hexdigest()
    return digest[:length]
