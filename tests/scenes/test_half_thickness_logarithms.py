"""The logarithms of HalfThickness, its line and what is read off it are those of core."""

import numpy as np
import pytest

from scenes.visuals.half_thickness.views import (
    FEW,
    FEW_LOGARITHMS,
    FEW_SHEETS,
    LOGARITHMS,
    MARKED,
    NEAR_LOGARITHMS,
    STRETCHED,
    VIEWS,
)
from scenes.visuals.writing.numerals import MINUS
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


def chart_height(seen, view, rate):
    """Return how high a rate is on the screen."""
    return seen.stage.views.places(0.0, rate, view)[0, 1]


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
    assert all(id(half.ring) in f.on_stage for f in shown if f.half != shares[-1])
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


def test_near_to_the_line_the_level_is_named_on_the_left(seen):
    name = seen.stage.half_step.level_name.set_view(NEAR_LOGARITHMS)
    left = name.get_left()[0]
    assert left < name.set_view(LOGARITHMS).get_left()[0], "near to the line steps need the right"


def test_each_factor_that_was_measured_turns_into_its_logarithm(seen):
    stage = seen.stage
    measured = OF_100[1 : FEW_SHEETS + 1] / OF_100[:FEW_SHEETS]
    assert len(stage.factors) == len(stage.differences) == FEW_SHEETS
    rest = last(seen, "logarithm")
    for factor, difference, share in zip(stage.factors, stage.differences, measured, strict=True):
        assert f"times {share:.3f}" in text_of(factor)
        assert f"{np.log(share):.2f}" in text_of(difference)
        assert f"{np.log(round(share, 3)):.2f}" == f"{np.log(share):.2f}", "as a reader checks it"
        assert share == pytest.approx(float(stage.share), abs=0.025), "about the same"
        assert id(difference) in rest.on_stage
        assert id(factor) not in rest.on_stage


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
    corners = fitting.misses.set_shown(1.0).corners()
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


def ticks_seen(axes):
    """Return the ticks along y that are seen, each with the value that is written at it."""
    seen = [tick for tick in axes._y_ticks if tick.label.get_fill_opacity() > 0]
    return [(tick, float(tick.label.text.replace("\N{MINUS SIGN}", "-"))) for tick in seen]


@pytest.mark.parametrize("view", VIEWS)
def test_at_rest_a_tick_stands_at_its_value(seen, view):
    axes, views = seen.stage.axes.set_view(view), seen.stage.views
    ticks = ticks_seen(axes)
    assert len(ticks) >= 2
    for tick, value in ticks:
        rate = value if view <= STRETCHED else np.exp(value)
        assert rate == pytest.approx(tick.rate, rel=5e-3)
        assert tick.label.anchor[1] == pytest.approx(views.places(0.0, tick.rate, view)[0, 1])


@pytest.mark.parametrize("view", [0.3, 1.5, 2.5, 3.5, 4.5, 2.8, 3.2, 3.99, 4.4, 4.97])
def test_ticks_ride_with_the_view_and_stay_at_their_values(seen, view):
    axes, views = seen.stage.axes.set_view(view), seen.stage.views
    ticks = ticks_seen(axes)
    assert bool(ticks) == (view < FEW_LOGARITHMS or view % 1 != 0.5)
    for tick, _ in ticks:
        at = views.free_places(0.0, tick.rate, view)[0, 1]
        assert tick.label.anchor[1] == pytest.approx(at)


def test_the_axis_is_stretched_in_one_movement_until_marks_are_equally_far_apart(seen):
    axes, views = seen.stage.axes, seen.stage.views
    assert views.marks == (100.0, 50.0, 25.0, 12.5)
    for view in np.linspace(MARKED, STRETCHED, 9):
        ticks = ticks_seen(axes.set_view(view))
        assert [value for _, value in sorted(ticks, key=lambda t: -t[0].rate)] == [*views.marks]
        assert all(tick.label.get_fill_opacity() == 1 for tick, _ in ticks), "none fades"
    heights = {view: views.places(0.0, views.marks, view)[:, 1] for view in (MARKED, STRETCHED)}
    gaps = {view: -np.diff(at) for view, at in heights.items()}
    np.testing.assert_allclose(gaps[MARKED][:-1] / gaps[MARKED][1:], 2.0)
    np.testing.assert_allclose(gaps[STRETCHED], gaps[STRETCHED][0])
    moved = [f.points_view for f in seen.frames if MARKED < f.points_view < STRETCHED]
    assert len(moved) > 8, "it is seen"
    assert moved == sorted(moved)


def test_logarithms_are_written_only_after_the_steps_are_equal(seen):
    stage = seen.stage
    written = [f for f in seen.frames if id(stage.differences[0]) in f.on_stage]
    assert all(f.points_view >= STRETCHED for f in written)
    ticks = ticks_seen(stage.axes.set_view(FEW_LOGARITHMS))
    assert sorted(value for _, value in ticks) == [2.53, 3.22, 3.91, 4.61]


@pytest.mark.parametrize("told", range(5))
def test_labels_of_marks_become_logarithms_one_after_the_other(seen, told):
    axes, marks = seen.stage.axes, seen.stage.views.marks
    shown = {value for _, value in ticks_seen(axes.set_view(STRETCHED + told / len(marks)))}
    expected = [*(round(np.log(mark), 2) for mark in marks[:told]), *marks[told:]]
    assert shown == set(expected)


def test_a_bracket_tells_what_each_halving_takes_from_the_logarithm(seen):
    stage = seen.stage
    bracket, words = stage.gap
    _, heights = values(stage.views.charts[FEW_LOGARITHMS], bracket.points)
    assert (heights.max(), heights.min()) == pytest.approx((np.log(50), np.log(25)))
    assert text_of(words).endswith(f'{MINUS}{np.log(2):.2f}")')
    shown = [f for f in seen.frames if id(bracket) in f.on_stage]
    assert any(f.resting for f in shown)
    assert all(id(stage.differences[-1]) in f.on_stage for f in shown), "logarithms are there"


def test_falls_are_pointed_out_where_they_are_nearly_equal(seen):
    drops, chart = seen.stage.drops, seen.stage.views.charts[STRETCHED]
    assert len(drops) == FEW_SHEETS
    for k, drop in enumerate(drops):
        x, logarithms = values(chart, drop.points)
        np.testing.assert_allclose(x, LAB.thickness_mm[k + 1])
        ends = np.log(OF_100[k]), np.log(OF_100[k + 1])
        assert (logarithms.max(), logarithms.min()) == pytest.approx(ends)
    shown = [f for f in seen.frames if id(drops[0]) in f.on_stage]
    assert {f.points_view for f in shown} == {STRETCHED}
    said = {seen.sentences[f.said_before].text for f in shown}
    assert said == {"Nearly the same factor: nearly the same step."}


def test_marks_reach_from_the_axis_to_the_stairs(seen):
    stage = seen.stage
    assert stage.marks.rates == [100.0, 25.0, 12.5], "at one half there is the level"
    for rate, end in zip(stage.marks.rates[1:], stage.marks.ends_mm[1:], strict=True):
        k = int(np.searchsorted(LAB.thickness_mm, end))
        assert OF_100[k] <= rate <= OF_100[k - 1]


def test_more_plates_are_announced_when_they_come(seen):
    coming = [f for f in seen.frames if FEW_LOGARITHMS < f.points_view < LOGARITHMS]
    assert coming
    said = {seen.sentences[f.said_before].text for f in coming}
    assert said == {seen.stage.more} == {"Four more plates, up to 8 mm."}
