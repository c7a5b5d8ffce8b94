"""A line through logarithms is the line of the logarithms, and speaks in x and y."""

import numpy as np
import pytest

from core.fits.line import fit_line
from core.fits.scaled_line import SCALES, fit_scaled_line

rng = np.random.default_rng(8)
X = np.geomspace(0.5, 300, 30)
Y = 40 * X**-1.5 * np.exp(rng.normal(0, 0.2, 30))
AT = np.array([1.0, 17.0, 250.0])


def logarithm(name: str, scales: str, values: np.ndarray) -> np.ndarray:
    return np.log10(values) if name in scales else values


@pytest.mark.parametrize("scales", SCALES)
def test_it_is_the_line_of_the_logarithms(scales: str) -> None:
    u, v = logarithm("x", scales, X), logarithm("y", scales, Y)
    fit, line = fit_scaled_line(X, Y, scales), fit_line(u, v)
    assert (fit.line.slope, fit.line.intercept) == (line.slope, line.intercept)
    assert fit.residuals == pytest.approx(v - line.predict(u))
    at = logarithm("x", scales, AT)
    assert logarithm("y", scales, fit.predict(AT)) == pytest.approx(line.predict(at))
    level = 0.9 if "y" in scales else 0.5  # where y is not logarithmic, bands may be below 0
    for band in ("confidence_band", "prediction_band"):
        ours, theirs = getattr(fit, band)(AT, level), getattr(line, band)(at, level)
        assert logarithm("y", scales, np.array(ours)) == pytest.approx(np.array(theirs))


@pytest.mark.parametrize(
    ("scales", "y"), [("", 3 * X - 2), ("y", 5 * 0.98**X), ("x", 2 * np.log10(X)), ("xy", 7 / X)]
)
def test_curves_without_scatter_are_met_by_their_own_scales(scales: str, y: np.ndarray) -> None:
    assert fit_scaled_line(X, y, scales).predict(X) == pytest.approx(y, rel=1e-12)


def test_an_error_of_y_is_an_error_of_its_logarithm_divided_by_y() -> None:
    sigma = rng.uniform(0.1, 0.3, 30) * Y
    plain = fit_scaled_line(X, Y, sigma=sigma).line
    assert plain.slope == pytest.approx(fit_line(X, Y, weights=sigma**-2).slope, rel=1e-12)
    steps = 1e-6 * sigma
    of_log = (np.log10(Y + steps) - np.log10(Y - steps)) / 2e-6
    weighted = fit_line(X, np.log10(Y), weights=of_log**-2)
    slope = fit_scaled_line(X, Y, "y", sigma=sigma).line.slope
    assert slope == pytest.approx(weighted.slope, rel=1e-8)


def test_what_has_no_logarithm_is_named() -> None:
    with pytest.raises(ValueError, match=r"y is -2 at index 1 \(2 of 3 are not above 0\)"):
        fit_scaled_line([1, 2, 3], [1, -2, 0], "xy")
    with pytest.raises(ValueError, match=r"x is 0 at index 0 \(1 of 3"):
        fit_scaled_line([0, 2, 3], [1, -2, 0], "x")
    with pytest.raises(ValueError, match="unknown scales 'yx': choose one of x, y, xy"):
        fit_scaled_line([1, 2, 3], [1, 2, 4], "yx")
    with pytest.raises(ValueError, match="sigma is 0 at index 2"):
        fit_scaled_line([1, 2, 3], [1, 2, 4], sigma=[1, 1, 0])
