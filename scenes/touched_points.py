"""Data points that swell while a line passes through them."""

from typing import Self

import numpy as np
from manim import Circle, VMobject
from numpy.typing import NDArray

from core import palette
from scenes.panel import Panel

RADIUS = 0.085
SWELLING = 0.9
REACH = 0.16


class TouchedPoints(VMobject):
    """One disc for each point; it grows as the line comes near, in screen units."""

    def __init__(self, panel: Panel, x: NDArray[np.float64], y: NDArray[np.float64]) -> None:
        super().__init__(stroke_width=0, fill_color=palette.DATA, fill_opacity=1)
        self.panel, self.x = panel, x
        self._places = panel.places(x, y)
        self._shape = Circle(RADIUS).points
        self.set_radii(np.ones(x.size))

    def set_line(self, a: float, b: float) -> Self:
        """Swell the points near y = a x + b."""
        gap = self.panel.places(self.x, a * self.x + b)[:, 1] - self._places[:, 1]
        return self.set_radii(1 + SWELLING * np.exp(-((gap / REACH) ** 2)))

    def set_radii(self, radii: NDArray[np.float64]) -> Self:
        """Draw each disc with its radius, in units of the radius at rest."""
        discs = self._places[:, None, :] + radii[:, None, None] * self._shape
        self.points = discs.reshape(-1, 3)
        return self
