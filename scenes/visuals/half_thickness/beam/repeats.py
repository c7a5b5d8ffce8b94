"""The last shot again and again: a dot for how many get through each time, and their average."""

from typing import Self

import numpy as np
from manim import RIGHT, Circle, VGroup, VMobject

from core.photons.chance import depths_by_chance
from scenes.visuals.half_thickness.beam.layout import NAME_HEIGHT, Layout
from scenes.visuals.half_thickness.beam.photons import PHOTONS, Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

SHOTS = 36
SEED = 43315  # by chance nearly as many as in endless shots, and in the last one quite as many
# Of the axis, from what is left on average: chance seldom goes beyond.
REACH, TICKS = 13.5, (-10, 0, 10)
BIN = 3  # so many counts share a stack
DISC, RISE = 0.3, 0.62  # the radius of a dot and the next one's height, in a stack's width
AXIS_UP, LABELS_DOWN, MARK_UP, NAME_UP = 0.62, 0.36, 2.75, 3.2
FALL, FALLING = 2.75, 2.0  # how far a dot falls, and for how many shots
AVERAGE = 118.0  # the largest number of the frame


class Repeats(VGroup):
    """Dots piled up over how many of a hundred have got through, in place of the first grid.

    ``told`` is how many shots have been made. ``depths`` (shots, photons) are in sheets. The lead
    is that of so many ``slabs`` of a half thickness.
    """

    def __init__(self, pen: Pen, at: Layout, mu_per_sheet: float, slabs: int = 1) -> None:
        theme = pen.theme
        lead = slabs * np.log(2) / mu_per_sheet
        expected = PHOTONS / 2**slabs
        self.lowest, self.highest = expected - REACH, expected + REACH
        self.depths = depths_by_chance(mu_per_sheet, SHOTS * PHOTONS, SEED)
        self.depths.shape = SHOTS, PHOTONS
        self.through = np.count_nonzero(self.depths > lead, axis=1)
        self.start, self.reach = at.left, at.side
        self.foot = at.middle - at.side / 2 + AXIS_UP
        self.axis = VMobject(stroke_color=theme.muted, stroke_width=THIN)
        self.axis.points = polylines(
            np.array([[self.place(self.lowest, 0.0), self.place(self.highest, 0.0)]])
        )
        self.labels = [
            Number(
                f"{expected + tick:.0f}",
                self.place(expected + tick, -LABELS_DOWN),
                size=SMALLEST,
                colour=theme.muted,
                edge=0 * RIGHT,
            )
            for tick in TICKS
        ]
        self.dots = VMobject(stroke_width=0, fill_color=theme.point, fill_opacity=1)
        self.mark = VMobject(stroke_color=theme.ink, stroke_width=BOLD)
        middle = self.place(expected, NAME_UP)
        self.legend = Placed(
            pen.sentence(f"{SHOTS} shots, each a dot", theme.muted, SMALLEST), middle
        )
        self.words = Placed(
            pen.sentence("on average", theme.photon),
            np.array([at.arrived_at, NAME_HEIGHT, 0.0]),
        )
        self.average = Number(
            "",
            np.array([at.arrived_at, at.row, 0.0]),
            size=AVERAGE,
            colour=theme.photon,
            edge=0 * RIGHT,
        )
        super().__init__(
            self.axis, *self.labels, self.dots, self.mark, self.legend, self.words, self.average
        )
        self._disc = Circle(DISC * self._stack).points
        self.set_told(0)

    @property
    def shots(self) -> int:
        """Return how many there are."""
        return int(self.through.size)

    @property
    def _stack(self) -> float:
        return BIN * self.reach / (2 * REACH)

    def place(self, count: float, up: float) -> Values:
        """Return the place (3,) of a count on the axis, ``up`` above it."""
        across = (count - self.lowest) / (2 * REACH)
        return np.array([self.start + across * self.reach, self.foot + up, 0.0])

    def average_of(self, shots: int) -> str:
        """Return how many get through in the first ``shots``, on the average."""
        return f"{self.through[:shots].mean():.1f}"

    @property
    def settled(self) -> str:
        """Return the average of all shots, in whole photons."""
        return f"{self.through.mean():.0f}"

    def set_told(self, told: float) -> Self:
        """Show the first shots; the dots of the next ones are falling."""
        self.told = told
        number = int(told)
        stacks = np.clip((self.through - self.lowest) // BIN, 0, 2 * REACH // BIN - 1)
        rank = np.array([np.count_nonzero(stacks[:k] == one) for k, one in enumerate(stacks)])
        discs = []
        for k in range(min(int(np.ceil(told + FALLING)) - 1, self.shots)):
            fallen = min((told - k - 1 + FALLING) / FALLING, 1.0)
            up = (RISE * rank[k] + 0.6) * self._stack
            above = up + (1 - fallen**2) * (FALL - up)
            place = self.place(self.lowest + BIN * (stacks[k] + 0.5), above)
            discs.append(min(1.0, 4 * fallen) * self._disc + place)
        self.dots.points = np.concatenate(discs) if discs else np.zeros((0, 3))
        mean = float(self.through[:number].mean()) if number else self.lowest
        ends = [self.place(mean, 0.0), self.place(mean, MARK_UP)]
        self.mark.points = polylines(np.array([ends])) if number else np.zeros((0, 3))
        self.average.set_text(self.average_of(number) if number else "")
        return self
