"""The two parabolas of a and of b crosswise: flat in both directions, so flat in any between.

Seen from the front both lie in one picture, as they were drawn. Then the direction of b swings
out of it: the mark, of which one saw the edge, is a level sheet on which both stand.
"""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.shown_data import Values
from scenes.visuals.linear_regression_2d.valley import VALLEY, Valley
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

# Where a unit to the right and to the back goes on the screen; a unit is half of a sweep.
ACROSS, BACK = np.array([1.62, -0.5, 0.0]), np.array([1.3, 0.6, 0.0])
MIXED = 0.55  # of both, on the way of the mix
REACH = 0.93  # of a sweep, where the picture is open: what is far back must not be too high
SHEET, TANGENT, SLANT, BEYOND = 0.98, 0.66, 0.38, 0.8
# What one may fear: a mix that passes the best line on a slope, in heights of the sweeps.
STEEPEST = 0.8
STEPS, DASHES, SEEN = 97, 12, 5


class Mix:
    """Both parabolas, the sheet below, and a dashed one in between which would dip below."""

    def __init__(self, pen: Pen, slope: Valley, second: Valley, letter: str) -> None:
        theme = pen.theme
        self._valleys = slope, second
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
            (1 - share) * np.array([half, 0.0, 0.0]) + share * end
            for half, end in zip(flat, (ACROSS, BACK), strict=True)
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
        front = np.array([-level, -level / 2, level, level / 2])
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
        ends = (-steep + np.array([-1, 1]) * np.hypot(steep, 2 * REACH)) / 2
        along = np.linspace(*ends, DASHES * 8)
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

    @property
    def _mixed(self) -> Values:
        mixed: Values = MIXED * (self.ways[0] + self.ways[1])
        return mixed

    @staticmethod
    def _half(valley: Valley) -> float:
        """Return half of the width of a sweep on the screen."""
        return valley.chart.box.width * valley.reach / valley.chart.x_scale.span


def _dashed(theme: Theme) -> VMobject:
    return VMobject(stroke_color=theme.ink, stroke_width=BOLD)
