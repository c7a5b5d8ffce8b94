"""The name of the cross, beside it where the least is behind it."""

import numpy as np
from manim import Rectangle, VGroup

from scenes.visuals.geometric_fit.sheet.cloud import Cloud, feet_upright
from scenes.visuals.geometric_fit.sheet.page import MIDDLE, RADIUS, Values
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST

AWAY = 0.34  # from the middle of the cross
AROUND = 0.06  # the name nothing should be
PLACES = np.linspace(-1.0, 1.0, 9)  # along each side of the cross
ON_A_WAY = np.linspace(0.0, 1.0, 25)
POINT, LINE = 25, 100  # as bad as so many pieces of ways


def mean_name(pen: Pen, cloud: Cloud, lines: Values) -> Placed:
    """Return the name of the cross on the level sheet, while the line turns through ``lines`` (k,).

    Behind it are as few points and upright ways to the first of these as may be, and no line.
    """
    words = pen.words("mean", size=SMALLEST)
    half = np.array([words.width, words.height]) / 2 + AROUND
    # What cannot but be behind it does not run into its letters.
    ground = Rectangle(
        height=2 * half[1],
        width=2 * half[0],
        fill_color=pen.theme.background,
        fill_opacity=1,
        stroke_width=0,
    )
    ground.move_to(words)
    places = _around(half + AWAY)
    points = cloud.points[cloud.with_ways]
    feet = feet_upright(points, float(lines[0]), 0.0)
    ways = (points + ON_A_WAY[:, None, None] * (feet - points)).reshape(-1, 2)
    along = np.stack([np.cos(lines), np.sin(lines)], axis=1)
    swept = (np.linspace(-RADIUS, RADIUS, 121)[:, None, None] * along).reshape(-1, 2)
    weights = (1, ways), (POINT, cloud.points[cloud.shown]), (LINE, swept)
    behind = sum(weight * _within(there, places, half) for weight, there in weights)
    x, y = places[int(np.argmin(behind))]
    return Placed(VGroup(ground, words), MIDDLE + np.array([x, y, 0.0]))


def _around(half: Values) -> Values:
    """Return places (n, 2) along the sides of a rectangle about the origin, half as large."""
    sides = [[(along, side), (side, along)] for along in PLACES for side in (-1.0, 1.0)]
    places: Values = half * np.array(sides).reshape(-1, 2)
    return places


def _within(points: Values, places: Values, half: Values) -> Values:
    """Return how many points (k, 2) lie in the rectangles at places (n, 2)."""
    inside: Values = (np.abs(points - places[:, None]) < half).all(axis=2).sum(axis=1)
    return inside
