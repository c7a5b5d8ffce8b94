"""A curve given by its corners, shown as far as a sweep has come, and dots on its kinks."""

from typing import Self

import numpy as np
from manim import Circle, VMobject
from numpy.typing import ArrayLike, NDArray

from scenes.visuals.plot.panel import Panel

KINK_RADIUS = 0.07


class UncoveredCurve(VMobject):
    """Straight pieces through (x, y), x ascending, between the ends of what has been seen."""

    def __init__(
        self, panel: Panel, x: ArrayLike, y: ArrayLike, colour: str, *, width: float = 6
    ) -> None:
        super().__init__(stroke_color=colour, stroke_width=width)
        self.panel = panel
        self.x, self.y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        self.set_seen(float(self.x[0]), float(self.x[0]))

    def set_seen(self, low: float, high: float) -> Self:
        """Draw the curve from ``low`` to ``high``."""
        inner = self.x[(self.x > low) & (self.x < high)]
        x = np.concatenate([[low], inner, [high]])
        self.set_points_as_corners(self.panel.places(x, np.interp(x, self.x, self.y)))
        return self


class Kinks(VMobject):
    """A dot at each (x, y) that a sweep has passed."""

    def __init__(self, panel: Panel, x: ArrayLike, y: ArrayLike, colour: str) -> None:
        super().__init__(stroke_width=0, fill_color=colour, fill_opacity=1)
        self.x = np.asarray(x, dtype=float)
        shape: NDArray[np.float64] = Circle(KINK_RADIUS).points
        self._dots = panel.places(x, y)[:, None, :] + shape
        self.set_seen(-np.inf, -np.inf)

    def set_seen(self, low: float, high: float) -> Self:
        """Show the dots between ``low`` and ``high``."""
        seen = (self.x >= low) & (self.x <= high)
        self.points = self._dots[seen].reshape(-1, 3)
        return self
