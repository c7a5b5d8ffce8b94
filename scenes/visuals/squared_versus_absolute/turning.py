"""The spot about which a line turns while one point is dragged, and what turns it there."""

from typing import Self

import numpy as np
from manim import Circle, VGroup, VMobject

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import StraightLine
from scenes.visuals.space.polylines import polylines
from scenes.visuals.squared_versus_absolute.pulls import HEAD, LARGEST_HEAD
from scenes.visuals.squared_versus_absolute.stray import Heights, Line, Stray, Values
from scenes.visuals.writing.screen import BOLD, THIN, Box

# Of the bent arrows, in units of the screen, and how far the strongest goes round, in radians.
RADIUS, NARROWEST, WIDEST = 1.8, 0.7, 0.85
# From above the spot to where each begins, in radians, and what turns too little to be seen.
GAP, LEAST = 0.08, 0.1
SAMPLES = 24
# How many lines show that they all go through one spot.
LINES = 5
# Of what the line turns on, in units of the screen.
HUB = 0.15


class Passed(VGroup):
    """The best lines of squares at some heights of the stray point between far and where it is."""

    def __init__(self, chart: Chart, stray: Stray, heights: Heights, theme: Theme) -> None:
        self._stray, self._heights = stray, np.linspace(heights.far, heights.home, LINES)
        best = [stray.squared(float(height)) for height in self._heights]
        self._now = StraightLine(chart, *best[0], theme.squared, width=BOLD)
        super().__init__(
            *(StraightLine(chart, *one, theme.squared, width=THIN) for one in best), self._now
        )

    def answer(self, height: float) -> Self:
        """Show them, and the best line, for the stray point at ``height``."""
        self._now.set_line(*self._stray.squared(height))
        gone = np.abs(self._heights - self._heights[0]) <= abs(height - self._heights[0])
        for line, there in zip(self.submobjects[:-1], gone, strict=True):
            line.set_stroke(opacity=float(there))
        return self


class Turning(VGroup):
    """A line on a hub: bent arrows show how strongly its points turn it, this way and that.

    Whatever the height of the stray point, the best line of least squares goes through one spot.
    A pull turns the line about it by its strength times its distance from there.
    """

    def __init__(self, chart: Chart, stray: Stray, heights: Heights, theme: Theme) -> None:
        start, end = stray.squared(heights.home), stray.squared(heights.far)
        self.x = (start[1] - end[1]) / (end[0] - start[0])
        self._stray = stray
        self._whole = abs(self.moments(heights.far, start)[0])
        self.place = chart.place(self.x, float(np.polyval(start, self.x)))
        self._radius, self._up = _room(chart.box, self.place)
        self.hub = Circle(HUB, stroke_color=theme.ink, stroke_width=BOLD)
        self.hub.set_fill(theme.background, opacity=1).move_to(self.place)
        # That of the stray point has the colour of its rim, that of all the others theirs.
        self.bent = VGroup(
            *(
                VMobject(stroke_color=hue, stroke_width=BOLD + 2)
                for hue in (theme.ink, theme.squared)
            )
        )
        super().__init__(self.hub, self.bent)
        self.passed = Passed(chart, stray, heights, theme)

    @property
    def in_sight(self) -> bool:
        """Tell whether the chart has room about the spot: of a point in mid-table it is far off."""
        return self._radius >= NARROWEST

    def moments(self, height: float, line: Line) -> tuple[float, float]:
        """Return how strongly the stray point, and all the others, turn a line (a, b)."""
        x, y = self._stray.others
        others = float((x - self.x) @ (y - np.polyval(line, x)))
        miss = height - float(np.polyval(line, self._stray.x))
        return (self._stray.x - self.x) * miss, others

    def answer(self, height: float, line: Line, grown: float = 1.0) -> Self:
        """Draw both bent arrows for the stray point at ``height`` and a line (a, b)."""
        angles = grown * WIDEST * np.array(self.moments(height, line)) / self._whole
        for part, angle in zip(self.bent.submobjects, angles, strict=True):
            part.points = self._bent(angle) if abs(angle) > LEAST else np.zeros((0, 3))
        return self

    def _bent(self, angle: float) -> Values:
        """Return an arrow that starts above the spot, or below it, and turns by ``angle``."""
        size = min(HEAD, LARGEST_HEAD * self._radius * abs(angle))
        way = np.sign(angle)
        end = angle + way * GAP
        shaft = self._on_circle(np.linspace(way * GAP, end, SAMPLES), self._radius)
        back = end - way * size / self._radius
        wings = [self._on_circle(np.array([back]), self._radius + side * size) for side in (-1, 1)]
        head = np.concatenate([wings[0], shaft[-1:], wings[1]])
        return np.concatenate([polylines(shaft[None]), polylines(head[None])])

    def _on_circle(self, angles: Values, radius: float) -> Values:
        """Return the places (n, 3) so far round from above the spot, or from below it."""
        across, up = -self._up * np.sin(angles), self._up * np.cos(angles)
        return self.place + radius * np.stack([across, up, np.zeros_like(angles)], axis=-1)


def _room(box: Box, place: Values) -> tuple[float, float]:
    """Return the radius of bent arrows that stay in ``box``, and 1 to bend above, -1 below."""
    above, below = box.bottom + box.height - place[1] - HEAD, place[1] - box.bottom - HEAD
    up = 1.0 if above >= min(RADIUS, below) else -1.0
    beside = min(place[0] - box.left, box.left + box.width - place[0]) / np.sin(WIDEST + GAP)
    return float(min(RADIUS, max(above, below), beside)), up
