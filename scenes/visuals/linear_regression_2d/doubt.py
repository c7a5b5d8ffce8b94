"""What one may fear: a mix of a and b that dips below the sheet beside the best line.

Its parabola would have to pass the best line on a slope. But near the best line a step along a and
a step along b are level: so a mix of both is, too, and its parabola stands on the sheet.
"""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.linear_regression_2d.mix import REACH, Mix
from scenes.visuals.linear_regression_2d.shown_data import Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD, THIN

STEEPEST = 0.95  # of the mix where it passes the best line, in heights of the sweeps
STEP = 0.6  # how far the two steps go
DASHES, EACH, SEEN = 16, 8, 5
SPACING = 0.065  # of the strokes that it hangs on
STRIDE = 12.0  # strokes: the steps lie on tangents that are as bold as lines are
MARGIN = 0.4  # beside the picture that the parabola stays in
LOWEST = 0.24  # of its dip, in heights of the sweeps: below are the words


class Doubt:
    """The feared parabola of ``mix``, dashed; below the sheet it hangs on strokes.

    It dips on the side of the mix that ``towards`` (-1 or 1) tells.
    """

    def __init__(self, mix: Mix, theme: Theme, towards: float) -> None:
        self._mix, self._towards = mix, towards
        self.line = VMobject(stroke_color=theme.ink, stroke_width=BOLD + 1).set_z_index(7)
        self.depth = VMobject(stroke_color=theme.ink, stroke_width=THIN).set_z_index(6)
        self.steps = [
            VMobject(stroke_color=colour, stroke_width=STRIDE).set_z_index(6)
            for colour in (theme.slope, theme.intercept)
        ]
        self.steep = 1.0

    @property
    def curve(self) -> tuple[VMobject, ...]:
        """The parabola and how deep it is."""
        return self.line, self.depth

    def set_steep(self, share: float) -> Self:
        """Let the mix pass the best line with a ``share`` of the steepest slope."""
        self.steep = share
        return self.draw()

    def draw(self) -> Self:
        """Draw it as near as the mix is seen now."""
        self.line.points = polylines(self.dashes())
        _, high = self._ends()
        sunk = min(high, self.steep * STEEPEST * self._mix.zoom)
        under = np.arange(0.0, sunk, SPACING)
        drops = np.stack(
            [self._places(under, 0 * under), self._places(under, self._height(under))], axis=1
        )[1:]
        self.depth.points = polylines(drops) if self.steep else np.zeros((0, 3))
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
        """Return places (DASHES, SEEN, 3) along each dash of the mix."""
        low, high = self._ends()
        along = np.linspace(low, high, DASHES * EACH)
        return self._places(along, self._height(along)).reshape(DASHES, EACH, 3)[:, :SEEN]

    def _ends(self) -> tuple[float, float]:
        """Return between which ends it is seen: as high as a sweep, and no lower than the words."""
        steep, zoom = self.steep * STEEPEST, self._mix.zoom
        top = REACH * REACH
        low, high = (
            (steep + side * np.hypot(steep, 2 * np.sqrt(top / zoom))) * zoom / 2 for side in (-1, 1)
        )
        if steep * steep * zoom / 4 > LOWEST:
            high = (steep - np.sqrt(steep * steep - 4 * LOWEST / zoom)) * zoom / 2
        return max(low, -self._room(-1)), min(high, self._room(1))

    def _room(self, side: float) -> float:
        """Return how far the mix goes before it leaves the picture, as far as it goes sideways."""
        box, middle = self._mix.box, self._mix.middle[0]
        step = side * self._towards * self._mix.mixed[0]
        room = (box.right if step > 0 else box.left) - middle - np.copysign(MARGIN, step)
        return float(room / step) if step else np.inf

    def _places(self, along: Values, height: Values) -> Values:
        return self._mix.places(self._towards * along, self._mix.mixed, height)

    def _height(self, along: Values) -> Values:
        height: Values = along * (along / self._mix.zoom - self.steep * STEEPEST)
        return height
