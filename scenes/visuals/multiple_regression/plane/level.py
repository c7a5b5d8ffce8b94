"""What is level along distance: a wall of one height at one area, and the sheet above its foot."""

from typing import Self

import numpy as np
from manim import VGroup

from core.palette import Theme
from scenes.visuals.multiple_regression.arrow import arrow
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.space import Plane
from scenes.visuals.space.projection import Points
from scenes.visuals.space.wireframe import Sheet, Strokes
from scenes.visuals.writing.screen import BOLD, THIN

TINT = 0.45
APPEARING = 0.25  # of what is drawn
BEFORE_SHEET, BEHIND_SHEET = 2.5, 1.2
NONE = 1e-6  # of a way on the screen


class Level(VGroup):
    """A wall as high as the sheet of area alone: it stays while ``section`` tilts with the sheet.

    Its top is as far from the floor everywhere, so that it looks level from wherever one stands.
    It is behind what the sheet has before it, and the strokes in the sheet are not. At both ends an
    arrow, one of the two ``ways``, leads from what is level to the sheet.
    """

    def __init__(self, theme: Theme, flats: Flats) -> None:
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
        self.ways = [Strokes(hue, BOLD) for hue in (theme.near, theme.far)]
        super().__init__(self.wall, self.sides, self.top, self.section, *self.ways)
        for part in (self.wall, self.sides):
            part.set_z_index(BEHIND_SHEET)
        for part in (self.top, self.section, *self.ways):
            part.set_z_index(BEFORE_SHEET)

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
        for way, start, end in zip(
            self.ways, view.project(top), view.project(section), strict=True
        ):
            way.points = arrow(start, end, float(np.linalg.norm(end - start) > NONE))
        there = min(1.0, shot.levelled / APPEARING)
        for stroke in (self.sides, self.top, self.section):
            stroke.set_stroke(opacity=there)
        return self

    def _along(self, plane: Plane, share: float) -> Points:
        """Return the first ``share`` of ``plane`` along distance (2, 3), in the box."""
        near, far = self._places
        return self._space.in_box(plane.lifted(np.stack([near, near + share * (far - near)])))
