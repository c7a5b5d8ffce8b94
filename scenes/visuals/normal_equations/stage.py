"""Everything that NormalEquations shows, built before its first frame."""

from dataclasses import dataclass

import numpy as np
from manim import VMobject
from numpy.typing import NDArray

from core.fits.line import LineFit, fit_line
from core.tables.dataset import Dataset
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.enlarged import EnlargedSquare
from scenes.visuals.normal_equations.epsilon import Epsilon
from scenes.visuals.normal_equations.heights import Heights, both_heights
from scenes.visuals.normal_equations.in_view import InView, view_of
from scenes.visuals.normal_equations.leaning import (
    NEARER,
    NEARER_YET,
    SMALL_TURN,
    TURNED,
    Leaning,
)
from scenes.visuals.normal_equations.levers import Compared, Levers, two_points
from scenes.visuals.normal_equations.misses import Misses, both_misses
from scenes.visuals.normal_equations.one_point import OnePoint, highest_miss
from scenes.visuals.normal_equations.strips import Strips, few
from scenes.visuals.normal_equations.sums import RunningSums, Summing, met_at
from scenes.visuals.normal_equations.written import Rows, definitions, rows_of
from scenes.visuals.plot.beyond import Beyond, outside_note
from scenes.visuals.plot.chart import TICK_GAP, Chart
from scenes.visuals.plot.crowding import size_among
from scenes.visuals.plot.density import Density
from scenes.visuals.plot.regression import Points, Residuals, Squares, StraightLine
from scenes.visuals.writing.fitted import fitted
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import RIGHT_EDGE, SMALLEST

RADIUS = 0.1
NARROWER = 1.35  # by how much, at the least room that sums leave


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
    """The parts of the film; ``heights`` and ``one_point`` only where all heights are above 0."""

    best: LineFit
    sums: RunningSums
    chart: Chart
    summing: Summing
    points: Points
    marks: tuple[Beyond, ...]
    crowd: tuple[Density, ...]
    line: StraightLine
    residuals: Residuals
    squares: Squares
    few: NDArray[np.bool_]
    strips: Strips
    enlarged: EnlargedSquare
    leaning: Leaning
    turning: Turning
    misses: tuple[Misses, Misses]
    heights: tuple[Heights, Heights] | None
    one_point: OnePoint | None
    epsilon: Epsilon
    defined: dict[str, Formula]
    rows: Rows

    @property
    def everyone(self) -> tuple[VMobject, ...]:
        """All points: those in the chart, as cells where they are many, and marks at its edge."""
        return *self.crowd, self.points, *self.marks

    @property
    def all_squares(self) -> bool:
        """Whether every point in the chart has its square."""
        return not self.crowd and len(self.squares) == len(self.points.x)

    @property
    def drawn(self) -> tuple[VMobject, ...]:
        """What is drawn in the chart while the line moves."""
        return *self.crowd, self.residuals, self.line, self.points, *self.marks

    @property
    def shifting(self) -> tuple[VMobject, ...]:
        """What moves with the line, besides squares and columns."""
        return self.residuals, self.line, self.epsilon.number


