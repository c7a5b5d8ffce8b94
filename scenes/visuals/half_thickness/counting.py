"""Counting behind ever more lead: when a sheet goes into the beam, when its rate is known."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

# Seconds from one sheet to the next: the first ones slowly, to be understood.
SLOW_SHEETS, SLOW, FAST = 4, 1.35, 0.62
SETTLING = 0.45
LANDING = 0.35


@dataclass(frozen=True)
class Sheets:
    """Sheets of lead put into the beam one after the other, each at its time."""

    thickness_mm: Values
    arrives: Values
    takes: float

    def thickness(self, time: Values | float) -> Values:
        """Return how much lead is in the beam at ``time``, eased."""
        at = np.asarray(time, dtype=float)[..., None]
        share = np.clip((at - self.arrives) / self.takes, 0.0, 1.0)
        eased = share**2 * (3 - 2 * share)
        total: Values = eased @ np.diff(self.thickness_mm, prepend=0.0)
        return total


@dataclass(frozen=True)
class Counting:
    """Behind each sheet that has settled the measured ``rate`` lands, and takes ``landing`` s."""

    sheets: Sheets
    rate: Values
    landing: float

    @classmethod
    def paced(cls, thickness_mm: Values, rate: Values, *, first: float) -> "Counting":
        """Let the first ``rate``, of the beam without lead, be measured at about ``first``."""
        gaps = np.where(np.arange(thickness_mm.size) <= SLOW_SHEETS, SLOW, FAST)
        sheets = Sheets(thickness_mm, first + np.cumsum(gaps) - SLOW, SETTLING)
        return cls(sheets, rate, LANDING)

    @property
    def end(self) -> float:
        """Return when the rate behind the last sheet is on screen."""
        return float(self.sheets.arrives[-1]) + self.sheets.takes + self.landing

    def thickness(self, time: float) -> float:
        """Return the lead in the beam, in mm."""
        return float(self.sheets.thickness(time))

    def landed(self, time: float) -> Values:
        """Return how far each rate has landed, from 0 to 1."""
        since = time - self.sheets.arrives - self.sheets.takes
        landed: Values = np.clip(since / self.landing, 0.0, 1.0)
        return landed

    def last_rate(self, time: float) -> float:
        """Return the last rate that was measured; before the first one, that one."""
        return float(self.rate[self._last(time)])

    def last_thickness(self, time: float) -> float:
        """Return the lead in mm behind which ``last_rate`` was measured."""
        return float(self.sheets.thickness_mm[self._last(time)])

    def _last(self, time: float) -> int:
        known = int(np.count_nonzero(self.landed(time) > 0))
        return max(known, 1) - 1
