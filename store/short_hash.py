"""A few characters that stand for a content."""

from __future__ import annotations


def short_hash(content: bytes, length: int) -> str:
    """The first `length` hexadecimal digits, of 64, of its SHA-256."""
    # Imported on use: a status bar must not wait for it.
    import hashlib

    return hashlib.sha256(content).hexdigest()[:length]
