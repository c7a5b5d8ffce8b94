"""Lines that one knows, on the bowl: the rivals are met there, ours is where it stands."""

import numpy as np
from manim import LEFT, RIGHT, Circle, VGroup

from scenes.visuals.linear_regression_2d.lines.search import Line
from scenes.visuals.linear_regression_2d.surface.ball import DOT
from scenes.visuals.linear_regression_2d.surface.space import Space
from scenes.visuals.linear_regression_2d.surface.ways import Ways
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST, THIN

RING = 0.25
ASIDE, BELOW = 0.35, 0.42


class Met(VGroup):
    """A ring where ``line`` is on the bowl, and its ``number`` in it."""

    def __init__(self, pen: Pen, space: Space, ways: Ways, line: Line, number: int) -> None:
        along, angle = ways.polar(*line)
        self.line = line
        place = space.places(along, angle, along * along)[0]
        ring = Circle(RING, stroke_color=pen.theme.ink, stroke_width=THIN)
        ring.set_fill(pen.theme.background, opacity=1).move_to(place)
        words = Placed(pen.words(str(number), size=SMALLEST), place)
        super().__init__(ring.set_z_index(9), words.set_z_index(10))


class Ours(VGroup):
    """The dot of the best line, and its ``name`` in front of it, on a ``side`` (-1 or 1)."""

    def __init__(self, pen: Pen, space: Space, side: float, name: str) -> None:
        dot = Circle(DOT, color=pen.theme.ink, fill_opacity=1).move_to(space.middle)
        place = space.middle + np.array([side * ASIDE, -BELOW, 0.0])
        self.words = Placed(pen.words(name, size=SMALLEST), place, LEFT if side > 0 else RIGHT)
        super().__init__(dot.set_z_index(8), self.words.set_z_index(9))
        self.dot = dot
