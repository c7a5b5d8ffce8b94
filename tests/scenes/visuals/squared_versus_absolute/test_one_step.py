"""What a small step of the line adds is drawn to scale: a long strip where a square is far."""

import numpy as np
import pytest

from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.balance import scales
from scenes.visuals.squared_versus_absolute.gain import SHAFT_WIDTH
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, SQUARED
from scenes.visuals.squared_versus_absolute.one_step import one_step
from scenes.visuals.squared_versus_absolute.pulls import Pulls
from scenes.visuals.squared_versus_absolute.stray import stray_of
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import Box

BOX = Box(-6.0, -2.5, 6.0, 6.0)
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


def areas(gain):
    """Return the area of each part that is lit, in units of the screen."""
    rings = np.array([part.points[::4, :2] for part in gain.submobjects])
    after = np.roll(rings, -1, axis=1)
    twice = (rings[..., 0] * after[..., 1] - after[..., 0] * rings[..., 1]).sum(axis=1)
    return np.abs(twice) / 2


@pytest.mark.parametrize("moved", [0.3, 1.0])
def test_a_square_gains_what_core_says_far_or_near(moved):
    chart, step = stepped(SQUARED)
    area = areas(step.gain.set_moved(moved)).reshape(2, -1).sum(axis=0)
    unit = chart.box.height / chart.y_scale.span
    a, b = step.line
    after = SQUARED.amounts(step.x, step.y, a, b + moved * step.step)
    gained = after - SQUARED.amounts(step.x, step.y, a, b)
    np.testing.assert_allclose(area / unit**2, gained)
    assert gained[0] > 2 * gained[1], "the far one gains much more"


def test_folded_strips_keep_their_area_and_stand_on_the_miss_to_both_sides():
    chart, step = stepped(SQUARED)
    before = areas(step.gain.set_moved(1.0))
    np.testing.assert_allclose(areas(step.gain.set_folded(0.5)), before)
    np.testing.assert_allclose(areas(step.gain.set_folded(1.0)), before)
    unit = chart.box.height / chart.y_scale.span
    rings = np.array([part.points[:, :2] for part in step.gain.submobjects])
    rings = rings.reshape(2, 2, -1, 2)
    at = chart.places(step.x, step.y)
    beside, folded = np.ptp(rings[..., 1], axis=2) / unit
    np.testing.assert_allclose(folded, misses_of(step))
    np.testing.assert_allclose(beside, misses_of(step) + abs(step.step))
    both = rings[..., 0].transpose(1, 0, 2).reshape(2, -1)
    np.testing.assert_allclose((both.min(axis=1) + both.max(axis=1)) / 2, at[:, 0])


@pytest.mark.parametrize("measure", [SQUARED, ABSOLUTE])
def test_what_is_gained_is_drawn_together_into_the_arrow_from_the_line_towards_the_point(measure):
    chart, step = stepped(measure)
    pulls = Pulls(chart, measure, theme("dark"), beside=0.2 if measure is ABSOLUTE else 0.0)
    step.draw_together(pulls, 1.0)
    tails, tips = pulls.ends(step.x, step.y, step.line)
    rings = np.array([part.points[:, :2] for part in step.gain.submobjects])
    each = rings.reshape(-1, 2, *rings.shape[1:]).swapaxes(0, 1).reshape(2, -1, 2)
    ends = np.sort(np.stack([tails[:, 1], tips[:, 1]], axis=1))
    np.testing.assert_allclose(each[..., 1].min(axis=1), ends[:, 0])
    np.testing.assert_allclose(each[..., 1].max(axis=1), ends[:, 1])
    np.testing.assert_allclose(each[..., 0].mean(axis=1), tails[:, 0], atol=SHAFT_WIDTH / 2)


def test_lengths_gain_the_same_bit_far_or_near():
    _, step = stepped(ABSOLUTE)
    far, near = areas(step.gain.set_moved(1.0))
    assert far == pytest.approx(near)
    assert misses_of(step)[0] > 4 * misses_of(step)[1]
