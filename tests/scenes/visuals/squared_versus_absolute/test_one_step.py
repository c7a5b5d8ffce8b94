"""What a small step of the line adds is drawn to scale: a long strip where a square is far."""

import numpy as np
import pytest

from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.visuals.plot.chart import Chart
from scenes.visuals.squared_versus_absolute.balance import scales
from scenes.visuals.squared_versus_absolute.measure import ABSOLUTE, SQUARED
from scenes.visuals.squared_versus_absolute.one_step import one_step
from scenes.visuals.squared_versus_absolute.stray import stray_of
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import Box

BOX = Box(-6.0, -2.5, 6.0, 6.0)
MANY = read_dataset("data/stray.csv")


def stepped(measure, x=MANY.x, y=MANY.y):
    pen = Pen(theme("dark"))
    stray, heights = stray_of(x, y)
    chart = Chart(pen, BOX, *scales(stray, heights), ticks=(0, 0))
    return chart, one_step(chart, measure, stray, heights.far, pen.theme)


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


def test_strips_laid_end_to_end_keep_their_area_and_are_as_long_as_two_misses():
    chart, step = stepped(SQUARED)
    before = areas(step.gain.set_moved(1.0))
    np.testing.assert_allclose(areas(step.gain.set_laid(0.5)), before)
    np.testing.assert_allclose(areas(step.gain.set_laid(1.0)), before)
    unit = chart.box.height / chart.y_scale.span
    rings = np.array([part.points[:, 1] for part in step.gain.submobjects]).reshape(2, 2, -1)
    laid = np.ptp(rings, axis=(0, 2))
    np.testing.assert_allclose(laid / unit, 2 * misses_of(step) + abs(step.step))


def test_lengths_gain_the_same_bit_far_or_near():
    _, step = stepped(ABSOLUTE)
    far, near = areas(step.gain.set_moved(1.0))
    assert far == pytest.approx(near)
    assert misses_of(step)[0] > 5 * misses_of(step)[1]


@pytest.mark.parametrize("slope", [3.0, -3.0])
def test_in_tall_charts_strips_shrink_together_and_stay_inside(slope):
    x = np.arange(12.0)
    y = slope * x + np.random.default_rng(1).normal(0, 1, 12)
    chart, step = stepped(SQUARED, x, y)
    ratio = np.divide(*areas(step.gain.set_moved(1.0)).reshape(2, -1).sum(axis=0))
    step.gain.set_laid(1.0)
    heights = np.concatenate([part.points[:, 1] for part in step.gain.submobjects])
    assert heights.min() >= chart.box.bottom - 1e-9
    assert heights.max() <= chart.box.top + 1e-9
    laid = areas(step.gain).reshape(2, -1).sum(axis=0)
    assert np.divide(*laid) == pytest.approx(ratio)
