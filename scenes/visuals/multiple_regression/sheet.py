"""A plane as a sheet over the ground where there are flats, ruled by lines of equal distance."""

from typing import Self

import numpy as np
from manim import VGroup

from core.palette import Theme
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shades import Shades
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.views import facing
from scenes.visuals.space.wireframe import Sheet, Strokes
from scenes.visuals.writing.screen import BOLD, THIN

OPACITY = 0.5
SWELLING = 7.0  # of a line's width, at the top of the wave
# Seen this nearly edge on, the sheet turns into a line.
NEARLY = 0.12


class PlaneSheet(VGroup):
    """The plane above the flats, and as a line where it is seen edge on."""

    def __init__(self, theme: Theme, flats: Flats) -> None:
        self.theme, self.shades = theme, Shades(theme)
        self.space, self.footprint = flats.space, flats.footprint
        self.sheet = Sheet(theme.faint, OPACITY)
        self.outline = Strokes(theme.muted, THIN)
        self.levels = Strokes(theme.muted, THIN)
        self.lines = [Strokes(theme.muted, THIN) for _ in self.space.distances]
        self.edge = Strokes(theme.ink, BOLD)
        self._levels = np.array(
            [
                [(area, d) for d in self.footprint.distances(area, self.space.distance)]
                for area in self.space.areas
            ]
        )
        super().__init__(self.sheet, self.outline, self.levels, *self.lines, self.edge)

    def set_shot(self, shot: Shot) -> Self:
        """Draw the plane of ``shot`` as its view shows it."""
        view, on = shot.view, shot.plane.lifted
        in_box, near, far = self.space.in_box, self.space.distance.low, self.space.distance.high
        around = [near, near, far, far, near]
        outline = in_box(on(self.footprint.places(around, [-1, 1, 1, -1, -1])))
        self.sheet.set_corners(outline[:-1], view).set_fill(opacity=OPACITY * (1 - shot.lines))
        self.outline.set_corners(outline[None], view).set_stroke(opacity=1 - shot.lines)
        self.levels.set_corners(in_box(on(self._levels)), view)
        self.levels.set_stroke(opacity=1 - shot.lines)
        for k, (line, distance) in enumerate(zip(self.lines, self.space.distances, strict=True)):
            line.set_corners(in_box(on(self.footprint.places(distance, [-1, 1])))[None], view)
            swelling = SWELLING * shot.swollen(k)
            line.set_stroke(
                self.shades.in_shot(k, shot, self.theme.muted),
                width=THIN + shot.lines * (BOLD - THIN) + swelling,
            )
        self.edge.set_corners(outline[None], view)
        self.edge.set_stroke(
            opacity=max(0.0, 1 - abs(facing(shot.plane, view, self.space)) / NEARLY)
        )
        return self
