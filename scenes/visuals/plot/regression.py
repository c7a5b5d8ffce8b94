"""Points, a line, its residuals and their squares in a chart.

Each part keeps its values; ``draw`` is a pure function of them and of the chart's present box.
"""

from typing import Self

import numpy as np
from manim import Circle, VGroup, VMobject
from numpy.typing import ArrayLike, NDArray

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD

Values = NDArray[np.float64]

# How many points are on their way at the same time while they appear.
APPEARING = 6
RADIUS = 0.11
RIM = 3  # half of it lies outside the disc
SQUARE_OPACITY = 0.32


class Points(VMobject):
    """Discs at the points (x, y), as one mobject, on a rim in the colour of the ground.

    The rim lies behind all discs: where they crowd they run together and stay light.
    """

    def __init__(
        self,
        chart: Chart,
        x: ArrayLike,
        y: ArrayLike,
        theme: Theme,
        *,
        colour: str | None = None,
        radius: float = RADIUS,
    ) -> None:
        super().__init__(
            stroke_width=0,
            background_stroke_width=RIM,
            background_stroke_color=theme.background,
            background_stroke_opacity=1,
            fill_color=colour or theme.point,
            fill_opacity=1,
        )
        self.chart = chart
        self.x, self.y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        self._disc = Circle(radius).points
        self._shown = self._size = 1.0
        self.draw()

    def set_size(self, size: float) -> Self:
        """Draw the discs so many times as large."""
        self._size = size
        return self.draw()

    def set_shown(self, share: float) -> Self:
        """Let the discs pop up one after the other; all are there when ``share`` is 1."""
        self._shown = share
        return self.draw()

    def set_values(self, x: ArrayLike, y: ArrayLike) -> Self:
        """Move the discs to the points (x, y)."""
        self.x, self.y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        return self.draw()

    def draw(self) -> Self:
        """Draw the discs where the chart is now."""
        places = self.chart.places(self.x, self.y)
        n = len(places)
        started = np.clip((self._shown * (n + APPEARING) - np.arange(n)) / APPEARING, 0.0, 1.0)
        # Overshoots a little before it settles: a thing that lands, not one that fades.
        size = self._size * started * (1 + 1.2 * (1 - started) * started)
        discs = places[:, None, :] + size[:, None, None] * self._disc[None, :, :]
        self.points = discs.reshape(-1, 3)
        return self


class StraightLine(VMobject):
    """The line y = a x + b as far as its chart reaches."""

    def __init__(
        self, chart: Chart, a: float, b: float, colour: str, *, width: float = BOLD
    ) -> None:
        super().__init__(stroke_color=colour, stroke_width=width)
        self.chart, self.a, self.b = chart, a, b
        self.draw()

    def set_line(self, a: float, b: float) -> Self:
        """Draw y = a x + b, cut at the edges of the chart."""
        self.a, self.b = a, b
        return self.draw()

    def draw(self) -> Self:
        """Draw the line where the chart is now."""
        ends = self.chart.places(*_clipped(self.chart, self.a, self.b))
        self.points = polylines(ends[None, :, :])
        return self


class Residuals(VMobject):
    """The vertical distances y - (a x + b), one bold stroke each."""

    def __init__(
        self,
        chart: Chart,
        x: Values,
        y: Values,
        line: tuple[float, float],
        theme: Theme,
        *,
        colour: str | None = None,
    ) -> None:
        super().__init__(stroke_color=colour or theme.residual, stroke_width=BOLD)
        self.chart, self.x, self.y = chart, x, y
        self.drawn = 1.0
        self.set_line(*line)

    def set_line(self, a: float, b: float, drawn: float = 1.0) -> Self:
        """Draw the share ``drawn`` of each distance, starting at the point."""
        self.a, self.b, self.drawn = a, b, drawn
        return self.draw()

    def draw(self) -> Self:
        """Draw the distances where the chart is now."""
        ends = self.y + self.drawn * (self.a * self.x + self.b - self.y)
        strokes = [self.chart.places(self.x, self.y), self.chart.places(self.x, ends)]
        self.points = polylines(np.stack(strokes, axis=1))
        return self


class Squares(VGroup):
    """One square on each residual; where they overlap they add, since each has its own fill.

    A square opens to the side where the chart has room for it, or all open to one ``side``: 1 is
    right, -1 is left.
    """

    def __init__(
        self,
        chart: Chart,
        x: Values,
        y: Values,
        line: tuple[float, float],
        theme: Theme,
        *,
        colour: str | None = None,
        side: float | None = None,
    ) -> None:
        super().__init__(*(square(theme, colour) for _ in x))
        self.chart, self.x, self.y = chart, x, y
        self._side = side
        self.drawn = 1.0
        self.set_line(*line)

    def set_line(self, a: float, b: float, drawn: float = 1.0) -> Self:
        """Draw the squares of y = a x + b with their widths scaled by ``drawn``."""
        self.a, self.b, self.drawn = a, b, drawn
        return self.draw()

    def corners(self) -> NDArray[np.float64]:
        """Return the corners (n, 4, 3) of the squares where the chart is now."""
        at_point = self.chart.places(self.x, self.y)
        at_line = self.chart.places(self.x, self.a * self.x + self.b)
        side = np.abs(at_line[:, 1] - at_point[:, 1])
        way = openings(self.chart, at_point) if self._side is None else self._side
        width = self.drawn * way * side
        left, right = at_point[:, 0] + np.minimum(width, 0), at_point[:, 0] + np.maximum(width, 0)
        low, high = np.sort([at_point[:, 1], at_line[:, 1]], axis=0)
        flat = np.zeros_like(width)
        ring = ((left, low), (right, low), (right, high), (left, high))
        return np.stack([np.stack([u, v, flat], axis=-1) for u, v in ring], axis=1)

    def draw(self) -> Self:
        """Draw the squares where the chart is now."""
        set_rings(self, self.corners())
        return self


def openings(chart: Chart, places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return to which side squares at ``places`` (n, 3) open: 1 is right, -1 is left.

    Towards the middle: a square then has at least half of the chart to open into.
    """
    return np.where(places[:, 0] < chart.box.left + chart.box.width / 2, 1.0, -1.0)


def square(theme: Theme, colour: str | None = None) -> VMobject:
    """Return an empty mobject that looks like a square on a residual."""
    return VMobject(
        stroke_color=colour or theme.residual,
        stroke_width=3,
        fill_color=colour or theme.residual,
        fill_opacity=SQUARE_OPACITY,
    )


def set_rings(group: VGroup, corners: NDArray[np.float64]) -> None:
    """Give the k-th mobject of ``group`` the closed ring of the k-th corners (n, m, 3)."""
    closed = np.concatenate([corners, corners[:, :1]], axis=1)
    for part, ring in zip(group.submobjects, closed, strict=True):
        part.points = polylines(ring[None])


def _clipped(chart: Chart, a: float, b: float) -> tuple[Values, Values]:
    """Return the ends of y = a x + b inside the chart (both ends at one corner when outside)."""
    low, high = chart.x_scale.low, chart.x_scale.high
    if a != 0:
        crossings = sorted([(chart.y_scale.low - b) / a, (chart.y_scale.high - b) / a])
        low, high = max(low, crossings[0]), min(high, crossings[1])
    x = np.array([low, max(low, high)])
    return x, np.clip(a * x + b, chart.y_scale.low, chart.y_scale.high)
