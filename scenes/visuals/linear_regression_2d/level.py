"""Why every way starts level: two level bars that cross hold a sheet level."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.sheet import Sheet
from scenes.visuals.space.polylines import polylines

BAR, LENGTH = 13.0, 0.62
GROWN = 0.35  # share of the time after which both bars lie there


class Level:
    """A bar along a and one along b where both are level, and one that turns between them."""

    def __init__(self, sheet: Sheet, theme: Theme) -> None:
        self._space, self._angles = sheet.space, sheet.angles
        colours = theme.slope, theme.intercept, theme.ink
        self.bars = [VMobject(stroke_color=c, stroke_width=BAR).set_z_index(8) for c in colours]
        self.bars[2].set_z_index(9)
        self.set_share(0.0)

    def set_share(self, share: float) -> Self:
        """Let both grow, then turn the third from one of them to the way that is seen face-on."""
        grown, turned = np.clip([share / GROWN, (share - GROWN) / (1 - GROWN)], 0, 1)
        start, end = self._angles[1], self._space.yaw
        angles = *self._angles, start + turned * (end - start)
        for bar, angle, length in zip(self.bars, angles, (grown, grown, turned > 0), strict=True):
            ends = LENGTH * float(length) * np.array([-1.0, 1.0])
            bar.points = polylines(self._space.places(ends, angle, 0.0)[None])
        return self
