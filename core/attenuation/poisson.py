"""The most likely scale of a transmission curve, and the interval that the likelihood gives.

The profile is the deviance with the scale held and amplitude and background at their best, the
background never below 0. Where it is least lies the fit; every scale whose profile is less than
z^2 above that belongs to the interval, as MINOS has it (F. James and M. Roos, MINUIT, Computer
Physics Communications 10 (1975) 343). A symmetric interval would trust a parabola, which the
likelihood is not where the counts are few or the background ends at 0.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
import scipy

from core.attenuation.likelihood import TINY, AtScale, Likelihood
from core.numerics.validation import FloatArray

FURTHEST = 100.0
"""A scale this many times above or below the first guess is none: the counts do not give it."""
FIRST_STEP = 0.01
"""How far from the guess a root is first looked for at least, as a fraction of it."""
FURTHEST_STEP = 0.3
"""And at most, so that no maximum is stepped over."""
PRECISION = 1e-10
"""To which fraction of the scale its root is found."""


@dataclass(frozen=True)
class Scale:
    """What is known of a scale beforehand: a first guess, and how far it may be off."""

    guess: float
    sd: float = np.inf

    def deviance(self, scale: float) -> float:
        """Return what a scale costs that is not the guess."""
        return ((scale - self.guess) / self.sd) ** 2

    def score(self, scale: float) -> float:
        """Return -1/2 of the slope of that."""
        return (self.guess - scale) / self.sd**2


@dataclass(frozen=True)
class CountsFit:
    """The most likely scale, with amplitude, background and expected counts as `best` has them."""

    likelihood: Likelihood
    known: Scale
    scale: float
    best: AtScale

    @property
    def deviance(self) -> float:
        """That of the counts, and what the scale costs if it was known beforehand."""
        return self.best.deviance + self.known.deviance(self.scale)

    @property
    def dof(self) -> int:
        """Counts, and a scale known beforehand, less what they decide.

        A background that ended at 0 counts as held.
        """
        fitted = 2 + (self.best.background_rate > 0 and not self.likelihood.background_is_exact)
        return len(self.best.expected) + bool(np.isfinite(self.known.sd)) - fitted

    @property
    def covariance(self) -> FloatArray:
        """Covariance of (ln(amplitude), scale), the inverse of Fisher's information.

        A background that ended at 0 is kept in it: it could have come out otherwise, and the
        scale with it. It counts as one event in all the time, as at 0 itself its information
        would be infinite.
        """
        time = self.likelihood.time
        least = time / time.sum()
        expected = self.best.expected
        if self.likelihood.background_is_exact:
            slopes = self.best.slopes[:, :2]
        else:
            slopes = self.best.slopes
            expected = expected + np.maximum(least - self.best.background_rate * time, 0.0)
        information = slopes.T @ (slopes / expected[:, None])
        # Scaled to a unit diagonal, so that units do not matter.
        unit = 1 / np.sqrt(np.diag(information))
        scaled = np.linalg.inv(information * np.outer(unit, unit))
        return np.asarray(scaled * np.outer(unit, unit))[:2, :2]

    @property
    def pulls(self) -> FloatArray:
        """(counted - expected) / sqrt(expected) of every point, the run without source left out."""
        expected = self.best.expected[: len(self.likelihood.data.counts)]
        return np.asarray((self.likelihood.data.counts - expected) / np.sqrt(expected))

    def interval(self, z: float) -> tuple[float, float]:
        """Return where the profile is z^2 above its least; 0 or infinity where it never is."""

        def missing(scale: float) -> float:
            excess = self.likelihood.at(scale).deviance - self.best.deviance
            # The root of the excess is nearly a straight line, and so its root is soon found.
            return float(np.sqrt(max(excess, 0.0))) - z

        symmetric = z * float(np.sqrt(self.covariance[1, 1])) / self.scale
        step = min(max(symmetric, FIRST_STEP), 1.0)
        low, high = (_root(missing, self.scale, way) for way in (-step, step))
        return low or 0.0, high or np.inf


def most_likely(likelihood: Likelihood, known: Scale) -> CountsFit:
    """Return the scale of the largest likelihood, uphill from the guess.

    ValueError when the counts determine none.
    """

    def score(scale: float) -> float:
        return likelihood.at(scale).score + known.score(scale)

    step = _first_step(likelihood, known)
    scale = _root(score, known.guess, step)
    if scale is None and step < 0:
        raise ValueError("the counts do not fall with thickness: check the order of the columns")
    if scale is None:
        raise ValueError(
            "the counts do not determine the curve: give a background run or more points"
        )
    return CountsFit(likelihood, known, scale, likelihood.at(scale))


def _first_step(likelihood: Likelihood, known: Scale) -> float:
    """Return what twice a step of Fisher's scoring makes of ln(scale), within bounds.

    Twice, for the root is then mostly between the guess and there.
    """
    there = likelihood.at(known.guess)
    source, by_scale, time = (there.slopes / np.sqrt(there.expected)[:, None]).T
    others = source[:, None] if likelihood.background_is_exact else np.column_stack([source, time])
    # What amplitude and background cannot do as well; nothing where they are all of it.
    own = by_scale - others @ np.linalg.lstsq(others, by_scale)[0]
    slope = there.score + known.score(known.guess)
    information = max(float(own @ own) + known.sd**-2, TINY)
    step = abs(2 * slope / information / known.guess)
    return float(np.copysign(min(max(step, FIRST_STEP), FURTHEST_STEP), slope))


def _root(function: Callable[[float], float], start: float, step: float) -> float | None:
    """Step away from the start, twice as far each time, until the sign changes; None if never."""

    @cache  # the search asks for the two ends once more
    def of_logarithm(ln_ratio: float) -> float:
        return function(start * np.exp(ln_ratio))

    inner, outer = 0.0, step
    sign = np.sign(of_logarithm(inner))
    while sign and np.sign(of_logarithm(outer)) == sign:
        if abs(outer) > np.log(FURTHEST):
            return None
        inner, outer = outer, 2 * outer
    if not sign:
        return start
    return start * float(np.exp(scipy.optimize.brentq(of_logarithm, inner, outer, xtol=PRECISION)))
