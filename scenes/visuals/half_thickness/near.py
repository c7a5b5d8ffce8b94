"""Close to the line: how far along it is ln 2 lower, in steps of a millimetre."""

from collections.abc import Callable
from dataclasses import dataclass
from math import floor

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup, VMobject

from core.attenuation.fit import AttenuationFit
from scenes.visuals.half_thickness.half_stairs import drop
from scenes.visuals.half_thickness.steps import Steps
from scenes.visuals.half_thickness.views import NEAR_LOGARITHMS, Values, Views
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, RIGHT_EDGE, SMALLEST

COUNTED = {1: "One millimetre", 2: "Two millimetres", 3: "Three millimetres"}

Law = Callable[[Values], Values]


@dataclass(frozen=True)
class Near:
    """The step of a millimetre, and those that go down as far as ln 2, the last one in part."""

    millimetre: Steps
    millimetre_names: tuple[Placed, Placed]
    across: VMobject
    how_far: Placed
    pieces: Steps
    rest_name: Placed
    landing: VMobject
    landed: Placed
    answer: Placed
    whole: int  # so many whole millimetres fit
    rest: str  # of the next one

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return all that is drawn of it in the end."""
        lines = (self.millimetre, self.pieces, self.across, self.landing)
        return (*lines, *self.millimetre_names, self.rest_name, self.landed, self.answer)

    @property
    def how_many(self) -> str:
        """Return how many steps it is, in words."""
        if not self.whole:
            return f"Only {self.rest} of a millimetre."
        whole = COUNTED.get(self.whole, f"{self.whole} millimetres")
        return f"{whole}, and {self.rest} of the next."

    @classmethod
    def of(
        cls,
        pen: Pen,
        views: Views,
        fit: AttenuationFit,
        law: Law,
        quoted: tuple[str, str],
    ) -> "Near":
        """Build it for a fit and its law in per cent; ``quoted`` are mu and x_h."""
        theme, (mu, half) = pen.theme, quoted
        x_h = fit.half_thickness_mm
        whole = floor(x_h)
        ends = np.array([*np.arange(whole + 1.0), x_h])

        def stairs(x: Values) -> Steps:
            return Steps(views, NEAR_LOGARITHMS, x, law(x), theme.slope).set_z_index(4)

        millimetre, pieces = stairs(np.array([0.0, 1.0])), stairs(ends)
        _, corner, end = millimetre.corners(0)
        line = pieces.corners(whole)[2]
        low = views.places(0.0, law(np.array([x_h])), NEAR_LOGARITHMS)[0]
        box = views.box(NEAR_LOGARITHMS)
        across = VMobject(stroke_color=theme.photon, stroke_width=BOLD)
        across.points = polylines(np.array([[low, line]]))
        rest = f"{x_h - whole:.2f}" if whole else half
        landed = Placed(
            pen.formula(f"photon({half})", size=SMALLEST),
            np.array([line[0] + 0.12, box.bottom + 0.28, 0.0]),
            LEFT,
        )
        left = box.left + 0.25
        law_of_it = "photon(x_h) = photon(ln 2) / slope(mu)"
        answer = pen.formula(f'{law_of_it} = photon({half} "mm")')
        if left + answer.width > line[0] - 0.2:  # what falls fast leaves little room
            answer = pen.formula(law_of_it)
        return cls(
            millimetre=millimetre,
            millimetre_names=(
                Placed(pen.formula('slope(1 "mm")'), corner + 0.14 * UP, DOWN + RIGHT),
                _name_of_fall(pen, mu, (corner + end) / 2 + 0.25 * RIGHT),
            ),
            across=across.set_z_index(5),
            how_far=Placed(
                pen.formula('photon("?")'),
                (low + line) / 2 + (0.1 * UP if whole else 0.14 * DOWN),
                DOWN if whole else UP,  # what falls fast leaves room below
            ),
            pieces=pieces,
            rest_name=Placed(
                _what_is_left(pen, fit.mu_per_mm, whole, rest),
                line + (0.2 if whole else 0.3) * UP + 0.2 * RIGHT,
                LEFT + DOWN,
            ),
            landing=drop(line, box.bottom, theme.photon),
            landed=landed,
            answer=Placed(answer, np.array([left, box.bottom + 0.12, 0.0]), DOWN + LEFT),
            whole=whole,
            rest=rest,
        )


def _name_of_fall(pen: Pen, mu: str, place: Values) -> Placed:
    """Write what a millimetre falls, in two rows where one would end beyond the picture."""
    name: VMobject = pen.formula(f'slope(mu dot 1 "mm" = {mu})')
    if place[0] + name.width > RIGHT_EDGE:
        rows = (pen.formula(f"slope({row})") for row in ('mu dot 1 "mm"', f"= {mu}"))
        name = VGroup(*rows).arrange(DOWN, buff=0.15, aligned_edge=LEFT)
    return Placed(name, place, LEFT)


def _what_is_left(pen: Pen, mu_per_mm: float, whole: int, rest: str) -> VMobject:
    """Write the part of ln 2 that whole millimetres leave, as so many of one of them."""
    left = f"{np.log(2) - whole * mu_per_mm:.3f}"
    rows = (left + ' "to go"' * bool(whole), f"approx {rest} dot {mu_per_mm:#.3g}")
    return VGroup(*(pen.formula(f"slope({row})", size=SMALLEST) for row in rows)).arrange(
        DOWN, buff=0.12, aligned_edge=LEFT
    )
