"""The axis of epsilon, or of epsilon_rel, on the left wall of the tank."""

from typing import Self

import numpy as np
from manim import LEFT, RIGHT, VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.plot.chart import TICK_GAP, TICK_LENGTH
from scenes.visuals.plot.scale import Scale, Ticks
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.numerals import Number, number_width
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import SMALLEST, THIN, Box

ABOVE = 0.32


class LevelAxis(VGroup):
    """Ticks beside ``box`` at the levels ``at`` with the labels of ``ticks``, and the title."""

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
        self.marks = VMobject(stroke_color=muted, stroke_width=THIN)
        self.labels = [
            Number(text, np.zeros(3), colour=muted, size=SMALLEST, edge=RIGHT)
            for text in ticks.labels
        ]
        self.factor = ticks.factor
        self.crown = pen.formula(f"res({title}) {ticks.factor}", muted, SMALLEST)
        super().__init__(self.marks, *self.labels, self.crown)
        self._shares, self.lowered = levels.share(at), 0.0
        self._unit = 1 / levels.span
        self.set_box(box)

    def set_box(self, box: Box) -> Self:
        """Stand on the left wall of ``box``."""
        self.box = box
        self.crown.move_to((box.left - 0.1, box.top + ABOVE, 0.0), aligned_edge=LEFT)
        up = box.bottom + box.height * (self._shares - self.lowered * self._unit)
        places = np.stack([np.full_like(up, box.left), up, np.zeros_like(up)], axis=-1)
        for label, place in zip(self.labels, places, strict=True):
            label.anchor = place + (TICK_LENGTH + TICK_GAP) * LEFT
            label.set_text(label.text)
        self.marks.points = polylines(np.stack([places, places + TICK_LENGTH * LEFT], axis=1))
        return self

    def set_lowered(self, level: float) -> Self:
        """Stand so much lower that the labels tell a level that is higher by ``level``."""
        self.lowered = level
        return self.set_box(self.box)

    def titled(self, pen: Pen, title: str) -> Formula:
        """Return what stands in place of the title for a while, with the same factor."""
        formula = pen.formula(f"res({title}) {self.factor}", size=SMALLEST)
        return formula.move_to(self.crown, aligned_edge=LEFT)


def room_for(*axes: Ticks) -> float:
    """Return how much room the labels of any of these axes need beside a chart."""
    widest = max(number_width(label, SMALLEST) for ticks in axes for label in ticks.labels)
    return widest + TICK_LENGTH + 2 * TICK_GAP
