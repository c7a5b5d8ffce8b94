"""Why no line is better: the parabolas of squares, of their sum, and of every turn of the line."""

import numpy as np
import pytest

from core.landscape.residual import residual
from tests.scenes.linear_regression_2d_seen import (
    BEST,
    DATA,
    OPTIMUM,
    WATCHED,
    epsilon,
    heights,
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
    stacking = [f for f in of_step("sweep a") if f.bands is not None]
    assert len(stacking) > 10
    for frame in stacking:
        assert frame.tank == pytest.approx(frame.stacked, rel=1e-6)


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
    assert swung > 10


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


def test_while_its_area_draws_a_parabola_its_side_draws_straight_lines():
    drawing = [f.single for f in of_step("sweep a") if f.single and f.single.side_drawn is not None]
    assert len(drawing) > 4
    one = drawing[-1]
    x, drawn = one.side_drawn.T
    sides = np.abs(one.y - x * one.x - OPTIMUM[1])
    assert drawn / drawn.max() == pytest.approx(sides / sides.max(), abs=1e-6)


def test_single_parabolas_are_seen_large_before_they_are_stacked():
    lying = [f for f in of_step("sweep a") if f.bands is not None and f.tops is not None]
    spread = max(lying, key=lambda f: np.ptp(f.bands[0, :, 0]) - f.stacked)
    assert np.sum(spread.tops > 0.15) >= 5, "a sixth of the chart high"
    assert all(frame.tops.max() <= 1 + 1e-9 for frame in lying), "there is room for all of them"


def test_the_parabola_of_the_one_square_is_the_lowest_of_the_stack():
    one = next(f.single for f in of_step("sweep a") if f.single is not None)
    x, area = of_step("sweep a")[-1].bands[0].T
    assert area == pytest.approx((one.y - x * one.x - OPTIMUM[1]) ** 2, abs=1e-6)


def test_both_parabolas_stay_while_it_is_asked_whether_a_way_could_dip():
    asked = [frame.cross for frame in of_step("doubt") if frame.cross is not None]
    assert asked[-1].opened == 1
    assert all(
        cross.lowest_of_both == pytest.approx(0, abs=1e-6) for cross in asked if cross.opened == 1
    )
    assert asked[-1].dashed
    assert all(cross.wall is None for cross in asked), "it is not yet answered"


def test_a_dot_on_the_sheet_is_the_line_on_screen_and_the_ball_is_as_high_as_its_level():
    dots = [f for f in of_step("doubt", "sweep both", "bowl") if f.cross and f.cross.dot]
    assert len(dots) > 30
    for frame in dots:
        assert frame.cross.dot == pytest.approx(frame.line, abs=1e-6)
        assert frame.cross.ball == pytest.approx(epsilon(frame.line) / BEST.rss - 1, abs=1e-6)


def test_the_best_line_becomes_a_rival():
    rival = WATCHED.film.stage.rivals[2].start
    swept = np.array([frame.line for frame in of_step("sweep both")])
    assert np.abs(swept - rival).max(axis=1).min() < 1e-6


def test_on_the_way_to_a_rival_the_squares_are_stacked_to_one_parabola_again():
    standing = [f.cross for f in of_step("sweep both") if f.cross.wall is not None]
    assert len(standing) > 8
    wall, top = standing[-1].wall, standing[-1].top
    assert len(wall) == len(DATA.x)
    assert np.all(np.diff(wall, axis=0) >= -1e-6), "they lie on each other"
    steps = np.arange(wall.shape[1])
    for edge in wall:
        assert np.polyval(np.polyfit(steps, edge, 2), steps) == pytest.approx(edge, abs=1e-5)
    assert top.min() == pytest.approx(0, abs=1e-3)
    assert top[-1] == pytest.approx(2.79, abs=0.02), "as high as line 3 is"
    assert wall[-1].max() == pytest.approx(BEST.rss * (1 + top.max()), rel=1e-6)


def test_close_up_the_parabolas_are_level():
    looked = [f.cross.close for f in of_step("level") if f.cross.close]
    assert looked[0].patch < 0.1
    assert looked[-1].patch == pytest.approx(1), "what was a patch is all that one sees"
    heights = [close.highest for close in looked]
    assert heights[0] > 0.4
    assert heights[-1] < 0.01
    assert np.all(np.diff(heights) <= 1e-6)


def test_a_step_along_each_number_and_straight_back_closes_and_is_too_small_to_climb():
    steps = of_step("level")
    of_a, of_b, back = steps[-1].cross.close.step
    assert of_a[1] == pytest.approx(of_b[0])
    assert of_b[1] == pytest.approx(back[0])
    assert back[1] == pytest.approx(of_a[0])
    assert heights(steps).max() < 1e-3
    # The ball goes there, and the line on screen with it: a alone, then b alone, then both.
    lines = np.array([f.line for f in steps]) - OPTIMUM
    assert np.abs(lines).max(axis=0).min() > 1e-4
    corner = lines[np.argmax(np.abs(lines[:, 1]))]
    rival = np.array(WATCHED.film.stage.rivals[2].start) - OPTIMUM
    assert np.sign(corner) == pytest.approx(np.sign(rival)), "towards line 3"


def test_the_stacks_over_all_ways_are_a_bowl_that_stands_on_the_sheet():
    turned = [frame.cross for frame in of_step("bowl") if frame.cross.traces]
    assert turned[0].angle == pytest.approx(0, abs=0.5)
    angles = [cross.angle for cross in turned]
    assert max(angles) == pytest.approx(np.pi), "half a turn is all ways"
    for cross in turned:
        if abs(np.cos(cross.angle)) > 0.1:
            assert cross.top.min() == pytest.approx(0, abs=1e-3)
    traces = [cross.traces for cross in turned]
    assert np.all(np.diff(traces) >= 0)
    assert traces[-1] > 5 * max(1, traces[0])
