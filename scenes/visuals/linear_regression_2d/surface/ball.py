"""Where the line on screen is: a dot on the sheet, and a ball above it, as high as its level."""

from typing import Self

import numpy as np
from manim import Circle, VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.surface.space import Space
from scenes.visuals.linear_regression_2d.surface.ways import Ways
from scenes.visuals.space.polylines import polylines

BALL, DOT = 0.15, 0.13
COLUMN = 16  # strokes: as high as what the tank holds above its mark


class Ball:
    """The dot of a line, a column, and the ball at its height."""

    def __init__(self, space: Space, ways: Ways, theme: Theme) -> None:
        self._space, self.ways = space, ways
        self.dot = Circle(DOT, color=theme.ink, fill_opacity=1).set_z_index(8)
        self.stem = VMobject(stroke_color=theme.residual, stroke_width=COLUMN).set_z_index(7)
        self.ball = Circle(BALL, color=theme.ink, fill_opacity=1).set_z_index(8)
        self.set_line(*ways.line(0.0, 0.0))

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """All of it."""
        return self.stem, self.dot, self.ball

    def set_space(self, space: Space) -> Self:
        """Be there from the next line on."""
        self._space = space
        return self

    def set_line(self, a: float, b: float) -> Self:
        """Be where the line y = a x + b is."""
        along, angle = self.ways.polar(a, b)
        ends = self._space.places(along, angle, np.array([0.0, along * along]))
        self.dot.move_to(ends[0])
        self.ball.move_to(ends[1])
        self.stem.points = polylines(ends[None])
        return self
