"""The line is halved again and again: the step that has grown to one half slides down it."""

from typing import Self

import numpy as np
from manim import DOWN, LEFT, VGroup, VMobject

from scenes.visuals.half_thickness.line.near import TINT, Law
from scenes.visuals.half_thickness.rates import DASH
from scenes.visuals.half_thickness.views import FULL, HALVES, Values, Views
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

TIMES = 3  # as often it is halved
NAMED = np.array([0.1, 0.1, 0.0])  # from the left end of a level
TRACE_TINT = TINT / 2


class Halves(VGroup):
    """What a step leaves behind that has ``slid`` down by so many of its widths, and what is left.

    Levels tell that: the first ``reached`` of them are drawn, from the line to the axis, as shares
    of what the line starts with.
    """

    def __init__(self, pen: Pen, views: Views, x_h: float, law: Law) -> None:
        theme = pen.theme
        self.slid, self.reached = 0.0, 0.0
        depths: Values = x_h * np.arange(TIMES + 1.0)
        self.on_line = views.places(depths, law(depths), HALVES)
        self.left = views.box(HALVES).left
        self.traces = VMobject(
            stroke_color=theme.slope,
            stroke_width=THIN,
            fill_color=theme.slope,
            fill_opacity=TRACE_TINT,
        ).set_z_index(2)
        self.levels = VMobject(stroke_color=theme.ink, stroke_width=BOLD).set_z_index(3)
        self.names = [
            Placed(
                pen.sentence(f"{FULL / 2**k:g} %", theme.photon, SMALLEST),
                np.array([self.left, place[1], 0.0]) + NAMED,
                LEFT + DOWN,
            )
            for k, place in enumerate(self.on_line)
        ]
        super().__init__(self.traces, self.levels, *self.names)
        self.draw()

    def set_slid(self, slid: float) -> Self:
        """Draw what the step has left behind."""
        self.slid = slid
        return self.draw()

    def set_shown(self, reached: float) -> Self:
        """Draw so many levels."""
        self.reached = reached
        return self.draw()

    def draw(self) -> Self:
        """Draw everything from the state."""
        steps, starts = [], self.on_line
        for k in range(int(np.ceil(self.slid))):
            corner = np.array([starts[k + 1, 0], starts[k, 1], 0.0])
            steps.append([starts[k], corner, starts[k + 1], starts[k]])
        self.traces.points = polylines(np.array(steps)) if steps else np.zeros((0, 3))
        dashes = []
        for k, (place, name) in enumerate(zip(starts, self.names, strict=True)):
            # That without lead and that behind the first step come together.
            shown = float(np.clip(self.reached - max(k - 1, 0), 0.0, 1.0))
            name.set_opacity(shown)
            end = place[0] + shown * (self.left - place[0])
            for x in np.arange(place[0], end, -2 * DASH):
                dashes.append([(x, place[1], 0.0), (max(x - DASH, end), place[1], 0.0)])
        self.levels.points = polylines(np.array(dashes)) if dashes else np.zeros((0, 3))
        return self
