"""How the work grows with what is given: a ratio of processor time, so that a slow machine says the same."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def growth(
    small: Callable[[], object], large: Callable[[], object], *, rounds: int = 3, least: float = 1e-4
) -> float:
    """How many times the processor time of `small` that `large` takes, each at its best of some rounds.

    `least`: seconds that `small` is taken to need at least.
    """
    small()  # what is imported and built once is nobody's share
    return _least(large, rounds) / max(_least(small, rounds), least)


def _least(work: Callable[[], object], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        gc.collect()
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)
