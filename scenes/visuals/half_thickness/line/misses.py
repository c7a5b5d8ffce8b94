"""How far the tilted law misses the points that it is fitted to: squares, and their sum."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import LEFT, RIGHT, VGroup, VMobject
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.half_thickness.axes import CROWN
from scenes.visuals.half_thickness.rates import Law
from scenes.visuals.half_thickness.views import FITTED, Values
from scenes.visuals.plot.regression import openings, set_rings, square
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.tank import Tank
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST, Box

TANK_WIDTH, TANK_HEIGHT, TANK_RIGHT = 1.4, 2.8, 1.75  # the last one: from the edge
BESIDE = 0.32  # from the tank to what is said of the mark
TIMES_AT = np.array([2.8, 0.8, 0.0])  # from the lower left corner
RIM = 1.06  # of the sum of the poor line: the tank is never full
MAGNIFIED, WIDEST = (100, 50, 20, 10, 5, 2, 1), 1.35  # the largest whose squares are no wider


class Misses(VGroup):
    """The squares between points and law, ``shown`` times as wide as they are high.

    Misses are drawn ``magnified`` times as long as they are, from the law on.
    """

    def __init__(self, law: Law, x: Values, rate: Values, theme: Theme) -> None:
        super().__init__(*(square(theme) for _ in x))
        self.law, self.x, self.rate, self.shown = law, x, rate, 0.0
        self.magnified = 1
        widest = float(np.ptp(self.corners()[..., 1], axis=1).max())
        self.magnified = next(one for one in MAGNIFIED if one * widest <= WIDEST or one == 1)

    @property
    def areas(self) -> Values:
        """Return the squares of the differences between the logarithms."""
        return np.asarray(np.log(self.rate / self.law.at(self.x)) ** 2)

    def set_shown(self, shown: float) -> Self:
        """Draw them so wide."""
        self.shown = shown
        return self.draw()

    def corners(self) -> NDArray[np.float64]:
        """Return the corners (n, 4, 3) of the squares."""
        chart = self.law.views.charts[FITTED]
        points = chart.places(self.x, np.log(self.rate))
        feet = chart.places(self.x, np.log(self.law.at(self.x)))
        tops = feet[:, 1] + self.magnified * (points[:, 1] - feet[:, 1])
        low, high = np.sort([tops, feet[:, 1]], axis=0)
        width = self.shown * openings(chart, points) * (high - low)
        left, right = points[:, 0] + np.minimum(width, 0), points[:, 0] + np.maximum(width, 0)
        ring = ((left, low), (right, low), (right, high), (left, high))
        return np.stack([np.stack([u, v, 0 * u], axis=-1) for u, v in ring], axis=1)

    def draw(self) -> Self:
        """Draw them from their state."""
        set_rings(self, self.corners())
        return self


@dataclass(frozen=True)
class Fitting:
    """The law on its way to where its squares are least, and the tank of their sum."""

    law: Law
    misses: Misses
    tank: Tank
    tank_name: Placed
    least: Placed  # what the mark in the tank is
    times: Placed  # how much larger the misses are drawn than they are
    tilt: float  # to begin with
    reach: float  # of the law as far as it is seen in this view

    @classmethod
    def of(cls, pen: Pen, law: Law, x: Values, rate: Values, tilt: float) -> Self:
        """Build it for the points (x, rate) and a law that is tilted by ``tilt`` at first."""
        misses = Misses(law.set_tilt(tilt), x, rate, pen.theme)
        poor = float(misses.areas.sum())
        law.set_tilt(0.0)
        least = float(misses.areas.sum())
        box = law.views.box(FITTED)
        right = box.right - TANK_RIGHT
        tank = Tank(
            pen,
            Box(right - TANK_WIDTH, box.top - TANK_HEIGHT, TANK_WIDTH, TANK_HEIGHT),
            Scale(0.0, RIM * poor),
        )
        name = pen.sentence("sum of squares", pen.theme.residual, SMALLEST)
        times = f"misses $times {misses.magnified}$" if misses.magnified > 1 else "misses"
        over = np.array([box.right, box.top + CROWN, 0.0])
        return cls(
            law=law,
            misses=misses.set_shown(0.0).set_z_index(8),
            tank=tank.set_z_index(1),
            tank_name=Placed(name, over, RIGHT),
            least=Placed(
                pen.sentence("least", pen.theme.ink, SMALLEST),
                np.array([right + BESIDE, tank.top_of(least), 0.0]),
                LEFT,
            ),
            times=Placed(
                pen.sentence(times, pen.theme.residual, SMALLEST),
                np.array([box.left, box.bottom, 0.0]) + TIMES_AT,
                LEFT,
            ),
            tilt=tilt,
            reach=min(1.0, law.views.charts[FITTED].x_scale.high / float(law.x[-1])),
        )

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return all that is drawn of it, but the law."""
        return self.misses, *self.around, self.least

    @property
    def around(self) -> tuple[VMobject, ...]:
        """Return what stands beside the law: the tank, and what is said of tank and squares."""
        return self.tank, self.tank_name, self.times

    def begin(self) -> None:
        """Tilt the law as at first; there are no squares yet."""
        self.set_tilt(self.tilt)
        self.open(0.0)

    def set_tilt(self, tilt: float) -> None:
        """Tilt the law; squares and their sum follow."""
        self.law.set_tilt(tilt)
        self.misses.draw()
        self.fill()

    def open(self, shown: float) -> None:
        """Draw the squares so wide; their sum follows."""
        self.misses.set_shown(shown)
        self.fill()

    def mark(self) -> VMobject:
        """Mark the level in the tank, and return the mark."""
        self.tank.set_mark(self.tank.level)
        return self.tank.mark

    def fill(self) -> None:
        """Fill the tank as far as the squares do now; while they grow, their part of it."""
        self.tank.set_level(self.misses.shown**2 * float(self.misses.areas.sum()))
