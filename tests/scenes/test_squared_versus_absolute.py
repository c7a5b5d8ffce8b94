"""What SquaredVersusAbsolute shows is what core computes."""

from types import SimpleNamespace

import numpy as np
import pytest

from core.fits.least_absolute import fit_least_absolute
from core.fits.line import fit_line
from core.landscape.absolute import absolute_residual
from core.landscape.residual import residual
from core.tables.dataset import read_dataset
from scenes.visuals.squared_versus_absolute.pulls import SQUARE_PULL
from scenes.visuals.squared_versus_absolute.stray import stray_of
from scenes.visuals.squared_versus_absolute.tally import sides
from tests.scenes.on_screen import values
from tests.scenes.rehearsal import RATE, Watched

PAIRS = read_dataset("data/measured_twice.csv")
MANY = read_dataset("data/stray.csv")
SLOPE = fit_line(PAIRS.x, PAIRS.y).slope
HEIGHTS = stray_of(MANY.x, MANY.y)[1]


def look(film):
    """For each frame: the step, both lines of the drag, the lifted line, levels and counts."""
    drag, line = film.stage.drag, film.stage.line
    _, (pulled,) = values(drag.chart, drag.marker.get_center()[None])
    return SimpleNamespace(
        step=film.steps[-1][0],
        shown={id(part) for top in film.mobjects for part in top.get_family()},
        pulled=float(pulled),
        squared=equation(drag.chart, drag.squared),
        absolute=equation(drag.chart, drag.absolute),
        points=discs(drag.points),
        tally=tuple(int(number.text) for number in drag.tally.numbers),
        lifted=equation(line.chart, line.line),
        levels=[float(one.layers[-1].points[:, 1].max()) for one in (line.squared, line.absolute)],
        balances=[balance_of(one) for one in drag.balances],
        own=[arrows(drag.chart, one) for one in drag.own_pulls],
    )


def discs(points):
    """Return how many points can be seen."""
    widths = np.ptp(points.points.reshape(points.x.size, -1, 3)[:, :, 0], axis=1)
    return np.count_nonzero(widths > 0.1)


def balance_of(balance):
    """Return what one of the two charts with pulls shows."""
    _, (height,) = values(balance.chart, balance.marker.get_center()[None])
    return SimpleNamespace(
        height=float(height),
        line=equation(balance.chart, balance.line),
        grown=balance.pulls.grown,
        pulls=arrows(balance.chart, balance.pulls),
    )


