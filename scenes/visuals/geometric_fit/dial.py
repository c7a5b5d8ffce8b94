"""The sum of squares of every direction, drawn around the cloud: how far out is how large.

A line has two ends, so the dial is drawn at both: after half a turn of the line it is closed, and
its two narrowest places belong to one line.
"""

from typing import Self

import numpy as np
from manim import Circle, VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.cloud import MIDDLE, Cloud, Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD, THIN

REACH = 2.98  # of the largest sum, on the screen
STEP = np.pi / 180
MARK = 0.17


class Dial(VMobject):
    """The dial from one angle to another, at both ends of the line."""

    def __init__(self, cloud: Cloud, theme: Theme) -> None:
        super().__init__(stroke_color=theme.residual, stroke_width=BOLD)
        self.cloud = cloud
        angles = np.arange(0, np.pi, STEP)
        self.largest = float(cloud.sum_of_squares(angles).max())

    def place(self, angle: Values) -> Values:
        """Return the places (n, 3) of the dial at ``angle`` (n,)."""
        out = REACH * self.cloud.sum_of_squares(angle) / self.largest
        return np.stack(
            [
                MIDDLE[0] + out * np.cos(angle),
                MIDDLE[1] + out * np.sin(angle),
                np.zeros_like(out),
            ],
            axis=-1,
        )

    def set_swept(self, start: float, end: float) -> Self:
        """Draw the dial for lines from the angle ``start`` to ``end``."""
        angles = np.linspace(start, end, max(2, round(abs(end - start) / STEP)))
        halves = [polylines(self.place(angles + half)[None]) for half in (0.0, np.pi)]
        self.points = np.concatenate(halves)
        return self


class DialMarks(VMobject):
    """A disc on the dial at either end of the line."""

    def __init__(self, dial: Dial, theme: Theme) -> None:
        super().__init__(
            stroke_color=theme.ink, stroke_width=THIN, fill_color=theme.residual, fill_opacity=1
        )
        self.dial = dial
        self._disc = Circle(MARK).points

    def set_angle(self, angle: float) -> Self:
        """Put the discs at the ends of the line at ``angle``."""
        ends = self.dial.place(np.array([angle, angle + np.pi]))
        self.points = (ends[:, None, :] + self._disc).reshape(-1, 3)
        return self
