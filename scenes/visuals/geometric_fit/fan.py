"""The lines that the upright fit leaves on the sheet while the sheet is turned.

With the sums of squares and products of the points as a matrix, the line fitted upright lies along
that matrix times the level direction: while level goes half round the sheet, so does the fit, and
every line through the mean has its moment.
"""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.cloud import Cloud
from scenes.visuals.geometric_fit.page import Page, chord
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN

APART = np.deg2rad(18.0)  # from one line that is left to the next
SLACK = 1e-9


class Fan(VMobject):
    """A line for each so many degrees that the upright fit has turned on the sheet of ``cloud``."""

    def __init__(self, cloud: Cloud, theme: Theme) -> None:
        super().__init__(stroke_color=theme.muted, stroke_width=THIN)
        self.cloud = cloud

    def set_swept(self, page: Page, start: float, end: float) -> Self:
        """Draw what is left on ``page`` by a turn from ``start`` on to ``end``, both in radians."""
        first, last = (self.cloud.upright_angle(turn) for turn in (start, end))
        # A line has two ends: after half a turn it is where it was.
        swept = min(abs(last - first), np.pi - SLACK)
        angles = first + np.sign(last - first) * np.arange(0.0, swept + SLACK, APART)
        self.points = polylines(page.places(np.stack([chord(angle) for angle in angles])))
        return self
