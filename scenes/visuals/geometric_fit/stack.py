"""The bars of single points on top of each other: what lies across on across, along on along."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.cloud import Cloud, feet_nearest
from scenes.visuals.geometric_fit.drawn import shrunk, square_corners
from scenes.visuals.geometric_fit.landing import FLOWN, landing
from scenes.visuals.geometric_fit.page import Page, Values
from scenes.visuals.geometric_fit.shares import OPACITY
from scenes.visuals.plot.regression import set_rings
from scenes.visuals.plot.tank import APPEARING, Tank

FLYING = 5  # points whose squares are on their way at the same time
SEAM = 1.5  # between two layers, in the colour of the ground


class Stack(VGroup):
    """Two layers in ``tank`` for each point that is measured, the point ``one`` below the others.

    The line lies at ``angle``. A layer has the area of its square on the sheet where all points are
    measured; where not, the others stand for those that are not.
    """

    def __init__(self, cloud: Cloud, one: Values, angle: float, tank: Tank, theme: Theme) -> None:
        points = _from_one_on(cloud.points[cloud.measured], one, angle)
        feet = feet_nearest(points, angle)
        total = float((cloud.points**2).sum())
        across = float(cloud.sum_of_squares(angle))
        self.floor, self.full = tank.box.bottom, tank.top_of(total) - tank.box.bottom
        self.left, self.right = tank.box.left, tank.box.right
        sums = across, total - across
        ends = (points, feet), (feet, np.zeros_like(feet))
        self.heights = [
            self.full / total * _standing_for_all(((a - b) ** 2).sum(axis=1), whole)
            for (a, b), whole in zip(ends, sums, strict=True)
        ]
        size = float(np.sqrt(tank.box.width * self.full / total))
        self.starts = [shrunk(square_corners(Page(), a, b), size) for a, b in ends]
        self.across, self.along = (
            VGroup(
                *(
                    VMobject(stroke_color=theme.background, stroke_width=SEAM, fill_color=hue)
                    for _ in points
                )
            )
            for hue in (theme.residual, theme.point)
        )
        super().__init__(self.across, self.along)
        self.set_z_index(2)
        self.set_first(0.0)

    def set_first(self, shrunken: float) -> Self:
        """Show the bar of one point, from as high as the whole to as high as its layers are."""
        alone = float(sum(heights[0] for heights in self.heights))
        arrived = np.zeros(len(self.heights[0]))
        arrived[0] = (1 - shrunken) * self.full / alone + shrunken
        return self._draw(arrived, np.minimum(arrived, 1.0)).set_seams(shrunken)

    def set_share(self, share: float) -> Self:
        """Show the squares of the others after ``share`` of the stacking, one after the other."""
        others = len(self.heights[0]) - 1
        way = np.clip((share * (others + FLYING) - np.arange(others)) / FLYING, 0, 1)
        way = np.append(1.0, way)
        # A layer makes room for itself only just before it lands.
        return self._draw(np.clip((way - FLOWN) / (1 - FLOWN), 0, 1), way)

    def set_seams(self, seen: float) -> Self:
        """Show the seams between layers that have landed: without them it is one bar."""
        for part in (*self.across, *self.along):
            part.set_stroke(opacity=seen * min(1.0, part.get_fill_opacity() / OPACITY))
        return self

    def _draw(self, room: Values, way: Values) -> Self:
        low = self.floor
        for parts, heights, starts in zip(
            (self.across, self.along), self.heights, self.starts, strict=True
        ):
            tops = low + np.cumsum(room * heights)
            layers = self._layers(np.append(low, tops[:-1]), tops)
            sides = np.sqrt((self.right - self.left) * heights)
            set_rings(parts, landing(starts, layers, sides, way))
            for part, gone in zip(parts, way, strict=True):
                seen = min(1.0, APPEARING * float(gone))
                part.set_fill(opacity=OPACITY * seen).set_stroke(opacity=seen)
            low = float(tops[-1])
        return self

    def _layers(self, bottoms: Values, tops: Values) -> Values:
        left, right = np.full_like(tops, self.left), np.full_like(tops, self.right)
        corners = (left, bottoms), (right, bottoms), (right, tops), (left, tops)
        return np.stack([np.stack([x, y, 0 * x], axis=1) for x, y in corners], axis=1)


def _from_one_on(points: Values, one: Values, angle: float) -> Values:
    """Return the points (n, 2), first the ``one`` and then the others as they lie on the line."""
    places = points @ np.array([np.cos(angle), np.sin(angle)])
    return points[np.lexsort([places, (points != one).any(axis=1)])]


def _standing_for_all(squares: Values, whole: float) -> Values:
    """Return the squares (n,) with all but the first scaled so that they add up to ``whole``."""
    others = float(squares[1:].sum())
    return np.append(squares[:1], squares[1:] * ((whole - squares[0]) / others if others else 1))
