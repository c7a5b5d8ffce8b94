"""Counting rates in five views: as they are and as logarithms, all of them and the first ones.

Rates are shown in per cent of what the line through them has without lead.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import VMobject
from numpy.typing import ArrayLike, NDArray

from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import THIN, Box

Values = NDArray[np.float64]

RATE_BELOW, RATE, LOGARITHM, NEAR_LOGARITHM, NEAR_RATE = range(5)
# What the near views show of x, in units of 1 / mu; beyond the ends of the others, in sheets.
NEAR_LOG, NEAR_RATES, BEYOND = (-0.257, 1.83), (-0.172, 3.09), 0.6
ROOM = 0.06  # beyond the last values
LEAST = 1e-3  # has a logarithm
X_TITLE = "lead $x$ (mm)"
RATE_TITLE = "arriving (%)"
LOG_TITLE = '$ln("arriving in %")$'


@dataclass(frozen=True)
class Views:
    """Five charts; between two of them everything moves on straight ways.

    ``view`` is a number from 0 to 4: 0 shows the rates below the bench, 1 the rates in the whole
    picture, 2 their logarithms, 3 the logarithms of the first ones, 4 the rates of the first ones.
    """

    charts: tuple[Chart, ...]

    @classmethod
    def of(
        cls, pen: Pen, boxes: tuple[Box, Box], thickness_mm: Values, rate: Values, mu: float
    ) -> "Views":
        """Lay the charts out in ``boxes``: in the whole picture and below the bench."""
        whole, below = boxes
        beyond = BEYOND * float(thickness_mm[1] - thickness_mm[0])
        far = Scale(-beyond, float(thickness_mm.max()) + beyond)
        near_log, near_rates = (Scale(low / mu, high / mu) for low, high in (NEAR_LOG, NEAR_RATES))
        highest, lowest = float(rate.max()), float(rate.min())
        top = float(np.log(highest))
        logarithms = Scale(float(np.floor(np.log(lowest))) - 0.2, top + 0.9)
        near = Scale(top - 1.9, top + 0.4)

        def rates(step: float) -> Scale:
            return Scale(0.0, highest * (1 + ROOM), step)

        laid = (
            (below, far, rates(50), RATE_TITLE, 5),
            (whole, far, rates(25), RATE_TITLE, 5),
            (whole, far, logarithms, LOG_TITLE, 5),
            (whole, near_log, near, LOG_TITLE, 5),
            (whole, near_rates, rates(25), RATE_TITLE, 0),
        )
        return cls(
            tuple(
                Chart(pen, area, x, y, titles=(X_TITLE, title), ticks=(x_ticks, 5))
                for area, x, y, title, x_ticks in laid
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
            thickness_mm, np.log(np.maximum(rates, LEAST)) if logarithmic else rates
        )


class Axes(VMobject):
    """The axes alone: they stay while the writing beside them changes."""

    def __init__(self, views: Views, colour: str) -> None:
        super().__init__(stroke_color=colour, stroke_width=THIN)
        self.views = views
        self.set_view(0.0)

    def set_view(self, view: float) -> Self:
        """Draw the axes as ``view`` shows them."""
        box = self.views.box(view)
        corner = [
            (box.left, box.top, 0.0),
            (box.left, box.bottom, 0.0),
            (box.right, box.bottom, 0.0),
        ]
        self.points = polylines(np.array([corner]))
        return self
