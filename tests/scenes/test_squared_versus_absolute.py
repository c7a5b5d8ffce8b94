"""What SquaredVersusAbsolute shows is what core computes."""

from types import SimpleNamespace

import numpy as np
import pytest

from core.fits.least_absolute import fit_least_absolute
from core.fits.line import fit_line
from core.landscape.absolute import absolute_residual, kinks
from core.landscape.residual import residual
from core.tables.dataset import read_dataset
from scenes.visuals.squared_versus_absolute.dragged_point import BEYOND, FAR
from tests.scenes.on_screen import values
from tests.scenes.rehearsal import RATE, Watched

PAIRS = read_dataset("data/measured_twice.csv")
MANY = read_dataset("data/stray.csv")
SLOPE = fit_line(PAIRS.x, PAIRS.y).slope


def look(film):
    """For each frame: the step, both lines of the drag, the lifted line, levels and read-outs."""
    drag, line, land = film.stage.drag, film.stage.line, film.stage.landscape
    _, (pulled,) = values(drag.chart, drag.marker.get_center()[None])
    return SimpleNamespace(
        step=film.steps[-1][0],
        shown={id(part) for top in film.mobjects for part in top.get_family()},
        pulled=float(pulled),
        squared=equation(drag.chart, drag.squared),
        absolute=equation(drag.chart, drag.absolute),
        leaning=equation(drag.chart, drag.leaning),
        lean=drag.lean.get_value(),
        tanks=[float(layers[-1].points[:, 1].max()) for layers in drag.layers],
        tally=tuple(int(number.text) for number in drag.tally.numbers),
        lifted=equation(line.chart, line.line),
        levels=[float(one.layers[-1].points[:, 1].max()) for one in (line.squared, line.absolute)],
        down=line.pulled.get_value(),
        shown_y=line.points.y.copy(),
        counts=tuple(int(number.text) for number in line.tally.numbers),
        sums=tuple(float(value.number.text) for value in land.sums),
        on_map=[float(v[0]) for v in values(land.map, land.marker.get_center()[None])],
    )


def equation(chart, line):
    """Return (a, b) of a straight line on screen, nan while it is not drawn yet."""
    (x0, x1), (y0, y1) = values(chart, line.points[[0, -1]])
    if x0 == x1:
        return np.nan, np.nan
    a = (y1 - y0) / (x1 - x0)
    return float(a), float(y0 - a * x0)


def dragged(height):
    """Return the points with the stray one at ``height``."""
    y = MANY.y.copy()
    y[np.argmax(np.abs(MANY.x - MANY.x.mean()))] = height
    return MANY.x, y


WATCHED = Watched("SquaredVersusAbsolute", look)
pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def stage():
    return WATCHED.film.stage


def frames(*steps):
    return [frame for frame in WATCHED.frames if frame.step in steps]


def shown(frame, part):
    return id(part) in frame.shown


def test_both_lines_of_the_drag_are_the_best_lines_of_core_in_every_frame(stage):
    heights = set()
    for frame in frames("torn", "sides", "answer"):
        if not shown(frame, stage.drag.absolute):
            continue
        x, y = dragged(frame.pulled)
        squared, absolute = fit_line(x, y), fit_least_absolute(x, y)
        assert frame.squared == pytest.approx((squared.slope, squared.intercept), abs=1e-6)
        assert frame.absolute == pytest.approx((absolute.slope, absolute.intercept), abs=1e-6)
        heights.add(round(frame.pulled, 1))
    assert min(heights) == FAR
    assert max(heights) == BEYOND


def test_the_lines_agree_at_first_and_are_far_apart_when_the_point_is_astray():
    first, far = frames("torn")[0], min(frames("torn"), key=lambda frame: frame.pulled)
    end = MANY.x.max()
    apart = [
        abs(np.polyval(frame.squared, end) - np.polyval(frame.absolute, end))
        for frame in (first, far)
    ]
    assert apart[0] < 0.1
    assert apart[1] > 3


def test_the_line_of_least_lengths_steps_once_when_the_point_crosses(stage):
    crossing = [frame for frame in frames("sides") if shown(frame, stage.drag.tally)]
    slopes = [frame.absolute[0] for frame in crossing]
    below = [s for s, f in zip(slopes, crossing, strict=True) if f.pulled <= MANY.y[-1]]
    assert np.ptp(below) < 1e-6, "it rests while the point comes near"
    assert slopes == sorted(slopes), "it never turns back"
    assert abs(slopes[-1] - slopes[0]) > 0.1
    x, y = dragged(BEYOND)
    beyond = fit_least_absolute(*dragged(2 * BEYOND))
    assert fit_least_absolute(x, y).slope == pytest.approx(beyond.slope)


def test_far_or_near_there_are_as_many_points_above_as_below(stage):
    for frame in frames("sides"):
        gaps = dragged(frame.pulled)[1] - np.polyval(frame.absolute, MANY.x)
        assert frame.tally == (np.sum(gaps > 1e-6), np.sum(gaps < -1e-6))
        if shown(frame, stage.drag.tally):
            assert abs(frame.tally[0] - frame.tally[1]) <= 1
    assert {frame.tally for frame in (frames("sides")[0], frames("sides")[-1])} == {(3, 3)}


