"""Lead of a half thickness and as much again: how many are left at each of its three faces."""

from typing import Self

import numpy as np
from manim import LEFT, RIGHT, VGroup, VMobject

from scenes.visuals.half_thickness.beam.layout import NAME_HEIGHT, Layout
from scenes.visuals.half_thickness.beam.photons import PHOTONS, Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number, number_width
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, WORDS

ASIDE = 0.14  # from where the slabs meet to their names
GAP = 0.2  # between their numbers and what leads from one to the next,
SHORTEST = 0.4  # which is at least so long
TIP = 0.13


class Twice(VGroup):
    """Above the lead: how many are left on average at each face, and an arrow over each slab.

    Over thin lead they are farther apart than its faces.
    Both arrows have ``grown`` so much, the second one after the first; the number that each leads
    to comes with it. ``names`` say how thick each slab is.
    """

    def __init__(self, pen: Pen, at: Layout, half: str, slab: float) -> None:
        """Build it for the name of a half thickness and for the width of a ``slab``."""
        theme = pen.theme
        lefts = [f"{PHOTONS / 2**k:.0f}" for k in range(3)]
        self.halves = [number_width(left, WORDS) / 2 for left in lefts]
        self.apart = max(slab, self.halves[0] + self.halves[1] + 2 * GAP + SHORTEST)
        self.grown = 0.0
        self.start = np.array([at.lead_middle - self.apart, NAME_HEIGHT, 0.0])
        self.names = [
            Placed(
                pen.sentence(f"{half} mm", theme.muted, SMALLEST),
                np.array([at.lead_middle, at.row, 0.0]) - ASIDE * edge,
                edge,
            )
            for edge in (RIGHT, LEFT)
        ]
        self.shares = [
            Number(left, self.face(k), size=WORDS, colour=theme.photon, edge=0 * RIGHT)
            for k, left in enumerate(lefts)
        ]
        self.first, self.second = (
            VMobject(stroke_color=theme.slope, stroke_width=BOLD) for _ in range(2)
        )
        super().__init__(*self.names, self.second, self.first, *self.shares)
        self.set_grown(0.0)

    def face(self, number: int) -> Values:
        """Return the place over a face: 0 is that which photons meet first."""
        place: Values = self.start + number * self.apart * RIGHT
        return place

    def set_grown(self, grown: float) -> Self:
        """Draw so much of both arrows together."""
        self.grown = grown
        self.shares[0].set_opacity(min(1.0, 6 * grown))
        for slab, arrow in enumerate((self.first, self.second)):
            drawn = float(np.clip(2 * grown - slab, 0.0, 1.0))
            arrow.points = self._arrow(slab, drawn)
            self.shares[slab + 1].set_opacity(max(0.0, 3 * drawn - 2))
        return self

    def _arrow(self, slab: int, grown: float) -> Values:
        # In the middle between two numbers; as long as there is room beside the widest.
        length = self.apart - self.halves[0] - self.halves[1] - 2 * GAP
        left, right = self.halves[slab : slab + 2]
        middle = (self.face(slab) + self.face(slab + 1) + (left - right) * RIGHT) / 2
        start = middle + length / 2 * LEFT
        end = start + grown * length * RIGHT
        size = min(TIP, 0.4 * grown * length)
        wings = [end + size * np.array([-1.3, side, 0.0]) for side in (-1, 1)]
        return np.concatenate(
            [polylines(np.array([[start, end]])), polylines(np.array([[wings[0], end, wings[1]]]))]
        )
