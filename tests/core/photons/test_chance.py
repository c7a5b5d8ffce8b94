"""Chance behind lead follows the law of attenuation."""

import numpy as np
import pytest

from core.photons.chance import depths_by_chance

MANY = 200_000


@pytest.mark.parametrize("mu", [0.1, 0.572, 2.0])
def test_what_gets_through_is_the_law_of_attenuation(mu):
    depths = depths_by_chance(mu, MANY, seed=3)
    for thickness in (0.5, 1.0, 3.0):
        share = np.exp(-mu * thickness)
        error = np.sqrt(share * (1 - share) / MANY)
        assert (depths > thickness).mean() == pytest.approx(share, abs=5 * error)


def test_the_next_millimetre_does_not_ask_how_many_lie_behind():
    depths = depths_by_chance(0.572, MANY, seed=4)
    through = [(depths > k).sum() for k in range(5)]
    shares = np.divide(through[1:], through[:-1])
    np.testing.assert_allclose(shares, np.exp(-0.572), atol=0.01)


def test_chance_is_the_same_each_time_the_film_is_made():
    np.testing.assert_array_equal(depths_by_chance(1.0, 9, 7), depths_by_chance(1.0, 9, 7))