def test_leaning_lowers_the_squares_and_raises_the_lengths(stage):
    leaning = [frame for frame in frames("lean") if shown(frame, stage.drag.leaning)]
    x, y = dragged(FAR)
    for frame in leaning:
        for tank, top, total in zip(
            stage.drag.tanks, frame.tanks, (residual, absolute_residual), strict=True
        ):
            assert top == pytest.approx(tank.top_of(float(total(x, y, *frame.leaning))), abs=1e-6)
    upright, leant = (max(leaning, key=lambda f, s=s: s * f.lean) for s in (-1, 1))
    assert leant.tanks[0] < upright.tanks[0] - 1
    assert leant.tanks[1] > upright.tanks[1] + 0.3
    assert leant.leaning[0] == pytest.approx(fit_line(x, y).slope)
    assert upright.leaning[0] == pytest.approx(fit_least_absolute(x, y).slope)


def test_levels_in_the_tanks_are_the_sums_of_the_lifted_line(stage):
    line = stage.line
    for k, (total, sum_of) in enumerate(
        ((line.squared, residual), (line.absolute, absolute_residual))
    ):
        levels = [
            (frame.levels[k], total.tank.top_of(float(sum_of(PAIRS.x, PAIRS.y, *frame.lifted))))
            for frame in frames("squares", "lengths")
            if shown(frame, total.layers) and shown(frame, total.marker)
        ]
        assert len(levels) > 20
        np.testing.assert_allclose(*zip(*levels, strict=True), atol=1e-6)


def test_valleys_are_the_sums_of_core_over_the_whole_sweep(stage):
    for total, sum_of in ((stage.line.squared, residual), (stage.line.absolute, absolute_residual)):
        points = total.valley.points
        b, heights = values(total.chart, np.concatenate([points[::4], points[-1:]]))
        np.testing.assert_allclose(heights, sum_of(PAIRS.x, PAIRS.y, SLOPE, b), rtol=1e-4)
        assert (b.min(), b.max()) == pytest.approx((stage.line.reach.low, stage.line.reach.high))


def test_every_corner_of_the_sum_of_lengths_has_its_dot(stage):
    dots = stage.line.corners.points.reshape(PAIRS.x.size, -1, 3)
    middles = (dots.min(axis=1) + dots.max(axis=1)) / 2
    b, heights = values(stage.line.absolute.chart, middles)
    expected = kinks(PAIRS.x, PAIRS.y, SLOPE)
    np.testing.assert_allclose(b, expected, atol=1e-6)
    np.testing.assert_allclose(heights, absolute_residual(PAIRS.x, PAIRS.y, SLOPE, expected))


def test_squares_end_at_the_least_squares_line():
    fit = fit_line(PAIRS.x, PAIRS.y)
    assert frames("squares")[-1].lifted == pytest.approx((fit.slope, fit.intercept), abs=1e-6)


def test_on_the_flat_floor_three_points_lie_above_and_three_below():
    resting = frames("lengths")[-1]
    assert resting.counts == (3, 3)
    least = fit_least_absolute(PAIRS.x, PAIRS.y).objective
    assert absolute_residual(PAIRS.x, PAIRS.y, *resting.lifted) == pytest.approx(least)


def test_pulled_away_one_point_moves_the_line_of_squares_and_not_that_of_lengths(stage):
    pulled = [f for f in frames("pull") if f.down > 1 and shown(f, stage.line.line)]
    squared = [f for f in pulled if shown(f, stage.line.squared.marker)]
    absolute = [f for f in pulled if shown(f, stage.line.absolute.marker)]
    assert len(squared) > 3
    assert len(absolute) > 3
    for frame in squared:
        best = float(np.mean(frame.shown_y - SLOPE * PAIRS.x))
        assert frame.lifted[1] == pytest.approx(best, abs=1e-6), "the bottom of the valley"
    rest = frames("lengths")[-1].lifted
    for frame in absolute:
        assert frame.lifted == pytest.approx(rest, abs=1e-6)
        bends = np.sort(frame.shown_y - SLOPE * PAIRS.x)
        assert bends[2] < frame.lifted[1] < bends[3], "still on the floor of its valley"


def test_a_place_on_the_map_is_the_line_on_screen_and_the_patch_holds_the_best_lines(stage):
    land = stage.landscape
    seen = [frame for frame in frames("lines") if shown(frame, land.sums[0])]
    least = fit_least_absolute(PAIRS.x, PAIRS.y)
    assert not least.unique
    for frame in seen:
        assert frame.on_map == pytest.approx(frame.lifted, abs=1e-6)
        for total, text in zip((absolute_residual, residual), frame.sums, strict=True):
            assert text == pytest.approx(float(total(PAIRS.x, PAIRS.y, *frame.lifted)), abs=0.051)
    assert {frame.sums[0] for frame in seen} == {round(least.objective, 1)}
    assert len({frame.sums[1] for frame in seen}) > 10
    a, b = values(land.map, land.patch.get_vertices())
    np.testing.assert_allclose(absolute_residual(PAIRS.x, PAIRS.y, a, b), least.objective)


def test_a_valley_seen_from_the_front_lies_where_its_chart_had_it(stage):
    land, chart = stage.landscape, stage.line.absolute.chart
    b, heights = values(chart, land.space.front.project(land.space.valley(SLOPE)))
    np.testing.assert_allclose(heights, absolute_residual(PAIRS.x, PAIRS.y, SLOPE, b))


def test_the_last_words_are_the_answer_and_the_point_still_moves():
    closing = frames("answer")
    last_seconds = [frame.pulled for frame in closing[-4 * RATE :]]
    assert max(last_seconds) - min(last_seconds) > 1
    assert closing[-1].pulled == pytest.approx(FAR)
