"""One half: a fall from 100 to 50, which under the logarithm is a step of ln 2, wherever it is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, VGroup, VMobject

from scenes.visuals.half_thickness.near import HALF_AT
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
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

BEFORE = -0.75  # sheets: before the first bar
GAP = 0.28 * LEFT


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
    near: Stand  # before the line, and as high
    level: Level
    times_half: Beside
    ln_2: Beside
    ln_2_alone: VMobject  # without its value

    @classmethod
    def of(cls, pen: Pen, views: Views, x: Values, law: Callable[[Values], Values]) -> Self:
        """Build it for thicknesses of lead and the law that is a line under the logarithm."""
        left = views.charts[NEAR_LOGARITHMS].x_scale.low
        far = Stand(RATES, BEFORE * float(x[1]), FULL)
        near = Stand(NEAR_LOGARITHMS, HALF_AT * left, float(law(np.zeros(1))[0]))
        fall = Halving(views, near, pen.theme.photon)
        rows = _written(pen, "ln 2"), _written(pen, f"= {np.log(2):.3f}")
        return cls(
            ln_2=Beside(VGroup(*rows).arrange(DOWN, buff=0.1, aligned_edge=RIGHT), fall),
            ln_2_alone=rows[0],
            fall=fall.stand(far).set_z_index(6),
            logarithmic=replace(far, view=LOGARITHMS),
            near=near,
            level=Level(views, FULL / 2, pen.theme.photon)
            .set_view(RATES)
            .set_shown(1.0)
            .set_z_index(2),
            times_half=Beside(_written(pen, 'times "½"'), fall),
        )


def _written(pen: Pen, source: str) -> VMobject:
    return pen.formula(f"photon({source})", size=SMALLEST)
