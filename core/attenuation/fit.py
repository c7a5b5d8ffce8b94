"""The attenuation coefficient of an absorber from counts behind growing thicknesses of it.

The model is the article's law, with the background that it leaves out:
rate(x) = I0 exp(-mu x) + background. Three methods fit it, see `fit_attenuation`. A rule says
which points each uses: points are taken from the thinnest on, while the rule holds.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from core.attenuation.counting import Counting, counting
from core.attenuation.law import METHODS, AttenuationFit, Method
from core.attenuation.likelihood import Likelihood, Scale
from core.attenuation.logarithm import fit_article, fit_weighted, require_points
from core.attenuation.poisson import most_likely
from core.attenuation.profile import Profile
from core.fits.line import fit_line
from core.numerics.validation import FloatArray


def fit_attenuation(
    thickness_mm: ArrayLike,
    counts: ArrayLike,
    live_time_s: ArrayLike,
    *,
    background: tuple[float, float] | float | None = None,
    method: Method = "article",
    dead_time_s: float = 0.0,
) -> AttenuationFit:
    """Fit the attenuation coefficient to counts behind absorbers of known thickness.

    `live_time_s` is one time for all points or one for each. `background` is the
    (counts, live time) of a run without source, or a rate per second that counts as exact.
    `dead_time_s` corrects recorded rates m to n = m / (1 - m tau); leave it at 0 when the
    counter reports live time.

    - ``article``: least squares on ln of the gross rate, each point alike. Points from the
      thinnest on, until the rate falls to ten times the background (all without background).
      The background bends the points, so mu comes out too small.
    - ``weighted``: least squares on ln of the net rate with weights from counting statistics,
      sigma^2(net) = N/t^2 + N_b/t_b^2. Points until the net rate falls to ten sigma.
    - ``poisson``: maximum likelihood of the counts themselves, background run included, over
      all points. Without a background run the background is fitted from the points alone.

    ValueError when fewer than three points are left or the counts do not fall with thickness.
    """
    data = counting(thickness_mm, counts, live_time_s, background, dead_time_s)
    fits: dict[str, Callable[[Counting], AttenuationFit]] = {
        "article": fit_article,
        "weighted": fit_weighted,
        "poisson": _fit_poisson,
    }
    if method not in fits:
        raise ValueError(f"unknown method {method!r}: choose one of {', '.join(METHODS)}")
    fit = fits[method](data)
    if not fit.mu_per_mm > 0:
        raise ValueError(
            f"the counts do not fall with thickness (mu = {fit.mu_per_mm:.3g} per mm): "
            "there is no half thickness; check the order of the columns"
        )
    return fit


def _fit_poisson(data: Counting) -> AttenuationFit:
    used = np.ones(len(data.thickness_mm), dtype=bool)
    rule = "every point (the model includes the background)"
    require_points(used, rule)
    likelihood = Likelihood(data, exponential, Scale())
    best = most_likely(likelihood, _start(data))
    ln_rate, mu, background_rate = (float(value) for value in best.theta)
    return AttenuationFit(
        method="poisson",
        rule=rule,
        used=used,
        initial_rate=float(np.exp(ln_rate)),
        mu_per_mm=mu,
        background_rate=background_rate,
        covariance=likelihood.covariance(best.theta)[:2, :2],
        statistic=best.deviance,
        dof=likelihood.dof(best.theta),
        pulls=likelihood.pulls(best.theta),
        profile=Profile(data, exponential, best),
    )


def exponential(depth: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the transmission of one line, exp(-depth), and its derivative."""
    transmission = np.exp(-depth)
    return transmission, -transmission


def _start(data: Counting) -> tuple[float, float]:
    """Return ln_rate and mu of a line through the points that stand out from the background."""
    if np.ptp(data.thickness_mm) == 0:
        raise ValueError("all thicknesses are equal: mu is not defined")
    level = data.background.rate if data.background else 0.0
    rate = np.maximum(data.rate, 0.5 / data.live_time_s)
    clear = rate - level > 0.1 * (rate.max() - level)
    if np.unique(data.thickness_mm[clear]).size < 2:
        clear = np.ones(len(rate), dtype=bool)
    net = np.maximum(rate - level, 1e-3 * rate)
    line = fit_line(data.thickness_mm[clear], np.log(net[clear]))
    return line.intercept, -line.slope


