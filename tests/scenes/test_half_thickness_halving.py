"""One half is a fall of ln 2 in HalfThickness, and the step of a millimetre grows to it."""

import numpy as np
import pytest

from scenes.visuals.half_thickness.beam.block import LEAVES
from scenes.visuals.half_thickness.line.halves import END, STOP
from scenes.visuals.half_thickness.rates import RADIUS
from scenes.visuals.half_thickness.views import HALVES, NEAR_LOGARITHMS
from tests.scenes.half_thickness_seen import FIT, START, TOGETHER, last, seen, text_of
from tests.scenes.on_screen import values

__all__ = ["seen"]
pytestmark = TOGETHER


def test_one_half_is_a_fall_of_ln_2_down_to_its_level(seen):
    half, charts = seen.stage.half_step, seen.stage.views.charts
    _, logarithms = values(charts[NEAR_LOGARITHMS], half.fall.ends)
    assert logarithms[0] == pytest.approx(np.log(START)), "as high as the line"
    assert logarithms[0] - logarithms[1] == pytest.approx(np.log(2))
    _, level = values(charts[NEAR_LOGARITHMS], half.level.set_view(NEAR_LOGARITHMS).points)
    np.testing.assert_allclose(level, logarithms[1])


def test_the_bracket_of_one_half_opens_beside_the_start_of_the_line_and_has_the_known_shape(seen):
    chart, half = seen.stage.views.charts[NEAR_LOGARITHMS], seen.stage.half_step
    for shown in (0.5, 1.0):
        points = half.fall.set_shown(shown).points
        x, logarithms = values(chart, points)
        assert x.max() < 0
        assert logarithms.max() == pytest.approx(np.log(START))
        assert np.ptp(logarithms) == pytest.approx(shown * np.log(2))
    known = seen.stage.gap.stroke
    assert np.ptp(points[:, 0]) == pytest.approx(np.ptp(known.points[:, 0]))
    assert half.fall.get_stroke_color() == known.get_stroke_color()


def test_it_is_said_and_shown_what_the_line_starts_with_and_half_of_that(seen):
    half, (first, rest) = seen.stage.half_step, seen.stage.half_step.shares
    assert (first, rest) == (f"{START:.3g}", f"{START / 2:.3g}")
    named, share = (row.typst_code for row in half.first.submobjects[0])
    assert "I_0 =" in named
    assert first in share
    shown = next(f for f in seen.frames if id(half.first) in f.on_stage)
    said = f"It heeds all nine dots, so it starts at {first} %."
    assert FIT.used.sum() == 9
    assert seen.sentences[shown.said_before].text == said
    fallen = next(f for f in seen.frames if id(half.ln_2) in f.on_stage)
    said = f"Half of that, {rest} %, lies ln 2 = {np.log(2):.3f} lower."
    assert seen.sentences[fallen.said_before].text == said
    chart = seen.stage.views.charts[NEAR_LOGARITHMS]
    assert half.first.get_right()[0] < half.fall.set_shown(1.0).get_left()[0], "beside the bracket"
    name, number = half.level_name.set_view(NEAR_LOGARITHMS), half.rest.set_lowered(1.0).number
    assert name.get_left()[0] < chart.place(0.0, 0.0)[0] < number.get_left()[0]
    assert number.get_left()[0] - name.get_right()[0] < 0.25, "nothing is between them"
    assert name.get_top()[1] < half.fall.get_bottom()[1]


def test_the_line_starts_below_the_first_dot_and_is_not_hidden_by_it(seen):
    tops, chart = seen.stage.tops, seen.stage.views.charts[NEAR_LOGARITHMS]
    start = chart.place(0.0, float(np.log(START)))
    discs = tops.set_view(NEAR_LOGARITHMS).points
    dot = discs[np.abs(discs[:, 0] - start[0]) < RADIUS]
    middle = (dot[:, 1].max() + dot[:, 1].min()) / 2
    assert middle == pytest.approx(chart.place(0.0, float(np.log(100)))[1])
    assert start[1] < middle - 0.8 * np.ptp(dot[:, 1]) / 2, "it is not hidden by the dot"


def test_mu_is_said_when_its_step_comes(seen):
    said = [f for f in seen.frames if "falls by μ" in seen.sentences[f.said_before].text]
    assert said[0].view == NEAR_LOGARITHMS
    assert any(id(seen.stage.near.step) in f.on_stage for f in said[:3])


