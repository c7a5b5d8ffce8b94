"""A bracket that slides along the stretched axis from halving to halving: each is as long."""

from typing import Self

import numpy as np
from manim import LEFT, VGroup, VMobject

from scenes.visuals.half_thickness.bracket import ARM, bracket
from scenes.visuals.half_thickness.views import FULL, HALF, STRETCHED, Views
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

BEFORE, BEHIND = 0.14, 0.16  # from the axis to the bracket, and from there to what is written


class HalvingGap(VGroup):
    """From FULL down to HALF, ``slid`` by so many halvings.

    Beside it stands the ``factor``, and in the end in its place the ``logarithm`` of that.
    """

    def __init__(self, pen: Pen, views: Views) -> None:
        self.views, self.slid = views, 0.0
        self.stroke = VMobject(stroke_color=pen.theme.photon, stroke_width=BOLD)
        fall = f"{np.log(2):.2f}"
        self.said = f"Each halving is one step: $photon(ln 2 = {fall})$."
        self.factor, self.logarithm = (
            Placed(pen.formula(f"photon({one})", size=SMALLEST), np.zeros(3), LEFT)
            for one in ("times 1 slash 2", f"ln 2 = {fall}")
        )
        super().__init__(self.stroke, self.factor)
        self.set_slid(0.0)

    @property
    def slides(self) -> int:
        """Return how often there is one more halving among the marks below."""
        return len(self.views.marks) - 2

    def fits(self, right: float) -> bool:
        """Tell whether marks are halvings, and what is written ends before ``right``."""
        ends = max(one.get_right()[0] for one in (self.factor, self.logarithm))
        return HALF in self.views.marks and ends + BEHIND <= right

    def set_slid(self, slid: float) -> Self:
        """Stand so many halvings down."""
        self.slid = slid
        top, foot = self.views.places(0.0, FULL / 2 ** np.array([slid, slid + 1]), STRETCHED)
        top[0] = foot[0] = self.views.box(STRETCHED).left + BEFORE
        self.stroke.points = bracket(top, foot, 1)
        beside = (top + foot) / 2
        beside[0] += ARM + BEHIND
        self.factor.put(beside)
        self.logarithm.put(beside)
        return self
