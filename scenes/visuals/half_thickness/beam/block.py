"""The lead that was found on the axis becomes the lead in the beam."""

from typing import Self

import numpy as np
from manim import ManimColor, VGroup, VMobject, interpolate_color, smooth

from scenes.visuals.half_thickness.beam.bench import Bench
from scenes.visuals.half_thickness.beam.layout import NAME_HEIGHT
from scenes.visuals.half_thickness.length import Length
from scenes.visuals.half_thickness.line.near import Near
from scenes.visuals.half_thickness.views import HALVES, NEAR_LOGARITHMS, Views
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import THIN, WORDS

RISEN, LEAVES = 0.5, 0.4  # shares of its way: it stands on the axis by then; sets out from there


class Block(VGroup):
    """Lead as thick as the step is wide in the last view: it rises there, and moves into the beam.

    ``come`` is how far it has. Having come it is the lead of the ``bench``, and like there an edge
    ends its first sheet. It takes the name of its thickness along.
    """

    def __init__(self, pen: Pen, near: Near, views: Views, slid: float, bench: Bench) -> None:
        """Build it as high as the step of ``near``, grown and ``slid`` down, under its width."""
        theme = pen.theme
        self.bench, self.come = bench, 0.0
        self.lead = VMobject(
            stroke_color=theme.muted, stroke_width=THIN, fill_color=theme.faint, fill_opacity=1
        )
        near.set_grown(1.0)
        near.sizes.set_view(HALVES).set_slid(slid)
        named, (start, corner, _) = near.sizes.width_name, near.step.corners()
        self.label = Length(pen, theme.slope, named.size).put(named.place).write(named.number.text)
        near.sizes.set_view(NEAR_LOGARITHMS).set_slid(0)
        near.set_grown(0.0)
        self._named = self.label.place, self.label.size
        self._colours = ManimColor(theme.slope), ManimColor(theme.muted)
        self.start = np.array([start[0], corner[0], views.box(HALVES).bottom, corner[1]])
        super().__init__(self.lead, self.label)

    def name_at_last(self, pen: Pen) -> Length:
        """Return its name as it stands over the lead in the beam."""
        over = np.array([0.0, NAME_HEIGHT, 0.0])
        return Length(pen, pen.theme.muted, WORDS).put(over).write(self.label.number.text)

    def set_come(self, come: float) -> Self:
        """Draw it after a share of its way."""
        self.come = come
        return self.draw()

    def draw(self) -> Self:
        """Draw it from its state."""
        at = self.bench.layout
        risen = smooth(min(self.come / RISEN, 1.0))
        moved = smooth(max(0.0, (self.come - LEAVES) / (1 - LEAVES)))
        end = np.array([*self.bench.face(), at.lead_low, at.lead_low + at.lead_height])
        left, right, low, high = self.start + moved * (end - self.start)
        high = low + risen * (high - low)
        ring = [(left, low), (right, low), (right, high), (left, high), (left, low)]
        strokes = [polylines(np.array([[(u, v, 0.0) for u, v in ring]]))]
        if self.bench.thickness > 1:
            edge = left + (right - left) / self.bench.thickness
            strokes.append(polylines(np.array([[(edge, low, 0.0), (edge, high, 0.0)]])))
        self.lead.points = np.concatenate(strokes)
        place, size = self._named
        there = np.array([0.0, NAME_HEIGHT, 0.0])
        self.label.put(place + moved * (there - place), size + moved * (WORDS - size))
        self.label.set_color(interpolate_color(*self._colours, moved))
        return self
