"""Everything that HalfThickness has on stage."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import RIGHT, VMobject
from numpy.typing import NDArray

from core.attenuation.example import MEASUREMENT, PUBLISHED, radiation_numbers
from core.attenuation.fit import AttenuationFit
from core.attenuation.lab import Lab
from core.attenuation.lab_table import read_lab
from core.photons.chance import depths_by_chance
from scenes.settings import FilmSettings
from scenes.visuals.half_thickness.axes import CROWN, Axes
from scenes.visuals.half_thickness.bars.crossing import Crossing
from scenes.visuals.half_thickness.bars.halving_gap import HalvingGap
from scenes.visuals.half_thickness.bars.marks import Marks
from scenes.visuals.half_thickness.bars.shrinking import Shrinking
from scenes.visuals.half_thickness.bars.steps import Factor, Steps, falls
from scenes.visuals.half_thickness.beam.bench import Bench
from scenes.visuals.half_thickness.beam.block import Block
from scenes.visuals.half_thickness.beam.layout import NAME_HEIGHT, Layout, whole
from scenes.visuals.half_thickness.beam.photons import PHOTONS
from scenes.visuals.half_thickness.beam.piles import Piles
from scenes.visuals.half_thickness.beam.race import Race
from scenes.visuals.half_thickness.beam.repeats import SHOTS, Repeats
from scenes.visuals.half_thickness.beam.twice import Twice
from scenes.visuals.half_thickness.counted import counted
from scenes.visuals.half_thickness.length import Length
from scenes.visuals.half_thickness.line.halves import Halves
from scenes.visuals.half_thickness.line.halving import Half
from scenes.visuals.half_thickness.line.misses import Fitting
from scenes.visuals.half_thickness.line.near import Near
from scenes.visuals.half_thickness.own_table import shown_lab
from scenes.visuals.half_thickness.rates import SAMPLES, Bars, Law, Tops
from scenes.visuals.half_thickness.views import (
    FEW,
    FEW_SHEETS,
    FULL,
    HALF,
    HALVES_RIGHT,
    STRETCHED,
    Views,
)
from scenes.visuals.plot.chart import ROW
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST

QUOTED = "#.3g"  # the digits of mu and of the half thickness
SHEET_SEED = 1917  # by chance about as many get through as on the average
BET_ACROSS = 5.72
TILT = -0.4  # of mu: so much more than it should the line falls at first
AROUND = 0.2  # above and below the line where it is tilted most, in logarithms


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
    half_name: Length
    twice: Twice
    bet: Placed
    views: Views
    axes: Axes
    piles: Piles
    bars: Bars
    credit: list[Placed]
    shrinking: Shrinking
    steps: Steps
    marks: Marks  # on the axis that is stretched
    gap: HalvingGap | None  # on them, where each is half of the one above
    drops: list[VMobject]  # of the first steps, once the axis is stretched
    factors: list[Factor]
    half_step: Half
    law: Law
    curve: Law  # over the tops of the bars
    crossing: Crossing  # of that and one half
    fitting: Fitting
    tops: Tops
    near: Near
    halves: Halves
    block: Block
    share: str  # that each sheet leaves
    beam: list[Placed]  # which photons this lead halves, if that is known

    @property
    def sheet_mm(self) -> float:
        """Return the thickness of one sheet."""
        return float(self.lab.thickness_mm[1])

    @property
    def by_mm(self) -> str:
        """Return what lead is added by, in one word."""
        return self.by_sheet("mm", "sheet")

    def by_sheet(self, one_mm: str, other: str) -> str:
        """Return what is said of sheets: ``one_mm`` where they are a millimetre thick."""
        return one_mm if self.sheet_mm == 1 else other

    @property
    def last_sheets(self) -> float:
        """Return the half thickness in sheets."""
        return self.fit.half_thickness_mm / self.sheet_mm

    @property
    def read_off(self) -> tuple[VMobject, ...]:
        """Return what the half thickness was read off by, but axes, line and step."""
        return (*self.near.read_off, *self.half_step.parts, self.tops)

    @property
    def halved(self) -> tuple[VMobject, ...]:
        """Return what shows that the step halves anywhere, but axes and line."""
        near = self.near
        return self.halves, near.step, near.sizes.fall_name

    @property
    def rivals(self) -> str:
        """Tell what is shot at again and again."""
        each = "with each plate" if len(self.repeats.heaps) > 1 else "like this"
        return f"{SHOTS} shots {each}: dots tell how many arrive."

    @property
    def more(self) -> str:
        """Tell how many plates come after the first few."""
        more = self.steps.number - FEW_SHEETS
        plates = "One more plate" if more == 1 else f"{counted(more).capitalize()} more plates"
        return f"{plates}, up to {self.steps.x[-1]:g} mm."

    @property
    def starts(self) -> str:
        """Tell what the line starts with, and why that is not what the first dot has."""
        dots, start = counted(self.tops.x.size), self.half_step.shares[0]
        return f'It heeds all {dots} dots, so it starts at $photon({start} "%")$.'

    @property
    def verdict(self) -> str:
        """Tell which lead halves on average."""
        wins = "wins" if len(self.repeats.heaps) > 1 else "wins the bet"
        return f"On average {self.half} mm {wins}."

    @property
    def quarter(self) -> str:
        """Tell how many of the last shot get through twice as much lead, beside the average."""
        through = np.count_nonzero(self.repeats.depths[-1] > 2 * self.last_sheets)
        average = PHOTONS // 4
        if through == average:
            return f"{through}: by chance just the average."
        return f"{through} this time, {average} on average."

    @property
    def bent(self) -> str:
        """Tell on which side of the guess the bars come down to one half."""
        later = self.crossing.x > self.half_step.ruler.half_mm
        return f"But the bars bend: half comes {'later' if later else 'sooner'}."

    @classmethod
    def shown(cls, settings: FilmSettings, pen: Pen) -> Self:
        """Build it for the article's lab, or for that of a user's own."""
        if settings.shows_the_article:
            lab = read_lab(MEASUREMENT)
            return cls.of(lab, lab.fit("article"), pen, PUBLISHED)
        return cls.of(*shown_lab(settings), pen)

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

        pivot = float(x[used].mean())
        views = Views.of(
            pen,
            x,
            rate,
            int(np.flatnonzero(used)[-1]) + 1,
            mu_per_mm=fit.mu_per_mm,
            room=abs(TILT) * fit.mu_per_mm * pivot + AROUND,
        )
        mu_per_sheet = fit.mu_per_mm * sheet
        share = float(np.exp(-mu_per_sheet))
        first_shot, last_shot = whole(), whole(fit.half_thickness_mm / sheet)
        energy = radiation_numbers(fit)["energy"]["quoted"] if published else None
        depths = depths_by_chance(mu_per_sheet, PHOTONS, SHEET_SEED)
        bench = Bench(first_shot, depths, theme)
        race = Race.of(pen, bench, mu_per_sheet)
        piles = Piles(views, depths, race.fresh, theme, _counts(lab))
        few = slice(FEW_SHEETS + 1)
        few_mm = float(x[few].max())
        bars = Bars(views, x[few], rate[few], piles.left, theme.photon).set_z_index(1)
        steps = Steps(views, FEW, x[used], rate[used], theme.slope).set_z_index(4)
        marks = Marks(steps, theme.muted).set_z_index(1)
        half_step = Half.of(pen, views, x, rate, law)
        gap = HalvingGap(pen, views).set_z_index(5)
        near = Near.of(pen, views, fit, law, (mu, half), guess_mm=half_step.ruler.half_mm)
        x_h = fit.half_thickness_mm
        halves = Halves(pen, views, x_h, law).set_z_index(2)
        block = Block(pen, near, views, halves.end, bench)
        far = np.linspace(0.0, max(float(x.max()), HALVES_RIGHT * x_h), SAMPLES)
        between = np.linspace(0.0, few_mm, SAMPLES)
        over_tops = np.exp(np.interp(between, x[few], np.log(rate[few])))
        ruler = half_step.ruler
        guessed = float(views.places(ruler.half_mm, HALF, STRETCHED)[0, 0])
        against = None if ruler.half == half else ruler.half_mm / sheet
        line = Law(views, far, law(far), pivot, theme.ink).set_z_index(5)
        return cls(
            lab=lab,
            fit=fit,
            rate=rate,
            mu=mu,
            half=half,
            bench=bench,
            race=race,
            last_shot=last_shot,
            repeats=Repeats(pen, bench, mu_per_sheet, named=(half, ruler.half), against=against),
            lead_name=_name(pen, f"{sheet:g} mm", (0.0, NAME_HEIGHT)),
            half_name=block.name_at_last(pen),
            twice=Twice(pen, last_shot, half, last_shot.sheet * x_h / sheet).set_z_index(3),
            bet=Placed(pen.sentence("bet: 50"), np.array([BET_ACROSS, first_shot.row, 0.0])),
            views=views,
            axes=Axes(views, theme.muted),
            piles=piles,
            bars=bars,
            credit=_credit(pen, lab, views, published),
            shrinking=Shrinking(bars, share, theme.ink).set_z_index(3),
            steps=steps,
            marks=marks,
            gap=gap if gap.fits(guessed) else None,
            drops=falls(steps, FEW_SHEETS, STRETCHED),
            factors=_factors(pen, steps, rate[1 : FEW_SHEETS + 1] / rate[:FEW_SHEETS]),
            half_step=half_step,
            law=line,
            crossing=Crossing(views, x[few], rate[few], theme.photon).set_z_index(6),
            curve=Law(views, between, over_tops, 0.0, theme.photon).set_view(FEW).set_z_index(5),
            fitting=Fitting.of(line, x[used], rate[used], theme, TILT * fit.mu_per_mm),
            tops=Tops(
                views, x[used], rate[used], few_mm, colours=(theme.point, theme.background)
            ).set_z_index(6),
            near=near,
            halves=halves,
            block=block.set_z_index(8),
            share=f"{share:.2f}",
            beam=[_name(pen, f"{energy} keV", (first_shot.sent_at, NAME_HEIGHT))] if energy else [],
        )


def _factors(pen: Pen, steps: Steps, shares: NDArray[np.float64]) -> list[Factor]:
    """Return what is written beside each of the first steps: the share that it leaves."""
    formulas = (pen.formula(f"slope(times {one:.3f})", size=SMALLEST) for one in shares)
    return [Factor(formula, steps, k) for k, formula in enumerate(formulas)]


def _counts(lab: Lab) -> NDArray[np.float64] | None:
    """Return the counts behind few sheets, where they can be compared as they are."""
    times = lab.live_time_s[: FEW_SHEETS + 1]
    alike = lab.counts_known and not np.ptp(times)
    return np.asarray(lab.counts[: FEW_SHEETS + 1], dtype=float) if alike else None


def _credit(pen: Pen, lab: Lab, views: Views, published: str) -> list[Placed]:
    """Return what was counted, and where counts come from that nobody measured."""
    counted = f"100 % are {lab.counts[0]:,.0f} counts in {lab.live_time_s[0]:g} s"
    lines = [counted] if lab.counts_known else []
    if lab.reconstructed:
        lines.append("reconstructed" + (f" after {published}" if published else ""))
    box = views.box(FEW)
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
