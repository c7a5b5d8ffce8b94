"""Marks on the axis of rates, each by one factor lower than the one above."""

from typing import Self

import numpy as np

from scenes.visuals.half_thickness.bars.steps import Steps
from scenes.visuals.half_thickness.viewed import Viewed
from scenes.visuals.half_thickness.views import FEW, FEW_SHEETS, HALF
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN


class Marks(Viewed):
    """From each mark on the axis to the stairs: ``shown`` of this way.

    At one half there is a level already.
    """

    def __init__(self, steps: Steps, colour: str) -> None:
        super().__init__(steps.views, FEW, stroke_color=colour, stroke_width=THIN)
        few = slice(1, FEW_SHEETS + 1)
        self.rates = [mark for mark in self.views.marks if mark != HALF]
        lower = [steps.rate[few] <= rate for rate in self.rates]
        # What lies below the stairs ends with them.
        ends = [float(steps.x[few][one][0] if one.any() else steps.x[few][-1]) for one in lower]
        # The highest one is where the stairs begin.
        self.ends_mm = [0.0, *ends[1:]]

    def draw(self) -> Self:
        """Draw them from their state."""
        ends = self.views.places(self.ends_mm, self.rates, self.view)
        starts = ends.copy()
        starts[:, 0] = self.views.box(self.view).left
        ways = np.stack([starts, starts + self.shown * (ends - starts)], axis=1)
        self.points = polylines(ways)
        return self
