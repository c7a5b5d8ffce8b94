"""One point and a piece of the line under a lens: the upright way to it, and the shortest."""

from typing import Self

import numpy as np
from manim import Circle, VGroup, VMobject
from numpy.typing import NDArray

from core import palette
from core.palette import Theme
from scenes.visuals.geometric_fit.turning_line import direction
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.typeset import formula

LENS = 1.6
UPRIGHT = 1.9
# The triangle of both ways is wider than the upright way: this puts it into the middle.
ASIDE = -0.35
SQUARE = 0.2

Place = NDArray[np.float64]


class MagnifiedDistance(VGroup):
    """A lens at ``centre`` over a line under ``angle`` and a point that lies above it."""

    def __init__(self, centre: Place, angle: float, theme: Theme) -> None:
        super().__init__()
        self.along = np.append(direction(angle), 0.0)
        self.below = centre + np.array([ASIDE, -UPRIGHT / 2, 0.0])
        self.point = self.below + np.array([0.0, UPRIGHT, 0.0])
        self.foot = self.below + ((self.point - self.below) @ self.along) * self.along
        self.upright = _way(self.point, self.below, palette.RESIDUAL)
        self.shortest = VMobject(stroke_color=palette.RESIDUAL, stroke_width=6)
        self.corner = self._right_angle(theme)
        self.upright_name = self._name("abs(r_i)", self.point + self.below, (-0.6, 0.0, 0.0))
        self.shortest_name = self._name("d_i", self.point + self.foot, (0.3, 0.22, 0.0))
        self.glass = VGroup(
            Circle(LENS, stroke_color=theme.muted, stroke_width=3).move_to(centre),
            self._line_through(centre),
        )
        self.dot = Circle(0.11, fill_color=palette.DATA, fill_opacity=1, stroke_width=0).move_to(
            self.point
        )
        self.add(self.glass, self.upright, self.shortest, self.dot, self.upright_name)

    def set_swing(self, share: float) -> Self:
        """Let the second way swing from the upright one to the shortest."""
        end = self.below + share * (self.foot - self.below)
        self.shortest.points = polylines(np.stack([self.point, end])[None])
        return self

    def _line_through(self, centre: Place) -> VMobject:
        """Return the piece of the line that the lens shows."""
        middle = (centre - self.below) @ self.along
        aside = np.linalg.norm(centre - self.below - middle * self.along)
        half = np.sqrt(LENS**2 - aside**2)
        start, end = (self.below + (middle + side * half) * self.along for side in (-1, 1))
        return _way(start, end, palette.BEST_LINE)

    def _right_angle(self, theme: Theme) -> VMobject:
        """Return the mark of a right angle where the shortest way meets the line."""
        up = (self.point - self.foot) / np.linalg.norm(self.point - self.foot)
        corners = [
            self.foot - SQUARE * self.along,
            self.foot - SQUARE * self.along + SQUARE * up,
            self.foot + SQUARE * up,
        ]
        mark = VMobject(stroke_color=theme.ink, stroke_width=2.5)
        mark.points = polylines(np.stack(corners)[None])
        return mark

    def _name(self, source: str, ends: Place, shift: tuple[float, float, float]) -> VMobject:
        name = formula(source, colour=palette.RESIDUAL, size=40)
        return name.move_to(ends / 2 + np.array(shift))


def _way(start: Place, end: Place, colour: str) -> VMobject:
    way = VMobject(stroke_color=colour, stroke_width=6)
    way.points = polylines(np.stack([start, end])[None])
    return way
