"""The sum of squares of every direction, drawn around the cloud: how far out is how large.

A line has two ends, so the dial is drawn at both: after half a turn of the line it is closed, and
its two narrowest places belong to one line.
"""

from typing import Self

import numpy as np
from manim import Circle, VGroup, VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.cloud import Cloud
from scenes.visuals.geometric_fit.page import Page, Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD, THIN

REACH = 2.95  # of the largest sum, on the screen
STEP = np.pi / 180
MARK = 0.12


class Dial(VGroup):
    """What has been swept of the dial, at both ends of the line, and the spokes that sweep it."""

    def __init__(self, cloud: Cloud, page: Page, theme: Theme) -> None:
        self.cloud, self.page = cloud, page
        self.largest = float(cloud.sum_of_squares(np.arange(0, np.pi, STEP)).max())
        red = theme.residual
        self.inside = VMobject(stroke_color=red, stroke_width=BOLD, fill_color=red)
        self.rim = VMobject(stroke_color=red, stroke_width=BOLD)
        self.spokes = VMobject(stroke_color=red, stroke_width=2 * BOLD)
        self.marks = VMobject(
            stroke_color=theme.ink, stroke_width=THIN, fill_color=red, fill_opacity=1
        )
        self._disc = Circle(MARK).points
        super().__init__(self.inside, self.rim, self.spokes, self.marks)

    def place(self, angle: Values) -> Values:
        """Return the places (n, 3) of the dial at ``angle`` (n,)."""
        out = REACH * self.cloud.sum_of_squares(angle) / self.largest
        along = np.stack([np.cos(angle), np.sin(angle), np.zeros_like(angle)], axis=-1)
        places: Values = self.page.middle + out[:, None] * along
        return places

    def set_swept(self, start: float, end: float) -> Self:
        """Draw the dial for lines from the angle ``start`` to ``end``, and the spokes there."""
        angles = np.linspace(start, end, max(2, round(abs(end - start) / STEP)))
        halves = [self.place(angles + half) for half in (0.0, np.pi)]
        self.rim.points = np.concatenate([polylines(half[None]) for half in halves])
        return self.set_spokes(end)

    def set_spokes(self, angle: float) -> Self:
        """Point the spokes, and the discs at their ends, along the line at ``angle``."""
        ends = self.place(np.array([angle, angle + np.pi]))
        self.spokes.points = polylines(ends[None])
        self.marks.points = (ends[:, None, :] + self._disc).reshape(-1, 3)
        return self

    def set_filled(self, opacity: float) -> Self:
        """Fill the whole dial."""
        angles = np.linspace(0, 2 * np.pi, 361)
        self.inside.points = polylines(self.place(angles)[None])
        self.inside.set_fill(opacity=opacity)
        return self
