"""A few rates and their logarithms in two rows: a factor above is a difference below."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Self

import numpy as np
from manim import RIGHT, VMobject

from scenes.visuals.half_thickness.axes import CROWN
from scenes.visuals.half_thickness.views import RATES, Values, Views
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST

COLUMNS = 2  # of rates
PITCH, TITLE = 3.0, 0.95  # from one rate to the next, and from its title to the first one
LAST = 0.58  # from the last one to the edge
ROW = 0.62


@dataclass(frozen=True)
class LogTable:
    """The row of rates with the factors between them, and that of their logarithms."""

    rates: list[VMobject]
    logarithms: list[VMobject]

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return both rows."""
        return (*self.rates, *self.logarithms)

    @classmethod
    def of(cls, pen: Pen, views: Views, rate: Values) -> Self:
        """Build it for the first ``rate`` in per cent, in the upper right of the picture."""
        box, shown = views.box(RATES), rate[:COLUMNS]
        first = box.right - LAST - (COLUMNS - 1) * PITCH

        def row(up: float, title: str, values: list[str], steps: list[str]) -> list[VMobject]:
            written = [(f"muted({title})", -TITLE)]
            written += [(value, k * PITCH) for k, value in enumerate(values)]
            written += [(f"slope({step})", (k + 0.5) * PITCH) for k, step in enumerate(steps)]
            return [
                Placed(pen.formula(source, size=SMALLEST), np.array([first + right, up, 0.0]))
                for source, right in written
            ]

        pairs = list(pairwise(shown))
        return cls(
            row(
                box.top + CROWN,
                '"%"',
                [f"{value:.0f}" for value in shown],
                [f"times {after / before:.2f}" for before, after in pairs],
            ),
            row(
                box.top + CROWN - ROW,
                "ln",
                [f"{np.log(value):.3f}" for value in shown],
                [f"minus {np.log(before / after):.3f}" for before, after in pairs],
            ),
        )

    @staticmethod
    def below(writing: VMobject, views: Views) -> Placed:
        """Put ``writing`` below both rows."""
        box = views.box(RATES)
        return Placed(writing, np.array([box.right, box.top + CROWN - 2 * ROW, 0.0]), RIGHT)
