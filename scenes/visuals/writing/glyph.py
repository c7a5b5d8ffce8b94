"""A letter, or the bar of a fraction: curves and paint, and nothing else.

Letters are what a film has most of, and every animation copies what it moves three times and mixes
two copies in each frame. Of a letter there is little to copy, and little to mix.
"""

from copy import deepcopy
from functools import cache
from typing import Any, Self

import numpy as np
from manim import BLACK, CapStyleType, LineJointType, ManimColor, VMobject
from manim.utils.bezier import interpolate
from numpy.typing import NDArray

Points = NDArray[np.float64]

_NEVER_CHANGED = frozenset(
    {str, int, float, bool, np.float64, type(None), ManimColor, LineJointType, CapStyleType}
)


class Glyph(VMobject):
    """The outline of one letter or bar."""

    def __deepcopy__(self, copies: dict[int, Any]) -> Self:
        """Copy what may change and share the rest, as manim does at thirty times the cost."""
        twin = type(self).__new__(type(self))
        copies[id(self)] = twin
        own = self.__dict__.copy()
        for name, value in own.items():
            kind = type(value)
            if kind is np.ndarray:
                own[name] = value.copy()
            elif kind not in _NEVER_CHANGED:
                own[name] = deepcopy(value, copies)
        own["original_id"] = str(id(self))
        twin.__dict__ = own
        return twin

    def interpolate_color(self, one: VMobject, other: VMobject, alpha: float) -> Self:
        """Mix the paint of two glyphs; there is no sheen, and no stroke behind, to be mixed."""
        for name in ("fill_rgbas", "stroke_rgbas", "stroke_width"):
            start, end = getattr(one, name), getattr(other, name)
            if alpha == 1.0:
                mixed = end.copy() if isinstance(end, np.ndarray) else end
            else:
                mixed = interpolate(start, end, alpha)
            self.__dict__[name] = mixed
        return self


def glyph(points: Points, paint: str, width: float, ink: tuple[float, ...]) -> Glyph:
    """Return the glyph of ``points``, filled where ``width`` is 0.

    What Typst painted black gets the colour of ``ink``: red, green, blue and opacity.
    """
    made: Glyph = _model(paint, width, ink).copy()
    made.points = points
    return made


@cache
def _model(paint: str, width: float, ink: tuple[float, ...]) -> Glyph:
    if width:
        model = Glyph(stroke_color=paint, stroke_width=width)
    else:
        model = Glyph(fill_color=paint, fill_opacity=1, stroke_width=0)
    if model.color == BLACK:
        model.color = ManimColor(ink)
        model.init_colors()
    return model
