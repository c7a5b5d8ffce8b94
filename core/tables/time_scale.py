"""Dates and times on a line: decimal years, or days, minutes or seconds from the start.

>>> scale = TimeScale.of(np.array([0.0, 86400.0, 10 * 86400.0]), is_clock=False)
>>> scale.unit, scale.start, scale.places(np.array([0.0, 43200.0])).tolist()
('day', '1970-01-01', [0.0, 0.5])
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_SECONDS = {"day": 86400.0, "minute": 60.0, "second": 1.0}
_YEARS_FROM = 2 * 365.2425 * _SECONDS["day"]
_DAYS_FROM = 2 * _SECONDS["day"]
_MINUTES_FROM = 5 * _SECONDS["minute"]
_FULL_DAY = _SECONDS["day"]

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class TimeScale:
    """What one unit of x is ("year", "day", "minute", "second"), and where x = 0 is.

    ``origin`` is in seconds since 1970, or since 0:00 of a clock. Years are decimal years, which
    count from the year 0: half of 2019 is 2019.5, in leap years too.
    """

    unit: str
    origin: float
    is_clock: bool

    @classmethod
    def of(cls, seconds: Floats, *, is_clock: bool, from_zero: bool = False) -> "TimeScale":
        """Choose a unit that suits the span from the first time to the last.

        ``from_zero`` lets times of a clock count from 0:00.
        """
        first, last = float(seconds.min()), float(seconds.max())
        span = last - first
        if not is_clock and span >= _YEARS_FROM:
            return cls("year", 0.0, is_clock)
        if is_clock:
            # durations count from 0, times of the day from the first of them
            first = 0.0 if from_zero or 0 <= first <= span else first
            return cls("minute" if span >= _MINUTES_FROM else "second", first, is_clock)
        unit = next(
            (u for u, least in (("day", _DAYS_FROM), ("minute", _MINUTES_FROM)) if span >= least),
            "second",
        )
        return cls(unit, first, is_clock)

    @property
    def start(self) -> str:
        """Where x = 0 is, in words."""
        if self.is_clock:
            return clock(self.origin)
        moment = np.datetime64(round(self.origin), "s")
        day, _, time = str(moment).partition("T")
        return day if time == "00:00:00" else f"{day} {time.removesuffix(':00')}"

    @property
    def note(self) -> str:
        """How dates became numbers."""
        if self.unit == "year":
            return "dates are read as decimal years"
        what = "times" if self.is_clock else "dates"
        return f"{what} are read as {self.unit}s from {self.start}"

    def places(self, seconds: Floats) -> Floats:
        """Return the numbers that stand for times."""
        if self.unit == "year":
            return _decimal_years(seconds)
        return (seconds - self.origin) / _SECONDS[self.unit]

    def seconds(self, places: Floats) -> Floats:
        """Return the times that numbers stand for."""
        if self.unit == "year":
            year: Floats = np.floor(places).astype(np.float64)
            start, length = _year(year)
            return start + (places - year) * length
        return self.origin + places * _SECONDS[self.unit]


def clock(seconds: float) -> str:
    """Return a time as a clock shows it: 9:05, or 9:05:30 where seconds count."""
    whole = round(abs(seconds))
    sign = "-" if seconds < 0 and whole else ""
    shown = f"{sign}{whole // 3600}:{whole // 60 % 60:02}"
    return f"{shown}:{whole % 60:02}" if whole % 60 else shown


def past_midnight(seconds: Floats) -> tuple[Floats, bool]:
    """Return times of a clock that goes on after midnight as times that go on, and whether it does.

    >>> past_midnight(np.array([86340.0, 60.0]))[0].tolist()
    [86340.0, 86460.0]
    """
    known = ~np.isnan(seconds)
    steps = np.diff(seconds[known])
    falls = steps < 0
    if not falls.any() or (steps[falls] > -_FULL_DAY / 2).any() or np.nanmax(seconds) >= _FULL_DAY:
        return seconds, False
    later = seconds.copy()
    later[known] += _FULL_DAY * np.concatenate([[0], np.cumsum(falls)])
    return later, True


def _decimal_years(seconds: Floats) -> Floats:
    whole = np.floor(seconds).astype("datetime64[s]").astype("datetime64[Y]")
    year = (whole.astype(np.int64) + 1970).astype(np.float64)
    start, length = _year(year)
    return year + (seconds - start) / length


def _year(year: Floats) -> tuple[Floats, Floats]:
    """Return when years begin, and how long they are, in seconds."""
    begin = (year - 1970).astype(np.int64).astype("datetime64[Y]")
    bounds = [(begin + k).astype("datetime64[s]").astype(np.float64) for k in (0, 1)]
    return bounds[0], bounds[1] - bounds[0]
