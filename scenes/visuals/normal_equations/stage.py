"""Everything that NormalEquations shows, built before its first frame."""

from dataclasses import dataclass

import numpy as np
from manim import LEFT, VGroup, VMobject
from numpy.typing import NDArray

from core.fits.line import LineFit, fit_line
from core.landscape.squared import ResidualLandscape
from core.palette import Theme
from core.tables.dataset import Dataset
from scenes.visuals.normal_equations import derivation, layout
from scenes.visuals.normal_equations.balance import Balance
from scenes.visuals.normal_equations.balances import balances
from scenes.visuals.normal_equations.change import Change
from scenes.visuals.normal_equations.epsilon import Epsilon
from scenes.visuals.normal_equations.leaning import NEARER, SHIFTED, SMALL_TURN, TURNED, Leaning
from scenes.visuals.normal_equations.levers import Levers
from scenes.visuals.normal_equations.rows import Pair, axis
from scenes.visuals.normal_equations.running_sums import RunningSums
from scenes.visuals.normal_equations.strips import Strips, few
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
MEAN_RADIUS = 0.12


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
    few: NDArray[np.bool_]
    strips: Strips
    mean: Marker
    cut: list[Marker]
    leaning: Leaning
    small_turn: float
    turns: Change
    levers: Levers
    first: Balance
    second: Balance
    epsilon: Epsilon
    gradient: Pair
    mean_row: Formula
    multiplied: Pair
    split: Pair
    letters_below_sums: Pair
    letters: Pair
    marks: VGroup
    factor: Formula
    minus: Formula
    strikes: VGroup
    zero: Formula
    alone: Formula
    times: Formula
    free: Formula
    slope: Formula
    from_mean: Formula
    intercept: Formula
    slope_value: Formula
    intercept_value: Formula

    @property
    def drawn(self) -> tuple[VMobject, ...]:
        """What is drawn in the chart while the sums are solved."""
        return self.residuals, self.line, self.points, self.mean

    @property
    def shifting(self) -> tuple[VMobject, ...]:
        """What moves when the line is shifted, besides squares and balance."""
        return self.residuals, self.line, self.epsilon.number

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
    )
    leaning = Leaning(ResidualLandscape.of(data.x, data.y), (TURNED, SHIFTED))
    start = leaning.now
    squares = Squares(chart, data.x, data.y, start, theme)
    residuals = Residuals(chart, data.x, data.y, start, theme)
    line = StraightLine(chart, *start, theme.ink)
    points = Points(chart, data.x, data.y, theme, radius=0.1)
    mean = Marker(
        chart,
        float(data.x.mean()),
        float(data.y.mean()),
        theme.ink,
        theme,
        radius=MEAN_RADIUS,
    )
    turns = Change(chart, data.x, start, theme.slope)
    first, second = balances(pen, chart, data, leaning)
    chosen, strips = _strips(chart, data, leaning, theme)
    epsilon = Epsilon(pen, leaning.landscape, start, layout.EPSILON, WIDE_ROW)
    leaning.parts += [residuals, line, squares, strips, turns, first, second, epsilon]
    drawn = (squares, strips.squares, strips, residuals, turns, line, points, mean)
    for k, part in enumerate(drawn, start=1):
        part.set_z_index(k)
    for balance in (first, second):
        balance.set_z_index(1)
    summing = Summing(pen, chart, sums, (layout.SUMS_LEFT, layout.SUMS_TOP), layout.SUMS_PITCH)
    for part in summing.moving:
        part.set_z_index(1)
    split = Pair(_row(pen, derivation.SPLIT)).put(layout.BELOW)
    letters = Pair(_row(pen, derivation.LETTERS)).put(layout.APART)
    minus = _row(pen, derivation.MINUS, layout.BETWEEN, size=WIDE_ROW)
    zero = pen.formula("0", size=WIDE_ROW)
    gradient = Pair(_row(pen, derivation.GRADIENT, layout.GRADIENT, layout.HALF_MIDDLE, WIDE_ROW))
    multiplied = Pair(_row(pen, derivation.MULTIPLIED)).put(layout.BELOW)
    for row in (gradient, multiplied):
        # A demand: its beam is not level yet.
        row.select("z1").set_color(theme.muted)
    return Stage(
        best=best,
        sums=sums,
        chart=chart,
        summing=summing,
        points=points,
        line=line,
        residuals=residuals,
        squares=squares,
        few=chosen,
        strips=strips,
        mean=mean,
        cut=_cut(chart, best, theme),
        leaning=leaning,
        small_turn=leaning.landscape.slope_reach(SMALL_TURN),
        turns=turns,
        levers=Levers(pen, chart, data.x, data.y),
        first=first,
        second=second,
        epsilon=epsilon,
        gradient=gradient,
        mean_row=_row(pen, derivation.MEAN, layout.MEAN, layout.HALF_MIDDLE, WIDE_ROW),
        multiplied=multiplied,
        split=split,
        letters_below_sums=_letters(pen, split),
        letters=letters,
        marks=_marks(letters, theme),
        factor=_factor(pen, letters),
        minus=minus,
        strikes=_strikes(pen, minus, ("r2", "g")),
        zero=zero.next_to(minus.select("b"), LEFT, buff=0.08).set_y(axis(minus)),
        alone=_row(pen, derivation.ALONE, layout.BETWEEN),
        times=_row(pen, derivation.TIMES, layout.ALONE),
        free=_row(pen, derivation.FREE, layout.FREE),
        slope=_row(pen, derivation.SLOPE, layout.RESULT),
        from_mean=_row(pen, derivation.FROM_MEAN, layout.FROM_MEAN, layout.HALF_MIDDLE),
        intercept=_row(pen, derivation.INTERCEPT, layout.INTERCEPT, layout.HALF_MIDDLE),
        slope_value=_value(pen, "slope", best.slope),
        intercept_value=_value(pen, "intercept", best.intercept),
    )


