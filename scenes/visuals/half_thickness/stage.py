"""Everything that HalfThickness has on stage."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import LEFT, RIGHT, UP, VMobject
from numpy.typing import NDArray

from core.attenuation.fit import AttenuationFit
from core.attenuation.lab import Lab
from core.palette import Theme
from scenes.visuals.half_thickness.bench import Bench
from scenes.visuals.half_thickness.rates import Bars, Law, Steps, Tops, halvings
from scenes.visuals.half_thickness.views import LOGARITHM, RATE, Views
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, PICTURE, SMALLEST, Box

WHOLE_BENCH = Box(PICTURE.left + 0.1, PICTURE.bottom + 0.1, PICTURE.width - 0.2, 5.9)
STRIP_HEIGHT = 1.95
STRIP = Box(PICTURE.left + 0.1, PICTURE.top - STRIP_HEIGHT, PICTURE.width - 0.2, STRIP_HEIGHT)
BELOW = Box(PICTURE.left, PICTURE.bottom, PICTURE.width, PICTURE.height - STRIP_HEIGHT - 0.15)
NAMED_STEPS = 3
DASH = 0.22
LEAD_NAME_HEIGHT = 2.85
HALVINGS = 3


@dataclass(frozen=True)
class Stage:
    """The bench, the rates in their views, and what is written beside them."""

    lab: Lab
    fit: AttenuationFit
    mu: str
    half: str
    bench: Bench
    views: Views
    bars: Bars
    tops: Tops
    left_out: Tops
    steps: Steps
    factors: list[Placed]
    falls: list[Placed]
    late: Tops
    level: VMobject
    level_name: Placed
    law: Law
    slope: Placed
    halves: Steps
    ln_2: Placed
    x_h: Placed
    answer: Placed
    shares: list[Placed]
    lead_names: tuple[Placed, Placed]

    @classmethod
    def of(cls, lab: Lab, pen: Pen, mu: str, half: str) -> Self:
        """Build the stage for ``lab``; ``mu`` and ``half`` are the numbers as they are quoted."""
        theme, fit = pen.theme, lab.fit("article")
        views = Views.of(pen, PICTURE, BELOW, lab.thickness_mm, lab.rate)
        used = fit.used
        first, rest = ((lab.thickness_mm[m], lab.rate[m]) for m in (used, ~used))
        ratios = [lab.rate[k + 1] / lab.rate[k] for k in range(NAMED_STEPS)]
        halves = Steps(views, *halvings(fit, HALVINGS), theme.photon, down_first=True)
        steps = Steps(views, lab.thickness_mm[used], lab.rate[used], theme.ink).set_view(RATE)
        return cls(
            lab=lab,
            fit=fit,
            mu=mu,
            half=half,
            bench=Bench(WHOLE_BENCH, fit.mu_per_mm, theme).set_lead(1.0, 0.2),
            views=views,
            bars=Bars(views, lab.thickness_mm, lab.rate, theme.photon).set_z_index(1),
            tops=Tops(views, *first, theme.photon, theme.background).set_z_index(6),
            late=Tops(views, *rest, theme.photon, theme.background).set_z_index(6),
            left_out=Tops(views, *rest, theme.muted, theme.background).set_z_index(7),
            level=_background_level(views, lab, theme).set_z_index(3),
            level_name=Placed(
                pen.sentence("counted without a source", theme.muted, SMALLEST),
                views.places(0.0, _background(lab), LOGARITHM)[0] + np.array([0.0, 0.3, 0.0]),
                LEFT,
            ),
            steps=steps.set_z_index(4),
            factors=[
                _beside(
                    pen, f"$times {ratio:.2f}$", steps.corners(k)[1:].mean(axis=0) + 0.18 * RIGHT
                )
                for k, ratio in enumerate(ratios)
            ],
            falls=[
                _beside(
                    pen,
                    f"$-{-np.log(ratio):.2f}$",
                    views.places(lab.thickness_mm[k + 1], lab.rate[k], LOGARITHM)[0]
                    + np.array([0.16, 0.1, 0.0]),
                )
                for k, ratio in enumerate(ratios)
            ],
            law=Law(views, fit, float(lab.thickness_mm.max()), theme.ink).set_z_index(5),
            slope=Placed(
                pen.formula(f'mu = {mu} "per mm"'),
                np.array([views.box(LOGARITHM).right - 0.1, views.box(LOGARITHM).top - 0.25, 0.0]),
                RIGHT,
            ),
            halves=halves.set_z_index(6),
            ln_2=Placed(pen.formula("ln 2", theme.photon), np.zeros(3), LEFT),
            x_h=Placed(pen.formula("x_h", theme.photon), np.zeros(3), UP),
            answer=Placed(
                pen.formula(f'photon(x_h) = (photon(ln 2)) / mu = photon({half} "mm")'),
                np.array([views.box(LOGARITHM).right - 0.1, views.box(LOGARITHM).top - 0.45, 0.0]),
                RIGHT,
            ),
            shares=[
                Placed(pen.formula(f"photon(1 slash {2**k})", size=SMALLEST), np.zeros(3), LEFT)
                for k in range(1, HALVINGS + 1)
            ],
            lead_names=(_lead_name(pen, "1 mm"), _lead_name(pen, f"{half} mm")),
        )


def _beside(pen: Pen, text: str, place: NDArray[np.float64]) -> Placed:
    return Placed(pen.sentence(text, size=SMALLEST), place, LEFT)


def _background(lab: Lab) -> float:
    """Return the rate that the detector counts without a source."""
    counts, seconds = lab.background or (1.0, 1.0)
    return max(1.0, counts / seconds)


def _background_level(views: Views, lab: Lab, theme: Theme) -> VMobject:
    """Return a dashed line at the rate that is counted without a source."""
    box = views.box(LOGARITHM)
    height = float(views.places(0.0, _background(lab), LOGARITHM)[0, 1])
    starts = np.arange(box.left, box.right, 2 * DASH)
    level = VMobject(stroke_color=theme.muted, stroke_width=BOLD)
    level.points = polylines(
        np.array([[(x, height, 0.0), (min(x + DASH, box.right), height, 0.0)] for x in starts])
    )
    return level


def _lead_name(pen: Pen, text: str) -> Placed:
    return Placed(pen.sentence(text, pen.theme.muted), np.array([0.0, LEAD_NAME_HEIGHT, 0.0]))
