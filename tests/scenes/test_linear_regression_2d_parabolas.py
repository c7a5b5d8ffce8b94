"""Why no line is better: the parabolas of squares, of their sum, and of every turn of the line."""

import numpy as np
import pytest

from core.landscape.residual import residual
from scenes.visuals.linear_regression_2d.build import SWEEP_HEIGHT
from scenes.visuals.linear_regression_2d.surface.space import REACH
from tests.scenes.linear_regression_2d_seen import (
    BEST,
    DATA,
    OPTIMUM,
    WATCHED,
    epsilon,
    of_step,
)

pytestmark = pytest.mark.xdist_group(WATCHED.name)
CURVES = {"sweep a": "a", "sweep b": "b"}


def test_every_square_draws_a_parabola_that_stands_on_0():
    lying = [
        f
        for f in of_step("sweep a")
        if f.bands is not None and f.stacked < 0.5 * f.lines[0].squares
    ]
    bands = max((frame.bands for frame in lying), key=lambda edges: np.ptp(edges[0, :, 0]))
    assert len(bands) == len(DATA.x)
    for edge in bands:
        curvature, *_ = np.polyfit(edge[:, 0] - OPTIMUM[0], edge[:, 1], 2)
        x = np.sqrt(curvature)
        assert np.abs(DATA.x - x).min() < 1e-6, "its curvature is the square of its x"


def test_stacked_they_are_the_parabola_of_the_sum():
    stacked = of_step("sweep a")[-1].bands
    a, top = stacked[-1].T
    assert top == pytest.approx(residual(DATA.x, DATA.y, a, BEST.intercept), rel=1e-9)
    assert np.all(np.diff(stacked[:, :, 1], axis=0) >= -1e-9), "they lie on each other"


def test_the_tank_is_filled_with_what_has_been_stacked():
    told = [f for f in of_step("sweep a", "sweep b") if f.bands is not None or f.risen is not None]
    lying = [f for f in told if f.tank == 0]
    stacked = [f for f in told if f.layers and f.tank == pytest.approx(f.stacked, rel=1e-6)]
    assert len(lying) > 4, "nothing is in it while squares only draw"
    assert len(stacked) > 8
    assert all(f.tank <= f.stacked * (1 + 1e-6) for f in told if f.layers)


@pytest.mark.parametrize("step", [*CURVES, "sweep both"])
def test_the_layers_in_the_tank_are_the_squares_of_the_line_on_screen(step):
    full = [f for f in of_step(step) if f.layers and f.tank == pytest.approx(epsilon(f.line))]
    assert len(full) > 3
    for frame in full:
        a, b = frame.line
        squares = np.sort(np.square(DATA.y - a * DATA.x - b))
        for layers in frame.layers:
            found = np.diff(np.concatenate([[0.0], layers, [frame.tank]]))
            assert np.sort(found) == pytest.approx(squares, abs=1e-5)


@pytest.mark.parametrize("step", CURVES)
def test_the_level_of_the_tank_draws_the_curve(step):
    name, number = CURVES[step], step == "sweep b"
    drawn = [frame for frame in of_step(step) if name in frame.drawn and len(frame.lines) == 1]
    swung = 0
    for frame in drawn:
        value, height = frame.drawn[name].marker
        if value == pytest.approx(frame.line[number], abs=1e-6):
            assert height == pytest.approx(epsilon(frame.line), rel=1e-6)
            assert frame.drawn[name].top == pytest.approx(frame.top, abs=1e-6)
            swung += 1
    assert swung > 3


def test_one_square_alone_draws_its_parabola_large_and_down_to_0():
    alone = [f for f in of_step("sweep a") if f.single is not None and not f.single.others]
    drawing = [f for f in alone if f.single.marker is not None and f.single.large]
    assert len(drawing) > 8
    for frame in drawing:
        one, (a, b) = frame.single, frame.line
        assert one.side == pytest.approx(abs(one.y - a * one.x - b), abs=1e-6)
        assert one.marker == pytest.approx((a, one.side**2), abs=1e-6)
        assert one.tank == pytest.approx(one.side**2, abs=1e-6), "the tank holds nothing else"
    x, area = drawing[-1].single.curve.T
    assert area.min() == pytest.approx(0, abs=0.01), "where the line meets the point"
    assert x[0] < x[np.argmin(area)] < x[-1]
    assert area == pytest.approx((one.y - x * one.x - OPTIMUM[1]) ** 2, abs=1e-6)


def test_while_its_area_draws_a_parabola_its_side_draws_straight_lines_by_an_axis_of_its_own():
    drawing = [f.single for f in of_step("sweep a") if f.single and f.single.side_drawn is not None]
    assert len(drawing) > 4
    one = drawing[-1]
    x, drawn = one.side_drawn.T
    sides = np.abs(one.y - x * one.x - OPTIMUM[1])
    told, at = np.transpose(sorted(one.side_labels.items()))
    assert len(told) > 2
    assert np.polyval(np.polyfit(at, told, 1), drawn) == pytest.approx(sides, abs=1e-6)