def _strips(
    chart: Chart, data: Dataset, leaning: Leaning, theme: Theme
) -> tuple[NDArray[np.bool_], Strips]:
    """Return which squares are looked at when the line is shifted, and their strips."""
    line = leaning.line(TURNED, NEARER)
    chosen = few(Squares(chart, data.x, data.y, line, theme))
    squares = Squares(chart, data.x[chosen], data.y[chosen], line, theme)
    return chosen, Strips(squares, theme)


def _cut(chart: Chart, best: LineFit, theme: Theme) -> list[Marker]:
    """Return the dot that goes along the line to where it has the height b, if x = 0 is shown."""
    if not chart.x_scale.low <= 0 <= chart.x_scale.high:
        return []
    mean = best.x_mean, best.slope * best.x_mean + best.intercept
    dot = Marker(chart, *mean, theme.intercept, theme, radius=MEAN_RADIUS)
    dot.set_z_index(9)
    return [dot]


def _marks(letters: Pair, theme: Theme) -> VGroup:
    """Return a level beam before each row: which balance it makes level."""
    marks = VGroup()
    for name, colour in (("e1", theme.slope), ("e2", theme.intercept)):
        height, end = letters.select(name).get_center()[1], letters.get_left()[0] - 0.4
        mark = VMobject(stroke_color=colour, stroke_width=BOLD)
        mark.points = polylines(np.array([[(end - 0.7, height, 0.0), (end, height, 0.0)]]))
        marks.add(mark)
    return marks


def _factor(pen: Pen, letters: Pair) -> Formula:
    """Return what row 1 is taken times, behind it."""
    factor = pen.formula(derivation.FACTOR, size=BOARD)
    place = float(letters.get_right()[0]) + 0.9, axis(letters, "1")
    return factor.move_to((*place, 0.0))


def _row(
    pen: Pen,
    source: str,
    height: float = 0.0,
    middle: float = layout.MIDDLE,
    size: float = BOARD,
) -> Formula:
    return pen.formula(source, size=size).move_to((middle, height, 0.0))


def _letters(pen: Pen, split: Pair) -> Pair:
    """Return the equations in letters, each letter below its sum once ``split`` has moved up."""
    letters = Pair(_row(pen, derivation.LETTERS)).put(layout.BELOW)
    for name in letters.parts:
        glyphs, above = letters.select(name), split.select(name)
        glyphs.shift((float(above.get_center()[0] - glyphs.get_center()[0]), 0.0, 0.0))
    return letters


def _value(pen: Pen, name: str, value: float) -> Formula:
    """Return what follows a result: "= " and its number."""
    digits = FixedFormat.for_range(-abs(value), abs(value), steps=DIGITS).write(value).strip()
    return pen.formula(f"= {name}({digits.replace('×10^', ' times 10^')})", size=BOARD)


def _strikes(pen: Pen, minus: Formula, parts: tuple[str, str]) -> VGroup:
    strikes = VGroup()
    for name in parts:
        part = minus.select(name)
        low, high = part.get_corner((-1, -1, 0)), part.get_corner((1, 1, 0))
        strike = VMobject(stroke_color=pen.theme.ink, stroke_width=BOLD)
        strike.points = polylines(np.array([[low, high]]))
        strikes.add(strike)
    return strikes
