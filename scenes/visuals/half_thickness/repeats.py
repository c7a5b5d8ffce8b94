"""The last shot again and again: a dot for how many get through each time, and their average."""

from typing import Self

import numpy as np
from manim import LEFT, RIGHT, Circle, VGroup, VMobject

from core.photons.chance import depths_by_chance
from scenes.visuals.half_thickness.layout import Layout
from scenes.visuals.half_thickness.photons import PHOTONS, Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

SHOTS = 20
SEED = 1920  # by chance the average is nearly that of endless shots
LOWEST, HIGHEST, TICKS = 39, 61, (40, 50, 60)  # of the axis: chance seldom goes beyond
BIN = 2  # so many counts share a stack
DISC = 0.42  # the radius of a dot, in the width of a stack
AXIS_UP, LABELS_DOWN, MARK_UP, NAME_UP = 0.62, 0.36, 2.35, 2.9


class Repeats(VGroup):
    """Dots piled up over how many of a hundred have got through, in place of the first grid.

    ``told`` is how many shots have been made. ``depths`` (shots, photons) are in sheets.
    """

    def __init__(self, pen: Pen, at: Layout, mu_per_sheet: float) -> None:
        theme = pen.theme
        lead = np.log(2) / mu_per_sheet
        self.depths = depths_by_chance(mu_per_sheet, SHOTS * PHOTONS, SEED)
        self.depths.shape = SHOTS, PHOTONS
        self.through = np.count_nonzero(self.depths > lead, axis=1)
        self.start, self.reach = at.left, at.side
        self.foot = at.middle - at.side / 2 + AXIS_UP
        self.axis = VMobject(stroke_color=theme.muted, stroke_width=THIN)
        self.axis.points = polylines(
            np.array([[self.place(LOWEST, 0.0), self.place(HIGHEST, 0.0)]])
        )
        self.labels = [
            Number(
                str(tick),
                self.place(tick, -LABELS_DOWN),
                size=SMALLEST,
                colour=theme.muted,
                edge=0 * RIGHT,
            )
            for tick in TICKS
        ]
        self.dots = VMobject(stroke_width=0, fill_color=theme.photon, fill_opacity=1)
        self.mark = VMobject(stroke_color=theme.ink, stroke_width=BOLD)
        middle = self.place((LOWEST + HIGHEST) / 2, NAME_UP)
        self.words = Placed(
            pen.sentence("on average"), middle + np.array([0.55, -0.06, 0.0]), RIGHT
        )
        self.average = Number(
            "", middle + 0.75 * RIGHT, size=SMALLEST + 7, colour=theme.ink, edge=LEFT
        )
        super().__init__(self.axis, *self.labels, self.mark, self.dots, self.words, self.average)
        self._disc = Circle(DISC * self._stack).points
        self.set_told(0)

    @property
    def shots(self) -> int:
        """Return how many there are."""
        return int(self.through.size)

    @property
    def _stack(self) -> float:
        return BIN * self.reach / (HIGHEST - LOWEST)

    def place(self, count: float, up: float) -> Values:
        """Return the place (3,) of a count on the axis, ``up`` above it."""
        across = (count - LOWEST) / (HIGHEST - LOWEST)
        return np.array([self.start + across * self.reach, self.foot + up, 0.0])

    def average_of(self, shots: int) -> str:
        """Return how many get through in the first ``shots``, on the average."""
        return f"{self.through[:shots].mean():.1f}"

    def set_told(self, told: int) -> Self:
        """Show the first shots."""
        self.told = told
        stacks = np.clip((self.through[:told] - LOWEST) // BIN, 0, (HIGHEST - LOWEST) // BIN - 1)
        rank = np.array([np.count_nonzero(stacks[:k] == one) for k, one in enumerate(stacks)])
        places = [
            self.place(LOWEST + BIN * (stack + 0.5) - 0.5, (up + 0.6) * self._stack)
            for stack, up in zip(stacks, rank, strict=True)
        ]
        discs = [self._disc + place for place in places]
        self.dots.points = np.concatenate(discs) if discs else np.zeros((0, 3))
        mean = float(self.through[:told].mean()) if told else LOWEST
        ends = [self.place(mean, 0.0), self.place(mean, MARK_UP)]
        self.mark.points = polylines(np.array([ends])) if told else np.zeros((0, 3))
        self.average.set_text(self.average_of(told) if told else "")
        return self
