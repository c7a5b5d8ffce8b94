"""One half is a fall of ln 2 in HalfThickness, and falls of a millimetre fill it."""

import numpy as np
import pytest

from scenes.visuals.half_thickness.views import NEAR_LOGARITHMS
from tests.scenes.half_thickness_seen import FIT, START, TOGETHER, last, seen, text_of
from tests.scenes.on_screen import values

__all__ = ["seen"]
pytestmark = TOGETHER


def test_one_half_is_a_fall_of_ln_2_down_to_its_level(seen):
    half, charts = seen.stage.half_step, seen.stage.views.charts
    _, logarithms = values(charts[NEAR_LOGARITHMS], half.fall.ends)
    assert logarithms[0] == pytest.approx(np.log(START)), "as high as the line"
    assert logarithms[0] - logarithms[1] == pytest.approx(np.log(2))
    half.level.set_view(NEAR_LOGARITHMS)
    for lowered, expected in ((0, np.log(50)), (1, logarithms[0]), (2, logarithms[1])):
        _, level = values(charts[NEAR_LOGARITHMS], half.level.set_lowered(lowered).points)
        np.testing.assert_allclose(level, expected)


def test_the_fall_of_one_half_starts_where_the_line_does(seen):
    chart, half = seen.stage.views.charts[NEAR_LOGARITHMS], seen.stage.half_step
    x, logarithms = values(chart, half.fall.set_shown(1.0).points[:4])
    np.testing.assert_allclose(x, 0, atol=1e-9)
    assert logarithms[0] == pytest.approx(np.log(START))
    assert logarithms[-1] == pytest.approx(np.log(START / 2))


def test_the_factor_of_one_half_turns_into_minus_ln_2_and_that_into_a_number(seen):
    half = seen.stage.half_step
    said = half.factor, half.difference, half.ln_2
    first = [next(f for f in seen.frames if id(one) in f.on_stage) for one in said]
    places = [seen.frames.index(frame) for frame in first]
    assert places == sorted(places)
    assert "times 1/2" in text_of(half.factor)
    assert "-ln 2" in text_of(half.difference)
    named, number = (row.typst_code for row in half.ln_2.submobjects[0])
    assert "ln 2 =" in named
    assert f"{np.log(2):.3f}" in number


def test_a_millimetre_across_is_mu_down(seen):
    near, chart = seen.stage.near, seen.stage.views.charts[NEAR_LOGARITHMS]
    x, logarithms = values(chart, near.steps.set_cut(0.0).corners(0))
    assert x == pytest.approx([0.0, 1.0, 1.0])
    assert logarithms[1] - logarithms[2] == pytest.approx(FIT.mu_per_mm)


def test_the_last_step_is_shrunk_across_and_down_until_all_of_them_fill_one_half(seen):
    near, chart = seen.stage.near, seen.stage.views.charts[NEAR_LOGARITHMS]
    half = seen.stage.half_step
    _, ends = values(chart, half.fall.ends)
    for cut in (0.0, 0.5, 1.0):
        near.steps.set_cut(cut)
        x, logarithms = values(chart, near.steps.corners(near.steps.whole))
        assert logarithms[1] - logarithms[2] == pytest.approx(FIT.mu_per_mm * (x[1] - x[0]))
    assert x[2] == pytest.approx(FIT.half_thickness_mm)
    assert logarithms[2] == pytest.approx(ends[1])
    assert near.how_many == "One goes in, and 0.21 of the next."
    left = text_of(near.share_name)
    assert f"{np.log(2) - FIT.mu_per_mm:.3f}" in left
    assert f'0.21 "of" {seen.stage.mu}' in left


def test_falls_are_laid_beside_one_half_end_on_end_and_end_where_it_ends(seen):
    rest, half = last(seen, "half"), seen.stage.half_step
    falls = rest.laid.reshape(-1, 12, 3)[:, [0, 3]]
    ends = half.fall.ends
    np.testing.assert_allclose(falls[0, 0, 1], ends[0, 1])
    np.testing.assert_allclose(falls[1:, 0], falls[:-1, 1])
    np.testing.assert_allclose(falls[-1, 1, 1], ends[1, 1])
    np.testing.assert_allclose(falls[..., 0], falls[0, 0, 0])


def test_where_the_line_is_ln_2_lower_is_the_half_thickness(seen):
    near, chart = seen.stage.near, seen.stage.views.charts[NEAR_LOGARITHMS]
    x, logarithms = values(chart, near.landing.points)
    np.testing.assert_allclose(logarithms[:4], np.log(START / 2))
    assert x[0] == pytest.approx(0), "from the end of the fall of one half"
    np.testing.assert_allclose(x[4:], FIT.half_thickness_mm)
    assert logarithms[-1] == pytest.approx(chart.y_scale.low)


def test_the_lead_grows_on_the_axis_and_becomes_that_of_the_bench(seen):
    block, bench = seen.stage.block, seen.stage.bench
    bench.set(layout=seen.stage.last_shot, thickness=FIT.half_thickness_mm, slid=1.0, second=0.0)
    block.set_grown(1.0).set_moved(0.0)
    x, _ = values(seen.stage.views.charts[NEAR_LOGARITHMS], block.points)
    assert (x.min(), x.max()) == pytest.approx((0.0, FIT.half_thickness_mm))
    np.testing.assert_allclose(block.set_moved(1.0).points, bench.lead.points, atol=1e-9)
