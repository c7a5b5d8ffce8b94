"""How much the sheet steepens along area: one of its lines as it was, and arrows from there."""

from typing import Self

import numpy as np
from manim import VGroup

from core.palette import Theme
from scenes.visuals.multiple_regression.arrow import arrow
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.screen import BOLD

LEAST = 1e-6  # of a way on the screen


class Steeper(VGroup):
    """The line of the one distance as long as the sheet knew its slope along distance only.

    At both its ends an arrow, one of the two ``ways``, leads to where the sheet has it.
    """

    def __init__(self, theme: Theme, flats: Flats) -> None:
        self._space, self._tilted = flats.space, flats.tilted
        self._places = flats.footprint.places(flats.space.one_distance, [-1, 1])
        self.was = Strokes(theme.muted, BOLD)
        self.ways = [Strokes(theme.slope, BOLD) for _ in self._places]
        super().__init__(self.was, *self.ways)

    def set_shot(self, shot: Shot) -> Self:
        """Lead to the plane of ``shot``."""
        was, now = (
            self._space.in_box(plane.lifted(self._places)) for plane in (self._tilted, shot.plane)
        )
        self.was.set_corners([was], shot.view)
        ends = zip(shot.view.project(was), shot.view.project(now), strict=True)
        for way, (start, end) in zip(self.ways, ends, strict=True):
            way.points = arrow(start, end, float(np.linalg.norm(end - start) > LEAST))
        return self
