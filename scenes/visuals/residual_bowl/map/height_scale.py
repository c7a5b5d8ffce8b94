"""The scale of heights beside the bowl: while it changes, its marks move as the bowl does."""

from typing import Self

import numpy as np
from manim import RIGHT, UP, VGroup, VMobject

from core.palette import Theme
from scenes.visuals.residual_bowl.bowl.cut import Cut
from scenes.visuals.residual_bowl.bowl.space import BowlSpace
from scenes.visuals.residual_bowl.map.step_down import round_step
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import View
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.screen import SMALLEST, THIN

# It ends so far above the rim, as a share of its height, and has about so many marks at last.
HIGHER, MARKS = 1.25, 12
MARK, ABOVE = 0.16, 0.3


class HeightScale(VGroup):
    """An axis over the right corner of the floor, marked at equal errors; its top has a number."""

    def __init__(self, space: BowlSpace, layout: FixedFormat, cut: Cut, theme: Theme) -> None:
        self._layout, self._top = layout, HIGHER * space.top
        width, depth = space.size
        corners = np.array([(width, depth), (width, -depth), (-width, depth), (-width, -depth)]) / 2
        seen = space.view(1.0).project(np.pad(corners, ((0, 0), (0, 1))))
        self._foot = corners[int(np.argmax(seen[:, 0]))]
        self._step = round_step(cut.last / MARKS)
        self.axis, self.marks = (
            VMobject(stroke_color=theme.residual, stroke_width=THIN) for _ in range(2)
        )
        self.number = Number("0", np.zeros(3), colour=theme.residual, size=SMALLEST, edge=RIGHT)
        super().__init__(self.axis, self.marks, self.number)

    def set_level(self, level: float, view: View) -> Self:
        """Show the scale on which the sum ``level`` is as high as the picture allows."""
        most = HIGHER * level
        foot, top = view.project([(*self._foot, 0.0), (*self._foot, self._top)])
        self.axis.points = polylines(np.array([[foot, top]]))
        shares = np.arange(0.0, most, self._step) / most
        starts = foot + shares[:, None] * (top - foot)
        self.marks.points = polylines(np.stack([starts - MARK * RIGHT, starts], axis=1))
        self.number.anchor = top + ABOVE * UP
        self.number.set_text(self._layout.write(most))
        return self
