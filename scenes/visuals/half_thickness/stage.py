"""Everything that HalfThickness has on stage."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VMobject
from numpy.typing import NDArray

from core.attenuation.fit import GROSS_OVER_BACKGROUND, AttenuationFit
from core.attenuation.lab import Lab
from scenes.visuals.half_thickness.bench import Bench
from scenes.visuals.half_thickness.falling import Falling
from scenes.visuals.half_thickness.photons import PHOTONS, Depths
from scenes.visuals.half_thickness.rates import SAMPLES, Bars, Factor, Law, Level, Steps, Tops
from scenes.visuals.half_thickness.views import (
    LOGARITHM,
    NEAR_LOGARITHM,
    NEAR_RATE,
    RATE,
    Axes,
    Views,
)
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, PICTURE, SMALLEST, THIN, Box

WHOLE_BENCH = Box(PICTURE.left + 0.1, PICTURE.bottom + 0.1, PICTURE.width - 0.2, 5.9)
ABOVE_HEIGHT = 3.0
ABOVE = Box(PICTURE.left + 0.1, PICTURE.top - ABOVE_HEIGHT, PICTURE.width - 0.2, ABOVE_HEIGHT)
BELOW = Box(PICTURE.left, PICTURE.bottom, PICTURE.width, PICTURE.height - ABOVE_HEIGHT - 0.05)
QUOTED = "#.3g"  # the digits of mu and of the half thickness
NO_BACKGROUND = (0.0, 1.0)
# Factors stay on their steps where these are so high on the screen that they do not overlap.
ROOM_FOR_A_FACTOR = 0.33
NAMED_STEPS = 3
HALVINGS = 3
LEAD_NAME_HEIGHT = 2.85
# Below the axis, where a chart has the labels of its ticks.
LABEL_ROW = 0.36
# From the corner of a stair to its number: clear of the curve and of the title of the axis.
UNDER, ON = np.array([0.25, -0.05, 0.0]), np.array([0.16, 0.12, 0.0])
# Three flights of a hundred, each photon's depth by chance. With these seeds they are as far from
# one half as such flights are: the standard deviation is 5.
SEEDS = (1899, 1901, 1914)


@dataclass(frozen=True)
class Stage:
    """The bench, the rates in their views, and what is written beside them."""

    lab: Lab
    fit: AttenuationFit
    rate: NDArray[np.float64]
    mu: str
    half: str
    bench: Bench
    flights: tuple[Depths, ...]
    falling: Falling
    views: Views
    axes: Axes
    bars: Bars
    tops: Tops
    late: Tops
    left_out: Tops
    steps: Steps
    factors: list[Factor]
    falls: list[Placed]
    level: Level
    level_name: Placed
    limit: Level
    limit_name: Placed
    law: Law
    slope: Placed
    millimetre: Steps
    millimetre_names: tuple[Placed, Placed]
    halves: Steps
    ln_2: Placed
    x_h: Placed
    answer: Placed
    shares: list[Placed]
    drops: list[VMobject]
    depths: list[Placed]
    lead_names: tuple[Placed, Placed]

    @property
    def sheet_mm(self) -> float:
        """Return the thickness of one sheet."""
        return float(self.lab.thickness_mm[1])

    @property
    def bends(self) -> bool:
        """Whether the rule of the fit leaves points out: those that the background bends up."""
        return bool((~self.fit.used).any())

    @property
    def factors_stay(self) -> bool:
        """Whether there is room for the factors beside the steps of the logarithm."""
        _, corner, end = self.steps.set_view(LOGARITHM).corners(0)
        self.steps.set_view(RATE)
        return bool(corner[1] - end[1] >= ROOM_FOR_A_FACTOR)

    @classmethod
    def of(cls, lab: Lab, fit: AttenuationFit, pen: Pen) -> Self:
        """Build the stage for ``lab`` and the line that was fitted to it."""
        theme = pen.theme
        mu, half = f"{fit.mu_per_mm:{QUOTED}}", f"{fit.half_thickness_mm:{QUOTED}}"
        of_100 = PHOTONS / fit.initial_rate
        x, rate, used = lab.thickness_mm, of_100 * lab.rate, fit.used

        def law(depths: NDArray[np.float64]) -> NDArray[np.float64]:
            return of_100 * np.asarray(fit.transmitted_rate(depths), dtype=float)

        views = Views.of(pen, (PICTURE, BELOW), x, rate, fit.mu_per_mm)
        steps = Steps(views, x, rate, theme.ink).set_view(RATE)
        halving_x = fit.half_thickness_mm * np.arange(HALVINGS + 1.0)
        halves = Steps(views, halving_x, law(halving_x), theme.photon, down_first=True)
        one_mm = np.array([0.0, 1.0])
        millimetre = Steps(views, one_mm, law(one_mm), theme.slope).set_view(NEAR_LOGARITHM)
        far = np.linspace(0.0, float(x.max()), SAMPLES)
        counts, seconds = lab.background or NO_BACKGROUND
        background = of_100 * counts / seconds
        limit = GROSS_OVER_BACKGROUND * background
        whole, near = views.box(LOGARITHM), views.box(NEAR_LOGARITHM)
        top_right = np.array([whole.right - 0.1, whole.top - 0.1, 0.0])
        _, second, third = millimetre.corners(0)
        start, down, across = halves.set_view(NEAR_LOGARITHM).corners(0)
        ends = halves.set_view(NEAR_RATE)
        stairs = [ends.corners(k)[2] for k in range(HALVINGS)]
        foot = views.box(NEAR_RATE).bottom
        return cls(
            lab=lab,
            fit=fit,
            rate=rate,
            mu=mu,
            half=half,
            bench=Bench(
                WHOLE_BENCH, fit.mu_per_mm, max(float(x.max()), fit.half_thickness_mm), theme
            ).set_lead(float(x[1]), 0.2),
            flights=tuple(Depths.at_random(fit.mu_per_mm, seed) for seed in SEEDS),
            falling=Falling(theme.photon).set_z_index(7),
            views=views,
            axes=Axes(views, theme.muted),
            bars=Bars(views, x, rate, theme.photon).set_z_index(1),
            tops=Tops(views, x[used], rate[used], theme.point, theme.background).set_z_index(6),
            late=Tops(views, x[~used], rate[~used], theme.point, theme.background).set_z_index(6),
            left_out=Tops(views, x[~used], rate[~used], theme.background, theme.muted)
            .set_stroke(width=BOLD - 2)
            .set_z_index(7),
            steps=steps.set_z_index(4),
            factors=[
                Factor(pen.formula(f"times {rate[k + 1] / rate[k]:.2f}", size=SMALLEST), steps, k)
                for k in range(NAMED_STEPS)
            ],
            falls=[
                Placed(
                    pen.formula(f"{np.log(rate[k] / rate[k + 1]):.2f}", size=SMALLEST),
                    views.places(x[k + 1], rate[k], LOGARITHM)[0] + np.array([0.16, 0.22, 0.0]),
                    LEFT,
                )
                for k in range(0, 2 * NAMED_STEPS, 2)
            ],
            level=Level(views, background, theme.muted).set_z_index(3),
            level_name=Placed(
                pen.sentence("counted without a source", theme.muted, SMALLEST),
                views.places(0.0, background, LOGARITHM)[0] + np.array([0.0, 0.3, 0.0]),
                LEFT,
            ),
            limit=Level(views, limit, theme.ink).set_z_index(3),
            limit_name=Placed(
                pen.sentence(f"{GROSS_OVER_BACKGROUND:g} times that", theme.ink, SMALLEST),
                views.places(0.0, limit, LOGARITHM)[0] + np.array([0.0, 0.3, 0.0]),
                LEFT,
            ),
            law=Law(views, far, law(far), theme.ink).set_z_index(5),
            slope=Placed(pen.formula(f'slope(mu = {mu}) "per mm"'), top_right, UP + RIGHT),
            millimetre=millimetre.set_z_index(6),
            millimetre_names=(
                Placed(pen.formula('slope(1 "mm")'), second + 0.14 * UP, DOWN + RIGHT),
                Placed(pen.formula(f"slope({mu})"), (second + third) / 2 + 0.2 * RIGHT, LEFT),
            ),
            halves=halves.set_view(NEAR_LOGARITHM).set_z_index(6),
            ln_2=Placed(pen.formula("photon(ln 2)"), (start + down) / 2 + 0.22 * LEFT, RIGHT),
            x_h=Placed(pen.formula("photon(x_h)"), (down + across) / 2 + 0.16 * DOWN, UP),
            answer=Placed(
                pen.formula(
                    "photon(x_h) = photon(ln 2) / slope(mu) = "
                    f'photon({np.log(2):.3f}) / slope({mu}) = photon({half} "mm")'
                ),
                np.array([near.left + 0.25, near.bottom + 0.15, 0.0]),
                DOWN + LEFT,
            ),
            shares=[
                Placed(pen.formula(f'photon({PHOTONS / 2**k:g} "%")'), place + beside, DOWN + LEFT)
                for k, (place, beside) in enumerate(
                    zip((ends.corners(0)[0], *stairs), (UNDER, ON, ON, ON), strict=True)
                )
            ],
            drops=[_drop(place, foot, theme.photon) for place in stairs],
            depths=[
                Placed(
                    pen.formula(f"photon({depth:.2f})", size=SMALLEST),
                    np.array([place[0], foot - LABEL_ROW, 0.0]),
                )
                for place, depth in zip(stairs, halving_x[1:], strict=True)
            ],
            lead_names=(_lead_name(pen, f"{x[1]:g} mm"), _lead_name(pen, f"{half} mm")),
        )


def _drop(place: NDArray[np.float64], foot: float, colour: str) -> VMobject:
    """Return a thin line from a place down to the axis."""
    drop = VMobject(stroke_color=colour, stroke_width=THIN)
    drop.points = polylines(np.array([[place, (place[0], foot, 0.0)]]))
    return drop


def _lead_name(pen: Pen, text: str) -> Placed:
    return Placed(pen.sentence(text, pen.theme.muted), np.array([0.0, LEAD_NAME_HEIGHT, 0.0]))
