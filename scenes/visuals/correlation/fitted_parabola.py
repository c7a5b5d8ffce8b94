"""The least-squares parabola of some points."""

from typing import Self

import numpy as np
from manim import VMobject
from numpy.typing import NDArray

from core.fits.multiple import MultipleFit, fit_multiple
from scenes.visuals.plot.panel import Panel


class FittedParabola(VMobject):
    """y = b + a_1 x + a_2 x^2 through points, over their x: exactly one cubic Bezier."""

    def __init__(
        self, panel: Panel, x: NDArray[np.float64], y: NDArray[np.float64], colour: str
    ) -> None:
        super().__init__(stroke_color=colour, stroke_width=6)
        self.panel = panel
        self.low, self.high = float(x.min()), float(x.max())
        self.fit: MultipleFit = fit_multiple(np.stack([x, x**2], axis=1), y)
        self.set_drawn(1.0)

    def set_drawn(self, share: float) -> Self:
        """Draw ``share`` of the parabola, from the left."""
        third = share * (self.high - self.low) / 3
        x = self.low + third * np.arange(4)
        heights = self.fit.predict(np.stack([x, x**2], axis=1))
        first, second = self.fit.coefficients
        rise = third * (first + 2 * second * x[[0, 3]])
        control = [heights[0] + rise[0], heights[3] - rise[1]]
        self.points = self.panel.places(x, [heights[0], *control, heights[3]])
        return self
