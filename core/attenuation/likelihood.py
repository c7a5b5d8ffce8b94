"""The likelihood of counts behind an absorber: N_i ~ Poisson(t_i rate(x_i)).

rate(x) = exp(ln_rate) T(scale x) + background, where T is a transmission curve with T(0) = 1: for
one exponential T(u) = exp(-u), and scale is mu. The counts of a run without source join in,
N_b ~ Poisson(t_b background), and so does what is known of the scale beforehand.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import scipy
from numpy.typing import NDArray

from core.attenuation.counting import Counting
from core.numerics.validation import FloatArray

Curve: TypeAlias = Callable[[FloatArray], tuple[FloatArray, FloatArray]]
"""A transmission curve: T(u) and its derivative dT/du."""

NO_COUNTS = 1e-6
"""So few background counts in a whole measurement are none."""
LN_RATE_RANGE = (-300.0, 300.0)
TINY = 1e-100
"""Stands in for 0 where something is divided by; its square is still a number."""


@dataclass(frozen=True)
class Scale:
    """What is known of the scale before anything is counted: its range, and a value +- sd."""

    low: float = 0.0
    high: float = np.inf
    value: float = 0.0
    sd: float = np.inf


class Likelihood:
    """What one measurement says of theta = (ln_rate, scale, background), in counts per second."""

    def __init__(self, data: Counting, curve: Curve, scale: Scale) -> None:
        background = data.background
        run = background if background and background.counts is not None else None
        run_counts, run_time = ([run.counts], [run.live_time_s]) if run else ([], [])
        self.points = len(data.counts)
        self.counts = np.array([*data.counts, *run_counts], dtype=np.float64)
        self.time = np.array([*data.live_time_s, *run_time], dtype=np.float64)
        self.thickness = np.array([*data.thickness_mm, *([0.0] if run else [])])
        self.with_source = np.arange(len(self.counts)) < self.points
        self.curve = curve
        self.scale = scale
        exact = (background.rate, background.rate) if background and not run else (0.0, np.inf)
        self.low, self.high = np.array([LN_RATE_RANGE, (scale.low, scale.high), exact]).T
        level = background.rate if background else float(data.rate.min()) / 2
        self.background_start = max(level, 0.5 / float(self.time.sum()))

    @property
    def open(self) -> NDArray[np.bool_]:
        """Which parameters the counts decide: those whose range is more than one value."""
        return np.asarray(self.low < self.high)

    def dof(self, theta: FloatArray) -> int:
        """Return the counts, and a scale known beforehand, less the parameters not at an end."""
        free = int(self.free(theta, self.score(theta)).sum())
        return len(self.counts) + int(np.isfinite(self.scale.sd)) - free

    def inside(self, theta: FloatArray) -> FloatArray:
        """Return the nearest parameters within their ranges."""
        return np.asarray(np.clip(theta, self.low, self.high))

    def towards(self, theta: FloatArray, step: FloatArray) -> FloatArray:
        """Take a step, but at most nine tenths of the way to a background of nothing.

        One that is already too small to be counted goes all the way.
        """
        trial = self.inside(theta + step)
        if theta[2] * self.time.sum() > NO_COUNTS:
            trial[2] = max(trial[2], theta[2] / 10)
        return trial

    def free(self, theta: FloatArray, score: FloatArray) -> NDArray[np.bool_]:
        """Which parameters may move: one at the end of its range may not push outwards."""
        at_low, at_high = theta <= self.low, theta >= self.high
        held = (at_low & (score <= 0)) | (at_high & (score >= 0)) | ~self.open
        return np.asarray(~held)

    def expected(self, theta: FloatArray) -> FloatArray:
        """Return the expected counts of every point, and of the run without source."""
        return np.asarray(np.maximum(self.time * self._rate_and_slopes(theta)[0], TINY))

    def deviance(self, theta: FloatArray) -> float:
        """Return twice the log likelihood lost against a model that meets every count."""
        known = ((theta[1] - self.scale.value) / self.scale.sd) ** 2
        return poisson_deviance(self.counts, self.expected(theta)) + float(known)

    def score(self, theta: FloatArray) -> FloatArray:
        """Return the gradient of the log likelihood, -1/2 that of the deviance."""
        score = self._jacobian(theta).T @ (self.counts / self.expected(theta) - 1)
        score[1] -= (theta[1] - self.scale.value) / self.scale.sd**2
        return np.asarray(score)

    def curvature(self, theta: FloatArray) -> FloatArray:
        """Return Fisher's information, or more where more is counted than expected.

        There the likelihood bends more than Fisher's information says, and scoring would jump to
        and fro across its top for ever.
        """
        expected = self.expected(theta)
        # Where nothing was counted the likelihood is a straight line; below one expected count,
        # Fisher's information would make the steps too small to arrive.
        floor = np.where(self.counts == 0, np.maximum(expected, 1), expected)
        return self._information(theta, np.maximum(self.counts, floor) / floor**2)

    def covariance(self, theta: FloatArray) -> FloatArray:
        """Return the inverse of Fisher's information; a parameter known exactly has variance 0.

        A background that ended at 0 is kept: it could have come out otherwise, and mu with it.
        """
        information = self._information(theta, 1 / self.expected(theta))
        covariance = np.zeros((3, 3))
        decided = np.ix_(self.open, self.open)
        covariance[decided] = solve(information[decided], np.eye(self.open.sum()))
        return covariance

    def pulls(self, theta: FloatArray) -> FloatArray:
        """Return (counted - expected) / sqrt(expected) for every point, the run left out."""
        expected = self.expected(theta)
        return np.asarray(((self.counts - expected) / np.sqrt(expected))[: self.points])

    def _information(self, theta: FloatArray, weights: FloatArray) -> FloatArray:
        jacobian = self._jacobian(theta)
        information = (jacobian * weights[:, None]).T @ jacobian
        information[1, 1] += 1 / self.scale.sd**2
        return np.asarray(information)

    def _jacobian(self, theta: FloatArray) -> FloatArray:
        return self._rate_and_slopes(theta)[1] * self.time[:, None]

    def _rate_and_slopes(self, theta: FloatArray) -> tuple[FloatArray, FloatArray]:
        ln_rate, scale, background = theta
        transmission, derivative = self.curve(scale * self.thickness)
        strength = self.with_source * np.exp(ln_rate)
        source = strength * transmission
        slopes = [source, strength * self.thickness * derivative, np.ones_like(source)]
        return source + background, np.column_stack(slopes)


def poisson_deviance(counts: FloatArray, expected: FloatArray) -> float:
    """Return 2 sum(N ln(N/m) - (N - m)): twice the log likelihood lost against a perfect model.

    >>> poisson_deviance(np.array([5.0, 0.0]), np.array([5.0, 1.0]))
    2.0
    """
    return float(2 * np.sum(scipy.special.kl_div(counts, expected)))


def solve(matrix: FloatArray, right: FloatArray) -> FloatArray:
    """Solve with the information scaled to a unit diagonal, so that units do not matter.

    ValueError when the counts do not decide between the parameters.
    """
    scale = 1 / np.sqrt(np.maximum(np.diag(matrix), TINY))
    try:
        solution = np.linalg.solve(matrix * np.outer(scale, scale), (scale * right.T).T)
    except np.linalg.LinAlgError:
        raise ValueError(
            "the counts do not determine the curve and the background: give a background run"
        ) from None
    return np.asarray((scale * solution.T).T)
