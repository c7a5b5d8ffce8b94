"""The axis of HalfThickness is stretched until a factor is a step, and then counts logarithms."""

import numpy as np
import pytest

from scenes.visuals.half_thickness.views import (
    FEW_LOGARITHMS,
    FEW_SHEETS,
    LOGARITHMS,
    MARKED,
    STRETCHED,
    VIEWS,
)
from tests.scenes.half_thickness_seen import LAB, OF_100, TOGETHER, seen, text_of
from tests.scenes.on_screen import values

__all__ = ["seen"]
pytestmark = TOGETHER


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
    assert bool(ticks) == (view < STRETCHED or view % 1 != 0.5)
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


def test_logarithms_are_written_only_after_halvings_have_been_seen_to_be_equal(seen):
    stage = seen.stage
    written = [f for f in seen.frames if "4.61" in f.ticks]
    assert all(f.points_view >= STRETCHED for f in written)
    assert all(f.halved == stage.gap.slides for f in written)
    ticks = ticks_seen(stage.axes.set_view(FEW_LOGARITHMS))
    assert sorted(value for _, value in ticks) == [2.53, 3.22, 3.91, 4.61]


@pytest.mark.parametrize("turned", [0.0, 0.3, 0.7, 1.0])
def test_labels_of_marks_become_logarithms_all_at_once(seen, turned):
    axes, marks = seen.stage.axes, seen.stage.views.marks
    shown = {value for _, value in ticks_seen(axes.set_view(STRETCHED + turned))}
    assert shown == ({*marks} if turned < 0.5 else {round(np.log(mark), 2) for mark in marks})


@pytest.mark.parametrize("slid", [0.0, 0.4, 1.0, 1.5, 2.0])
def test_wherever_the_bracket_stands_it_spans_a_halving_of_one_length(seen, slid):
    gap, chart = seen.stage.gap, seen.stage.views.charts[STRETCHED]
    _, heights = values(chart, gap.set_slid(slid).stroke.points)
    assert np.exp(heights.max()) == pytest.approx(100 / 2**slid)
    assert np.ptp(heights) == pytest.approx(np.log(2))
    gap.set_slid(gap.slides)


def test_the_bracket_slides_from_mark_to_mark_and_only_then_tells_the_logarithm(seen):
    gap, marks = seen.stage.gap, seen.stage.views.marks
    assert gap.slides == len(marks) - 2
    shown = [f for f in seen.frames if id(gap.stroke) in f.on_stage]
    slid = [f.halved for f in shown]
    assert slid == sorted(slid)
    assert {f.halved for f in shown if f.resting} == set(range(gap.slides + 1))
    assert {seen.sentences[f.said_before].text for f in shown if f.halved < gap.slides} == {
        f"Each halving is one step: ln 2 = {np.log(2):.2f}."
    }
    told = [f for f in shown if id(gap.logarithm) in f.on_stage]
    assert {f.halved for f in told} == {gap.slides}
    assert told[-1].time - told[0].time > 2, "it can be read"
    assert "times 1" in text_of(gap.factor)
    assert f"photon(ln 2 = {np.log(2):.2f})" in text_of(gap.logarithm)


def test_the_last_plate_has_a_tick_and_the_title_a_row_of_its_own(seen):
    axes = seen.stage.axes.set_view(LOGARITHMS)
    labels = [label for label, _ in axes._x_rows[1] if label.get_fill_opacity() > 0]
    assert [label.text for label in labels] == ["0", "2", "4", "6", "8"]
    assert all(label.get_bottom()[1] > axes._title.get_top()[1] for label in labels)


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
