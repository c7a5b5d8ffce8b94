"""Two of the points and their bars, marked: which bar is whose, and that the farther is wider."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.cloud import feet_nearest
from scenes.visuals.geometric_fit.page import MOVED, Values
from scenes.visuals.geometric_fit.row import Row
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD, THIN

RING = 0.25  # radius
CORNERS = 48


class Ringed(VGroup):
    """Rings about the point of the first bar of ``row`` and about that of its widest other one.

    That bar has a frame, as the first one has, and its point the legs along a line and across it.
    """

    def __init__(self, row: Row, theme: Theme) -> None:
        self.far = row.measured[row.widest]
        self.rings = VMobject(stroke_color=theme.ink, stroke_width=BOLD)
        self.rings.points = polylines(np.stack([_ring(row.measured[0]), _ring(self.far)]))
        self.frame = VMobject(stroke_color=theme.ink, stroke_width=THIN)
        self.frame.points = polylines(row.bar(row.widest))
        self.along = VMobject(stroke_color=theme.point, stroke_width=2 * BOLD)
        self.across = VMobject(stroke_color=theme.residual, stroke_width=2 * BOLD)
        super().__init__(self.along, self.across, self.rings, self.frame)
        self.set_z_index(5)
        self.frame.set_z_index(3)
        self.rings.set_z_index(7)

    def set_angle(self, angle: float) -> Self:
        """Lay the legs along and across the line at ``angle``."""
        foot = feet_nearest(self.far[None], angle)[0]
        self.along.points = polylines(MOVED.places([np.zeros(2), foot])[None])
        self.across.points = polylines(MOVED.places([foot, self.far])[None])
        return self


def _ring(point: Values) -> Values:
    """Return the corners (CORNERS + 1, 3) of a ring about a ``point`` of the sheet."""
    angle = np.linspace(0, 2 * np.pi, CORNERS + 1)
    return MOVED.places(point + RING * np.stack([np.cos(angle), np.sin(angle)], axis=1))
