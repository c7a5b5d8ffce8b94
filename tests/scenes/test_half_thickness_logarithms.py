"""The logarithms of HalfThickness, its line and what is read off it are those of core."""

from dataclasses import replace

import numpy as np
import pytest

from scenes.visuals.half_thickness.half_stairs import HALVINGS
from scenes.visuals.half_thickness.log_table import COLUMNS
from scenes.visuals.half_thickness.views import (
    LOGARITHMS,
    NEAR_LOGARITHMS,
    NEAR_RATES,
    RATES,
)
from tests.scenes.half_thickness_seen import (
    FIT,
    LAB,
    OF_100,
    START,
    TOGETHER,
    last,
    middles_of,
    seen,
    text_of,
)
from tests.scenes.on_screen import values

__all__ = ["seen"]
pytestmark = TOGETHER


def test_in_the_table_a_factor_of_rates_is_a_difference_of_their_logarithms(seen):
    table = seen.stage.log_table
    rates, logarithms = (
        [text_of(entry) for entry in row] for row in (table.rates, table.logarithms)
    )
    ratios = LAB.rate[1:COLUMNS] / LAB.rate[: COLUMNS - 1]
    numbers = [float(text.strip("$ ")) for text in logarithms[1 : COLUMNS + 1]]
    assert numbers == pytest.approx(np.log(OF_100[:COLUMNS]), abs=5e-4)
    steps = rates[COLUMNS + 1 :], logarithms[COLUMNS + 1 :]
    for above, below, ratio in zip(*steps, ratios, strict=True):
        assert f"times {ratio:.2f}" in above
        assert f"minus {-np.log(ratio):.3f}" in below


def test_one_half_is_asked_for_between_the_sheets_that_leave_more_and_less_of_it(seen):
    half, chart = seen.stage.half_step, seen.stage.views.charts[RATES]
    _, rates = values(chart, half.level.points)
    np.testing.assert_allclose(rates, 50)
    asked, _ = values(chart, half.where.get_center()[None])
    assert OF_100[int(asked[0])] > 50 > OF_100[int(asked[0]) + 1]


def test_under_the_logarithm_there_are_no_bars_and_a_disc_for_every_rate(seen):
    turned = [f for f in seen.frames if f.points_view > RATES]
    assert turned
    assert not any(id(seen.stage.bars) in frame.on_stage for frame in turned)
    assert all(
        id(seen.stage.tops) in f.on_stage for f in turned if f.step not in ("halves", "answer")
    )


def test_bars_leave_their_tops(seen):
    rest = [f for f in seen.frames if f.step == "logarithm" and f.points_view == RATES][-1]
    x, rate = values(seen.stage.views.charts[RATES], middles_of(rest.discs))
    np.testing.assert_allclose(x, LAB.thickness_mm, atol=1e-9)
    np.testing.assert_allclose(rate, OF_100, atol=1e-6)


def test_one_half_is_a_fall_of_ln_2_wherever_it_stands(seen):
    half, charts = seen.stage.half_step, seen.stage.views.charts
    stands = [last(seen, step).halving for step in ("shares", "logarithm", "half")]
    assert stands == [replace(half.logarithmic, view=RATES), half.logarithmic, half.on_line]
    _, rates = values(charts[RATES], half.fall.stand(stands[0]).ends)
    np.testing.assert_allclose(rates, [100, 50])
    for stand, chart in [
        (half.logarithmic, charts[LOGARITHMS]),
        (half.near, charts[NEAR_LOGARITHMS]),
        (half.on_line, charts[NEAR_LOGARITHMS]),
    ]:
        _, logarithms = values(chart, half.fall.stand(stand).ends)
        assert logarithms[0] == pytest.approx(np.log(stand.rate))
        assert logarithms[0] - logarithms[1] == pytest.approx(np.log(2))
    assert (half.near.rate, half.on_line.rate) == pytest.approx((100, START))