def arrows(chart, pulls):
    """Return x, the foot and the reach (n,) of the arrows on screen."""
    shafts = pulls.points[: len(pulls.points) // 3].reshape(-1, 4, 3)
    x, foot = values(chart, shafts[:, 0])
    return x, foot, values(chart, shafts[:, 3])[1] - foot


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
        if shown(frame, stage.drag.squared):
            assert frame.squared == pytest.approx((squared.slope, squared.intercept), abs=1e-6)
        assert frame.absolute == pytest.approx((absolute.slope, absolute.intercept), abs=1e-6)
        heights.add(round(frame.pulled, 1))
    assert min(heights) == round(HEIGHTS.far, 1)
    assert max(heights) == round(HEIGHTS.beyond, 1)


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
    x, y = dragged(HEIGHTS.beyond)
    beyond = fit_least_absolute(*dragged(2 * HEIGHTS.beyond))
    assert fit_least_absolute(x, y).slope == pytest.approx(beyond.slope)


def test_far_or_near_there_are_as_many_points_above_as_below(stage):
    large = [frame for frame in frames("sides") if shown(frame, stage.drag.absolute)]
    for frame in large:
        gaps = dragged(frame.pulled)[1] - np.polyval(frame.absolute, MANY.x)
        assert frame.tally == (np.sum(gaps > 1e-6), np.sum(gaps < -1e-6))
        if shown(frame, stage.drag.tally):
            assert abs(frame.tally[0] - frame.tally[1]) <= 1
    assert {frame.tally for frame in (large[0], large[-1])} == {(3, 3)}


def test_all_points_are_there_whenever_their_line_is(stage):
    drag = stage.drag
    for frame in frames("torn", "sides", "answer"):
        if shown(frame, drag.absolute) and shown(frame, drag.chart):
            assert frame.points == MANY.x.size - 1, frame.step


def balanced(which):
    """Return the looks at one of the two charts while all of its arrows are there."""
    seen = [f.balances[which] for f in frames("pull")]
    return [one for one in seen if one.grown == 1 and len(one.pulls[0]) > 3]


def test_squares_pull_as_far_as_they_miss_and_the_line_follows():
    seen = balanced(0)
    assert np.ptp([one.height for one in seen]) > 5
    for one in seen:
        x, y = dragged(one.height)
        fit = fit_line(x, y)
        assert one.line == pytest.approx((fit.slope, fit.intercept), abs=1e-6)
        at, foot, reach = one.pulls
        misses = np.interp(at, MANY.x, y) - foot
        np.testing.assert_allclose(foot, np.polyval(one.line, at), atol=1e-6)
        np.testing.assert_allclose(reach / misses, SQUARE_PULL, rtol=1e-6)
        assert reach.sum() == pytest.approx(0, abs=1e-6), "the pulls hold each other"


def test_lengths_pull_alike_and_the_line_stays():
    seen = balanced(1)
    assert np.ptp([one.height for one in seen]) > 5
    for one in seen:
        _, _, reach = one.pulls
        assert np.ptp(np.abs(reach)) < 1e-6
        assert reach.sum() == pytest.approx(0, abs=1e-6), "as many up as down"
        assert len(reach) == MANY.x.size - 2, "two points hold it"
        assert one.line == pytest.approx(seen[0].line, abs=1e-6)


@pytest.mark.parametrize("which", [0, 1])
def test_laid_side_by_side_the_pulls_up_are_as_long_as_those_down(stage, which):
    balance = stage.drag.balances[which]
    balance.height.set_value(HEIGHTS.far)
    laid = balance.laid.take(*balance.seen(), balance.at()).set_share(1.0)
    shafts = laid.points[: len(laid.points) // 3].reshape(-1, 4, 3)
    up = shafts[:, 3, 1] > shafts[:, 0, 1]
    stacks = [shafts[one][:, [0, 3]] for one in (up, ~up)]
    for stack in stacks:
        assert np.ptp(stack[..., 0]) < 1e-9
        heights = np.sort(stack[..., 1].ravel())
        np.testing.assert_allclose(heights[1:-1:2], heights[2::2], err_msg="end to end")
    assert stacks[0][..., 1].max() == pytest.approx(stacks[1][..., 1].max())
    assert stacks[0][..., 1].min() == pytest.approx(stacks[1][..., 1].min())


def test_in_the_end_one_pull_of_the_stray_point_grows_and_the_other_stays(stage):
    closing = [f for f in frames("answer") if shown(f, stage.drag.own_pulls[0])]
    squares, lengths = (np.array([f.own[k][2][0] for f in closing]) for k in (0, 1))
    assert np.ptp(squares) > 0.5
    assert np.ptp(lengths) < 1e-6


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


def test_squares_end_at_the_least_squares_line():
    fit = fit_line(PAIRS.x, PAIRS.y)
    assert frames("squares")[-1].lifted == pytest.approx((fit.slope, fit.intercept), abs=1e-6)


def test_on_the_flat_floor_three_points_lie_above_and_three_below():
    resting = frames("lengths")[-1]
    assert sides(PAIRS.x, PAIRS.y, *resting.lifted) == (3, 3)
    least = fit_least_absolute(PAIRS.x, PAIRS.y).objective
    assert absolute_residual(PAIRS.x, PAIRS.y, *resting.lifted) == pytest.approx(least)


def test_the_last_words_are_the_answer_and_the_point_still_moves():
    closing = frames("answer")
    last_seconds = [frame.pulled for frame in closing[-4 * RATE :]]
    assert max(last_seconds) - min(last_seconds) > 1
    assert closing[-1].pulled == pytest.approx(HEIGHTS.far)
