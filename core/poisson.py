"""Maximum likelihood of counts behind an absorber: N_i ~ Poisson(t_i rate(x_i)).

rate(x) = exp(ln_rate - mu x) + background, together with the counts of a run without source,
N_b ~ Poisson(t_b background). With a dead time tau the recorded rate is rate / (1 + rate tau).
"""

from dataclasses import dataclass

import numpy as np
import scipy
from numpy.typing import NDArray

from core.counting import Counting
from core.line import fit_line

LARGEST_STEPS = 200


@dataclass(frozen=True)
class ExponentialFit:
    """Parameters at the maximum, their covariance from Fisher's information, and the deviance.

    `covariance` belongs to (ln_rate, mu_per_mm, background_rate); a background that is held,
    because it was given as exact or because the best one would be negative, has variance 0.
    """

    ln_rate: float
    mu_per_mm: float
    background_rate: float
    covariance: NDArray[np.float64]
    deviance: float
    dof: int
    pulls: NDArray[np.float64]


def poisson_deviance(counts: NDArray[np.float64], expected: NDArray[np.float64]) -> float:
    """Return 2 sum(N ln(N/m) - (N - m)): twice the log likelihood lost against a perfect model."""
    return float(2 * np.sum(scipy.special.kl_div(counts, expected)))


def fit_exponential(data: Counting) -> ExponentialFit:
    """Maximise the likelihood by Fisher scoring, the background kept at 0 or above.

    ValueError when the counts do not determine the parameters.
    """
    model = _Model(data)
    theta = model.start()
    deviance = poisson_deviance(model.counts, model.expected(theta))
    for _ in range(LARGEST_STEPS):
        score, information = model.score_and_information(theta)
        free = model.free(theta, score)
        step = np.zeros(3)
        step[free] = _solve(information[np.ix_(free, free)], score[free])
        theta, deviance, gain = _climb(model, theta, step, deviance)
        # The decrement score.step bounds what is left to gain, in units of the deviance.
        if gain <= 1e-12 * (1 + deviance) and score @ step < 1e-8:
            break
    else:
        raise ValueError(
            "the Poisson fit does not converge: the counts do not determine mu; "
            "give a background run or more points"
        )
    score, information = model.score_and_information(theta)
    free = model.free(theta, score)
    covariance = np.zeros((3, 3))
    covariance[np.ix_(free, free)] = _solve(information[np.ix_(free, free)], np.eye(free.sum()))
    expected = model.expected(theta)
    pulls = (model.counts - expected) / np.sqrt(np.maximum(expected, np.finfo(float).tiny))
    points = len(data.counts)
    return ExponentialFit(
        ln_rate=float(theta[0]),
        mu_per_mm=float(theta[1]),
        background_rate=float(theta[2]),
        covariance=covariance,
        deviance=deviance,
        dof=len(model.counts) - int(free.sum()),
        pulls=pulls[:points],
    )


class _Model:
    """Expected counts, score and information of theta = (ln_rate, mu, background)."""

    def __init__(self, data: Counting) -> None:
        run = data.background if data.background and data.background.counts is not None else None
        self.data = data
        self.counts = np.append(data.counts, [] if run is None else [run.counts or 0.0])
        self.time = np.append(data.live_time_s, [] if run is None else [run.live_time_s or 0.0])
        self.with_source = np.append(np.ones(len(data.counts)), [] if run is None else [0.0])
        self.thickness = np.append(data.thickness_mm, [] if run is None else [0.0])
        self.background_is_exact = data.background is not None and run is None

    def start(self) -> NDArray[np.float64]:
        """A line through ln(net rate) of the points that stand out from the thickest one's."""
        data = self.data
        rate = np.maximum(data.rate, 0.5 / data.live_time_s)
        level = data.background.rate if data.background else 0.0
        clear = rate - level > 0.1 * (rate.max() - level)
        if np.unique(data.thickness_mm[clear]).size < 2:
            clear = np.ones(len(rate), dtype=bool)
        net = np.maximum(rate - level, 1e-3 * rate)
        if np.unique(data.thickness_mm).size < 2:
            raise ValueError("all thicknesses are equal: mu is not defined")
        line = fit_line(data.thickness_mm[clear], np.log(net[clear]))
        return np.array([line.intercept, -line.slope, level])

    def free(self, theta: NDArray[np.float64], score: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Which parameters may move: a background at 0 that wants to go below stays there."""
        held = self.background_is_exact or (theta[2] <= 0 and score[2] <= 0)
        return np.array([True, True, not held])

    def expected(self, theta: NDArray[np.float64]) -> NDArray[np.float64]:
        rate = self._rate(theta)
        return np.asarray(self.time * rate / (1 + rate * self.data.dead_time_s))

    def score_and_information(
        self, theta: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        transmitted = self._transmitted(theta)
        rate = transmitted + theta[2]
        by_rate = self.time / (1 + rate * self.data.dead_time_s) ** 2
        jacobian = by_rate[:, None] * np.column_stack(
            [transmitted, -self.thickness * transmitted, np.ones_like(rate)]
        )
        expected = np.maximum(self.expected(theta), np.finfo(float).tiny)
        weighted = jacobian / expected[:, None]
        return weighted.T @ (self.counts - expected), weighted.T @ jacobian

    def _transmitted(self, theta: NDArray[np.float64]) -> NDArray[np.float64]:
        exponent = np.minimum(theta[0] - theta[1] * self.thickness, 700.0)
        return np.asarray(self.with_source * np.exp(exponent))

    def _rate(self, theta: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(self._transmitted(theta) + theta[2])


def _climb(
    model: _Model, theta: NDArray[np.float64], step: NDArray[np.float64], deviance: float
) -> tuple[NDArray[np.float64], float, float]:
    """Go along the step, halving it until the deviance falls; return the gain, 0 at the top."""
    for halving in range(40):
        trial = theta + step / 2.0**halving
        trial[2] = max(trial[2], 0.0)
        reached = poisson_deviance(model.counts, model.expected(trial))
        if reached <= deviance:
            return trial, reached, deviance - reached
    return theta, deviance, 0.0


def _solve(matrix: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Solve with the information scaled to a unit diagonal, so that units do not matter."""
    scale = 1 / np.sqrt(np.maximum(np.diag(matrix), np.finfo(float).tiny))
    scaled = matrix * np.outer(scale, scale)
    try:
        solution = np.linalg.solve(scaled, (scale * right.T).T)
    except np.linalg.LinAlgError:
        raise ValueError(
            "the counts do not determine mu and the background: give a background run"
        ) from None
    return np.asarray((scale * solution.T).T)
