"""Work that goes on while the screen answers: Textual's workers, begun in one place."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from textual.dom import DOMNode
from textual.worker import Worker

T = TypeVar("T")


def begin(
    node: DOMNode, work: Callable[[], Coroutine[Any, Any, T]], *, group: str, exclusive: bool = False
) -> None:
    """Begin this without waiting for it; it ends with the node.

    `exclusive`: what is under way in the same group is called off first. Work is a function, since a
    coroutine that is called off before its turn would be lost with a warning in the middle of the screen.
    """

    async def run() -> T:
        return await work()

    _worker: Worker[T] = node.run_worker(run, group=group, exclusive=exclusive)
