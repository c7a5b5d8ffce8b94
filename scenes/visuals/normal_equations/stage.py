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
from scenes.visuals.normal_equations.epsilon import Epsilon
from scenes.visuals.normal_equations.heights import Heights, both_heights
from scenes.visuals.normal_equations.leaning import (
    BEYOND,
    NEARER,
    SHIFTED,
    SMALL_TURN,
    TURNED,
    Leaning,
)
from scenes.visuals.normal_equations.levers import Compared, Levers, two_points
from scenes.visuals.normal_equations.misses import Misses, both_misses
from scenes.visuals.normal_equations.rows import axis
from scenes.visuals.normal_equations.strips import Strips, few
from scenes.visuals.normal_equations.sums import DEFINITIONS, RunningSums, Summing
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.regression import Points, Residuals, Squares, StraightLine
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.fitted import fitted
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, RIGHT_EDGE, SMALLEST

CHANGE = "change of the miss (enlarged)"
# How many parts of a result are told apart: three digits.
DIGITS = 2000


@dataclass(frozen=True)
class Rows:
    """The formulas: what the misses sum up to, the two rows, and what is made of them."""

    of_shift: Formula
    of_turn: Formula
    change: VMobject
    strip: Formula
    marks: VGroup
    shift: Formula
    tipped: Formula
    intercept: Formula
    put_in: Formula
    free: Formula
    unsolved: Formula
    slope: Formula
    slope_value: Formula
    intercept_value: Formula


@dataclass(frozen=True)
class Turning:
    """What is seen of two points while the line turns, and by how much it does."""

    by: float
    levers: Levers
    residuals: Residuals
    strips: Strips
    compared: Compared


@dataclass(frozen=True)
class Stage:
    """The parts of the film; ``heights`` only where all heights are above 0."""

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
    leaning: Leaning
    turning: Turning
    misses: tuple[Misses, Misses]
    heights: tuple[Heights, Heights] | None
    epsilon: Epsilon
    defined: dict[str, Formula]
    rows: Rows

    @property
    def drawn(self) -> tuple[VMobject, ...]:
        """What is drawn in the chart while the line moves."""
        return self.residuals, self.line, self.points

    @property
    def shifting(self) -> tuple[VMobject, ...]:
        """What moves with the line, besides squares and columns."""
        return self.residuals, self.line, self.epsilon.number


def build_stage(data: Dataset, pen: Pen) -> Stage:
    """Return the stage for ``data``."""
    theme, sums, best = pen.theme, RunningSums(data.x, data.y), fit_line(data.x, data.y)
    leaning = Leaning(ResidualLandscape.of(data.x, data.y), (TURNED, SHIFTED))
    chart = Chart(
        pen,
        layout.LARGE,
        Scale.around(data.x, 0.08),
        _heights_shown(data, leaning),
        titles=(
            fitted(pen, data.x_label, layout.HALF.width, theme.muted),
            fitted(pen, data.y_label, layout.HALF.width, theme.muted),
        ),
        ticks=(5, 4),
    )
    start = leaning.now
    squares = Squares(chart, data.x, data.y, start, theme)
    residuals = Residuals(chart, data.x, data.y, start, theme)
    line = StraightLine(chart, *start, theme.ink)
    points = Points(chart, data.x, data.y, theme, radius=0.1)
    chosen = few(Squares(chart, data.x, data.y, leaning.line(TURNED, NEARER), theme))
    looked_at = Squares(chart, data.x[chosen], data.y[chosen], start, theme)
    strips = Strips(looked_at, theme.intercept)
    turning = _turning(pen, chart, data, leaning)
    heights = both_heights(pen, chart, data, leaning)
    misses = both_misses(pen, chart, data, leaning, heights)
    epsilon = Epsilon(pen, leaning.landscape, start, layout.EPSILON, SMALLEST)
    left = min(layout.EPSILON[0], RIGHT_EDGE - epsilon.width)
    epsilon.put(np.array([left, layout.EPSILON[1], 0.0]))
    leaning.parts += [residuals, line, squares, strips, epsilon, *misses, *(heights or ())]
    leaning.parts += [turning.residuals, turning.strips, turning.compared]
    drawn = (squares, strips.squares, strips, residuals, line, points)
    for k, part in enumerate(drawn, start=1):
        part.set_z_index(k)
    turned = turning.strips.squares, turning.strips, turning.residuals, turning.levers
    for part in (*misses, *(heights or ()), *turned, turning.compared):
        part.set_z_index(1)
    summing = Summing(pen, chart, sums, (layout.SUMS_LEFT, layout.SUMS_TOP), layout.SUMS_PITCH)
    for part in summing.moving:
        part.set_z_index(1)
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
        leaning=leaning,
        turning=turning,
        misses=misses,
        heights=heights,
        epsilon=epsilon,
        defined=_defined(pen),
        rows=_rows(pen, best),
    )


