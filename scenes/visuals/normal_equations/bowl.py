"""epsilon over the plane of lines as a bowl, a ball in it, and the two slopes under the ball.

The bowl is drawn in coordinates in which its level curves are circles; heights are exact.
"""

from typing import Self

import numpy as np
from manim import Circle, VGroup, VMobject
from numpy.typing import NDArray

from core.landscape.squared import ResidualLandscape
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN, Box

RIM = 2.1  # the root of the height of its rim
RINGS, RIBS, STEPS = 6, 12, 49
TURN, TILT = -0.9, 0.36
FULL_TURN = np.linspace(0, 2 * np.pi, STEPS)
HALF_TANGENT = 1.1
RADIUS = 0.15

Values = NDArray[np.float64]


class Bowl(VGroup):
    """Rings and ribs of the bowl, its ball, and tangents along a (blue) and along b (orange)."""

    def __init__(self, pen: Pen, area: Box, landscape: ResidualLandscape) -> None:
        super().__init__()
        theme = pen.theme
        self.landscape = landscape
        self.walls = VMobject(stroke_color=theme.muted, stroke_width=THIN)
        self.along_slope = VMobject(stroke_color=theme.slope, stroke_width=BOLD)
        self.along_intercept = VMobject(stroke_color=theme.intercept, stroke_width=BOLD)
        self.ball = Circle(
            RADIUS, fill_color=theme.ink, fill_opacity=1, stroke_color=theme.ink, stroke_width=THIN
        )
        self._disc = self.ball.points.copy()
        self.title = Placed(pen.formula("res(epsilon)", size=SMALLEST), np.zeros(3))
        self.add(self.walls, self.title)
        fit = landscape.fit
        # Where a changes and b does not (see ResidualLandscape.at).
        along_a = np.array([np.sqrt(fit.x_sum_of_squares), fit.x_mean * np.sqrt(fit.n)])
        self.directions = along_a / np.linalg.norm(along_a), np.array([0.0, 1.0])
        self.place = np.zeros(2)
        self.set_area(area)

    @property
    def moving(self) -> tuple[VMobject, ...]:
        """The ball and its tangents."""
        return self.along_slope, self.along_intercept, self.ball

    def set_area(self, area: Box) -> Self:
        """Stand in ``area``: a pure function of the area."""
        self.area = area
        rings = [
            self._places(r * np.cos(FULL_TURN), r * np.sin(FULL_TURN))
            for r in np.sqrt(np.linspace(0, 1, RINGS + 1)[1:]) * RIM
        ]
        ends = np.linspace(-RIM, RIM, STEPS)
        angles = np.linspace(0, np.pi, RIBS // 2, endpoint=False)
        ribs = [self._places(ends * np.cos(angle), ends * np.sin(angle)) for angle in angles]
        self.walls.points = polylines(np.array([*rings, *ribs]))
        self.title.put(np.array([area.left + 0.25, area.top - 0.25, 0.0]))
        return self.set_ball(*self.place)

    def set_ball(self, u: float, v: float) -> Self:
        """Put the ball, with its tangents, at the place (u, v); the lowest one is (0, 0)."""
        self.place = np.array([u, v])
        at = self._places(np.array(u), np.array(v))
        self.ball.points = self._disc + at
        strokes = (self.along_slope, self.along_intercept)
        for stroke, direction in zip(strokes, self.directions, strict=True):
            steep = 2 * float(self.place @ direction)
            reach = HALF_TANGENT / np.hypot(1, 0.5 * steep) * np.array([-1.0, 1.0])
            ends = self.place + reach[:, None] * direction
            height = u * u + v * v + reach * steep
            stroke.points = polylines(self._places(ends[:, 0], ends[:, 1], height)[None])
        return self

    def line(self, u: float, v: float) -> tuple[float, float]:
        """Return the line (a, b) of a place."""
        a, b = self.landscape.at(np.hypot(u, v), np.arctan2(v, u))
        return float(a), float(b)

    def _places(self, u: Values, v: Values, height: Values | None = None) -> Values:
        z = u * u + v * v if height is None else height
        across = u * np.cos(TURN) - v * np.sin(TURN)
        deep = u * np.sin(TURN) + v * np.cos(TURN)
        rise = 0.62 * z + TILT * deep
        low, high = -0.62, 0.62 * RIM**2 + TILT * RIM
        scale = min(self.area.width / (2.1 * RIM), self.area.height / (high - low))
        x = self.area.left + self.area.width / 2 + scale * across
        y = self.area.bottom + scale * (rise - low)
        return np.stack([x, y, np.zeros_like(x)], axis=-1)
