"""Maximum likelihood of counts behind an absorber: N_i ~ Poisson(t_i rate(x_i)).

rate(x) = exp(ln_rate) T(scale x) + background, where T is a transmission curve with T(0) = 1: for
one exponential T(u) = exp(-u), and scale is mu. The counts of a run without source join in,
N_b ~ Poisson(t_b background). With a dead time tau the recorded rate is rate / (1 + rate tau).
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

LARGEST_STEPS = 200
NO_COUNTS = 1e-6
"""So few background counts in a whole measurement are none."""
LN_RATE_RANGE = (-100.0, 100.0)
TINY = 1e-100
"""Stands in for 0 where something is divided by; its square is still a number."""


@dataclass(frozen=True)
class CountsFit:
    """Parameters at the maximum, their covariance from Fisher's information, and the deviance.

    `covariance` belongs to (ln_rate, scale, background_rate); a parameter at the end of its
    range has variance 0.
    """

    ln_rate: float
    scale: float
    background_rate: float
    covariance: FloatArray
    deviance: float
    dof: int
    pulls: FloatArray


def poisson_deviance(counts: FloatArray, expected: FloatArray) -> float:
    """Return 2 sum(N ln(N/m) - (N - m)): twice the log likelihood lost against a perfect model.

    >>> poisson_deviance(np.array([5.0, 0.0]), np.array([5.0, 1.0]))
    2.0
    """
    return float(2 * np.sum(scipy.special.kl_div(counts, expected)))


def fit_counts(
    data: Counting,
    curve: Curve,
    start: tuple[float, float],
    scale_range: tuple[float, float] = (0.0, np.inf),
    tolerance: float = 1e-10,
) -> CountsFit:
    """Maximise the likelihood by Fisher scoring, each parameter within its range.

    `start` is (ln_rate, scale), `scale_range` lies at 0 or above. The background is never
    negative; an exactly known one is held. It ends when a step changes the deviance by less
    than `tolerance` times 1 + deviance.
    ValueError when the counts do not determine the parameters.
    """
    model = _Model(data, curve, scale_range)
    theta = model.inside(np.array([*start, model.background_start]))
    deviance = poisson_deviance(model.counts, model.expected(theta))
    for _ in range(LARGEST_STEPS):
        score, curvature = model.score(theta), model.curvature(theta)
        free = model.free(theta, score)
        step = np.zeros(3)
        step[free] = _solve(curvature[np.ix_(free, free)], score[free])
        theta, deviance, gain = _climb(model, theta, step, deviance)
        # score.step is what a quadratic would still gain.
        if max(gain, float(score @ step)) <= tolerance * (1 + deviance):
            return _result(model, theta, deviance)
    raise ValueError(
        "the Poisson fit does not converge: the counts do not determine the curve; "
        "give a background run or more points"
    )


class _Model:
    """Expected counts, score and information of theta = (ln_rate, scale, background)."""

    def __init__(self, data: Counting, curve: Curve, scale_range: tuple[float, float]) -> None:
        background = data.background
        run = background if background and background.counts is not None else None
        run_counts, run_time = ([run.counts], [run.live_time_s]) if run else ([], [])
        self.points = len(data.counts)
        self.counts = np.array([*data.counts, *run_counts], dtype=np.float64)
        self.time = np.array([*data.live_time_s, *run_time], dtype=np.float64)
        self.thickness = np.array([*data.thickness_mm, *([0.0] if run else [])])
        self.with_source = np.arange(len(self.counts)) < self.points
        self.dead_time_s = data.dead_time_s
        self.curve = curve
        exact = (background.rate, background.rate) if background and not run else (0.0, np.inf)
        self.low, self.high = np.array([LN_RATE_RANGE, scale_range, exact]).T
        level = background.rate if background else float(data.rate.min()) / 2
        self.background_start = max(level, 0.5 / float(self.time.sum()))

    def inside(self, theta: FloatArray) -> FloatArray:
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
        held = (at_low & (score <= 0)) | (at_high & (score >= 0)) | (at_low & at_high)
        return np.asarray(~held)

    def expected(self, theta: FloatArray) -> FloatArray:
        rate = self._rate_and_slopes(theta)[0]
        return np.asarray(np.maximum(self.time * rate / (1 + rate * self.dead_time_s), TINY))

    def score(self, theta: FloatArray) -> FloatArray:
        expected = self.expected(theta)
        return np.asarray(self._jacobian(theta).T @ (self.counts / expected - 1))

    def information(self, theta: FloatArray) -> FloatArray:
        """Fisher's information."""
        return self._outer(theta, 1 / self.expected(theta))

    def curvature(self, theta: FloatArray) -> FloatArray:
        """Fisher's information, or more where more is counted than expected.

        There the likelihood bends more than Fisher's information says, and scoring would jump to
        and fro across its top for ever.
        """
        expected = self.expected(theta)
        # Where nothing was counted the likelihood is a straight line; below one expected count,
        # Fisher's information would make the steps too small to arrive.
        floor = np.where(self.counts == 0, np.maximum(expected, 1), expected)
        return self._outer(theta, np.maximum(self.counts, floor) / floor**2)

    def _outer(self, theta: FloatArray, weights: FloatArray) -> FloatArray:
        jacobian = self._jacobian(theta)
        return np.asarray((jacobian * weights[:, None]).T @ jacobian)

    def _jacobian(self, theta: FloatArray) -> FloatArray:
        rate, slopes = self._rate_and_slopes(theta)
        recorded = self.time / (1 + rate * self.dead_time_s) ** 2
        return slopes * recorded[:, None]

    def _rate_and_slopes(self, theta: FloatArray) -> tuple[FloatArray, FloatArray]:
        ln_rate, scale, background = theta
        transmission, derivative = self.curve(scale * self.thickness)
        strength = self.with_source * np.exp(ln_rate)
        source = strength * transmission
        slopes = [source, strength * self.thickness * derivative, np.ones_like(source)]
        return source + background, np.column_stack(slopes)


def _climb(
    model: _Model, theta: FloatArray, step: FloatArray, deviance: float
) -> tuple[FloatArray, float, float]:
    """Go along the step, halving it until the deviance falls; return the gain, 0 at the top."""
    for halving in range(40):
        trial = model.towards(theta, step / 2.0**halving)
        reached = poisson_deviance(model.counts, model.expected(trial))
        if reached <= deviance:
            return trial, reached, deviance - reached
    return theta, deviance, 0.0


def _result(model: _Model, theta: FloatArray, deviance: float) -> CountsFit:
    free, information = model.free(theta, model.score(theta)), model.information(theta)
    covariance = np.zeros((3, 3))
    covariance[np.ix_(free, free)] = _solve(information[np.ix_(free, free)], np.eye(free.sum()))
    expected = model.expected(theta)
    ln_rate, scale, background = (float(value) for value in theta)
    return CountsFit(
        ln_rate=ln_rate,
        scale=scale,
        background_rate=background,
        covariance=covariance,
        deviance=deviance,
        dof=len(model.counts) - int(free.sum()),
        pulls=((model.counts - expected) / np.sqrt(expected))[: model.points],
    )


def _solve(matrix: FloatArray, right: FloatArray) -> FloatArray:
    """Solve with the information scaled to a unit diagonal, so that units do not matter."""
    scale = 1 / np.sqrt(np.maximum(np.diag(matrix), TINY))
    try:
        solution = np.linalg.solve(matrix * np.outer(scale, scale), (scale * right.T).T)
    except np.linalg.LinAlgError:
        raise ValueError(
            "the counts do not determine the curve and the background: give a background run"
        ) from None
    return np.asarray((scale * solution.T).T)
