"""What tells of the two flats of one rent: what the larger one is worth, and why it seemed less."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import RIGHT, UP

from scenes.visuals.multiple_regression.box.labels import LineNames
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.groups.centres import LARGE, Centres
from scenes.visuals.multiple_regression.space import DOT
from scenes.visuals.multiple_regression.two_flats.twins import OneRent, Rings, TwoDots, Worth
from scenes.visuals.multiple_regression.two_flats.two_ways import Left, TwoWays
from scenes.visuals.writing.numerals import MINUS
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST

# Where no flat is: cheap and large.
ALL_AT_ONE = np.array([3.5, -0.9, 0.0])
BESIDE = 0.5 * RIGHT  # clear of the ring about the larger one


@dataclass(frozen=True)
class Pair:
    """Rings about the two, what they have in common, and what tells their sizes' worth.

    Two ways lead from small flats to large ones: ``on_average``, and ``of_the_two``. These do not
    quite cancel: what is ``left`` is what the sheet misses of the two.
    """

    rings: Rings
    dots: TwoDots
    one_rent: OneRent
    worth: Worth
    names: LineNames
    centres: Centres
    on_average: TwoWays
    of_the_two: TwoWays
    left: Left
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
            TwoDots(flats, pen.theme).set_z_index(5),
            OneRent(pen, flats).set_z_index(3),
            Worth(pen, flats).set_z_index(6),
            LineNames(pen, flats).set_z_index(1),
            centres.set_z_index(5.5),
            TwoWays(pen, flats, *centres.means, names=words, before=before * UP).set_z_index(5.2),
            TwoWays(pen, flats, one, there, names=amounts, before=BESIDE).set_z_index(5.2),
            Left(pen, flats, there[2]).set_z_index(5.1),
            Placed(pen.words(at_one, size=SMALLEST), ALL_AT_ONE),
            larger,
            farther,
        )
