"""Counting rates in views: few bars, their logarithms, those of all, near to a line, along it.

Rates are in per cent of what is counted without lead.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scenes.visuals.plot.chart import TICK_GAP, TICK_LENGTH, Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.writing.numerals import number_width
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE, SMALLEST, Box

Values = NDArray[np.float64]

FULL, HALF = 100.0, 50.0
VIEWS = range(7)
FEW, MARKED, STRETCHED, FEW_LOGARITHMS, LOGARITHMS, NEAR_LOGARITHMS, HALVES = VIEWS
# In sheets: what a view shows before the first bar, and behind the last one.
FEW_SHEETS, FEW_BEFORE, FEW_BEYOND = 4, 0.75, 1.25
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
# Marks at 100 % and what is left of that by one factor, again and again: that must be so large that
# they are so far apart (on the screen) on a logarithmic axis. On an even one that ends them.
MARKS_APART = 0.45
ROOM_FOR_MARKS = number_width("12.5", SMALLEST) + TICK_GAP + TICK_LENGTH
X_TITLE = "lead $x$ (mm)"
X_TITLE_DOWN = 0.45  # from the ticks of x to its title, which has a row of its own
RATE_TITLE = "arriving (%)"
LOG_TITLE = '$ln("arriving in %")$'


@dataclass(frozen=True)
class Views:
    """A chart for each view; between two of them everything moves on straight ways.

    ``view`` is a number from 0 to 6: 0 shows the rates behind few sheets, 1 the same with ``marks``
    on the axis, 2 how this is stretched until they are equally far apart, 3 that it now counts
    logarithms, 4 those of all, 5 where their line starts, 6 how it goes on from there.
    """

    charts: tuple[Chart, ...]
    marks: tuple[float, ...]  # in per cent

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
        # A quarter lies among the logarithms of the first rates, even if no bar is so low.
        first = np.log([*rate[: FEW_SHEETS + 1], HALF / 2])
        x_h = float(np.log(2)) / mu_per_mm
        wide = max(1.0, x_h)
        high, each_mm = mu_per_mm * wide, 1.0 if wide <= EACH_MM else None
        near = Scale(-NEAR_LEFT * wide, NEAR_RIGHT * wide, each_mm)
        even = few, Scale(0.0, highest * (1 + FEW_ROOM), 25), RATE_TITLE
        stretched = few, Scale.around([first.min(), top], FEW_LOG_ROOM), LOG_TITLE
        laid = (
            even,
            even,
            stretched,
            stretched,
            (far, Scale(float(np.log(rate[:fitted].min())) - room, top + room), LOG_TITLE),
            (near, Scale(top - NEAR_DOWN * high, top + NEAR_UP * high), LOG_TITLE),
            (
                Scale(-HALVES_LEFT * x_h, HALVES_RIGHT * x_h),
                Scale(top - HALVES_DOWN * np.log(2), top + HALVES_UP * np.log(2)),
                LOG_TITLE,
            ),
        )
        area = replace(
            PICTURE, bottom=PICTURE.bottom + X_TITLE_DOWN, height=PICTURE.height - X_TITLE_DOWN
        )
        charts = tuple(
            Chart(pen, area, x, y, titles=(X_TITLE, title), ticks=(X_TICKS, Y_TICKS))
            for x, y, title in laid
        )
        # While the axis is stretched, and until all rates are there, it does not move aside.
        for chart in charts[: LOGARITHMS + 1]:
            aside = area.left + ROOM_FOR_MARKS - chart.box.left
            chart.set_area(replace(area, left=area.left + aside, width=area.width - aside))
        return cls(charts, _marks(*(charts[view] for view in (MARKED, STRETCHED))))

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
        return float(np.exp(shown)) if view >= STRETCHED else shown

    def _between(self, view: float) -> tuple[int, float]:
        first = min(int(view), len(self.charts) - 2)
        return first, view - first

    def _in_view(self, thickness_mm: ArrayLike, rate: ArrayLike, view: int) -> Values:
        rates = np.asarray(rate, dtype=float)
        shown = np.log(np.maximum(rates, LEAST)) if view >= STRETCHED else rates
        return self.charts[view].places(thickness_mm, shown)


def _marks(even: Chart, stretched: Chart) -> tuple[float, ...]:
    """Return FULL and what is left of it by one factor, as far as labels have room on both axes."""
    factor = 2.0
    while np.log(factor) * stretched.box.height / stretched.y_scale.span < MARKS_APART:
        factor *= 2
    marks, least = [FULL], MARKS_APART * even.y_scale.span / even.box.height
    low = float(np.exp(stretched.y_scale.low))
    while (1 - 1 / factor) * marks[-1] > least and marks[-1] / factor > low:
        marks.append(marks[-1] / factor)
    return tuple(marks)
