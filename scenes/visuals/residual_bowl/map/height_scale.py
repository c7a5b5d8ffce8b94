"""The scale of heights beside the bowl: an axis over a corner of the floor."""

import numpy as np
from manim import LEFT, RIGHT, VGroup, VMobject

from core.palette import Theme
from scenes.visuals.residual_bowl.bowl.space import BowlSpace
from scenes.visuals.residual_bowl.map.step_down import round_step
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.screen import SMALLEST, THIN

# It ends so far above the rim, as a share of its height, and has about so many marks.
HIGHER, MARKS = 1.3, 12
MARK, BESIDE = 0.16, 0.12
# Its number is a round step times at least so many.
COARSE = 4


class HeightScale(VGroup):
    """An axis over the right corner of the floor, marked at equal errors from 0 on.

    A round one near its end has a number; ``level`` is as high as the picture allows.
    """

    def __init__(self, space: BowlSpace, layout: FixedFormat, level: float, theme: Theme) -> None:
        most, view = HIGHER * level, space.view(1.0)
        width, depth = space.size
        corners = np.array([(width, depth), (width, -depth), (-width, depth), (-width, -depth)]) / 2
        seen = view.project(np.pad(corners, ((0, 0), (0, 1))))
        corner = corners[int(np.argmax(seen[:, 0]))]
        foot, top = view.project([(*corner, 0.0), (*corner, HIGHER * space.top)])
        self.axis, self.marks = (
            VMobject(stroke_color=theme.residual, stroke_width=THIN) for _ in range(2)
        )
        self.axis.points = polylines(np.array([[foot, top]]))
        shares = np.arange(0.0, most, round_step(level / MARKS)) / most
        starts = foot + shares[:, None] * (top - foot)
        self.marks.points = polylines(np.stack([starts + MARK * LEFT, starts], axis=1))
        end = _round_end(most)
        self.number = Number(
            _plain(layout.write(end)),
            foot + end / most * (top - foot) + (MARK + BESIDE) * LEFT,
            colour=theme.residual,
            size=SMALLEST,
            edge=RIGHT,
        )
        super().__init__(self.axis, self.marks, self.number)


def _round_end(most: float) -> float:
    """Return the largest round number up to ``most``, rounded to a quarter of it or less."""
    step = round_step(most / COARSE)
    return step * float(np.floor(most / step * (1 + 1e-9)))


def _plain(text: str) -> str:
    """Return a round number without the digits that it has not."""
    whole, dot, rest = text.partition(".")
    return text if not dot or rest.strip("0") else whole
