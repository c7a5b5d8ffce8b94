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
    FEW_LOGARITHMS,
    HALF,
    LOGARITHMS,
    NEAR_LOGARITHMS,
    Values,
    Views,
)
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

APART, HIGHER = 0.2 * RIGHT, 0.13 * UP
LONG = 1.8  # a fall beside which there is room for two names
GAP, OVER, UNDER = 0.28 * LEFT, 0.12 * UP, np.array([0.1, -0.42, 0.0])
BETWEEN = (LOGARITHMS + NEAR_LOGARITHMS) / 2


class HalfLevel(Level):
    """The level of one half, right across.

    It begins as half of 100. The line through the points does not start from quite 100: as they
    come into view, the level goes over to half of where that starts, ``start``.
    """

    def __init__(self, views: Views, start: float, colour: str) -> None:
        super().__init__(views, HALF, colour)
        self.start = start
        self.set_view(FEW)

    def set_view(self, view: float) -> Self:
        """Draw it as ``view`` shows it."""
        ends = np.log([HALF, self.start / 2])
        self.rate = float(np.exp(np.interp(view, (FEW_LOGARITHMS, LOGARITHMS), ends)))
        return super().set_view(view)


class LevelName(Placed):
    """What the level is, above its right end; near to the line below its left one.

    It changes sides unseen.
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
        self.set_opacity(min(1.0, 2 * abs(view - BETWEEN)))
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
    shares: tuple[str, str]  # what the line starts with and half of that, in per cent
    strike: VMobject  # through the guess; nothing where it is right
    fall: Halving
    first: VMobject  # what the line starts with, where there is room for it,
    rest: Placed  # and half of that
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
        return (*self.asked, self.strike, self.fall, self.first, self.rest, self.ln_2)

    @property
    def said(self) -> str:
        """Tell what the line starts with, and half of that."""
        first, rest = self.shares
        return f'It starts at $I_0 = photon({first} "%")$; half is $photon({rest} "%")$.'

    @classmethod
    def of(
        cls, pen: Pen, views: Views, x: Values, rate: Values, law: Callable[[Values], Values]
    ) -> Self:
        """Build it for the measured rates and the law that is a line under the logarithm."""
        theme, start = pen.theme, float(law(np.zeros(1))[0])
        x_h = np.log(2) / float(np.log(start / law(np.ones(1))[0]))
        level = HalfLevel(views, start, theme.ink).set_z_index(3)
        ruler = Ruler(views, x, rate, theme.ink).set_z_index(5)
        guess = Guess(ruler, theme, min(HALF, start / 2)).set_z_index(4)
        name = GuessName(pen, ruler, guess, left=ruler.half_mm < x_h).set_z_index(4)
        fall = Halving(views, start, theme.photon).set_z_index(6)
        beside = fall.ends.mean(axis=0) + GAP
        shares = f"{start:.3g}", f"{start / 2:.3g}"
        first, rest = (pen.formula(f'photon({one} "%")', size=SMALLEST) for one in shares)
        room = np.ptp(fall.ends[:, 1]) > LONG
        level_name = LevelName(pen, level)
        named = level_name.set_view(NEAR_LOGARITHMS).get_right()
        named[0] = max(named[0], fall.ends[1, 0])  # beside the tip of the arrow
        level_name.set_view(FEW)
        rows = _written(pen, "ln 2 ="), _written(pen, f"{np.log(2):.3f}")
        ln_2 = VGroup(*rows).arrange(DOWN, buff=0.14, aligned_edge=RIGHT)
        return cls(
            level=level.set_shown(1.0),
            level_name=level_name,
            ruler=ruler,
            guess=guess,
            guess_name=name,
            strike=name.strike(theme) if ruler.half != f"{x_h:.3g}" else VMobject(),
            shares=shares,
            fall=fall,
            first=Placed(first, fall.ends[0] + GAP + HIGHER, UP + RIGHT) if room else VMobject(),
            rest=Placed(rest, named + APART, LEFT),
            factor=Placed(_written(pen, "times 1/2"), beside, RIGHT),
            difference=Placed(_written(pen, "-ln 2"), beside, RIGHT),
            ln_2=Placed(ln_2, beside, RIGHT),
        )


def _written(pen: Pen, source: str) -> VMobject:
    return pen.formula(f"photon({source})")
