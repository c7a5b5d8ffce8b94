"""Whole heights are sums; both beams level are two equations, and every row of them is true."""

import re
from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pytest

from core.palette import theme
from scenes.visuals.normal_equations.beams.topping import Topping
from scenes.visuals.normal_equations.beams.two_heights import TwoHeights
from scenes.visuals.normal_equations.formulas import derivation
from scenes.visuals.normal_equations.moves import scale_to
from scenes.visuals.writing.pen import COLOURS, Pen
from tests.scenes.normal_equations_seen import BEST, DATA, TOTAL, WATCHED, tilt

PEN = Pen(theme("dark"))

pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def seen():
    return SimpleNamespace(stage=WATCHED.film.stage, frames=WATCHED.frames)


def test_whole_heights_tip_the_beams_as_the_misses_did(seen):
    """The line of the guess goes through the mean point: one beam is level, and one is not."""
    first = [f.heights[0] for f in seen.frames if f.step == "collect" and f.heights[0] is not None]
    assert first == pytest.approx([0] * len(first), abs=1e-6)
    assert first
    shown = [f for f in seen.frames if f.step == "collect" and f.heights[1] is not None]
    assert shown
    for frame in shown:
        assert frame.heights[1] > 0.1
        a, b = frame.now
        assert a * DATA.x.mean() + b == pytest.approx(DATA.y.mean())
    weighed = [f.misses[1] for f in seen.frames if f.step == "turn" and f.misses[1] is not None]
    assert min(weighed) > 0.1


def test_an_equation_stands_beside_no_beam_that_breaks_it(seen):
    demanded = [frame for frame in seen.frames if frame.demanded]
    assert demanded
    assert demanded[0].heights == pytest.approx([0, 0], abs=1e-6)
    for frame in demanded:
        assert all(one is None or abs(one) < 1e-6 for one in frame.heights)


def test_the_line_moves_until_both_beams_are_level_and_only_then_that_is_said(seen):
    said = next(one for one in WATCHED.film.sentences if "Both are level at once" in one.text)
    moving = [f for f in seen.frames if f.step == "solve" and f.line and f.time <= said.start]
    tilts = [abs(f.heights[1]) for f in moving]
    assert tilts[0] > 0.1
    assert tilts[-1] < 1e-6
    assert all(after <= before + 1e-9 for before, after in pairwise(tilts))
    assert moving[-1].now == pytest.approx((BEST.slope, BEST.intercept))


def test_with_its_miss_the_shorter_of_two_heights_is_as_high_as_the_other(seen):
    first = seen.stage.heights[0].set_line(0.5, 3.0)
    two = TwoHeights(PEN, first).set_flown(1.0, 1.0)
    above, below = (np.ptp(ring, axis=0) for ring in two.misses.points.reshape(2, -1, 3))
    assert two.miss[0] > 0 > two.miss[1]
    assert (above[1], below[1]) == pytest.approx(tuple(two.unit * np.abs(two.miss)))
    points, _, slopes, tops = (
        part.points.reshape(2, -1, 3)[:, :, 1].max(axis=1) for part in two.parts
    )
    assert tops == pytest.approx([points[0], slopes[1]])
    assert len(two.names) == 6 + 4, "each block of the line has room for its name"


@pytest.mark.parametrize("slope", [0.4, BEST.slope, 1.0])
def test_the_beam_on_x_times_the_heights_tips_as_that_on_x_times_the_misses(seen, slope):
    line = slope, DATA.y.mean() - slope * DATA.x.mean()
    whole, missed = (
        tilt(pair[1].set_line(*line)) for pair in (seen.stage.heights, seen.stage.misses)
    )
    level = slope == BEST.slope
    assert (abs(whole) < 1e-6) == (abs(missed) < 1e-6) == level
    assert level or np.sign(whole) == np.sign(missed)


def test_one_miss_is_seen_in_its_place_before_the_other_comes(seen):
    two = TwoHeights(PEN, seen.stage.heights[0].set_line(0.5, 3.0))
    both = two.set_flown(1.0, 1.0).misses.points.reshape(2, -1, 3)
    first = two.set_flown(1.0, 0.0).misses.points.reshape(2, -1, 3)
    np.testing.assert_allclose(first[0], both[0])
    assert np.abs(first[1] - both[1]).max() > 1


def test_both_beams_are_seen_level_at_rest_before_anything_goes(seen):
    said = next(one for one in WATCHED.film.sentences if "Both are level at once" in one.text)
    held = [f for f in seen.frames if said.start + 0.1 < f.time < said.start + 1.5]
    assert all(f.line and f.heights == pytest.approx([0, 0], abs=1e-6) for f in held)
    assert held


def test_what_is_struck_is_the_same_in_both_equations(seen):
    same = [row.select("same") for row in seen.stage.rows.times]
    shapes = [np.concatenate([glyph.points for glyph in one]) for one in same]
    np.testing.assert_allclose(*(one - one.mean(axis=0) for one in shapes), atol=1e-6)


def test_blue_is_level_on_x_times_the_misses_and_tips_when_these_have_gone(seen):
    said = {one.text: one for one in WATCHED.film.sentences}
    level = next(one for text, one in said.items() if "both are equally high" in text)
    tips = next(one for text, one in said.items() if "without them blue tips" in text)
    assert tips.start == level.end
    before = [f.beams[1] for f in seen.frames if f.step == "collect" and f.time < level.start]
    assert set(before) == {None}
    held = [f.beams[1] for f in seen.frames if level.end - 0.8 < f.time < level.end]
    assert held
    assert held == pytest.approx([0] * len(held), abs=1e-6)
    laid = [f.beams[1] for f in seen.frames if tips.end - 1.2 < f.time < tips.end]
    assert laid
    assert all(one > 0.1 for one in laid)
    weighed = [f.misses for f in seen.frames if level.start + 0.8 < f.time < tips.end]
    assert all(first is None for first, _ in weighed), "x times the misses, and no others"


