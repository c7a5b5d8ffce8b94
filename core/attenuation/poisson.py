"""The most likely transmission curve of counts behind an absorber, by Fisher scoring."""

from dataclasses import dataclass

import numpy as np

from core.attenuation.likelihood import Likelihood, solve
from core.numerics.validation import FloatArray

LARGEST_STEPS = 200


@dataclass(frozen=True)
class CountsFit:
    """theta = (ln_rate, scale, background rate) at the maximum, and the deviance there."""

    theta: FloatArray
    deviance: float


def most_likely(
    likelihood: Likelihood, start: tuple[float, float], tolerance: float = 1e-10
) -> CountsFit:
    """Maximise the likelihood by Fisher scoring, each parameter within its range.

    `start` is (ln_rate, scale). The background is never negative; an exactly known one is held.
    It ends when a step changes the deviance by less than `tolerance` times 1 + deviance.
    ValueError when the counts do not determine the parameters.
    """
    theta = likelihood.inside(np.array([*start, likelihood.background_start]))
    deviance = likelihood.deviance(theta)
    for _ in range(LARGEST_STEPS):
        score, curvature = likelihood.score(theta), likelihood.curvature(theta)
        free = likelihood.free(theta, score)
        step = np.zeros(3)
        step[free] = solve(curvature[np.ix_(free, free)], score[free])
        theta, deviance, gain = _climb(likelihood, theta, step, deviance)
        # score.step is what a quadratic would still gain.
        if max(gain, float(score @ step)) <= tolerance * (1 + deviance):
            return CountsFit(theta, deviance)
    raise ValueError(
        "the Poisson fit does not converge: the counts do not determine the curve; "
        "give a background run or more points"
    )


def _climb(
    likelihood: Likelihood, theta: FloatArray, step: FloatArray, deviance: float
) -> tuple[FloatArray, float, float]:
    """Go along the step, halving it until the deviance falls; return the gain, 0 at the top."""
    for halving in range(40):
        trial = likelihood.towards(theta, step / 2.0**halving)
        reached = likelihood.deviance(trial)
        if reached <= deviance:
            return trial, reached, deviance - reached
    return theta, deviance, 0.0
