"""The installed ringback: its packages lie in this folder, so that they meet no others of their names.

In a checkout, and in an editable installation of one, they lie elsewhere and are found without this.
"""

from __future__ import annotations

import os.path
import sys

TYPE_CHECKING = False  # typing itself costs a quarter of an empty Python
if TYPE_CHECKING:
    from typing import NoReturn

_HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - pathlib costs every command


def make_importable() -> None:
    """Let this process import ringback's `store` and `templates`: they win over others of their names."""
    if os.path.isdir(os.path.join(_HERE, "tui")) and _HERE not in sys.path:  # noqa: PTH112, PTH118
        sys.path.insert(0, _HERE)


def start() -> NoReturn:
    """Run the command line."""
    make_importable()
    from tui.start import start as run

    run()
