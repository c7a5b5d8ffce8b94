"""The lead that was found on the axis becomes the lead in the beam."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.half_thickness.beam.bench import Bench
from scenes.visuals.half_thickness.views import NEAR_LOGARITHMS, Views
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN


class Block(VMobject):
    """Lead as thick as on the axis of the near view, ``grown`` from its foot and then ``moved``.

    Having moved it is the lead of the ``bench``, and like there an edge ends its first sheet.
    """

    def __init__(self, views: Views, thickness_mm: float, bench: Bench, theme: Theme) -> None:
        super().__init__(
            stroke_color=theme.muted, stroke_width=THIN, fill_color=theme.faint, fill_opacity=1
        )
        self.bench, self.grown, self.moved = bench, 0.0, 0.0
        box = views.box(NEAR_LOGARITHMS)
        left, right = views.places([0.0, thickness_mm], 1.0, NEAR_LOGARITHMS)[:, 0]
        self.start = np.array([left, right, box.bottom, box.top])

    def set_grown(self, grown: float) -> Self:
        """Draw it as high as it has grown."""
        self.grown = grown
        return self.draw()

    def set_moved(self, moved: float) -> Self:
        """Draw it after a share of its way to the beam."""
        self.moved = moved
        return self.draw()

    def draw(self) -> Self:
        """Draw it from its state."""
        at = self.bench.layout
        end = np.array([*self.bench.face(), at.lead_low, at.lead_low + at.lead_height])
        left, right, low, high = self.start + self.moved * (end - self.start)
        high = low + self.grown * (high - low)
        ring = [(left, low), (right, low), (right, high), (left, high), (left, low)]
        strokes = [polylines(np.array([[(u, v, 0.0) for u, v in ring]]))]
        if self.bench.thickness > 1:
            edge = left + (right - left) / self.bench.thickness
            strokes.append(polylines(np.array([[(edge, low, 0.0), (edge, high, 0.0)]])))
        self.points = np.concatenate(strokes)
        return self
