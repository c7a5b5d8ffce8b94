"""The way of a mix, walked by steps along a and along b in turn, as seen from very near."""

from typing import Self

import numpy as np
from manim import CapStyleType, Circle, VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.surface.ball import DOT
from scenes.visuals.linear_regression_2d.surface.course import Course
from scenes.visuals.linear_regression_2d.surface.space import Space
from scenes.visuals.space.polylines import polylines

TREAD = 12  # strokes


class Stairs:
    """Steps in the colours of both numbers, and the dot that walks them."""

    def __init__(self, space: Space, course: Course, theme: Theme) -> None:
        self._space, self._course = space, course
        colours = theme.slope, theme.intercept
        self.treads = [VMobject(stroke_color=colour, stroke_width=TREAD) for colour in colours]
        for tread in self.treads:
            tread.set_cap_style(CapStyleType.ROUND).set_z_index(7)
        self.dot = Circle(DOT, color=theme.ink, fill_opacity=1).set_z_index(8)
        self.set_walked(1, 0.0)

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """All of it."""
        return *self.treads, self.dot

    def set_walked(self, steps: int, share: float) -> Self:
        """Show a ``share`` of the walk to the end by so many steps along either way."""
        corners = self._course.corners(steps)
        gone = share * 2 * steps
        shares = np.clip(gone - np.arange(2 * steps), 0.0, 1.0)[:, None]
        ends = corners[:-1] + shares * np.diff(corners, axis=0)
        strokes = np.stack([corners[:-1], ends], axis=1)
        for k, tread in enumerate(self.treads):
            drawn = strokes[k::2][shares[k::2, 0] > 0]
            tread.points = polylines(self._space.on_bowl(drawn.reshape(-1, 2)).reshape(-1, 2, 3))
        here = ends[min(int(gone), 2 * steps - 1)]
        self.dot.move_to(self._space.on_bowl(here[None])[0])
        return self
