"""What the step that has grown to one half does further down the line: two levels and shares."""

from typing import Self

import numpy as np
from manim import LEFT, VGroup, VMobject

from scenes.visuals.half_thickness.line.near import Law
from scenes.visuals.half_thickness.rates import DASH
from scenes.visuals.half_thickness.views import HALVES, Values, Views
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number, number_width
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

STOP, END = 66, 26  # the shares (%) at which the step stops on its way, and in the end
NAMED = np.array([0.1, 0.3, 0.0])  # from the left end of a level to the share
UNIT = 0.1  # from the share to its unit


class Halves(VGroup):
    """Where a step starts that has ``slid`` by so many of its widths, and where it ends.

    From both a level goes to the axis, and says how much the line has there.
    """

    def __init__(self, pen: Pen, views: Views, x_h: float, law: Law) -> None:
        colour = pen.theme.photon
        self.views, self.x_h, self.law = views, x_h, law
        self.slid, self.shown = 0.0, 0.0
        self.left = views.box(HALVES).left
        start = float(law(np.zeros(1))[0])
        self.stop, self.end = (float(np.log2(start / share)) for share in (STOP, END))
        self.levels = VMobject(stroke_color=pen.theme.ink, stroke_width=BOLD)
        self.shares = [Number("", np.zeros(3), colour=colour, size=SMALLEST) for _ in range(2)]
        self.units = [Placed(pen.words("%", colour, SMALLEST), np.zeros(3), LEFT) for _ in range(2)]
        super().__init__(self.levels, *self.shares, *self.units)
        self.draw()

    @property
    def said(self) -> str:
        """Tell what the step does where it stops."""
        return f"{self.x_h:#.3g} mm more: {STOP} % become {STOP / 2:g} %."

    @property
    def ends_mm(self) -> Values:
        """Return where the step starts and where it ends."""
        return self.x_h * (self.slid + np.array([0.0, 1.0]))

    def set_slid(self, slid: float) -> Self:
        """Go down the line with the step."""
        self.slid = slid
        return self.draw()

    def set_shown(self, shown: float) -> Self:
        """Draw so much of the levels, from the line on."""
        self.shown = shown
        return self.draw()

    def draw(self) -> Self:
        """Draw everything from the state."""
        shares = self.law(self.ends_mm)
        dashes = []
        for k, place in enumerate(self.views.places(self.ends_mm, shares, HALVES)):
            end = place[0] + self.shown * (self.left - place[0])
            for x in np.arange(place[0], end, -2 * DASH):
                dashes.append([(x, place[1], 0.0), (max(x - DASH, end), place[1], 0.0)])
            number, anchor = self.shares[k], np.array([self.left, place[1], 0.0]) + NAMED
            number.anchor = anchor
            number.set_text(f"{shares[k]:.1f}").set_opacity(self.shown)
            wide = number_width(number.text, SMALLEST) + UNIT
            self.units[k].put(anchor + np.array([wide, 0.0, 0.0])).set_opacity(self.shown)
        self.levels.points = polylines(np.array(dashes)) if dashes else np.zeros((0, 3))
        return self
