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
    walls = [f.cross for f in of_step("sweep both") if f.cross.wall is not None]
    standing = [cross for cross in walls if cross.turned == 0 and cross.mixes is None]
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
            within = run[2:-2]  # the bands end upright
            if len(within) > 3:
                line = np.polyfit(within, edge[within], 2)
                assert np.polyval(line, within) == pytest.approx(edge[within], abs=1e-5)
    assert top.min() == pytest.approx(SWEEP_HEIGHT * min(GAP) ** 2, abs=1e-3), "the wings alone"
    ends = np.array([LEFT_END, REACH])
    assert top[[0, -1]] == pytest.approx(SWEEP_HEIGHT * ends**2, abs=0.02)
    assert wall[-1].max() == pytest.approx(BEST.rss * (1 + top.max()), rel=1e-6)


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
    turned = [f for f in of_step("sweep both") if f.cross.mixes is not None and f.cross.named]
    counted = [len(frame.cross.mixes) for frame in turned]
    assert np.all(np.diff(counted) >= 0)
    assert counted[-1] == 2 * WAYS
    assert max(frame.cross.turned for frame in turned) == pytest.approx(np.pi), "all ways"
    off = np.array([f.line for f in turned]) - OPTIMUM
    assert np.any(off.prod(axis=1) > 0) or np.any(off.prod(axis=1) < 0)
    assert max(epsilon(frame.line) for frame in turned) > 2 * BEST.rss, "it rides on them"


def test_what_mixes_do_near_the_best_line_is_asked_before_it_is_told():
    asked = [f.cross for f in of_step("sweep both", "touch") if f.cross and f.cross.asked]
    assert len(asked) > 2
    for cross in asked:
        assert cross.top.min() > 0.1, "only the wings are seen"
        low, high = cross.top[[0, -1]]
        assert high - low > 0.2, "their ends do not tell where they meet"
        inner = np.linalg.norm(cross.mixes[:, 0], axis=1)
        assert inner.min() > 0.1, "nor does a mix"
    told = [k for k, cross in enumerate(_touching()) if cross.top.min() < 0.05 and not cross.tilt]
    laid = [k for k, cross in enumerate(_touching()) if cross.board is not None]
    assert told[0] > laid[0], "after the board lies level"
    last = _touching()[-1]
    assert last.top.min() == pytest.approx(0, abs=1e-3), "in the end they are whole"
    assert last.mixes[:, 0] == pytest.approx(np.zeros((2 * WAYS, 3)), abs=1e-6)


def _touching():
    return [frame.cross for frame in of_step("touch") if frame.cross is not None]


def test_from_very_near_all_parabolas_are_straight_and_two_of_them_are_rails():
    near = [cross.near for cross in _touching()]
    zoomed = [cross for cross in _touching() if cross.near == max(near)]
    assert near[0] == 1
    assert max(near) > 8
    assert np.all(np.diff(near) >= 0), "one comes nearer, and stays there"
    assert max(_touching()[0].bent) > 0.5, "from afar one sees that they are bent"
    for cross in zoomed:
        if cross.tilt:
            continue
        assert max(cross.bent) < 0.12, "no more than a rail is thick"
        assert len(cross.rails) == 2
        for stroke in cross.mixes:
            (across, up), off = (stroke[-1] - stroke[0])[:2], (stroke - stroke[0])[:, :2].T
            bent = np.abs(across * off[1] - up * off[0]).max() / np.hypot(across, up)
            assert bent < 0.12, "and so is each mix"


def test_the_rails_lie_level_on_the_sheet_whatever_the_board_does():
    laid = [cross for cross in _touching() if cross.board is not None]
    assert laid[0].angle == pytest.approx(0, abs=1e-6), "the first mix lies across"
    assert len({round(cross.tilt, 3) for cross in laid}) > 4
    for cross in laid:
        assert cross.lifted == pytest.approx(0, abs=1e-6)


def test_a_tilted_board_hides_a_half_of_each_rail_and_lies_on_both_once_it_is_level():
    laid = [cross for cross in _touching() if cross.board is not None]
    tilted, level = max(laid, key=lambda cross: abs(cross.tilt)), laid[-1]
    assert [sorted(rail) for rail in tilted.above] == [[0, 1], [0, 1]], "one half each is below"
    assert [sorted(rail) for rail in level.above] == [[1, 1], [1, 1]]
    assert level.tilt == pytest.approx(0, abs=1e-6)
    assert tilted.top.min() < -0.1, "of a tilted mix there is something below the sheet"
    rises = [np.polyfit(*tilted.rails[k][:, :2].T, 1)[0] for k in range(2)]
    first = tilted.mixes[np.argmax(np.abs(tilted.mixes[:, -1, 0]))]
    assert all(rise * np.polyfit(*first[:, :2].T, 1)[0] < 0 for rise in rises), "it is seen"


def test_from_afar_again_all_mixes_bend_upward_to_a_bowl_that_stands_on_the_sheet():
    back = [f.cross for f in of_step("bowl") if f.cross.mixes is not None and f.cross.opened == 1]
    near = [cross.near for cross in back]
    assert np.all(np.diff(near) <= 1e-9)
    assert near[-1] == pytest.approx(1)
    assert back[-1].rings
    for cross in back:
        assert cross.mixes[:, 0] == pytest.approx(np.zeros((2 * WAYS, 3)), abs=1e-6)
        assert cross.top.min() == pytest.approx(0, abs=1e-3)
    assert all(np.diff(stroke[:, 1])[-1] > 0 for stroke in back[-1].mixes), "each climbs"


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
