"""A small step of the line to its side: what it takes from all ways, and from a square.

Every way on one side becomes shorter by the width of one strip, every way on the other longer by
it. A square so loses or gains two edges as wide as the strip, each as long as its way: all squares
of a side together lose or gain as much as there is length on that side.
"""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.cloud import Cloud, feet_nearest
from scenes.visuals.geometric_fit.page import Page, Values, chord
from scenes.visuals.plot.regression import square
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD, THIN

FARTHEST_OFF = 0.9  # from the mean to the line before its step
BELOW_THE_HIGHEST = 0.6  # of the way to the highest point, so that some points stay above
LEFT = 5 / 6  # of that, after the step
BELOW, ABOVE = 1.8, 1.1  # the two ways whose squares are drawn, nearly
TINT = 0.24
CHANGE = 0.75  # opacity of what the squares lose and gain


def offset_before(cloud: Cloud, angle: float) -> float:
    """Return how far from the mean a line at ``angle`` is before its step, some points above it."""
    return min(FARTHEST_OFF, BELOW_THE_HIGHEST * float(heights(cloud.points, angle).max()))


def heights(points: Values, angle: float) -> Values:
    """Return how far points (n, 2) lie above the line through the mean, shortest way."""
    above: Values = points @ np.array([-np.sin(angle), np.cos(angle)])
    return above


class Nudge(VGroup):
    """The strip that a line at ``angle`` passes in its step, and the bits of it on every way."""

    def __init__(self, cloud: Cloud, angle: float, theme: Theme) -> None:
        self.angle, self.before = angle, offset_before(cloud, angle)
        self.after = LEFT * self.before
        self.ways = cloud.points[cloud.measured]
        self.strip = VMobject(stroke_width=0, fill_color=theme.muted, fill_opacity=TINT)
        self.former = VMobject(stroke_color=theme.muted, stroke_width=THIN)
        self.bits = VMobject(stroke_color=theme.ink, stroke_width=1.5 * BOLD)
        above = heights(self.ways, angle) - self.before
        chosen = (int(np.abs(above - length).argmin()) for length in (-BELOW, ABOVE))
        self.squares = tuple(Edged(self.ways[k], angle, theme) for k in chosen)
        super().__init__(self.strip, self.former, self.bits)
        self.set_z_index(1)
        self.bits.set_z_index(5)
        self.set_offset(self.before)

    def set_offset(self, offset: float) -> Self:
        """Show what has become of ways and squares when the line is at ``offset``."""
        page = Page()
        former, now = chord(self.angle, self.before), chord(self.angle, offset)
        self.strip.points = polylines(page.places([*former, *now[::-1], former[0]])[None])
        self.former.points = polylines(page.places(former)[None])
        feet = [feet_nearest(self.ways, self.angle, at) for at in (self.before, offset)]
        self.bits.points = polylines(page.places(np.stack(feet, axis=1)))
        for each in self.squares:
            each.set_offsets(self.before, offset)
        return self


class Edged(VGroup):
    """The square on the way from ``point``, and the two edges that a step of the line changes.

    What it loses is in the colour of the line, what it gains in its own.
    """

    def __init__(self, point: Values, angle: float, theme: Theme) -> None:
        self.point, self.angle, self.theme = point, angle, theme
        self.way = VMobject(stroke_color=theme.residual, stroke_width=1.5 * BOLD)
        self.square = square(theme)
        self.edges = VMobject(stroke_width=0, fill_opacity=CHANGE)
        super().__init__(self.square, self.edges, self.way)
        self.set_z_index(3)
        self.way.set_z_index(5)

    def set_offsets(self, before: float, now: float) -> Self:
        """Show it for the line at ``now``, which came from ``before``."""
        page = Page()
        rings = [self.ring(offset) for offset in (before, now)]
        small, large = sorted(rings, key=lambda ring: float(np.ptp(ring, axis=0).max()))
        gains = large is rings[1]
        self.edges.set_fill(self.theme.residual if gains else self.theme.ink)
        self.edges.points = polylines(
            page.places([*large[1:], *small[:0:-1], large[1]])[None],
        )
        self.square.points = polylines(page.places([*rings[1], rings[1][0]])[None])
        self.way.points = polylines(page.places(rings[1][:2])[None])
        return self

    def ring(self, offset: float) -> Values:
        """Return the corners (4, 2) of the square from its point on, towards the middle."""
        way = feet_nearest(self.point[None], self.angle, offset)[0] - self.point
        side = np.array([-way[1], way[0]])
        side *= -1.0 if side @ self.point > 0 else 1.0
        ring: Values = self.point + np.array([0 * way, way, way + side, side])
        return ring
