"""How the numbers of a column are written: decimal mark, thousands separators, currency, percent.

>>> Numerals(",", thousands=".").value("1.234.567,5")
1234567.5
>>> Numerals(before="$", thousands=",").value("-$1,234")
-1234.0
>>> Numerals(after="%").value("12.5 %")
12.5
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from core.tables.cells.number import is_missing, is_number, may_be_thousands, number

# in a class of characters: who writes one of them writes the others too
_SEPARATORS = {",": ",", ".": ".", " ": " \u00a0\u2009\u202f", "'": "'’"}
_DECIMALS = {",": ".", ".": ",", " ": ".,", "'": ".,"}
_STRICT = {
    separator: re.compile(
        rf"[+-]?[1-9][0-9]{{0,2}}(?:[{those}][0-9]{{3}})+(?:[{_DECIMALS[separator]}][0-9]*)?"
    )
    for separator, those in _SEPARATORS.items()
}
_SIGN = r"US\$|[$€£¥₹₽₩₺₪฿]|USD|EUR|GBP|CHF|JPY|CNY|INR|SEK|NOK|DKK|PLN|CZK|Fr\.|kr\.?|zł|%|‰"
_SPACES_TOO = r"[0-9.,](?:[0-9.,'’ \u00a0\u2009\u202f]*[0-9.,])?"
_DRESSED = re.compile(
    rf"(?P<minus>[+-]?)\s*(?P<before>{_SIGN})?\s*"
    rf"(?P<core>[+-]?{_SPACES_TOO}(?:[eE][+-]?[0-9]+)?)\s*(?P<after>{_SIGN})?"
)
_FIRST_GROUPS_BY_COMMAS = ("$", "US$", "£", "¥", "₹")
_ENOUGH = 5


class Dressed(NamedTuple):
    """A number as it stands in a cell, and the sign of currency or percent beside it."""

    core: str
    before: str
    after: str


@dataclass(frozen=True)
class Numerals:
    """How the numbers of a column are written; ``thousands`` is "" or one of , . ' and space."""

    decimal: str = "."
    thousands: str = ""
    before: str = ""
    after: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing but digits, a decimal mark and an exponent."""
        return not (self.thousands or self.before or self.after)

    @property
    def unit(self) -> str:
        """The sign that stands beside every number: a unit, where the column names none."""
        return self.before or self.after

    def value(self, cell: str) -> float:
        """Return the value of a cell, NaN where it is missing; ValueError: what was expected."""
        if self.is_plain or is_missing(cell):
            return number(cell, self.decimal)
        core = self._undressed(cell)
        if self.groups(core) and not _STRICT[self.thousands].fullmatch(core):
            raise ValueError("expected three digits after each separator of thousands")
        return number(self.without_thousands(core), self.decimal)

    def groups(self, core: str) -> bool:
        """Whether there are separators of thousands in a number."""
        return bool(self.thousands) and any(sign in core for sign in _SEPARATORS[self.thousands])

    def without_thousands(self, core: str) -> str:
        """Return a number without separators of thousands."""
        return re.sub(f"[{_SEPARATORS[self.thousands]}]", "", core) if self.thousands else core

    def _undressed(self, cell: str) -> str:
        found = dressed(cell)
        if found is None:
            raise ValueError("expected a number")
        if (found.before, found.after) != (self.before, self.after):
            beside = self.unit or "nothing"
            raise ValueError(f"expected a number with {beside} beside it, as in the other rows")
        return found.core


def dressed(cell: str) -> Dressed | None:
    """Return the number of a cell and what stands beside it; None where there is none."""
    found = _DRESSED.fullmatch(cell.replace("−", "-"))
    if not found or (found["before"] and found["after"]):
        return None
    core = found["minus"] + found["core"]
    if not (is_number(core) or is_grouped(core)):
        return None
    return Dressed(core, found["before"] or "", found["after"] or "")


def is_grouped(core: str) -> bool:
    """Whether a number may be written with separators of thousands."""
    return any(pattern.fullmatch(core) for pattern in _STRICT.values())


def common_signs(cells: Sequence[Dressed]) -> tuple[str, str]:
    """Return the signs before and after the numbers, if they are the same everywhere."""
    signs = {(cell.before, cell.after) for cell in cells}
    return signs.pop() if len(signs) == 1 else ("", "")


def thousands_separator(cells: Sequence[Dressed], *, among_semicolons: bool) -> str:
    """Return what separates thousands in a column; "" where nothing does or it is not certain.

    It is certain with two separators in a number, with a decimal mark behind one, with a space or
    an apostrophe, and where money is written so that a comma can be nothing else. And where
    whole numbers below a thousand stand beside numbers all of which have three digits after the
    comma: decimals would be fewer or more in some of them. The last does not hold where semicolons
    separate columns, since there the comma is the decimal mark.
    """
    for separator, those in _SEPARATORS.items():
        cores = [cell.core for cell in cells]
        with_it = [core for core in cores if any(sign in core for sign in those)]
        if with_it and all(map(_STRICT[separator].fullmatch, with_it)):
            if any(_is_certain(core, those) for core in with_it) or separator in " '":
                return separator
            if _is_money_in_thousands(separator, cells):
                return separator
            if not among_semicolons and _stand_beside_whole(separator, cores):
                return separator
    return ""


def _is_certain(core: str, separators: str) -> bool:
    count = Counter(core)
    return sum(count[sign] for sign in separators) > 1 or not may_be_thousands(core)


def _is_money_in_thousands(separator: str, cells: Sequence[Dressed]) -> bool:
    """Whether ``$1,234`` or ``1.234 €``: each is written so for thousands, and only for them."""
    before, after = common_signs(cells)
    if separator == ",":
        return before in _FIRST_GROUPS_BY_COMMAS
    return separator == "." and bool(after) and after not in "%‰"


def _stand_beside_whole(separator: str, cores: Sequence[str]) -> bool:
    grouped = [core for core in cores if separator in core]
    whole = [core for core in cores if core.lstrip("+-").isdecimal()]
    return (
        separator == ","
        and len(grouped) >= _ENOUGH
        and bool(whole)
        and (
            len(whole) + len(grouped) == len(cores)
            and all(len(core.lstrip("+-")) <= 3 for core in whole)
        )
    )
