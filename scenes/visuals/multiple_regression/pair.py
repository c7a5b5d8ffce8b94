"""What tells of the two flats of one rent: what the larger one is worth, and why it seemed less."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from scenes.visuals.multiple_regression.centres import LARGE, Centres
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.labels import LineNames
from scenes.visuals.multiple_regression.space import DOT
from scenes.visuals.multiple_regression.twins import OneRent, Rings, Worth
from scenes.visuals.multiple_regression.two_ways import TwoWays
from scenes.visuals.multiple_regression.views import FRONT, WIDE
from scenes.visuals.writing.numerals import MINUS
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST

# Where no flat is: cheap and large.
ALL_AT_ONE = np.array([4.4, -0.9, 0.0])


@dataclass(frozen=True)
class Pair:
    """Rings about the two, what they have in common, and what tells their sizes' worth.

    ``one_rent`` tells of them with all the width, ``beside_tank`` beside the tank. Two ways lead
    from small flats to large ones: ``on_average``, and ``of_the_two``.
    """

    rings: Rings
    one_rent: OneRent
    beside_tank: OneRent
    worth: Worth
    names: LineNames
    centres: Centres
    on_average: TwoWays
    of_the_two: TwoWays
    all_at_one: Placed
    larger: float
    farther: float

    @classmethod
    def of(cls, pen: Pen, flats: Flats) -> Self:
        """Build what tells of the two of ``flats`` that differ most."""
        at_one = f"all at {flats.space.one_distance:.0f} km"
        centres = Centres(pen, flats)
        one, other = flats.values[list(flats.twins)]
        larger = flats.by_both.per_area * (other[0] - one[0])
        farther = -flats.by_both.per_distance * (other[1] - one[1])
        there = np.array([other[0], other[1], one[2] + larger - farther])
        amounts = f"+{larger:.0f} EUR", f"{MINUS}{farther:.0f} EUR"
        words, before = ("more area", "farther out"), LARGE * DOT
        return cls(
            Rings(flats, pen.theme.ink).set_z_index(5),
            OneRent(pen, flats, WIDE).set_z_index(3),
            OneRent(pen, flats, FRONT).set_z_index(3),
            Worth(pen, flats).set_z_index(6),
            LineNames(pen, flats).set_z_index(1),
            centres.set_z_index(5.5),
            TwoWays(pen, flats, *centres.means, names=words, before=before).set_z_index(5.2),
            # What is left to the larger one is their own residuals.
            TwoWays(pen, flats, one, there, names=amounts, before=0.0).set_z_index(5.2),
            Placed(pen.words(at_one, size=SMALLEST), ALL_AT_ONE),
            larger,
            farther,
        )
