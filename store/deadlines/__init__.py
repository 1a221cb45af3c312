"""What is due as calendar entries, for whatever calendar the user looks at. Pure.

`deadlines_of` tells what there is, and `Discretion` how much of it is told; `as_event` makes one entry, and
`write_calendar` one file of many.
"""

from store.deadlines.discretion import OPEN, Discretion
from store.deadlines.entries import Deadline, deadlines_of
from store.deadlines.writing import PRODUCT, as_event, write_calendar

__all__ = ["OPEN", "PRODUCT", "Deadline", "Discretion", "as_event", "deadlines_of", "write_calendar"]
