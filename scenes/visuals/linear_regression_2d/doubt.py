"""What one may fear: a mix of a and b that dips below the sheet beside the best line.

Its parabola would have to pass the best line on a slope. But a mix is a step along a and a step
along b, both level: so its tangent lies in the sheet, and the parabola stands on it.
"""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.mix import REACH, Mix
from scenes.visuals.linear_regression_2d.shown_data import Values
from scenes.visuals.linear_regression_2d.valley import VALLEY
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD, THIN

STEEPEST = 0.95  # of the mix where it passes the best line, in heights of the sweeps
SLANT, STEP = 0.45, 0.8  # how far the tangent and the two steps go
DASHES, EACH, SEEN = 12, 8, 5
STRIDE = 12.0  # strokes: the steps lie on tangents that are as bold as lines are
MARGIN = 0.4  # beside the picture that the parabola stays in


class Doubt:
    """The feared parabola of ``mix``, dashed; below the sheet it hangs on strokes.

    It dips on the side of the mix that ``towards`` (-1 or 1) tells.
    """

    def __init__(self, mix: Mix, theme: Theme, towards: float) -> None:
        self._mix, self._towards = mix, towards
        ink = theme.ink
        self.above = VMobject(stroke_color=ink, stroke_width=BOLD).set_z_index(7)
        self.dip = VMobject(stroke_color=ink, stroke_width=VALLEY).set_z_index(7)
        self.depth = VMobject(stroke_color=ink, stroke_width=THIN).set_z_index(6)
        self.tangent = VMobject(stroke_color=ink, stroke_width=BOLD).set_z_index(8)
        self.steps = [
            VMobject(stroke_color=colour, stroke_width=STRIDE).set_z_index(6)
            for colour in (theme.slope, theme.intercept)
        ]
        self.steep = 1.0

    @property
    def curve(self) -> tuple[VMobject, ...]:
        """The parabola and how deep it is."""
        return self.above, self.dip, self.depth

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """All of it."""
        return *self.curve, self.tangent, *self.steps

    def set_steep(self, share: float) -> Self:
        """Let the mix pass the best line with a ``share`` of the steepest slope."""
        self.steep = share
        steep = share * STEEPEST
        self.above.points = polylines(self.dashes())
        under = np.linspace(0.0, steep, 4 * EACH)
        sunk, level = self._places(under, self._height(under)), self._places(under, 0 * under)
        self.dip.points = polylines(sunk[None]) if steep else np.zeros((0, 3))
        drops = np.stack([level, sunk], axis=1)[1:-1:2]
        self.depth.points = polylines(drops) if steep else np.zeros((0, 3))
        # Where it is level it is as long as both steps together.
        ends = (STEP + share * (SLANT - STEP)) * np.array([-1.0, 1.0])
        self.tangent.points = polylines(self._places(ends, -steep * ends)[None])
        return self

    def set_stepped(self, share: float) -> Self:
        """Go a step along a, then a step along b, after ``share`` of both."""
        reach = STEP * self._towards
        first, second = (reach * leg for leg in self._mix.legs(self._mix.crossing.x))
        corner = self._mix.middle + first
        for part, start, leg, done in zip(
            self.steps,
            (self._mix.middle, corner),
            (first, second),
            np.clip([2 * share, 2 * share - 1], 0, 1),
            strict=True,
        ):
            ends = np.array([start, start + done * leg])
            part.points = polylines(ends[None]) if done else np.zeros((0, 3))
        return self

    def dashes(self) -> Values:
        """Return places (DASHES, SEEN, 3) along each dash of the mix above the sheet."""
        steep = self.steep * STEEPEST
        low, high = ((steep + side * np.hypot(steep, 2 * REACH)) / 2 for side in (-1, 1))
        low, high = max(low, -self._room(-1)), max(steep, min(high, self._room(1)))
        left = int(np.clip(round(DASHES * low / (low - high + steep)), 2, DASHES - 1))
        along = np.concatenate(
            [np.linspace(low, 0.0, left * EACH), np.linspace(steep, high, (DASHES - left) * EACH)]
        )
        places = self._places(along, self._height(along))
        return places.reshape(DASHES, EACH, 3)[:, :SEEN]

    def _room(self, side: float) -> float:
        """Return how far the mix goes before it leaves the picture, as far as it goes sideways."""
        box, middle = self._mix.box, self._mix.middle[0]
        step = side * self._towards * self._mix.mixed[0]
        room = (box.right if step > 0 else box.left) - middle - np.copysign(MARGIN, step)
        return float(room / step) if step else np.inf

    def _places(self, along: Values, height: Values) -> Values:
        return self._mix.places(self._towards * along, self._mix.mixed, height)

    def _height(self, along: Values) -> Values:
        height: Values = along * (along - self.steep * STEEPEST)
        return height
