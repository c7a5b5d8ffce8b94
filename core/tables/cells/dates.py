"""Dates and times of the clock as they are written in a column, and the seconds that they are.

>>> march = date_writing(["31.3.2020", "1.4.2020"])
>>> (march.seconds("1.4.2020") - march.seconds("31.3.2020")) / 86400
1.0
>>> clock = date_writing(["9:30", "10:15"])
>>> clock.seconds("10:15") / 60
615.0
"""

import datetime
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from core.tables.cells.date_shapes import MONTHS, parts_of, shape_of
from core.tables.cells.number import is_missing, is_number

# 2020-01-31, and after it 10:30, 10:30:59, with thousandths, with millionths of a second
_ISO_LENGTHS = (10, 16, 19, 23, 26)
_DAY_SECONDS = 86400.0
_EPOCH = datetime.date(1970, 1, 1).toordinal()
# as in POSIX: 69 to 99 are years before 2000
_FIRST_OF_TWO_DIGITS = 69


@dataclass(frozen=True)
class DateWriting:
    """How the dates or times of a column are written.

    ``day_first`` tells 3/4 in April from 3/4 in March, ``has_zone`` says that each time names its
    zone, and ``example`` is one of the cells.
    """

    shape: str
    day_first: bool
    has_zone: bool
    example: str

    @property
    def is_clock(self) -> bool:
        """Whether these are times of a day, or durations, without a date."""
        return self.shape == "clock"

    def seconds(self, cell: str) -> float:
        """Return seconds since 1970 (in its zone, or else in UTC), or since 0:00 of a clock.

        NaN where the cell is missing. ValueError says what was expected.
        """
        if is_missing(cell):
            return math.nan
        parts = parts_of(cell, self.shape)
        if parts is None or bool(parts.get("zone")) != self.has_zone:
            what = "a time" if self.is_clock else "a date"
            raise ValueError(f"expected {what} written like {self.example!r}")
        return _time(parts) if self.is_clock else _midnight(parts, self.day_first) + _time(parts)

    value = seconds

    def quickly(self, cells: Sequence[str]) -> NDArray[np.float64] | None:
        """Return the seconds of many cells, or None where one of them needs a closer look."""
        if self.shape != "year first" or self.has_zone or not all(map(_is_iso, cells)):
            return None
        try:
            moments = np.array(cells, dtype="datetime64[us]")
        except ValueError:
            return None
        return moments.astype(np.int64) / 1e6

    @property
    def note(self) -> str | None:
        """What the example is read as, where someone might read it in another way."""
        parts = parts_of(self.example, self.shape) or {}
        if self.is_clock and "second" not in parts:
            return f"{self.example} is read as hours and minutes"
        seldom = parts.get("mark") == "." and len(parts["year"]) == 4
        if self.is_clock or (self.shape == "year last" and seldom) or parts.get("day"):
            return None
        day = int(_midnight(parts, self.day_first) // _DAY_SECONDS)
        return f"{self.example} is read as {datetime.date.fromordinal(day + _EPOCH)}"


def date_writing(cells: Sequence[str]) -> DateWriting:
    """Return how most of the cells are written, none of which is missing.

    ValueError when it cannot be told whether 3/4 is in March or in April.
    """
    dates = [cell for cell in cells if not is_number(cell) and shape_of(cell)]
    shapes = [shape_of(cell) for cell in dates]
    shape = max(shapes, key=shapes.count)
    alike = [cell for cell, its in zip(dates, shapes, strict=True) if its == shape]
    if shape is None:
        raise ValueError("expected a date")
    found = [parts for cell in alike if (parts := parts_of(cell, shape))]
    zones = sum(bool(parts.get("zone")) for parts in found)
    day_first = shape == "year last" and _is_day_first(alike[0], found)
    return DateWriting(shape, day_first, 2 * zones > len(found), alike[0])


def _is_day_first(example: str, dates: Iterable[dict[str, str]]) -> bool:
    """Tell by a number above 12; a point between them says that the day stands first."""
    pairs = [(int(date["first"]), int(date["next"]), date["mark"]) for date in dates]
    if all(mark == "." for _, _, mark in pairs):
        return True
    day_first = any(first > 12 for first, _, _ in pairs)
    month_first = any(following > 12 for _, following, _ in pairs)
    if day_first == month_first:
        first, following, _ = pairs[0]
        both = f"day {first} of month {following} or day {following} of month {first}"
        raise ValueError(
            f"{example!r} may be {both}: expected dates such as 2020-03-31, or one that can be "
            "read in one way only"
        )
    return day_first


def _is_iso(cell: str) -> bool:
    """Whether NumPy reads the cell as `seconds` does, or not at all: it knows "now" as well."""
    is_shaped = len(cell) in _ISO_LENGTHS and cell[4:8:3] == "--" and cell.isascii()
    return is_shaped and cell[:4].isdigit() and cell[:4] != "0000"


def _midnight(parts: dict[str, str], day_first: bool) -> float:
    year = int(parts["year"])
    if len(parts["year"]) == 2:
        year += 1900 if year >= _FIRST_OF_TWO_DIGITS else 2000
    if "first" in parts:
        pair = int(parts["first"]), int(parts["next"])
        day, month = pair if day_first else pair[::-1]
    else:
        day, month = int(parts.get("day", 1)), _month(parts)
    return _day(year, month, day)


def _month(parts: dict[str, str]) -> int:
    if "quarter" in parts:
        return 3 * int(parts["quarter"]) - 2
    return MONTHS[parts["word"].lower()] if "word" in parts else int(parts["month"])


@cache
def _day(year: int, month: int, day: int) -> float:
    try:
        return _DAY_SECONDS * (datetime.date(year, month, day).toordinal() - _EPOCH)
    except ValueError:
        raise ValueError(f"there is no day {day} in month {month} of {year}") from None


def _time(parts: dict[str, str]) -> float:
    hour, minute = int(parts.get("hour", 0)), int(parts.get("minute", 0))
    second = float(parts.get("second", "0").replace(",", "."))
    if half := parts.get("half", "").lower():
        if not 1 <= hour <= 12:
            raise ValueError("expected an hour from 1 to 12 before am and pm")
        hour = hour % 12 + 12 * half.startswith("p")
    if "year" in parts and (hour > 24 or minute > 59 or second >= 61):
        raise ValueError("expected a time of the day")
    seconds = 3600 * hour + 60 * minute + second
    return (-seconds if parts.get("minus") else seconds) - _offset(parts.get("zone", "Z"))


def _offset(zone: str) -> float:
    """Return the seconds by which the clocks of a zone are ahead."""
    if zone in ("Z", "UTC", "GMT"):
        return 0.0
    hours, minutes = int(zone[1:3]), int(zone[3:].strip(":") or 0)
    return (-1 if zone[0] == "-" else 1) * (3600.0 * hours + 60 * minutes)
