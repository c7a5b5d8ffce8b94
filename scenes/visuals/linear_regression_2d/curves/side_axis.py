"""The axis of a side, on the right of a chart whose heights are areas."""

import numpy as np
from manim import LEFT, RIGHT, VGroup, VMobject

from scenes.visuals.plot.chart import TICK_GAP, TICK_LENGTH
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import SMALLEST, THIN, Box

ABOVE = 0.32
MOST = 4


class SideAxis(VGroup):
    """The right wall of ``box`` with ticks and numbers of ``scale``, in ink as what it tells.

    Its 0 is where the wall stands on the foot, which would strike the number through.
    """

    def __init__(self, pen: Pen, box: Box, scale: Scale) -> None:
        ticks, ink = scale.ticks(MOST), pen.theme.ink
        up = box.bottom + box.height * scale.share(ticks.positions)
        places = np.stack([np.full_like(up, box.right), up, np.zeros_like(up)], axis=-1)
        strokes = np.stack([places, places + TICK_LENGTH * LEFT], axis=1)
        wall = np.array([[[box.right, height, 0.0] for height in (box.bottom, box.top)]])
        self.marks = VMobject(stroke_color=ink, stroke_width=THIN)
        self.marks.points = polylines(np.concatenate([wall, strokes]))
        self.labels = [
            Number(
                text,
                place + (TICK_LENGTH + TICK_GAP) * LEFT,
                colour=ink,
                size=SMALLEST,
                edge=RIGHT,
            )
            for text, place in zip(ticks.labels, places, strict=True)
            if place[1] > box.bottom + ABOVE
        ]
        self.title = pen.sentence(
            f"side ${ticks.factor}$" if ticks.factor else "side", ink, SMALLEST
        )
        self.title.move_to((box.right, box.top + ABOVE, 0.0), aligned_edge=RIGHT)
        super().__init__(self.marks, *self.labels, self.title)
