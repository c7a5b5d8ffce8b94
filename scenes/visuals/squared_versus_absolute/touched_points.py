"""Points that swell while a line passes through them."""

from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import Points

RADIUS = 0.1
SWELLING = 0.8
REACH = 0.1


class TouchedPoints(Points):
    """Discs at the points (x, y), each of which grows as a line comes near it on the screen."""

    def __init__(
        self, chart: Chart, x: NDArray[np.float64], y: NDArray[np.float64], theme: Theme
    ) -> None:
        self._line: tuple[float, float] | None = None
        super().__init__(chart, x, y, theme, radius=RADIUS)

    def set_line(self, a: float, b: float) -> Self:
        """Swell the points near y = a x + b."""
        self._line = a, b
        return self.draw()

    def draw(self) -> Self:
        """Draw the discs where the chart is now."""
        super().draw()
        if self._line is not None:
            a, b = self._line
            places = self.chart.places(self.x, self.y)
            gaps = self.chart.places(self.x, a * self.x + b)[:, 1] - places[:, 1]
            size = 1 + SWELLING * np.exp(-((gaps / REACH) ** 2))
            discs = self.points.reshape(len(places), -1, 3) - places[:, None, :]
            self.points = (places[:, None, :] + size[:, None, None] * discs).reshape(-1, 3)
        return self
