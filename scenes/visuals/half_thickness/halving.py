"""One half: a level among bars, which under the logarithm lies ln 2 below the start of the line."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup, VMobject

from scenes.visuals.half_thickness.near import HALF_AT
from scenes.visuals.half_thickness.rates import Level
from scenes.visuals.half_thickness.ruler import Guess, GuessName, Ruler
from scenes.visuals.half_thickness.steps import arrow
from scenes.visuals.half_thickness.viewed import Viewed
from scenes.visuals.half_thickness.views import (
    FEW,
    FITTED,
    FULL,
    HALF,
    NEAR_LOGARITHMS,
    Values,
    Views,
)
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

GAP, OVER = 0.28 * LEFT, 0.12 * UP
# How far the level goes beyond where it is met: in sheets, and on the screen.
BEYOND_MM, BEYOND = 1.8, 2.2


class HalfLevel(Level):
    """The level of one half, among bars right across, later not much farther than the line.

    Near to the line it is half of what the line starts from, which is not quite 100.
    """

    def __init__(self, views: Views, start: float, x_h: float, sheet: float, colour: str) -> None:
        super().__init__(views, HALF, colour)
        self.start, self.x_h, self.reach_mm = start, x_h, x_h + BEYOND_MM * sheet
        self.set_view(FEW)

    def set_view(self, view: float) -> Self:
        """Draw it as ``view`` shows it."""
        self.rate = HALF * (self.start / FULL) ** float(np.clip(view - FITTED, 0.0, 1.0))
        return super().set_view(view)

    @property
    def right(self) -> float:
        """Return how far to the right it goes."""
        edge = self.views.box(self.view).right
        met, reached = self.views.free_places([self.x_h, self.reach_mm], HALF, self.view)[:, 0]
        short = min(edge, max(reached, met + BEYOND))
        return float(edge + min(self.view, 1.0) * (short - edge))


class LevelName(Placed):
    """What the level is, above its right end."""

    def __init__(self, pen: Pen, level: HalfLevel) -> None:
        self._level = level
        super().__init__(pen.sentence("half", pen.theme.ink, SMALLEST), self._place, RIGHT + DOWN)

    @property
    def _place(self) -> Values:
        level = self._level
        height = level.views.places(0.0, level.rate, level.view)[0, 1]
        return np.array([level.right, height, 0.0]) + OVER

    def set_view(self, view: float) -> Self:
        """Stand where the level ends in ``view``."""
        self._level.set_view(view)
        return self.put(self._place)


class Halving(Viewed):
    """An arrow straight down from a rate to half of it, of which the upper ``shown`` is drawn."""

    def __init__(self, views: Views, x: float, rate: float, colour: str) -> None:
        super().__init__(views, NEAR_LOGARITHMS, stroke_color=colour, stroke_width=BOLD)
        self.x, self.rate = x, rate

    @property
    def ends(self) -> Values:
        """Return the places (2, 3) of its upper and its lower end."""
        return self.views.places(self.x, [self.rate, self.rate / 2], self.view)

    def draw(self) -> Self:
        """Draw the arrow from its state."""
        top, end = self.ends
        self.points = arrow(top, top + self.shown * (end - top))
        return self


@dataclass(frozen=True)
class Half:
    """The level, what a ruler says of it, the fall to it, and what is written beside them."""

    level: HalfLevel
    level_name: LevelName
    ruler: Ruler
    guess: Guess
    guess_name: GuessName
    fall: Halving
    ends: tuple[Placed, Placed]  # of the fall
    ln_2: Placed

    @property
    def asked(self) -> tuple[HalfLevel, LevelName, Guess, GuessName]:
        """Return what goes with the views."""
        return self.level, self.level_name, self.guess, self.guess_name

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return all that is drawn of it in the end."""
        return (*self.asked, self.fall, *self.ends, self.ln_2)

    @classmethod
    def of(
        cls, pen: Pen, views: Views, x: Values, rate: Values, law: Callable[[Values], Values]
    ) -> Self:
        """Build it for the measured rates and the law that is a line under the logarithm."""
        theme, start = pen.theme, float(law(np.zeros(1))[0])
        x_h = np.log(2) / float(np.log(start / law(np.ones(1))[0]))
        level = HalfLevel(views, start, x_h, float(x[1]), theme.ink).set_z_index(3)
        ruler = Ruler(views, x, rate, theme.ink).set_z_index(5)
        guess = Guess(ruler, theme).set_z_index(4)
        name = GuessName(pen, ruler, guess, left=ruler.half_mm < x_h).set_z_index(4)
        left = views.charts[NEAR_LOGARITHMS].x_scale.low
        fall = Halving(views, HALF_AT * left, start, theme.photon).set_z_index(6)
        top, end = fall.ends + GAP
        rows = _written(pen, "ln 2"), _written(pen, f"= {np.log(2):.3f}")
        ln_2 = VGroup(*rows).arrange(DOWN, buff=0.1, aligned_edge=RIGHT)
        return cls(
            level=level.set_shown(1.0),
            level_name=LevelName(pen, level),
            ruler=ruler,
            guess=guess,
            guess_name=name,
            fall=fall,
            ends=(
                Placed(_written(pen, "ln 100"), top, RIGHT + DOWN),
                Placed(_written(pen, "ln 50"), end - OVER, RIGHT + UP),
            ),
            ln_2=Placed(ln_2, (top + end) / 2, RIGHT),
        )


def _written(pen: Pen, source: str) -> VMobject:
    return pen.formula(f"photon({source})", size=SMALLEST)
