"""Another line on the sheet: its dot, its number, and the straight way to it."""

import numpy as np
from manim import Circle, VMobject

from scenes.visuals.linear_regression_2d.lines.search import Line
from scenes.visuals.linear_regression_2d.surface.space import Space
from scenes.visuals.linear_regression_2d.surface.ways import Ways
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

RING = 0.3
DASHES, SEEN = 14, 0.55


class Goal:
    """The dot of ``line`` with its ``number``, and a dashed way to it from the best line."""

    def __init__(self, pen: Pen, space: Space, ways: Ways, line: Line, number: str) -> None:
        theme = pen.theme
        self.along, self.angle = ways.polar(*line)
        place = space.places(self.along, self.angle, 0.0)[0]
        self.ring = Circle(RING, color=theme.ink, stroke_width=THIN).move_to(place)
        self.ring.set_fill(theme.background, opacity=1).set_z_index(7)
        starts = self.along * np.arange(DASHES) / DASHES
        dashes = np.stack([starts, starts + SEEN * self.along / DASHES], axis=1)
        self.way = VMobject(stroke_color=theme.ink, stroke_width=BOLD).set_z_index(6)
        self.way.points = polylines(
            space.places(dashes.ravel(), self.angle, 0.0).reshape(DASHES, 2, 3)
        )
        self.number = Placed(pen.words(number, size=SMALLEST), place).set_z_index(7)

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """All of it."""
        return self.way, self.ring, self.number
