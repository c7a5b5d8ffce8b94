"""One cell of a text table: a number, a missing value, or neither.

>>> number("1.5e3", "."), number("1,5", ","), number("n/a", ".")
(1500.0, 1.5, nan)
"""

import math
import re

MISSING = (
    *("", "na", "n/a", "#n/a", "nan", "+nan", "-nan", "null", "none", "-", "–", "—", "?", "."),
    # what a spreadsheet could not compute
    *("#div/0!", "#value!", "#ref!", "#name?", "#num!", "#null!"),
    # what was too wide for its column, or is kept secret
    *("*", "**", "***", "****", "*****", "******", "*******", "********"),
)

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE][+-]?[0-9]+)?")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:([ ,.'’\u00a0\u202f])[0-9]{3})+(?:[.,][0-9]*)?")
_MAYBE_GROUPED = re.compile(r"[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}")


def is_missing(cell: str) -> bool:
    """Whether the cell is empty or says that there is no value."""
    return cell.lower() in MISSING


def is_number(cell: str) -> bool:
    """Whether the cell is a number, written with a decimal point or a decimal comma."""
    return _NUMBER.fullmatch(cell.replace("−", "-")) is not None


def may_be_thousands(cell: str) -> bool:
    """Whether the mark of ``1,234`` may separate thousands just as well as decimals."""
    return _MAYBE_GROUPED.fullmatch(cell) is not None


def number(cell: str, decimal: str) -> float:
    """Return the value of a cell, NaN where it is missing; ValueError says what was expected."""
    if is_missing(cell):
        return math.nan
    wrong = "," if decimal == "." else "."
    if not is_number(cell) or wrong in cell:
        raise ValueError(_complaint(cell, decimal))
    value = float(cell.replace("−", "-").replace(",", "."))
    if math.isinf(value):
        raise ValueError("expected a number below 1.8e308")
    return value


def _complaint(cell: str, decimal: str) -> str:
    mark = {".": "point", ",": "comma"}[decimal]
    if _GROUPED.fullmatch(cell):
        return f"expected a number with a decimal {mark} and without thousands separators"
    if is_number(cell):
        return f"expected a decimal {mark}, as at the start of the file"
    return "expected a number"
