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

FIRST = 0.1
"""Where the background's share of all counts is first looked for: mostly the smaller part."""
NEAR = 1e-9
"""A step that is this small a fraction of the way to the pole leaves its square as an error."""
ROUNDING = 4 * float(np.finfo(float).eps)
"""To which fraction of that way a root is found at best."""
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

    @cached_property
    def exposed(self) -> FloatArray:
        """The seconds of them with the source in place: none in the run without it."""
        return np.array([*self.data.live_time_s, *([0.0] if self.run else [])])

    @cached_property
    def thickness_mm(self) -> FloatArray:
        """The lead before each; before the run without source any would do."""
        return np.array([*self.data.thickness_mm, *([0.0] if self.run else [])])

    def at(self, scale: float) -> AtScale:
        """Return the largest likelihood with the scale held, the background never below 0.

        As amplitude and background are at their best, what they do when the scale moves changes
        nothing in first order: `score` needs their values only.
        """
        transmission, derivative = self.curve(scale * self.thickness_mm)
        passed = np.maximum(transmission, TINY) * self.exposed
        if self.background_is_exact:
            amplitude, background = self._amplitude(passed)
        else:
            amplitude, background = self._shares(passed)
        source = amplitude * passed
        expected = np.maximum(source + background * self.time, TINY)
        by_scale = amplitude * (self.thickness_mm * derivative) * self.exposed
        return AtScale(
            amplitude=amplitude,
            background_rate=background,
            deviance=poisson_deviance(self.counts, expected),
            score=float(by_scale @ (self.counts / expected - 1)),
            expected=expected,
            slopes=np.array([source, by_scale, self.time]).T,
        )

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

    def slope(share: float) -> tuple[float, float]:
        """Return the slope of the log likelihood, and the slope of that, which is never above 0."""
        relative = varied / np.maximum(fixed + share * varied, TINY)
        return float(counts @ relative) - all_varied, -float(counts @ (relative * relative))

    all_varied = float(varied.sum())
    if slope(0.0)[0] <= 0:
        return 0.0
    if slope(1.0)[0] >= 0:
        return 1.0
    # Where the first of the expected counts would end; no further off than (0, 1) is wide.
    rising = (counts > 0) & (varied > 0)
    return falling_root(slope, pole=-float((fixed[rising] / varied[rising]).min(initial=1.0)))


def falling_root(function: Callable[[float], tuple[float, float]], pole: float) -> float:
    """Return where a function of (0, 1) that falls is 0; it gives its value and its slope.

    It falls mostly as a / (x - pole) - c does, the pole not above 0. Each step goes where that is 0
    with the same value and slope; to half of what is left where it leaves that or does not halve
    the step before.
    """
    low, high = 0.0, 1.0
    x, step = FIRST, 1.0
    while abs(step) > ROUNDING * (x - pole):
        value, slope = function(x)
        low, high = (x, high) if value > 0 else (low, x)
        last, distance = step, x - pole
        c = -slope * distance - value
        step = distance * value / c if c > 0 else np.inf
        if abs(step) < NEAR * distance:
            return min(max(x + step, low), high)
        if not low < x + step < high or abs(step) > abs(last) / 2:
            step = (low + high) / 2 - x
        x += step
    return x


def poisson_deviance(counts: FloatArray, expected: FloatArray) -> float:
    """Return 2 sum(N ln(N/m) - (N - m)): twice the log likelihood lost against a perfect model.

    >>> poisson_deviance(np.array([5.0, 0.0]), np.array([5.0, 1.0]))
    2.0
    """
    return 2 * float(scipy.special.kl_div(counts, expected).sum())
