"""msgspec without what it looks for by the way: that takes as long as an empty Python."""

from __future__ import annotations

import sys

_BY_THE_WAY = "typing_extensions"


def import_msgspec() -> None:
    """Import it so that it takes from `typing` what it else takes from `typing_extensions`, if there.

    Python has had all of that since 3.11. Others find `typing_extensions` as always.
    """
    if "msgspec" in sys.modules or _BY_THE_WAY in sys.modules:
        return
    sys.modules[_BY_THE_WAY] = None  # type: ignore[assignment]  # what Python means by "not there"
    try:
        import msgspec  # noqa: F401
    except ImportError:
        pass  # a version that cannot do without: it is imported in the usual way then
    finally:
        del sys.modules[_BY_THE_WAY]
