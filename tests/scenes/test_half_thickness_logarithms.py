"""The logarithms of HalfThickness, its line and what is read off it are those of core."""

import numpy as np
import pytest

from scenes.visuals.half_thickness.views import (
    FEW,
    FEW_LOGARITHMS,
    FEW_SHEETS,
    LOGARITHMS,
    NEAR_LOGARITHMS,
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


def test_one_half_is_asked_for_at_its_level_and_stands_there_but_for_the_fit(seen):
    asked, fit = seen.stage.half_step.asked, id(seen.stage.fitting.misses)
    for frame in seen.frames:
        if fit in frame.on_stage:
            assert not any(id(part) in frame.on_stage for part in asked), "squares have the picture"
        if frame.step == "line" and not frame.law.size:
            assert all(id(part) in frame.on_stage for part in asked)
    level = seen.stage.half_step.level
    for view, height in (
        (FEW, 50),
        (FEW_LOGARITHMS, np.log(50)),
        (LOGARITHMS, np.log(50)),
        (NEAR_LOGARITHMS, np.log(50)),
    ):
        chart = seen.stage.views.charts[view]
        points = level.set_lowered(0.0).set_view(view).set_shown(1.0).points
        np.testing.assert_allclose(values(chart, points)[1], height)
        assert points[:, 0].min() == pytest.approx(chart.box.left), "a whole line"
        assert points[:, 0].max() > chart.box.right - 0.25
    level.set_lowered(1.0)


def test_near_to_the_line_the_level_slides_from_half_of_100_to_half_of_where_the_line_starts(seen):
    half = seen.stage.half_step
    shown = [f for f in seen.frames if f.step == "half" and id(half.rest) in f.on_stage]
    shares = [f.half for f in shown]
    assert shares == sorted(shares, reverse=True)
    assert (shares[0], shares[-1]) == ("50.0", f"{START / 2:.1f}")
    assert len(set(shares)) > 3, "it is seen"
    moved = [f for f in shown if f.half not in (shares[0], shares[-1])]
    assert {seen.sentences[f.said_before].text.split(",")[0] for f in moved} == {"Half of that"}
    half.come_near()
    for lowered, level in ((0.0, 50.0), (1.0, START / 2)):
        half.rest.set_lowered(lowered)
        _, height = values(seen.stage.views.charts[NEAR_LOGARITHMS], half.level.points)
        np.testing.assert_allclose(height, np.log(level))
        assert float(half.rest.number.text) == pytest.approx(level, abs=0.05)


def test_a_ruler_over_the_first_two_bars_says_less_than_the_half_thickness(seen):
    ruler, chart = seen.stage.half_step.ruler, seen.stage.views.charts[FEW]
    x, rates = values(chart, ruler.set_view(FEW).set_shown(1.0).points)
    slope = np.polyfit(x, rates, 1)[0]
    assert slope == pytest.approx((OF_100[1] - OF_100[0]) / LAB.thickness_mm[1])
    assert rates[0] == pytest.approx(100)
    assert float(ruler.half) == pytest.approx(-50 / slope, abs=0.005)
    assert float(ruler.half) < FIT.half_thickness_mm


@pytest.mark.parametrize("view", [FEW, FEW_LOGARITHMS, NEAR_LOGARITHMS])
def test_the_guess_of_the_ruler_stands_where_the_ruler_meets_one_half(seen, view):
    half, chart = seen.stage.half_step, seen.stage.views.charts[view]
    x, rates = values(chart, half.guess.set_view(view).set_shown(1.0).points)
    np.testing.assert_allclose(x, half.ruler.half_mm)
    near = view == NEAR_LOGARITHMS
    assert rates[0] == pytest.approx(50 if view == FEW else np.log(START / 2 if near else 50))
    assert rates[-1] == pytest.approx(chart.y_scale.low)


def test_under_the_logarithm_there_are_no_bars_and_a_disc_for_every_rate(seen):
    turned = [f for f in seen.frames if f.points_view > FEW]
    assert turned
    assert not any(id(seen.stage.bars) in frame.on_stage for frame in turned)
    assert all(id(seen.stage.tops) in f.on_stage for f in turned if f.view <= NEAR_LOGARITHMS)


def test_bars_leave_their_tops(seen):
    rest = [f for f in seen.frames if f.step == "logarithm" and f.points_view == FEW][-1]
    x, rate = values(seen.stage.views.charts[FEW], middles_of(rest.discs, FEW_SHEETS + 1))
    np.testing.assert_allclose(x, LAB.thickness_mm[: FEW_SHEETS + 1], atol=1e-9)
    np.testing.assert_allclose(rate, OF_100[: FEW_SHEETS + 1], atol=1e-6)


def test_a_curve_over_the_tops_of_the_bars_comes_down_to_half_behind_the_ruler(seen):
    half, chart = seen.stage.half_step, seen.stage.views.charts[FEW]
    x, rate = values(chart, seen.stage.curve.set_view(FEW).set_shown(1.0).points)
    tops = np.interp(LAB.thickness_mm[: FEW_SHEETS + 1], x, rate)
    np.testing.assert_allclose(tops, OF_100[: FEW_SHEETS + 1], atol=0.1)
    later = np.interp(-50.0, -rate, x)
    assert later > half.ruler.half_mm
    marked, _ = values(chart, seen.stage.crossing.set_shown(1.0).points)
    assert (marked.min() + marked.max()) / 2 == pytest.approx(later, abs=1e-3)
    assert seen.stage.bent.endswith("half comes later.")
    bent = [f for f in seen.frames if id(seen.stage.curve) in f.on_stage]
    assert all(id(half.ruler) in f.on_stage for f in bent), "both are compared"


def test_the_guess_of_the_ruler_is_named_where_it_was_read_while_there_are_bars(seen):
    stage, name = seen.stage, seen.stage.half_step.guess_name
    named = [f for f in seen.frames if f.resting and {id(name), id(stage.curve)} <= f.on_stage]
    assert named
    assert all(f.fallen == 0.0 for f in named)
    assert last(seen, "logarithm").fallen == 1.0


def test_the_line_of_the_guess_ends_at_the_level_of_one_half_where_there_are_bars(seen):
    stage, chart = seen.stage, seen.stage.views.charts[FEW]
    asked = [f for f in seen.frames if {id(stage.half_step.guess), id(stage.bars)} <= f.on_stage]
    assert asked
    for frame in (f for f in asked if f.guess.size):
        x, rate = values(chart, frame.guess)
        np.testing.assert_allclose(x, stage.half_step.ruler.half_mm)
        assert rate.max() == pytest.approx(50)


def test_near_to_the_line_the_level_is_named_on_the_left(seen):
    name = seen.stage.half_step.level_name.set_view(NEAR_LOGARITHMS)
    left = name.get_left()[0]
    assert left < name.set_view(LOGARITHMS).get_left()[0], "near to the line steps need the right"


def test_factors_are_those_that_were_measured_and_leave_for_the_halvings(seen):
    stage = seen.stage
    measured = OF_100[1 : FEW_SHEETS + 1] / OF_100[:FEW_SHEETS]
    assert len(stage.factors) == FEW_SHEETS
    slides = [f for f in seen.frames if 0 < f.halved < stage.gap.slides]
    for factor, share in zip(stage.factors, measured, strict=True):
        assert f"times {share:.3f}" in text_of(factor)
        assert share == pytest.approx(float(stage.share), abs=0.025), "about the same"
        assert not any(id(factor) in f.on_stage for f in slides)


def test_a_wrong_guess_is_struck_out_where_it_stands_near_to_the_line(seen):
    half = seen.stage.half_step
    name = half.guess_name.set_fallen(1.0).set_view(NEAR_LOGARITHMS)
    stroke = half.strike.points
    assert stroke[:, 0].min() < name.get_left()[0] < name.get_right()[0] < stroke[:, 0].max()
    assert any(id(half.strike) in frame.on_stage for frame in seen.frames if frame.step == "half")


def test_steps_are_unequal_and_become_equal_under_the_logarithm(seen):
    steps, used = seen.stage.steps, int(FIT.used.sum())
    assert steps.number == used - 1
    spreads = []
    for view in (FEW, FEW_LOGARITHMS):
        corners = np.array([steps.corners_in(view, k)[1:] for k in range(FEW_SHEETS)])
        _, heights = values(seen.stage.views.charts[view], corners)
        falls = heights[:, 0] - heights[:, 1]
        spreads.append(falls.max() / falls.min())
    assert spreads[0] > 5
    assert spreads[1] < 1.3


def test_steps_are_nearly_equal_as_far_as_the_rule_of_the_fit_reaches(seen):
    used = int(FIT.used.sum())
    assert last(seen, "logarithm").steps == FEW_SHEETS
    falls = -np.diff(np.log(LAB.rate))
    np.testing.assert_allclose(falls[: used - 1], FIT.mu_per_mm, atol=0.1)
    assert falls[used + 1 :].mean() < 0.6 * FIT.mu_per_mm, "no equal steps there"


def test_rates_turn_into_their_logarithms(seen):
    rest = next(f for f in seen.frames if f.step == "line" and f.points_view == LOGARITHMS)
    discs = middles_of(rest.discs, FIT.used.sum())
    _, logarithms = values(seen.stage.views.charts[LOGARITHMS], discs)
    np.testing.assert_allclose(logarithms, np.log(OF_100[FIT.used]), atol=1e-9)


def test_the_line_is_that_of_core(seen):
    x, logarithms = values(seen.stage.views.charts[LOGARITHMS], last(seen, "line").law)
    slope, intercept = np.polyfit(x, logarithms, 1)
    assert -slope == pytest.approx(FIT.mu_per_mm, rel=1e-9)
    assert intercept == pytest.approx(np.log(START), rel=1e-9)


def test_the_line_turns_to_where_the_sum_of_its_squares_is_least(seen):
    fitting = seen.stage.fitting
    shown = [f for f in seen.frames if f.step == "line" and id(fitting.misses) in f.on_stage]
    assert 0.2 <= -shown[0].tilt / FIT.mu_per_mm <= 0.5, "plainly wrong at first"
    assert [f.tilt for f in shown] == sorted(f.tilt for f in shown)
    rest = last(seen, "line")
    assert rest.tilt == 0
    assert "least squares" in seen.sentences[rest.said_before].text
    assert all(f.squares > rest.squares for f in shown if f.tilt)
    x, logarithms = LAB.thickness_mm[FIT.used], np.log(OF_100[FIT.used])
    _, residuals, *_ = np.polyfit(x, logarithms, 1, full=True)
    assert rest.squares == pytest.approx(residuals[0])
    assert rest.squares < 0.05 * shown[0].squares


def test_line_and_squares_have_room_where_it_is_tilted_most(seen):
    fitting, box = seen.stage.fitting, seen.stage.views.box(LOGARITHMS)
    fitting.turn(0.0)
    corners = fitting.misses.set_shown(1.0).corners()
    assert box.bottom < corners[..., 1].min() < corners[..., 1].max() < box.top
    fitting.turn(1.0)


def test_a_square_stands_on_each_miss(seen):
    fitting, chart = seen.stage.fitting, seen.stage.views.charts[LOGARITHMS]
    fitting.turn(0.5)
    for shown in (0.2, 0.6, 1.0):
        corners = fitting.misses.set_shown(shown).corners()
        side = np.ptp(corners[..., 1], axis=1)
        np.testing.assert_allclose(np.ptp(corners[..., 0], axis=1), side)
    _, misses = values(chart, corners)
    np.testing.assert_allclose(np.ptp(misses, axis=1) ** 2, fitting.misses.areas)
    fitting.turn(1.0)


def test_only_what_the_line_is_fitted_to_is_in_its_picture(seen):
    stage = seen.stage
    np.testing.assert_array_equal(stage.tops.x, LAB.thickness_mm[FIT.used])
    np.testing.assert_array_equal(stage.fitting.misses.x, LAB.thickness_mm[FIT.used])
    assert stage.views.charts[LOGARITHMS].x_scale.high < LAB.thickness_mm[~FIT.used].min()


def test_more_plates_are_announced_when_they_come(seen):
    coming = [f for f in seen.frames if FEW_LOGARITHMS < f.points_view < LOGARITHMS]
    assert coming
    said = {seen.sentences[f.said_before].text for f in coming}
    assert said == {seen.stage.more} == {"Four more plates, up to 8 mm."}