def test_a_letter_is_defined_when_its_block_is_named(seen):
    for kind, letter in (("intercept", "N"), ("slope", "B"), ("points", "D")):
        named = next(f.time for f in seen.frames if f.step == "collect" and f.named[kind] > 0.9)
        defined = next(f.time for f in seen.frames if letter in f.defined)
        assert abs(named - defined) <= 0.5, letter


def sides_of(source: str) -> list[tuple[str, str]]:
    """Return the two sides of each equation of ``source`` as Python."""
    plain = re.sub(r"\{\{\s*([-+=][\s0]*):\s*\w+\s*\}\}|&", r" \1 ", source)
    # A name only tells what moves where.
    while plain != (without := re.sub(r"\{\{([^{}]*):\s*\w+\s*\}\}", r" \1 ", plain)):
        plain = without
    # The bar of a fraction holds what is above and below it together.
    plain = re.sub(r"\{\{", " (", re.sub(r"\s*:\s*\w+\s*\}\}", ") ", plain))
    for terms, letter in (("x^2", "A"), ("x y", "C"), ("x", "B"), ("y", "D")):
        plain = re.sub(rf"sum\s+{re.escape(terms).replace(' ', 's+')}(?!\w)", letter, plain)
    plain = re.sub(r"sum\s+x\s+y", "C", plain)
    plain = re.sub(rf"\b(?:{'|'.join(COLOURS)})(?=\()", "", plain).replace(" dot ", " ")
    plain = re.sub(r"(?<=[\w)])\s+(?=[\w(])|(?<=\))(?=[\w(])|(?<=\w)(?=\()", " * ", plain)
    return [tuple(f"({side})" for side in row.split("=")) for row in plain.split("\\")]


EQUATIONS = [
    derivation.SHIFT_ROW,
    derivation.TURN_ROW,
    derivation.N_TIMES_TURN,
    derivation.B_TIMES_SHIFT,
    derivation.LEFT,
    derivation.SLOPE,
    derivation.INTERCEPT,
]


@pytest.mark.parametrize("source", EQUATIONS)
def test_every_row_holds_for_the_best_line_and_for_no_other(source):
    letters = {name: getattr(TOTAL, name) for name in "ABCDN"}
    for left, right in sides_of(source):
        best = letters | {"a": BEST.slope, "b": BEST.intercept}
        scale = abs(TOTAL.A * TOTAL.D)
        difference = eval(left, {}, best) - eval(right, {}, best)
        assert difference == pytest.approx(0, abs=1e-9 * scale)
        other = letters | {"a": BEST.slope + 0.1, "b": BEST.intercept + 0.3}
        assert abs(eval(left, {}, other) - eval(right, {}, other)) > 1e-3


@pytest.mark.parametrize("pair", [0, 1], ids=["once", "x times"])
@pytest.mark.parametrize("line", [(0.4, None), (0.4, 3.0), (1.1, 1.0)])
def test_with_the_misses_on_top_both_columns_are_equally_high(seen, line, pair):
    """For any line; without them only where the misses are balanced."""
    a, b = line
    balanced = b is None and pair == 0
    first = seen.stage.heights[pair]
    first.set_line(a, DATA.y.mean() - a * DATA.x.mean() if b is None else b)
    misses = seen.stage.misses[pair].set_line(first.a, first.b)
    topping = Topping(first, misses, "#FF0000").make_room()
    for one in scale_to(misses, first):
        one.interpolate(1.0)
    topping.set_flown(1.0, 1.0)
    ends = [part.points[:, 1] for part in topping]
    assert ends[0].max() == pytest.approx(ends[1].max())
    assert ends[0].max() == pytest.approx(first.floor + first.tallest)
    assert misses.unit == pytest.approx(first.unit), "to the scale of the heights"
    points, slope, intercept = ("DBN", "CAB")[pair]
    sums = {letter: getattr(TOTAL, letter) for letter in "ABCDN"}
    line_sum = sums[slope] * a + sums[intercept] * first.b
    left, right = (first.floor + first.unit * one for one in (sums[points], line_sum))
    assert (ends[1].min(), ends[0].min()) == pytest.approx((left, right))
    topping.set_gone(1.0)
    assert (abs(tilt(first)) < 1e-6) == balanced
    for part, piece in zip(topping, misses.pieces, strict=True):
        np.testing.assert_allclose(part.points, piece.points, err_msg="back where they came from")


def test_the_level_piles_of_misses_stay_in_sight_until_they_have_been_on_top(seen):
    said = {one.text: one for one in WATCHED.film.sentences}
    first = next(one for text, one in said.items() if "pile up to N b" in text)
    last = next(one for text, one in said.items() if "still level" in text)
    shown = [f for f in seen.frames if first.start + 1 <= f.time <= last.end - 0.5]
    assert shown
    assert all(f.miss_beam for f in shown)


def test_each_result_is_written_after_what_it_is_read_off(seen):
    first = {
        name: next(f.time for f in seen.frames if getattr(f, name))
        for name in ("demanded", "result", "value")
    }
    assert first["demanded"] + 0.5 < first["result"] < first["value"]


def test_what_is_struck_and_what_is_left_stay_until_the_numbers_go_in(seen):
    said = {one.text: one for one in WATCHED.film.sentences}
    first = next(one for text, one in said.items() if "then gives b" in text)
    last = [f for f in seen.frames if first.start <= f.time < first.end]
    assert last
    assert all(f.multiplied and f.left and f.result for f in last)
    both = [f.time for f in last if f.second_result]
    assert both[-1] - both[0] >= 1.0, "both results are looked at"
