"""Counting rates in four views: as they are and as logarithms, all of them and the first ones.

Rates are in per cent of what is counted without lead; in the last view, where only the law is
left, of what it starts with.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE, Box

Values = NDArray[np.float64]

FULL = 100.0
RATES, LOGARITHMS, NEAR_LOGARITHMS, NEAR_RATES = range(4)
LOGARITHMIC = (LOGARITHMS, NEAR_LOGARITHMS)
# In sheets: what the views of all rates show before the first bar and behind the last one.
BEFORE, BEYOND = 3.4, 0.6
# What the near views show. Of logarithms: so much of what is fallen, and so much less and more.
REACH, NEAR_LEFT, NEAR_RIGHT, NEAR_UP = 1.15, 0.3, 1.25, 0.13
HALF_THICKNESSES = (-0.3, 2.9)
X_TICKS = Y_TICKS = 5
ROOM = 0.06  # above the highest bar
LEAST = 1e-3  # has a logarithm
X_TITLE = "lead $x$ (mm)"
RATE_TITLE = "arriving (%)"
LOG_TITLE = '$ln("arriving in %")$'


@dataclass(frozen=True)
class Views:
    """Four charts; between two of them everything moves on straight ways.

    ``view`` is a number from 0 to 3: 0 shows all rates, 1 their logarithms, 2 the logarithms of
    the first ones, 3 their rates.
    """

    charts: tuple[Chart, ...]
    start: float  # of the law, in per cent of what is counted without lead

    @classmethod
    def of(
        cls,
        pen: Pen,
        thickness_mm: Values,
        shown: tuple[float, float],
        law: tuple[float, float],
    ) -> "Views":
        """Lay the charts out in the whole picture.

        ``shown`` are the lowest and the highest rate that must be in the picture, ``law`` is that
        of attenuation: where it starts, and mu per mm.
        """
        start, mu_per_mm = law
        lowest, highest = shown
        sheet = float(thickness_mm[1])
        far = Scale(-BEFORE * sheet, float(thickness_mm.max()) + BEYOND * sheet)
        top = float(np.log(highest))
        reach = max(1.0, REACH * mu_per_mm)
        near = Scale(-NEAR_LEFT * reach / mu_per_mm, NEAR_RIGHT * reach / mu_per_mm)
        halves = Scale(*(end * np.log(2) / mu_per_mm for end in HALF_THICKNESSES))
        log_low = float(np.floor(np.log(lowest))) - 0.6

        def rates(full: float) -> Scale:
            return Scale(0.0, full * (1 + ROOM), 25)

        laid = (
            (far, rates(highest), RATE_TITLE),
            (far, Scale(log_low, top + 0.7), LOG_TITLE),
            (near, Scale(top - NEAR_RIGHT * reach, top + NEAR_UP * reach), LOG_TITLE),
            (halves, rates(FULL), RATE_TITLE),
        )
        return cls(
            tuple(
                Chart(pen, PICTURE, x, y, titles=(X_TITLE, title), ticks=(X_TICKS, Y_TICKS))
                for x, y, title in laid
            ),
            start,
        )

    def box(self, view: float) -> Box:
        """Return the box of the axes in ``view``."""
        first, share = self._between(view)
        return self.charts[first].box.towards(self.charts[first + 1].box, share)

    def places(self, thickness_mm: ArrayLike, rate: ArrayLike, view: float) -> Values:
        """Return the places (n, 3) of rates behind lead, cut at the edges of the box."""
        places = self.free_places(thickness_mm, rate, view)
        box = self.box(view)
        places[:, 0] = np.clip(places[:, 0], box.left, box.right)
        places[:, 1] = np.clip(places[:, 1], box.bottom, box.top)
        return places

    def free_places(self, thickness_mm: ArrayLike, rate: ArrayLike, view: float) -> Values:
        """Return the places (n, 3) of rates behind lead, in the box or not."""
        first, share = self._between(view)
        ends = [self._in_view(thickness_mm, rate, k) for k in (first, first + 1)]
        return (1 - share) * ends[0] + share * ends[1]

    def rate(self, shown: float, view: int) -> float:
        """Return the rate that has the value ``shown`` on the axis of ``view``."""
        if view in LOGARITHMIC:
            return float(np.exp(shown))
        return shown * self.start / FULL if view == NEAR_RATES else shown

    def _between(self, view: float) -> tuple[int, float]:
        first = min(int(view), len(self.charts) - 2)
        return first, view - first

    def _in_view(self, thickness_mm: ArrayLike, rate: ArrayLike, view: int) -> Values:
        rates = np.asarray(rate, dtype=float)
        if view == NEAR_RATES:
            rates = rates * FULL / self.start
        shown = np.log(np.maximum(rates, LEAST)) if view in LOGARITHMIC else rates
        return self.charts[view].places(thickness_mm, shown)
