"""Everything that HalfThickness has on stage."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import LEFT, RIGHT, UP
from numpy.typing import NDArray

from core.attenuation.fit import GROSS_OVER_BACKGROUND, AttenuationFit
from core.attenuation.lab import Lab
from core.palette import Theme
from scenes.visuals.half_thickness.bench import Bench
from scenes.visuals.half_thickness.rates import Bars, Law, Steps, Tops, halvings
from scenes.visuals.half_thickness.views import LOGARITHM, RATE, Views
from scenes.visuals.plot.curve import Hatching
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import FORMULA, PICTURE, SMALLEST, Box

WHOLE_BENCH = Box(PICTURE.left + 0.1, PICTURE.bottom + 0.1, PICTURE.width - 0.2, 5.9)
STRIP_HEIGHT = 1.95
STRIP = Box(PICTURE.left + 0.1, PICTURE.top - STRIP_HEIGHT, PICTURE.width - 0.2, STRIP_HEIGHT)
BELOW = Box(PICTURE.left, PICTURE.bottom, PICTURE.width, PICTURE.height - STRIP_HEIGHT - 0.15)
NAMED_STEPS = 3
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
    floor: Hatching
    steps: Steps
    factors: list[Placed]
    law: Law
    slope: Placed
    halves: Steps
    ln_2: Placed
    x_h: Placed
    answer: Placed
    shares: list[Placed]

    @classmethod
    def of(cls, lab: Lab, pen: Pen, mu: str, half: str) -> Self:
        """Build the stage for ``lab``; ``mu`` and ``half`` are the numbers as they are quoted."""
        theme, fit = pen.theme, lab.fit("article")
        views = Views.of(pen, PICTURE, BELOW, lab.thickness_mm, lab.rate)
        used = fit.used
        halves = Steps(views, *halvings(fit, HALVINGS), theme.ink, down_first=True)
        steps = Steps(views, lab.thickness_mm[used], lab.rate[used], theme.ink).set_view(RATE)
        return cls(
            lab=lab,
            fit=fit,
            mu=mu,
            half=half,
            bench=Bench(WHOLE_BENCH, fit.mu_per_mm, theme).set_lead(1.0, 0.2),
            views=views,
            bars=Bars(views, lab.thickness_mm, lab.rate, theme.photon).set_z_index(1),
            tops=Tops(
                views, lab.thickness_mm, lab.rate, theme.photon, theme.background
            ).set_z_index(6),
            left_out=Tops(
                views, lab.thickness_mm[~used], lab.rate[~used], theme.muted, theme.background
            ).set_z_index(7),
            floor=_floor(views, lab, theme).set_z_index(3),
            steps=steps.set_z_index(4),
            factors=[
                _beside(pen, rf"$times {after / before:.2f}$", steps.corners(k)[1:].mean(axis=0))
                for k, (before, after) in enumerate(
                    zip(lab.rate[:NAMED_STEPS], lab.rate[1 : NAMED_STEPS + 1], strict=True)
                )
            ],
            law=Law(views, fit, float(lab.thickness_mm.max()), theme.ink).set_z_index(5),
            slope=Placed(
                pen.formula(f'mu = {mu} "per mm"'),
                np.array([views.box(LOGARITHM).right - 0.1, views.box(LOGARITHM).top - 0.25, 0.0]),
                RIGHT,
            ),
            halves=halves.set_z_index(6),
            ln_2=Placed(pen.formula("ln 2", size=FORMULA), np.zeros(3), LEFT),
            x_h=Placed(pen.formula("x_h", size=FORMULA), np.zeros(3), UP),
            answer=Placed(
                pen.formula(f'x_h = (ln 2) / mu = {half} "mm"', size=FORMULA),
                np.array([views.box(LOGARITHM).right - 0.1, views.box(LOGARITHM).top - 0.45, 0.0]),
                RIGHT,
            ),
            shares=[
                Placed(pen.formula(f"1 slash {2**k}", size=SMALLEST), np.zeros(3), LEFT)
                for k in range(1, HALVINGS + 1)
            ],
        )


def _beside(pen: Pen, text: str, place: NDArray[np.float64]) -> Placed:
    return Placed(pen.sentence(text, size=SMALLEST), place + 0.18 * RIGHT, LEFT)


def _floor(views: Views, lab: Lab, theme: Theme) -> Hatching:
    """Hatch what is below the rate that the article's rule still trusts."""
    counts, seconds = lab.background or (0.0, 1.0)
    least = max(1.0, GROSS_OVER_BACKGROUND * counts / seconds)
    box, top = views.box(LOGARITHM), float(views.places(0.0, least, LOGARITHM)[0, 1])
    return Hatching(Box(box.left, box.bottom, box.width, top - box.bottom), theme)
