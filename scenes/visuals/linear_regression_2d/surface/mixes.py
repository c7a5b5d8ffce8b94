"""The parabolas of many mixes of a and b, at first without their middle: there is what is asked.

From very near they are straight and lie in one plane, as a smooth surface does, whatever it is
like elsewhere. How steep that plane is cannot be told while the middle is open.
"""

from typing import Self

import numpy as np
from manim import VMobject
from numpy.typing import ArrayLike

from core.palette import Theme
from scenes.visuals.linear_regression_2d.lines.shown_data import Values
from scenes.visuals.linear_regression_2d.surface.space import REACH, Space
from scenes.visuals.linear_regression_2d.surface.wall import GAP, LEFT_END
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import THIN

WAYS, STEPS = 10, 25


def untold(turned: ArrayLike, open_: float = 1.0) -> Values:
    """Return up to where parabolas are not told, ``turned`` away from the right of the first way.

    The hole is round and not about the best line: its rim does not tell where they are lowest.
    """
    left, right = GAP
    rim: Values = open_ * ((left + right) / 2 - (left - right) / 2 * np.cos(turned))
    return rim


def ends(turned: ArrayLike, open_: float = 1.0) -> Values:
    """Return where they end, which tells as little while the hole is ``open_``."""
    less = open_ * (REACH - LEFT_END)
    outer: Values = REACH - less * (1 - np.cos(turned)) / 2
    return outer


class Mixes(VMobject):
    """Parabolas over ways that turn from ``first`` on, as far as such a way has come."""

    def __init__(self, space: Space, first: float, theme: Theme) -> None:
        super().__init__(stroke_color=theme.ink, stroke_width=THIN)
        self.set_z_index(5)
        self._space, self._first = space, first
        self.turned, self.open, self.tilt = 0.0, 1.0, 0.0
        self.draw()

    def set_space(self, space: Space) -> Self:
        """Stand there."""
        self._space = space
        return self.draw()

    def set_turned(self, turned: float) -> Self:
        """Show those that a way has passed which turned so far from the first one."""
        self.turned = turned
        return self.draw()

    def set_open(self, share: float) -> Self:
        """Leave the hole in the middle open by a ``share``."""
        self.open = share
        return self.draw()

    def set_tilt(self, tilt: float) -> Self:
        """Show them as if they rose so steeply along the first way."""
        self.tilt = tilt
        return self.draw()

    def draw(self) -> Self:
        """Draw those that are told now, from the rim of the hole outward on both sides."""
        passed = (0.5 + np.arange(WAYS)) * np.pi / WAYS
        half = passed[passed <= self.turned]
        turned = np.concatenate([half, half + np.pi])[:, None]
        share = np.linspace(0, 1, STEPS)
        inner, outer = untold(turned, self.open), ends(turned, self.open)
        along = inner + share * (outer - inner)
        heights = self._space.parabola(along) + self.tilt * along * np.cos(turned)
        places = self._space.places(along, self._first + turned, heights)
        self.points = polylines(places.reshape(len(turned), STEPS, 3))
        return self
