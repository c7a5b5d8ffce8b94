"""A short tangent that slides along a parabola: level where nothing gets smaller."""

from typing import Self

import numpy as np
from manim import Line, VMobject

from scenes.panel import Panel


class Tangent(VMobject):
    """The tangent of y = curvature (x - x0)^2, of one length on the screen wherever it touches."""

    def __init__(
        self, panel: Panel, x0: float, curvature: float, colour: str, *, length: float = 1.7
    ) -> None:
        super().__init__(stroke_color=colour, stroke_width=5)
        self.panel, self.x0, self.curvature, self.length = panel, x0, curvature, length
        self.set_touch(x0)

    def set_touch(self, x: float) -> Self:
        """Touch the parabola at ``x``."""
        height = self.curvature * (x - self.x0) ** 2
        slope = 2 * self.curvature * (x - self.x0)
        touch = self.panel.place(x, height)
        ahead = self.panel.place(x + 1, height + slope) - touch
        half = 0.5 * self.length * ahead / np.linalg.norm(ahead)
        self.points = Line(touch - half, touch + half).points
        return self
