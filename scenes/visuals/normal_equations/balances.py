"""The two balances of the film: that of the misses, and that of the misses times their levers."""

import numpy as np
from manim import VMobject

from core.tables.dataset import Dataset
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.balance import Balance
from scenes.visuals.normal_equations.leaning import (
    BEYOND,
    NEARER,
    OVER,
    SMALL_TURN,
    TURNED,
    Leaning,
)
from scenes.visuals.plot.chart import Chart
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import SMALLEST


def balances(pen: Pen, chart: Chart, data: Dataset, leaning: Leaning) -> tuple[Balance, Balance]:
    """Return the balance of the residuals, and that of the residuals times their levers."""
    theme = pen.theme
    turned = [leaning.line(turn, 0.0) for turn in (TURNED, OVER)]
    a, b = turned[0]
    steeper = a + leaning.landscape.slope_reach(SMALL_TURN), b
    first = Balance(
        chart,
        (data.x, data.y, np.ones_like(data.x)),
        [leaning.line(TURNED, NEARER), leaning.line(TURNED, BEYOND), steeper, *turned],
        area=layout.FIRST,
        title=pen.formula('res("misses")', size=SMALLEST),
        sides=_sides(pen, "above", "below"),
        colours=(theme.intercept, theme.residual, theme.muted),
    )
    # Far from 0 all levers would look alike. Where the residuals add up to 0, and only there is
    # this balance shown, levers from the mean have the same sum.
    mean = float(data.x.mean())
    near = abs(mean) <= float(np.ptp(data.x))
    levers_from = 0.0 if near else mean
    one_sided = bool(np.all(data.x >= levers_from))
    second = Balance(
        chart,
        (data.x, data.y, data.x - levers_from),
        turned,
        area=layout.SECOND,
        title=pen.formula('x dot res("misses")', size=SMALLEST),
        sides=_sides(pen, *(("above", "below") if one_sided else ("plus", "minus"))),
        colours=(theme.slope, theme.residual, theme.muted),
        source=first,
    )
    return first, second


def _sides(pen: Pen, left: str, right: str) -> tuple[VMobject, VMobject]:
    theme = pen.theme
    return pen.sentence(left, theme.muted, SMALLEST), pen.sentence(right, theme.muted, SMALLEST)
