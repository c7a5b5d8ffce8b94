"""The two lenses on the two flats: their misses, side by side, fill what the two ways leave."""

from typing import Self

import numpy as np
from manim import LEFT, RIGHT, UP, VGroup

from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shades import Shades
from scenes.visuals.multiple_regression.two_flats.account import BROAD, GLOWING, UP_WAY
from scenes.visuals.multiple_regression.two_flats.balance import balance, sides
from scenes.visuals.multiple_regression.two_flats.lens import MISS, RADIUS, Lens
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST

NAMED = (RADIUS + 0.18) * LEFT + 0.24 * UP, (RADIUS + 0.18) * RIGHT  # from a flat
BEFORE_ALL, BEFORE_WAYS = 5.2, 5.35


class Lenses(VGroup):
    """Both magnify as much: so the one miss can slide to the other.

    In the first one begins what leads up its line; in the second one ends what leads down. Names
    and the ``total`` come by themselves.
    """

    def __init__(self, pen: Pen, flats: Flats) -> None:
        both, pair = flats.by_both, flats.values[list(flats.twins)]
        missed = flats.missed(both)[list(flats.twins)]
        at, lines, ahead = (
            FRONT.project(flats.space.in_box(values))
            for values in (pair, both.lifted(pair[:, :2]), both.lifted(pair[:, :2] + [1.0, 0.0]))
        )
        shades, kinds = Shades(pen.theme), flats.space.nearest(pair[:, 1])
        along = (ahead - lines)[0] / np.linalg.norm((ahead - lines)[0])
        self.one, self.other = (
            Lens(
                pen,
                place,
                above=float((line - place)[1]),
                along=along,
                hue=shades.of(k).to_hex(),
                inward=inward,
            )
            for place, line, k, inward in zip(at, lines, kinds, (RIGHT, LEFT), strict=True)
        )
        self.along, self.up = Strokes(pen.theme.near, BROAD), Strokes(pen.theme.slope, UP_WAY)
        self.slid = Strokes(pen.theme.residual, MISS)
        first, second = at + np.array(NAMED)
        one, other = (pen.words(side, pen.theme.residual, SMALLEST) for side in sides(missed))
        self.names = Placed(one, first, RIGHT), Placed(other, second, LEFT)
        self.total = Placed(pen.words(balance(missed), pen.theme.residual, SMALLEST), second, LEFT)
        super().__init__(self.one, self.other, self.along, self.up, self.slid)
        self.set_z_index(BEFORE_ALL)
        for lens in (self.one, self.other):
            lens.dot.set_z_index(BEFORE_WAYS)
        self.set_opened(0.0)

    def set_opened(self, opened: float) -> Self:
        """Let both rings become lenses, ``opened`` so far."""
        for lens in (self.one, self.other):
            lens.set_opened(opened)
        self.up.points = polylines(
            np.array([[self.one.on_line(opened), self.one.chord(opened)[1]]])
        )
        self.along.points, self.slid.points = self.up.points, np.zeros((0, 3))
        return self

    def set_glowing(self, share: float) -> Self:
        """Let what leads up become wider, as far as ``share`` of its way through the lens."""
        self.up.set_stroke(width=(1 + share * (GLOWING - 1)) * UP_WAY)
        return self

    def set_told(self, told: float) -> Self:
        """Draw the first ``told`` of two parts: both misses, and how the first one slides."""
        drawn, gone = np.clip(told - np.arange(2), 0, 1)
        for lens in (self.one, self.other):
            lens.set_missed(float(drawn))
        way = gone * (self.other.at - self.one.at)
        self.slid.points = self.one.miss.points + way if gone > 0 else np.zeros((0, 3))
        return self
