"""The curve under which r would lie if nothing were related, its tails beyond r, and r itself."""

from typing import Self

import numpy as np
from manim import DOWN, ORIGIN, Line, VGroup, VMobject
from numpy.typing import NDArray

from core import palette
from core.fits.null_correlation import null_density
from core.palette import Theme
from scenes.visuals.plot.panel import TICK_LENGTH, TICK_SIZE, Box, Panel, Scale
from scenes.visuals.plot.sweep_plot import Marker
from scenes.visuals.writing.numerals import Number

TICKS = (-1.0, -0.5, 0.0, 0.5, 1.0)
STEPS = 120
# How high the head of the pin stands, in the height of the curve: clear of the tails.
PIN = 0.28


class NullCurve(VGroup):
    """The density of r for n unrelated points, which stays, and the place of an r, which moves."""

    def __init__(self, box: Box, n: int, r: float, theme: Theme) -> None:
        super().__init__()
        self.n = n
        highest = float(null_density(0.0, n))
        self.pin_height = PIN * highest
        self.panel = Panel(box, Scale(-1.0, 1.0), Scale(0.0, 1.1 * highest), theme, ticks=0)
        self.curve = self._area(-1.0, 1.0, theme.muted, 0.25)
        self.axis = VGroup(
            Line(
                self.panel.place(-1, 0), self.panel.place(1, 0), color=theme.muted, stroke_width=2
            ),
            *(part for tick in TICKS for part in self._tick(tick, theme)),
        )
        self.tails = VGroup(*(self._area(0.0, 0.0, palette.RESIDUAL, 0.9) for _ in range(2)))
        self.stem = Line(ORIGIN, DOWN, color=palette.BEST_LINE, stroke_width=4)
        self.marker = Marker(self.panel, r, self.pin_height, palette.BEST_LINE, theme)
        self.pin = VGroup(self.stem, self.marker)
        self.moving = VGroup(self.tails, self.pin).set_z_index(1)
        self.add(self.curve, self.axis, self.moving)
        self.set_r(r)

    def set_r(self, r: float) -> Self:
        """Move the pin to ``r`` and fill the tails beyond -|r| and |r|."""
        return self.set_pin(r).set_tails(abs(r))

    def set_pin(self, r: float) -> Self:
        """Put the pin at ``r``."""
        self.marker.set_place(r, self.pin_height)
        self.stem.set_points_as_corners(self.panel.places([r, r], [0.0, self.pin_height]))
        return self

    def set_tails(self, beyond: float) -> Self:
        """Fill the tails beyond plus and minus ``beyond``."""
        for tail, (low, high) in zip(self.tails, ((-1.0, -beyond), (beyond, 1.0)), strict=True):
            tail.set_points_as_corners(self._outline(low, high))
        return self

    def _area(self, low: float, high: float, colour: str, opacity: float) -> VMobject:
        area = VMobject(
            stroke_color=colour, stroke_width=3, fill_color=colour, fill_opacity=opacity
        )
        return area.set_points_as_corners(self._outline(low, high))

    def _outline(self, low: float, high: float) -> NDArray[np.float64]:
        r = np.linspace(low, high, STEPS)
        top = self.panel.places(r, null_density(r, self.n))
        ends = self.panel.places([high, low], [0.0, 0.0])
        return np.concatenate([self.panel.places(low, 0.0), top, ends])

    def _tick(self, r: float, theme: Theme) -> tuple[VMobject, VMobject]:
        place = self.panel.place(r, 0.0)
        mark = Line(place, place + TICK_LENGTH * DOWN, color=theme.muted, stroke_width=2)
        label = Number(
            f"{r:g}", place + 0.36 * DOWN, colour=theme.muted, size=TICK_SIZE, edge=0 * DOWN
        )
        return mark, label
