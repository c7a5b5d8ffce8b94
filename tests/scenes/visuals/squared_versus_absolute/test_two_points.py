"""What a small step of the line adds is drawn to scale: a long strip where a square is far."""

import numpy as np
import pytest

from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.visuals.plot.chart import ROW, Chart
from scenes.visuals.squared_versus_absolute.balance import WIDTH, scales
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, SQUARED
from scenes.visuals.squared_versus_absolute.pulls import RADIUS, SHAFT, STRAY_RADIUS, Pulls
from scenes.visuals.squared_versus_absolute.stacks.floors import WIDTH as STACKS
from scenes.visuals.squared_versus_absolute.step.two_points import one_step
from scenes.visuals.squared_versus_absolute.stray import stray_of
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE, Box

# As large as in the film, where titles have a row above and below.
BOX = Box(-6.0, -2.5, WIDTH - STACKS, PICTURE.height - 2 * ROW + 0.1)
MANY = read_dataset("data/stray.csv")


def stepped(measure, x=MANY.x, y=MANY.y):
    pen = Pen(theme("dark"))
    stray, heights = stray_of(x, y)
    chart = Chart(pen, BOX, *scales(stray, heights), ticks=(0, 0))
    best = stray.squared if measure is SQUARED else stray.absolute
    line = best(heights.home)
    return chart, one_step(chart, measure, stray, pen.theme, far=heights.far, line=line)


def misses_of(step):
    return np.abs(step.y - np.polyval(step.line, step.x))


def rings(parts):
    """Return the corners (n, m, 2) of parts that are lit, on the screen."""
    return np.array([part.points[::4, :2] for part in parts])


def areas(parts):
    """Return the area of each part that is lit, in units of the screen."""
    corners = rings(parts)
    after = np.roll(corners, -1, axis=1)
    twice = (corners[..., 0] * after[..., 1] - after[..., 0] * corners[..., 1]).sum(axis=1)
    return np.abs(twice) / 2


def unit_of(chart):
    return chart.box.height / chart.y_scale.span


@pytest.mark.parametrize("moved", [0.3, 1.0])
def test_a_square_gains_what_core_says_far_or_near(moved):
    chart, step = stepped(SQUARED)
    gain = step.gain.set_moved(moved)
    area = areas(gain.shafts) + areas(gain.caps)
    a, b = step.line
    after = SQUARED.amounts(step.x, step.y, a, b + moved * step.step)
    gained = after - SQUARED.amounts(step.x, step.y, a, b)
    np.testing.assert_allclose(area / unit_of(chart) ** 2, gained)
    assert gained[0] > 2 * gained[1], "the far one gains much more"


def test_an_l_grows_on_the_side_away_from_the_miss():
    chart, step = stepped(SQUARED)
    step.gain.set_moved(1.0)
    at, sides = chart.places(step.x, step.y)[:, 0], misses_of(step) * unit_of(chart)
    across = np.abs(rings(step.gain.shafts)[..., 0] - at[:, None])
    np.testing.assert_allclose(across.min(axis=1), sides)


def test_squares_and_what_they_gain_lie_beside_each_other():
    _, step = stepped(SQUARED)
    step.gain.set_moved(1.0)
    caps = rings(step.gain.caps)[..., 0]
    far, near = ((one.min(), one.max()) for one in caps)
    assert near[1] < far[0] or far[1] < near[0]


def test_both_strips_are_alike_and_as_long_as_the_miss():
    chart, step = stepped(SQUARED)
    gain = step.gain.set_moved(1.0)
    np.testing.assert_allclose(areas(gain.caps), areas(gain.shafts))
    inner = np.ptp(rings(gain.caps)[:, :2, 0], axis=1), np.ptp(rings(gain.shafts)[:, [0, 3], 1], 1)
    for one in inner:
        np.testing.assert_allclose(one / unit_of(chart), misses_of(step))
    gain.set_cut(1.0)
    np.testing.assert_allclose(areas(gain.caps), areas(gain.shafts))
    np.testing.assert_allclose(areas(gain.caps) / unit_of(chart), inner[0] * abs(step.step))


def test_a_strip_comes_to_lie_on_its_miss_as_wide_and_as_long_as_that():
    chart, step = stepped(SQUARED)
    before = rings(step.gain.set_moved(1.0).set_cut(1.0).shafts)
    np.testing.assert_allclose(np.ptp(before[..., 1], axis=1) / unit_of(chart), misses_of(step))
    after = rings(step.gain.set_back(1.0).shafts)
    np.testing.assert_allclose(np.ptp(after[..., 0], axis=1), np.ptp(before[..., 0], axis=1))
    np.testing.assert_allclose(np.ptp(after[..., 1], axis=1) / unit_of(chart), misses_of(step))
    at = chart.places(step.x, step.y)[:, 0]
    np.testing.assert_allclose((after.min(axis=1) + after.max(axis=1))[:, 0] / 2, at)


@pytest.mark.parametrize("measure", [SQUARED, ABSOLUTE])
def test_slender_it_is_the_shaft_of_the_arrow_of_its_point(measure):
    chart, step = stepped(measure)
    rims = np.array([STRAY_RADIUS, RADIUS])
    pulls = Pulls(chart, measure, theme("dark"), rim=rims).answer(step.x, step.y, step.line)
    drawn = pulls.points[: len(pulls.points) // 3].reshape(-1, 4, 3)[:, [0, 3], :2]
    shafts = rings(step.gain.set_moved(1.0).set_cut(1.0).set_back(1.0).set_slim(1.0).shafts)
    for end in (np.min, np.max):
        np.testing.assert_allclose(end(shafts[..., 1], axis=1), end(drawn[..., 1], axis=1))
    np.testing.assert_allclose(np.ptp(shafts[..., 0], axis=1), SHAFT / 100)
    middle = (shafts.min(axis=1) + shafts.max(axis=1))[:, 0] / 2
    np.testing.assert_allclose(middle, drawn[:, 0, 0])


def test_lengths_gain_the_same_bit_far_or_near():
    _, step = stepped(ABSOLUTE)
    far, near = areas(step.gain.set_moved(1.0).shafts)
    assert far == pytest.approx(near)
    assert misses_of(step)[0] > 3 * misses_of(step)[1]
