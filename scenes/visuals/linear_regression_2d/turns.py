"""The parabolas of all turns of the best line: they stand on the sheet, together a bowl."""

from typing import Self

import numpy as np
from manim import Circle, VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.mix import STEPS, Mix
from scenes.visuals.linear_regression_2d.shown_data import Values
from scenes.visuals.linear_regression_2d.valley import VALLEY
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN

DOT = 0.13


class Turns:
    """The parabola of the turns about the crossing of ``mix``, and a dot where the line is."""

    def __init__(self, mix: Mix, theme: Theme) -> None:
        self._mix = mix
        self.trace = VMobject(stroke_color=theme.muted, stroke_width=THIN).set_z_index(2)
        self.curve = VMobject(stroke_color=theme.ink, stroke_width=VALLEY).set_z_index(7)
        self.dot = Circle(DOT, color=theme.ink, fill_opacity=1).set_z_index(8)
        self.low = self.high = 0.0

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """The parabola, those before it, and the dot."""
        return self.trace, self.curve, self.dot

    def set_along(self, along: float, seen: tuple[float, ...]) -> Self:
        """Stand so far ``along`` the turn; the parabola is uncovered between all ``seen``."""
        self.low, self.high = min(*seen, along), max(*seen, along)
        self.curve.points = polylines(self.parabola(self._mix.crossing.x)[None])
        at = np.array([along])
        self.dot.move_to(self._mix.places(at, self._mix.mixed, np.square(at))[0])
        return self

    def set_traces(self, low: float, high: float) -> Self:
        """Leave the parabolas of the turns about the places from ``low`` to ``high``."""
        grid = self._mix.grid
        seen = grid[(grid >= low) & (grid <= high)]
        traces = np.array([self.parabola(x) for x in seen])
        self.trace.points = polylines(traces) if len(seen) else np.zeros((0, 3))
        return self

    def parabola(self, x: float) -> Values:
        """Return the places (STEPS, 3) of the turns about ``x``, as far as uncovered."""
        along = np.linspace(self.low, self.high, STEPS)
        return self._mix.places(along, self._mix.turned(x), np.square(along))
