"""One half: a level among bars, which under the logarithm lies ln 2 below the start of the line."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup, VMobject

from scenes.visuals.half_thickness.bars.ruler import Guess, GuessName, Ruler
from scenes.visuals.half_thickness.bars.steps import arrow
from scenes.visuals.half_thickness.rates import Level
from scenes.visuals.half_thickness.viewed import Viewed
from scenes.visuals.half_thickness.views import (
    FEW,
    HALF,
    LOGARITHMS,
    NEAR_LOGARITHMS,
    Values,
    Views,
)
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

GAP, OVER, UNDER = 0.28 * LEFT, 0.12 * UP, np.array([0.1, -0.42, 0.0])
BETWEEN = (LOGARITHMS + NEAR_LOGARITHMS) / 2
# How far the level goes beyond where it is met: in sheets, and on the screen.
BEYOND_MM, BEYOND = 1.8, 2.2


class HalfLevel(Level):
    """The level of one half, among bars right across, later not much farther than the line.

    It begins as half of 100. The line that was fitted does not start from quite 100: ``lowered``
    takes the level to where it starts (1), and from there down to half of that (2).
    """

    def __init__(self, views: Views, start: float, x_h: float, sheet: float, colour: str) -> None:
        super().__init__(views, HALF, colour)
        self.start, self.x_h, self.reach_mm = start, x_h, x_h + BEYOND_MM * sheet
        self.lowered = 0.0
        self.set_view(FEW)

    def set_lowered(self, lowered: float) -> Self:
        """Draw it after so much of its way by the start of the line."""
        self.lowered = lowered
        ways = np.log([HALF, self.start, self.start / 2])
        self.rate = float(np.exp(np.interp(lowered, range(3), ways)))
        return self.draw()

    @property
    def right(self) -> float:
        """Return how far to the right it goes."""
        edge = self.views.box(self.view).right
        met, reached = self.views.free_places([self.x_h, self.reach_mm], HALF, self.view)[:, 0]
        short = min(edge, max(reached, met + BEYOND))
        return float(edge + min(self.view, 1.0) * (short - edge))


class LevelName(Placed):
    """What the level is, above its right end; near to the line below its left one.

    It changes sides unseen, and is not seen while the level is not that of one half.
    """

    def __init__(self, pen: Pen, level: HalfLevel) -> None:
        self._level = level
        writing = pen.sentence("half", pen.theme.ink, SMALLEST)
        self._wide = float(writing.width)
        super().__init__(writing, self._place, RIGHT + DOWN)

    @property
    def _place(self) -> Values:
        level = self._level
        height = level.views.places(0.0, level.rate, level.view)[0, 1]
        if level.view < BETWEEN:
            return np.array([level.right, height, 0.0]) + OVER
        left = level.views.box(level.view).left
        below: Values = np.array([left + self._wide, height, 0.0]) + UNDER
        return below

    def set_view(self, view: float) -> Self:
        """Stand where the level ends in ``view``."""
        self._level.set_view(view)
        return self._draw()

    def set_lowered(self, lowered: float) -> Self:
        """Go with the level as it is lowered."""
        self._level.set_lowered(lowered)
        return self._draw()

    def _draw(self) -> Self:
        aside = abs(self._level.view - BETWEEN)
        self.set_opacity(min(1.0, 2 * aside) * abs(1 - self._level.lowered))
        return self.put(self._place)


class Halving(Viewed):
    """An arrow from where the line starts, at ``rate``, straight down to half of that.

    Its upper ``shown`` is drawn.
    """

    def __init__(self, views: Views, rate: float, colour: str) -> None:
        super().__init__(views, NEAR_LOGARITHMS, stroke_color=colour, stroke_width=BOLD)
        self.rate = rate

    @property
    def ends(self) -> Values:
        """Return the places (2, 3) of its upper and its lower end."""
        return self.views.places(0.0, [self.rate, self.rate / 2], self.view)

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
    strike: VMobject  # through the guess; nothing where it is right
    fall: Halving
    factor: Placed  # that the fall is,
    difference: Placed  # what becomes of it under the logarithm,
    ln_2: Placed  # and how much that is

    @property
    def asked(self) -> tuple[HalfLevel, LevelName, Guess, GuessName]:
        """Return what goes with the views."""
        return self.level, self.level_name, self.guess, self.guess_name

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return all that is drawn of it in the end."""
        return (*self.asked, self.strike, self.fall, self.ln_2)

    @classmethod
    def of(
        cls, pen: Pen, views: Views, x: Values, rate: Values, law: Callable[[Values], Values]
    ) -> Self:
        """Build it for the measured rates and the law that is a line under the logarithm."""
        theme, start = pen.theme, float(law(np.zeros(1))[0])
        x_h = np.log(2) / float(np.log(start / law(np.ones(1))[0]))
        level = HalfLevel(views, start, x_h, float(x[1]), theme.ink).set_z_index(3)
        ruler = Ruler(views, x, rate, theme.ink).set_z_index(5)
        guess = Guess(ruler, theme, min(HALF, start / 2)).set_z_index(4)
        name = GuessName(pen, ruler, guess, left=ruler.half_mm < x_h).set_z_index(4)
        fall = Halving(views, start, theme.photon).set_z_index(6)
        beside = fall.ends.mean(axis=0) + GAP
        rows = _written(pen, "ln 2 ="), _written(pen, f"{np.log(2):.3f}")
        ln_2 = VGroup(*rows).arrange(DOWN, buff=0.14, aligned_edge=RIGHT)
        return cls(
            level=level.set_shown(1.0),
            level_name=LevelName(pen, level),
            ruler=ruler,
            guess=guess,
            guess_name=name,
            strike=name.strike(theme) if ruler.half != f"{x_h:.3g}" else VMobject(),
            fall=fall,
            factor=Placed(_written(pen, "times 1/2"), beside, RIGHT),
            difference=Placed(_written(pen, "-ln 2"), beside, RIGHT),
            ln_2=Placed(ln_2, beside, RIGHT),
        )


def _written(pen: Pen, source: str) -> VMobject:
    return pen.formula(f"photon({source})")
