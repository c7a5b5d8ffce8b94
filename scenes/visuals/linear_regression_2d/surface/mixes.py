"""The parabolas of many mixes of a and b, at first without their middle: there is what is asked.

Who comes near sees nothing of them any more: their hole is then larger than the picture. In the end
they are drawn from the middle outward.
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


def untold(turned: ArrayLike) -> Values:
    """Return up to where parabolas are not told, ``turned`` away from the right of the first way.

    The hole is round and not about the best line: its rim does not tell where they are lowest.
    """
    left, right = GAP
    rim: Values = (left + right) / 2 - (left - right) / 2 * np.cos(turned)
    return rim


def ends(turned: ArrayLike) -> Values:
    """Return where they end, which tells as little while there is a hole."""
    outer: Values = REACH - (REACH - LEFT_END) * (1 - np.cos(turned)) / 2
    return outer


def passed() -> Values:
    """Return how far (n,) from the first way those of the mixes are that are drawn."""
    turned: Values = (0.5 + np.arange(WAYS)) * np.pi / WAYS
    return turned


def across(angle: float, first: float) -> float:
    """Return the angle of the mix that lies next to ``angle``; the first way is at ``first``."""
    ways = first + passed()
    off = (ways - angle + np.pi / 2) % np.pi - np.pi / 2
    return angle + float(off[np.argmin(np.abs(off))])


class Mixes(VMobject):
    """Parabolas over ways that turn from ``first`` on, as far as such a way has come."""

    def __init__(self, space: Space, first: float, theme: Theme) -> None:
        super().__init__(stroke_color=theme.ink, stroke_width=THIN)
        self.set_z_index(5)
        self._space, self._first = space, first
        self.turned = self.told = 0.0
        self.draw()

    def set_space(self, space: Space) -> Self:
        """Stand there."""
        self._space = space
        return self.draw()

    def set_turned(self, turned: float) -> Self:
        """Show those that a way has passed which turned so far from the first one."""
        self.turned = turned
        return self.draw()

    def set_told(self, share: float) -> Self:
        """Tell a ``share`` of each, from the middle on; as long as it is 0 there is a hole."""
        self.told = share
        return self.draw()

    def draw(self) -> Self:
        """Draw those that are told now, outward on both sides."""
        half = passed()
        half = half[half <= self.turned]
        turned = np.concatenate([half, half + np.pi])[:, None]
        if self.told:
            inner, outer = 0 * turned, self.told * REACH + 0 * turned
        else:
            # From near it is as much wider as all else is.
            outer = ends(turned)
            inner = np.minimum(untold(turned) * self._space.near, outer)
        along = inner + np.linspace(0, 1, STEPS) * (outer - inner)
        places = self._space.places(along, self._first + turned, self._space.parabola(along))
        self.points = polylines(places.reshape(len(turned), STEPS, 3))
        return self
