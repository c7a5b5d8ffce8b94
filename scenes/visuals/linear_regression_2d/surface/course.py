"""A mix as what it is: a little of a, then a little of b, and so on."""

from dataclasses import dataclass

import numpy as np

from scenes.visuals.linear_regression_2d.lines.shown_data import Values


@dataclass(frozen=True)
class Course:
    """From the best line to one that is ``far`` along the way of a mix at an ``angle``.

    Lines lie on the sheet, across and back from the best one, in sweeps; along ``ways``, which are
    angles too, one number changes alone.
    """

    ways: tuple[float, float]
    angle: float
    far: float

    @property
    def whole(self) -> Values:
        """How far (2, 2) one goes along either way in all; both together end at the mix."""
        ways = np.array([[np.cos(way), np.sin(way)] for way in self.ways])
        end = self.far * np.array([np.cos(self.angle), np.sin(self.angle)])
        whole: Values = np.linalg.solve(ways.T, end)[:, None] * ways
        return whole

    def corners(self, steps: int) -> Values:
        """Return the lines (2 steps + 1, 2) at which one turns: so many steps along either way."""
        single = np.tile(self.whole / steps, (steps, 1))
        corners: Values = np.concatenate([np.zeros((1, 2)), np.cumsum(single, axis=0)])
        return corners
