"""What lies under the formula's hill as far out as ours: its share of all is the formula's p."""

from typing import Self

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    LineJointType,
    VGroup,
    VMobject,
    smooth,
    squish_rate_func,
)

from scenes.visuals.correlation.chance.deals import MANY
from scenes.visuals.correlation.chance.hill import heights
from scenes.visuals.correlation.chance.lens import SIDES, Lens
from scenes.visuals.correlation.chance.pile import Pile
from scenes.visuals.correlation.chance.tally import GAP, SIZE
from scenes.visuals.correlation.points.card import R
from scenes.visuals.plot.curve import Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed

SHADE = 0.85
SWATCH = np.array([0.5, 0.46, 0.0])  # before the number
APART = 0.16
EDGE = 8.0  # flat tails are seen as a stroke
STEPS = 25
MIDDLE = np.array([0.5, 0.5, 0.0])
# Copies are small before they cross anything, and pass below what is written.
SMALL, ASIDE, UPWARDS = (
    squish_rate_func(smooth, *ends) for ends in ((0.0, 0.5), (0.2, 0.95), (0.25, 1.0))
)


class Tails(VGroup):
    """Both tails of the hill, shaded; copies of them stand before "2 in 1000"."""

    def __init__(self, p: float, pen: Pen) -> None:
        colour = pen.theme.squared
        self.shade, self.swatches = (
            VMobject(stroke_color=colour, stroke_width=EDGE, fill_color=colour, fill_opacity=full)
            for full in (SHADE, 1.0)
        )
        for part in (self.shade, self.swatches):
            part.joint_type = LineJointType.ROUND  # tails are sharp, and not to be longer
        self.share = f"{p * MANY:.0f} in {MANY}"
        row = 2 * SWATCH[0] + APART + GAP
        self.words = Placed(pen.sentence(self.share, size=SIZE), R + row * RIGHT, LEFT)
        super().__init__(self.shade, self.swatches, self.words)
        self.outlines = np.zeros((0, STEPS, 3))

    def lie_in(self, lens: Lens, risen: float = 1.0) -> Self:
        """Lie under the hill as both windows show it, ``risen`` up to a share of its height."""
        across, up = _tail(lens.pile, lens.pile.deals.ours, risen)
        return self._fill([lens.places(side, across, up) for side in SIDES], risen)

    def lie_over(self, pile: Pile, ours: float, risen: float = 1.0) -> Self:
        """Lie under the hill over a pile, beyond ``ours``, ``risen`` up to a share of its height.

        What would reach over the chart is cut off there.
        """
        across, up = _tail(pile, ours, risen)
        up = np.minimum(up, pile.chart.y_scale.high)
        return self._fill([pile.chart.places(side * across, up) for side in SIDES], risen)

    def _fill(self, outlines: list[Values], risen: float) -> Self:
        self.outlines = np.array(outlines)
        self.shade.points = polylines(self.outlines) if risen else np.zeros((0, 3))
        return self

    def set_flown(self, share: float) -> Self:
        """Draw the copies after a share of their way, small at once, to their number."""
        low, size = self.outlines.min(axis=1), np.ptp(self.outlines, axis=1)
        size[:, 2] = 1.0
        unit = (self.outlines - low[:, None]) / size[:, None] - MIDDLE
        steps = np.arange(2)[:, None] * (SWATCH[0] + APART) * RIGHT
        row = R + MIDDLE * SWATCH + SWATCH[1] / 2 * DOWN + steps
        middle = low + MIDDLE * size
        middle += np.array([ASIDE(share), UPWARDS(share), 0.0]) * (row - middle)
        size += SMALL(share) * (SWATCH - size)
        way = middle[:, None] + size[:, None] * unit
        self.swatches.points = polylines(way) if share else np.zeros((0, 3))
        return self


def _tail(pile: Pile, ours: float, risen: float) -> tuple[Values, Values]:
    """Return the outline of what lies under the hill beyond ``ours``: its r, and its height."""
    r = np.linspace(abs(ours), 1.0, STEPS - 3)
    high = risen * heights(pile, r)
    return np.r_[r[0], r, r[-1], r[0]], np.r_[0.0, high, 0.0, 0.0]
