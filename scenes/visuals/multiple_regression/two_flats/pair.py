"""What tells of the two flats of one rent: what the larger one is worth, and why it seemed less."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import Mobject

from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.groups.centres import LARGE, Centres
from scenes.visuals.multiple_regression.groups.outer import Outer
from scenes.visuals.multiple_regression.space import DOT
from scenes.visuals.multiple_regression.two_flats.account import Account
from scenes.visuals.multiple_regression.two_flats.gap import Gap
from scenes.visuals.multiple_regression.two_flats.lift import Lift
from scenes.visuals.multiple_regression.two_flats.more_area import MoreArea
from scenes.visuals.multiple_regression.two_flats.pivots import Pivots
from scenes.visuals.multiple_regression.two_flats.twins import OneRent, Rings, TwoDots, Worth
from scenes.visuals.multiple_regression.two_flats.two_lines import TwoLines
from scenes.visuals.multiple_regression.two_flats.two_ways import TwoWays
from scenes.visuals.multiple_regression.two_flats.waterfall import Waterfall
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST

# Where no flat is: cheap and large.
ALL_AT_ONE = np.array([3.5, -0.9, 0.0])


@dataclass(frozen=True)
class Pair:
    """Rings about the two, what they have in common, and what tells their sizes' worth.

    The ``gap`` is what distance counts between the lines of equal distance, the ``pivots`` are what
    those turn about.
    Two ways lead from small flats to large ones ``on_average``, and the ``account`` from the one to
    the other, along and between the two of the ``lines`` that are theirs; the ``waterfall`` is
    their sum. The ``lift`` is what the larger one gains on its way to one distance.
    """

    rings: Rings
    dots: TwoDots
    one_rent: OneRent
    worth: Worth
    more_area: MoreArea
    outer: Outer
    gap: Gap
    pivots: Pivots
    centres: Centres
    on_average: TwoWays
    lines: TwoLines
    account: Account
    waterfall: Waterfall
    lift: Lift
    all_at_one: Placed

    @property
    def reading(self) -> tuple[Mobject, ...]:
        """Return what is read off a line: the worth, what for, and the amount."""
        return self.worth, self.worth.more, self.worth.amount

    @property
    def in_space(self) -> tuple[Rings, TwoDots, Outer, Gap, Pivots, Lift, TwoLines]:
        """Return what a shot shows."""
        return self.rings, self.dots, self.outer, self.gap, self.pivots, self.lift, self.lines

    @classmethod
    def of(cls, pen: Pen, flats: Flats) -> Self:
        """Build what tells of the two of ``flats`` that differ most."""
        at_one = f"all at {flats.space.one_distance:.0f} km"
        centres, account = Centres(pen, flats), Account(pen, flats)
        words, above = ("more area", "farther out"), LARGE * DOT
        return cls(
            Rings(flats, pen.theme).set_z_index(5),
            TwoDots(flats, pen.theme).set_z_index(5.1),
            OneRent(pen, flats).set_z_index(3),
            Worth(pen, flats).set_z_index(1.4),
            MoreArea(pen, flats).set_z_index(1.3),
            Outer(flats, pen.theme).set_z_index(4.7),
            Gap(pen, flats),
            Pivots(flats, pen.theme).set_z_index(5.15),
            centres.set_z_index(5.5),
            TwoWays(pen, flats, *centres.means, names=words, above=above).set_z_index(5.2),
            TwoLines(flats, pen.theme).set_z_index(2.1),
            account,
            Waterfall(pen, account),
            Lift(pen, flats).set_z_index(5.05),
            Placed(pen.words(at_one, size=SMALLEST), ALL_AT_ONE),
        )
