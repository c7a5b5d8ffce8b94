"""Stairs as wide as the half thickness under the law: each falls by half of what is left."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import LEFT, RIGHT, VMobject

from scenes.visuals.half_thickness.steps import Steps
from scenes.visuals.half_thickness.views import NEAR_RATES, Values, Views
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import SMALLEST, THIN

HALVINGS = 2
BESIDE_CORNER = np.array([0.25, -0.25, 0.0])


@dataclass(frozen=True)
class HalfStairs:
    """The stairs, what each of them falls by, and how deep in lead it ends."""

    stairs: Steps
    factors: list[Placed]
    drops: list[VMobject]
    depths: list[Placed]

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return all that is drawn of it."""
        return (self.stairs, *self.factors, *self.drops, *self.depths)

    @classmethod
    def of(
        cls, pen: Pen, views: Views, half_thickness_mm: float, law: Callable[[Values], Values]
    ) -> Self:
        """Build them for a half thickness and the law in per cent."""
        theme = pen.theme
        x = half_thickness_mm * np.arange(HALVINGS + 1.0)
        stairs = Steps(views, NEAR_RATES, x, law(x), theme.photon)
        foot = views.box(NEAR_RATES).bottom
        falls = [stairs.corners(k)[1:] for k in range(HALVINGS)]
        return cls(
            stairs=stairs.set_z_index(4),
            factors=[
                Placed(pen.formula('photon(times "½")'), corner + BESIDE_CORNER, LEFT)
                for corner, _ in falls
            ],
            drops=[drop(end, foot, theme.photon) for _, end in falls],
            depths=[
                Placed(
                    pen.formula(f"photon({depth:#.3g})", size=SMALLEST),
                    np.array([end[0] - 0.12, foot + 0.28, 0.0]),
                    RIGHT,
                )
                for (_, end), depth in zip(falls, x[1:], strict=True)
            ],
        )


def drop(place: Values, foot: float, colour: str) -> VMobject:
    """Return a thin line from a place down to the axis."""
    line = VMobject(stroke_color=colour, stroke_width=THIN)
    line.points = polylines(np.array([[place, (place[0], foot, 0.0)]]))
    return line
