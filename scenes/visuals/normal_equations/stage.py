"""Everything that NormalEquations shows, built before its first frame."""

from dataclasses import dataclass

import numpy as np
from manim import VMobject

from core.fits.line import LineFit, fit_line
from core.fits.normal_equations import NormalEquations
from core.tables.dataset import Dataset
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.beams.groups import groups_of
from scenes.visuals.normal_equations.beams.heights import Heights, both_heights
from scenes.visuals.normal_equations.beams.misses import Misses, both_misses
from scenes.visuals.normal_equations.formulas.epsilon import Epsilon
from scenes.visuals.normal_equations.formulas.sums import RunningSums, Summing, met_at
from scenes.visuals.normal_equations.formulas.written import Rows, definitions, rows_of
from scenes.visuals.normal_equations.in_view import InView, view_of
from scenes.visuals.normal_equations.leaning import (
    NEARER,
    NEARER_YET,
    TURNED,
    Leaning,
    Line,
    in_turns,
)
from scenes.visuals.normal_equations.squares.arms import Arms
from scenes.visuals.normal_equations.squares.lever import Lever
from scenes.visuals.plot.beyond import Beyond, outside_note
from scenes.visuals.plot.chart import TICK_GAP, TICKS_GROW, Chart
from scenes.visuals.plot.crowding import size_among
from scenes.visuals.plot.density import Density
from scenes.visuals.plot.regression import Points, Residuals, Squares, StraightLine
from scenes.visuals.writing.fitted import fitted
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import RIGHT_EDGE, SMALLEST

RADIUS = 0.1
# How much of what one beam gains the other may lose, and how often one of them is made level.
LEAST, MOST, ROUNDS = 0.2, 0.9, 2
TIPPING, TINY = 0.4, 1e-300
NARROWER = 1.35  # by how much, at the least room that sums leave


@dataclass(frozen=True)
class Stage:
    """The parts of the film; ``heights`` only where all heights are above 0."""

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
    arms: Arms
    arms_name: VMobject
    leaning: Leaning
    lever: Lever
    rounds: list[Line]
    misses: tuple[Misses, Misses]
    heights: tuple[Heights, Heights] | None
    epsilon: Epsilon
    least: VMobject
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
    def tipping(self) -> float:
        """By how much the line turns as a lever: towards the best one, and not out of sight."""
        a, b = self.leaning.line(TURNED, 0.0)
        wanted = TIPPING * (self.best.slope - a)
        x, scale = self.lever.x, self.chart.y_scale
        rises, at = np.sign(wanted) * x > 0, a * x + b
        room = np.where(rises, scale.high - at, at - scale.low) / np.abs(x).clip(TINY)
        return float(np.sign(wanted) * min(abs(wanted), room.min()))

    @property
    def shifting(self) -> tuple[VMobject, ...]:
        """What moves with the line, besides squares and columns."""
        return self.residuals, self.line, self.epsilon.number


def build_stage(data: Dataset, pen: Pen) -> Stage:
    """Return the stage for ``data``."""
    theme, best = pen.theme, fit_line(data.x, data.y)
    view, leaning = view_of(data)
    sums = RunningSums(data.x, data.y, met_at(view.x_scale, data.x))
    start = leaning.line(TURNED, NEARER)
    leaning.set_line(*start)
    epsilon = Epsilon(pen, leaning.landscape, start, layout.EPSILON, SMALLEST)
    left = min(layout.EPSILON[0], RIGHT_EDGE - epsilon.width)
    epsilon.put(np.array([left, layout.EPSILON[1], 0.0]))
    chart = _chart(pen, view, min(left, layout.SUMS_LEFT))
    x, y = view.with_squares
    squares = Squares(chart, x, y, start, theme)
    residuals = Residuals(chart, *view.missing, start, theme)
    line = StraightLine(chart, *start, theme.ink)
    size = size_among(len(view.points[0]))
    points = Points(chart, *view.points, theme, radius=RADIUS * size)
    marks, crowd = view.marks(chart, theme), view.crowd(chart, theme)
    near = leaning.line(TURNED, NEARER), leaning.line(TURNED, NEARER_YET)
    turned = leaning.line(TURNED, 0.0)
    lever = Lever(pen, chart, (x, y), turned)
    rounds = rounds_of(sums.total, chart, turned)
    group = groups_of(data.x, data.y, best)
    misses = both_misses(pen, chart, data, leaning, rounds)
    arms = Arms(misses[0], near, (theme.intercept, theme.residual))
    arms_name = pen.formula('res("miss") dot intercept("shift")', size=SMALLEST)
    arms_name.move_to(misses[0].title)
    last = rounds[-1] if rounds else turned
    heights = both_heights(pen, chart, data, group, (last, (best.slope, best.intercept)))
    leaning.parts += [residuals, line, squares, epsilon, *misses, lever]
    drawn = (*crowd, squares, lever, residuals, line, arms, arms.corners, points, *marks)
    for k, part in enumerate(drawn, start=1):
        part.set_z_index(k)
    for part in (*misses, *(heights or ())):
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
        arms=arms,
        arms_name=arms_name,
        leaning=leaning,
        lever=lever,
        rounds=rounds,
        misses=misses,
        heights=heights,
        epsilon=epsilon,
        least=epsilon.mark(pen, leaning.line(TURNED, 0.0)),
        defined=definitions(pen),
        rows=rows_of(pen, best),
    )


def rounds_of(sums: NormalEquations, chart: Chart, start: Line) -> list[Line]:
    """Return the lines that make one beam level after the other, if they are seen to do so.

    Where the points lie on both sides of x = 0, a turn hardly tips the first beam; far from 0 it
    is hardly seen to be another thing than a shift.
    """
    shared = sums.B**2 / (sums.A * sums.N)
    seen = chart.x_scale.low <= 0 <= chart.x_scale.high and LEAST < shared < MOST
    return in_turns(sums, start, ROUNDS) if seen else []


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
        # In a small chart there is no room for numbers and titles, and no need of them.
        ticks_from=layout.SMALL.width,
        # Beside a note a title has its place only where the chart is half of the picture.
        titles_from=layout.HALF.width - TICKS_GROW if note else layout.SMALL.width,
    )
