"""The pulls at a line laid side by side: all that go up are as long as all that go down."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.squared_versus_absolute.pulls import Pulls, Values, arrows
from scenes.visuals.writing.screen import BOLD

# The two stacks: from the edge of the chart, between each other, and below its top, in units of
# the screen; at most as high as this share of the chart.
ASIDE, APART, BELOW, HIGHEST = 0.45, 0.6, 0.15, 0.5


class Laid(VMobject):
    """Copies of the arrows of ``pulls``, on their way into two stacks where a chart is empty."""

    def __init__(self, pulls: Pulls, theme: Theme) -> None:
        super().__init__(stroke_color=pulls.measure.colour(theme), stroke_width=BOLD + 2)
        self._pulls = pulls
        self._start = self._end = (np.zeros((0, 3)), np.zeros((0, 3)))

    def take(self, x: Values, y: Values, line: tuple[float, float]) -> Self:
        """Copy the arrows of points (x, y) at a line (a, b)."""
        tails, tips = self._pulls.ends(x, y, line)
        pulling = self._pulls.seen(tails, tips)
        tails, tips = tails[pulling], tips[pulling]
        self._start, self._end = (tails, tips), self._stacks(tips[:, 1] - tails[:, 1], line[0])
        return self.set_share(0.0)

    def set_share(self, share: float) -> Self:
        """Show them after ``share`` of their way."""
        tails, tips = (
            (1 - share) * start + share * end
            for start, end in zip(self._start, self._end, strict=True)
        )
        self.points = arrows(tails, tips)
        return self

    def _stacks(self, reach: Values, slope: float) -> tuple[Values, Values]:
        """Return tails and tips of arrows that reach so far up (or down): two stacks, one base."""
        box = self._pulls.chart.box
        total = float(reach[reach > 0].sum())
        size = min(1.0, HIGHEST * box.height / total)
        base = box.top - BELOW - size * total
        # A rising line leaves the upper left free, a falling one the upper right.
        left = box.left + ASIDE if slope >= 0 else box.right - ASIDE - APART
        tails, tips = np.zeros((reach.size, 3)), np.zeros((reach.size, 3))
        for up in (True, False):
            those = (reach > 0) == up
            high = base + size * np.cumsum(np.abs(reach[those]))
            low = high - size * np.abs(reach[those])
            across = left if up else left + APART
            tails[those, 0] = tips[those, 0] = across
            tails[those, 1], tips[those, 1] = (low, high) if up else (high, low)
        return tails, tips