def test_in_the_column_falls_are_unequal_and_become_equal_under_the_logarithm(seen):
    column, used = seen.stage.column, int(FIT.used.sum())
    assert column.steps.number == used - 1
    spreads = []
    for view in (RATES, LOGARITHMS):
        points = column.set_view(view).set_shown(used - 1).points.reshape(used - 1, -1, 3)
        chart = seen.stage.views.charts[view]
        x, heights = values(chart, points[:, [0, 3]].reshape(-1, 3))
        np.testing.assert_allclose(x, column.x)
        falls = heights[::2] - heights[1::2]
        np.testing.assert_allclose(heights[2::2], heights[1:-1:2], atol=1e-9)  # end on end
        spreads.append(falls.max() / falls.min())
    assert spreads[0] > 20
    assert spreads[1] < 1.3


def test_the_steps_go_down_as_far_as_the_rule_of_the_fit_reaches(seen):
    used = int(FIT.used.sum())
    assert last(seen, "logarithm").steps == used - 1
    falls = -np.diff(np.log(LAB.rate))
    np.testing.assert_allclose(falls[: used - 1], FIT.mu_per_mm, atol=0.1)
    assert falls[used + 1 :].mean() < 0.6 * FIT.mu_per_mm, "no equal steps there"


def test_rates_turn_into_their_logarithms(seen):
    discs = middles_of(last(seen, "logarithm").discs)
    _, logarithms = values(seen.stage.views.charts[LOGARITHMS], discs)
    np.testing.assert_allclose(logarithms, np.log(OF_100), atol=1e-9)


def test_the_line_is_that_of_core_and_comes_once_it_is_known_which_points_count(seen):
    left_out = id(seen.stage.background.left_out)
    assert all(
        left_out in frame.on_stage
        for frame in seen.frames
        if frame.step == "line" and len(frame.law)
    )
    x, logarithms = values(seen.stage.views.charts[LOGARITHMS], last(seen, "line").law)
    slope, intercept = np.polyfit(x, logarithms, 1)
    assert -slope == pytest.approx(FIT.mu_per_mm, rel=1e-9)
    assert intercept == pytest.approx(np.log(START), rel=1e-9)


def test_the_background_is_drawn_at_the_rate_of_the_run_without_a_source(seen):
    counts, seconds = LAB.background
    chart = seen.stage.views.charts[LOGARITHMS]
    levels = [f.level for f in seen.frames if f.step == "line" and len(f.level)]
    heights = [values(chart, level)[1] for level in levels]
    assert all(np.ptp(height) < 1e-9 for height in heights)
    risen = [float(height[0]) for height in heights]
    assert risen == sorted(risen)
    background = 100 / LAB.rate[0] * counts / seconds
    assert risen[-1] == pytest.approx(np.log(background))


def test_the_floor_is_all_that_lies_below_the_background(seen):
    background, chart = seen.stage.background, seen.stage.views.charts[LOGARITHMS]
    _, floor = values(chart, background.floor.set_shown(1.0).points)
    assert floor.max() == pytest.approx(values(chart, background.level.points)[1].max())
    assert floor.min() == pytest.approx(chart.y_scale.low)


def test_used_and_left_out_rates_are_those_of_core(seen):
    np.testing.assert_array_equal(seen.stage.tops.x, LAB.thickness_mm[FIT.used])
    np.testing.assert_array_equal(seen.stage.background.left_out.x, LAB.thickness_mm[~FIT.used])


def test_a_millimetre_across_is_mu_down(seen):
    chart, millimetre = seen.stage.views.charts[NEAR_LOGARITHMS], seen.stage.near.millimetre
    x, logarithms = values(chart, millimetre.corners(0))
    assert x == pytest.approx([0.0, 1.0, 1.0])
    assert logarithms[1] - logarithms[2] == pytest.approx(FIT.mu_per_mm)


def test_steps_of_a_millimetre_and_a_part_of_one_go_down_the_line_as_far_as_ln_2(seen):
    near, chart = seen.stage.near, seen.stage.views.charts[NEAR_LOGARITHMS]
    half = seen.stage.half_step
    _, ends = values(chart, half.fall.stand(half.on_line).ends)
    falls = [values(chart, near.pieces.corners(k)[1:])[1] for k in range(near.whole + 1)]
    assert falls[0][0] == pytest.approx(ends[0])
    assert falls[-1][1] == pytest.approx(ends[1])
    times_mu = -np.diff(falls).ravel() / FIT.mu_per_mm
    assert times_mu[: near.whole] == pytest.approx(1.0)
    assert times_mu.sum() == pytest.approx(FIT.half_thickness_mm)
    assert near.how_many == "One millimetre, and 0.21 of the next."


