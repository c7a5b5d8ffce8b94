"""What tells of the two flats of one rent: what the larger one is worth, and why it seemed less."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from scenes.visuals.multiple_regression.centres import Centres
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.labels import LineNames
from scenes.visuals.multiple_regression.said_alone import SaidAlone
from scenes.visuals.multiple_regression.twins import OneRent, Rings, Worth
from scenes.visuals.multiple_regression.two_ways import TwoWays
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST

# Where no flat is: cheap and large.
ALL_AT_ONE = np.array([3.0, -0.9, 0.0])


@dataclass(frozen=True)
class Pair:
    """Rings about the two, what they have in common, and what tells their sizes' worth."""

    rings: Rings
    one_rent: OneRent
    worth: Worth
    names: LineNames
    centres: Centres
    two_ways: TwoWays
    said_alone: SaidAlone
    all_at_one: Placed

    @classmethod
    def of(cls, pen: Pen, flats: Flats) -> Self:
        """Build what tells of the two of ``flats`` that differ most."""
        at_one = f"all at {flats.space.one_distance:.0f} km"
        centres = Centres(pen, flats)
        return cls(
            Rings(flats, pen.theme.ink).set_z_index(5),
            OneRent(pen, flats).set_z_index(3),
            Worth(pen, flats).set_z_index(6),
            LineNames(pen, flats).set_z_index(1),
            centres.set_z_index(5.5),
            TwoWays(pen, flats, centres.means[0], centres.means[-1]).set_z_index(5.2),
            SaidAlone(pen, flats).set_z_index(2.5),
            Placed(pen.words(at_one, size=SMALLEST), ALL_AT_ONE),
        )
