"""The two parabolas of a and of b crosswise: flat in both directions, so flat in any other.

Seen from the front both lie in one picture, as they were drawn. Then the direction of b swings
out of it: the mark, of which one saw the edge, is a level sheet on which both stand.
"""

from typing import Self

import numpy as np
from manim import Circle, VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.crossing import Crossing
from scenes.visuals.linear_regression_2d.shown_data import Values
from scenes.visuals.linear_regression_2d.valley import VALLEY, Valley
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

# Where the plus ends of a and of b point on the screen, half of a sweep away.
ACROSS, BACK = np.array([1.15, -0.42, 0.0]), np.array([-0.95, -0.5, 0.0])
REACH = 0.93  # of a sweep, where the picture is open: what is far back must not be too high
SHEET, TANGENT, SLANT, BEYOND = 1.4, 0.8, 0.3, 0.98
# What one may fear: a mix that passes the best line on a slope, in heights of the sweeps.
STEEPEST = 0.8
WIDEST = 2.7  # half of a mix, on the screen
STEPS, DASHES, SEEN = 97, 12, 5
TRACES, DOT = 15, 0.13


class Mix:
    """Both parabolas, the sheet below, and those of the turns about a ``crossing``.

    One of them is dashed and would dip below; all together they are a bowl on the sheet.
    """

    def __init__(
        self, pen: Pen, slope: Valley, second: Valley, crossing: Crossing, letter: str
    ) -> None:
        theme = pen.theme
        self._valleys = slope, second
        self._crossing = crossing
        colours = theme.slope, theme.intercept
        self.curves = [VMobject(stroke_color=c, stroke_width=VALLEY) for c in colours]
        self.tangents = [VMobject(stroke_color=c, stroke_width=BOLD) for c in colours]
        self.sheet = VMobject(stroke_color=theme.ink, stroke_width=THIN)
        self.sheet.set_fill(theme.muted, opacity=0.2)
        self.fear, self.fear_tangent = _dashed(theme), VMobject(stroke_width=THIN)
        self.fear_tangent.set_stroke(theme.ink)
        names = "slope(a)", letter
        self.names = [Placed(pen.formula(name, size=SMALLEST), np.zeros(3)) for name in names]
        for layer, part in enumerate((self.sheet, *self.tangents, *self.curves)):
            part.set_z_index(layer + 1)
        self.fear.set_z_index(7)
        self.trace = VMobject(stroke_color=theme.muted, stroke_width=THIN).set_z_index(2)
        self.curve = VMobject(stroke_color=theme.ink, stroke_width=VALLEY).set_z_index(7)
        self.dot = Circle(DOT, color=theme.ink, fill_opacity=1).set_z_index(8)
        self._grid = np.linspace(crossing.left, crossing.right, TRACES)
        self.steep = 1.0
        self.set_open(0.0)

    @property
    def moving(self) -> tuple[VMobject, ...]:
        """What changes while the picture opens."""
        return self.sheet, *self.curves

    @property
    def flat(self) -> tuple[VMobject, ...]:
        """What tells how level both are, and their names."""
        return *self.tangents, *self.names

    @property
    def doubted(self) -> tuple[VMobject, ...]:
        """The mix, and how it passes the best line."""
        return self.fear, self.fear_tangent

    def set_open(self, share: float) -> Self:
        """Let the direction of b be swung out by ``share``."""
        self.opened = share
        flat = [self._half(valley) for valley in self._valleys]
        self.ways = [
            (1 - share) * np.array([side * half, 0.0, 0.0]) + share * end
            for side, half, end in zip((1, -1), flat, (ACROSS, BACK), strict=True)
        ]
        reach = 1 - share * (1 - REACH)
        for way, curve, tangent, name in zip(
            self.ways, self.curves, self.tangents, self.names, strict=True
        ):
            along = np.linspace(-reach, reach, STEPS)
            curve.points = polylines(self.places(along, way, np.square(along))[None])
            ends = TANGENT * np.array([-1.0, 1.0])
            tangent.points = polylines(self.places(ends, way, 0 * ends)[None])
            name.put(self.middle + BEYOND * way)
        self.sheet.points = polylines(self.corners()[None])
        return self.set_steep(self.steep)

    def corners(self) -> Values:
        """Return the corners (5, 3) of the sheet: from the front it is the mark, seen edge-on."""
        one, other = SHEET * ACROSS, SHEET * BACK
        level = np.array([self._valleys[0].chart.box.width / 2, 0.0, 0.0])
        opened = np.array([-one - other, one - other, one + other, other - one])
        front = np.array([level / 2, level, -level / 2, -level])
        ring = (1 - self.opened) * front + self.opened * opened
        closed: Values = self.middle + np.vstack([ring, ring[:1]])
        return closed

    def set_steep(self, share: float) -> Self:
        """Let the mix pass the best line with a ``share`` of the steepest slope."""
        self.steep = share
        self.fear.points = polylines(self.dashes())
        ends = SLANT * np.array([-1.0, 1.0])
        slant = self.places(ends, self._mixed, share * STEEPEST * ends)
        self.fear_tangent.points = polylines(slant[None])
        return self

    def dashes(self) -> Values:
        """Return places (DASHES, SEEN, 3) along each dash of the mix."""
        steep = self.steep * STEEPEST
        ends = [(-steep + side * np.hypot(steep, 2 * self.reach)) / 2 for side in (-1, 1)]
        along = np.linspace(ends[0], ends[1], DASHES * 8)
        places = self.places(along, self._mixed, np.square(along) + steep * along)
        return places.reshape(DASHES, 8, 3)[:, :SEEN]

    def places(self, along: Values, way: Values, height: Values) -> Values:
        """Return the places (n, 3) so far ``along`` a ``way``, at heights of the sweeps."""
        up = np.array([0.0, self._height, 0.0])
        places: Values = self.middle + along[:, None] * way + height[:, None] * up
        return places

    @property
    def middle(self) -> Values:
        """The place of the best line."""
        valley = self._valleys[0]
        return valley.chart.place(valley.optimum, float(valley.epsilon(np.array(valley.optimum))))

    @property
    def _height(self) -> float:
        """The height of the ends of both sweeps above the middle, on the screen."""
        valley = self._valleys[0]
        end = valley.ends[1]
        return float(
            (valley.chart.place(end, float(valley.epsilon(np.array(end)))) - self.middle)[1]
        )

    def set_turned(self, along: float, low: float, high: float) -> Self:
        """Show the turns about the crossing as it is now, the line so far ``along`` its own.

        Those about all places from ``low`` to ``high`` have left a trace.
        """
        seen = self._grid[(self._grid >= low) & (self._grid <= high)]
        self.curve.points = polylines(self.parabola(self._crossing.x)[None])
        traces = np.array([self.parabola(x) for x in seen])
        self.trace.points = polylines(traces) if len(seen) else np.zeros((0, 3))
        at = np.array([along])
        self.dot.move_to(self.places(at, self._mixed, np.square(at))[0])
        return self

    @property
    def turning(self) -> tuple[VMobject, ...]:
        """What changes with the crossing."""
        return self.trace, self.curve, self.dot

    @property
    def reach(self) -> float:
        """How much of a turn is shown: all end at one height, and the widest has room."""
        widest = max(abs(self.turned(x)[0]) for x in self._grid)
        return float(min(REACH, WIDEST / widest))

    @property
    def _mixed(self) -> Values:
        return self.turned(self._crossing.x)

    def turned(self, x: float) -> Values:
        """Return where the best line goes when it is turned about ``x`` up to a sweep's height."""
        slope, second = self._valleys
        da = self._crossing.reach_of(x)
        way: Values = da / slope.reach * self.ways[0] - x * da / second.reach * self.ways[1]
        return way

    def parabola(self, x: float) -> Values:
        """Return the places (STEPS, 3) of the turns about ``x``."""
        along = np.linspace(-self.reach, self.reach, STEPS)
        return self.places(along, self.turned(x), np.square(along))

    @staticmethod
    def _half(valley: Valley) -> float:
        """Return half of the width of a sweep on the screen."""
        return valley.chart.box.width * valley.reach / valley.chart.x_scale.span


def _dashed(theme: Theme) -> VMobject:
    return VMobject(stroke_color=theme.ink, stroke_width=BOLD)
