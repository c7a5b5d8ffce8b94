"""Flats of about one size, each group as a band over the axis of area with its mean distance."""

from collections.abc import Sequence

import numpy as np
from manim import UP, ManimColor, VGroup

from scenes.visuals.multiple_regression.space import Space
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

ABOVE_AXIS = 0.18 * UP
NAME = 0.31 * UP  # above a band


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
        self.names = [
            Placed(
                pen.words(f"{group[:, 1].mean():.1f} km out", hue, SMALLEST),
                ends.mean(axis=0) + NAME,
            )
            for group, hue, ends in zip(groups, hues, self._ends, strict=True)
        ]
        super().__init__(*self.strokes, *self.names)

    def set_shown(self, k: int, share: float) -> None:
        """Draw the k-th band as far as ``share``; its name comes with it."""
        start, end = self._ends[k]
        middle, half = (start + end) / 2, share * (end - start) / 2
        self.strokes[k].points = polylines(np.array([[middle - half, middle + half]]))
        self.names[k].set_opacity(share)