def test_single_parabolas_are_seen_large_before_they_are_stacked():
    lying = [f for f in of_step("sweep a") if f.bands is not None and f.tops is not None]
    spread = max(lying, key=lambda f: np.ptp(f.bands[0, :, 0]) - f.stacked)
    assert np.sum(spread.tops > 0.15) >= 5, "a sixth of the chart high"
    assert all(frame.tops.max() <= 1 + 1e-9 for frame in lying), "there is room for all of them"


def test_the_parabola_of_the_one_square_is_the_lowest_of_the_stack():
    one = next(f.single for f in of_step("sweep a") if f.single is not None)
    x, area = of_step("sweep a")[-1].bands[0].T
    assert area == pytest.approx((one.y - x * one.x - OPTIMUM[1]) ** 2, abs=1e-6)


def test_a_parabola_stands_over_its_own_axis_alone_until_both_are_crossed():
    drawn = [f.curves for f in of_step("sweep a", "sweep b", "mark") if f.curves]
    assert {"a"} in drawn
    assert drawn[-1] == {"b"}
    assert {"a", "b"} not in drawn


def test_both_parabolas_stay_while_it_is_asked_whether_a_way_could_dip():
    asked = [frame.cross for frame in of_step("doubt") if frame.cross is not None]
    assert asked[-1].opened == 1
    assert all(
        cross.lowest_of_both == pytest.approx(0, abs=1e-6) for cross in asked if cross.opened == 1
    )
    assert all(cross.wall is None for cross in asked), "it is not yet answered"


def test_a_dot_on_the_sheet_is_the_line_on_screen_and_the_ball_is_as_high_as_its_level():
    dots = [f for f in of_step("doubt", "sweep both", "touch", "bowl") if f.cross and f.cross.dot]
    assert len(dots) > 30
    for frame in dots:
        assert frame.cross.dot == pytest.approx(frame.line, abs=1e-6)
        assert frame.cross.ball == pytest.approx(epsilon(frame.line) / BEST.rss - 1, abs=1e-6)


def test_turned_and_shifted_at_once_the_squares_are_stacked_to_one_parabola_again():
    standing = [f.cross for f in of_step("sweep both") if f.cross.wall is not None]
    assert len(standing) > 8
    assert standing[-1].diagonal
    assert standing[-1].named
    wall, top = standing[-1].wall, standing[-1].top
    assert len(wall) == len(DATA.x)
    assert np.all(np.diff(wall, axis=0) >= -1e-6), "they lie on each other"
    steps = np.arange(wall.shape[1])
    for edge in wall:
        # What lies below the sheet is hidden by it.
        for run in np.split(steps, np.flatnonzero(np.diff(edge > BEST.rss + 1e-6)) + 1):
            if len(run) > 3:
                line = np.polyfit(run, edge[run], 2)
                assert np.polyval(line, run) == pytest.approx(edge[run], abs=1e-5)
    assert top.min() == pytest.approx(0, abs=1e-3)
    assert top[[0, -1]] == pytest.approx(SWEEP_HEIGHT * REACH**2, abs=0.02)
    assert wall[-1].max() == pytest.approx(BEST.rss * (1 + top.max()), rel=1e-6)


def test_a_dot_is_taken_along_each_number_and_then_along_both():
    dots = [f for f in of_step("doubt") if f.cross is not None and f.cross.dot is not None]
    off = np.array([frame.line for frame in dots]) - OPTIMUM
    turned, shifted = np.abs(off).T > 0.05
    assert np.any(turned & ~shifted), "it turns"
    assert np.any(shifted & ~turned), "it shifts"
    assert not np.any(turned & shifted), "both at once come after that"
    both = np.array([frame.line for frame in of_step("sweep both")]) - OPTIMUM
    both = both[np.abs(both).min(axis=1) > 0.02]
    assert len(both) > 8
    assert both[:, 0] / both[0, 0] == pytest.approx(both[:, 1] / both[0, 1], abs=1e-6), "straight"


def test_what_is_framed_on_the_sheet_is_all_that_is_seen_of_it_from_near():
    touch = [frame.cross for frame in of_step("touch")]
    framed = [cross for cross in touch if cross.framed is not None]
    last = touch[-1]
    assert last.near >= 2
    assert framed[0].near == pytest.approx(1), "it is framed before one goes near"
    for cross in framed:
        assert cross.framed == pytest.approx(last.part, abs=1e-6)
    assert np.ptp(framed[0].part, axis=0) == pytest.approx(last.near * np.ptp(last.part, axis=0))


