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
ALONE = 3.3  # width of the first bar until others are beside it: about as wide as high


class Row(VGroup):
    """A bar for each point that is measured: what lies across the line, and on it what along.

    All are as high as their ``box``, and as wide as their points are far from the mean, squared:
    together they fill it. That of the point ``one`` stands before the others, which stand as they
    lie on the line at ``angle``. Where not all points are measured, these stand for the others.
    ``measured`` (n, 2) are the points in this order.
    """

    def __init__(self, cloud: Cloud, one: Values, angle: float, box: Box, theme: Theme) -> None:
        points = cloud.points[cloud.measured]
        self.measured = points[_from_one_on(points, one, angle)]
        self.cloud, self.box = cloud, box
        self.total = float((cloud.points**2).sum())
        self.far = (self.measured**2).sum(axis=1)
        edges = np.append(0.0, np.cumsum(self.far)) / self.far.sum()
        self.final = box.left + box.width * edges
        self.across, self.along = (
            VMobject(stroke_width=0, fill_color=hue, fill_opacity=OPACITY)
            for hue in (theme.residual, theme.point)
        )
        self.walls = VMobject(stroke_color=theme.background, stroke_width=WALL)
        self.frame = VMobject(stroke_color=theme.ink, stroke_width=THIN)
        super().__init__(self.across, self.along, self.walls, self.frame)
        self.set_z_index(2)
        self.joined, self.levelled = 1.0, 0.0
        self.set_angle(angle)

    @property
    def alone(self) -> Box:
        """Return the box of the first bar before others are beside it."""
        return Box(self.box.left, self.box.bottom, ALONE, self.box.height)

    @property
    def widest(self) -> int:
        """Return the number of the widest bar but the first."""
        return 1 + int(self.far[1:].argmax())

    def bar(self, number: int) -> Values:
        """Return the closed ring (1, 5, 3) round a bar."""
        left, right = self.edges[[number]], self.edges[[number + 1]]
        return _rings(left, np.array([self.box.bottom]), right, np.array([self.box.top]))

    @property
    def edges(self) -> Values:
        """Return where each bar begins and the last one ends (n + 1,)."""
        left = self.box.left
        alone = np.append(left, np.full(len(self.far), left + ALONE))
        edges: Values = alone + self.joined * (self.final - alone)
        return edges

    def set_angle(self, angle: float) -> Self:
        """Show all bars for the line at ``angle``."""
        self.angle = angle
        return self._draw()

    def set_joined(self, share: float) -> Self:
        """Let all bars have joined the first to a ``share``, which makes room for them."""
        self.joined = share
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
        border = floor + self.box.height * self.borders()
        edges = self.edges
        left, right = edges[:-1], edges[1:]
        self.across.points = polylines(_rings(left, floor, right, border))
        self.along.points = polylines(_rings(left, border, right, floor + self.box.height))
        low, high = self.box.bottom, self.box.top
        self.walls.points = polylines(np.array([[(x, low, 0), (x, high, 0)] for x in edges[1:-1]]))
        self.walls.set_stroke(width=WALL * self.joined)
        self.frame.points = polylines(self.bar(0))
        return self


def _rings(left: Values, low: Values, right: Values, high: Values) -> Values:
    """Return the closed rings (n, 5, 3) of rectangles."""
    corners = (left, low), (right, low), (right, high), (left, high), (left, low)
    return np.stack([np.stack([x, y, 0 * x], axis=-1) for x, y in corners], axis=1)


def _from_one_on(points: Values, one: Values, angle: float) -> Indices:
    """Return the numbers of points (n, 2), first the ``one`` and then as they lie on the line."""
    places = points @ np.array([np.cos(angle), np.sin(angle)])
    return np.lexsort([places, (points != one).any(axis=1)])
