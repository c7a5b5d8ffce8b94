"""A glyph is copied and mixed as manim does it, only sooner."""

from typing import Any

import numpy as np
import pytest
from manim import ManimColor, VMobject

from scenes.visuals.writing.glyph import Glyph, glyph

POINTS = np.arange(24.0).reshape(8, 3)
INK = (0.2, 0.4, 0.6, 1.0)
PAINT = ("fill_rgbas", "stroke_rgbas", "stroke_width")


def plain(paint: str, width: float) -> VMobject:
    """Return the same as manim has it, in the colour it was painted in."""
    style: dict[str, Any] = (
        {"stroke_color": paint, "stroke_width": width}
        if width
        else {"fill_color": paint, "fill_opacity": 1, "stroke_width": 0}
    )
    made = VMobject(**style)
    made.points = POINTS.copy()
    return made


@pytest.mark.parametrize(("paint", "width"), [("#ff9f43", 0.0), ("#ff9f43", 2.0)])
@pytest.mark.parametrize("alpha", [0.0, 0.3, 1.0])
def test_it_fades_as_any_mobject_does(paint: str, width: float, alpha: float) -> None:
    faded = []
    for one in (glyph(POINTS, paint, width, INK), plain(paint, width)):
        gone = one.copy().shift((1, 2, 0)).fade(0.9)
        faded.append(one.interpolate(gone, one.copy(), alpha))
    ours, theirs = faded
    np.testing.assert_array_equal(ours.points, theirs.points)
    for name in PAINT:
        np.testing.assert_array_equal(getattr(ours, name), getattr(theirs, name))


def test_black_is_ink_and_other_paint_is_kept() -> None:
    assert glyph(POINTS, "#000000", 0.0, INK).get_fill_color() == ManimColor(INK)
    assert glyph(POINTS, "#000000", 1.0, INK).get_stroke_color() == ManimColor(INK)
    assert glyph(POINTS, "#ff9f43", 0.0, INK).get_fill_color() == ManimColor("#ff9f43")


def test_what_is_done_to_a_copy_is_not_done_to_the_glyph() -> None:
    one = glyph(POINTS, "#ff9f43", 0.0, INK)
    before = {name: np.copy(getattr(one, name)) for name in (*PAINT, "points")}
    other = one.copy()
    other.set_color("#112233").set_opacity(0.5).set_stroke(width=9)
    other.points[:] = 0
    other.add(Glyph())
    for name, value in before.items():
        np.testing.assert_array_equal(getattr(one, name), value)
    assert not one.submobjects


def test_a_copy_of_more_than_a_glyph_holds_copies() -> None:
    one = glyph(POINTS, "#ff9f43", 0.0, INK)
    one.add(Glyph())
    one.saved_state = one.copy()
    other = one.copy()
    assert other.submobjects[0] is not one.submobjects[0]
    assert other.saved_state is not one.saved_state
