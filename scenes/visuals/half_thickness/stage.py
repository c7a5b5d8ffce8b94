"""Everything that HalfThickness has on stage."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import LEFT, RIGHT, VMobject
from numpy.typing import NDArray

from core.attenuation.example import radiation_numbers
from core.attenuation.fit import AttenuationFit
from core.attenuation.lab import Lab
from core.photons.chance import depths_by_chance
from scenes.visuals.half_thickness.axes import CROWN, Axes
from scenes.visuals.half_thickness.background import Background
from scenes.visuals.half_thickness.bench import Bench
from scenes.visuals.half_thickness.half_stairs import HalfStairs
from scenes.visuals.half_thickness.halving import Half
from scenes.visuals.half_thickness.layout import NAME_HEIGHT, Layout, whole
from scenes.visuals.half_thickness.log_table import LogTable
from scenes.visuals.half_thickness.near import Near
from scenes.visuals.half_thickness.photons import PHOTONS
from scenes.visuals.half_thickness.race import Race
from scenes.visuals.half_thickness.rates import SAMPLES, Bars, Law, Tops
from scenes.visuals.half_thickness.repeats import Repeats
from scenes.visuals.half_thickness.steps import Column, Steps
from scenes.visuals.half_thickness.views import FULL, LOGARITHMS, RATES, Views
from scenes.visuals.plot.chart import ROW
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST

QUOTED = "#.3g"  # the digits of mu and of the half thickness
SHEET_SEED = 1917  # by chance about as many get through as on the average
BET_ACROSS = 5.75
FACTORS = 2  # that are written
COLUMN_AT = -0.6  # sheets: between the first bar and the fall to one half


@dataclass(frozen=True)
class Stage:
    """The bench, the rates in their views, and what is written beside them."""

    lab: Lab
    fit: AttenuationFit
    rate: NDArray[np.float64]  # in per cent of that without lead
    mu: str
    half: str
    bench: Bench
    race: Race
    last_shot: Layout
    repeats: Repeats
    lead_name: Placed
    half_name: Placed
    bet: Placed
    views: Views
    axes: Axes
    bars: Bars
    credit: list[Placed]
    steps: Steps
    column: Column
    log_table: LogTable
    factors: list[Placed]
    half_step: Half
    half_walk: Steps  # down the whole line
    each: Placed
    law: Law
    tops: Tops
    background: Background
    near: Near
    half_stairs: HalfStairs
    beam: list[Placed]  # which photons this lead halves, if that is known

    @property
    def sheet_mm(self) -> float:
        """Return the thickness of one sheet."""
        return float(self.lab.thickness_mm[1])

    def by_sheet(self, one_mm: str, other: str) -> str:
        """Return what is said of sheets: ``one_mm`` where they are a millimetre thick."""
        return one_mm if self.sheet_mm == 1 else other

    @property
    def mean_step(self) -> tuple[VMobject, ...]:
        """Return the falls in their column, and how high they are."""
        return (self.column, self.each, *self.log_table.parts)

    @property
    def last_sheets(self) -> float:
        """Return the half thickness in sheets."""
        return self.fit.half_thickness_mm / self.sheet_mm

    @property
    def bends(self) -> bool:
        """Whether the rule of the fit leaves points out: those that the background bends up."""
        return bool((~self.fit.used).any())

    @classmethod
    def of(cls, lab: Lab, fit: AttenuationFit, pen: Pen, published: str = "") -> Self:
        """Build the stage for ``lab`` and the line that was fitted to it.

        ``published`` says where the result stands from which a lab was reconstructed.
        """
        theme = pen.theme
        mu, half = f"{fit.mu_per_mm:{QUOTED}}", f"{fit.half_thickness_mm:{QUOTED}}"
        of_100 = FULL / float(lab.rate[0])
        x, rate, used = lab.thickness_mm, of_100 * lab.rate, fit.used
        sheet = float(x[1])

        def law(depths: NDArray[np.float64]) -> NDArray[np.float64]:
            return of_100 * np.asarray(fit.transmitted_rate(depths), dtype=float)

        counts, seconds = lab.background if lab.background and not used.all() else (0.0, 1.0)
        level = of_100 * counts / seconds
        lowest = min(level or np.inf, float(rate.min()))
        start = float(law(np.zeros(1))[0])
        views = Views.of(pen, x, (lowest, float(rate.max())), (start, fit.mu_per_mm))
        mu_per_sheet = fit.mu_per_mm * sheet
        first_shot, last_shot = whole(), whole(fit.half_thickness_mm / sheet)
        energy = radiation_numbers(fit)["energy"]["quoted"] if published else None
        steps = Steps(views, RATES, x[used], rate[used], theme.slope)
        # As far as the points go down that make the line.
        halvings = int(x[used].max() / fit.half_thickness_mm)
        walked = fit.half_thickness_mm * np.arange(halvings + 1.0)
        bench = Bench(first_shot, depths_by_chance(mu_per_sheet, PHOTONS, SHEET_SEED), theme)

        far = np.linspace(0.0, float(x.max()), SAMPLES)
        return cls(
            lab=lab,
            fit=fit,
            rate=rate,
            mu=mu,
            half=half,
            bench=bench,
            race=Race.of(pen, bench, mu_per_sheet),
            last_shot=last_shot,
            repeats=Repeats(pen, last_shot, mu_per_sheet),
            lead_name=_name(pen, f"{sheet:g} mm", (0.0, NAME_HEIGHT)),
            half_name=_name(pen, f"{half} mm", (0.0, NAME_HEIGHT)),
            bet=Placed(pen.sentence("50 ?"), np.array([BET_ACROSS, first_shot.row, 0.0])),
            views=views,
            axes=Axes(views, theme.muted),
            bars=Bars(views, x, rate, theme.photon).set_z_index(1),
            credit=_credit(pen, lab, views, published),
            steps=steps.set_z_index(4),
            column=Column(steps, COLUMN_AT * sheet).set_z_index(4),
            log_table=LogTable.of(pen, views, rate),
            factors=[
                Placed(
                    pen.formula(f"slope(times {rate[k + 1] / rate[k]:.2f})", size=SMALLEST),
                    steps.corners(k)[1:].mean(axis=0) + 0.25 * RIGHT,
                    LEFT,
                )
                for k in range(FACTORS)
            ],
            half_walk=Steps(views, LOGARITHMS, walked, law(walked), theme.photon).set_z_index(7),
            half_step=Half.of(pen, views, x, law),
            each=LogTable.below(
                pen.formula(f'slope("on average" {mu_per_sheet:.2f})', size=SMALLEST), views
            ),
            law=Law(views, far, law(far), theme.ink).set_z_index(5),
            tops=Tops(views, x[used], rate[used], theme.point, theme.background).set_z_index(6),
            background=Background.of(
                pen,
                views,
                (x[~used], rate[~used]),
                level,
            ),
            near=Near.of(pen, views, fit, law, (mu, half)),
            half_stairs=HalfStairs.of(pen, views, fit.half_thickness_mm, law),
            beam=[_name(pen, f"{energy} keV", (first_shot.sent_at, NAME_HEIGHT))] if energy else [],
        )


def _credit(pen: Pen, lab: Lab, views: Views, published: str) -> list[Placed]:
    """Return what was counted, and where counts come from that nobody measured."""
    counted = f"100 % are {lab.counts[0]:,.0f} counts in {lab.live_time_s[0]:g} s"
    lines = [counted] if lab.counts_known else []
    if lab.reconstructed:
        lines.append("reconstructed" + (f" after {published}" if published else ""))
    box = views.box(RATES)
    return [
        Placed(
            pen.words(line, pen.theme.muted, SMALLEST),
            np.array([box.right, box.top + CROWN - ROW * k, 0.0]),
            RIGHT,
        )
        for k, line in enumerate(lines)
    ]


def _name(pen: Pen, text: str, place: tuple[float, float]) -> Placed:
    return Placed(pen.sentence(text, pen.theme.muted), np.array([*place, 0.0]))
