"""The shapes in which dates and times of the clock are written, and the parts that they have.

>>> shape_of("31. März 2020"), parts_of("9:30", "clock")
('in words', {'hour': '9', 'minute': '30'})
"""

import re
from functools import cache
from typing import Literal

_TIME = (
    r"(?:(?:T|,?\s+(?:at |um )?)(?P<hour>\d{1,2}):(?P<minute>\d{2})"
    r"(?::(?P<second>\d{2}(?:[.,]\d+)?))?\s*(?P<half>[AaPp]\.?[Mm]\.?)?(?: Uhr)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?)?"
)
_DAY = r"(?P<day>\d{1,2})(?:\.|st|nd|rd|th)?"
_WEEKDAY = r"(?:[A-Za-z]{2,10}\.?,?\s+)?"
_WORD = r"(?P<word>[A-Za-zÄä]{3,9})\.?"
_YEAR = r"(?P<year>\d{4})"

_SHAPES = {
    "year first": (
        rf"{_YEAR}(?P<mark>[-/.])(?P<month>0?[1-9]|1[0-2])"
        rf"(?:(?P=mark)(?P<day>0?[1-9]|[12]\d|3[01]){_TIME})?",
    ),
    "year last": (
        r"(?P<first>\d{1,2})(?P<mark>[-/.])\s?(?P<next>\d{1,2})(?P=mark)\s?(?P<year>\d{4}|\d{2})"
        + _TIME,
    ),
    "in words": (
        rf"{_WEEKDAY}{_DAY}[\s-]*{_WORD}[\s,-]*{_YEAR}{_TIME}",
        rf"{_WEEKDAY}{_WORD}\s+{_DAY},?\s+{_YEAR}{_TIME}",
        rf"{_WORD}[\s-]*{_YEAR}",
        rf"{_YEAR}[\s-]+{_WORD}(?:[\s-]+{_DAY})?",
    ),
    "quarter": (rf"{_YEAR}[\s-]?Q(?P<quarter>[1-4])", rf"Q(?P<quarter>[1-4])[\s/-]?{_YEAR}"),
    "clock": (
        r"(?P<minus>-?)(?P<hour>\d{1,4}):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d(?:[.,]\d+)?))?"
        r"\s*(?P<half>[AaPp]\.?[Mm]\.?)?(?: Uhr)?",
        r"(?P<minus>-?)(?P<minute>\d{1,4}):(?P<second>[0-5]\d[.,]\d+)",
    ),
}
MONTHS = {
    month: number
    for number, names in enumerate(
        (
            "jan january januar jänner", "feb february februar", "mar march mär märz mrz maerz",
            "apr april", "may mai", "jun june juni", "jul july juli", "aug august",
            "sep sept september", "oct october okt oktober", "nov november",
            "dec december dez dezember",
        ),
        1,
    )
    for month in names.split()
}  # fmt: skip


def date_kind(cell: str) -> Literal["date", "clock"] | None:
    """Return whether the cell is a date, a time or a duration without a date, or neither.

    It is no number: those come first.
    """
    shape = shape_of(cell)
    return None if shape is None else "clock" if shape == "clock" else "date"


def shape_of(cell: str) -> str | None:
    """Return the first shape that the cell has, or None."""
    return next((shape for shape in _SHAPES if parts_of(cell, shape)), None)


@cache
def _patterns(shape: str) -> list[re.Pattern[str]]:
    # most tables have no dates, and never wait for these
    return [re.compile(pattern, re.ASCII) for pattern in _SHAPES[shape]]


def parts_of(cell: str, shape: str) -> dict[str, str] | None:
    """Return the parts of a cell by their names in the patterns, None where it has another shape.

    A word is the name of a month.
    """
    for pattern in _patterns(shape):
        if found := pattern.fullmatch(cell):
            parts = {name: part for name, part in found.groupdict().items() if part}
            if parts.get("word", "jan").lower() in MONTHS:
                return parts
    return None
