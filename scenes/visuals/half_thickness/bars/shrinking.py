"""The outline of a bar laid on the next one and shrunk until it fits."""

from typing import Self

import numpy as np

from scenes.visuals.half_thickness.rates import Bars
from scenes.visuals.half_thickness.viewed import Viewed
from scenes.visuals.half_thickness.views import FEW
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD


class Shrinking(Viewed):
    """Outlines on their way, the first ``shown`` of them arrived: first across, then shrunk.

    Each bar's outline has the ``share`` of its height in the end.
    """

    def __init__(self, bars: Bars, share: float, colour: str) -> None:
        super().__init__(bars.views, FEW, stroke_color=colour, stroke_width=BOLD)
        self.bars, self.share = bars, share

    def draw(self) -> Self:
        """Draw the outlines from their state."""
        x, rate, half = self.bars.x, self.bars.measured, self.bars.half_mm
        rings = []
        for k in range(int(np.ceil(self.shown))):
            way = min(self.shown - k, 1.0)
            across, shrunk = np.clip(2 * way, 0, 1), np.clip(2 * way - 1, 0, 1)
            middle = x[k] + across * (x[k + 1] - x[k])
            top = rate[k] * (1 - shrunk * (1 - self.share))
            ends = middle + half * np.array([-1, -1, 1, 1, -1])
            rings.append(self.views.places(ends, top * np.array([0, 1, 1, 0, 0]), self.view))
        self.points = polylines(np.array(rings)) if rings else np.zeros((0, 3))
        return self
