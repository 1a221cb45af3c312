"""Ids that nothing has yet."""

from __future__ import annotations

import os


def new_id(prefix: str) -> str:
    """A fresh id that no other instance will make."""
    # As good as `secrets`, whose import costs every command its time.
    return f"{prefix}{os.urandom(4).hex()}"
