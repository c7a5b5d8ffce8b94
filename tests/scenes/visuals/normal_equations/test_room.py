"""What a shift does to squares, and how the sums of any table are written."""

from dataclasses import replace

import numpy as np
import pytest

from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.settings import HEADER_DATA, FilmSettings
from scenes.studio.session import session
from scenes.visuals.normal_equations.stage import build_stage
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import RIGHT_EDGE

DATA = read_dataset(HEADER_DATA)
PEN = Pen(theme("dark"))


@pytest.fixture(scope="module")
def stage(tmp_path_factory):
    with session(FilmSettings(), "low_quality", tmp_path_factory.mktemp("film"), dry_run=True):
        return build_stage(DATA, PEN)


def test_an_arm_is_as_long_as_the_miss_and_as_wide_as_the_shift(stage):
    arms, chart = stage.arms.set_gathered(0.0), stage.chart
    before, after = arms.lines
    misses = DATA.y - before[0] * DATA.x - before[1]
    shift = after[1] - before[1]
    unit = chart.box.height / chart.y_scale.span
    lost, gained = (part.points.reshape(2, -1, 16, 3) for part in arms)
    below = misses[misses < shift / 2] < 0
    assert len(below) == gained.shape[1]
    assert len(misses) == lost.shape[1] + gained.shape[1]
    for upright, lying in (lost, gained):
        np.testing.assert_allclose(np.ptp(upright[:, :, 1], axis=1), np.ptp(lying[:, :, 0], axis=1))
    corners = np.ptp(stage.arms.corners.points.reshape(-1, 16, 3), axis=1)[:, :2]
    kept = (misses < 0) | (misses > shift)
    np.testing.assert_allclose(corners[kept], unit * shift, err_msg="where it stays on its side")
    np.testing.assert_allclose(np.ptp(lost[0][:, :, 1], axis=1), unit * misses[misses >= shift / 2])
    wide, tall = np.ptp(gained[0][below], axis=1)[:, :2].T
    np.testing.assert_allclose(wide, unit * shift)
    np.testing.assert_allclose(tall, -unit * misses[misses < 0])


def test_all_arms_together_are_the_pieces_of_the_columns(stage):
    first = stage.misses[0].set_line(*stage.arms.lines[1])
    stage.arms.set_gathered(1.0)
    both = np.concatenate([part.points for part in stage.arms])
    pieces = np.concatenate([part.points for part in first.pieces])
    for axis in (0, 1):
        assert both[:, axis].min() == pytest.approx(pieces[:, axis].min())
        assert both[:, axis].max() == pytest.approx(pieces[:, axis].max())


@pytest.mark.parametrize("large", [1.0, 1e4, -1e7])
def test_sums_of_any_size_stay_in_the_picture(large, tmp_path):
    data = replace(DATA, x=large * DATA.x, y=-abs(large) * DATA.y)
    with session(FilmSettings(), "low_quality", tmp_path, dry_run=True, frame_rate=2):
        summing = build_stage(data, PEN).summing
    summing.set_front(float(data.x.max()))
    assert max(value.get_right()[0] for value in summing.values.values()) <= RIGHT_EDGE
