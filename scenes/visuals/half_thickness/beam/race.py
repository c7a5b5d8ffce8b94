"""A race to one sheet: fresh photons against as many that have come through a sheet already."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from core.photons.chance import depths_by_chance
from scenes.visuals.half_thickness.beam.bench import Bench
from scenes.visuals.half_thickness.beam.layout import lane
from scenes.visuals.half_thickness.beam.photons import PHOTONS
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST

FRESH_SEED = 1941  # chance takes about as many as it does on the average
NAME_BELOW = 0.75
NEARLY = 2  # so many more or less are nearly the same


@dataclass(frozen=True)
class Race:
    """Two benches, one above the other, and their names."""

    fresh: Bench
    survivors: Bench
    fresh_name: Placed
    survivors_name: Placed

    @property
    def outcome(self) -> str:
        """Tell how many of either have got through, and what that may mean."""
        fresh, survivors = self.fresh.arrived, self.survivors.arrived
        if fresh == survivors:
            return f"{fresh} each: no tougher, it seems."
        near = abs(fresh - survivors) <= NEARLY
        return f"{fresh} and {survivors}: {'no tougher' if near else 'by chance'}, it seems."

    def begin(self, bench: Bench) -> VMobject:
        """Put the lead where it is on the ``bench``, and return it."""
        self.fresh.set(layout=lane(0).with_lead_of(bench.layout, 1.0))
        return self.fresh.lead

    @classmethod
    def of(cls, pen: Pen, first: Bench, mu_per_sheet: float) -> Self:
        """Build it for a bench whose photons fly first; its survivors stand where they arrived."""
        through, theme = first.depths > 1, pen.theme
        fresh = depths_by_chance(mu_per_sheet, PHOTONS, FRESH_SEED)
        behind = Bench(first.layout.after(), first.depths - 1, theme, tells_losses=False)
        return cls(
            # Its lead is that of both: survivors that stop lie in it.
            fresh=Bench(lane(0), fresh, theme, tells_losses=False).set(here=through, slid=1.0),
            survivors=behind.set(here=through, opened=0.0).set_z_index(1),
            fresh_name=_name(pen, theme, "fresh", 0),
            survivors_name=_name(pen, theme, "survivors", 1),
        )


def _name(pen: Pen, theme: Theme, name: str, number: int) -> Placed:
    at = lane(number)
    place = np.array([at.sent_at, at.row - NAME_BELOW, 0.0])
    return Placed(pen.sentence(name, theme.muted, SMALLEST), place)
