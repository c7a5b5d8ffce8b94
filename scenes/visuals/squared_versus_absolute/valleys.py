"""The sums of lengths of lines of many slopes: valleys side by side, a bowl with flat faces.

Over each slope a stands the valley of the lines with that slope. From the front one valley looks
as in its chart; from above all of them are a map of lines (a, b).
"""

from typing import Self

import numpy as np
from manim import VGroup
from numpy.typing import ArrayLike, NDArray

from core.landscape.absolute import absolute_residual, kinks, level_curve
from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.projection import Points, View
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.screen import BOLD, THIN

ON_EACH_SIDE = 9
FULL_TURN = np.linspace(0.0, 2 * np.pi, 181)
ASIDE = {"azimuth": -0.72, "elevation": 0.5}

Values = NDArray[np.float64]


class ValleySpace:
    """Where lines (a, b) and their sums lie in space; ``map_chart`` is the floor from above."""

    def __init__(self, x: Values, y: Values, valley: Chart, map_chart: Chart, rim: float) -> None:
        self.x, self.y, self.rim = x, y, rim
        self._map = map_chart
        self.across = valley.box.width / map_chart.box.height
        self._up = valley.box.height / valley.y_scale.high / self.across
        middle = valley.box.left + valley.box.width / 2
        self.front = View(0.0, 0.0, (middle, valley.box.bottom), self.across)
        self.top = View(-np.pi / 2, np.pi / 2, map_chart.box.middle, 1.0)
        u, v = map_chart.box.middle
        self.aside = View(**ASIDE, centre=(u, v - 3.35), scale=1.16)

    def points(self, a: ArrayLike, b: ArrayLike, height: ArrayLike) -> Points:
        """Return the points (..., 3) of lines (a, b) whose sum is ``height``."""
        box = self._map.box
        u = box.width * (self._map.x_scale.share(a) - 0.5)
        v = box.height * (self._map.y_scale.share(b) - 0.5)
        z = self._up * np.asarray(height, dtype=float)
        return np.stack(np.broadcast_arrays(u, v, z), axis=-1)

    def on_surface(self, a: ArrayLike, b: ArrayLike) -> Points:
        """Return the points (..., 3) of lines (a, b) at the height of their sum."""
        return self.points(a, b, absolute_residual(self.x, self.y, a, b))

    def valley(self, a: float) -> Points:
        """Return the valley (n + 2, 3) over the slope ``a``, cut at the rim."""
        bends = kinks(self.x, self.y, a)
        # Beyond the outer corners the sum rises by n for each unit of b.
        sums = absolute_residual(self.x, self.y, a, bends)
        low = bends[0] - (self.rim - sums[0]) / bends.size
        high = bends[-1] + (self.rim - sums[-1]) / bends.size
        if sums[0] > self.rim:
            k = int(np.argmin(sums))
            low = float(np.interp(self.rim, sums[k::-1], bends[k::-1]))
        if sums[-1] > self.rim:
            k = int(np.argmin(sums))
            high = float(np.interp(self.rim, sums[k:], bends[k:]))
        b = np.concatenate([[low], np.clip(bends, low, high), [high]])
        return self.on_surface(np.full_like(b, a), b)


class Valleys(VGroup):
    """The valleys that have been seen, the one of the present slope, and the one that was lit."""

    def __init__(self, space: ValleySpace, lit: float, theme: Theme) -> None:
        self.space = space
        low, high = level_reach(space)
        step = min(high - lit, lit - low) / (ON_EACH_SIDE + 0.5)
        offsets = np.arange(np.ceil((low - lit) / step), np.floor((high - lit) / step) + 1)
        inside = np.array([lit + k * step for k in offsets if low < lit + k * step < high])
        self.slopes = inside
        self._corners = np.array([space.valley(float(a)) for a in inside])
        self.seen = Strokes(theme.absolute, THIN, 0.75)
        self.present = Strokes(theme.ink, BOLD)
        self.lit = Strokes(theme.absolute, BOLD + 1)
        self._lit = space.valley(lit)[None]
        super().__init__(self.seen, self.present, self.lit)

    def set_sight(self, low: float, high: float, now: float, view: View) -> Self:
        """Show the valleys from slope ``low`` to ``high`` and that of ``now``."""
        shown = (self.slopes >= low - 1e-9) & (self.slopes <= high + 1e-9)
        self.seen.set_corners(self._corners[shown], view)
        self.present.set_corners(self.space.valley(now)[None], view)
        self.lit.set_corners(self._lit, view)
        return self


class LevelPolygons(Strokes):
    """Lines of equal sums: polygons about the best lines, each at its height."""

    def __init__(self, space: ValleySpace, levels: Values, theme: Theme) -> None:
        super().__init__(theme.muted, THIN)
        x, y = space.x, space.y
        self._rings = np.array(
            [space.points(*level_curve(x, y, level, FULL_TURN), level) for level in levels]
        )
        self.set_view(space.front)

    def set_view(self, view: View) -> Self:
        """Draw the polygons as ``view`` shows them."""
        return self.set_corners(self._rings, view)


def level_reach(space: ValleySpace) -> tuple[float, float]:
    """Return the least and the largest slope of the lines whose sum is below the rim."""
    a, _ = level_curve(space.x, space.y, space.rim, FULL_TURN)
    return float(a.min()), float(a.max())
