"""Everything that NormalEquations shows, built before its first frame."""

from dataclasses import dataclass

import numpy as np
from manim import VGroup, VMobject

from core.fits.line import LineFit, fit_line
from core.landscape.squared import ResidualLandscape
from core.palette import Theme
from core.tables.dataset import Dataset
from scenes.visuals.normal_equations import derivation, layout
from scenes.visuals.normal_equations.balance import Balance
from scenes.visuals.normal_equations.change import Change
from scenes.visuals.normal_equations.derivation import Elimination
from scenes.visuals.normal_equations.leaning import Leaning
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
from scenes.visuals.writing.screen import BOLD, SMALLEST

BOARD, WIDE_ROW = 50, 45
# How many parts of a result are told apart: three digits.
DIGITS = 2000
# Where the line starts: turned, and shifted.
TURNED, SHIFTED = -1.2, -1.7
# Where the residuals are first weighed: shifted already, and not yet enough.
NEARER = 0.4 * SHIFTED
# How far it is turned to the other side.
OVER = 1.0
# By how much epsilon may grow when only a changes.
SMALL_TURN = 1.4


@dataclass(frozen=True)
class Rows:
    """The formulas that leave one unknown alone, in their places, and what is struck out."""

    way: Elimination
    minus: Formula
    strikes: VGroup
    zero: Formula
    alone: Formula
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
    cut: VGroup
    leaning: Leaning
    small_turn: float
    shifts: Change
    turns: Change
    first: Balance
    second: Balance
    epsilon: Formula
    gradient: Formula
    multiplied: Formula
    split: Formula
    letters_below_sums: Formula
    letters: Formula
    marks: VGroup
    slope: Rows
    times: Formula
    free: Formula
    intercept: Rows
    shared: Formula

    @property
    def drawn(self) -> tuple[VMobject, ...]:
        """What is drawn in the chart while the sums are solved."""
        return self.residuals, self.line, self.points, self.mean

    @property
    def swinging(self) -> tuple[VMobject, ...]:
        """What moves when the line turns, once both balances are there."""
        return self.residuals, self.line, self.first, self.second


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
        ticks_from=4.2,
    )
    leaning = Leaning(ResidualLandscape.of(data.x, data.y), (TURNED, SHIFTED))
    start = leaning.now
    squares = Squares(chart, data.x, data.y, start, theme)
    residuals = Residuals(chart, data.x, data.y, start, theme)
    line = StraightLine(chart, *start, theme.ink)
    points = Points(chart, data.x, data.y, theme, radius=0.1)
    mean = Marker(chart, float(data.x.mean()), float(data.y.mean()), theme.ink, theme)
    shifts = Change(chart, data.x, start, theme.intercept)
    turns = Change(chart, data.x, start, theme.slope)
    first, second = _balances(pen, chart, data, leaning)
    leaning.parts += [residuals, line, shifts, turns, first, second]
    for k, part in enumerate((squares, residuals, shifts, turns, line, points, mean), start=1):
        part.set_z_index(k)
    for balance in (first, second):
        balance.set_z_index(1)
    split = _row(pen, derivation.SPLIT, layout.BELOW)
    summing = Summing(pen, chart, sums, (layout.SUMS_LEFT, layout.SUMS_TOP), layout.SUMS_PITCH)
    for part in summing.moving:
        part.set_z_index(1)
    letters = _row(pen, derivation.LETTERS, layout.PAIR)
    intercept = _rows(pen, derivation.INTERCEPT, best, layout.INTERCEPT_RESULT)
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
        _cut(chart, best, theme),
        leaning,
        leaning.landscape.slope_reach(SMALL_TURN),
        shifts,
        turns,
        first,
        second,
        _row(pen, derivation.EPSILON, layout.EPSILON, layout.HALF_MIDDLE, WIDE_ROW),
        _row(pen, derivation.GRADIENT, layout.GRADIENT, layout.HALF_MIDDLE, WIDE_ROW),
        _row(pen, derivation.MULTIPLIED, layout.MULTIPLIED),
        split,
        _letters(pen, split),
        letters,
        _marks(letters, theme),
        _rows(pen, derivation.SLOPE, best, layout.SLOPE_RESULT),
        _row(pen, derivation.TIMES, layout.ALONE),
        _row(pen, derivation.FREE, layout.ALONE),
        intercept,
        _shared(pen, intercept),
    )


def _balances(pen: Pen, chart: Chart, data: Dataset, leaning: Leaning) -> tuple[Balance, Balance]:
    """Return the balance of the residuals, and that of the residuals times their levers."""
    theme = pen.theme
    turned = [leaning.line(turn, 0.0) for turn in (TURNED, OVER)]
    a, b = turned[0]
    steeper = a + leaning.landscape.slope_reach(SMALL_TURN), b
    first = Balance(
        chart,
        (data.x, data.y, np.ones_like(data.x)),
        [leaning.line(TURNED, NEARER), steeper, *turned],
        area=layout.FIRST,
        title=pen.formula('res("misses")', size=SMALLEST),
        colours=(theme.intercept, theme.residual, theme.muted),
    )
    # Far from 0 all levers would look alike. Where the residuals add up to 0, and only there is
    # this balance shown, levers from the mean have the same sum.
    mean = float(data.x.mean())
    near = abs(mean) <= float(np.ptp(data.x))
    second = Balance(
        chart,
        (data.x, data.y, data.x - (0.0 if near else mean)),
        turned,
        area=layout.SECOND,
        title=pen.formula('x dot res("misses")', size=SMALLEST),
        colours=(theme.slope, theme.residual, theme.muted),
        source=first,
    )
    return first, second


def _cut(chart: Chart, best: LineFit, theme: Theme) -> VGroup:
    """Return the mark where the best line has the height b, if the chart shows x = 0."""
    if not chart.x_scale.low <= 0 <= chart.x_scale.high:
        return VGroup()
    return VGroup(Marker(chart, 0.0, best.intercept, theme.intercept, theme))


def _marks(letters: Formula, theme: Theme) -> VGroup:
    """Return a level beam before each row: which balance it makes level."""
    marks = VGroup()
    for name, colour in (("e1", theme.slope), ("e2", theme.intercept)):
        height, end = letters.select(name).get_center()[1], letters.get_left()[0] - 0.4
        mark = VMobject(stroke_color=colour, stroke_width=BOLD)
        mark.points = polylines(np.array([[(end - 0.7, height, 0.0), (end, height, 0.0)]]))
        marks.add(mark)
    return marks


def _shared(pen: Pen, intercept: Rows) -> Formula:
    """Return the intercept over the slope's denominator, exactly where its result stands."""
    shared = _row(pen, derivation.SHARED, layout.RESULT, layout.INTERCEPT_RESULT)
    places = (formula.select("b").get_center() for formula in (intercept.result, shared))
    there, here = places
    return shared.shift(there - here)


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
