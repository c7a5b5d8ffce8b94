"""How the best line is shown on the map: guides to both axes, and a ring that goes out from it."""

from typing import Self

import numpy as np
from manim import Circle, VGroup, VMobject

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD, THIN

DASH = 0.15
SMALLEST_RING, WIDEST_RING = 0.25, 0.75


class Guides(VGroup):
    """Dashes from the line (a, b) to the axis of a and to the axis of b, each in its colour."""

    def __init__(self, chart: Chart, a: float, b: float, theme: Theme) -> None:
        self.start = chart.place(a, b)
        self.feet = chart.place(a, chart.y_scale.low), chart.place(chart.x_scale.low, b)
        super().__init__(
            *(
                VMobject(stroke_color=colour, stroke_width=BOLD)
                for colour in (theme.slope, theme.intercept)
            )
        )

    def set_drawn(self, share: float) -> Self:
        """Draw the share of each way that lies next to the line."""
        for part, foot in zip(self.submobjects, self.feet, strict=True):
            way = foot - self.start
            length = float(np.linalg.norm(way))
            starts = np.arange(0.0, max(share * length, 1e-6), 2 * DASH)
            ends = np.minimum(starts + DASH, share * length)
            dashes = np.stack([starts, ends], axis=1)[..., None] * way / length
            part.points = polylines(self.start + dashes)
        return self


class Pulse(VMobject):
    """A ring that goes out from a place and fades."""

    def __init__(self, place: np.ndarray, theme: Theme) -> None:
        super().__init__(stroke_color=theme.ink, stroke_width=THIN + 1, stroke_opacity=0)
        self.place = place
        self._circle = Circle(1.0).points

    def set_share(self, share: float) -> Self:
        """Show the ring after ``share`` of its way."""
        self.points = self.place + (
            (SMALLEST_RING + share * (WIDEST_RING - SMALLEST_RING)) * self._circle
        )
        self.set_stroke(opacity=1 - share)
        return self
