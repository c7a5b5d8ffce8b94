"""What a shift does to squares, and how the sums of any table are written."""

from dataclasses import replace

import numpy as np
import pytest

from core.fits.line import fit_line
from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.settings import HEADER_DATA, FilmSettings
from scenes.studio.session import session
from scenes.visuals.normal_equations.stage import build_stage
from scenes.visuals.normal_equations.strips import GAINED
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import RIGHT_EDGE

DATA = read_dataset(HEADER_DATA)
BEST = fit_line(DATA.x, DATA.y)
PEN = Pen(theme("dark"))


@pytest.fixture(scope="module")
def stage(tmp_path_factory):
    with session(FilmSettings(), "low_quality", tmp_path_factory.mktemp("film"), dry_run=True):
        return build_stage(DATA, PEN)


@pytest.mark.parametrize("shift", [0.05, -0.05])
def test_a_strip_is_about_twice_the_miss_times_the_shift(stage, shift):
    strips, chart = stage.strips, stage.chart
    a, b = BEST.slope, BEST.intercept
    misses = strips.squares.y - (a * strips.squares.x + b)
    strips.set_line(a, b)
    strips.set_start().set_line(a, b + shift)
    unit = chart.box.height / chart.y_scale.span
    for strip, miss in zip(strips, misses, strict=True):
        x, y = strip.points.reshape(-1, 4, 3)[:, 0, :2].T / unit
        area = abs(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1))) / 2
        gained = shift**2 - 2 * miss * shift
        assert area == pytest.approx(abs(gained))
        assert (strip.fill_opacity == GAINED) == (gained > 0), "what is gained is bright"


@pytest.mark.parametrize("large", [1.0, 1e4, -1e7])
def test_sums_of_any_size_stay_in_the_picture(large, tmp_path):
    data = replace(DATA, x=large * DATA.x, y=-abs(large) * DATA.y)
    with session(FilmSettings(), "low_quality", tmp_path, dry_run=True, frame_rate=2):
        summing = build_stage(data, PEN).summing
    summing.set_front(float(data.x.max()))
    assert max(value.get_right()[0] for value in summing.values.values()) <= RIGHT_EDGE
