"""What of a table the film shows; who is too far out for its chart has a mark at the edge.

Nobody is left out of a sum: a mark at the edge stands for its point with all that it has.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.landscape.squared import ResidualLandscape
from core.landscape.window import Window
from core.palette import Theme
from core.tables.dataset import Dataset
from scenes.visuals.normal_equations.leaning import BEYOND, SHIFTED, TURNED, Leaning
from scenes.visuals.plot.beyond import Beyond, beyond
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.cloud import MOST_DISCS
from scenes.visuals.plot.density import Density
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.shown_points import MOST_SQUARES, sample, shown_window

Values = NDArray[np.float64]

MARGIN = 0.08
MOST_FROM_OUTSIDE = 2  # misses of points outside
# Room for squares above and below the points.
ROOM = 0.2
# By which share of its slope a line turns and still is seen to rise.
STILL_RISES = 0.75
# A shift that is a smaller share of the height of all points would not be seen.
LEAST = 0.06


@dataclass(frozen=True)
class InView:
    """The table, the scales that show it, and who is ``inside`` them (n,)."""

    data: Dataset
    x_scale: Scale
    y_scale: Scale
    inside: NDArray[np.bool_]

    @classmethod
    def of(cls, data: Dataset, window: Window, leaning: Leaning) -> "InView":
        """Return a view with room for the points in the window, and for the lines at them."""
        x, y = data.x[window.inside], data.y[window.inside]
        at_points = [a * x + b for a, b in _lines(leaning)]
        low, high = y.min(), y.max()
        margin = ROOM * float(high - low)
        across = Scale.around(window.x, MARGIN)
        up = Scale.around([low - margin, high + margin, *np.ravel(at_points)], 0.01)
        return cls(data, across, up, ~beyond(across, up, data.x, data.y))

    @property
    def many(self) -> bool:
        """Whether the points are too many for discs: all are cells, and a few of them discs."""
        return self.data.x.size > MOST_DISCS

    @property
    def points(self) -> tuple[Values, Values]:
        """The points that have discs: all inside, or of many those that have squares."""
        shown = self.squared if self.many else self.inside
        return self.data.x[shown], self.data.y[shown]

    @property
    def squared(self) -> NDArray[np.intp]:
        """Which points have squares: more would hide each other and the line."""
        return sample(np.flatnonzero(self.inside), MOST_SQUARES)

    @property
    def with_squares(self) -> tuple[Values, Values]:
        """The points that have squares."""
        return self.data.x[self.squared], self.data.y[self.squared]

    @property
    def missing(self) -> tuple[Values, Values]:
        """The points whose misses are seen: those with squares, and some above or below the chart.

        Where a miss leaves the chart it is cut at the edge.
        """
        across = self.x_scale.share(self.data.x)
        beside = np.flatnonzero(~self.inside & (across >= 0) & (across <= 1))
        seen = np.sort([*self.squared, *sample(beside, MOST_FROM_OUTSIDE)])
        y = np.clip(self.data.y[seen], self.y_scale.low, self.y_scale.high)
        return self.data.x[seen], y

    @property
    def outside(self) -> tuple[Values, Values]:
        """The points that lie beyond the chart."""
        return self.data.x[~self.inside], self.data.y[~self.inside]

    def marks(self, chart: Chart, theme: Theme) -> tuple[Beyond, ...]:
        """Return the marks at the edge of ``chart``, if there are any."""
        out = self.outside
        return (Beyond(chart, *out, theme.point),) if out[0].size else ()

    def crowd(self, chart: Chart, theme: Theme) -> tuple[Density, ...]:
        """Return the cells that stand for all points of many."""
        return (Density(chart, self.data.x, self.data.y, theme.point),) if self.many else ()


def leaning_in_view(data: Dataset, window: Window) -> Leaning:
    """Return the line of the film, leaning as far as the points in the window can be seen with it.

    One point far out makes epsilon so large that a line which doubles it is far from all others.
    Where that does not make it hardly move, a line that rises keeps rising: then it has heights.
    """
    landscape = ResidualLandscape.of(data.x, data.y)
    leaning = Leaning(landscape, (TURNED, SHIFTED))
    if not window.outside:
        return leaning
    flatter = abs(leaning.line(TURNED, 0.0)[0] - landscape.slope)
    rising = STILL_RISES * landscape.slope / flatter
    seen = rising * landscape.intercept_reach(SHIFTED**2) > LEAST * (window.y[1] - window.y[0])
    ends = np.array(window.x)
    best = landscape.slope * ends + landscape.intercept
    span = np.ptp([*window.y, *best])
    farthest = max(float(np.abs(a * ends + b - best).max()) for a, b in _lines(leaning))
    reach = min(1.0, float(span) / farthest)
    return Leaning(landscape, (TURNED, SHIFTED), reach=min(rising, reach) if seen else reach)


def view_of(data: Dataset) -> tuple[InView, Leaning]:
    """Return the view of a table, and the line of the film in it."""
    window = shown_window(data)
    leaning = leaning_in_view(data, window)
    return InView.of(data, window, leaning), leaning


def _lines(leaning: Leaning) -> list[tuple[float, float]]:
    places = (TURNED, SHIFTED), (TURNED, BEYOND), (0.0, 0.0)
    return [leaning.line(*place) for place in places]