def test_from_near_the_axis_beside_the_sheet_is_as_much_larger():
    touch = [frame.cross for frame in of_step("touch") if frame.cross is not None]
    assert {0.0, 1.0, 2.0, 3.0} == touch[0].levels.keys()
    assert 0.0 in touch[-1].levels
    assert 3.0 not in touch[-1].levels, "there is no room for it"
    for cross in touch:
        for told, height in cross.levels.items():
            assert height == pytest.approx(told, abs=1e-6)


def test_from_near_the_tank_has_a_floor_only_where_it_begins_at_0():
    for frame in of_step("touch"):
        assert frame.floor == (frame.bottom < 1e-6 * BEST.rss)
    assert not of_step("touch")[-1].floor


def test_from_near_sticks_along_a_and_b_span_a_plate():
    last = of_step("touch")[-1].cross
    along_a, along_b, _ = (stick - OPTIMUM for stick in last.sticks)
    assert along_a[:, 1] == pytest.approx([0, 0], abs=1e-6)
    assert along_b[:, 0] == pytest.approx([0, 0], abs=1e-6)
    corners = last.plate[:4] - OPTIMUM
    spanned = np.array([s * along_a[1] + t * along_b[1] for s in (-1, 1) for t in (-1, 1)])
    for corner in corners:
        assert np.abs(spanned - corner).max(axis=1).min() < 1e-6


def test_a_third_stick_is_turned_in_the_plate_along_every_mix_and_a_parabola_with_it():
    touch = [f.cross for f in of_step("touch") if f.cross and len(f.cross.sticks) == 3]
    laid = [cross for cross in touch if len(cross.sticks[2])]
    turning = [cross for cross in laid if 0 < cross.turned < np.pi - 1e-6]
    assert len(turning) > 4
    along_a, along_b = (stick[1] - OPTIMUM for stick in laid[-1].sticks[:2])
    mixes = [np.divide(c.sticks[2][1] - OPTIMUM, (along_a[0], along_b[1])) for c in laid]
    assert np.abs(mixes).max() <= 1 + 1e-6, "its end is on the plate"
    signs = {tuple(np.sign(mix)) for mix in mixes if np.abs(mix).min() > 0.05}
    assert {(1, 1), (-1, 1)} <= signs or {(-1, -1), (1, -1)} <= signs, "on both sides of each"
    assert laid[-1].turned == pytest.approx(np.pi), "half a turn is all mixes"
    way = np.array([frame.line for frame in of_step("sweep both")]) - OPTIMUM
    far = way[np.argmax(np.abs(way[:, 0]))]
    for stick in (laid[0].sticks[2], laid[-1].sticks[2]):
        ratio = (stick[1] - OPTIMUM) / far
        assert ratio == pytest.approx([ratio[0]] * 2, abs=1e-6), "it begins on the way of both"
    for cross in turning:
        if abs(np.cos(cross.angle)) > 0.1:
            assert cross.top.min() == pytest.approx(0, abs=1e-3), "the parabola starts level"
    shown = [f for f in of_step("touch") if f.cross and f.cross.turned and len(f.lines) == 1]
    rocked = np.array([frame.line for frame in shown]) - OPTIMUM
    assert np.all(rocked.min(axis=0) < 0), "the line rocks meanwhile"
    assert np.all(rocked.max(axis=0) > 0)


def test_the_parabola_of_the_second_number_rises_from_those_of_its_squares():
    rising = [frame for frame in of_step("sweep b") if frame.risen is not None]
    assert len(rising) > 6
    b, top = rising[-1].risen[-1].T
    assert top == pytest.approx(residual(DATA.x, DATA.y, BEST.slope, b), rel=1e-9)
    lying = max((f for f in rising if f.risen is not None), key=lambda f: -f.risen[-1, :, 1].max())
    assert lying.risen[-1, :, 1].max() < 0.5 * top.max(), "it is not there before that"


def test_the_numbers_on_the_sheet_are_those_of_the_lines_there():
    sheet, ways = WATCHED.film.stage.crosswise.sheet, WATCHED.film.stage.crosswise.ways
    for k, numbers in enumerate(sheet.numbers):
        assert numbers.labels
        for along, value in zip(numbers.along, numbers.values, strict=True):
            expected = list(OPTIMUM)
            expected[k] = value
            assert ways.line(along, sheet.angles[k]) == pytest.approx(expected, abs=1e-6)


def test_the_stacks_over_all_ways_are_a_bowl_that_stands_on_the_sheet():
    turned = [frame.cross for frame in of_step("bowl") if frame.cross.traces]
    assert turned[0].angle == pytest.approx(0, abs=0.5)
    assert max(cross.turned for cross in turned) == pytest.approx(np.pi), "half a turn is all ways"
    for cross in turned:
        if abs(np.cos(cross.angle)) > 0.1:
            assert cross.top.min() == pytest.approx(0, abs=1e-3)
    traces = [cross.traces for cross in turned]
    assert np.all(np.diff(traces) >= 0)
    assert traces[-1] > 5 * max(1, traces[0])
