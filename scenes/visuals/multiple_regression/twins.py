"""Two flats of one rent: rings about them, what they have in common, and ways between them."""

from collections.abc import Iterable
from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup, VMobject

from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points
from scenes.visuals.space.wireframe import Discs, Strokes
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

RING = 0.21  # radius, on the screen
HEAD = 0.16  # of an arrow, on the screen


class Rings(VMobject):
    """A ring about either of the two."""

    def __init__(self, flats: Flats, colour: str) -> None:
        super().__init__(stroke_color=colour, stroke_width=THIN + 1)
        self.flats = flats
        self._discs = Discs(colour, RING)

    def set_shot(self, shot: Shot) -> Self:
        """Draw them where the two are."""
        values = self.flats.moved(shot.moved).values[list(self.flats.twins)]
        self.points = self._discs.set_points_in_space(
            self.flats.space.in_box(values), shot.view
        ).points
        return self


class OneRent(VGroup):
    """From the front: the level stroke from one to the other, how large they are, and how far."""

    def __init__(self, pen: Pen, flats: Flats) -> None:
        pair = flats.values[list(flats.twins)]
        ends = FRONT.project(flats.space.in_box(pair)) + RING * np.array([RIGHT, LEFT])
        self.level = VMobject(stroke_color=pen.theme.ink, stroke_width=THIN + 1)
        self.level.points = polylines(ends[None])
        self.sizes = _beside(ends, [_size(pen, area) for area in pair[:, 0]])
        hues = pen.theme.near, pen.theme.far
        self.distances = _beside(
            ends,
            [
                pen.words(f"{distance:.1f} km", hue, SMALLEST)
                for distance, hue in zip(pair[:, 1], hues, strict=True)
            ],
        )
        super().__init__(self.level, *self.sizes)


class Apart(VGroup):
    """From the front, once both are at one distance: from the one to the size of the other, and up.

    ``dearer`` is how much more the larger one costs there.
    """

    def __init__(self, pen: Pen, flats: Flats) -> None:
        one, other = flats.moved(1.0).values[list(flats.twins)]
        self.dearer = float(other[2] - one[2])
        corner = np.array([other[0], one[1], one[2]])
        start, turn, end = FRONT.project(flats.space.in_box(np.stack([one, corner, other])))
        self.level = VMobject(stroke_color=pen.theme.ink, stroke_width=THIN + 1)
        self.level.points = polylines(np.array([[start + RING * RIGHT, turn]]))
        self.rise = Strokes(pen.theme.slope, BOLD + 1)
        self._ends = turn, end + RING * DOWN
        self.amount = Placed(
            pen.formula(f'slope(+ {self.dearer:.0f} "EUR")', size=SMALLEST),
            (turn + end) / 2 + 0.25 * RIGHT,
            LEFT,
        )
        self.sizes = _beside([start, end], [_size(pen, each[0]) for each in (one, other)], up=True)
        super().__init__(self.level, self.rise)

    def set_risen(self, share: float) -> Self:
        """Draw the first ``share`` of the way up."""
        self.rise.points = arrow(*self._ends, share)
        return self


class Walk(VGroup):
    """On the plane from one to the other: first to its area, as far out, then to its distance.

    Each part is as high as its slope says; seen from the front the second goes straight down.
    """

    def __init__(self, pen: Pen, flats: Flats) -> None:
        (area, distance), (other_area, other_distance) = flats.values[list(flats.twins), :2]
        places = np.array([[area, distance], [other_area, distance], [other_area, other_distance]])
        corners = flats.by_both.lifted(places)
        self.more_area, self.more_distance = other_area - area, other_distance - distance
        self.gained, self.lost = np.diff(corners[:, 2])
        self.corners = FRONT.project(flats.space.in_box(corners))
        self.climb, self.fall = (Strokes(pen.theme.slope, BOLD + 1) for _ in range(2))
        top = self.corners[1]
        self.gain, self.loss = (
            Placed(
                pen.formula(f'slope({sign} {abs(amount):.0f} "EUR")', size=SMALLEST),
                top + aside,
                -np.sign(aside[0]) * RIGHT,
            )
            for sign, amount, aside in (
                ("+", self.gained, 0.4 * LEFT),
                ("-", self.lost, 0.3 * RIGHT),
            )
        )
        super().__init__(self.climb, self.fall)

    def set_gone(self, share: float) -> Self:
        """Draw the first half of the way while ``share`` is below 1/2, then the second."""
        start, top, end = self.corners
        self.climb.points = arrow(start, top, min(1.0, 2 * share))
        self.fall.points = arrow(top, end, max(0.0, 2 * share - 1))
        return self


def _size(pen: Pen, area: float) -> VMobject:
    return pen.words(f"{area:.0f} m²", size=SMALLEST)


def _beside(
    places: Iterable[Points], writings: Iterable[VMobject], *, up: bool = False
) -> list[Placed]:
    """Return what is written beside the two; ``up`` where the larger one costs more."""
    beside, below = (0.32 * LEFT + 0.3 * UP, RIGHT), (0.1 * RIGHT + 0.55 * DOWN, LEFT)
    ways = (below, beside) if up else (beside, below)
    return [
        Placed(writing, place + way, edge)
        for place, writing, (way, edge) in zip(places, writings, ways, strict=True)
    ]


def arrow(start: Points, end: Points, share: float) -> Points:
    """Return the points of an arrow that has gone ``share`` of its way on the screen."""
    if share <= 0:
        return np.zeros((0, 3))
    tip = start + share * (end - start)
    length = float(np.linalg.norm(tip - start))
    along = (tip - start) / length
    across = np.array([-along[1], along[0], 0.0])
    size = min(HEAD, 0.5 * length)
    wings = [tip - size * (1.4 * along + side * across) for side in (-1, 1)]
    return polylines(np.array([[start, tip], [wings[0], tip], [tip, wings[1]]]))