def test_beside_the_bracket_of_one_half_stands_ln_2_as_a_number(seen):
    half = seen.stage.half_step
    opened = next(k for k, f in enumerate(seen.frames) if id(half.fall) in f.on_stage)
    assert not any(id(half.ln_2) in f.on_stage for f in seen.frames[: opened + 1])
    named, number = (row.typst_code for row in half.ln_2.submobjects[0])
    assert "ln 2 =" in named
    assert f"{np.log(2):.3f}" in number


def test_a_millimetre_across_is_mu_down(seen):
    step, chart = seen.stage.near.step, seen.stage.views.charts[NEAR_LOGARITHMS]
    x, logarithms = values(chart, step.set_grown(0.0).corners())
    assert x == pytest.approx([0.0, 1.0, 1.0])
    assert logarithms[1] - logarithms[2] == pytest.approx(FIT.mu_per_mm)
    assert step.fall == pytest.approx(FIT.mu_per_mm)


def test_the_step_grows_along_the_line_until_it_falls_by_ln_2(seen):
    stage, chart = seen.stage, seen.stage.views.charts[NEAR_LOGARITHMS]
    step, level = stage.near.step, stage.half_step.level.set_view(NEAR_LOGARITHMS)
    for grown in (0.0, 0.5, 1.0):
        x, logarithms = values(chart, step.set_grown(grown).corners())
        assert (x[0], logarithms[0]) == pytest.approx((0.0, np.log(START))), "where the line starts"
        assert logarithms[2] == pytest.approx(np.log(START) - FIT.mu_per_mm * x[2])
        assert step.width_mm == pytest.approx(step.fall / FIT.mu_per_mm), "by the same factor"
    assert x[2] == pytest.approx(FIT.half_thickness_mm)
    assert step.fall == pytest.approx(np.log(2))
    _, half = values(chart, level.points)
    assert logarithms[2] == pytest.approx(half[0]), "down to the level of one half"
    step.set_grown(0.0)


def test_the_sizes_of_the_step_count_with_it(seen):
    growing = [f for f in seen.frames if f.step == "half" and 0 < f.stepped < 1]
    assert len(growing) > 5
    assert [f.stepped for f in growing] == sorted(f.stepped for f in growing)
    for frame in growing:
        width = 1 + frame.stepped * (FIT.half_thickness_mm - 1)
        assert frame.sized == (f"{width:.2f}", f"{FIT.mu_per_mm * width:.3f}")
    rest = last(seen, "half")
    assert rest.sized == (seen.stage.half, f"{np.log(2):.3f}")


def test_width_and_fall_are_said_to_grow_alike_while_they_do(seen):
    growing = [f for f in seen.frames if f.step == "half" and 0 < f.stepped < 1]
    said = [seen.sentences[frame.said_before].text for frame in growing]
    near = seen.stage.near
    assert set(said) == {near.grows, near.alike}
    assert 0.3 < said.count(near.alike) / len(said) < 0.7


def test_the_step_slides_down_the_line_and_halves_from_wherever_it_starts(seen):
    stage, chart = seen.stage, seen.stage.views.charts[HALVES]
    near, halves, x_h = stage.near, stage.halves, FIT.half_thickness_mm
    near.set_grown(1.0)
    near.sizes.set_view(HALVES)
    for slid in (0.0, 0.3, halves.stop, 1.0, halves.end):
        near.sizes.set_slid(slid)
        x, logarithms = values(chart, near.step.corners())
        assert x == pytest.approx([slid * x_h, (slid + 1) * x_h, (slid + 1) * x_h])
        assert logarithms[0] == pytest.approx(np.log(START) - FIT.mu_per_mm * x[0]), "on the line"
        assert logarithms[1] - logarithms[2] == pytest.approx(np.log(2))
        assert near.sizes.fall_name.text == f"{np.log(2):.3f}"
    near.sizes.set_slid(0.0).set_view(NEAR_LOGARITHMS)
    near.set_grown(0.0)
    slid = [f.slid for f in seen.frames if f.step == "half"]
    assert slid == sorted(slid)
    assert (slid[0], slid[-1]) == pytest.approx((0.0, halves.end))
    assert len(set(slid)) > 10, "it does not jump from level to level"


def test_levels_say_what_the_line_has_where_the_step_starts_and_half_of_that_where_it_ends(seen):
    halves, chart = seen.stage.halves, seen.stage.views.charts[HALVES]
    for frame in seen.frames:
        if id(halves) in frame.on_stage:
            start = START / 2**frame.slid
            assert frame.shares == [f"{start:.1f}", f"{start / 2:.1f}"]
    _, levels = values(chart, halves.set_slid(halves.end).set_shown(1.0).levels.points)
    assert (np.exp(levels.max()), np.exp(levels.min())) == pytest.approx((END, END / 2))


