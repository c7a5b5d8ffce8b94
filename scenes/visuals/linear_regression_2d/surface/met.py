"""Where a line that one knows is on the bowl: a point with its name, which stay there."""

import numpy as np
from manim import Circle, Rectangle, VGroup

from scenes.visuals.linear_regression_2d.lines.search import Line
from scenes.visuals.linear_regression_2d.surface.space import Space
from scenes.visuals.linear_regression_2d.surface.ways import Ways
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST

POINT, ABOVE = 0.11, 0.42
CLEAR, GROUND = 0.06, 0.85  # around a name


class Met(VGroup):
    """The point of ``line`` on the bowl, and its ``name`` above it."""

    def __init__(self, pen: Pen, space: Space, ways: Ways, line: Line, name: str) -> None:
        along, angle = ways.polar(*line)
        self.line = line
        place = space.places(along, angle, along * along)[0]
        point = Circle(POINT, color=pen.theme.ink, fill_opacity=1).move_to(place)
        words = Placed(pen.words(name, size=SMALLEST), place + np.array([0.0, ABOVE, 0.0]))
        # The bowl behind a name would cross it out.
        ground = Rectangle(
            width=words.width + 2 * CLEAR,
            height=words.height + 2 * CLEAR,
            stroke_width=0,
            fill_color=pen.theme.background,
            fill_opacity=GROUND,
        ).move_to(words)
        super().__init__(ground.set_z_index(8), point.set_z_index(8), words.set_z_index(9))
