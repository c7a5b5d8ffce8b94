"""A line is doubted for the right reason, and only then."""

from pathlib import Path

import numpy as np
import pytest

from core.diagnosis.doubts import doubts
from core.fits.line import fit_line
from core.tables.dataset import read_dataset

DATA = Path(__file__).parents[3] / "data"
X = np.linspace(0, 10, 60)
NOISE = np.random.default_rng(3).normal(0, 1, 60)


def kinds(x, y) -> list[str]:
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    return [doubt.kind for doubt in doubts(x, y, fit_line(x, y))]


@pytest.mark.parametrize(
    ("number", "expected"), [(1, []), (2, ["curvature"]), (3, ["outlier"]), (4, ["influence"])]
)
def test_anscombes_four(number, expected):
    data = read_dataset(DATA / "anscombe.csv", x=f"x{number}", y=f"y{number}")
    assert kinds(data.x, data.y) == expected


@pytest.mark.parametrize("name", ["header.csv", "hubble1929.csv"])
def test_the_articles_points_and_hubbles_are_beyond_doubt(name):
    data = read_dataset(DATA / name)
    assert kinds(data.x, data.y) == []


CASES = {
    "a noisy line": (X, 2 * X + NOISE, []),
    "a falling line": (X, -2 * X + NOISE, []),
    "a line far from zero": (X + 1e9, 2 * X + NOISE + 1e12, []),
    "a tiny line": (X * 1e-15, 2e-15 * X + 1e-15 * NOISE, []),
    "a huge line": (X * 1e15, 2e15 * X + 1e15 * NOISE, []),
    "a line beyond measure": (X * 1e90, 2 * X + NOISE, ["not examined"]),
    "scatter beyond measure": (X, 1e-90 * (2 * X + NOISE), ["not examined"]),
    "a perfect line": (X, 0.1 * X + 0.3, []),
    "a perfect line far from zero": (X + 1e12, 3 * (X + 1e12), []),
    "three points on a line": ([1, 2, 3], [2, 4, 6], []),
    "two points": ([1, 2], [2, 4], ["few points"]),
    "noise alone": (X, NOISE, ["correlation"]),
    "a level line": (X, 0 * X + 7, ["correlation"]),
    "a parabola": (X, 0.3 * X**2 + NOISE, ["curvature"]),
    "an odd curve": (X, (X - 5) ** 3 / 10 + NOISE, ["curvature"]),
    "an exponential": (X, np.exp(0.4 * X) + NOISE, ["curvature"]),
    "a parabola at its top": (X, -((X - 5) ** 2) + NOISE, ["correlation", "curvature"]),
    "a fan": (X, 2 * X + NOISE * (0.2 + 0.4 * X), ["scatter"]),
    "a closing fan": (X, 2 * X + NOISE * (4.2 - 0.4 * X), ["scatter"]),
    "one slip": (X, 2 * X + NOISE + 30 * (np.arange(60) == 50), ["outlier"]),
    "a cloud and one far point": ([*NOISE[:20], 90], [*NOISE[20:40], 90], ["influence"]),
    "one far point against the rest": ([*X, 60], [*(2 * X + NOISE), 100], ["influence"]),
    "a far point on the line": ([*X, 60], [*(2 * X + NOISE), 120.5], []),
    "one other x": ([1, 1, 1, 1, 5], [1, 2, 3, 4, 9], ["influence"]),
}


@pytest.mark.parametrize(("x", "y", "expected"), CASES.values(), ids=CASES)
def test_each_shape_has_its_verdict(x, y, expected):
    assert kinds(x, y) == expected


def test_trifles_in_large_tables_are_not_doubts():
    """Curvature and unequal scatter that are significant but too small to be seen."""
    rng = np.random.default_rng(1)
    x = rng.uniform(0, 10, 100_000)
    y = 2 * x + 0.005 * (x - 5) ** 2 + rng.normal(0, 1, x.size) * (1 + 0.01 * x)
    assert kinds(x, y) == []


