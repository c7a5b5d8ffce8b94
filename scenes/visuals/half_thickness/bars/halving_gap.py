"""The gap between two marks of which one is half of the other, under the logarithm."""

import numpy as np
from manim import LEFT, VGroup, VMobject

from scenes.visuals.half_thickness.bars.marks import Marks
from scenes.visuals.half_thickness.bars.steps import Factor
from scenes.visuals.half_thickness.views import FEW_LOGARITHMS, HALF, Values
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import MINUS
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

BEFORE, ARM, BEHIND = 0.2, 0.14, 0.2  # from the stairs to the bracket, its arms, from it to words


def halving_gap(pen: Pen, marks: Marks, beside: list[Factor]) -> VGroup:
    """Return a bracket from the level of one half down to a quarter, and what each halving takes.

    It stands to the right of the stairs and of what is written ``beside`` them. It is empty where
    marks are no halvings, and where it has no room.
    """
    views, quarter = marks.views, HALF / 2
    if HALF not in views.marks or quarter not in views.marks:
        return VGroup()
    end = marks.ends_mm[marks.rates.index(quarter)]
    foot, top = views.places(end, [quarter, HALF], FEW_LOGARITHMS)
    rights = [foot[0], *(one.get_right()[0] for one in beside if _between(one, foot, top))]
    across = max(rights) + BEFORE + ARM
    said = f"each halving: {MINUS}{np.log(HALF / quarter):.2f}"
    takes = pen.sentence(said, pen.theme.photon, SMALLEST)
    words = Placed(takes, np.array([across + BEHIND, (foot[1] + top[1]) / 2, 0.0]), LEFT)
    if words.get_right()[0] > views.box(FEW_LOGARITHMS).right:
        return VGroup()
    bracket = VMobject(stroke_color=pen.theme.photon, stroke_width=BOLD)
    ends = [(across - ARM, top[1]), (across, top[1]), (across, foot[1]), (across - ARM, foot[1])]
    bracket.points = polylines(np.array([[(u, v, 0.0) for u, v in ends]]))
    return VGroup(bracket, words).set_z_index(5)


def _between(one: Factor, foot: Values, top: Values) -> bool:
    return bool(one.get_bottom()[1] < top[1] and one.get_top()[1] > foot[1])
