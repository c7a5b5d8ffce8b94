"""The likelihood of counts behind an absorber, N_i ~ Poisson(t_i rate(x_i)), at one scale.

rate(x) = amplitude T(scale x) + background, where T is a transmission curve with T(0) = 1: for one
exponential T(u) = exp(-u), and scale is mu. The counts of a run without source join in,
N_b ~ Poisson(t_b background). With the scale held, the expected counts are linear in amplitude and
background, and the log likelihood has one maximum, which a root of its slope gives.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
import scipy

from core.attenuation.counting import Counting
from core.numerics.validation import FloatArray

Curve: TypeAlias = Callable[[FloatArray], tuple[FloatArray, FloatArray]]
"""A transmission curve: T(u) and its derivative dT/du."""

TINY = 1e-100
"""Stands in for 0 where something is divided by; its square is still a number."""


@dataclass(frozen=True)
class AtScale:
    """Amplitude and background, in counts per second, that suit a held scale best.

    `score` is the slope of the log likelihood over the scale. `expected` are the counts that they
    predict, the run without source last. `slopes`, shape (n, 3), are the derivatives of those by
    ln(amplitude), scale and background.
    """

    amplitude: float
    background_rate: float
    deviance: float
    score: float
    expected: FloatArray
    slopes: FloatArray


@dataclass(frozen=True)
class Likelihood:
    """What one measurement says of a curve's scale, whatever amplitude and background are."""

    data: Counting
    curve: Curve

    @property
    def run(self) -> tuple[float, float] | None:
        """Counts and time of the run without source; None when the background is exact or free."""
        background = self.data.background
        if background is None or background.counts is None or background.live_time_s is None:
            return None
        return background.counts, background.live_time_s

    @property
    def background_is_exact(self) -> bool:
        """Whether the background is held rather than fitted."""
        return self.data.background is not None and self.run is None

    @cached_property
    def counts(self) -> FloatArray:
        """The counts of every point, and of the run without source."""
        return np.array([*self.data.counts, *([self.run[0]] if self.run else [])])

    @cached_property
    def time(self) -> FloatArray:
        """The seconds for which they were counted."""
        return np.array([*self.data.live_time_s, *([self.run[1]] if self.run else [])])

    def at(self, scale: float) -> AtScale:
        """Return the largest likelihood with the scale held, the background never below 0.

        As amplitude and background are at their best, what they do when the scale moves changes
        nothing in first order: `score` needs their values only.
        """
        x = self.data.thickness_mm
        transmission, derivative = self.curve(scale * x)
        passed = self._with_run(np.maximum(transmission, TINY)) * self.time
        if self.background_is_exact:
            amplitude, background = self._amplitude(passed)
        else:
            amplitude, background = self._shares(passed)
        source = amplitude * passed
        expected = np.maximum(source + background * self.time, TINY)
        by_scale = amplitude * self._with_run(x * derivative) * self.time
        return AtScale(
            amplitude=amplitude,
            background_rate=background,
            deviance=poisson_deviance(self.counts, expected),
            score=float(by_scale @ (self.counts / expected - 1)),
            expected=expected,
            slopes=np.column_stack([source, by_scale, self.time]),
        )

    def _with_run(self, values: FloatArray) -> FloatArray:
        return np.append(values, 0.0) if self.run else values

    def _amplitude(self, passed: FloatArray) -> tuple[float, float]:
        """Return the best amplitude, and the background that is known exactly."""
        assert self.data.background is not None
        rate = self.data.background.rate
        most = float(self.counts.sum() / passed.sum())
        share = _best_share(self.counts, rate * self.time, most * passed)
        return share * most, rate

    def _shares(self, passed: FloatArray) -> tuple[float, float]:
        """Return the best amplitude and background: together they meet the sum of all counts."""
        most = self.counts.sum() / passed.sum()
        most_background = self.counts.sum() / self.time.sum()
        all_source, all_background = most * passed, most_background * self.time
        share = _best_share(self.counts, all_source, all_background - all_source)
        return float((1 - share) * most), float(share * most_background)


def _best_share(counts: FloatArray, fixed: FloatArray, varied: FloatArray) -> float:
    """Return u from 0 to 1 for which expected counts of fixed + u varied are the most likely."""

    def slope(share: float) -> float:
        expected = np.maximum(fixed + share * varied, TINY)
        return float(varied @ (counts / expected - 1))

    if slope(0.0) <= 0:
        return 0.0
    if slope(1.0) >= 0:
        return 1.0
    return float(scipy.optimize.brentq(slope, 0.0, 1.0, xtol=1e-15))


def poisson_deviance(counts: FloatArray, expected: FloatArray) -> float:
    """Return 2 sum(N ln(N/m) - (N - m)): twice the log likelihood lost against a perfect model.

    >>> poisson_deviance(np.array([5.0, 0.0]), np.array([5.0, 1.0]))
    2.0
    """
    return float(2 * np.sum(scipy.special.kl_div(counts, expected)))
