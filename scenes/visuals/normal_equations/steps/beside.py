"""What tells of a moved line beside its squares: its ways in the chart, and what epsilon gains."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import VGroup

from core.fits.line import LineFit
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.formulas.epsilon import Epsilon
from scenes.visuals.normal_equations.leaning import SHIFTED, TURNED, Line
from scenes.visuals.normal_equations.squares.growth import Growth
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.plot.regression import StraightLine
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import SMALLEST

NOTED, NEXT = 0.75, 0.5  # below the chart, and one note below another
BEHIND = 0.15  # the corners
# How far up or down lines have to go to be seen apart.
SEEN = 0.2


@dataclass(frozen=True)
class MovedLines:
    """In the chart the best line shifted, and that one turned; the best one stays where it is.

    Where that would not be seen they go a round number of ``times`` as far. ``note`` says so, and
    how many of the squares are drawn.
    """

    best: LineFit
    shifted: StraightLine
    turned: StraightLine
    times: float
    note: VGroup

    @classmethod
    def of(cls, pen: Pen, stage: Stage, growth: Growth) -> Self:
        """Return both lines where the best one is."""
        chart, best, theme = stage.chart, stage.best, pen.theme
        shifted, turned = (
            StraightLine(chart, best.slope, best.intercept, colour).set_z_index(stage.line.z_index)
            for colour in (theme.intercept, theme.slope)
        )
        moves = float(growth.largest.max()) * chart.box.height / chart.y_scale.span
        times = max(1.0, float(f"{SEEN / moves:.0e}"))
        digits = FixedFormat.for_range(0.0, times, steps=1).write(times).strip()
        number = digits.replace("×10^", " times 10^")
        drawn, among = int(growth.drawn.sum()), len(growth.x)
        notes = VGroup()
        if drawn < among:
            notes.add(pen.words(f"{drawn} of {among} squares", theme.muted, SMALLEST))
        if times > 1:
            notes.add(pen.formula(f'"lines:" times {number}', theme.muted, SMALLEST))
        for k, note in enumerate(notes):
            across = chart.area.left - float(note.get_left()[0])
            height = chart.box.bottom - NOTED - k * NEXT
            note.shift((across, height - float(note.get_center()[1]), 0.0))
        return cls(best, shifted, turned, times, notes)

    def set_moved(self, growth: Growth) -> Self:
        """Show how far ``growth`` has shifted and turned one."""
        shift = growth.shares[0] * growth.arms[0].moves
        for line, moves in ((self.shifted, shift), (self.turned, growth.now)):
            a, b = np.polyfit(growth.x, self.times * moves, 1)
            line.set_line(self.best.slope + a, self.best.intercept + b)
        return self


def counted(pen: Pen, least: Epsilon, colours: tuple[str, ...]) -> Formula:
    """Return what stands behind the ``least`` epsilon: arms of these colours, and the corners.

    Its parts are ``arms0``, ``arms1``, ..., ``plus`` and ``corners``.
    """
    parts = []
    for k, colour in enumerate(colours):
        arms = f'{colour}("arms")'
        parts.append(f"{{{{+ {arms} - {arms} : arms{k}}}}}")
    parts.append('{{+ : plus}} {{res("corners") : corners}}')
    # Spaces around a sign depend on what is before it.
    row = pen.formula(f"{{{{0 : before}}}} {' '.join(parts)}", size=SMALLEST)
    right = float(least.get_right()[0]) - float(row.select("before").get_right()[0])
    level = float(least.label[-1].get_center()[1]) - float(row.select("plus").get_center()[1])
    row.shift((right, level, 0.0))
    return row


def total(pen: Pen, stage: Stage, growth: Growth) -> Epsilon:
    """Return the sum of the squares of the moved line, behind the corners beside the least one."""
    place = growth.packed_at + growth.packed_long + BEHIND, layout.ROWS_EPSILON[1]
    start = stage.leaning.line(TURNED, SHIFTED)
    whole = Epsilon(pen, stage.leaning.landscape, start, place, SMALLEST, label="")
    return whole.set_line(*line_of(stage, growth))


def line_of(stage: Stage, growth: Growth) -> Line:
    """Return the line (a, b) that ``growth`` has moved the best one to."""
    a, b = np.polyfit(growth.x, growth.now, 1)
    return stage.best.slope + float(a), stage.best.intercept + float(b)
