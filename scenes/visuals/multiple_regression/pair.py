"""What tells of the two flats of one rent: the question, and the walk that answers it."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.labels import Kilometres, Slope
from scenes.visuals.multiple_regression.twins import Apart, OneRent, Rings, Walk
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST

# Where no flat is: cheap and large.
PER_DISTANCE, ALL_AT_ONE = np.array([[1.65, -0.5, 0.0], [3.0, -0.9, 0.0]])


@dataclass(frozen=True)
class Pair:
    """Rings about the two, what they have in common, the way between them and its two slopes."""

    rings: Rings
    one_rent: OneRent
    walk: Walk
    per_distance: Slope
    kilometres: Kilometres
    all_at_one: Placed
    apart: Apart

    @classmethod
    def of(cls, pen: Pen, flats: Flats) -> Self:
        """Build what tells of the two of ``flats`` that differ most."""
        slope = flats.by_both.per_distance
        at_one = f"all at {flats.space.one_distance:.0f} km"
        return cls(
            Rings(flats, pen.theme.ink).set_z_index(5),
            OneRent(pen, flats).set_z_index(3),
            Walk(pen, flats).set_z_index(6),
            Slope(pen, abs(slope), "EUR per km", PER_DISTANCE).set_value(slope),
            Kilometres(pen, flats),
            Placed(pen.words(at_one, size=SMALLEST), ALL_AT_ONE),
            Apart(pen, flats).set_z_index(6),
        )
