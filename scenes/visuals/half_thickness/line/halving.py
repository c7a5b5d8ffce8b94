"""One half: a level among bars, which under the logarithm lies ln 2 below the start of the line."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup, VMobject

from scenes.visuals.half_thickness.bars.ruler import Guess, GuessName, Ruler
from scenes.visuals.half_thickness.bracket import ARM, bracket
from scenes.visuals.half_thickness.line.level import HalfLevel, LevelName, LevelShare
from scenes.visuals.half_thickness.viewed import Viewed
from scenes.visuals.half_thickness.views import HALF, NEAR_LOGARITHMS, Values, Views
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, FORMULA, SMALLEST

HIGHER, LOWER = 0.13 * UP, 0.66
LONG = 1.8  # a fall beside which there is room for two names
BESIDE = 0.1 * LEFT  # of where the line starts
GAP, ROWS_APART = BESIDE + (ARM + 0.14) * LEFT, 0.14


class Halving(Viewed):
    """A bracket from where the line starts, at ``rate``, straight down to half of that.

    It has opened by ``shown``.
    """

    def __init__(self, views: Views, rate: float, colour: str) -> None:
        super().__init__(views, NEAR_LOGARITHMS, stroke_color=colour, stroke_width=BOLD)
        self.rate = rate

    @property
    def ends(self) -> Values:
        """Return the places (2, 3) of its upper and its lower end."""
        return self.views.places(0.0, [self.rate, self.rate / 2], self.view)

    def draw(self) -> Self:
        """Draw the bracket from its state."""
        top, end = self.ends + BESIDE
        self.points = bracket(top, top + self.shown * (end - top), -1)
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
    rest: LevelShare  # and half of that
    ln_2: Placed  # how much the fall is

    @property
    def asked(self) -> tuple[HalfLevel, LevelName, Guess, GuessName]:
        """Return what goes with the views."""
        return self.level, self.level_name, self.guess, self.guess_name

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return all that is drawn of it in the end."""
        return (*self.asked, self.strike, self.fall, self.first, self.rest, self.ln_2)

    @property
    def falls(self) -> str:
        """Tell what half of that is, and by how much its logarithm is less."""
        rest, fall = self.shares[1], f"{np.log(2):.3f}"
        return f'Half of that, $photon({rest} "%")$, lies $photon(ln 2 = {fall})$ lower.'

    def come_near(self) -> None:
        """Put what goes with the views near to the line, where the level is half of 100."""
        for part in self.asked:
            part.set_view(NEAR_LOGARITHMS)
        self.rest.set_lowered(0.0)

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
        top, end = fall.ends
        room = top[1] - end[1] > LONG
        # Below the middle, where something stands above it.
        beside = top + (LOWER if room else 0.5) * (end - top) + GAP
        shares = f"{start:.3g}", f"{start / 2:#.3g}"
        level_name = LevelName(pen, level)
        first = _rows(pen, ("I_0 =", f'{shares[0]} "%"'), SMALLEST)
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
            rest=LevelShare(pen, level, level_name).set_z_index(4),
            ln_2=Placed(_rows(pen, ("ln 2 =", f"{np.log(2):.3f}"), FORMULA), beside, RIGHT),
        )


def _written(pen: Pen, source: str, size: float = FORMULA) -> VMobject:
    return pen.formula(f"photon({source})", size=size)


def _rows(pen: Pen, sources: tuple[str, str], size: float) -> VGroup:
    """Return what is equal and to what, one below the other."""
    rows = (_written(pen, source, size) for source in sources)
    return VGroup(*rows).arrange(DOWN, buff=ROWS_APART, aligned_edge=RIGHT)
