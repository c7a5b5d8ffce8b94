"""A ruler laid over the first two bars: where it says one half is, as if rates fell evenly."""

from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, ManimColor, VMobject, interpolate_color

from core.palette import Theme
from scenes.visuals.half_thickness.viewed import Viewed
from scenes.visuals.half_thickness.views import (
    FEW,
    FULL,
    HALF,
    LOGARITHMS,
    NEAR_LOGARITHMS,
    Values,
    Views,
)
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

ABOVE = 0.42 * RIGHT + 0.1 * UP  # the name of a guess, beside where it was read
FOOT, BESIDE = 0.3, 0.14  # and beside its foot
OVERHANG = 0.06  # of a stroke through it


class Ruler(Viewed):
    """A straight line from the top of the first bar through that of the second, down to 0."""

    def __init__(self, views: Views, x: Values, rate: Values, colour: str) -> None:
        super().__init__(views, FEW, stroke_color=colour, stroke_width=BOLD)
        self.fall_per_mm = float((rate[0] - rate[1]) / (x[1] - x[0]))

    @property
    def half_mm(self) -> float:
        """Return where it comes down to one half."""
        return HALF / self.fall_per_mm

    @property
    def half(self) -> str:
        """Return where it comes down to one half, in mm."""
        return f"{self.half_mm:.3g}"

    def draw(self) -> Self:
        """Draw it from its state."""
        end = self.shown * FULL / self.fall_per_mm
        places = self.views.places([0.0, end], [FULL, (1 - self.shown) * FULL], self.view)
        self.points = polylines(places[None])
        return self


class Guess(Viewed):
    """From where the ruler comes down to one half straight down to the axis, ``shown`` of it.

    Once the bars have proved it wrong, it is the ``ghost`` of a guess, in every view.
    """

    def __init__(self, ruler: Ruler, theme: Theme, low: float) -> None:
        """Build it; near to the line it is no higher than ``low``, the level there."""
        super().__init__(ruler.views, FEW, stroke_width=THIN)
        self.x, self.ghost, self.low = ruler.half_mm, 0.0, low
        self._colours = ManimColor(theme.ink), ManimColor(theme.muted)
        self.set_ghost(0.0)

    def set_ghost(self, ghost: float) -> Self:
        """Let it pale."""
        self.ghost = ghost
        return self.set_stroke(interpolate_color(*self._colours, ghost))

    @property
    def ends(self) -> Values:
        """Return the places (2, 3) of its upper end and of its foot."""
        rate = np.interp(self.view, (LOGARITHMS, NEAR_LOGARITHMS), (HALF, self.low))
        top = self.views.places(self.x, rate, self.view)[0]
        return np.array([top, [top[0], self.views.box(self.view).bottom, 0.0]])

    @property
    def inside(self) -> bool:
        """Whether the view reaches so far."""
        free = self.views.free_places(self.x, HALF, self.view)[0, 0]
        return bool(free < self.views.box(self.view).right)

    def draw(self) -> Self:
        """Draw it from its state."""
        top, foot = self.ends
        way = np.array([[top, top + self.shown * (foot - top)]])
        self.points = polylines(way) if self.inside else np.zeros((0, 3))
        return self


class GuessName(Placed):
    """What the ruler says, beside the guess: where it was read, and once ``fallen`` at its foot.

    There it leaves the other side, on which the half thickness will be, free: ``left`` or not.
    """

    def __init__(self, pen: Pen, ruler: Ruler, guess: Guess, *, left: bool) -> None:
        self.guess, self._left, self.fallen = guess, left, 0.0
        writing = pen.sentence(ruler.half, pen.theme.ink, SMALLEST)
        self._wide = float(writing.width)
        self._colours = ManimColor(pen.theme.ink), ManimColor(pen.theme.muted)
        super().__init__(writing, guess.ends[0] + ABOVE, LEFT + DOWN)

    def set_view(self, view: float) -> Self:
        """Stand where the guess is in ``view``."""
        guess = self.guess
        guess.set_view(view)
        top, foot = guess.ends
        aside = -BESIDE - self._wide if self._left else BESIDE
        at_foot = foot + np.array([aside, FOOT / 2, 0.0])
        self.set_opacity(float(guess.inside))
        return self.put((1 - self.fallen) * (top + ABOVE) + self.fallen * at_foot)

    def set_fallen(self, fallen: float) -> Self:
        """Stand between where it was read (0) and its foot (1)."""
        self.fallen = fallen
        return self.set_view(self.guess.view)

    def set_ghost(self, ghost: float) -> Self:
        """Let it pale with the guess."""
        self.guess.set_ghost(ghost)
        self.set_color(interpolate_color(*self._colours, ghost))
        return self.set_view(self.guess.view)

    def strike(self, theme: Theme) -> VMobject:
        """Return a stroke through the name where it stands near to the line."""
        view, fallen = self.guess.view, self.fallen
        self.set_fallen(1.0).set_view(NEAR_LOGARITHMS)
        low, high = self.get_corner(DOWN + LEFT), self.get_corner(UP + RIGHT)
        self.set_fallen(fallen).set_view(view)
        stroke = VMobject(stroke_color=theme.ink, stroke_width=THIN).set_z_index(5)
        stroke.points = polylines(np.array([[low + OVERHANG * LEFT, high + OVERHANG * RIGHT]]))
        return stroke