def test_plain_noise_is_seldom_accused():
    """Each of the tests has a level of 1 %; together they stay below 7 %."""
    rng = np.random.default_rng(2)
    accused = 0
    for _ in range(300):
        x = rng.uniform(0, 10, 15)
        accused += bool(kinds(x, 2 * x + rng.normal(0, 1, 15)))
    assert accused < 0.07 * 300


def test_the_reasons_are_sentences_with_numbers():
    data = read_dataset(DATA / "anscombe.csv", x="x3", y="y3")
    [doubt] = doubts(data.x, data.y, fit_line(data.x, data.y))
    assert "(13, 12.74)" in doubt.message
    assert "slope 0.4997 with it, 0.3454 without" in doubt.message
    assert str(doubt).startswith("outlier: the point")


def test_a_doubt_names_the_point_and_the_curve_that_it_is_about():
    y = 2 * X + NOISE + 30 * (np.arange(60) == 50)
    (outlier,) = doubts(X, y, fit_line(X, y))
    assert (outlier.kind, outlier.point, outlier.degree) == ("outlier", 50, None)
    x, y = np.array([1.0, 1, 5, 1, 1]), np.array([1.0, 2, 9, 3, 4])
    (influence,) = doubts(x, y, fit_line(x, y))
    assert (influence.kind, influence.point) == ("influence", 2)
    for degree, y in ((2, 0.3 * X**2 + NOISE), (3, (X - 5) ** 3 / 10 + NOISE)):
        (curvature,) = doubts(X, y, fit_line(X, y))
        assert (curvature.point, curvature.degree) == (None, degree)


def test_a_fan_is_no_doubt_once_it_is_weighted():
    """The weights say how far each point scatters; what they explain is no doubt."""
    x, noise = np.linspace(0, 10, 300), np.random.default_rng(5).normal(size=300)
    y = 2 * x + noise * (1 + 0.4 * x)
    weights = 1 / (1 + 0.4 * x) ** 2
    assert kinds(x, y) == ["scatter"]
    assert doubts(x, y, fit_line(x, y, weights=weights), weights=weights) == ()


def test_a_point_of_little_weight_carries_no_fit():
    x, y, expected = CASES["one far point against the rest"]
    assert expected == ["influence"]
    weights = np.ones(61)
    weights[-1] = 1e-6
    assert doubts(x, y, fit_line(x, y, weights=weights), weights=weights) == ()


def test_points_of_weight_0_keep_their_places():
    y = 2 * X + NOISE + 30 * (np.arange(60) == 50)
    weights = (np.arange(60) > 3).astype(float)
    [outlier] = doubts(X, y, fit_line(X, y, weights=weights), weights=weights)
    assert (outlier.kind, outlier.point) == ("outlier", 50)


def test_whole_weights_repeat_points():
    x, y, _ = CASES["a parabola"]
    times = 1 + np.arange(60) % 2
    [weighted] = doubts(x, y, fit_line(x, y, weights=times), weights=times)
    repeated = [np.repeat(v, times) for v in (x, y)]
    [other] = doubts(*repeated, fit_line(*repeated))
    assert weighted.message.partition("(")[0] == other.message.partition("(")[0]


@pytest.mark.parametrize("weights", [None, np.full(60, 2.0)])
def test_a_weighted_fit_is_not_judged_with_other_weights(weights):
    y = 2 * X + NOISE
    with pytest.raises(ValueError, match="weights of the fit"):
        doubts(X, y, fit_line(X, y, weights=1 + X), weights=weights)


@pytest.mark.parametrize("size", [1e200, 1e-200, 1e305])
def test_numbers_beyond_measure_are_no_accident(size):
    y = size * (2 * X + NOISE)
    assert [doubt.kind for doubt in doubts(X, y, fit_line(X, y))] == ["not examined"]
