"""A point that is looked at: a ring around it, and the same ringed point at the foot of its bar."""

from typing import Self

import numpy as np
from manim import Circle, VGroup, VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.drawn import Dots
from scenes.visuals.geometric_fit.page import Page, Values
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, PICTURE

RING = 0.19  # radius
BELOW = 0.28  # the floor of the bars


class Mark(VGroup):
    """Rings on ``point`` (2,) of the level sheet, and on its copy below the ``foot`` of its bar."""

    def __init__(self, point: Values, foot: Values, theme: Theme) -> None:
        self._start = Page().places(point)
        self._end = np.array([min(foot[0], PICTURE.right - RING), foot[1] - BELOW, 0.0])
        self.home, self.copied = (Placed(_ringed(theme), self._start) for _ in range(2))
        super().__init__(self.home, self.copied)
        self.set_z_index(8)

    def set_flown(self, share: float) -> Self:
        """Show the copy after ``share`` of its way to the foot of the bar."""
        self.copied.put(self._start + share * (self._end - self._start))
        return self


def _ringed(theme: Theme) -> VGroup:
    ring = VMobject(stroke_color=theme.ink, stroke_width=BOLD)
    ring.points = RING * Circle(1.0).points
    disc = Dots(theme).set_points_on(Page(middle=(0.0, 0.0)), np.zeros((1, 2)))
    return VGroup(disc, ring)
