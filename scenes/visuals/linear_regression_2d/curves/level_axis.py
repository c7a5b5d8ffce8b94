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
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST, THIN, Box

ABOVE = 0.32
SLACK = 1e-6


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
        crown = pen.formula(f"res({title}) {ticks.factor}", muted, SMALLEST)
        self.crown = Placed(crown, np.zeros(3), LEFT)
        super().__init__(self.marks, *self.labels, self.crown)
        self.levels, self._at, self.seen = levels, at, 1.0
        self.set_box(box)

    def set_box(self, box: Box) -> Self:
        """Stand on the left wall of ``box``."""
        self.box = box
        return self.set_levels(self.levels)

    def set_seen(self, share: float) -> Self:
        """Let it be seen by a ``share``, from the next levels on."""
        self.seen = share
        self.marks.set_stroke(opacity=share)
        self.crown.set_fill(opacity=share)
        return self

    def set_levels(self, levels: Scale) -> Self:
        """Let other levels lie at the bottom and at the top; only those in between are told."""
        self.levels, box = levels, self.box
        shares = levels.share(self._at)
        self.crown.put(np.array([box.left - 0.1, box.top + ABOVE, 0.0]))
        up = box.bottom + box.height * shares
        places = np.stack([np.full_like(up, box.left), up, np.zeros_like(up)], axis=-1)
        told = (shares >= -SLACK) & (shares <= 1 + SLACK)
        for label, place, seen in zip(self.labels, places, told, strict=True):
            label.anchor = place + (TICK_LENGTH + TICK_GAP) * LEFT
            label.set_text(label.text).set_fill(opacity=self.seen * float(seen))
        places = places[told]
        self.marks.points = polylines(np.stack([places, places + TICK_LENGTH * LEFT], axis=1))
        return self


def room_for(*axes: Ticks) -> float:
    """Return how much room the labels of any of these axes need beside a chart."""
    widest = max(number_width(label, SMALLEST) for ticks in axes for label in ticks.labels)
    return widest + TICK_LENGTH + 2 * TICK_GAP
