"""Close to the line: the step of a millimetre grows along it until it falls by ln 2."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import LEFT, RIGHT, UP, VGroup, VMobject

from core.attenuation.fit import AttenuationFit
from scenes.visuals.half_thickness.length import Length
from scenes.visuals.half_thickness.line.quotient import Quotient
from scenes.visuals.half_thickness.viewed import Viewed
from scenes.visuals.half_thickness.views import NEAR_LOGARITHMS, Values, Views
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST, THIN

LARGE = 64.0  # the numbers that count while the step grows
TINT = 0.2
OVER, BESIDE = 0.38, 0.22  # a number over the width of a step, and beside its fall
# How far down its fall the trace is named, within the step or beside a smaller one; how high.
NAMED_AT, NAMED_BESIDE, HIGH = 0.4, 0.75, 0.5

Law = Callable[[Values], Values]


class Step(Viewed):
    """A step down the line, across and then down, and what it and the line enclose.

    It is a millimetre wide at first, and ``grown`` by so much of the way to where it falls by ln 2.
    Its first corner stays where the line starts, its foot on the line. Having grown it may have
    ``slid`` down the line by so many half thicknesses.
    """

    def __init__(self, views: Views, x_h: float, law: Law, colour: str) -> None:
        super().__init__(
            views,
            NEAR_LOGARITHMS,
            stroke_color=colour,
            stroke_width=BOLD,
            fill_color=colour,
            fill_opacity=TINT,
        )
        self.x_h, self.law, self.grown, self.slid = x_h, law, 0.0, 0.0

    @property
    def width_mm(self) -> float:
        """Return how wide it is in mm."""
        return 1.0 + self.grown * (self.x_h - 1.0)

    @property
    def fall(self) -> float:
        """Return how much lower the logarithm is behind it."""
        start, end = self.law(self._ends_mm)
        return float(np.log(start / end))

    @property
    def _ends_mm(self) -> Values:
        start = self.slid * self.x_h
        return np.array([start, start + self.width_mm])

    def set_grown(self, grown: float) -> Self:
        """Draw it grown, or shrunk where ln 2 is less than the fall of a millimetre."""
        self.grown = grown
        return self.draw()

    def set_slid(self, slid: float) -> Self:
        """Draw it so far down the line."""
        self.slid = slid
        return self.draw()

    def corners(self) -> Values:
        """Return the places (3, 3) of its start, its corner and its foot."""
        start, end = ends = self._ends_mm
        high, low = self.law(ends)
        return self.views.places([start, end, end], [high, high, low], self.view)

    def draw(self) -> Self:
        """Draw it from its state."""
        start, corner, foot = self.corners()
        across, down = np.clip(2 * self.shown, 0, 1), np.clip(2 * self.shown - 1, 0, 1)
        way = [start, start + across * (corner - start)]
        if down:
            way.append(corner + down * (foot - corner))
        self.points = polylines(np.array([way])) if across else np.zeros((0, 3))
        return self


class Sizes(VGroup):
    """How wide and how high a step is, in numbers that go with it."""

    def __init__(self, pen: Pen, step: Step, half: str) -> None:
        colour = pen.theme.slope
        self.step, self.digits, self.told = step, len(half.partition(".")[2]), 1.0
        self.width_name = Length(pen, colour, LARGE)
        self.fall_name = Number("", np.zeros(3), colour=colour, size=LARGE)
        super().__init__(self.width_name, self.fall_name)
        self.draw()

    def tell_fall(self, told: float) -> Self:
        """Show so much of the fall."""
        self.told = told
        return self.draw()

    def set_view(self, view: float) -> Self:
        """Go into ``view`` with the step."""
        self.step.set_view(view)
        return self.draw()

    def set_slid(self, slid: float) -> Self:
        """Slide down the line with the step."""
        self.step.set_slid(slid)
        return self.draw()

    def draw(self) -> Self:
        """Write them from the state of the step."""
        start, corner, foot = self.step.corners()
        self.width_name.put((start + corner) / 2 + OVER * UP)
        self.width_name.write(f"{self.step.width_mm:.{self.digits}f}")
        self.fall_name.anchor = (corner + foot) / 2 + BESIDE * RIGHT
        self.fall_name.set_text(f"{self.step.fall:.3f}").set_opacity(self.told)
        return self


@dataclass(frozen=True)
class Near:
    """The step that grows, what stays of it as it was, and what comes of its sides."""

    step: Step
    sizes: Sizes
    trace: VMobject  # the step of a millimetre
    trace_name: VMobject  # its fall, where there is room for it
    named: int  # in which half of the movement (0, 1) its name comes: it is in no way then
    quotient: Quotient
    landing: VMobject
    landed: Placed
    grows: str  # what the step is to do, and
    alike: str  # what its width and its fall do meanwhile, in words

    @property
    def read_off(self) -> tuple[VMobject, ...]:
        """Return what the half thickness was read off by, but the step."""
        return self.trace, self.landing, self.landed, self.quotient.written

    def set_grown(self, grown: float) -> None:
        """Let the step grow, and its numbers with it."""
        self.step.set_grown(grown)
        self.sizes.draw()

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
        step = Step(views, x_h, law, theme.slope)
        box = views.box(NEAR_LOGARITHMS)
        trace = VMobject(stroke_color=theme.slope, stroke_width=THIN)
        trace.points = step.set_shown(1.0).points.copy()
        first = step.corners()
        _, corner, foot = step.set_grown(1.0).corners()
        sizes = Sizes(pen, step, half)
        trace_name, there = _trace_name(pen, mu, (first, foot), float(sizes.fall_name.width))
        if first[1, 0] > foot[0] and trace_name is not there:
            trace.clear_points()  # its fall would cross the number of the smaller step
        side = LEFT if guess_mm < x_h else RIGHT
        landing = VMobject(stroke_color=theme.photon, stroke_width=THIN)
        landing.points = polylines(np.array([[foot, (foot[0], box.bottom, 0.0)]]))
        right = max(corner[0], first[1, 0]) + BESIDE
        quotient = Quotient(
            pen,
            quoted,
            [(one.get_center(), one.height) for one in (sizes.fall_name, there)],
            np.array([(right + box.right) / 2, box.top, 0.0]),
            box.right - right,
        )
        step.set_grown(0.0).set_shown(0.0)
        sizes.draw()
        grow, towards = ("grow", "down") if x_h > 1 else ("shrink", "up")
        return cls(
            step=step.set_z_index(4),
            sizes=sizes.set_z_index(4),
            trace=trace.set_z_index(3),
            trace_name=trace_name,
            named=0 if x_h > 1 else 1,
            quotient=quotient,
            landing=landing,
            landed=Placed(
                pen.formula(f"photon({half})", size=SMALLEST),
                np.array([foot[0] - 0.12 * side[0], box.bottom + 0.28, 0.0]),
                side,
            ),
            grows=f"Let the step {grow} {towards} to half.",
            alike=f"Straight line: width and fall {grow} alike.",
        )


def _trace_name(
    pen: Pen, mu: str, ends: tuple[Values, Values], number: float
) -> tuple[VMobject, Placed]:
    """Return the fall of the first step twice: nothing for the first, where there is no room.

    ``ends`` are the corners of the first step and the foot of the one that has grown, ``number`` is
    how wide its fall is written. The name lies within the first step; beside it, if that is larger.
    """
    (start, corner, end), foot = ends
    grows = foot[0] > corner[0]
    side, edge = (LEFT, RIGHT) if grows else (RIGHT, LEFT)
    down = NAMED_AT if grows else NAMED_BESIDE
    place = corner + down * (end - corner) + BESIDE * side
    name = Placed(pen.formula(f"slope({mu})", size=SMALLEST), place, edge).set_z_index(5)
    wide, high = corner[0] - start[0], corner[1] - end[1]
    inside = wide * (1 - NAMED_AT - HIGH / 2 / high) > name.width + 2 * BESIDE
    fits = inside if grows else corner[0] - foot[0] > number + BESIDE
    return (name if fits else VMobject()), name
