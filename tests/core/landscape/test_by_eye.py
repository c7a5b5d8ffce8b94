"""Lines drawn by eye are visibly other lines, and never better ones."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.fits.line import fit_line
from core.landscape.by_eye import VISIBLE, lines_by_eye
from core.landscape.residual import relative_residual, residual

rng = np.random.default_rng(3)
X = rng.uniform(-2, 9, 40)
Y = 3 - 2 * X + rng.normal(size=40)


def test_each_leaves_the_best_line_by_a_visible_share_of_the_range() -> None:
    best, spread = fit_line(X, Y), np.ptp(Y)
    farthest = X[np.argmax(np.abs(X - best.x_mean))]
    steeper, higher, flatter = lines_by_eye(X, Y)
    for line, share in ((steeper, 2 * VISIBLE), (higher, VISIBLE), (flatter, 2 * VISIBLE)):
        gap = abs(line.predict(farthest) - best.predict(farthest))
        assert gap == pytest.approx(share * spread)


def test_names_tell_the_truth_for_rising_and_falling_lines() -> None:
    for sign in (1, -1):
        best = fit_line(X, sign * Y)
        steeper, higher, flatter = lines_by_eye(X, sign * Y)
        assert abs(steeper.slope) > abs(best.slope) == abs(higher.slope)
        assert higher.intercept > best.intercept
        assert flatter.slope * np.sign(best.slope) < abs(best.slope)
        names = [line.name for line in (steeper, higher, flatter)]
        assert names == ["steeper", "higher", "flatter"]


@pytest.mark.parametrize(
    ("y", "names"),
    [
        ([0, 3, 0, 2], ["steeper", "higher", "falling"]),
        ([2, 0, 3, 0], ["steeper", "higher", "rising"]),
        ([0, 2, 0, 2], ["steeper", "higher", "level"]),
        ([1, 1, 1, 1], ["rising", "higher", "falling"]),
    ],
)
def test_a_line_that_turns_past_the_level_is_not_called_flatter(y: list, names: list) -> None:
    lines = lines_by_eye([0, 1, 2, 3], y)
    assert [line.name for line in lines] == names


def test_slope_and_intercept_are_those_of_the_prediction() -> None:
    for line in lines_by_eye(X, Y):
        assert line.predict(X) == pytest.approx(line.slope * X + line.intercept)


@given(shift=st.floats(-1e3, 1e3), scale=st.floats(1e-3, 1e3))
def test_every_one_is_worse_at_any_place_and_scale(shift: float, scale: float) -> None:
    x, y = shift + scale * X, shift + scale * Y
    for line in lines_by_eye(x, y):
        assert line.relative_residual > 0.5
        by_parameters = relative_residual(x, y, line.slope, line.intercept)
        assert line.relative_residual == pytest.approx(float(by_parameters), rel=1e-4)


def test_far_from_zero_the_number_is_the_same() -> None:
    here, far = lines_by_eye(X, Y), lines_by_eye(2.0**40 + X, 2.0**40 + Y)
    for line, moved in zip(here, far, strict=True):
        assert moved.relative_residual == pytest.approx(line.relative_residual, rel=1e-3)


def test_nothing_is_relative_to_zero() -> None:
    with pytest.raises(ValueError, match="exactly on a line"):
        lines_by_eye([0, 1, 2], [1, 3, 5])[0].relative_residual  # noqa: B018  it raises


def test_points_on_a_flat_line_still_have_rivals() -> None:
    for height in (7.0, 0.0):
        for line in lines_by_eye([0, 1, 2], [height] * 3):
            assert line.excess == pytest.approx(
                float(residual([0, 1, 2], [height] * 3, line.slope, line.intercept))
            )
            assert line.excess > 0
