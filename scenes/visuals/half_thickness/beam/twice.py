"""Lead of a half thickness and as much again: a step down by one half over each of the slabs."""

from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup, VMobject

from scenes.visuals.half_thickness.beam.layout import NAME_HEIGHT, Layout
from scenes.visuals.half_thickness.beam.photons import PHOTONS, Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, WORDS

ASIDE = 0.18  # from where the slabs meet to their names
TOP, FALL = 0.62, 1.38  # of the first step, below the lead's upper edge; of each
TINT = 0.8  # what has stopped in the lead is hardly seen through it
NAMED = np.array([0.2, 0.3, 0.0])  # from the start of a step to the share that it starts with
MARGIN = 0.06 * (UP + RIGHT)  # of the plate under a number


class Twice(VGroup):
    """The names of two slabs, and the step that halves: over the first one, and over both.

    The second step starts on the first one; it has ``slid`` so much of the way over its slab.
    ``names`` say how thick each slab is.
    """

    def __init__(self, pen: Pen, at: Layout, half: str, slab: float) -> None:
        """Build it for the name of a half thickness and for the width of a ``slab``."""
        theme, middle = pen.theme, at.lead_middle
        self.slab, self.slid = slab, 0.0
        self.start = np.array([middle - slab, at.lead_low + at.lead_height - TOP, 0.0])
        self.names = [
            Placed(
                pen.sentence(f"{half} mm", theme.muted, SMALLEST),
                np.array([middle, NAME_HEIGHT, 0.0]) - ASIDE * edge,
                edge,
            )
            for edge in (RIGHT, LEFT)
        ]
        self.first, self.second = (
            VMobject(
                stroke_color=theme.slope,
                stroke_width=BOLD,
                fill_color=theme.slope,
                fill_opacity=TINT,
            )
            for _ in range(2)
        )
        self.shares = [
            Number(
                f"{PHOTONS / 2**k:.0f}",
                self.corner(k) + NAMED,
                size=WORDS,
                colour=theme.photon,
                edge=LEFT,
            )
            for k in range(2)
        ]
        # What has stopped in the lead does not lie under a number.
        self.plates = VMobject(stroke_width=0, fill_color=theme.faint, fill_opacity=1)
        self.plates.points = np.concatenate([_plate(share) for share in self.shares])
        super().__init__(*self.names, self.plates, self.second, self.first, *self.shares)
        self.first.points = self._step(0.0)
        self.set_slid(0.0)

    @property
    def one(self) -> tuple[VMobject, ...]:
        """Return what is told of the first slab alone."""
        return self.plates, self.first, *self.shares

    def corner(self, slid: float) -> Values:
        """Return where a step starts that has slid so far."""
        place: Values = self.start + slid * np.array([self.slab, -FALL, 0.0])
        return place

    def set_slid(self, slid: float) -> Self:
        """Draw the second step on its way down from the first one."""
        self.slid = slid
        self.second.points = self._step(slid)
        return self

    def _step(self, slid: float) -> Values:
        start, end = self.corner(slid), self.corner(slid + 1)
        corner = np.array([end[0], start[1], 0.0])
        return polylines(np.array([[start, corner, end, start]]))


def _plate(number: Number) -> Values:
    low, high = number.get_corner(DOWN + LEFT) - MARGIN, number.get_corner(UP + RIGHT) + MARGIN
    (left, bottom, _), (right, top, _) = low, high
    ring = [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]
    return polylines(np.array([[(u, v, 0.0) for u, v in ring]]))
