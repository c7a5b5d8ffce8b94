"""Where a point went that has left its chart: a wedge at the edge, pointing after it."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD

# Of the wedge, and from where it is all there: so far has the point gone. In units of the screen.
HALF_WIDTH, HEIGHT, FADING = 0.28, 0.4, 0.2


class EdgeMark(VMobject):
    """A wedge at the upper or lower edge of a chart, once the point (x, y) is beyond it."""

    def __init__(self, chart: Chart, theme: Theme) -> None:
        super().__init__(
            fill_color=theme.point, fill_opacity=0, stroke_color=theme.ink, stroke_width=BOLD
        )
        self._chart = chart

    def follow(self, x: float, y: float) -> Self:
        """Point after (x, y)."""
        place, box = self._chart.place(x, y), self._chart.box
        below = place[1] < box.middle[1]
        edge, inwards = (box.bottom, 1.0) if below else (box.top, -1.0)
        base = edge + inwards * HEIGHT
        left, right = place[0] - HALF_WIDTH, place[0] + HALF_WIDTH
        ring = [(left, base), (place[0], edge), (right, base), (left, base)]
        self.points = polylines(np.array([[(u, v, 0.0) for u, v in ring]]))
        self.set_opacity(beyond(self._chart, float(place[1])))
        return self


def beyond(chart: Chart, up: float) -> float:
    """Return how far out of ``chart`` the height ``up`` on the screen is: 1 is out of sight."""
    past = max(chart.box.bottom - up, up - chart.box.top)
    return float(np.clip(past / FADING, 0.0, 1.0))
