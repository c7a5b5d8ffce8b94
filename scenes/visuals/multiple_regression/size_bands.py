"""Flats of about one size, each group as a band over the axis of area with its mean distance."""

from collections.abc import Sequence

import numpy as np
from manim import LEFT, RIGHT, UP, ManimColor, VGroup

from scenes.visuals.multiple_regression.space import Space
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

ABOVE_AXIS = 0.18 * UP
NAME = 0.33 * UP  # above a band
UNIT = 0.45 * RIGHT  # beyond the middle of a number


class SizeBands(VGroup):
    """From the smallest area of each group (n, 3) to its largest, and the mean distance above."""

    def __init__(
        self, pen: Pen, space: Space, groups: Sequence[Points], colours: Sequence[ManimColor]
    ) -> None:
        hues = [colour.to_hex() for colour in colours]
        self.strokes = [Strokes(hue, BOLD) for hue in hues]
        self._ends = [
            FRONT.project(space.in_box([[area, 0.0, space.rent.low] for area in ends])) + ABOVE_AXIS
            for ends in ((group[:, 0].min(), group[:, 0].max()) for group in groups)
        ]
        self.numbers = [
            Number(f"{group[:, 1].mean():.1f}", np.zeros(3), colour=hue, size=SMALLEST, edge=0 * UP)
            for group, hue in zip(groups, hues, strict=True)
        ]
        middles = [ends.mean(axis=0) + NAME for ends in self._ends]
        for number, middle in zip(self.numbers, middles, strict=True):
            number.anchor = middle
        self.unit = Placed(pen.words("km out", hues[-1], SMALLEST), middles[-1] + UNIT, LEFT)
        super().__init__(*self.strokes, *self.numbers, self.unit)

    def set_shown(self, k: int, share: float) -> None:
        """Draw the k-th band as far as ``share``; its name comes with it."""
        start, end = self._ends[k]
        middle, half = (start + end) / 2, share * (end - start) / 2
        self.strokes[k].points = polylines(np.array([[middle - half, middle + half]]))
        self.numbers[k].set_text(self.numbers[k].text).set_fill(opacity=share)
        if k == len(self.numbers) - 1:
            self.unit.set_opacity(share)
