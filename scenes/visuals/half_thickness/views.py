"""Counting rates in five views: few bars, their logarithms, those of all, near to a line, along it.

Rates are in per cent of what is counted without lead.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE, Box

Values = NDArray[np.float64]

FULL, HALF = 100.0, 50.0
FEW, FEW_LOGARITHMS, LOGARITHMS, NEAR_LOGARITHMS, HALVES = VIEWS = range(5)
LOGARITHMIC = (FEW_LOGARITHMS, LOGARITHMS, NEAR_LOGARITHMS, HALVES)
# In sheets: what a view shows before the first bar, and behind the last one.
FEW_SHEETS, FEW_BEFORE, FEW_BEYOND = 4, 0.65, 1.65
FEW_SPAN = FEW_BEFORE + FEW_SHEETS + FEW_BEYOND
BEFORE, BEYOND = 1.2, 0.8
# What the near view shows around the larger of two steps, that of 1 mm and that of one half: before
# and behind it in its widths, above and below it in its falls. Up to so many mm each has a tick.
NEAR_LEFT, NEAR_RIGHT, NEAR_UP, NEAR_DOWN = 0.36, 1.86, 0.18, 1.34
EACH_MM = 4.0
# What the last view shows of a line that is halved again and again: before the first half thickness
# and behind it in its widths, above where the line starts and below it in falls of one half.
HALVES_LEFT, HALVES_RIGHT, HALVES_UP, HALVES_DOWN = 0.5, 3.6, 0.45, 3.3
X_TICKS = Y_TICKS = 5
FEW_ROOM = 0.2  # above the highest bar
FEW_LOG_ROOM = 0.14
LEAST = 1e-3  # has a logarithm
X_TITLE = "lead $x$ (mm)"
RATE_TITLE = "arriving (%)"
LOG_TITLE = '$ln("arriving in %")$'


@dataclass(frozen=True)
class Views:
    """Five charts; between two of them everything moves on straight ways.

    ``view`` is a number from 0 to 4: 0 shows the rates behind few sheets, 1 their logarithms, 2
    those of all, 3 where their line starts, 4 how it goes on from there.
    """

    charts: tuple[Chart, ...]

    @classmethod
    def of(
        cls,
        pen: Pen,
        thickness_mm: Values,
        rate: Values,
        fitted: int,
        *,
        mu_per_mm: float,
        room: float,
    ) -> "Views":
        """Lay the charts out in the whole picture.

        A line is fitted to the first ``fitted`` rates; around their logarithms it needs some
        ``room`` to turn.
        """
        highest = float(rate.max())
        sheet = float(thickness_mm[1])
        few = Scale(-FEW_BEFORE * sheet, (FEW_SHEETS + FEW_BEYOND) * sheet, sheet)
        far = Scale(-BEFORE * sheet, float(thickness_mm[fitted - 1]) + BEYOND * sheet)
        top = float(np.log(highest))
        # One half lies among the logarithms of the first rates, even if no bar is so low.
        first = np.log([*rate[: FEW_SHEETS + 2], HALF])
        x_h = float(np.log(2)) / mu_per_mm
        wide = max(1.0, x_h)
        high, each_mm = mu_per_mm * wide, 1.0 if wide <= EACH_MM else None
        near = Scale(-NEAR_LEFT * wide, NEAR_RIGHT * wide, each_mm)
        laid = (
            (few, Scale(0.0, highest * (1 + FEW_ROOM), 25), RATE_TITLE),
            (few, Scale.around([first.min(), top], FEW_LOG_ROOM), LOG_TITLE),
            (far, Scale(float(np.log(rate[:fitted].min())) - room, top + room), LOG_TITLE),
            (near, Scale(top - NEAR_DOWN * high, top + NEAR_UP * high), LOG_TITLE),
            (
                Scale(-HALVES_LEFT * x_h, HALVES_RIGHT * x_h),
                Scale(top - HALVES_DOWN * np.log(2), top + HALVES_UP * np.log(2)),
                LOG_TITLE,
            ),
        )
        return cls(
            tuple(
                Chart(pen, PICTURE, x, y, titles=(X_TITLE, title), ticks=(X_TICKS, Y_TICKS))
                for x, y, title in laid
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

    def rate(self, shown: float, view: int) -> float:
        """Return the rate that has the value ``shown`` on the axis of ``view``."""
        return float(np.exp(shown)) if view in LOGARITHMIC else shown

    def _between(self, view: float) -> tuple[int, float]:
        first = min(int(view), len(self.charts) - 2)
        return first, view - first

    def _in_view(self, thickness_mm: ArrayLike, rate: ArrayLike, view: int) -> Values:
        rates = np.asarray(rate, dtype=float)
        shown = np.log(np.maximum(rates, LEAST)) if view in LOGARITHMIC else rates
        return self.charts[view].places(thickness_mm, shown)
