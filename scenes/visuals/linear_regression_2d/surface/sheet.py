"""The two parabolas of a and of b crosswise: both touch a level sheet where the best line is.

Seen from the front both lie in one picture, as they were drawn. Then one sees it from above: the
mark, of which one saw the edge, is a level sheet on which both stand.
"""

from typing import Self

import numpy as np
from manim import VMobject

from scenes.visuals.linear_regression_2d.curves.valley import VALLEY, Valley
from scenes.visuals.linear_regression_2d.lines.shown_data import Values
from scenes.visuals.linear_regression_2d.surface.space import CORNERS, REACH, SIDE, Space
from scenes.visuals.linear_regression_2d.surface.ways import Ways
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

TANGENT, BEYOND = 0.75, 0.87
STEPS = 97


class Sheet:
    """Both parabolas, the sheet below, and on it the ways of a and of b with their names."""

    def __init__(
        self, pen: Pen, space: Space, ways: Ways, valleys: tuple[Valley, Valley], letter: str
    ) -> None:
        theme = pen.theme
        self.space, self.angles = space, (ways.of_slope, ways.of_second)
        self._valleys = valleys
        colours = theme.slope, theme.intercept
        self.curves = [VMobject(stroke_color=c, stroke_width=VALLEY) for c in colours]
        self.tangents = [VMobject(stroke_color=c, stroke_width=BOLD) for c in colours]
        self.sheet = VMobject(stroke_color=theme.ink, stroke_width=THIN)
        self.sheet.set_fill(theme.muted, opacity=0.2)
        names = "slope(a)", letter
        self.names = [Placed(pen.formula(name, size=SMALLEST), np.zeros(3)) for name in names]
        for layer, part in zip((1, 2, 2, 5, 5), self._parts, strict=True):
            part.set_z_index(layer)
        for name in self.names:
            name.set_z_index(9)
        self.opened, self._corners = 0.0, space.yaw + CORNERS
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
            ends = np.array([-TANGENT, TANGENT])
            tangent.points = polylines(space.places(ends, angle, 0.0)[None])
            name.put(space.places(-BEYOND, angle, 0.0)[0])
        return self.set_open(self.opened)

    def set_open(self, share: float) -> Self:
        """Look at it from above by a ``share``."""
        self.opened = share
        along = np.linspace(-1, 1, STEPS) * (1 - share * (1 - REACH))
        for valley, curve, angle in zip(self._valleys, self.curves, self.angles, strict=True):
            values = valley.optimum + along * valley.reach
            drawn = valley.chart.places(values, valley.epsilon(values))
            # What is on the right stays there.
            side = np.copysign(1.0, np.cos(angle - self.space.yaw))
            opened = self.space.places(side * along, angle, np.square(along))
            curve.points = polylines(((1 - share) * drawn + share * opened)[None])
        ring = (1 - share) * self._edge() + share * self.outline()
        self.sheet.points = polylines(ring[None])
        return self

    def set_close(self, factor: float) -> Self:
        """Look at the parabolas ``factor`` times as large, as far as they are over the sheet.

        From very close they lie on it, and end before their names.
        """
        close = self.space.closer(factor)
        reach = TANGENT + (REACH - TANGENT) / factor
        along = np.linspace(-reach, reach, STEPS) / factor
        for curve, angle in zip(self.curves, self.angles, strict=True):
            curve.points = polylines(close.places(along, angle, np.square(along))[None])
        return self

    def outline(self, share: float = 1.0) -> Values:
        """Return the corners (5, 3) of the sheet, or of a smaller one about the best line."""
        return self.space.places(share * SIDE * np.sqrt(2), self._corners, 0.0)

    def _edge(self) -> Values:
        """Return the corners (5, 3) of the sheet from the front: it is the mark, seen edge-on."""
        chart, valley = self._valleys[0].chart, self._valleys[0]
        scale = chart.x_scale
        across = scale.low + scale.span * np.array([0.75, 0.0, 0.25, 1.0, 0.75])
        return chart.places(across, float(valley.epsilon(np.array(valley.optimum))))
