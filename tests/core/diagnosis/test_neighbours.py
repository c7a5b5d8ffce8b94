"""Neighbours along x that miss the line to the same side are a pattern, no scatter."""

import numpy as np
import pytest

from core.diagnosis.doubts import CURVATURE_SHARE, SURE, doubts
from core.diagnosis.neighbours import pattern
from core.fits.line import fit_line

rng = np.random.default_rng(17)
X = np.linspace(0, 10, 200)
NOISE = rng.normal(size=200)
ENERGY = np.geomspace(10, 10_000, 35)


def found(x, y):
    return pattern(x, y, fit_line(x, y))


@pytest.mark.parametrize("n", [6, 15, 60, 1000, 20_000])
def test_scatter_is_no_pattern(n):
    accused = 0
    for _ in range(100):
        x = rng.uniform(size=n)
        test = found(x, 3 * x + rng.normal(size=n))
        accused += test.p_value < SURE and test.share >= CURVATURE_SHARE
    assert accused <= 5, "one in a hundred by chance"


@pytest.mark.parametrize("n", [400, 40_000])
def test_the_share_is_that_of_the_pattern_in_the_scatter(n):
    x = rng.uniform(0, 60, n)
    wave, noise = np.sin(x), rng.normal(size=n)
    test = found(x, wave + noise)
    assert test.share == pytest.approx(wave.var() / (wave.var() + noise.var()), abs=0.15)
    assert test.p_value < SURE


def test_rows_that_share_an_x_may_stand_in_any_order():
    x = np.repeat(np.arange(40.0), 10)
    y = x + rng.normal(size=400)
    in_order = np.lexsort((y, x))
    shuffled = rng.permutation(400)
    first, other = (found(x[rows], y[rows]) for rows in (in_order, shuffled))
    assert first.p_value == pytest.approx(other.p_value)
    assert first.p_value > SURE


@pytest.mark.parametrize(
    ("x", "y"),
    [
        (ENERGY, 1000 / ENERGY),  # bends where most points are, level for the rest
        (X, 2 * X + 3 * np.sin(3 * X) + NOISE),
    ],
)
def test_a_pattern_that_no_parabola_follows_is_a_doubt(x, y):
    kinds = [doubt.kind for doubt in doubts(x, y, fit_line(x, y))]
    assert kinds[-1] == "pattern"
    assert "curvature" not in kinds


def test_two_places_have_no_pattern():
    assert found(np.array([0.0, 0, 1, 1]), np.array([1.0, 2, 2, 3])).p_value > SURE
