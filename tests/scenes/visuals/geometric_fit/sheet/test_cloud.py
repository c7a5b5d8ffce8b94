"""A cloud's sums take no pass over its points, and are those of a pass over them."""

import numpy as np
import pytest

from core.fits.line import fit_line
from scenes.visuals.geometric_fit.sheet.cloud import Cloud
from scenes.visuals.geometric_fit.sheet.page import rotated

RNG = np.random.default_rng(3)
CLOUD = Cloud.of(RNG.normal(size=(500, 2)) @ [[1, 0.6], [0, 0.8]] + [3, -7])


@pytest.mark.parametrize("turn", [-1.2, -0.3, 0.0, 0.5, 1.4])
def test_the_upright_line_is_the_fit_of_the_turned_points(turn: float) -> None:
    fit = fit_line(*rotated(CLOUD.points, turn).T)
    assert CLOUD.upright_angle(turn) == pytest.approx(np.arctan(fit.slope) - turn, abs=1e-12)


def test_the_sum_is_that_of_all_shortest_distances() -> None:
    angles = np.array([-0.4, 0.0, 0.9])
    x, y = CLOUD.points.T
    away = y[:, None] * np.cos(angles) - x[:, None] * np.sin(angles)
    sums = CLOUD.sum_of_squares(angles)
    np.testing.assert_allclose(sums, (away**2).sum(axis=0), rtol=1e-12)


def test_all_points_are_on_the_sheet_unless_some_are_said_to_be_far_out() -> None:
    assert not CLOUD.outside.size
    assert CLOUD.shown.size == 400
    assert CLOUD.measured.size == CLOUD.with_ways.size == 40


def test_of_many_far_out_two_have_ways() -> None:
    far = np.arange(500) % 50 == 0
    points = RNG.normal(size=(500, 2)) + 90.0 * far[:, None]
    cloud = Cloud.of(points, ~far)
    assert set(cloud.outside) == set(np.flatnonzero(far))
    assert (cloud.measured.size, cloud.with_ways.size) == (38, 40)
    assert len(set(cloud.with_ways) & set(cloud.outside)) == 2


def test_others_than_one_far_out_may_lie_on_a_line() -> None:
    points = np.array([[k, k] for k in range(11)] + [[5.0, 900.0]])
    hull = Cloud.of(points, points[:, 1] < 100).hull
    assert len(hull) <= 11
    assert np.ptp(hull[:, 1] - hull[:, 0]) < 1e-9


def test_no_point_reaches_further_than_the_hull() -> None:
    assert len(CLOUD.hull) < 40
    for turn in np.linspace(0, np.pi, 7):
        all_x, hull_x = (rotated(p, turn)[:, 0] for p in (CLOUD.points, CLOUD.hull))
        assert (hull_x.min(), hull_x.max()) == pytest.approx((all_x.min(), all_x.max()))
