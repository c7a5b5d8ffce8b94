"""A picture shows the bulk of a table: few points far out are left outside, and counted."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.landscape.window import FEWEST, LEAST_SHARE, ONE_IN, Window, outside_words

rng = np.random.default_rng(11)
N = 400
STEPS = np.linspace(0, 10, N)
NOISE = rng.normal(size=N)
TYPO = np.where(np.arange(N) == 37, 1000.0, NOISE)
FEW_FAR = np.where(np.arange(N) % 40 == 7, 50 + np.arange(N), NOISE)


@pytest.mark.parametrize(
    "values",
    [
        STEPS,
        NOISE,
        rng.normal(size=1_000_000),
        rng.exponential(size=N),
        np.exp(STEPS),  # one in ten lies far out: that is the shape
        10.0**STEPS,
        np.minimum(NOISE, 0.0),
        np.zeros(N),
        np.where(STEPS < 5, 0.0, 1e3) + NOISE,  # two groups
        np.where(STEPS < 9, 0.0, 1e3) + NOISE,  # the smaller one has a tenth of the points
    ],
)
def test_what_belongs_to_the_shape_of_the_points_is_shown(values: np.ndarray) -> None:
    for sign in (1, -1):
        window = Window.of(np.arange(values.size), sign * values)
        assert window.outside == 0
        assert window.y == ((sign * values).min(), (sign * values).max())


@pytest.mark.parametrize("values", [TYPO, -TYPO])
def test_a_slip_of_the_pen_leaves_the_others_their_picture(values: np.ndarray) -> None:
    window, others = Window.of(STEPS, values), np.delete(values, 37)
    assert np.flatnonzero(~window.inside).tolist() == [37]
    assert window.y == (others.min(), others.max())
    assert window.x == (0.0, 10.0)


def test_a_point_far_out_along_x_is_left_out_too() -> None:
    window = Window.of(TYPO, STEPS)
    assert window.outside == 1
    assert window.x[1] < 10


def test_of_many_far_out_the_fewest_are_left_out() -> None:
    window = Window.of(STEPS, FEW_FAR)
    near = np.abs(FEW_FAR) < 10
    assert window.outside == 10, "each alone would flatten the rest"
    assert np.array_equal(window.inside, near)
    heavy = rng.lognormal(0, 0.8, 2500)
    window = Window.of(np.arange(2500), heavy)
    assert 0 < window.outside < 40
    assert np.ptp(heavy[window.inside]) <= LEAST_SHARE * np.ptp(heavy)


def test_who_is_left_out_is_counted_in_words() -> None:
    assert outside_words(0, 20) == ""
    assert outside_words(1, 20) == "1 of 20 points lies outside the picture"
    assert outside_words(1200, 100_000) == "1,200 of 100,000 points lie outside the picture"


def test_among_few_points_none_is_left_out() -> None:
    for n in range(1, FEWEST):
        assert Window.of(range(n), [*range(n - 1), 1e6]).outside == 0


@given(st.lists(st.floats(-1e305, 1e305), min_size=1, max_size=80))
def test_any_values_have_a_window(values: list[float]) -> None:
    y = np.array(values)
    window = Window.of(range(y.size), y)
    assert window.outside <= max(1, y.size // ONE_IN)
    low, high = window.y
    assert y.min() <= low <= high <= y.max()
    if window.outside:
        assert high - low <= LEAST_SHARE * (y.max() - y.min()) * (1 + 1e-9)
    in_other_units = Window.of(range(y.size), -1000 * y)
    assert np.array_equal(in_other_units.inside, window.inside)
