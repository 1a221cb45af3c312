"""What the forms of an English word have in common."""

from functools import lru_cache

_LONG = (
    "isations",
    "izations",
    "isation",
    "ization",
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ions",
    "ion",
)
_SHORT = ("ies", "ed", "es", "ers", "er", "ly", "s", "e", "y")


@lru_cache(maxsize=8192)
def stem(folded: str) -> str:
    """What the forms of an English word share: migrate, migrating, migration → migrat."""
    for ending in _LONG:
        if folded.endswith(ending) and len(folded) - len(ending) >= 4:
            return _short(folded[: -len(ending)] + ("at" if ending.startswith("ation") else ""))
    for ending in _SHORT:
        if folded.endswith(ending) and len(folded) - len(ending) >= 3:
            return _short(folded[: -len(ending)])
    return folded


def _short(base: str) -> str:
    if base.endswith(("is", "iz")) and len(base) > 5:
        base = base[:-2]
    if len(base) > 3 and base[-1] == base[-2]:
        base = base[:-1]
    return base[:-1] if base[-1] in "ey" and len(base) > 4 else base
