"""What becomes of a form's answer: who carries it out, and what is to be asked before that."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Generic, NamedTuple, TypeVar

from textual.screen import ModalScreen

R = TypeVar("R")
Save = Callable[[R], "str | Awaitable[str | None] | None"]
"""Carries an answer out; gives a sentence where that failed, and the form stays open as it is."""


class Asked(NamedTuple, Generic[R]):
    """A question to be answered before an answer is carried out, and what its answer makes of that one."""

    question: ModalScreen[Any]
    answered: Callable[[Any], R | None]
    """None: the form stays open as it is."""


Ask = Callable[[R], "Asked[R] | None"]
