"""How far the tilted law misses the points that it is fitted to: squares, and their sum."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import RIGHT, VGroup, VMobject, smooth
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.half_thickness.rates import Law
from scenes.visuals.half_thickness.views import HALF, LOGARITHMS, Values
from scenes.visuals.plot.regression import openings, set_rings, square
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.tank import Tank
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST, Box

TANK_WIDTH, TANK_HEIGHT, TANK_RIGHT = 1.5, 1.1, 0.75  # the last one: from the edge
NAME_BELOW, TANK_BELOW = 0.4, 0.75  # the level of one half
PAST = -0.6  # of its first tilt: so far it turns past where the squares are least
OVER = 0.6  # of the time it takes for that
RIM = 1.06  # of the sum of the poor line: the tank is never full


class Misses(VGroup):
    """The squares between points and law, ``shown`` times as wide as they are high."""

    def __init__(self, law: Law, x: Values, rate: Values, theme: Theme) -> None:
        super().__init__(*(square(theme) for _ in x))
        self.law, self.x, self.rate, self.shown = law, x, rate, 0.0

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
        chart = self.law.views.charts[LOGARITHMS]
        points = chart.places(self.x, np.log(self.rate))
        feet = chart.places(self.x, np.log(self.law.at(self.x)))
        low, high = np.sort([points[:, 1], feet[:, 1]], axis=0)
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
    tilt: float  # to begin with

    @classmethod
    def of(cls, pen: Pen, law: Law, x: Values, rate: Values, tilt: float) -> Self:
        """Build it for the points (x, rate) and a law that is tilted by ``tilt`` at first."""
        misses = Misses(law.set_tilt(tilt), x, rate, pen.theme)
        poor = float(misses.areas.sum())
        law.set_tilt(0.0)
        box = law.views.box(LOGARITHMS)
        right, half = box.right - TANK_RIGHT, float(law.views.places(0.0, HALF, LOGARITHMS)[0, 1])
        low = half - TANK_BELOW - TANK_HEIGHT
        tank = Tank(
            pen,
            Box(right - TANK_WIDTH, low, TANK_WIDTH, TANK_HEIGHT),
            Scale(0.0, RIM * poor),
        )
        name = pen.sentence("sum of squares", pen.theme.residual, SMALLEST)
        return cls(
            law=law,
            misses=misses.set_shown(0.0).set_z_index(8),
            tank=tank.set_z_index(1),
            tank_name=Placed(name, np.array([box.right, half - NAME_BELOW, 0.0]), RIGHT),
            tilt=tilt,
        )

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return all that is drawn of it, but the law."""
        return self.misses, *self.around

    @property
    def around(self) -> tuple[VMobject, ...]:
        """Return what stands beside the law: the tank and its name."""
        return self.tank, self.tank_name

    def begin(self) -> None:
        """Tilt the law as at first; there are no squares yet."""
        self.set_tilt(self.tilt)
        self.open(0.0)

    def turn(self, share: float) -> None:
        """Turn the law past where its squares are least and back, after a share of the time."""
        if share < OVER:
            tilt = 1 + smooth(share / OVER) * (PAST - 1)
        else:
            tilt = PAST * (1 - smooth((share - OVER) / (1 - OVER)))
        self.set_tilt(self.tilt * tilt)

    def set_tilt(self, tilt: float) -> None:
        """Tilt the law; squares and their sum follow."""
        self.law.set_tilt(tilt)
        self.misses.draw()
        self.fill()

    def open(self, shown: float) -> None:
        """Draw the squares so wide; their sum follows."""
        self.misses.set_shown(shown)
        self.fill()

    def fill(self) -> None:
        """Fill the tank as far as the squares do now; while they grow, their part of it."""
        self.tank.set_level(self.misses.shown**2 * float(self.misses.areas.sum()))
