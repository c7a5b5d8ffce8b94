"""The two parabolas of a and of b crosswise: both touch a level sheet where the best line is.

Seen from the front both lie in one picture, as they were drawn. Then one sees it from above: the
mark, of which one saw the edge, is a level sheet on which both stand.
"""

from typing import Self

import numpy as np
from manim import DOWN, VMobject

from scenes.visuals.linear_regression_2d.curves.valley import VALLEY, Valley
from scenes.visuals.linear_regression_2d.lines.shown_data import Values
from scenes.visuals.linear_regression_2d.surface.space import (
    CORNERS,
    REACH,
    SIDE,
    Space,
    edge,
)
from scenes.visuals.linear_regression_2d.surface.ways import Ways
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

INSIDE = 0.03  # of the edge of the sheet: its ways
BEYOND = 0.4  # of it on the screen: their names
STEPS = 97


class Sheet:
    """Both parabolas, the sheet below, and on it the ways of a and of b, named at its edge."""

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
        self.names = [Placed(pen.formula(name, size=SMALLEST), np.zeros(3)) for name in letters]
        # The ways lie over what a wall has below the sheet.
        for layer, part in zip((1, 4, 4, 6, 6), self._parts, strict=True):
            part.set_z_index(layer)
        for name in self.names:
            name.set_z_index(9)
        self.opened, self._front = 0.0, space.yaw
        self.set_space(space)

    @property
    def _parts(self) -> tuple[VMobject, ...]:
        return self.sheet, *self.tangents, *self.curves

    @property
    def moving(self) -> tuple[VMobject, ...]:
        """What changes while the picture opens."""
        return self.sheet, *self.curves

    @property
    def flat(self) -> tuple[VMobject, ...]:
        """The ways of a and of b on the sheet, and their names."""
        return *self.tangents, *self.names

    def set_space(self, space: Space) -> Self:
        """Lie there."""
        self.space = space
        for tangent, name, angle in zip(self.tangents, self.names, self.angles, strict=True):
            far = edge(angle - self._front)
            ends = (far - INSIDE) * np.array([-1.0, 1.0])
            tangent.points = polylines(space.places(ends, angle, 0.0)[None])
            name.put(self._beyond(space.places(-far, angle, 0.0)[0]))
        return self.set_open(self.opened)

    def _beyond(self, end: Values) -> Values:
        """Return where the name of a way stands that ends at the edge at ``end``."""
        off = end - self.space.middle
        aside = off / np.linalg.norm(off) + DOWN
        beyond: Values = end + BEYOND * aside / np.linalg.norm(aside)
        return beyond

    def set_open(self, share: float) -> Self:
        """Look at it from above by a ``share``."""
        self.opened = share
        for valley, curve, angle in zip(self._valleys, self.curves, self.angles, strict=True):
            along = np.linspace(-1, 1, STEPS) * (1 - share * (1 - REACH))
            values = valley.optimum + along * valley.reach
            drawn = valley.chart.places(values, valley.epsilon(values))
            # What is on the right stays there.
            side = np.copysign(1.0, np.cos(angle - self.space.yaw))
            heights = self.space.parabola(along)
            opened = self.space.places(side * along, angle, heights)
            curve.points = polylines(((1 - share) * drawn + share * opened)[None])
        ring = (1 - share) * self._edge() + share * self._square()
        self.sheet.points = polylines(ring[None])
        return self

    def _square(self) -> Values:
        """Return the corners (5, 3) of the sheet from above."""
        return self.space.places(SIDE * np.sqrt(2), self._front + CORNERS, 0.0)

    def _edge(self) -> Values:
        """Return the corners (5, 3) of the sheet from the front: it is the mark, seen edge-on."""
        chart, valley = self._valleys[0].chart, self._valleys[0]
        scale = chart.x_scale
        across = scale.low + scale.span * np.array([0.75, 0.0, 0.25, 1.0, 0.75])
        return chart.places(across, float(valley.epsilon(np.array(valley.optimum))))
