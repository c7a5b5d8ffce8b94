"""The last shot again and again: how many get through each time, and on the average so far."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import LEFT, RIGHT

from core.photons.chance import depths_by_chance
from scenes.visuals.half_thickness.layout import NAME_HEIGHT, Layout
from scenes.visuals.half_thickness.photons import PHOTONS, Values
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed

SHOTS = 20
SEED = 1920  # by chance the average is nearly that of endless shots
NUMBER_SIZE = 60.0


@dataclass(frozen=True)
class Repeats:
    """The depths in sheets of the photons of each shot, and what is written above the arrivals."""

    depths: Values  # (shots, photons)
    lead: float  # as many sheets
    name: Placed
    average: Number

    @property
    def shots(self) -> int:
        """Return how many there are."""
        return self.depths.shape[0]

    def average_of(self, shots: int) -> str:
        """Return how many get through in the first ``shots``, on the average."""
        through = np.count_nonzero(self.depths[:shots] > self.lead, axis=1)
        return f"{through.mean():.1f}"

    @classmethod
    def of(cls, pen: Pen, at: Layout, mu_per_sheet: float) -> Self:
        """Build them for lead that stops half."""
        depths = depths_by_chance(mu_per_sheet, SHOTS * PHOTONS, SEED).reshape(SHOTS, PHOTONS)
        left = np.array([at.left + at.pitch, NAME_HEIGHT, 0.0])
        name = Placed(pen.sentence("on average", pen.theme.muted), left, LEFT)
        right = left + at.side * RIGHT
        number = Number("", right, size=NUMBER_SIZE, colour=pen.theme.photon, edge=RIGHT)
        return cls(depths, float(np.log(2) / mu_per_sheet), name, number)
