"""Close to the line: how many steps of mu fit into ln 2; and the stairs of halves.

One step across is one millimetre, so as many of them as fit into ln 2 are the half thickness.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import floor

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup, VMobject

from core.attenuation.fit import AttenuationFit
from scenes.visuals.half_thickness.steps import Fall, Laid, Steps
from scenes.visuals.half_thickness.views import NEAR_LOGARITHMS, NEAR_RATES, Values, Views
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

HALVINGS = 3
LAID_ACROSS = 0.3  # from the fall of ln 2 to the falls of mu that are laid beside it
BESIDE_CORNER = np.array([0.25, -0.18, 0.0])
FITS = {0: "Not even one", 1: "One and a bit", 2: "Two and a bit", 3: "Three and a bit"}

Law = Callable[[Values], Values]


@dataclass(frozen=True)
class Near:
    """The step of a millimetre, the fall of ln 2, and how often the first fits into the second."""

    millimetre: Steps
    millimetre_names: tuple[Placed, Placed]
    ln_2: Fall
    ln_2_name: Placed
    pieces: Steps
    laid: Laid
    counts: list[Placed]
    across: VMobject
    x_h: Placed
    answer: Placed
    beam: Placed  # which photons this lead halves
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
        *,
        energy_keV: float | str | None,
    ) -> "Near":
        """Build it for a fit and its law in per cent; ``quoted`` are mu and x_h."""
        theme, (mu, half) = pen.theme, quoted
        x_h = fit.half_thickness_mm
        whole = floor(x_h)
        ends = np.array([*np.arange(whole + 1.0), x_h])

        def stairs(x: Values) -> Steps:
            return Steps(views, x, law(x), theme.slope).set_view(NEAR_LOGARITHMS).set_z_index(6)

        millimetre, pieces = stairs(np.array([0.0, 1.0])), stairs(ends)
        _, corner, end = millimetre.corners(0)
        top, bottom = (float(rate) for rate in law(np.array([0.0, x_h])))
        ln_2 = Fall(views, 0.0, (top, bottom), theme.photon).set_view(NEAR_LOGARITHMS)
        low = ln_2.ends[1]
        line = pieces.corners(whole)[2]
        beside = low[0] + LAID_ACROSS
        box = views.box(NEAR_LOGARITHMS)
        across = VMobject(stroke_color=theme.photon, stroke_width=BOLD)
        across.points = polylines(np.array([[low, line]]))
        heights = views.places(0.0, law(ends), NEAR_LOGARITHMS)[:, 1]
        parts = [(str(whole), heights[0], heights[-2])] if whole else []
        parts.append((f"{x_h - whole:.2f}" if whole else half, heights[-2], heights[-1]))
        name = VGroup(
            pen.formula("photon(ln 2)"), pen.formula(f"photon(= {np.log(2):.3f})", size=SMALLEST)
        ).arrange(DOWN, buff=0.14, aligned_edge=RIGHT)
        return cls(
            millimetre=millimetre,
            millimetre_names=(
                Placed(pen.formula('slope(1 "mm")'), corner + 0.14 * UP, DOWN + RIGHT),
                Placed(pen.formula(f"slope(mu = {mu})"), (corner + end) / 2 + 0.25 * RIGHT, LEFT),
            ),
            ln_2=ln_2.set_z_index(6),
            ln_2_name=Placed(name, ln_2.ends.mean(axis=0) + 0.2 * LEFT, RIGHT),
            pieces=pieces,
            laid=Laid(pieces, beside).set_z_index(6),
            counts=[
                Placed(
                    pen.formula(f"slope({text})", size=SMALLEST),
                    np.array([beside + 0.3, (high + foot) / 2 + 0.04, 0.0]),
                    LEFT,
                )
                for text, high, foot in parts
            ],
            across=across.set_z_index(5),
            x_h=Placed(pen.formula("photon(x_h)"), (low + line) / 2 + 0.16 * DOWN, UP),
            answer=Placed(
                pen.formula(
                    "photon(x_h) = photon(ln 2) / slope(mu) = "
                    f'photon({np.log(2):.3f}) / slope({mu}) = photon({half} "mm")'
                ),
                np.array([box.left + 0.25, box.bottom + 0.12, 0.0]),
                DOWN + LEFT,
            ),
            beam=Placed(
                pen.sentence(
                    f"photons of {energy_keV} keV" if energy_keV else "these photons",
                    theme.muted,
                    SMALLEST,
                ),
                np.array([box.right, box.top - 0.3, 0.0]),
                RIGHT,
            ),
            whole=whole,
        )


@dataclass(frozen=True)
class HalfStairs:
    """Stairs as wide as the half thickness: each falls by half of what is left."""

    stairs: Steps
    factors: list[Placed]
    drops: list[VMobject]
    depths: list[Placed]

    @classmethod
    def of(cls, pen: Pen, views: Views, fit: AttenuationFit, law: Law) -> "HalfStairs":
        """Build it for a fit and its law in per cent."""
        theme = pen.theme
        x = fit.half_thickness_mm * np.arange(HALVINGS + 1.0)
        stairs = Steps(views, x, law(x), theme.photon).set_view(NEAR_RATES)
        foot = views.box(NEAR_RATES).bottom
        falls = [stairs.corners(k)[1:] for k in range(HALVINGS)]
        return cls(
            stairs=stairs.set_z_index(6),
            factors=[
                Placed(pen.formula('photon(times "½")'), corner + BESIDE_CORNER, LEFT)
                for corner, _ in falls
            ],
            drops=[_drop(end, foot, theme.photon) for _, end in falls],
            depths=[
                Placed(
                    pen.formula(f"photon({depth:.2f})", size=SMALLEST),
                    np.array([end[0] - 0.12, foot + 0.28, 0.0]),
                    RIGHT,
                )
                for (_, end), depth in zip(falls, x[1:], strict=True)
            ],
        )


def _drop(place: Values, foot: float, colour: str) -> VMobject:
    """Return a thin line from a place down to the axis."""
    drop = VMobject(stroke_color=colour, stroke_width=THIN)
    drop.points = polylines(np.array([[place, (place[0], foot, 0.0)]]))
    return drop
