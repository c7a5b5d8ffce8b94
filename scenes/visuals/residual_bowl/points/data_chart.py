"""The chart of the points and their line: where x is 0, the line's second number can be read."""

from dataclasses import replace

import numpy as np
from manim import VMobject

from core.tables.dataset import Dataset
from scenes.visuals.plot.beyond import outside_note
from scenes.visuals.plot.chart import TICK_GAP, Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.shown_points import ShownPoints
from scenes.visuals.residual_bowl import layout
from scenes.visuals.writing.fitted import fitted
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import SMALLEST

MARGINS = 0.06, 0.03
# Where y = 0 is so near, in spans of what is shown, the chart reaches down or up to it.
NEAR = 0.25
Rim = tuple[np.ndarray, np.ndarray]


def data_chart(pen: Pen, shown: ShownPoints, data: Dataset, rim: Rim) -> Chart:
    """Leave room for the data and for the lines on the rim of the bowl, also where x is 0."""
    across, up = _scales(shown, rim)
    note = outside_note(across, up, shown.x, shown.y)
    beside = pen.sentence(note, size=SMALLEST).width + 2 * TICK_GAP if note else 0.0
    return Chart(
        pen,
        layout.DATA,
        _with_zero(across),
        _with_zero(up),
        titles=(_title(pen, data.x_label), _title(pen, data.y_label, layout.TITLE - beside)),
        note=note,
        # A single 0 at the corner would seem to be that of y, too; and where x is counted from
        # its mean, 0 is not what the table calls it.
        ticks=(1 if _holds_zero(up) and not shown.origin else 0, 1),
    )


def _scales(shown: ShownPoints, rim: Rim) -> tuple[Scale, Scale]:
    """Return the scales of x and y."""
    a, b = rim
    window = shown.window
    x = np.array([*window.x, 0.0])
    lines = a[:, None] * x + b[:, None]
    across = Scale.around(x, MARGINS[0])
    up = Scale.around([*window.y, *lines.ravel()], MARGINS[1])
    if shown.origin:
        return across, up
    if max(up.low, -up.high) <= NEAR * up.span:
        up = Scale(min(up.low, 0.0), max(up.high, 0.0))
    return (_ending_at_zero(across, *window.x) if _holds_zero(up) else across), up


def _holds_zero(scale: Scale) -> bool:
    return scale.low <= 0 <= scale.high


def _ending_at_zero(scale: Scale, low: float, high: float) -> Scale:
    """End ``scale`` at 0 where none of the points from ``low`` to ``high`` lies beyond."""
    return Scale(0.0 if low >= 0 else scale.low, 0.0 if high <= 0 else scale.high)


def _with_zero(scale: Scale) -> Scale:
    """Return ``scale`` with a step so wide that its only tick is 0, if 0 lies on it."""
    return replace(scale, step=2 * max(abs(scale.low), abs(scale.high)))


def _title(pen: Pen, label: str, width: float = layout.TITLE) -> str | VMobject:
    letter = label in ("x", "y")
    return f"${label}$" if letter else fitted(pen, label, width, pen.theme.muted)
