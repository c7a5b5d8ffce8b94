"""Why no line is better: the parabolas of squares, of their sum, and of every turn of the line."""

import numpy as np
import pytest

from core.landscape.residual import residual
from scenes.visuals.linear_regression_2d.build import SWEEP_HEIGHT
from scenes.visuals.linear_regression_2d.surface.mixes import WAYS
from scenes.visuals.linear_regression_2d.surface.space import REACH
from scenes.visuals.linear_regression_2d.surface.wall import GAP, LEFT_END
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


def _lying():
    return [
        f
        for f in of_step("sweep a")
        if f.bands is not None and f.stacked < 0.5 * f.lines[0].squares
    ]


def test_every_square_draws_a_parabola_that_stands_on_0():
    lying = _lying()
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
    told = [f for f in of_step("sweep a") if f.bands is not None]
    lying = [f for f in told if f.tank == 0]
    layered = [f for f in told if f.layers is not None]
    stacked = [f for f in layered if f.tank == pytest.approx(f.stacked, rel=1e-6)]
    assert len(lying) > 4, "nothing is in it while squares only draw"
    assert len(stacked) > 8
    assert all(f.tank <= f.stacked * (1 + 1e-6) for f in layered)


@pytest.mark.parametrize("step", CURVES)
def test_the_layers_in_the_tank_are_the_squares_of_the_line_on_screen(step):
    layered = [f for f in of_step(step) if f.layers is not None]
    full = [f for f in layered if f.tank == pytest.approx(epsilon(f.line))]
    assert len(full) > 3
    for frame in full:
        a, b = frame.line
        squares = np.sort(np.square(DATA.y - a * DATA.x - b))
        found = np.diff(np.concatenate([[0.0], frame.layers, [frame.tank]]))
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


def test_the_axis_of_single_squares_tells_their_areas_as_long_as_they_lie_side_by_side():
    alone = [f for f in of_step("sweep a") if f.single is not None and f.single.marker is not None]
    lying = [f for f in alone + _lying() if f.single is not None]
    assert lying
    for one in (frame.single for frame in lying):
        told, at = np.transpose(sorted(one.labels.items()))
        assert len(told) > 2, "more than 0"
        assert at == pytest.approx(told, abs=1e-6)


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
    walls = [f.cross for f in of_step("sweep both") if f.cross.wall is not None]
    standing = [cross for cross in walls if cross.turned == 0 and cross.mixes is None]
    assert len(standing) > 8
    told = [cross for cross in standing if cross.diagonal and cross.named]
    assert len(told) > 4, "its numbers are told while it is found"
    wall, top = standing[-1].wall, standing[-1].top
    assert len(wall) == len(DATA.x)
    assert np.all(np.diff(wall, axis=0) >= -1e-6), "they lie on each other"
    steps = np.arange(wall.shape[1])
    for edge in wall:
        # What lies below the sheet is hidden by it.
        for run in np.split(steps, np.flatnonzero(np.diff(edge > BEST.rss + 1e-6)) + 1):
            within = run[2:-2]  # the bands end upright
            if len(within) > 3:
                line = np.polyfit(within, edge[within], 2)
                assert np.polyval(line, within) == pytest.approx(edge[within], abs=1e-5)
    assert top.min() == pytest.approx(SWEEP_HEIGHT * min(GAP) ** 2, abs=1e-3), "the wings alone"
    ends = np.array([LEFT_END, REACH])
    assert top[[0, -1]] == pytest.approx(SWEEP_HEIGHT * ends**2, abs=0.02)
    assert wall[-1].max() == pytest.approx(BEST.rss * (1 + top.max()), rel=1e-6)


def test_no_line_of_a_mix_is_shown_where_it_is_still_asked_how_low_it_is():
    asked = [f.cross for f in of_step("sweep both") if f.cross.wall is not None]
    far = [cross.ball / SWEEP_HEIGHT for cross in asked if cross.dot is not None]
    assert len(far) > 8
    assert min(far) >= min(GAP) ** 2 - 1e-6, "not on its way from one wing to the other, either"
    assert any(cross.dot is None for cross in asked), "it leaves"


def test_a_dot_is_taken_along_each_number_and_then_along_both():
    dots = [f for f in of_step("doubt") if f.cross is not None and f.cross.dot is not None]
    off = np.array([frame.line for frame in dots]) - OPTIMUM
    turned, shifted = np.abs(off).T > 0.05
    assert np.any(turned & ~shifted), "it turns"
    assert np.any(shifted & ~turned), "it shifts"
    assert not np.any(turned & shifted), "both at once come after that"
    for off_alone in off.T:
        far = np.abs(off_alone) > 0.99 * np.abs(off_alone).max()
        assert np.sum(far) > 1, "it rests where it is far"
    top = max(epsilon(frame.line) for frame in dots) / BEST.rss - 1
    assert top == pytest.approx(SWEEP_HEIGHT * 0.8**2, rel=0.05), "far"
    both = np.array([frame.line for frame in of_step("sweep both")]) - OPTIMUM
    first = np.array([f.cross.turned == 0 for f in of_step("sweep both")])
    both = both[first & (np.abs(both).min(axis=1) > 0.02)]
    assert len(both) > 8
    assert both[:, 0] / both[0, 0] == pytest.approx(both[:, 1] / both[0, 1], abs=1e-6), "straight"


def test_the_unit_is_what_lies_below_the_mark_copied_upward():
    copies = [frame.units for frame in of_step("mark") if frame.units is not None]
    for k, copy in enumerate(copies[-1], start=1):
        assert copy / BEST.rss == pytest.approx([k, k + 1], abs=0.05)
    low = [copy[0, 0] for copy in copies]
    assert low[0] < BEST.rss < 1.01 * low[-1], "they come from below the mark"


def test_the_way_turns_until_all_mixes_are_seen_and_the_line_with_it():
    turned = [
        f for f in of_step("sweep both") if f.cross.mixes is not None and f.cross.wall is not None
    ]
    counted = [len(frame.cross.mixes) for frame in turned]
    assert np.all(np.diff(counted) >= 0)
    assert counted[-1] == 2 * WAYS
    assert max(frame.cross.turned for frame in turned) == pytest.approx(np.pi), "all ways"
    assert not any(f.cross.diagonal or f.cross.named for f in turned), "its dashes do not turn"
    off = np.array([f.line for f in turned]) - OPTIMUM
    assert np.any(off.prod(axis=1) > 0) or np.any(off.prod(axis=1) < 0)
    assert max(epsilon(frame.line) for frame in turned) > 2 * BEST.rss, "it rides on them"


def test_the_rivals_are_met_on_the_bowl_and_then_lines_that_nobody_has_asked_for():
    stage, shown = WATCHED.film.stage, of_step("bowl")
    lines = [(line.a, line.b) for line in of_step("rivals")[-1].lines]
    assert [met.line for met in stage.crosswise.met] == pytest.approx(np.array(lines), abs=1e-6)
    at = [
        next(k for k, f in enumerate(shown) if f.line == pytest.approx(line, abs=1e-6))
        for line in lines
    ]
    assert at == sorted(at), "in their order"
    after = shown[at[-1] :]
    assert min(epsilon(frame.line) for frame in after) > 1.99 * BEST.rss, "any line, and a far one"
    assert np.abs(np.array(lines) - after[-1].line).max(axis=1).min() > 0.1, "none of the three"
