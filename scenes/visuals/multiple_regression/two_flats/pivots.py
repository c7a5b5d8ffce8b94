"""About what the lines of equal distance turn: the middles of their flats."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.palette import Theme
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shades import Shades
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.space import DOT
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.wireframe import RING
from scenes.visuals.writing.screen import THIN

CORNER = 1.5 * DOT  # from the middle: about as large as a flat, and of another shape
DIAMOND = CORNER * np.array([[1, 0, 0], [0, 1, 0], [-1, 0, 0], [0, -1, 0], [1, 0, 0]])


class Pivots(VGroup):
    """A diamond in the middle of each line, where the tilted plane and the last are as high.

    Each has the colour of its line. All lie on one stroke, as areas are taken to grow evenly with
    distance: what turns a line leaves it there.
    """

    def __init__(self, flats: Flats, theme: Theme) -> None:
        self._space = flats.space
        self._places = flats.footprint.places(flats.space.distances, 0.0)
        shades = Shades(theme)
        self.through = VMobject(stroke_color=theme.ink, stroke_width=THIN)
        self.diamonds = [
            VMobject(
                stroke_width=0,
                fill_color=shades.of(k),
                fill_opacity=1,
                background_stroke_color=theme.background,
                background_stroke_width=2 * RING,
                background_stroke_opacity=1,
            )
            for k in range(len(self._places))
        ]
        super().__init__(self.through, *self.diamonds)

    def set_shot(self, shot: Shot) -> Self:
        """Draw them where ``shot`` has the lines."""
        places = shot.view.project(self._space.in_box(shot.plane.lifted(self._places)))
        self.through.points = polylines(places[None, [0, -1]])
        for diamond, place in zip(self.diamonds, places, strict=True):
            diamond.points = polylines((place + DIAMOND)[None])
        return self