def build_stage(data: Dataset, pen: Pen) -> Stage:
    """Return the stage for ``data``."""
    theme, best = pen.theme, fit_line(data.x, data.y)
    view, leaning = view_of(data)
    sums = RunningSums(data.x, data.y, met_at(view.x_scale, data.x))
    start = leaning.now
    epsilon = Epsilon(pen, leaning.landscape, start, layout.EPSILON, SMALLEST)
    left = min(layout.EPSILON[0], RIGHT_EDGE - epsilon.width)
    epsilon.put(np.array([left, layout.EPSILON[1], 0.0]))
    chart = _chart(pen, view, min(left, layout.NUMBERS_LEFT))
    x, y = view.with_squares
    squares = Squares(chart, x, y, start, theme)
    residuals = Residuals(chart, *view.missing, start, theme)
    line = StraightLine(chart, *start, theme.ink)
    size = size_among(len(view.points[0]))
    points = Points(chart, *view.points, theme, radius=RADIUS * size)
    marks, crowd = view.marks(chart, theme), view.crowd(chart, theme)
    lines = leaning.line(TURNED, NEARER), leaning.line(TURNED, NEARER_YET)
    chosen = few(Squares(chart, x, y, lines[0], theme))
    looked_at = Squares(chart, x[chosen], y[chosen], start, theme)
    strips = Strips(looked_at, theme.intercept)
    enlarged = EnlargedSquare(pen, looked_at, growing(looked_at, lines[0]), lines)
    turning = _turning(pen, chart, view, leaning)
    turned = leaning.line(TURNED, 0.0)
    heights = both_heights(pen, chart, data, leaning)
    misses = both_misses(pen, chart, data, leaning)
    one = highest_miss(x, y, turned)
    one_point = OnePoint(pen, chart, (x[one], y[one]), turned) if heights else None
    leaning.parts += [residuals, line, squares, strips, enlarged, epsilon, *misses]
    leaning.parts += [turning.residuals, turning.strips, turning.compared]
    drawn = (*crowd, squares, strips.squares, strips, residuals, line, points, *marks)
    for k, part in enumerate(drawn, start=1):
        part.set_z_index(k)
    for part in (*misses, turning.strips.squares, turning.strips, turning.residuals):
        part.set_z_index(1)
    for part in (turning.levers, turning.compared, enlarged, enlarged.names):
        part.set_z_index(1)
    for part in (*(heights or ()), *([one_point] if one_point else [])):
        part.set_z_index(1)
    many = (data.x, data.y) if view.many else None
    summing = Summing(pen, chart, sums, (view.points, view.outside), many)
    for part in summing.moving:
        part.set_z_index(1)
    return Stage(
        best=best,
        sums=sums,
        chart=chart,
        summing=summing,
        points=points,
        marks=marks,
        crowd=crowd,
        line=line,
        residuals=residuals,
        squares=squares,
        few=chosen,
        strips=strips,
        enlarged=enlarged,
        leaning=leaning,
        turning=turning,
        misses=misses,
        heights=heights,
        one_point=one_point,
        epsilon=epsilon,
        defined=definitions(pen),
        rows=rows_of(pen, best),
    )


def growing(squares: Squares, line: tuple[float, float]) -> int:
    """Return the largest square below a line: it grows in a shift up. If there is none, any."""
    misses = squares.y - (line[0] * squares.x + line[1])
    return int(np.argmin(misses))


def _chart(pen: Pen, view: InView, beside: float) -> Chart:
    """Return the chart; its title of y ends before what stands at ``beside``, if it is long."""
    data, width = view.data, layout.HALF.width
    room = beside - TICK_GAP - Chart(pen, layout.HALF, view.x_scale, view.y_scale).box.left
    note = outside_note(view.x_scale, view.y_scale, data.x, data.y)
    # Beside long sums the axes are narrower than half of the picture: the note has its place there.
    above = pen.sentence(note, size=SMALLEST).width + 2 * TICK_GAP + NARROWER if note else 0.0
    return Chart(
        pen,
        layout.LARGE,
        view.x_scale,
        view.y_scale,
        titles=(
            fitted(pen, data.x_label, width, pen.theme.muted),
            fitted(pen, data.y_label, min(room, width - above), pen.theme.muted),
        ),
        note=note,
        ticks=(5, 4),
    )


def _turning(pen: Pen, chart: Chart, view: InView, leaning: Leaning) -> Turning:
    a, b = line = leaning.line(TURNED, 0.0)
    x, y = view.with_squares
    two = two_points(x, y - (a * x + b))
    x, y = x[two], y[two]
    return Turning(
        by=leaning.landscape.slope_reach(SMALL_TURN * leaning.reach**2),
        levers=Levers(pen, chart, x, y, b),
        residuals=Residuals(chart, x, y, line, pen.theme),
        strips=Strips(Squares(chart, x, y, line, pen.theme), pen.theme.slope),
        compared=Compared(pen, chart, x, line),
    )