def test_on_its_way_the_step_stops_once_at_no_round_place_and_that_is_told(seen):
    halves = seen.stage.halves
    told = [f for f in seen.frames if seen.sentences[f.said_before].text == halves.said]
    assert {f.slid for f in told if f.resting} == {halves.stop}
    depth = halves.stop * FIT.half_thickness_mm
    assert START * np.exp(-FIT.mu_per_mm * depth) == pytest.approx(STOP)
    assert halves.said == f"{seen.stage.half} mm more: {STOP} % become {STOP // 2} %."
    assert "From anywhere" in seen.sentences[last(seen, "half").said_before].text


def test_the_half_thickness_is_named_before_its_formula_comes(seen):
    written = next(f for f in seen.frames if id(seen.stage.near.quotient.head) in f.on_stage)
    assert "half thickness" in seen.sentences[written.said_before].text


def test_the_first_step_stays_within_the_one_that_has_grown(seen):
    near, chart = seen.stage.near, seen.stage.views.charts[NEAR_LOGARITHMS]
    x, logarithms = values(chart, near.trace.points)
    assert (x.min(), x.max()) == pytest.approx((0.0, 1.0))
    assert np.ptp(logarithms) == pytest.approx(FIT.mu_per_mm)
    assert seen.stage.mu in text_of(near.trace_name)
    assert near.trace_name.get_right()[0] < chart.place(1.0, 0.0)[0]


def test_the_numbers_of_the_quotient_come_from_the_two_falls_and_land_where_it_has_them(seen):
    near = seen.stage.near
    above, below = near.quotient.submobjects
    near.quotient.set_come(0.0)
    near.set_grown(1.0)
    np.testing.assert_allclose(above.get_center(), near.sizes.fall_name.get_center(), atol=1e-6)
    np.testing.assert_allclose(below.get_center(), near.trace_name.get_center(), atol=1e-6)
    flying = [f for f in seen.frames if id(near.quotient) in f.on_stage and not f.resting]
    assert any(id(near.quotient.rest) not in f.on_stage for f in flying), "nothing is in their way"
    near.quotient.set_come(1.0)
    near.set_grown(0.0)
    _, second, third = near.quotient.written.submobjects[0]
    for number, name in ((above, "above"), (below, "below")):
        written = second.select(name)
        np.testing.assert_allclose(number.get_center(), written.get_center(), atol=1e-6)
        assert number.width == pytest.approx(written.width)
    assert f"{np.log(2):.3f}" in second.typst_code
    assert seen.stage.mu in second.typst_code
    assert seen.stage.half in third.typst_code


def test_below_the_foot_of_the_step_lies_the_half_thickness(seen):
    near, chart = seen.stage.near, seen.stage.views.charts[NEAR_LOGARITHMS]
    x, logarithms = values(chart, near.landing.points)
    np.testing.assert_allclose(x, FIT.half_thickness_mm)
    assert logarithms[0] == pytest.approx(np.log(START / 2))
    assert logarithms[-1] == pytest.approx(chart.y_scale.low)


def test_the_lead_rises_on_the_axis_and_becomes_that_of_the_bench(seen):
    block, bench, chart = seen.stage.block, seen.stage.bench, seen.stage.views.charts
    bench.set(layout=seen.stage.last_shot, thickness=FIT.half_thickness_mm, slid=1.0, second=0.0)
    for come in (0.1, 0.25, LEAVES):
        x, logarithms = values(chart[HALVES], block.set_come(come).lead.points)
        end = seen.stage.halves.end
        ends = end * FIT.half_thickness_mm, (end + 1) * FIT.half_thickness_mm
        assert (x.min(), x.max()) == pytest.approx(ends)
        assert logarithms.min() == pytest.approx(chart[HALVES].y_scale.low)
    np.testing.assert_allclose(block.set_come(1.0).lead.points, bench.lead.points, atol=1e-9)


def test_the_lead_takes_the_width_of_the_step_along_as_its_name(seen):
    block, near, name = seen.stage.block, seen.stage.near, seen.stage.half_name
    near.set_grown(1.0)
    near.sizes.set_view(HALVES).set_slid(seen.stage.halves.end)
    started, width = block.set_come(0.0).label, near.sizes.width_name
    np.testing.assert_allclose(started.number.points, width.number.points, atol=1e-9)
    near.sizes.set_view(NEAR_LOGARITHMS).set_slid(0)
    near.set_grown(0.0)
    landed = block.set_come(1.0).label
    assert landed.number.text == name.number.text == seen.stage.half
    np.testing.assert_allclose(landed.number.points, name.number.points, atol=1e-9)
    assert landed.number.get_fill_color() == name.number.get_fill_color()
