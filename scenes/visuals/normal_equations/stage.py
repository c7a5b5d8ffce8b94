"""Everything that NormalEquations shows, built before its first frame."""

from dataclasses import dataclass

import numpy as np
from manim import VGroup, VMobject

from core.fits.line import LineFit, fit_line
from core.landscape.squared import ResidualLandscape
from core.tables.dataset import Dataset
from scenes.visuals.normal_equations import derivation, layout
from scenes.visuals.normal_equations.bowl import Bowl
from scenes.visuals.normal_equations.derivation import Elimination
from scenes.visuals.normal_equations.running_sums import RunningSums
from scenes.visuals.normal_equations.summing import Summing
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Marker
from scenes.visuals.plot.regression import Points, Residuals, Squares, StraightLine
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.fitted import fitted
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD

BOARD, WIDE_ROW = 50, 45
# How many parts of a result are told apart: three digits.
DIGITS = 2000
# Where the ball starts: its place in the bowl.
START = (-0.73, -1.71)


@dataclass(frozen=True)
class Rows:
    """The formulas that leave one unknown alone, in their places, and what is struck out."""

    way: Elimination
    minus: Formula
    strikes: VGroup
    zero: Formula
    alone: Formula
    times: Formula
    free: Formula
    result: Formula
    value: Formula


@dataclass(frozen=True)
class Stage:
    """The parts of the film."""

    best: LineFit
    sums: RunningSums
    chart: Chart
    summing: Summing
    points: Points
    line: StraightLine
    residuals: Residuals
    squares: Squares
    mean: Marker
    bowl: Bowl
    epsilon: Formula
    gradient: Formula
    multiplied: Formula
    split: Formula
    letters_below_sums: Formula
    letters: Formula
    slope: Rows
    intercept: Rows

    @property
    def drawn(self) -> tuple[VMobject, ...]:
        """What is drawn in the chart while the ball rolls."""
        return self.squares, self.residuals, self.line, self.points

    def show(self, u: float, v: float) -> None:
        """Put the ball at a place of the bowl and draw its line."""
        self.bowl.set_ball(u, v)
        line = self.bowl.line(u, v)
        for part in (self.squares, self.residuals, self.line):
            part.set_line(*line)


def build_stage(data: Dataset, pen: Pen) -> Stage:
    """Return the stage for ``data``."""
    theme, sums, best = pen.theme, RunningSums(data.x, data.y), fit_line(data.x, data.y)
    chart = Chart(
        pen,
        layout.LARGE,
        Scale.around(data.x, 0.08),
        Scale.around(data.y, 0.2),
        titles=(
            fitted(pen, data.x_label, layout.INSET.width, theme.muted),
            fitted(pen, data.y_label, layout.INSET.width, theme.muted),
        ),
        ticks=(5, 4),
        ticks_from=4.4,
    )
    bowl = Bowl(pen, layout.BOWL_HALF, ResidualLandscape.of(data.x, data.y)).set_ball(*START)
    start = bowl.line(*START)
    squares = Squares(chart, data.x, data.y, start, theme)
    residuals = Residuals(chart, data.x, data.y, start, theme)
    line = StraightLine(chart, *start, theme.ink)
    points = Points(chart, data.x, data.y, theme, radius=0.1)
    mean = Marker(chart, float(data.x.mean()), float(data.y.mean()), theme.ink, theme)
    for k, part in enumerate((squares, residuals, line, points, mean), start=1):
        part.set_z_index(k)
    for part in bowl.moving:
        part.set_z_index(2)
    split = _row(pen, derivation.SPLIT, layout.BELOW)
    summing = Summing(pen, chart, sums, (layout.SUMS_LEFT, layout.SUMS_TOP), layout.SUMS_PITCH)
    for part in summing.moving:
        part.set_z_index(1)
    return Stage(
        best,
        sums,
        chart,
        summing,
        points,
        line,
        residuals,
        squares,
        mean,
        bowl,
        _row(pen, derivation.EPSILON, layout.EPSILON),
        _row(pen, derivation.GRADIENT, layout.GRADIENT),
        _row(pen, derivation.MULTIPLIED, layout.MULTIPLIED),
        split,
        _letters(pen, split),
        _row(pen, derivation.LETTERS, layout.PAIR),
        _rows(pen, derivation.SLOPE, best, layout.SLOPE_RESULT),
        _rows(pen, derivation.INTERCEPT, best, layout.INTERCEPT_RESULT),
    )


def _row(
    pen: Pen, source: str, height: float, middle: float = layout.MIDDLE, size: float = BOARD
) -> Formula:
    return pen.formula(source, size=size).move_to((middle, height, 0.0))


def _letters(pen: Pen, split: Formula) -> Formula:
    """Return the equations in letters, each letter below its sum once ``split`` has moved up."""
    letters = _row(pen, derivation.LETTERS, layout.BELOW)
    for name in letters.parts:
        glyphs, above = letters.select(name), split.select(name)
        glyphs.shift((float(above.get_center()[0] - glyphs.get_center()[0]), 0.0, 0.0))
    return letters


def _rows(pen: Pen, way: Elimination, best: LineFit, middle: float) -> Rows:
    minus = _row(pen, way.minus, layout.MINUS, size=WIDE_ROW)
    zero = pen.formula("0", size=WIDE_ROW).move_to(minus.select("gone"))
    for_slope = way is derivation.SLOPE
    name, value = ("slope", best.slope) if for_slope else ("intercept", best.intercept)
    result = _row(pen, way.result, layout.RESULT, middle)
    digits = FixedFormat.for_range(-abs(value), abs(value), steps=DIGITS).write(value).strip()
    return Rows(
        way,
        minus,
        _strikes(pen, minus, ("r2" if for_slope else "r1", "g")),
        zero,
        _row(pen, way.alone, layout.ALONE),
        _row(pen, way.times, layout.ALONE),
        _row(pen, way.free, layout.ALONE),
        result,
        pen.formula(f"= {name}({digits.replace('×10^', ' times 10^')})", size=BOARD),
    )


def _strikes(pen: Pen, minus: Formula, parts: tuple[str, str]) -> VGroup:
    strikes = VGroup()
    for name in parts:
        part = minus.select(name)
        low, high = part.get_corner((-1, -1, 0)), part.get_corner((1, 1, 0))
        strike = VMobject(stroke_color=pen.theme.ink, stroke_width=BOLD)
        strike.points = polylines(np.array([[low, high]]))
        strikes.add(strike)
    return strikes
