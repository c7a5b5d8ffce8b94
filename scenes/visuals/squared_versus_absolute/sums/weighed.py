"""The lengths of all misses of the line of least lengths, and their sum in a tank beside it."""

from dataclasses import dataclass
from typing import Any

from scenes.visuals.plot.regression import Residuals
from scenes.visuals.squared_versus_absolute.balance import Balance
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, Values
from scenes.visuals.squared_versus_absolute.stray import Heights, Line, Stray
from scenes.visuals.squared_versus_absolute.sums.total import Sum, sum_of
from scenes.visuals.squared_versus_absolute.sums.trial import TANKS_LEFT
from scenes.visuals.squared_versus_absolute.tipping import tipped
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE, THIN, Box

# The chart has the frame, but for stacks of arrows and the tank, which stands where it stood.
AREA = Box(PICTURE.left, PICTURE.bottom, 8.7, PICTURE.height)


@dataclass(frozen=True)
class Weighed:
    """How much the lengths of a ``balance`` add up to: each is seen in its chart and its tank."""

    balance: Balance
    misses: Residuals
    total: Sum

    def follow(self) -> None:
        """Let the lengths and their sum follow the points and the line."""
        self.misses.add_updater(self._draw)
        self.total.layers.add_updater(lambda m: m.set_amounts(self._amounts()))

    def mark(self) -> None:
        """Put the mark where the level is now."""
        self.total.tank.set_mark(float(self._amounts().sum()))

    def _draw(self, misses: Any) -> None:
        misses.y = self._seen()[1]
        misses.set_line(*self.balance.at())

    def _seen(self) -> tuple[Values, Values]:
        """Return all points, the stray one last: it lies on top in the tank."""
        x, y = self.balance.seen()
        order = self.balance.stray.order
        return x[order], y[order]

    def _amounts(self) -> Values:
        return ABSOLUTE.amounts(*self._seen(), *self.balance.at())


def weighed(pen: Pen, balance: Balance, heights: Heights) -> Weighed:
    """Return the lengths of the misses of ``balance`` and the tank for their sum."""
    stray = balance.stray
    x, y = (values[stray.order] for values in stray.points(heights.home))
    line, colour = balance.at(), ABSOLUTE.colour(pen.theme)
    misses = Residuals(balance.chart, x, y, line, pen.theme, colour=colour)
    total = sum_of(
        pen,
        ABSOLUTE,
        ABSOLUTE.amounts(x, y, *line),
        left=TANKS_LEFT[ABSOLUTE.noun],
        most=_most(stray, heights, balance.chart.y_scale.span),
    )
    return Weighed(balance, misses.set_stroke(width=THIN).set_z_index(1), total)


def _most(stray: Stray, heights: Heights, span: float) -> float:
    """Return the most that the lengths add up to on the way."""
    resting = stray.absolute(heights.far)
    far, crossed = stray.points(heights.far), stray.points(heights.beyond)
    tried: list[tuple[tuple[Values, Values], Line]] = [
        *((far, line) for line in tipped(stray, heights, span)),
        (crossed, resting),
    ]
    return max(float(ABSOLUTE.total(*points, *line)) for points, line in tried)
