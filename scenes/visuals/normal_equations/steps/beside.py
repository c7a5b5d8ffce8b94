"""What is beside the rows of squares: a small chart with the moved line, small beams, epsilon."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import VMobject

from scenes.visuals.normal_equations import layout
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
    """The line before and the moved one, in the chart, and the columns of misses under beams."""

    before: StraightLine
    after: StraightLine
    beams: tuple[VMobject, ...]

    @classmethod
    def of(cls, pen: Pen, stage: Stage) -> Self:
        """Return what is beside the rows, where it stands; the beams are those of the best line."""
        chart, best = stage.chart, (stage.best.slope, stage.best.intercept)
        before = StraightLine(chart, *best, pen.theme.ink, width=THIN)
        after = StraightLine(chart, *best, pen.theme.ink)
        for line in (before, after):
            line.set_z_index(stage.line.z_index)
        for columns, area in zip(stage.misses, layout.SMALL_BEAMS, strict=True):
            columns.make_room(area, [best])
        beams = [part for one in stage.misses for part in (one.base, one.pieces, one.beam)]
        return cls(before, after, tuple(beams))

    def set_moved(self, growth: Growth) -> None:
        """Show the line of ``growth`` where it has been moved to."""
        a, b = growth.moved * np.polyfit(growth.x, growth.moves, 1)
        self.after.set_line(self.before.a + a, self.before.b + b)
        self.after.set_stroke(growth.colour)


def counted(pen: Pen, stage: Stage, colours: tuple[str, ...]) -> Formula:
    """Return epsilon of a moved line: the least one, arms of these colours, and the corners.

    Its parts are ``least``, ``arms0``, ``arms1``, ... and ``corners``.
    """
    rss = stage.best.rss
    least = FixedFormat.for_range(0.0, rss, steps=DIGITS).write(rss).strip()
    least = least.replace("×10^", " times 10^")
    parts = [f"{{{{res(epsilon) = res({least}) : least}}}}"]
    for k, colour in enumerate(colours):
        arms = f'{colour}("arms")'
        parts.append(f"{{{{+ {arms} - {arms} : arms{k}}}}}")
    parts.append('{{+ res("corners") : corners}}')
    row = pen.formula(" ".join(parts), size=SMALLEST)
    left, height = layout.ROWS_EPSILON
    middle = float(row.select("least")[1].get_center()[1])
    return row.shift((left - row.get_left()[0], height - middle, 0.0))
