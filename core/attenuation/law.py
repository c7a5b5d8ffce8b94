"""The law of attenuation as fitted to one measurement, with its errors and intervals."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import scipy
from numpy.typing import ArrayLike, NDArray

from core.attenuation.poisson import CountsFit
from core.fits.student import quantile
from core.numerics.validation import FloatArray, require_level
from core.photons.lead import MM_PER_G_CM2

Method = Literal["article", "weighted", "poisson"]
METHODS: tuple[Method, ...] = get_args(Method)


@dataclass(frozen=True)
class AttenuationFit:
    """rate(x) = initial_rate exp(-mu x) + background_rate, fitted to the points in `used`.

    `covariance` is that of (ln initial_rate, mu). `background_rate` is what the model adds to
    the exponential: nothing in the article's recipe, which fits the gross rate. `statistic` is
    chi^2, or the deviance of a Poisson fit; `pulls` are the residuals, measured minus fitted,
    over their standard deviation (nan where a point was not used). `t_dof` is None when the
    spread is known from counting, else the degrees of freedom it was estimated with.
    `counts_fit` is the fit by likelihood behind a Poisson fit.
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
    counts_fit: CountsFit | None = None

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
        return self.half_thickness_mm / MM_PER_G_CM2

    @property
    def half_thickness_g_cm2_stderr(self) -> float:
        """Standard error of rho x_h; the density counts as exact."""
        return self.half_thickness_stderr / MM_PER_G_CM2

    @property
    def statistic_per_dof(self) -> float:
        """chi^2 or deviance per degree of freedom: near 1 when the model describes the counts."""
        return self.statistic / self.dof if self.dof else float("nan")

    @property
    def p_value(self) -> float:
        """Probability of a larger statistic if the model is right."""
        return float(scipy.special.chdtrc(self.dof, self.statistic)) if self.dof else float("nan")

    def confidence_interval(self, level: float = 0.95) -> tuple[float, float]:
        """Return the interval of mu, per mm.

        For a Poisson fit it is that of the profile likelihood: seldom symmetric, never below 0,
        and open (0 or inf) where the counts give no end. Else mu +- quantile x standard error.
        """
        if self.counts_fit is not None:
            return self.counts_fit.interval(self._quantile(level))
        reach = self._quantile(level) * self.mu_stderr
        return self.mu_per_mm - reach, self.mu_per_mm + reach

    def half_thickness_interval(self, level: float = 0.95) -> tuple[float, float]:
        """Return the interval of x_h = ln 2 / mu, in mm: from the ends of that of mu."""
        low, high = (max(end, 0.0) for end in self.confidence_interval(level))
        ln_2 = float(np.log(2))
        return ln_2 / high, ln_2 / low if low else np.inf

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
        if self.t_dof is not None:
            return quantile(level, self.t_dof)
        require_level(level)
        return float(scipy.special.ndtri((1 + level) / 2))
