"""What a line of the screen is put together from."""

from __future__ import annotations

Piece = tuple[str, str]
"""Some text, and the tone it is said in: plain, strong, dim, current, warn, key."""
