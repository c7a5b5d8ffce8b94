"""Close to the line: how many steps of mu fit into ln 2.

One step across is one millimetre, so as many of them as fit into ln 2 are the half thickness.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import floor

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup, VMobject

from core.attenuation.fit import AttenuationFit
from scenes.visuals.half_thickness.steps import Column, Steps
from scenes.visuals.half_thickness.views import NEAR_LOGARITHMS, Values, Views
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, RIGHT_EDGE, SMALLEST

BESIDE = 0.13  # of the room before the line: from the fall of ln 2 to those of mu beside it
FITS = {0: "Not even one", 1: "One and a bit", 2: "Two and a bit", 3: "Three and a bit"}

Law = Callable[[Values], Values]


@dataclass(frozen=True)
class Near:
    """The step of a millimetre, and how often its fall fits into the one of ln 2."""

    millimetre: Steps
    millimetre_names: tuple[Placed, Placed]
    pieces: Steps
    column: Column
    counts: list[Placed]
    across: VMobject
    x_h: Placed
    answer: Placed
    whole: int  # so many whole millimetres fit

    @property
    def how_many(self) -> str:
        """Return how many steps fit, in words."""
        return FITS.get(self.whole, f"{self.whole} and a bit")

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
        chart = views.charts[NEAR_LOGARITHMS]
        beside, box = -BESIDE * chart.x_scale.low, chart.box
        across = VMobject(stroke_color=theme.photon, stroke_width=BOLD)
        across.points = polylines(np.array([[low, line]]))
        # What falls fast leaves no room between the column and the line.
        right_of = chart.place(beside, 0.0)[0] + 0.3 if whole else line[0] + 0.25
        heights = views.places(0.0, law(ends), NEAR_LOGARITHMS)[:, 1]
        parts = [(str(whole), heights[0], heights[-2])] if whole else []
        parts.append((f"{x_h - whole:.2f}" if whole else half, heights[-2], heights[-1]))
        return cls(
            millimetre=millimetre,
            millimetre_names=(
                Placed(pen.formula('slope(1 "mm")'), corner + 0.14 * UP, DOWN + RIGHT),
                _name_of_fall(pen, mu, (corner + end) / 2 + 0.25 * RIGHT),
            ),
            pieces=pieces,
            column=Column(pieces, beside).set_z_index(6),
            counts=[
                Placed(
                    pen.formula(f"slope({text} thin mu)", size=SMALLEST),
                    np.array([right_of, (high + foot) / 2 + 0.04, 0.0]),
                    LEFT,
                )
                for text, high, foot in parts
            ],
            across=across.set_z_index(5),
            x_h=Placed(
                pen.formula("photon(x_h)"),
                (low + line) / 2 + (0.1 * UP if whole else 0.14 * DOWN),
                DOWN if whole else UP,  # what falls fast leaves room below
            ),
            answer=Placed(
                pen.formula(
                    "photon(x_h) = photon(ln 2) / slope(mu) = "
                    f'photon({np.log(2):.3f}) / slope({mu} "per mm") = photon({half} "mm")'
                ),
                np.array([box.left + 0.25, box.bottom + 0.12, 0.0]),
                DOWN + LEFT,
            ),
            whole=whole,
        )


def _name_of_fall(pen: Pen, mu: str, place: Values) -> Placed:
    """Write what a millimetre falls, in two rows where one would end beyond the picture."""
    rows = [pen.formula(f"slope({part})") for part in (f"mu = {mu}", '"per mm"')]
    name = VGroup(*rows).arrange(RIGHT, buff=0.2, aligned_edge=DOWN)
    if place[0] + name.width > RIGHT_EDGE:
        name.arrange(DOWN, buff=0.15, aligned_edge=LEFT)
    return Placed(name, place, LEFT)
