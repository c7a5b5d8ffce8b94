"""The bars of single points beside each other in one box, and what is in them once it is one."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.cloud import Cloud, Indices, feet_nearest
from scenes.visuals.geometric_fit.page import Values
from scenes.visuals.geometric_fit.shares import OPACITY
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN, Box

WALL = 4.5  # between two bars, in the colour of the ground
OPENED = 0.35  # of the levelling, until the walls are gone


class Row(VGroup):
    """A bar for each point that is measured: what lies across the line, and on it what along.

    All are as high as their ``box``, and as wide as their points are far from the mean, squared:
    together they fill it. That of the point ``one`` stands before the others, which stand as they
    lie on the line at ``angle``. Where not all points are measured, these stand for the others.
    ``order`` (n,) are the numbers of the points among the measured ones.
    """

    def __init__(self, cloud: Cloud, one: Values, angle: float, box: Box, theme: Theme) -> None:
        points = cloud.points[cloud.measured]
        self.order = _from_one_on(points, one, angle)
        self.measured = points[self.order]
        self.cloud, self.box = cloud, box
        self.total = float((cloud.points**2).sum())
        self.far = (self.measured**2).sum(axis=1)
        edges = np.append(0.0, np.cumsum(self.far)) / self.far.sum()
        self.edges = box.left + box.width * edges
        self.across, self.along = (
            VMobject(stroke_width=0, fill_color=hue, fill_opacity=OPACITY)
            for hue in (theme.residual, theme.point)
        )
        self.walls = VMobject(stroke_color=theme.background, stroke_width=WALL)
        self.walls.points = polylines(
            np.array([[(x, box.bottom, 0.0), (x, box.top, 0.0)] for x in self.edges[1:-1]])
        )
        self.frame = VMobject(stroke_color=theme.ink, stroke_width=THIN)
        first = self.first
        self.frame.points = polylines(
            _rings(*(np.array([v]) for v in (first.left, first.bottom, first.right, first.top)))
        )
        super().__init__(self.across, self.along, self.walls, self.frame)
        self.set_z_index(2)
        self.grown, self.levelled = 1.0, 0.0
        self.set_angle(angle)

    @property
    def first(self) -> Box:
        """Return the box of the bar of the one point."""
        return Box(self.box.left, self.box.bottom, self.edges[1] - self.edges[0], self.box.height)

    def set_angle(self, angle: float) -> Self:
        """Show all bars for the line at ``angle``."""
        self.angle = angle
        return self._draw()

    def set_grown(self, share: float) -> Self:
        """Show all bars but the first grown to a ``share`` of their height."""
        self.grown = share
        return self._draw()

    def set_levelled(self, share: float) -> Self:
        """Show what is in the bars when it has no walls: after all, it is level."""
        self.levelled = float(np.clip((share - OPENED) / (1 - OPENED), 0.0, 1.0))
        closed = 1 - min(share / OPENED, 1.0)
        self.walls.set_stroke(opacity=closed)
        self.frame.set_stroke(opacity=closed)
        return self._draw()

    def borders(self) -> Values:
        """Return which share (n,) of each bar is what its point has across."""
        feet = feet_nearest(self.measured, self.angle)
        across = ((self.measured - feet) ** 2).sum(axis=1) / np.maximum(self.far, 1e-12)
        level = float(self.cloud.sum_of_squares(self.angle)) / self.total
        borders: Values = across + self.levelled * (level - across)
        return borders

    def _draw(self) -> Self:
        floor = np.full(len(self.far), self.box.bottom)
        heights = self.box.height * np.append(1.0, np.full(len(self.far) - 1, self.grown))
        border = floor + heights * self.borders()
        left, right = self.edges[:-1], self.edges[1:]
        self.across.points = polylines(_rings(left, floor, right, border))
        self.along.points = polylines(_rings(left, border, right, floor + heights))
        return self


def _rings(left: Values, low: Values, right: Values, high: Values) -> Values:
    """Return the closed rings (n, 5, 3) of rectangles."""
    corners = (left, low), (right, low), (right, high), (left, high), (left, low)
    return np.stack([np.stack([x, y, 0 * x], axis=-1) for x, y in corners], axis=1)


def _from_one_on(points: Values, one: Values, angle: float) -> Indices:
    """Return the numbers of points (n, 2), first the ``one`` and then as they lie on the line."""
    places = points @ np.array([np.cos(angle), np.sin(angle)])
    return np.lexsort([places, (points != one).any(axis=1)])
