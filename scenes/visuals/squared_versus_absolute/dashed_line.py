"""A straight line in dashes: on another one both are seen."""

from typing import Self

import numpy as np

from scenes.visuals.plot.regression import StraightLine
from scenes.visuals.space.polylines import polylines

# Of a dash and from one to the next, in units of the screen.
DASH, PITCH = 0.34, 0.52


class DashedLine(StraightLine):
    """The line y = a x + b as far as its chart reaches, dashed from its left end on."""

    def draw(self) -> Self:
        """Draw the dashes where the chart is now."""
        super().draw()
        start, end = self.points[0], self.points[-1]
        length = float(np.linalg.norm(end - start))
        if length > 0:
            # No crumb at the end: the last dash is at least a third of one.
            begins = np.arange(0.0, max(length - DASH / 3, DASH / 3), PITCH)
            ends = np.minimum(begins + DASH, length)
            shares = np.stack([begins, ends], axis=1)[:, :, None] / length
            self.points = polylines(start + shares * (end - start))
        return self
