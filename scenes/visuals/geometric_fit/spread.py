"""Why the least across is the most along: the way of each point to the mean stays as it is.

By Pythagoras what lies along the line and what lies across it, squared, add up to the square of
that way, whatever line it is: the tank holds both, and only the border between them moves.
"""

from typing import Self

import numpy as np
from manim import LEFT, VGroup, VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.cloud import Cloud, feet_nearest
from scenes.visuals.geometric_fit.drawn import CORNER, Dots, broken
from scenes.visuals.geometric_fit.extent import Extent
from scenes.visuals.geometric_fit.page import Page, Values
from scenes.visuals.plot.regression import set_rings, square
from scenes.visuals.plot.tank import Tank
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

LEANT = np.deg2rad(45.0)  # to either side of the best line, from where a triangle is looked at
FOOT = 0.08  # radius of where a point falls on the line
DASHES = 9, 1, 1  # of the long side, which is no line of the fit, and of the legs
FARTHEST_SQUARED = 2.1  # from the mean: squares on both legs stay on the sheet
BESIDE = 0.25  # from the tank to the names of its parts
LINE = 0.55  # from one name to the other, at least
INSIDE = 0.3  # from its floor, and from its level, to the middles of them


class Spread(VGroup):
    """The second part of the tank, with the names of both, and where the points fall on the line.

    ``triangle`` is that of a point which shows it well: while the line turns from ``leant`` to the
    best, its leg across becomes shorter, and neither leg is ever short. ``extent`` shows how wide
    the points spread along the line.
    """

    def __init__(self, cloud: Cloud, tank: Tank, pen: Pen) -> None:
        theme = pen.theme
        self.cloud, self.tank = cloud, tank
        self.points_drawn = cloud.points[cloud.measured]
        self.total = float((cloud.points**2).sum())
        point, leaning = _plainest(self.points_drawn, cloud.best_angle)
        self.leant = cloud.best_angle + leaning
        self.triangle = Triangle(point, theme)
        self.extent = Extent(cloud, theme)
        self.content = VMobject(stroke_width=0, fill_color=theme.point, fill_opacity=0.75)
        self.feet = Dots(theme, FOOT)
        super().__init__(self.content, *_names(tank, self.total, pen), self.feet)
        self.set_z_index(2)
        self.feet.set_z_index(6)

    def set_angle(self, angle: float) -> Self:
        """Show what falls on the line at ``angle``, and how much of the whole that is."""
        self.feet.set_points_on(Page(), feet_nearest(self.points_drawn, angle))
        self.triangle.set_angle(angle)
        self.extent.set_angle(angle)
        tank = self.tank
        box, low = tank.box, tank.top_of(float(self.cloud.sum_of_squares(angle)))
        top = tank.top_of(self.total)
        corners = [(box.left, low), (box.right, low), (box.right, top), (box.left, top)]
        ring = [(u, v, 0.0) for u, v in [*corners, corners[0]]]
        self.content.points = polylines(np.array([ring]))
        return self


class Triangle(VGroup):
    """The way of one ``point`` to the mean; its legs along the line and across it; all squared.

    A point so far out that a square would leave the sheet has none.
    """

    def __init__(self, point: Values, theme: Theme) -> None:
        self.point = point
        self.whole = VMobject(stroke_color=theme.ink, stroke_width=BOLD)
        self.along = VMobject(stroke_color=theme.point, stroke_width=2 * BOLD)
        self.across = VMobject(stroke_color=theme.residual, stroke_width=2 * BOLD)
        self.corner = VMobject(stroke_color=theme.ink, stroke_width=THIN)
        self.squares = VGroup(*(square(theme, hue) for hue in (theme.point, theme.residual)))
        self.sides = self.whole, self.along, self.across
        self.fixed = VGroup(square(theme, theme.muted))
        self.legs = VGroup(self.squares, self.along, self.across, self.corner)
        self.dot = Dots(theme).set_points_on(Page(), point[None])
        self.hypotenuse = VGroup(self.fixed, self.whole, self.dot)
        super().__init__(self.hypotenuse, self.legs)
        self.set_z_index(5)
        VGroup(self.squares, self.fixed).set_z_index(3)
        self.dot.set_z_index(7)

    def set_angle(self, angle: float) -> Self:
        """Lay its legs along and across the line at ``angle``."""
        foot, mean = feet_nearest(self.point[None], angle)[0], np.zeros(2)
        ends = (self.point, mean), (mean, foot), (foot, self.point)
        for side, (start, end), dashes in zip(self.sides, ends, DASHES, strict=True):
            first, last = Page().places([start, end])
            side.points = polylines(broken(first, last, dashes))
        back, up = (CORNER * way / np.hypot(*way) for way in (mean - foot, self.point - foot))
        self.corner.points = polylines(Page().places(foot + np.stack([back, back + up, up]))[None])
        if np.hypot(*self.point) <= FARTHEST_SQUARED:
            # On the other sides of the legs than the triangle is.
            across = self.point - foot
            outwards = foot * np.hypot(*across) / np.hypot(*foot)
            down = -across * np.hypot(*foot) / np.hypot(*across)
            rings = (
                (mean, foot, foot + down, down),
                (foot, foot + outwards, self.point + outwards, self.point),
            )
            set_rings(self.squares, np.stack([Page().places(ring) for ring in rings]))
            aside = np.array([-self.point[1], self.point[0]])
            aside *= -np.sign(aside @ foot)
            whole = np.stack([mean, self.point, self.point + aside, aside])
            set_rings(self.fixed, Page().places(whole)[None])
        return self


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


def _names(tank: Tank, total: float, pen: Pen) -> tuple[Placed, Placed]:
    """Return the names of both parts of the tank: beside its floor, and below the whole.

    Where the whole is low, the upper name stands above the lower one.
    """
    right, low = tank.box.right + BESIDE, tank.box.bottom + INSIDE
    high = max(tank.top_of(total) - INSIDE, low + LINE)
    return (
        Placed(
            pen.words("across", pen.theme.residual, SMALLEST),
            np.array([right, low, 0.0]),
            LEFT,
        ),
        Placed(
            pen.words("along", pen.theme.point, SMALLEST),
            np.array([right, high, 0.0]),
            LEFT,
        ),
    )
