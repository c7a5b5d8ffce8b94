"""The axis of epsilon, or of epsilon_rel, beside a chart whose values are those of epsilon."""

import numpy as np
from manim import LEFT, RIGHT, VGroup, VMobject
from numpy.typing import NDArray

from scenes.visuals.plot.chart import TICK_GAP, TICK_LENGTH, Chart
from scenes.visuals.plot.scale import Ticks
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number, number_width
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import SMALLEST, THIN

ABOVE = 0.32


class LevelAxis(VGroup):
    """Ticks at the values ``at`` of the chart with the labels of ``ticks``, and the title."""

    def __init__(
        self, pen: Pen, chart: Chart, at: NDArray[np.float64], ticks: Ticks, title: str
    ) -> None:
        muted = pen.theme.muted
        places = chart.places(chart.x_scale.low, at)
        marks = VMobject(stroke_color=muted, stroke_width=THIN)
        marks.points = polylines(np.stack([places, places + TICK_LENGTH * LEFT], axis=1))
        labels = [
            Number(
                text,
                place + (TICK_LENGTH + TICK_GAP) * LEFT,
                colour=muted,
                size=SMALLEST,
                edge=RIGHT,
            )
            for text, place in zip(ticks.labels, places, strict=True)
        ]
        crown = pen.formula(f"res({title}) {ticks.factor}", muted, SMALLEST)
        crown.move_to((chart.box.left - 0.1, chart.box.top + ABOVE, 0.0), aligned_edge=LEFT)
        super().__init__(marks, *labels, crown)


def room_for(*axes: Ticks) -> float:
    """Return how much room the labels of any of these axes need beside a chart."""
    widest = max(number_width(label, SMALLEST) for ticks in axes for label in ticks.labels)
    return widest + TICK_LENGTH + 2 * TICK_GAP
