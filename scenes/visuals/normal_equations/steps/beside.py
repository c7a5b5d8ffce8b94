"""What tells of a moved line beside its squares: its ways in the chart, and epsilon."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.fits.line import LineFit
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.squares.growth import Growth
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.plot.regression import StraightLine
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import SMALLEST

DIGITS = 1000
NOTED = 0.4  # below the chart


@dataclass(frozen=True)
class MovedLines:
    """In the chart the best line shifted, and that one turned; the best one stays where it is.

    They go a round number of ``times`` as far, about as wide as arms are drawn; ``note`` says so.
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
        wide = growth.slots.unit * chart.y_scale.span / chart.box.height
        times = max(1.0, float(f"{wide:.0e}"))
        digits = FixedFormat.for_range(0.0, times, steps=1).write(times).strip()
        number = digits.replace("×10^", " times 10^")
        note = pen.formula(f'"moves" times {number}', theme.muted, SMALLEST)
        note.move_to((chart.box.middle[0], chart.box.bottom - NOTED, 0.0))
        return cls(best, shifted, turned, times, VGroup(*[note][: int(times > 1)]))

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return everything that is drawn."""
        return self.shifted, self.turned, *self.note

    def set_moved(self, growth: Growth) -> Self:
        """Show how far ``growth`` has shifted and turned one."""
        shift = growth.shares[0] * growth.arms[0].moves
        for line, moves in ((self.shifted, shift), (self.turned, growth.now)):
            a, b = np.polyfit(growth.x, self.times * moves, 1)
            line.set_line(self.best.slope + a, self.best.intercept + b)
        return self


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
