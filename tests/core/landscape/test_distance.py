"""The shortest way to a line is perpendicular, and no other way is shorter."""

import numpy as np
import pytest

from core.fits.line import fit_line
from core.fits.orthogonal import OrthogonalFit
from core.landscape.distance import distances

rng = np.random.default_rng(4)
X = rng.uniform(-5, 5, 30)
Y = 1 + 0.7 * X + rng.normal(size=30)
FIT = fit_line(X, Y)
FOUND = distances(X, Y, FIT)


def test_feet_lie_on_the_line_at_right_angles() -> None:
    assert FOUND.foot_y == pytest.approx(FIT.slope * FOUND.foot_x + FIT.intercept)
    dot = (X - FOUND.foot_x) + FIT.slope * (Y - FOUND.foot_y)
    assert dot == pytest.approx(0, abs=1e-12)


def test_vertical_distance_is_the_size_of_the_residual() -> None:
    assert FOUND.vertical == pytest.approx(np.abs(Y - (FIT.slope * X + FIT.intercept)))
    assert (FOUND.vertical**2).sum() == pytest.approx(FIT.rss)


def test_shortest_distance_agrees_with_the_orthogonal_line() -> None:
    direction = np.array([1, FIT.slope]) / np.hypot(1, FIT.slope)
    line = OrthogonalFit(np.array([0, FIT.intercept]), direction, 0.0, True)
    assert FOUND.shortest == pytest.approx(line.distances(np.column_stack([X, Y])))
    assert FOUND.shortest == pytest.approx(np.hypot(X - FOUND.foot_x, Y - FOUND.foot_y))
    assert (FOUND.shortest <= FOUND.vertical).all()


def test_both_ways_are_one_to_a_flat_line() -> None:
    found = distances([1.0, 2.0], [3.0, 0.0], fit_line([0, 1], [1, 1]))
    assert found.shortest.tolist() == found.vertical.tolist() == [2.0, 1.0]
    assert found.foot_x.tolist() == [1.0, 2.0]