def _heights_shown(data: Dataset, leaning: Leaning) -> Scale:
    """Return a scale with room for the points, and for the lines at them: squares stay inside."""
    lines = [leaning.line(TURNED, shift) for shift in (SHIFTED, BEYOND)]
    at_points = [a * data.x + b for a, b in lines]
    low, high = data.y.min(), data.y.max()
    margin = 0.2 * float(high - low)
    return Scale.around([low - margin, high + margin, *np.ravel(at_points)], 0.01)


def _turning(pen: Pen, chart: Chart, data: Dataset, leaning: Leaning) -> Turning:
    a, b = line = leaning.line(TURNED, 0.0)
    two = two_points(data.x, data.y - (a * data.x + b))
    x, y = data.x[two], data.y[two]
    return Turning(
        by=leaning.landscape.slope_reach(SMALL_TURN),
        levers=Levers(pen, chart, x, y, b),
        residuals=Residuals(chart, x, y, line, pen.theme),
        strips=Strips(Squares(chart, x, y, line, pen.theme), pen.theme.slope),
        compared=Compared(pen, chart, x, line),
    )


def _rows(pen: Pen, best: LineFit) -> Rows:
    """Return the formulas where they stand; the values are placed behind what they are of."""

    def sum_of(source: str, height: float) -> Formula:
        one = pen.formula(source, size=SMALLEST)
        return one.move_to((layout.SUM_LEFT, height, 0.0), aligned_edge=LEFT)

    def row(source: str, height: float) -> Formula:
        one = pen.formula(source, size=SMALLEST)
        return one.shift((layout.ROW_LEFT - one.get_left()[0], height - axis(one), 0.0))

    above_bars = layout.COMPARED.middle[0], layout.ABOVE_BARS, 0.0
    return Rows(
        of_shift=sum_of(derivation.OF_SHIFT, layout.OF_SHIFT),
        of_turn=sum_of(derivation.OF_TURN, layout.OF_TURN),
        change=pen.words(CHANGE, size=SMALLEST).move_to(above_bars),
        strip=pen.formula(derivation.STRIP, size=SMALLEST).move_to(above_bars),
        marks=_marks(pen.theme),
        shift=row(derivation.SHIFT_ROW, layout.SHIFT_ROW),
        tipped=row(derivation.TIPPED, layout.TURN_ROW),
        intercept=row(derivation.INTERCEPT, layout.SHIFT_ROW),
        put_in=row(derivation.PUT_IN, layout.TURN_ROW),
        free=row(derivation.FREE, layout.TURN_ROW),
        unsolved=row(derivation.UNSOLVED, layout.TURN_ROW),
        slope=row(derivation.SLOPE, layout.TURN_ROW),
        slope_value=_value(pen, "slope", best.slope),
        intercept_value=_value(pen, "intercept", best.intercept),
    )


def _defined(pen: Pen) -> dict[str, Formula]:
    """Return what each of the five letters stands for."""
    return {
        letter: pen.formula(f"{letter} = {DEFINITIONS[letter]}", size=SMALLEST).move_to(
            (across, height, 0.0), aligned_edge=LEFT
        )
        for letter, (across, height) in layout.DEFINED.items()
    }


def _marks(theme: Theme) -> VGroup:
    """Return a level beam before each row: which one it makes level."""
    marks = VGroup()
    for height, colour in (
        (layout.SHIFT_ROW, theme.intercept),
        (layout.TURN_ROW, theme.slope),
    ):
        mark = VMobject(stroke_color=colour, stroke_width=BOLD)
        ends = [
            (layout.MARK_LEFT, height, 0.0),
            (layout.MARK_LEFT + layout.MARK_WIDTH, height, 0.0),
        ]
        mark.points = polylines(np.array([ends]))
        marks.add(mark)
    return marks


def _value(pen: Pen, name: str, value: float) -> Formula:
    """Return what follows a result: "= " and its number."""
    digits = FixedFormat.for_range(-abs(value), abs(value), steps=DIGITS).write(value).strip()
    return pen.formula(f"= {name}({digits.replace('×10^', ' times 10^')})", size=SMALLEST)
