"""Counting rates in five views: as they are and as logarithms, all of them and the first ones.

Rates are shown in per cent of what is counted without lead.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scenes.visuals.half_thickness.bench import SHEETS
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import Box

Values = NDArray[np.float64]

SOME_RATES, RATES, LOGARITHMS, NEAR_LOGARITHMS, NEAR_RATES = range(5)
LOGARITHMIC = (LOGARITHMS, NEAR_LOGARITHMS)
# In sheets: what the view of some rates shows beside its bars and for the title behind the last
# one, and the others before the first.
BESIDE, TITLE, BEFORE, BEYOND = 0.36, 0.9, 3.4, 0.6
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
    """Five charts; between two of them everything moves on straight ways.

    ``view`` is a number from 0 to 4: 0 shows the first rates below the bench, 1 all rates in the
    whole picture, 2 their logarithms, 3 the logarithms of the first ones, 4 their rates.
    """

    charts: tuple[Chart, ...]

    @classmethod
    def of(
        cls,
        pen: Pen,
        boxes: tuple[Box, Box],
        thickness_mm: Values,
        shown: tuple[float, float],
        mu_per_mm: float,
    ) -> "Views":
        """Lay the charts out in ``boxes``, in the whole picture and below the bench.

        ``shown`` are the lowest and the highest rate that must be in the picture.
        """
        whole, below = boxes
        lowest, highest = shown
        sheet = float(thickness_mm[1])
        some = Scale(-BESIDE * sheet, (SHEETS + BESIDE + TITLE) * sheet, sheet)
        far = Scale(-BEFORE * sheet, float(thickness_mm.max()) + BEYOND * sheet)
        top = float(np.log(highest))
        reach = max(1.0, REACH * mu_per_mm)
        near = Scale(-NEAR_LEFT * reach / mu_per_mm, NEAR_RIGHT * reach / mu_per_mm)
        halves = Scale(*(end * np.log(2) / mu_per_mm for end in HALF_THICKNESSES))
        log_low = float(np.floor(np.log(lowest))) - 0.6

        def rates(step: float) -> Scale:
            return Scale(0.0, highest * (1 + ROOM), step)

        laid = (
            (below, some, rates(50), RATE_TITLE),
            (whole, far, rates(25), RATE_TITLE),
            (whole, far, Scale(log_low, top + 0.7), LOG_TITLE),
            (whole, near, Scale(top - NEAR_RIGHT * reach, top + NEAR_UP * reach), LOG_TITLE),
            (whole, halves, rates(25), RATE_TITLE),
        )
        return cls(
            tuple(
                Chart(pen, area, x, y, titles=(X_TITLE, title), ticks=(X_TICKS, Y_TICKS))
                for area, x, y, title in laid
            )
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

    def _between(self, view: float) -> tuple[int, float]:
        first = min(int(view), len(self.charts) - 2)
        return first, view - first

    def _in_view(self, thickness_mm: ArrayLike, rate: ArrayLike, view: int) -> Values:
        rates = np.asarray(rate, dtype=float)
        shown = np.log(np.maximum(rates, LEAST)) if view in LOGARITHMIC else rates
        return self.charts[view].places(thickness_mm, shown)
