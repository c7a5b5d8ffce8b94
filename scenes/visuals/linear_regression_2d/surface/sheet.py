"""The two parabolas of a and of b crosswise: both touch a level sheet where the best line is.

Seen from the front both lie in one picture, as they were drawn. Then one sees it from above: the
mark, of which one saw the edge, is a level sheet on which both stand.
"""

from typing import Self

import numpy as np
from manim import VMobject

from scenes.visuals.linear_regression_2d.curves.valley import VALLEY, Valley
from scenes.visuals.linear_regression_2d.lines.shown_data import Values
from scenes.visuals.linear_regression_2d.surface.sheet_numbers import SheetNumbers
from scenes.visuals.linear_regression_2d.surface.space import CORNERS, NEAR, SIDE, Space, edge
from scenes.visuals.linear_regression_2d.surface.ways import Ways
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

INSIDE, BEFORE = 0.08, 0.14  # of the edge of the sheet: its names; of these: the ways
STEPS = 97
PASSING = 0.2  # of a turn: in which a parabola appears behind the way that passes it


class Sheet:
    """Both parabolas, the sheet below, and on it the ways of a and of b with their names.

    A frame on the sheet is about what is seen from near.
    """

    def __init__(
        self,
        pen: Pen,
        space: Space,
        ways: Ways,
        valleys: tuple[Valley, Valley],
        letters: tuple[str, str],
    ) -> None:
        theme = pen.theme
        self.space, self.angles = space, (ways.of_slope, ways.of_second)
        self._valleys = valleys
        colours = theme.slope, theme.intercept
        self.curves = [VMobject(stroke_color=c, stroke_width=VALLEY) for c in colours]
        self.tangents = [VMobject(stroke_color=c, stroke_width=BOLD) for c in colours]
        self.sheet = VMobject(stroke_color=theme.ink, stroke_width=THIN)
        self.sheet.set_fill(theme.muted, opacity=0.2)
        self.frame = VMobject(stroke_color=theme.ink, stroke_width=BOLD)
        self.numbers = [
            SheetNumbers(pen, valley, colour)
            for valley, colour in zip(valleys, colours, strict=True)
        ]
        self.names = [Placed(pen.formula(name, size=SMALLEST), np.zeros(3)) for name in letters]
        # The ways lie over what a wall has below the sheet.
        for layer, part in zip((1, 2, 5, 5, 6, 6), self._parts, strict=True):
            part.set_z_index(layer)
        for name in (*self.names, *self.numbers):
            name.set_z_index(9)
        self.opened, self._front = 0.0, space.yaw
        self.set_space(space)

    @property
    def _parts(self) -> tuple[VMobject, ...]:
        return self.sheet, self.frame, *self.tangents, *self.curves

    @property
    def moving(self) -> tuple[VMobject, ...]:
        """What changes while the picture opens."""
        return self.sheet, *self.curves

    @property
    def flat(self) -> tuple[VMobject, ...]:
        """The ways of a and of b on the sheet, their names and numbers."""
        return *self.tangents, *self.names, *self.numbers

    def set_space(self, space: Space) -> Self:
        """Lie there."""
        self.space = space
        for tangent, name, angle in zip(self.tangents, self.names, self.angles, strict=True):
            far = edge(angle - self._front) - INSIDE
            ends = (far - BEFORE) * np.array([-1.0, 1.0]) / space.near
            tangent.points = polylines(space.places(ends, angle, 0.0)[None])
            name.put(space.places(-far / space.near, angle, 0.0)[0])
        for k, numbers in enumerate(self.numbers):
            numbers.put(space, self.angles[k], self.angles[1 - k])
        self.frame.points = polylines(self._ring(NEAR)[None])
        return self.set_open(self.opened)

    def set_curves_seen(self, share: float) -> Self:
        """Let both parabolas be seen by a ``share``."""
        for curve in self.curves:
            curve.set_stroke(opacity=share)
        return self

    def set_passed(self, start: float, turned: float) -> Self:
        """Let each parabola be seen once a way that turns from ``start`` has passed its own."""
        for curve, angle in zip(self.curves, self.angles, strict=True):
            beyond = turned - (angle - start) % np.pi
            curve.set_stroke(opacity=float(np.clip(beyond / PASSING, 0, 1)))
        return self

    def set_open(self, share: float) -> Self:
        """Look at it from above by a ``share``."""
        self.opened = share
        for valley, curve, angle in zip(self._valleys, self.curves, self.angles, strict=True):
            along = np.linspace(-1, 1, STEPS) * (1 - share * (1 - self.space.reach(angle)))
            values = valley.optimum + along * valley.reach
            drawn = valley.chart.places(values, valley.epsilon(values))
            # What is on the right stays there.
            side = np.copysign(1.0, np.cos(angle - self.space.yaw))
            opened = self.space.places(side * along, angle, np.square(along))
            curve.points = polylines(((1 - share) * drawn + share * opened)[None])
        ring = (1 - share) * self._edge() + share * self._ring(self.space.near)
        self.sheet.points = polylines(ring[None])
        return self

    def _ring(self, near: float) -> Values:
        """Return the corners (5, 3) of the part of the sheet that is seen from so near."""
        return self.space.places(SIDE * np.sqrt(2) / near, self._front + CORNERS, 0.0)

    def _edge(self) -> Values:
        """Return the corners (5, 3) of the sheet from the front: it is the mark, seen edge-on."""
        chart, valley = self._valleys[0].chart, self._valleys[0]
        scale = chart.x_scale
        across = scale.low + scale.span * np.array([0.75, 0.0, 0.25, 1.0, 0.75])
        return chart.places(across, float(valley.epsilon(np.array(valley.optimum))))
