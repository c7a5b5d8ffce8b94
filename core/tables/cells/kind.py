"""What kind of value a cell holds.

>>> [kind(cell) for cell in ("1.5", "1 234", "12 %", "31.3.2020", "9:30", "NA", "oak")]
['number', 'number', 'number', 'date', 'clock', None, None]
"""

from functools import lru_cache
from typing import Literal, TypeAlias

from core.tables.cells.date_shapes import date_kind
from core.tables.cells.number import is_number
from core.tables.cells.numerals import dressed

Kind: TypeAlias = Literal["number", "date", "clock"] | None

VALUES: tuple[Kind, ...] = ("number", "date", "clock")


@lru_cache(maxsize=1 << 14)
def kind(cell: str) -> Kind:
    """Return whether the cell is a number, in any writing, a date, a time, or none of them."""
    if not any(sign.isdigit() for sign in cell):
        return None
    if is_number(cell) or dressed(cell):
        return "number"
    return date_kind(cell)
