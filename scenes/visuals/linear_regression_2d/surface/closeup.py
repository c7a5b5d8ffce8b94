"""Why a step that changes both numbers does not help: close up, each part of it is level."""

from typing import Self

import numpy as np
from manim import VMobject, smooth, squish_rate_func
from numpy.typing import NDArray

from scenes.visuals.linear_regression_2d.lines.search import Line
from scenes.visuals.linear_regression_2d.surface.ball import Ball
from scenes.visuals.linear_regression_2d.surface.sheet import Sheet
from scenes.visuals.linear_regression_2d.surface.space import Space
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST

Values = NDArray[np.float64]

CLOSE = 48.0  # so many times as large no eye sees a parabola bend
LONGEST = 0.8  # how far off the farthest corner of the step is, on the sheet
BAR, TINT = 13.0, 0.2
AWAY = 0.48  # from a part of the step to its label
LABELLED = 0.5  # share of a part of the step after which its label appears
APPROACHING, RISING = squish_rate_func(smooth, 0.0, 0.65), squish_rate_func(smooth, 0.5, 1.0)
CLIMBED = "slope(0)", "intercept(0)", "0"


class Closeup:
    """A patch about the best line, seen ever larger, and a step: along a, along b, straight back.

    The corner between the last two lies towards the line ``third``; in the end one looks at the
    sheet in ``end``.
    """

    def __init__(self, pen: Pen, sheet: Sheet, ball: Ball, end: Space, third: Line) -> None:
        theme, ways = pen.theme, ball.ways
        self._sheet, self._ball, self._start, self._end = sheet, ball, sheet.space, end
        _, b = ways.line(0.0, 0.0)
        corners = [(0.0, 0.0), ways.polar(third[0], b), ways.polar(*third), (0.0, 0.0)]
        larger = LONGEST / max(along for along, _ in corners)
        self._lines = np.array([ways.line(larger * u / CLOSE, angle) for u, angle in corners])
        self._places = np.concatenate([end.places(larger * u, angle, 0.0) for u, angle in corners])
        self.patch = VMobject(stroke_width=0, fill_color=theme.residual, fill_opacity=TINT)
        self.patch.set_z_index(1)
        colours = theme.slope, theme.intercept, theme.ink
        self.bars = [VMobject(stroke_color=c, stroke_width=BAR).set_z_index(7) for c in colours]
        self.labels = [
            Placed(pen.formula(climbed, size=SMALLEST), place).set_z_index(9)
            for climbed, place in zip(CLIMBED, _outside(self._places), strict=True)
        ]
        self.line(0.0)

    @property
    def step(self) -> tuple[VMobject, ...]:
        """What is drawn on the patch."""
        return *self.bars, *self.labels

    @property
    def moving(self) -> tuple[VMobject, ...]:
        """What changes while one goes closer."""
        return *self._sheet.moving, *self._sheet.flat, *self._ball.parts, self.patch

    def set_closer(self, share: float) -> Self:
        """Go closer by a ``share``: in the end the patch is as large as the sheet was.

        One sees from the side how the parabolas become level, and only then from above.
        """
        factor = CLOSE ** APPROACHING(share)
        self._sheet.set_space(self._start.towards(self._end, RISING(share))).set_close(factor)
        self._ball.set_space(self._sheet.space.closer(factor)).set_line(*self._lines[0])
        self.patch.points = polylines(self._sheet.outline(factor / CLOSE)[None])
        return self

    def line(self, share: float) -> Line:
        """Draw a ``share`` of the step and return the line to which it has come."""
        gone = np.clip(3 * share - np.arange(3), 0, 1)
        gone *= gone * (3 - 2 * gone)
        ends = zip(self._places, self._places[1:], strict=False)
        for bar, label, way, (start, end) in zip(self.bars, self.labels, gone, ends, strict=True):
            bar.points = polylines(np.array([[start, start + way * (end - start)]]))
            label.set_opacity(max(0.0, float(way) - LABELLED) / (1 - LABELLED))
        a, b = self._lines[0] + gone @ np.diff(self._lines, axis=0)
        return float(a), float(b)


def _outside(corners: Values) -> Values:
    """Return places (3, 3) beside the middles of the sides of a triangle (4, 3), outside of it."""
    middles, along = (corners[:-1] + corners[1:]) / 2, np.diff(corners, axis=0)
    across = np.stack([-along[:, 1], along[:, 0], 0 * along[:, 0]], axis=1)
    outwards = np.sum(across * (middles - corners[:-1].mean(axis=0)), axis=1, keepdims=True)
    across *= np.sign(outwards) / np.linalg.norm(across, axis=1, keepdims=True)
    places: Values = middles + AWAY * across
    return places
