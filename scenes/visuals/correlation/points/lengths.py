"""The numbers of what r compares: the mean, both lengths below their bars, and their quotient."""

import numpy as np
from manim import DOWN, LEFT, ORIGIN, RIGHT, UP, VGroup, VMobject

from scenes.visuals.correlation.points.card import TWO_DECIMALS
from scenes.visuals.correlation.points.rise import APART, Rise
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Place, Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

SIZE = 48
BELOW = 0.5  # from the foot of the bars to the middle of a number
BESIDE = 0.43  # from a bar to the middle of its number
EQUALS, SHARE = 0.8, 1.17  # from the number of the spread
TICK = 0.17  # up and down, of the mean
NAME_BELOW = 0.45


class Lengths:
    """Below the bars of a step: "3.16 / 3.87 = 0.82", whatever they are now.

    They are not to be seen together: each part comes on its own.
    """

    def __init__(self, rise: Rise, pen: Pen) -> None:
        self.of = rise
        row = np.array([rise.bars_at + APART / 2, rise.foot - BELOW, 0.0])
        aside = (APART / 2 + BESIDE) * RIGHT
        self.rise = _number(row - aside, pen.theme.slope, ORIGIN)
        self.spread = _number(row + aside, pen.theme.near, ORIGIN)
        self.share = _number(row + aside + SHARE * RIGHT, pen.theme.ink, LEFT)
        self.signs = VGroup(
            Placed(pen.formula(r"\/", size=SIZE), row),
            Placed(pen.formula("=", size=SIZE), row + aside + EQUALS * RIGHT),
        )
        self.draw()

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return all that is written."""
        return self.rise, self.spread, self.signs, self.share

    @property
    def rises(self) -> str:
        """Return how far the line rises."""
        return TWO_DECIMALS.write(2 * self.of.rise)

    @property
    def spreads(self) -> str:
        """Return how far the heights spread."""
        return TWO_DECIMALS.write(2 * self.of.spread[1])

    def draw(self) -> None:
        """Write what the lengths are now."""
        self.rise.set_text(self.rises)
        self.spread.set_text(self.spreads)
        self.share.set_text(TWO_DECIMALS.write(self.of.rise / self.of.spread[1]))


def mean_mark(rise: Rise, pen: Pen) -> VGroup:
    """Return a tick in the middle of the step, with its name."""
    middle = rise.chart.place(rise.middle[0], rise.middle[1] - rise.rise)
    tick = VMobject(stroke_color=pen.theme.point, stroke_width=BOLD)
    tick.points = polylines(np.array([[middle + TICK * UP, middle + TICK * DOWN]]))
    name = pen.words("mean", pen.theme.point, SMALLEST)
    return VGroup(tick, Placed(name, middle + NAME_BELOW * DOWN))


def _number(place: Place, colour: str, edge: Place) -> Number:
    return Number("", place, colour=colour, size=SIZE, edge=edge)
