"""The name of the cross."""

import numpy as np
import pytest

from core.palette import theme
from scenes.visuals.geometric_fit.sheet.cloud import Cloud
from scenes.visuals.geometric_fit.sheet.mean import AWAY, mean_name
from scenes.visuals.geometric_fit.sheet.page import MIDDLE
from scenes.visuals.writing.pen import Pen

PEN = Pen(theme("dark"))


@pytest.mark.parametrize("lines", [(-0.2, 0.5), (0.1, -0.7), (1.0, 1.3)])
def test_it_stands_beside_the_cross_and_on_no_line(lines: tuple[float, float]) -> None:
    cloud = Cloud.of(np.random.default_rng(4).normal(size=(20, 2)))
    angles = np.linspace(*lines, 9)
    ground, words = mean_name(PEN, cloud, angles)[0]
    corners = np.array([ground.get_corner(np.array([x, y, 0.0])) for x in (-1, 1) for y in (-1, 1)])
    away = corners[:, :2] - MIDDLE[:2]
    low, high = away.min(axis=0), away.max(axis=0)
    assert np.maximum(np.maximum(low, -high), 0.0).max() == pytest.approx(AWAY)
    for angle in angles:
        side = away @ [-np.sin(angle), np.cos(angle)]
        assert side.min() > -0.05 or side.max() < 0.05
    assert ground.width > words.width
