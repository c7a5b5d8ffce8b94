"""Counting rates in five views: as they are and as logarithms, all of them and the first ones."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import Box

Values = NDArray[np.float64]

RATE_BELOW, RATE, LOGARITHM, NEAR_LOGARITHM, NEAR_RATE = range(5)
# What the near views show.
NEAR_LOG_MM, NEAR_RATE_MM = 3.7, 5.6
ROOM = 0.06  # beyond the last values
X_TITLE = "lead $x$ (mm)"
RATE_TITLE = "counts per second (reconstructed)"
LOG_TITLE = '$ln("counts per second")$'


@dataclass(frozen=True)
class Views:
    """Five charts; between two of them everything moves on straight ways.

    ``view`` is a number from 0 to 4: 0 shows the rates below the bench, 1 the rates in the whole
    picture, 2 their logarithms, 3 the logarithms of the first ones, 4 their rates below the bench.
    """

    charts: tuple[Chart, ...]

    @classmethod
    def of(cls, pen: Pen, whole: Box, below: Box, thickness_mm: Values, rate: Values) -> "Views":
        """Lay the charts out: in the ``whole`` picture and ``below`` the bench."""
        far = Scale(-0.6, float(thickness_mm.max()) + 0.6)
        highest = float(rate.max())
        rates = Scale(0.0, highest * (1 + ROOM))
        logarithms = Scale(0.0, float(np.log(highest)) * (1 + ROOM))
        lowest = float(np.log(rate[thickness_mm < NEAR_LOG_MM].min()))
        near_logarithms = Scale(np.floor(lowest), float(np.log(highest)) + 0.25)
        laid = (
            (below, far, rates, RATE_TITLE),
            (whole, far, rates, RATE_TITLE),
            (whole, far, logarithms, LOG_TITLE),
            (whole, Scale(-0.3, NEAR_LOG_MM), near_logarithms, LOG_TITLE),
            (below, Scale(-0.35, NEAR_RATE_MM), rates, RATE_TITLE),
        )
        return cls(
            tuple(
                Chart(pen, area, x, y, titles=(X_TITLE, title), ticks=(5, 4))
                for area, x, y, title in laid
            )
        )

    def box(self, view: float) -> Box:
        """Return the box of the axes in ``view``."""
        first, share = self._between(view)
        return self.charts[first].box.towards(self.charts[first + 1].box, share)

    def places(self, thickness_mm: ArrayLike, rate: ArrayLike, view: float) -> Values:
        """Return the places (n, 3) of rates behind lead, cut at the edges of the box."""
        first, share = self._between(view)
        ends = [self._in_view(thickness_mm, rate, k) for k in (first, first + 1)]
        places = (1 - share) * ends[0] + share * ends[1]
        box = self.box(view)
        places[:, 0] = np.clip(places[:, 0], box.left, box.right)
        places[:, 1] = np.clip(places[:, 1], box.bottom, box.top)
        return places

    def _between(self, view: float) -> tuple[int, float]:
        first = min(int(view), len(self.charts) - 2)
        return first, view - first

    def _in_view(self, thickness_mm: ArrayLike, rate: ArrayLike, view: int) -> Values:
        rates = np.asarray(rate, dtype=float)
        logarithmic = view in (LOGARITHM, NEAR_LOGARITHM)
        return self.charts[view].places(
            thickness_mm, np.log(np.maximum(rates, 1.0)) if logarithmic else rates
        )
