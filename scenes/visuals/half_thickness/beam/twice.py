"""Lead of a half thickness and as much again: what is left of a hundred between them."""

import numpy as np
from manim import LEFT, RIGHT, VGroup, VMobject

from core.palette import Theme
from scenes.visuals.half_thickness.beam.layout import NAME_HEIGHT, Layout
from scenes.visuals.half_thickness.beam.photons import PHOTONS
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST, THIN

ASIDE = 0.18  # from where the slabs meet to their names
BESIDE = 0.2  # from the count to the word before it
BELOW_COUNT, ABOVE_LEAD = 0.42, 0.04  # of the pointer from a count down to where the slabs meet


class Twice(VGroup):
    """The names of two slabs, and above them how many photons are left between, on average.

    ``names`` say how thick each slab is, ``count`` what is left between them, ``about``.
    """

    def __init__(self, pen: Pen, at: Layout, half: str) -> None:
        theme: Theme = pen.theme
        middle = at.lead_middle
        self.names = [
            Placed(
                pen.sentence(f"{half} mm", theme.muted, SMALLEST),
                np.array([middle, NAME_HEIGHT, 0.0]) - ASIDE * edge,
                edge,
            )
            for edge in (RIGHT, LEFT)
        ]
        self.count = Number(
            f"{PHOTONS / 2:.0f}",
            np.array([middle, at.row, 0.0]),
            size=at.size,
            colour=theme.photon,
            edge=0 * RIGHT,
        )
        self.about = Placed(
            pen.sentence("about", theme.photon, SMALLEST),
            self.count.get_left() + BESIDE * LEFT,
            RIGHT,
        )
        self.pointer = VMobject(stroke_color=theme.photon, stroke_width=THIN)
        ends = at.row - BELOW_COUNT, at.lead_low + at.lead_height + ABOVE_LEAD
        self.pointer.points = polylines(np.array([[(middle, up, 0.0) for up in ends]]))
        super().__init__(*self.names, self.count, self.about, self.pointer)

    @property
    def between(self) -> tuple[VMobject, ...]:
        """Return what is told between the slabs."""
        return self.count, self.about, self.pointer
