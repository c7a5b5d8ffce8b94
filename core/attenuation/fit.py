"""The attenuation coefficient of an absorber from counts behind growing thicknesses of it.

The model is the article's law, with the background that it leaves out:
rate(x) = I0 exp(-mu x) + background. Three methods fit it, see `fit_attenuation`. A rule says
which points each uses: points are taken from the thinnest on, while the rule holds.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import scipy
from numpy.typing import ArrayLike, NDArray

from core.attenuation.counting import Background, Counting, counting
from core.attenuation.poisson import fit_counts
from core.fits.line import fit_line
from core.numerics.validation import FloatArray
from core.photons.lead import DENSITY_G_CM3

Method = Literal["article", "weighted", "poisson"]
METHODS: tuple[Method, ...] = get_args(Method)

GROSS_OVER_BACKGROUND = 10.0
"""The article's recipe takes points until the gross rate falls to this many backgrounds."""
NET_OVER_ERROR = 10.0
"""Weighted least squares takes points until the net rate falls to this many standard errors."""
FEWEST_POINTS = 3


@dataclass(frozen=True)
class AttenuationFit:
    """rate(x) = initial_rate exp(-mu x) + background_rate, fitted to the points in `used`.

    `covariance` is that of (ln initial_rate, mu). `background_rate` is what the model adds to
    the exponential: nothing in the article's recipe, which fits the gross rate. `statistic` is
    chi^2, or the deviance of a Poisson fit; `pulls` are the residuals, measured minus fitted,
    over their standard deviation (nan where a point was not used). `t_dof` is None when the
    spread is known from counting, else the degrees of freedom it was estimated with.
    """

    method: Method
    rule: str
    used: NDArray[np.bool_]
    initial_rate: float
    mu_per_mm: float
    background_rate: float
    covariance: FloatArray
    statistic: float
    dof: int
    pulls: FloatArray
    t_dof: int | None = None
    density_g_cm3: float = DENSITY_G_CM3

    @property
    def mu_stderr(self) -> float:
        """Standard error of mu, per mm."""
        return float(np.sqrt(self.covariance[1, 1]))

    @property
    def half_thickness_mm(self) -> float:
        """x_h = ln 2 / mu."""
        return float(np.log(2)) / self.mu_per_mm

    @property
    def half_thickness_stderr(self) -> float:
        """u(x_h) = x_h u(mu) / mu, in mm."""
        return self.half_thickness_mm * self.mu_stderr / self.mu_per_mm

    @property
    def half_thickness_g_cm2(self) -> float:
        """Rho x_h, the half thickness as mass per area."""
        return self.half_thickness_mm * self.density_g_cm3 / 10

    @property
    def half_thickness_g_cm2_stderr(self) -> float:
        """Standard error of rho x_h; the density counts as exact."""
        return self.half_thickness_stderr * self.density_g_cm3 / 10

    @property
    def statistic_per_dof(self) -> float:
        """chi^2 or deviance per degree of freedom: near 1 when the model describes the counts."""
        return self.statistic / self.dof if self.dof else float("nan")

    @property
    def p_value(self) -> float:
        """Probability of a larger statistic if the model is right."""
        return float(scipy.special.chdtrc(self.dof, self.statistic)) if self.dof else float("nan")

    def confidence_interval(self, level: float = 0.95) -> tuple[float, float]:
        """Return the interval of mu, per mm."""
        reach = self._quantile(level) * self.mu_stderr
        return self.mu_per_mm - reach, self.mu_per_mm + reach

    def transmitted_rate(self, thickness_mm: ArrayLike) -> FloatArray:
        """Return the exponential alone, in counts per second."""
        x = np.asarray(thickness_mm, dtype=np.float64)
        return np.asarray(self.initial_rate * np.exp(-self.mu_per_mm * x))

    def rate(self, thickness_mm: ArrayLike) -> FloatArray:
        """Return what the model expects to be counted, background included, per second."""
        return self.transmitted_rate(thickness_mm) + self.background_rate

    def transmitted_band(
        self, thickness_mm: ArrayLike, level: float = 0.95
    ) -> tuple[FloatArray, FloatArray]:
        """Return the pointwise confidence band of the exponential, in counts per second."""
        x = np.asarray(thickness_mm, dtype=np.float64)
        (var_ln_rate, cov), (_, var_mu) = self.covariance
        reach = self._quantile(level) * np.sqrt(var_ln_rate - 2 * x * cov + x**2 * var_mu)
        line = self.transmitted_rate(x)
        return line * np.exp(-reach), line * np.exp(reach)

    def _quantile(self, level: float) -> float:
        if not 0 < level < 1:
            raise ValueError(f"level must be between 0 and 1, not {level}")
        upper = (1 + level) / 2
        if self.t_dof is None:
            return float(scipy.special.ndtri(upper))
        return float(scipy.special.stdtrit(self.t_dof, upper))


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
        "article": _fit_article,
        "weighted": _fit_weighted,
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


