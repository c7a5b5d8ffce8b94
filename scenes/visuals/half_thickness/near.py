"""Close to the line: steps of a millimetre, laid on a step of one half until they fill it."""

from collections.abc import Callable
from dataclasses import dataclass
from math import floor
from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup, VMobject

from core.attenuation.fit import AttenuationFit
from scenes.visuals.half_thickness.steps import Steps, arrow
from scenes.visuals.half_thickness.viewed import Viewed
from scenes.visuals.half_thickness.views import NEAR_LOGARITHMS, Values, Views
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, RIGHT_EDGE, SMALLEST, THIN

COUNTED = {1: "One goes in", 2: "Two go in", 3: "Three go in"}
# Of the room before the line: where the step of one half stands, and those laid on it.
HALF_AT, LAID_AT = 0.3, 0.13

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
    laid_name: list[Placed]  # of the first one, where there is room for it
    part_name: Placed
    landing: VMobject
    landed: Placed
    answer: Placed
    formula: Formula  # what the answer is written as
    mu: VMobject  # in the name of the fall
    how_many: str  # steps go into one half, in words

    @property
    def parts(self) -> tuple[VMobject, ...]:
        """Return all that is drawn of it in the end."""
        return (
            self.steps,
            self.laid,
            self.landing,
            *self.names,
            *self.laid_name,
            self.part_name,
            self.landed,
            self.answer,
        )

    @property
    def numerator(self) -> VMobject:
        """Return ln 2 in the formula."""
        return self.formula.select("numerator")

    @property
    def denominator(self) -> VMobject:
        """Return mu in the formula."""
        return self.formula.select("denominator")

    @classmethod
    def of(
        cls, pen: Pen, views: Views, fit: AttenuationFit, law: Law, quoted: tuple[str, str]
    ) -> Self:
        """Build it for a fit and its law in per cent; ``quoted`` are mu and x_h."""
        theme, (mu, half) = pen.theme, quoted
        x_h = fit.half_thickness_mm
        steps = Millimetres(views, x_h, law, theme.slope)
        _, corner, end = steps.corners(0)
        line = views.places(x_h, law(np.array([x_h])), NEAR_LOGARITHMS)[0]
        box = views.box(NEAR_LOGARITHMS)
        name, mu_in_it = _name_of_fall(pen, mu, (corner + end) / 2 + 0.25 * RIGHT)
        rest = f"{steps.part:.2f}" if steps.whole else half
        left = box.left + 0.25
        law_of_it = "photon(x_h) = {{photon(ln 2) : numerator}} / {{slope(mu) : denominator}}"
        answer = pen.formula(f'{law_of_it} = photon({half} "mm")')
        if left + answer.width > line[0] - 0.2:  # what falls fast leaves little room
            answer = pen.formula(law_of_it)
        low = views.charts[NEAR_LOGARITHMS].x_scale.low
        landing = VMobject(stroke_color=theme.photon, stroke_width=THIN)
        tip = views.places(HALF_AT * low, law(np.array([x_h])), NEAR_LOGARITHMS)[0]
        landing.points = polylines(np.array([[tip, line, (line[0], box.bottom, 0.0)]]))
        laid = Laid(steps, LAID_AT * low).set_z_index(6)
        return cls(
            steps=steps.set_z_index(4),
            names=(
                Placed(pen.formula('slope(1 "mm")'), corner + 0.14 * UP, DOWN + RIGHT),
                name,
            ),
            laid=laid,
            laid_name=_name_of_laid(pen, views, laid, mu),
            part_name=Placed(
                pen.formula(f'slope({rest} "mm")', size=SMALLEST),
                line + (0.2 if steps.whole else 0.3) * UP + 0.2 * RIGHT,
                LEFT + DOWN,
            ),
            landing=landing,
            landed=Placed(
                pen.formula(f"photon({half})", size=SMALLEST),
                np.array([line[0] + 0.12, box.bottom + 0.28, 0.0]),
                LEFT,
            ),
            formula=answer,
            mu=mu_in_it,
            answer=Placed(answer, np.array([left, box.bottom + 0.12, 0.0]), DOWN + LEFT),
            how_many=how_many(steps.whole, rest),
        )


def how_many(whole: int, rest: str) -> str:
    """Tell how many steps go into one half."""
    if not whole:
        return f"Only {rest} of one goes in."
    return f"{COUNTED.get(whole, f'{whole} go in')}, and {rest} of the next."


def _name_of_laid(pen: Pen, views: Views, laid: Laid, mu: str) -> list[Placed]:
    """Write beside the first fall that is laid how long it is, if the line leaves room."""
    steps = laid.steps
    middle = np.array([float(np.sqrt(np.prod(steps.rate[:2])))])
    place, line = views.places([laid.x, 0.5], middle, NEAR_LOGARITHMS)
    name = Placed(pen.formula(f"slope({mu})", size=SMALLEST), place + 0.2 * RIGHT, LEFT)
    fits = steps.whole and name.get_right()[0] < line[0] - 0.2
    return [name] if fits else []


def _name_of_fall(pen: Pen, mu: str, place: Values) -> tuple[Placed, VMobject]:
    """Write what a millimetre falls, in two rows where one would end beyond the picture.

    Returned are the name and the mu in it.
    """
    marked = '{{slope(mu) : mu}} slope(dot 1 "mm"'
    name = pen.formula(f"{marked} = {mu})")
    if place[0] + name.width <= RIGHT_EDGE:
        return Placed(name, place, LEFT), name.select("mu")
    rows = pen.formula(f"{marked})"), pen.formula(f"slope(= {mu})")
    both = VGroup(*rows).arrange(DOWN, buff=0.15, aligned_edge=LEFT)
    return Placed(both, place, LEFT), rows[0].select("mu")
