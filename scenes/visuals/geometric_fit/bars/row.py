"""The bars of single points beside each other in one box, and what is in them once it is one."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.bars.shares import OPACITY
from scenes.visuals.geometric_fit.sheet.cloud import Cloud, Indices, feet_nearest
from scenes.visuals.geometric_fit.sheet.page import Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN, Box

WALL = 2.0  # between two bars, in the colour of the ground
OPENED = 0.35  # of the levelling, until the walls are gone
ALONE = 3.3  # width of the first bar until others are beside it: about as wide as high


class Row(VGroup):
    """A bar for each point that is measured: what lies across the line, and on it what along.

    All are as high as their ``box``, and as wide as their points are far from the mean, squared:
    together they fill it, each wider than the one before it but for that of the point ``other``,
    which is the last. First that of the point ``one`` is alone, and then those of these ``two`` are
    beside each other, and framed as long as there are walls. Where not all points are measured,
    these stand for the others. ``measured`` (n, 2) are the points in this order.
    """

    def __init__(
        self, cloud: Cloud, two: tuple[Values, Values], angle: float, box: Box, theme: Theme
    ) -> None:
        points, (one, other) = cloud.points[cloud.measured], two
        self.measured = points[_by_width(points, other)]
        self.cloud, self.box = cloud, box
        self.total = float((cloud.points**2).sum())
        self.far = (self.measured**2).sum(axis=1)
        self.one = int((self.measured == one).all(axis=1).argmax())
        self.other = len(points) - 1
        numbers = np.arange(len(points))
        first, both = numbers == self.one, np.isin(numbers, [self.one, self.other])
        # As much area as on the sheet, where there is room for it.
        unit = min(1 / box.height, box.width / float(self.far[both].sum()))
        self.alone = np.where(first, ALONE, 0.0)
        self.narrowed, self.both = unit * self.far * first, unit * self.far * both
        self.final = box.width * self.far / self.far.sum()
        self.across, self.along = (
            VMobject(stroke_width=0, fill_color=hue, fill_opacity=OPACITY)
            for hue in (theme.residual, theme.point)
        )
        self.walls = VMobject(stroke_color=theme.background, stroke_width=WALL)
        self.frame = VMobject(stroke_color=theme.ink, stroke_width=THIN)
        super().__init__(self.across, self.along, self.walls, self.frame)
        self.set_z_index(2)
        self.widths, self.levelled = self.final, 0.0
        self.set_angle(angle)

    def box_of(self, number: int, widths: Values) -> Box:
        """Return the box of one bar where all have these ``widths`` (n,)."""
        left = self.box.left + float(widths[:number].sum())
        return Box(left, self.box.bottom, float(widths[number]), self.box.height)

    def set_angle(self, angle: float) -> Self:
        """Show all bars for the line at ``angle``."""
        self.angle = angle
        return self._draw()

    def set_narrowed(self, share: float) -> Self:
        """Show the first bar alone: after all, there is room beside it."""
        self.widths = self.alone + share * (self.narrowed - self.alone)
        return self._draw()

    def set_joined(self, share: float) -> Self:
        """Let all bars have joined the first two to a ``share``, which make room for them."""
        self.widths = self.both + share * (self.final - self.both)
        return self._draw()

    def set_levelled(self, share: float) -> Self:
        """Show what is in the bars when it has no walls: after all, it is level."""
        self.levelled = float(np.clip((share - OPENED) / (1 - OPENED), 0.0, 1.0))
        for part in (self.walls, self.frame):
            part.set_stroke(opacity=1 - min(share / OPENED, 1.0))
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
        edges = self.box.left + np.append(0.0, np.cumsum(self.widths))
        left, right = edges[:-1], edges[1:]
        self.across.points = polylines(_rings(left, floor, right, border))
        self.along.points = polylines(_rings(left, border, right, floor + self.box.height))
        low, high = self.box.bottom, self.box.top
        walls = [[(x, low, 0), (x, high, 0)] for x in edges[1:-1]]
        self.walls.points = polylines(np.array(walls))
        two = [self.box_of(number, self.widths) for number in (self.one, self.other)]
        self.frame.points = polylines(np.concatenate([ring_of(box) for box in two]))
        return self


def ring_of(box: Box) -> Values:
    """Return the closed ring (1, 5, 3) round a ``box``."""
    return _rings(*(np.array([edge]) for edge in (box.left, box.bottom, box.right, box.top)))


def _rings(left: Values, low: Values, right: Values, high: Values) -> Values:
    """Return the closed rings (n, 5, 3) of rectangles."""
    corners = (left, low), (right, low), (right, high), (left, high), (left, low)
    return np.stack([np.stack([x, y, 0 * x], axis=-1) for x, y in corners], axis=1)


def _by_width(points: Values, other: Values) -> Indices:
    """Return the numbers of points (n, 2), the farther the later, and last the ``other``."""
    return np.lexsort([(points**2).sum(axis=1), (points == other).all(axis=1)])
