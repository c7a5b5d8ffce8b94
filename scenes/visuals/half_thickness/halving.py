"""One half: a fall from 100 to 50, which under the logarithm is a step of ln 2, wherever it is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup, VMobject

from scenes.visuals.half_thickness.rates import Level
from scenes.visuals.half_thickness.steps import arrow
from scenes.visuals.half_thickness.viewed import Viewed
from scenes.visuals.half_thickness.views import (
    FULL,
    LOGARITHMS,
    NEAR_LOGARITHMS,
    RATES,
    Values,
    Views,
)
from scenes.visuals.plot.chart import ROW
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

BEFORE = -1.3  # sheets: before the first bar
NEAR_BEFORE = 0.1  # of the room before the line, when it is near
GAP = 0.28 * LEFT
THREE_ROWS = 1.7  # from the name of its upper end, over its own, to that of its lower end


@dataclass(frozen=True)
class Stand:
    """Where a fall to one half stands: in which view, at which x, from which rate on."""

    view: float
    x: float
    rate: float

    def towards(self, other: "Stand", share: float) -> "Stand":
        """Return the stand after ``share`` of the way to ``other``."""
        ends = (self.view, self.x), (other.view, other.x)
        view, x = ((1 - share) * a + share * b for a, b in zip(*ends, strict=True))
        # From a stand on the line to another one the way is along the line.
        return Stand(view, x, self.rate ** (1 - share) * other.rate**share)


class Halving(Viewed):
    """An arrow straight down from a rate to half of it, of which the upper ``shown`` is drawn."""

    def __init__(self, views: Views, stand: Stand, colour: str) -> None:
        super().__init__(views, stand.view, stroke_color=colour, stroke_width=BOLD)
        self.standing = stand

    def stand(self, stand: Stand) -> Self:
        """Draw the arrow where it is to stand."""
        self.standing = stand
        return self.set_view(stand.view)

    @property
    def ends(self) -> Values:
        """Return the places (2, 3) of its upper and its lower end."""
        rate = self.standing.rate
        return self.views.places(self.standing.x, [rate, rate / 2], self.view)

    def draw(self) -> Self:
        """Draw the arrow from its state."""
        top, end = self.ends
        self.points = arrow(top, top + self.shown * (end - top))
        return self


class Beside(Placed):
    """Writing to the left of the middle of a halving, wherever this stands."""

    def __init__(self, writing: VMobject, halving: Halving) -> None:
        self._halving = halving
        super().__init__(writing, halving.ends.mean(axis=0) + GAP, RIGHT)

    def follow(self) -> Self:
        """Stand where the halving is now."""
        return self.put(self._halving.ends.mean(axis=0) + GAP)


@dataclass(frozen=True)
class Half:
    """The fall, where it stands in turn, and what is written beside it."""

    fall: Halving
    logarithmic: Stand  # before the points
    aside: Stand  # nearer to them
    near: Stand  # before the line
    on_line: Stand
    level: Level
    where: Placed
    times_half: Beside
    ln_2: Beside
    ends: list[Placed]
    difference: Placed

    @classmethod
    def of(cls, pen: Pen, views: Views, x: Values, law: Callable[[Values], Values]) -> Self:
        """Build it for thicknesses of lead and the law that is a line under the logarithm."""
        left = views.charts[NEAR_LOGARITHMS].x_scale.low
        far = Stand(RATES, BEFORE * float(x[1]), FULL)
        before = Stand(NEAR_LOGARITHMS, NEAR_BEFORE * left, FULL)
        fall = Halving(views, before, pen.theme.photon)
        apart = max(0.0, THREE_ROWS - float(fall.ends[0, 1] - fall.ends[1, 1])) / 2
        named = [
            Placed(_written(pen, f"ln {rate:g}"), place + GAP + away * apart, RIGHT)
            for rate, place, away in zip((FULL, FULL / 2), fall.ends, (UP, DOWN), strict=True)
        ]
        box = views.box(NEAR_LOGARITHMS)
        rows = _written(pen, "ln 2"), _written(pen, f"= {np.log(2):.3f}")
        ln_2 = Beside(VGroup(*rows).arrange(DOWN, buff=0.1, aligned_edge=RIGHT), fall)
        return cls(
            fall=fall.stand(far).set_z_index(6),
            logarithmic=replace(far, view=LOGARITHMS),
            aside=replace(before, view=LOGARITHMS),
            near=before,
            on_line=Stand(NEAR_LOGARITHMS, 0.0, views.start),
            level=Level(views, FULL / 2, pen.theme.photon)
            .set_view(RATES)
            .set_shown(1.0)
            .set_z_index(2),
            where=_between_sheets(pen, views, x, law),
            times_half=Beside(_written(pen, 'times "½"'), fall),
            ln_2=ln_2,
            ends=named,
            difference=Placed(
                pen.formula(
                    f"photon(ln {FULL:g} - ln {FULL / 2:g} = ln {FULL:g}/{FULL / 2:g} = ln 2)"
                ),
                np.array([box.left + 0.25, box.bottom + 0.12, 0.0]),
                DOWN + LEFT,
            ),
        )


def _between_sheets(pen: Pen, views: Views, x: Values, law: Callable[[Values], Values]) -> Placed:
    """Ask below the axis between which two sheets one half is left."""
    left = int(np.clip(np.count_nonzero(law(x) > FULL / 2) - 1, 0, x.size - 2))
    place = views.charts[RATES].place(float(x[left : left + 2].mean()), 0.0)
    return Placed(_written(pen, '"?"'), place + (ROW - 0.2) * DOWN)


def _written(pen: Pen, source: str) -> VMobject:
    return pen.formula(f"photon({source})", size=SMALLEST)
