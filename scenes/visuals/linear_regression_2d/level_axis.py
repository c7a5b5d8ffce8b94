"""The axis of epsilon, or of epsilon_rel, on the left wall of the tank."""

from typing import Self

import numpy as np
from manim import LEFT, RIGHT, VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.plot.chart import TICK_GAP, TICK_LENGTH
from scenes.visuals.plot.scale import Scale, Ticks
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number, number_width
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import SMALLEST, THIN, Box

ABOVE = 0.32
# A tick is at an end of the axis, not beyond it.
SLACK = 1e-6


class LevelAxis(VGroup):
    """Ticks beside ``box`` at the levels ``at`` with the labels of ``ticks``, and the title.

    The tick at an end of the axis is on it; what lies beyond is not shown.
    """

    def __init__(
        self,
        pen: Pen,
        box: Box,
        levels: Scale,
        at: NDArray[np.float64],
        *,
        ticks: Ticks,
        title: str,
    ) -> None:
        muted = pen.theme.muted
        self.box, self.levels, self.at = box, levels, at
        self.marks = VMobject(stroke_color=muted, stroke_width=THIN)
        self.labels = [
            Number(text, np.zeros(3), colour=muted, size=SMALLEST, edge=RIGHT)
            for text in ticks.labels
        ]
        self.crown = pen.formula(f"res({title}) {ticks.factor}", muted, SMALLEST)
        self.crown.move_to((box.left - 0.1, box.top + ABOVE, 0.0), aligned_edge=LEFT)
        super().__init__(self.marks, *self.labels, self.crown)
        self.counted = float(len(self.labels))
        self.draw()

    def set_levels(self, levels: Scale) -> Self:
        """Let other levels lie at the ends."""
        self.levels = levels
        return self.draw()

    def set_counted(self, counted: float) -> Self:
        """Show the title and the lowest ``counted`` of the ticks."""
        self.counted = counted
        return self.draw()

    def draw(self) -> Self:
        """Draw what is shown where the levels are now."""
        shares = self.levels.share(self.at)
        inside = (shares >= -SLACK) & (shares <= 1 + SLACK)
        shown = np.clip(self.counted - np.arange(len(shares)), 0, 1) * inside
        up = self.box.bottom + self.box.height * shares
        places = np.stack([np.full_like(up, self.box.left), up, np.zeros_like(up)], axis=-1)
        for label, place, opacity in zip(self.labels, places, shown, strict=True):
            label.anchor = place + (TICK_LENGTH + TICK_GAP) * LEFT
            label.set_text(label.text).set_fill(opacity=opacity)
        ends = places[shown > 0]
        self.marks.points = polylines(np.stack([ends, ends + TICK_LENGTH * LEFT], axis=1))
        self.crown.set_opacity(min(1.0, self.counted))
        return self


def room_for(*axes: Ticks) -> float:
    """Return how much room the labels of any of these axes need beside a chart."""
    widest = max(number_width(label, SMALLEST) for ticks in axes for label in ticks.labels)
    return widest + TICK_LENGTH + 2 * TICK_GAP
