"""The ring about the larger flat, enlarged: what two ways leave over."""

from typing import Self

import numpy as np
from manim import LEFT, RIGHT, Circle, ManimColor, VGroup, VMobject, interpolate_color

from scenes.visuals.multiple_regression.arrow import arrow
from scenes.visuals.multiple_regression.two_flats.account import ASIDE, Account
from scenes.visuals.multiple_regression.two_flats.twins import RING
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

TIMES = 3.0
FROM_RING = np.array([0.6, -1.5, 0.0])
BESIDE = 0.2 * RIGHT  # of the lens


class Lens(VGroup):
    """The ring grows out of its place, and in it are one rent, both arrows and what is left.

    Once what leads down covers what leads up, what is left is the end of that.
    """

    def __init__(self, pen: Pen, account: Account) -> None:
        self._account, theme = account, pen.theme
        self._hues = ManimColor(theme.residual), ManimColor(theme.slope)
        self.at = account.flat + FROM_RING
        self._circle = Circle(RING).points
        self.ring = _stroke(theme.ink, THIN + 1)
        self.leader = _stroke(theme.ink, THIN)
        self.level = _stroke(theme.ink, THIN)
        self.up, self.down = (_stroke(hue, BOLD + 3) for hue in (theme.slope, theme.far))
        self.left = _stroke(theme.residual, BOLD + 6)
        amount = pen.words(f"{abs(account.left):.0f} EUR", theme.residual, SMALLEST)
        self.amount = Placed(amount, self.at + TIMES * RING * RIGHT + BESIDE, LEFT)
        super().__init__(self.leader, self.ring, self.level, self.up, self.down, self.left)
        self.set_grown(1.0)

    def set_grown(self, share: float, covered: float = 0.0) -> Self:
        """Show it after ``share`` of its way out of the ring, as many times as large."""
        flat, times = self._account.flat, 1 + (TIMES - 1) * share
        middle = (1 - share) * flat + share * self.at

        def enlarged(place: Points) -> Points:
            there: Points = middle + times * (place - flat)
            return there

        self.ring.points = middle + times * self._circle
        reach = times * RING * np.array([1.0, 0, 0])
        self.level.points = polylines(np.array([[middle - reach, middle + reach]]))
        rim = middle + times * np.array([0, np.sqrt(RING**2 - ASIDE[0] ** 2), 0])
        aside, beside = times * ASIDE, (1 - 2 * covered) * times * ASIDE
        tip = enlarged(self._account.tip) + beside
        self.up.points = polylines(np.array([[middle - aside, rim - aside]]))
        self.down.points = arrow(rim + beside, tip, 1.0)
        self.left.points = polylines(np.array([[tip, middle + beside]]))
        self.left.set_stroke(opacity=1 - covered)
        towards = FROM_RING / np.linalg.norm(FROM_RING)
        ends = flat + RING * towards, middle - times * RING * towards
        self.leader.points = polylines(np.array([ends]))
        return self

    def hue(self, covered: float) -> ManimColor:
        """Return the colour of the amount: that of what is left, then of what is not covered."""
        return interpolate_color(*self._hues, covered)


def _stroke(colour: str, width: float) -> VMobject:
    return VMobject(stroke_color=colour, stroke_width=width)
