"""From the front, of all lines of the fitted plane the two at the distances of the two flats."""

from typing import Self

import numpy as np
from manim import VGroup

from core.palette import Theme
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shades import Shades
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.screen import BOLD

SHORT = 1.5  # m²


class TwoLines(VGroup):
    """Each goes with its flat to one distance, where they are one line, and back.

    Both lead nearly to the area of the larger flat, or beyond: a tip that gets there is whole.
    """

    def __init__(self, flats: Flats, theme: Theme) -> None:
        self._flats, self._shades = flats, Shades(theme)
        pair = flats.values[list(flats.twins)]
        self._kinds = flats.space.nearest(pair[:, 1])
        self._ends = flats.footprint.lines(pair[:, 1])
        self._ends[:, 1, 0] = np.maximum(self._ends[:, 1, 0], pair[:, 0].max() - SHORT)
        super().__init__(*(Strokes(theme.point, BOLD) for _ in pair))

    def set_shot(self, shot: Shot) -> Self:
        """Draw them as far as ``shot`` has the flats moved."""
        space = self._flats.space
        for k, ends, line in zip(self._kinds, self._ends, self.submobjects, strict=True):
            places = ends.copy()
            places[:, 1] += shot.moved * (space.one_distance - places[:, 1])
            line.set_corners(space.in_box(shot.plane.lifted(places))[None], shot.view)
            line.set_stroke(self._shades.of(k, shot.moved))
        return self
