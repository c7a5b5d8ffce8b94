"""A race to one sheet: fresh photons against as many that have come through a sheet already."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import VMobject
from numpy.typing import NDArray

from core.palette import Theme
from core.photons.chance import depths_by_chance
from scenes.visuals.half_thickness.bench import Bench
from scenes.visuals.half_thickness.layout import lane
from scenes.visuals.half_thickness.photons import PHOTONS, Values
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST

# With these seeds chance takes about as many as it does on the average.
FRESH_SEED, MORE_SEED = 1948, 1966
MANY = 4000  # photons leave more than a hundred survivors behind any sheet that is shown
NAME_BELOW = 0.75


@dataclass(frozen=True)
class Race:
    """Two benches, one above the other, and their names."""

    fresh: Bench
    survivors: Bench
    through: NDArray[np.bool_]  # which of the survivors come from the bench before
    fresh_name: Placed
    survivors_name: Placed

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return all that is drawn of it."""
        return self.fresh, self.survivors, self.fresh_name, self.survivors_name

    @property
    def outcome(self) -> str:
        """Tell how many of either have got through."""
        fresh, survivors = self.fresh.arrived, self.survivors.arrived
        return f"{fresh} each" if fresh == survivors else f"{fresh} and {survivors}"

    @classmethod
    def of(cls, pen: Pen, first: Bench, mu_per_sheet: float) -> Self:
        """Build it for a bench whose photons fly first; its survivors stand where they arrived."""
        depths, through = survivors(first.depths, mu_per_sheet)
        theme = pen.theme
        fresh = depths_by_chance(mu_per_sheet, PHOTONS, FRESH_SEED)
        behind = Bench(first.layout.after(), depths, theme, tells_losses=False)
        return cls(
            # Its lead is that of both: survivors that stop lie in it.
            fresh=Bench(lane(0), fresh, theme, tells_losses=False),
            survivors=behind.set(here=through, opened=0.0).set_z_index(1),
            through=through,
            fresh_name=_name(pen, theme, "fresh", 0),
            survivors_name=_name(pen, theme, "survivors", 1),
        )


def survivors(first: Values, mu_per_sheet: float) -> tuple[Values, NDArray[np.bool_]]:
    """Return how deep a hundred survivors of one sheet get beyond it, and which are of ``first``.

    Those of the ``first`` hundred keep their slots. The others come from photons that have been
    sent through such a sheet, too.
    """
    through = first > 1
    more = depths_by_chance(mu_per_sheet, MANY, MORE_SEED)
    depths = first - 1
    depths[~through] = (more[more > 1] - 1)[: np.count_nonzero(~through)]
    return depths, through


def _name(pen: Pen, theme: Theme, name: str, number: int) -> Placed:
    at = lane(number)
    place = np.array([at.sent_at, at.row - NAME_BELOW, 0.0])
    return Placed(pen.sentence(name, theme.muted, SMALLEST), place)
