"""What is beside the rows of squares: the chart with the moved line, a beam, and epsilon."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.beams.misses import Misses
from scenes.visuals.normal_equations.squares.growth import Growth
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.plot.regression import StraightLine
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import SMALLEST, THIN

DIGITS = 1000


@dataclass(frozen=True)
class Beside:
    """The line before and the moved one, in the chart, and what both beams weigh, in one place."""

    before: StraightLine
    after: StraightLine
    beams: tuple[Misses, Misses]

    @classmethod
    def of(cls, pen: Pen, stage: Stage) -> Self:
        """Return what is beside the rows, where it stands; the beams are those of the best line."""
        chart, best = stage.chart, (stage.best.slope, stage.best.intercept)
        before = StraightLine(chart, *best, pen.theme.muted, width=THIN)
        after = StraightLine(chart, *best, pen.theme.ink)
        for line in (before, after):
            line.set_z_index(stage.line.z_index)
        for columns in stage.misses:
            columns.make_room(layout.ROWS_BEAM, [best])
        return cls(before, after, stage.misses)

    def set_moved(self, growth: Growth) -> None:
        """Show the line of ``growth`` where it has been moved to."""
        a, b = np.polyfit(growth.x, growth.now, 1)
        self.after.set_line(self.before.a + a, self.before.b + b)


def counted(pen: Pen, stage: Stage, colours: tuple[str, ...]) -> Formula:
    """Return epsilon of a moved line: the least one, arms of these colours, and the corners.

    Its parts are ``least``, ``arms0``, ``arms1``, ..., ``plus`` and ``corners``.
    """
    parts = []
    for k, colour in enumerate(colours):
        arms = f'{colour}("arms")'
        parts.append(f"{{{{+ {arms} - {arms} : arms{k}}}}}")
    parts.append('{{+ : plus}} {{res("corners") : corners}}')
    return _in_place(pen, f"{_least(stage)} {' '.join(parts)}")


def added(pen: Pen, stage: Stage) -> Formula:
    """Return epsilon of a line that is shifted and turned: by what it has risen.

    Its parts are ``least``, ``plus`` and ``rise``.
    """
    levers = stage.misses[1].weights.levers
    lever = "x" if np.array_equal(levers, stage.points.x) else "(x - overline(x))"
    shift, turn = 'intercept("shift")', 'slope("turn")'
    rise = f"sum ({shift} + {lever} dot {turn})^2"
    return _in_place(pen, f"{_least(stage)} {{{{+ : plus}}}} {{{{{rise} : rise}}}}")


def _least(stage: Stage) -> str:
    """Return how the least epsilon is written."""
    rss = stage.best.rss
    least = FixedFormat.for_range(0.0, rss, steps=DIGITS).write(rss).strip()
    return f"{{{{res(epsilon) = res({least.replace('×10^', ' times 10^')}) : least}}}}"


def _in_place(pen: Pen, source: str) -> Formula:
    """Return a row that begins with the least epsilon, where it stands."""
    row = pen.formula(source, size=SMALLEST)
    left, height = layout.ROWS_EPSILON
    middle = float(row.select("least")[1].get_center()[1])
    return row.shift((left - row.get_left()[0], height - middle, 0.0))
