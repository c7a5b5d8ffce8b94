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
from core.attenuation.likelihood import Likelihood
from core.attenuation.logarithm import (
    GROSS_OVER_BACKGROUND,
    fit_article,
    fit_weighted,
    require_points,
)
from core.attenuation.poisson import Scale, most_likely
from core.numerics.validation import FloatArray

# What a caller of the fit needs beside it, from one place.
__all__ = ["GROSS_OVER_BACKGROUND", "METHODS", "AttenuationFit", "Method", "fit_attenuation"]


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
    `dead_time_s` is the tau of a non-paralysable counter: recorded rates m become
    n = m / (1 - m tau), with their errors; leave it at 0 when the counter reports live time.

    - ``article``: least squares on ln of the gross rate, each point alike. Points from the
      thinnest on, until the rate falls to ten times the background (all without background).
      The background bends the points, so mu comes out too small.
    - ``weighted``: least squares on ln of the net rate with weights from counting statistics,
      sigma^2(net) = N/t^2 + N_b/t_b^2. Points until the net rate falls to ten sigma.
    - ``poisson``: maximum likelihood of the counts themselves, background run included, over
      all points. Without a background run the background is fitted from the points alone. Its
      intervals are those of the profile likelihood, and hold for few counts too.

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
    fit = most_likely(Likelihood(data, exponential), Scale(_guess(data)))
    if not fit.best.amplitude > 0:
        raise ValueError(
            "the counts do not fall with thickness: nothing is left above the background; "
            "check it, or measure longer"
        )
    return AttenuationFit(
        method="poisson",
        rule=rule,
        used=used,
        initial_rate=fit.best.amplitude,
        mu_per_mm=fit.scale,
        background_rate=fit.best.background_rate,
        covariance=fit.covariance,
        statistic=fit.deviance,
        dof=fit.dof,
        pulls=fit.pulls,
        counts_fit=fit,
    )


def exponential(depth: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the transmission of one line, exp(-depth), and its derivative."""
    transmission = np.exp(-depth)
    return transmission, -transmission


def _guess(data: Counting) -> float:
    """Return 1 / mean depth of what was counted above the background: mu, if no lead ended."""
    depth = data.thickness_mm - data.thickness_mm.min()
    if not depth.any():
        raise ValueError("all thicknesses are equal: mu is not defined")
    level = data.background.rate if data.background else float(data.rate.min())
    net = np.maximum(data.rate - level, 0.0)
    if not net.any():
        return float(1 / depth.max())
    shallowest = float(depth[depth > 0].min()) / 2
    return 1 / max(float(net @ depth / net.sum()), shallowest)
