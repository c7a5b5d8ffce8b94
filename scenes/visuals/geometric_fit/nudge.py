"""A small step of the line to its side: what it takes from all ways, and from a square.

Every way on one side becomes shorter by the width of one strip, every way on the other longer by
it. A square so loses or gains nearly two strips, each as long as its way: all squares of a side
together lose or gain as much as there is length on that side.
"""

from dataclasses import dataclass
from itertools import product
from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.cloud import Cloud, feet_nearest
from scenes.visuals.geometric_fit.page import RADIUS, Page, Values, chord
from scenes.visuals.plot.regression import square
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD, THIN

FARTHEST_OFF = 0.9  # from the mean to the line before its step
BELOW_THE_HIGHEST = 0.6  # of the way to the highest point, so that some points stay above
LEFT = 4 / 5  # of that, after the step
BELOW, ABOVE = 1.9, 0.8  # the two ways whose squares are drawn, nearly
APART = 10.0  # how much more it counts that they lie apart
TINT = 0.24
LOST, GAINED = 0.2, 0.8  # opacities


def offset_before(cloud: Cloud, angle: float) -> float:
    """Return how far from the mean a line at ``angle`` is before its step, some points above it."""
    return min(FARTHEST_OFF, BELOW_THE_HIGHEST * float(heights(cloud.points, angle).max()))


def heights(points: Values, angle: float) -> Values:
    """Return how far points (n, 2) lie above the line through the mean, shortest way."""
    above: Values = points @ np.array([-np.sin(angle), np.cos(angle)])
    return above


class Nudge(VGroup):
    """The strip that a line at ``angle`` passes in its step, and the two squares that show it.

    ``squares`` are one below the line, and one above it that lies beside the first.
    """

    def __init__(self, cloud: Cloud, angle: float, theme: Theme) -> None:
        self.angle, self.before = angle, offset_before(cloud, angle)
        self.after = LEFT * self.before
        self.strip = VMobject(stroke_width=0, fill_color=theme.muted, fill_opacity=TINT)
        self.former = VMobject(stroke_color=theme.muted, stroke_width=THIN)
        # Of many points few are measured: the highest may be the only one above the line.
        highest = cloud.points[[int(heights(cloud.points, angle).argmax())]]
        points = np.vstack([cloud.points[cloud.measured], highest])
        two = _two_apart(points, angle, self.before, self.after)
        self.squares = tuple(Edged(each, theme) for each in two)
        super().__init__(self.strip, self.former)
        self.set_z_index(1)
        self.set_offset(self.before)

    def set_offset(self, offset: float) -> Self:
        """Show what has become of the squares when the line is at ``offset``."""
        page = Page()
        former, now = chord(self.angle, self.before), chord(self.angle, offset)
        self.strip.points = polylines(page.places([*former, *now[::-1], former[0]])[None])
        self.former.points = polylines(page.places(former)[None])
        for each in self.squares:
            each.set_offsets(self.before, offset)
        return self


@dataclass(frozen=True)
class OnItsWay:
    """A square on the way from ``point`` to a line at ``angle``, to one side of that way or other.

    ``side`` is 1 where it lies farther along the line than its way, -1 where less far.
    """

    point: Values
    angle: float
    side: int

    def length(self, offset: float) -> float:
        """Return how far above the line at ``offset`` the point is."""
        return float(heights(self.point[None], self.angle)[0]) - offset

    def ring(self, offset: float) -> Values:
        """Return the corners (4, 2): the point, its foot, and the two beside them."""
        along = np.array([np.cos(self.angle), np.sin(self.angle)])
        foot = feet_nearest(self.point[None], self.angle, offset)[0]
        aside = self.side * abs(self.length(offset)) * along
        ring: Values = np.array([self.point, foot, foot + aside, self.point + aside])
        return ring

    def reach(self, offset: float) -> tuple[float, float]:
        """Return from where to where along the line it lies."""
        along = self.ring(offset) @ [np.cos(self.angle), np.sin(self.angle)]
        return float(along.min()), float(along.max())


class Edged(VGroup):
    """A square and what a step of the line takes from it, hollow, or gives to it, full."""

    def __init__(self, on: OnItsWay, theme: Theme) -> None:
        self.on, self.theme = on, theme
        self.way = VMobject(stroke_color=theme.residual, stroke_width=1.5 * BOLD)
        self.square = square(theme)
        self.edges = VMobject(stroke_width=THIN)
        super().__init__(self.square, self.edges, self.way)
        self.set_z_index(3)
        self.way.set_z_index(4)

    def set_offsets(self, before: float, now: float) -> Self:
        """Show it for the line at ``now``, which came from ``before``."""
        page = Page()
        former, ring = self.on.ring(before), self.on.ring(now)
        gains = abs(self.on.length(now)) > abs(self.on.length(before))
        large, small = (ring, former) if gains else (former, ring)
        hue = self.theme.residual if gains else self.theme.ink
        self.edges.set_stroke(hue).set_fill(hue, opacity=GAINED if gains else LOST)
        self.edges.points = polylines(page.places([*large[1:], *small[:0:-1], large[1]])[None])
        self.square.points = polylines(page.places([*ring, ring[0]])[None])
        self.way.points = polylines(page.places(ring[:2])[None])
        return self


Pair = tuple[OnItsWay, OnItsWay]


def _two_apart(points: Values, angle: float, before: float, after: float) -> Pair:
    """Return a square below the line and one above it, on the sheet and beside each other.

    Of those that can be had, they are the ones whose ways are nearest to ``BELOW`` and ``ABOVE``.
    """
    every = [OnItsWay(point, angle, side) for point in points for side in (-1, 1)]
    sides = [[one for one in every if sign * one.length(before) > 0] for sign in (-1, 1)]

    def faults(pair: Pair) -> float:
        below, above = pair
        missed = abs(-below.length(before) - BELOW) + abs(above.length(before) - ABOVE)
        (start, end), (first, last) = below.reach(before), above.reach(after)
        shared = max(0.0, min(end, last) - max(start, first))
        corners = np.vstack([below.ring(before), above.ring(after)])
        outside = max(0.0, float(np.hypot(*corners.T).max()) - RADIUS)
        return missed + APART * (shared + outside)

    return min(product(sides[0], sides[1]), key=faults)
