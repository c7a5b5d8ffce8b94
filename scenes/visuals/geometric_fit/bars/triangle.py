"""One point, its way to the mean, and what of it lies along a line and across it.

By Pythagoras the squares on both legs add up to the square of that way, whatever line it is.
"""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.sheet.cloud import Cloud, feet_nearest
from scenes.visuals.geometric_fit.sheet.drawn import CORNER, Dots, broken, from_lower_left
from scenes.visuals.geometric_fit.sheet.page import MOVED, Values
from scenes.visuals.plot.regression import set_rings, square
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD, THIN

LEANT = np.deg2rad(45.0)  # to either side of the best line, from where a triangle is looked at
DASHES = 9, 1, 1  # of the long side, which is no line of the fit, and of the legs
FARTHEST_SQUARED = 2.1  # from the mean: squares on both legs stay on the sheet


class Triangle(VGroup):
    """The way of one point of ``cloud`` to the mean; its legs along a line and across it; squared.

    While the line turns from ``leant`` to the best one, the leg across becomes shorter, and neither
    leg is ever short. A point so far out that a square would leave the sheet has none.
    """

    def __init__(self, cloud: Cloud, theme: Theme) -> None:
        best = cloud.best_angle
        self.point, leaning = _plainest(cloud.points[cloud.measured], best)
        self.leant = best + leaning
        self.total = float(self.point @ self.point)
        self.whole = VMobject(stroke_color=theme.ink, stroke_width=BOLD)
        self.along = VMobject(stroke_color=theme.point, stroke_width=2 * BOLD)
        self.across = VMobject(stroke_color=theme.residual, stroke_width=2 * BOLD)
        self.corner = VMobject(stroke_color=theme.ink, stroke_width=THIN)
        self.squares = VGroup(*(square(theme, hue) for hue in (theme.residual, theme.point)))
        self.sides = self.whole, self.along, self.across
        self.fixed = VGroup(square(theme, theme.muted))
        self.legs = VGroup(self.squares, self.along, self.across, self.corner)
        self.dot = Dots(theme).set_points_on(MOVED, self.point[None])
        self.hypotenuse = VGroup(self.fixed, self.whole, self.dot)
        super().__init__(self.hypotenuse, self.legs)
        self.set_z_index(5)
        VGroup(self.squares, self.fixed).set_z_index(3)
        self.dot.set_z_index(7)

    def squared_across(self, angle: float) -> float:
        """Return the square of the leg across the line at ``angle``."""
        across = float(self.point @ np.array([-np.sin(angle), np.cos(angle)]))
        return across * across

    def set_angle(self, angle: float) -> Self:
        """Lay its legs along and across the line at ``angle``."""
        foot, mean = feet_nearest(self.point[None], angle)[0], np.zeros(2)
        ends = (self.point, mean), (mean, foot), (foot, self.point)
        for side, (start, end), dashes in zip(self.sides, ends, DASHES, strict=True):
            first, last = MOVED.places([start, end])
            side.points = polylines(broken(first, last, dashes))
        across = self.point - foot
        back, up = (CORNER * way / max(np.hypot(*way), CORNER) for way in (mean - foot, across))
        self.corner.points = polylines(MOVED.places(foot + np.stack([back, back + up, up]))[None])
        if np.hypot(*self.point) <= FARTHEST_SQUARED:
            *legs, whole = self.corners(angle)
            set_rings(self.squares, np.stack(legs))
            set_rings(self.fixed, whole[None])
        return self

    def corners(self, angle: float) -> tuple[Values, Values, Values]:
        """Return the corners (4, 3) of the squares across, along and of the whole way.

        They lie on the outer sides of the triangle.
        """
        foot, mean = feet_nearest(self.point[None], angle)[0], np.zeros(2)
        across = self.point - foot
        outwards = foot * np.hypot(*across) / np.hypot(*foot)
        down = -across * np.hypot(*foot) / np.hypot(*across)
        aside = np.array([-self.point[1], self.point[0]])
        aside *= -np.sign(aside @ foot)
        first, second, third = from_lower_left(
            MOVED.places(
                [
                    [foot, foot + outwards, self.point + outwards, self.point],
                    [mean, foot, foot + down, down],
                    [mean, self.point, self.point + aside, aside],
                ]
            )
        )
        return first, second, third


def _plainest(points: Values, best: float) -> tuple[Values, float]:
    """Return a point near enough for its squares, and from where the line turns to the best."""
    out = np.hypot(*points.T)
    near = points[out <= max(FARTHEST_SQUARED, float(out.min()))]

    def shortest_legs(leaning: float) -> Values:
        feet = np.stack([feet_nearest(near, best + s * leaning) for s in np.linspace(1, 0, 5)])
        along, across = np.linalg.norm(feet, axis=-1), np.linalg.norm(near - feet, axis=-1)
        falls = across[-1] < across[0]
        legs: Values = np.where(falls, np.minimum(along, across).min(axis=0), 0.0)
        return legs

    leaning = max((LEANT, -LEANT), key=lambda one: float(shortest_legs(one).max()))
    return near[int(shortest_legs(leaning).argmax())], leaning
