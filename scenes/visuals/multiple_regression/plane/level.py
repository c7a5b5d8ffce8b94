"""What is level along distance: a wall of one height at one area, and the sheet above its foot."""

from typing import Self

import numpy as np
from manim import LEFT, VGroup

from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.space import Plane
from scenes.visuals.space.projection import Points
from scenes.visuals.space.wireframe import Sheet, Strokes
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

TINT = 0.45
APPEARING = 0.25  # of what is drawn
NAMED = np.array([[0.2, 0.7, 0.0], [-0.1, -0.3, 0.0]])  # beside the near end, below the far one


class Level(VGroup):
    """A wall as high as the sheet of area alone: it stays while ``section`` tilts with the sheet.

    At its foot may stand the ``names`` of its near end and of its far one. Its top is as far from
    the floor everywhere, so that it looks level from wherever one stands.
    """

    def __init__(self, pen: Pen, flats: Flats, names: tuple[str, str] | None) -> None:
        theme = pen.theme
        self._space, self._old = flats.space, flats.by_area
        distance, footprint = flats.space.distance, flats.footprint
        middle = footprint.start + footprint.slope * (distance.low + distance.high) / 2
        ends = footprint.distances(middle, distance)
        self._places = np.stack([np.full(2, middle), ends], axis=-1)
        self._floor = Plane(flats.space.rent.low, 0.0, 0.0)
        self.wall = Sheet(theme.faint, TINT)
        self.sides = Strokes(theme.muted, THIN)
        self.top = Strokes(theme.muted, BOLD)
        self.section = Strokes(theme.ink, BOLD)
        self.names = [
            Placed(pen.words(name, hue, SMALLEST), np.zeros(3), LEFT)
            for name, hue in zip(names or (), (theme.near, theme.far), strict=False)
        ]
        super().__init__(self.wall, self.sides, self.top, self.section, *self.names)

    def set_shot(self, shot: Shot) -> Self:
        """Draw what ``shot`` has of it, from the near end on."""
        view = shot.view
        foot, top, section = (
            self._along(plane, shot.levelled) for plane in (self._floor, self._old, shot.plane)
        )
        self.wall.set_corners(np.concatenate([foot, top[::-1]]), view)
        self.sides.set_corners([[top[0], foot[0], foot[1], top[1]]], view)
        self.top.set_corners([top], view)
        self.section.set_corners([section], view)
        there = min(1.0, shot.levelled / APPEARING)
        for stroke in (self.sides, self.top, self.section):
            stroke.set_stroke(opacity=there)
        far = max(0.0, 1 - (1 - shot.levelled) / APPEARING)
        ends = view.project(self._along(self._floor, 1.0)) + NAMED
        for name, end, shown in zip(self.names, ends, (there, far), strict=False):
            name.put(end).set_opacity(shown)
        return self

    def _along(self, plane: Plane, share: float) -> Points:
        """Return the first ``share`` of ``plane`` along distance (2, 3), in the box."""
        near, far = self._places
        return self._space.in_box(plane.lifted(np.stack([near, near + share * (far - near)])))
