"""Straight lines through ln(rate): the article's recipe, and the one that weighs the points."""

import numpy as np
from numpy.typing import NDArray

from core.attenuation.counting import Background, Counting
from core.attenuation.law import AttenuationFit, Method
from core.fits.line import LineFit, fit_line
from core.numerics.validation import FloatArray

GROSS_OVER_BACKGROUND = 10.0
"""The article's recipe takes points until the gross rate falls to this many backgrounds."""
NET_OVER_ERROR = 10.0
"""Weighted least squares takes points until the net rate falls to this many standard errors."""
FEWEST_POINTS = 3


def fit_article(data: Counting) -> AttenuationFit:
    """Fit ln of the gross rate, each point alike; the errors come from the scatter of the points.

    `statistic` compares that scatter with what counting alone would give.
    """
    rate = data.rate
    if data.background is None:
        passes, rule = rate > 0, "while there are counts (no background given)"
    else:
        passes = rate > GROSS_OVER_BACKGROUND * data.background.rate
        rule = f"while the gross rate is above {GROSS_OVER_BACKGROUND:g} x background"
    used = data.until_first_failure(passes)
    require_points(used, rule)
    x, y = data.thickness_mm[used], np.log(rate[used])
    line = fit_line(x, y)
    pulls = (y - line.predict(x)) * rate[used] / data.rate_stderr[used]
    # The intercept is mean(y) - slope mean(x), and mu is -slope.
    var_mu = line.slope_stderr**2
    cov = float(x.mean()) * var_mu
    covariance = np.array([[line.intercept_stderr**2, cov], [cov, var_mu]])
    return _fitted(
        "article", rule, used, line, covariance=covariance, pulls=pulls, t_dof=len(x) - 2
    )


def fit_weighted(data: Counting) -> AttenuationFit:
    """Fit ln of the net rate with weights 1 / variance; the errors come from counting alone.

    The variance of a net rate is N/t^2 + N_b/t_b^2.
    """
    background = data.background or Background(0.0, 0.0)
    net = data.rate - background.rate
    sigma = np.hypot(data.rate_stderr, background.stderr)
    used = data.until_first_failure(net > NET_OVER_ERROR * sigma)
    rule = f"while the net rate is above {NET_OVER_ERROR:g} x its standard error"
    require_points(used, rule)
    x, y, weights = data.thickness_mm[used], np.log(net[used]), (net[used] / sigma[used]) ** 2
    line = fit_line(x, y, weights=weights)
    # Counts are independent, but all net rates share one background.
    own, shared = data.rate_stderr[used] / net[used], background.stderr / net[used]
    to_parameters = _to_parameters(x, weights)
    covariance = (to_parameters * own**2) @ to_parameters.T
    covariance += np.outer(to_parameters @ shared, to_parameters @ shared)
    pulls = (y - line.predict(x)) * np.sqrt(weights)
    return _fitted(
        "weighted",
        rule,
        used,
        line,
        covariance=covariance,
        pulls=pulls,
        background_rate=background.rate,
    )


def _to_parameters(x: FloatArray, weights: FloatArray) -> FloatArray:
    """Return the matrix, shape (2, n), that turns y into (ln of the initial rate, mu).

    A weighted least-squares line is linear in y.
    """
    mean = np.average(x, weights=weights)
    to_slope = weights * (x - mean) / (weights @ (x - mean) ** 2)
    to_intercept = weights / weights.sum() - mean * to_slope
    return np.array([to_intercept, -to_slope])


def _fitted(
    method: Method,
    rule: str,
    used: NDArray[np.bool_],
    line: LineFit,
    *,
    covariance: FloatArray,
    pulls: FloatArray,
    background_rate: float = 0.0,
    t_dof: int | None = None,
) -> AttenuationFit:
    everywhere = np.full(len(used), np.nan)
    everywhere[used] = pulls
    return AttenuationFit(
        method=method,
        rule=rule,
        used=used,
        initial_rate=float(np.exp(line.intercept)),
        mu_per_mm=-line.slope,
        background_rate=background_rate,
        covariance=covariance,
        statistic=float(pulls @ pulls),
        dof=line.n - 2,
        pulls=everywhere,
        t_dof=t_dof,
    )


def require_points(used: NDArray[np.bool_], rule: str) -> None:
    """Raise ValueError when fewer points are left than a fit needs."""
    if used.sum() < FEWEST_POINTS:
        raise ValueError(
            f"only {used.sum()} of {len(used)} points are usable, a fit needs {FEWEST_POINTS} "
            f"(rule: {rule}); measure longer or with thinner sheets"
        )
