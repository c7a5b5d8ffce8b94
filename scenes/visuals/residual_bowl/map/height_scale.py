"""The scale of heights beside the bowl: as it changes, its marks move and one height shrinks."""

from typing import Self

import numpy as np
from manim import LEFT, RIGHT, VGroup, VMobject

from core.palette import Theme
from scenes.visuals.residual_bowl.bowl.cut import Cut
from scenes.visuals.residual_bowl.bowl.space import BowlSpace
from scenes.visuals.residual_bowl.map.step_down import round_step
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import View
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

# It ends so far above the rim, as a share of its height, and has about so many marks at last.
HIGHER, MARKS = 1.3, 12
MARK, BESIDE = 0.16, 0.12
# A number at its end is a round step times at least so many.
COARSE = 4
# Over the foot a number stands so high at least.
LOWEST = 0.18
# So far below the end a number that comes with its mark is all there, as a share of the axis.
COMING = 0.05
# Nearer than that to the other one, the first number is not written.
ROOM = 0.5
HALO = 12


class HeightScale(VGroup):
    """An axis over the right corner of the floor, marked at equal errors.

    Two of them have numbers: one near its end on the first scale, down to which it is thick, and
    one near its end on the last scale.
    """

    def __init__(self, space: BowlSpace, layout: FixedFormat, cut: Cut, theme: Theme) -> None:
        self._top = HIGHER * space.top
        width, depth = space.size
        corners = np.array([(width, depth), (width, -depth), (-width, depth), (-width, -depth)]) / 2
        seen = space.view(1.0).project(np.pad(corners, ((0, 0), (0, 1))))
        self._foot = corners[int(np.argmax(seen[:, 0]))]
        self._step = round_step(cut.last / MARKS)
        self._named = [_round_end(HIGHER * level) for level in (cut.first, cut.last)]
        self.axis, self.marks, self.part = (
            VMobject(stroke_color=theme.residual, stroke_width=thick)
            for thick in (THIN, THIN, 2 * BOLD)
        )
        self.numbers = [
            Number(
                _plain(layout.write(value)),
                np.zeros(3),
                colour=theme.residual,
                size=SMALLEST,
                edge=RIGHT,
            )
            for value in self._named
        ]
        for number in self.numbers:
            # Lines of the map run below them.
            number.set_stroke(theme.background, HALO, background=True).set_z_index(4)
        super().__init__(self.axis, self.marks, self.part, *self.numbers)

    def set_level(self, level: float, view: View) -> Self:
        """Show the scale on which the sum ``level`` is as high as the picture allows."""
        most = HIGHER * level
        foot, top = view.project([(*self._foot, 0.0), (*self._foot, self._top)])
        self.axis.points = polylines(np.array([[foot, top]]))
        first, _ = (value / most for value in self._named)
        shares = np.append(np.arange(0.0, most, self._step) / most, min(first, 1.0))
        starts = foot + shares[:, None] * (top - foot)
        self.marks.points = polylines(np.stack([starts + MARK * LEFT, starts], axis=1))
        self.part.points = polylines(np.array([[foot, starts[-1]]]))
        for number, value in zip(self.numbers, self._named, strict=True):
            share = value / most
            number.anchor = foot + share * (top - foot) + (MARK + BESIDE) * LEFT
            number.anchor[1] = max(number.anchor[1], foot[1] + LOWEST)
            number.set_text(number.text)
            number.set_opacity(float(np.clip((1 - share) / COMING, 0.0, 1.0)))
        one, other = self.numbers
        apart = abs(one.anchor[1] - other.anchor[1]) - ROOM
        if other.get_fill_opacity() and apart < COMING:
            one.set_opacity(max(0.0, float(one.get_fill_opacity()) * apart / COMING))
        return self


def _round_end(most: float) -> float:
    """Return the largest round number up to ``most``, rounded to a quarter of it or less."""
    step = round_step(most / COARSE)
    return step * float(np.floor(most / step * (1 + 1e-9)))


def _plain(text: str) -> str:
    """Return a round number without the digits that it has not."""
    whole, dot, rest = text.partition(".")
    return text if not dot or rest.strip("0") else whole
