"""The landscape is the residual of core.landscape.residual, seen from its lowest point."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.landscape.residual import relative_residual, residual
from core.landscape.squared import ResidualLandscape

X = [0.3, 1.1, 2.0, 3.7, 5.2, 8.8]
Y = [1.0, 0.4, 2.9, 2.2, 5.1, 6.0]
LANDSCAPE = ResidualLandscape.of(X, Y)
small = st.floats(-10, 10)


@given(da=small, db=small)
def test_height_is_the_relative_residual(da: float, db: float) -> None:
    a, b = LANDSCAPE.slope + da, LANDSCAPE.intercept + db
    assert LANDSCAPE.height(a, b) == pytest.approx(relative_residual(X, Y, a, b), rel=1e-9)
    assert LANDSCAPE.height(a, b) >= 0


@given(root=st.floats(0.01, 30), angle=st.floats(0, 7))
def test_level_curves_have_the_height_they_are_asked_for(root: float, angle: float) -> None:
    a, b = LANDSCAPE.at(root, angle)
    assert relative_residual(X, Y, a, b) == pytest.approx(root**2, rel=1e-6)
    opposite = LANDSCAPE.at(-root, angle)
    assert np.add((a, b), opposite) == pytest.approx(
        [2 * LANDSCAPE.slope, 2 * LANDSCAPE.intercept], abs=1e-9
    )


@pytest.mark.parametrize("x", [-2.0, 0.0, 0.4, 5.0, 30.0])
def test_a_turn_about_a_point_of_the_best_line_ends_at_its_height(x: float) -> None:
    a0, b0 = LANDSCAPE.slope, LANDSCAPE.intercept
    for da in LANDSCAPE.turn_reach(3.0, x) * np.array([-1, 1]):
        a, b = a0 + da, b0 - x * da
        assert a * x + b == pytest.approx(a0 * x + b0)
        assert LANDSCAPE.height(a, b) == pytest.approx(3.0)


def test_a_sweep_of_one_parameter_ends_at_its_height() -> None:
    a0, b0 = LANDSCAPE.slope, LANDSCAPE.intercept
    for sign in (-1, 1):
        a, b = a0 + sign * LANDSCAPE.slope_reach(3.0), b0 + sign * LANDSCAPE.intercept_reach(3.0)
        assert relative_residual(X, Y, a, b0) == pytest.approx(3.0)
        assert relative_residual(X, Y, a0, b) == pytest.approx(3.0)
    assert LANDSCAPE.slope_curvature * LANDSCAPE.slope_reach(3.0) ** 2 == pytest.approx(3.0)
    assert LANDSCAPE.intercept_curvature * LANDSCAPE.intercept_reach(3.0) ** 2 == pytest.approx(3.0)


@pytest.mark.parametrize(
    ("x", "y"),
    [([0, 1], [5, 7]), ([0.1, 0.2, 0.3], [1e12, 2e12, 3e12]), ([1, 2, 3], [4, 4, 4])],
    ids=["two points", "rounding", "flat"],
)
def test_points_on_one_line_have_a_height_in_units_of_epsilon(x, y) -> None:
    landscape = ResidualLandscape.of(x, y)
    assert not landscape.relative
    assert np.log10(landscape.unit) == pytest.approx(round(np.log10(landscape.unit)))
    a, b = landscape.slope + landscape.slope_reach(2.0), landscape.intercept
    assert residual(x, y, a, b) / landscape.unit == pytest.approx(2.0, rel=1e-6)


@pytest.mark.parametrize("size", [1e200, 1e-200])
@pytest.mark.parametrize("place", ["x", "y"])
def test_squares_beyond_float64_are_refused(size, place) -> None:
    x, y = (size * np.array(v) if name == place else v for name, v in (("x", X), ("y", Y)))
    with pytest.raises(ValueError, match="other units"):
        ResidualLandscape.of(x, y)