def _fit_article(data: Counting) -> AttenuationFit:
    rate = data.rate
    if data.background is None:
        used = data.until_first_failure(rate > 0)
        rule = "while there are counts (no background given)"
    else:
        used = data.until_first_failure(rate > GROSS_OVER_BACKGROUND * data.background.rate)
        rule = f"while the gross rate is above {GROSS_OVER_BACKGROUND:g} x background"
    _require_points(used, rule)
    x, y = data.thickness_mm[used], np.log(rate[used])
    line = fit_line(x, y)
    sigma = data.rate_stderr[used] / rate[used]
    pulls = (y - line.predict(x)) / sigma
    variance_slope = line.slope_stderr**2
    covariance_ln_rate_mu = float(x.mean()) * variance_slope
    covariance = np.array(
        [
            [line.intercept_stderr**2, covariance_ln_rate_mu],
            [covariance_ln_rate_mu, variance_slope],
        ]
    )
    return AttenuationFit(
        method="article",
        rule=rule,
        used=used,
        initial_rate=float(np.exp(line.intercept)),
        mu_per_mm=-line.slope,
        background_rate=0.0,
        covariance=covariance,
        statistic=float(pulls @ pulls),
        dof=len(x) - 2,
        pulls=_spread(pulls, used),
        t_dof=len(x) - 2,
    )


def _fit_weighted(data: Counting) -> AttenuationFit:
    background = data.background or Background(0.0, 0.0)
    net = data.rate - background.rate
    sigma = np.hypot(data.rate_stderr, background.stderr)
    used = data.until_first_failure(net > NET_OVER_ERROR * sigma)
    rule = f"while the net rate is above {NET_OVER_ERROR:g} x its standard error"
    _require_points(used, rule)
    x, net, sigma = data.thickness_mm[used], net[used], sigma[used]
    weights = (net / sigma) ** 2
    y = np.log(net)
    line = fit_line(x, y, weights=weights)
    # Slope and intercept are linear in y: propagate through them the counts, which are
    # independent, and the background, which all net rates share.
    centred = x - np.average(x, weights=weights)
    to_slope = weights * centred / (weights @ centred**2)
    to_intercept = weights / weights.sum() - np.average(x, weights=weights) * to_slope
    to_parameters = np.array([to_intercept, -to_slope])
    own = to_parameters * (data.rate_stderr[used] / net)
    shared = to_parameters @ (background.stderr / net)
    pulls = (y - line.predict(x)) * np.sqrt(weights)
    return AttenuationFit(
        method="weighted",
        rule=rule,
        used=used,
        initial_rate=float(np.exp(line.intercept)),
        mu_per_mm=-line.slope,
        background_rate=background.rate,
        covariance=own @ own.T + np.outer(shared, shared),
        statistic=float(pulls @ pulls),
        dof=len(x) - 2,
        pulls=_spread(pulls, used),
    )


def _fit_poisson(data: Counting) -> AttenuationFit:
    used = np.ones(len(data.thickness_mm), dtype=bool)
    rule = "every point (the model includes the background)"
    _require_points(used, rule)
    fit = fit_counts(data, _exponential, _start(data))
    return AttenuationFit(
        method="poisson",
        rule=rule,
        used=used,
        initial_rate=float(np.exp(fit.ln_rate)),
        mu_per_mm=fit.scale,
        background_rate=fit.background_rate,
        covariance=fit.covariance[:2, :2],
        statistic=fit.deviance,
        dof=fit.dof,
        pulls=fit.pulls,
    )


def _exponential(depth: FloatArray) -> tuple[FloatArray, FloatArray]:
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


def _require_points(used: NDArray[np.bool_], rule: str) -> None:
    if used.sum() < FEWEST_POINTS:
        raise ValueError(
            f"only {used.sum()} of {len(used)} points are usable, a fit needs {FEWEST_POINTS} "
            f"(rule: {rule}); measure longer or with thinner sheets"
        )


def _spread(values: FloatArray, used: NDArray[np.bool_]) -> FloatArray:
    everywhere = np.full(len(used), np.nan)
    everywhere[used] = values
    return everywhere
