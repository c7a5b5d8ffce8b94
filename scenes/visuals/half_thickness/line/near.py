"""Close to the line: steps of a millimetre, laid on a step of one half until they fill it."""

from collections.abc import Callable
from dataclasses import dataclass
from math import floor
from typing import Self

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    VMobject,
)

from core.attenuation.fit import AttenuationFit
from scenes.visuals.half_thickness.bars.steps import Steps, arrow
from scenes.visuals.half_thickness.viewed import Viewed
from scenes.visuals.half_thickness.views import NEAR_LOGARITHMS, Values, Views
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

COUNTED = {1: "One goes in", 2: "Two go in", 3: "Three go in"}
LAID_AT = 0.14  # of the room before the line: so far behind its start falls are laid
SHARE_AT = np.array([0.18, 0.25, 0.0])  # from the end of the last one
ROOM = 4.6  # to the right above the line: so wide may the answer be
ANSWER_DOWN = 0.75  # from the top of the axes to its middle

Law = Callable[[Values], Values]


class Millimetres(Steps):
    """Steps of a millimetre down the line.

    ``shown`` of them are drawn; the last one is shrunk, across and down, as far as ``set_cut``
    tells on the way to what it is wanted for.
    """

    def __init__(self, views: Views, x_h: float, law: Law, colour: str) -> None:
        self.law, self.whole, self.part = law, floor(x_h), x_h - floor(x_h)
        self.cut = 0.0
        x = np.arange(self.whole + 2.0)
        super().__init__(views, NEAR_LOGARITHMS, x, law(x), colour)

    def set_cut(self, cut: float) -> Self:
        """Draw the last one shrunk."""
        self.cut = cut
        self.x[-1] = self.whole + 1 + cut * (self.part - 1)
        self.rate = self.law(self.x)
        return self.draw()


class Laid(Viewed):
    """The falls of the steps on their way straight across to ``x``: ``shown`` have arrived."""

    def __init__(self, steps: Millimetres, x: float) -> None:
        super().__init__(
            steps.views, steps.view, stroke_color=steps.get_stroke_color(), stroke_width=BOLD
        )
        self.steps, self.x = steps, x

    def set_cut(self, cut: float) -> Self:
        """Shrink the last one with its step."""
        self.steps.set_cut(cut)
        return self.draw()

    def draw(self) -> Self:
        """Draw the falls from their state."""
        x, rate = self.steps.x, self.steps.rate
        arrows = [np.zeros((0, 3))]
        for k in range(int(np.ceil(self.shown))):
            way = min(self.shown - k, 1.0)
            across = x[k + 1] + way * (self.x - x[k + 1])
            arrows.append(arrow(*self.views.places(across, rate[k : k + 2], self.view)))
        self.points = np.concatenate(arrows)
        return self


@dataclass(frozen=True)
class Near:
    """The steps of a millimetre, and what comes of them."""

    steps: Millimetres
    names: tuple[Placed, Placed]
    laid: Laid
    share_name: Placed  # how much the last fall is, and of a whole one, beside it
    part_name: Placed  # of its millimetre
    landing: VMobject
    landed: Placed
    answer: Placed
    how_many: str  # falls go into one half, in words
    straight: str  # why so much of a fall is so much of its millimetre

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return all that is drawn of it in the end."""
        return (
            self.steps,
            self.laid,
            self.landing,
            self.landed,
            self.answer,
        )

    @property
    def written(self) -> tuple[Placed, ...]:
        """Return what is written beside the steps."""
        return (*self.names, self.share_name, self.part_name)

    @classmethod
    def of(
        cls,
        pen: Pen,
        views: Views,
        fit: AttenuationFit,
        law: Law,
        quoted: tuple[str, str],
        *,
        guess_mm: float,
    ) -> Self:
        """Build it for a fit and its law in per cent; ``quoted`` are mu and x_h.

        At ``guess_mm`` something stands in the picture already: x_h keeps off it.
        """
        theme, (mu, half) = pen.theme, quoted
        x_h = fit.half_thickness_mm
        steps = Millimetres(views, x_h, law, theme.slope)
        _, corner, end = steps.corners(0)
        line = views.places(x_h, law(np.array([x_h])), NEAR_LOGARITHMS)[0]
        box = views.box(NEAR_LOGARITHMS)
        rest = f"{steps.part:.2f}" if steps.whole else half
        left = f"{np.log(2) - steps.whole * fit.mu_per_mm:.3f}"
        answer = pen.formula(f'photon(x_h) = photon(ln 2) / slope(mu) = photon({half} "mm")')
        answer.scale(ROOM / answer.width)
        side = LEFT if guess_mm < x_h else RIGHT
        low = views.charts[NEAR_LOGARITHMS].x_scale.low
        landing = VMobject(stroke_color=theme.photon, stroke_width=THIN)
        tip = views.places(0.0, law(np.array([x_h])), NEAR_LOGARITHMS)[0]
        landing.points = polylines(np.array([[tip, line, (line[0], box.bottom, 0.0)]]))
        laid = Laid(steps, -LAID_AT * low).set_z_index(6)
        end_of_last = views.places(laid.x, law(np.array([x_h])), NEAR_LOGARITHMS)[0]
        # Where the first step is the last one, the line is too near for more than a number.
        share = f'{left} thin class("normal", =) thin {rest} "of" {mu}' if steps.whole else rest
        return cls(
            steps=steps.set_z_index(4),
            names=(
                Placed(pen.formula('slope(1 "mm")'), corner + 0.14 * UP, DOWN + RIGHT),
                Placed(pen.formula(f"slope({mu})"), (corner + end) / 2 + 0.25 * RIGHT, LEFT),
            ),
            laid=laid,
            share_name=Placed(
                pen.formula(f"slope({share})", size=SMALLEST), end_of_last + SHARE_AT, LEFT
            ),
            part_name=Placed(
                pen.formula(f'slope({rest} "mm")', size=SMALLEST),
                line + (0.2 if steps.whole else 0.3) * UP + 0.2 * RIGHT,
                LEFT + DOWN,
            ),
            landing=landing,
            landed=Placed(
                pen.formula(f"photon({half})", size=SMALLEST),
                np.array([line[0] - 0.12 * side[0], box.bottom + 0.28, 0.0]),
                side,
            ),
            answer=Placed(answer, np.array([box.right, box.top, 0.0]) + ANSWER_DOWN * DOWN, RIGHT),
            how_many=how_many(steps.whole, rest),
            straight=f"The line is straight: so {rest} mm.",
        )


def how_many(whole: int, rest: str) -> str:
    """Tell how many falls go into one half."""
    if not whole:
        return f"Only {rest} of one goes in."
    return f"{COUNTED.get(whole, f'{whole} go in')}, and {rest} of the next."
