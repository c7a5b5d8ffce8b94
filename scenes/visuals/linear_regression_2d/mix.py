"""The two parabolas of a and of b crosswise: both touch a level sheet where the best line is.

Seen from the front both lie in one picture, as they were drawn. Then the direction of b swings
out of it: the mark, of which one saw the edge, is a level sheet on which both stand.
"""

from typing import Self

import numpy as np
from manim import VMobject

from scenes.visuals.linear_regression_2d.crossing import Crossing
from scenes.visuals.linear_regression_2d.shown_data import Values
from scenes.visuals.linear_regression_2d.valley import VALLEY, Valley
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, PICTURE, SMALLEST, THIN, Box

# Where the plus ends of a and of b point on the screen, half of a sweep away.
ACROSS, BACK = np.array([1.45, -0.25, 0.0]), np.array([-0.55, -0.6, 0.0])
REACH = 0.93  # of a sweep, where the picture is open: what is far back must not be too high
SHEET, TANGENT, BEYOND = 1.4, 0.8, 0.98
SIDES = -1, 1  # at which end of its tangent a name stands: both on the left
WIDEST = 2.9  # half of a turn
STEPS, TRACES = 97, 15


class Mix:
    """Both parabolas, the sheet below, and how lines that change both numbers lie between them.

    A mix goes as the turn about ``crossing`` does; all turns about places of the points, and that
    about ``third``, have room.
    """

    def __init__(
        self,
        pen: Pen,
        slope: Valley,
        second: Valley,
        crossing: Crossing,
        *,
        third: float,
        letter: str,
    ) -> None:
        theme = pen.theme
        self._valleys, self.crossing = (slope, second), crossing
        colours = theme.slope, theme.intercept
        self.curves = [VMobject(stroke_color=c, stroke_width=VALLEY) for c in colours]
        self.tangents = [VMobject(stroke_color=c, stroke_width=BOLD) for c in colours]
        self.sheet = VMobject(stroke_color=theme.ink, stroke_width=THIN)
        self.sheet.set_fill(theme.muted, opacity=0.2)
        names = "slope(a)", letter
        self.names = [Placed(pen.formula(name, size=SMALLEST), np.zeros(3)) for name in names]
        for layer, part in enumerate((self.sheet, *self.tangents, *self.curves)):
            part.set_z_index(layer + 1)
        self.zoom = 1.0
        self.grid = np.linspace(crossing.left, crossing.right, TRACES)
        self.ways = [ACROSS, BACK]
        widest = max(abs(self.turned(x)[0]) for x in (*self.grid, third))
        self._opened_ways = [min(1.0, WIDEST / widest) * way for way in self.ways]
        self.set_open(0.0)

    @property
    def moving(self) -> tuple[VMobject, ...]:
        """What changes while the picture opens."""
        return self.sheet, *self.curves

    @property
    def flat(self) -> tuple[VMobject, ...]:
        """What tells how level both are, and their names."""
        return *self.tangents, *self.names

    def set_open(self, share: float) -> Self:
        """Let the direction of b be swung out by ``share``."""
        self.opened = share
        flat = [self._half(valley) for valley in self._valleys]
        self.ways = [
            (1 - share) * np.array([side * half, 0.0, 0.0]) + share * end
            for side, half, end in zip((1, -1), flat, self._opened_ways, strict=True)
        ]
        reach = 1 - share * (1 - REACH)
        for way, curve, tangent, name, side in zip(
            self.ways, self.curves, self.tangents, self.names, SIDES, strict=True
        ):
            along = np.linspace(-reach, reach, STEPS)
            curve.points = polylines(self.places(along, way, np.square(along) / self.zoom)[None])
            ends = TANGENT * np.array([-1.0, 1.0])
            tangent.points = polylines(self.places(ends, way, 0 * ends)[None])
            name.put(self.middle + side * BEYOND * way)
        self.sheet.points = polylines(self.corners()[None])
        return self

    def set_zoom(self, zoom: float) -> Self:
        """Magnify all about the best line: what is curved becomes flat, a slope stays."""
        self.zoom = zoom
        return self.set_open(self.opened)

    def corners(self) -> Values:
        """Return the corners (5, 3) of the sheet: from the front it is the mark, seen edge-on."""
        one, other = SHEET * ACROSS, SHEET * BACK
        level = np.array([self._valleys[0].chart.box.width / 2, 0.0, 0.0])
        opened = np.array([-one - other, one - other, one + other, other - one])
        front = np.array([level / 2, level, -level / 2, -level])
        ring = (1 - self.opened) * front + self.opened * opened
        closed: Values = self.middle + np.vstack([ring, ring[:1]])
        return closed

    def places(self, along: Values, way: Values, height: Values) -> Values:
        """Return the places (n, 3) so far ``along`` a ``way``, at heights of the sweeps."""
        up = np.array([0.0, self._height, 0.0])
        places: Values = self.middle + along[:, None] * way + height[:, None] * up
        return places

    @property
    def box(self) -> Box:
        """Where the picture is."""
        return self._valleys[0].chart.box

    @property
    def middle(self) -> Values:
        """The place of the best line.

        Where the mark is so low that the sheet would lie in the words, the opened picture is
        lifted.
        """
        valley = self._valleys[0]
        least = float(valley.epsilon(np.array(valley.optimum)))
        place = valley.chart.place(valley.optimum, least)
        foot = float(place[1] + SHEET * (ACROSS + BACK)[1])
        place[1] += self.opened * max(0.0, PICTURE.bottom - foot)
        return place

    @property
    def _height(self) -> float:
        """The height of the ends of both sweeps above the middle, on the screen."""
        valley = self._valleys[0]
        end = valley.ends[1]
        low, high = (
            valley.chart.place(number, float(valley.epsilon(np.array(number))))
            for number in (valley.optimum, end)
        )
        return float((high - low)[1])

    @property
    def mixed(self) -> Values:
        """Where the turn about the crossing goes."""
        return self.turned(self.crossing.x)

    def turned(self, x: float) -> Values:
        """Return where the best line goes when it is turned about ``x`` up to a sweep's height."""
        way: Values = sum(self.legs(x), start=np.zeros(3))
        return way

    def legs(self, x: float) -> tuple[Values, Values]:
        """Return how far such a turn goes in the direction of a, and how far in that of b."""
        slope, second = self._valleys
        da = self.crossing.reach_of(x)
        return da / slope.reach * self.ways[0], -x * da / second.reach * self.ways[1]

    @staticmethod
    def _half(valley: Valley) -> float:
        """Return half of the width of a sweep on the screen."""
        return valley.chart.box.width * valley.reach / valley.chart.x_scale.span
