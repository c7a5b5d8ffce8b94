"""The distribution of r without a relation."""

import numpy as np
import pytest
from scipy.integrate import quad

from core.fits.correlation import pearson_test
from core.fits.null_correlation import null_density


@pytest.mark.parametrize("n", [4, 5, 11, 60])
def test_the_area_under_the_density_is_one(n):
    assert quad(null_density, -1, 1, args=(n,))[0] == pytest.approx(1)


@pytest.mark.parametrize("y", [[1, 3, 2, 5, 4, 7], [3, 1, 2, 2, 1, 3], [9, 7, 8, 4, 5, 1]])
def test_the_area_beyond_r_is_the_p_value_of_pearsons_test(y):
    test = pearson_test(np.arange(6), y)
    tail = quad(null_density, abs(test.r), 1, args=(6,))[0]
    assert 2 * tail == pytest.approx(test.p_value)


def test_shuffled_points_follow_it():
    rng = np.random.default_rng(7)
    x, y = np.arange(11.0), rng.normal(size=11)
    r = np.array([np.corrcoef(x, rng.permutation(y))[0, 1] for _ in range(4000)])
    within = quad(null_density, -0.3, 0.3, args=(11,))[0]
    assert np.mean(np.abs(r) < 0.3) == pytest.approx(within, abs=0.03)


def test_three_points_are_too_few():
    with pytest.raises(ValueError, match="n is 3"):
        null_density(0.0, 3)


def test_what_is_no_correlation_is_refused():
    with pytest.raises(ValueError, match="between -1 and 1"):
        null_density([0.0, 1.2], 9)
