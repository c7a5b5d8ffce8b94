"""The shape of residuals is that of the doubts about the line."""

import numpy as np
import pytest

from core.diagnosis.linearity import breusch_pagan, curvature
from core.diagnosis.residual_shape import bend, side_spreads
from core.fits.line import fit_line

X = np.linspace(2000, 2010, 60)
NOISE = np.random.default_rng(3).normal(0, 1, 60)


@pytest.mark.parametrize("degree", [2, 3])
def test_the_bend_takes_off_what_the_doubt_says(degree: int) -> None:
    y = (X - 2003) ** degree / 5 + NOISE
    line = fit_line(X, y)
    residuals = y - line.predict(X)
    left = residuals - bend(X, residuals, line, degree, X)
    share = 1 - left @ left / (residuals @ residuals)
    (found,) = (bent for bent in curvature(X, y, line) if bent.degree == degree)
    assert share == pytest.approx(found.share, rel=1e-9)


def test_the_sides_spread_as_the_doubt_says() -> None:
    y = X + NOISE * (0.2 + 0.4 * (X - 2000))
    line = fit_line(X, y)
    below, above = side_spreads(X, y - line.predict(X), line)
    assert above / below == pytest.approx(breusch_pagan(X, y, line).ratio, rel=1e-9)