def test_what_whole_millimetres_leave_of_ln_2_is_written_as_a_part_of_one(seen):
    left, part = seen.stage.near.rest_name.submobjects[0].submobjects
    assert f"{np.log(2) - FIT.mu_per_mm:.3f}" in left.typst_code
    assert f"{FIT.half_thickness_mm - 1:.2f} dot {FIT.mu_per_mm:.3f}" in part.typst_code


def test_where_the_line_is_ln_2_lower_is_the_half_thickness(seen):
    near, chart = seen.stage.near, seen.stage.views.charts[NEAR_LOGARITHMS]
    x, logarithms = values(chart, near.across.points)
    assert x[[0, -1]] == pytest.approx([0.0, FIT.half_thickness_mm])
    np.testing.assert_allclose(logarithms, np.log(START / 2))
    landed, _ = values(chart, near.landing.points)
    np.testing.assert_allclose(landed, FIT.half_thickness_mm)


def test_every_stair_is_one_half_thickness_wide_and_halves_what_is_left(seen):
    half_stairs, chart = seen.stage.half_stairs, seen.stage.views.charts[NEAR_RATES]
    stairs = half_stairs.stairs
    ends = np.array([stairs.corners(0)[0], *(stairs.corners(k)[2] for k in range(HALVINGS))])
    x, rate = values(chart, ends)
    np.testing.assert_allclose(x, FIT.half_thickness_mm * np.arange(HALVINGS + 1), atol=1e-9)
    np.testing.assert_allclose(rate, 100 / 2 ** np.arange(HALVINGS + 1), rtol=1e-9)
    for drop, end in zip(half_stairs.drops, ends[1:], strict=True):
        np.testing.assert_allclose(drop.points[[0, -1], 0], end[0])
        assert drop.points[-1, 1] == pytest.approx(chart.box.bottom)


def test_every_half_down_the_line_is_as_wide_and_as_high_as_the_first(seen):
    walk, chart = seen.stage.half_walk, seen.stage.views.charts[LOGARITHMS]
    assert walk.number >= 5
    for k in range(walk.number):
        x, logarithms = values(chart, walk.corners(k))
        assert x == pytest.approx(FIT.half_thickness_mm * np.array([k, k + 1, k + 1]))
        assert logarithms[1] - logarithms[2] == pytest.approx(np.log(2))
        assert logarithms[2] == pytest.approx(np.log(START) - FIT.mu_per_mm * x[2])


@pytest.mark.parametrize("view", [RATES, LOGARITHMS, NEAR_LOGARITHMS, NEAR_RATES])
def test_at_rest_a_tick_stands_at_its_value(seen, view):
    axes, chart = seen.stage.axes.set_view(view), seen.stage.views.charts[view]
    labels = [label for row in axes._y_rows for label, _ in row if label.get_fill_opacity() > 0]
    assert len(labels) > 2
    for label in labels:
        value = float(label.text.replace("\N{MINUS SIGN}", "-"))
        assert label.anchor[1] == pytest.approx(chart.place(0.0, value)[1])


@pytest.mark.parametrize("view", [0.5, 1.5, 2.5, 0.8, 1.2, 1.99, 2.9])
def test_ticks_ride_with_the_view_and_stay_at_their_values(seen, view):
    axes, views = seen.stage.axes.set_view(view), seen.stage.views
    labels = [label for row in axes._y_rows for label, _ in row if label.get_fill_opacity() > 0]
    assert bool(labels) == (view % 1 != 0.5)
    for label in labels:
        value = float(label.text.replace("\N{MINUS SIGN}", "-"))
        rate = views.rate(value, round(view))
        assert label.anchor[1] == pytest.approx(views.free_places(0.0, rate, view)[0, 1])
