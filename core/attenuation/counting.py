"""Counts, times and background of one attenuation measurement, checked and as rates."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.numerics.validation import FloatArray, require_same_points, vector


@dataclass(frozen=True)
class Background:
    """The rate without source, per second, and its standard error.

    `counts` and `live_time_s` of the run are None when the rate was given as exact.
    """

    rate: float
    stderr: float
    counts: float | None = None
    live_time_s: float | None = None


@dataclass(frozen=True)
class Counting:
    """One measurement: recorded counts behind each thickness, times, background, dead time."""

    thickness_mm: FloatArray
    counts: FloatArray
    live_time_s: FloatArray
    background: Background | None
    dead_time_s: float

    @property
    def rate(self) -> FloatArray:
        """Gross rate per second, corrected for dead time."""
        return true_rate(self.counts / self.live_time_s, self.dead_time_s)

    @property
    def rate_stderr(self) -> FloatArray:
        """Its standard error from counting, sqrt(N)/t carried through the correction."""
        recorded = self.counts / self.live_time_s
        stretch = 1 / (1 - recorded * self.dead_time_s) ** 2
        return np.asarray(np.sqrt(self.counts) / self.live_time_s * stretch)

    def until_first_failure(self, passes: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return the points from the thinnest on that come before the first that fails."""
        order = np.argsort(self.thickness_mm, kind="stable")
        used = np.zeros(len(passes), dtype=bool)
        used[order] = np.logical_and.accumulate(passes[order])
        return used


def true_rate(recorded_rate: FloatArray, dead_time_s: float) -> FloatArray:
    """Return n = m / (1 - m tau), the rate before a non-paralysable dead time tau took its share.

    ValueError where m tau reaches 1: such a rate cannot have been recorded.

    >>> float(true_rate(np.array([50_000.0]), 4e-6)[0])
    62500.0
    """
    share = np.atleast_1d(recorded_rate) * dead_time_s
    if (share >= 1).any():
        first = int(np.argmax(share >= 1))
        raise ValueError(
            f"rate {np.atleast_1d(recorded_rate)[first]:g}/s at index {first} is not possible with "
            f"a dead time of {dead_time_s:g} s: check the unit of the dead time"
        )
    return np.asarray(recorded_rate / (1 - recorded_rate * dead_time_s))


def counting(
    thickness_mm: ArrayLike,
    counts: ArrayLike,
    live_time_s: ArrayLike,
    background: tuple[float, float] | float | None,
    dead_time_s: float,
) -> Counting:
    """Check one measurement and return it as float arrays of equal length."""
    x, n = vector(thickness_mm, "thickness_mm"), vector(counts, "counts")
    require_same_points(thickness_mm=x, counts=n)
    if not (np.isfinite(dead_time_s) and dead_time_s >= 0):
        raise ValueError(f"dead_time_s must be 0 or more seconds, not {dead_time_s}")
    time = np.atleast_1d(np.asarray(live_time_s, dtype=np.float64))
    if time.shape not in ((1,), x.shape):
        raise ValueError(
            f"live_time_s has shape {time.shape}: give one time, or one for each point"
        )
    time = np.broadcast_to(time, x.shape)
    _refuse(x, x < 0, "thickness_mm", "negative")
    _refuse(n, n < 0, "counts", "negative")
    _refuse(time, ~(np.isfinite(time) & (time > 0)), "live_time_s", "not a positive time")
    known = None if background is None else _background(background, dead_time_s)
    return Counting(x, n, time, known, dead_time_s)


def _background(background: tuple[float, float] | float, dead_time_s: float) -> Background:
    if isinstance(background, (int, float, np.number)):
        rate = float(background)
        if not (np.isfinite(rate) and rate >= 0):
            raise ValueError(f"the background rate must be 0 or more per second, not {rate}")
        return Background(float(true_rate(np.asarray(rate), dead_time_s)), 0.0)
    counts, time = (float(value) for value in background)
    if not (np.isfinite(counts) and counts >= 0 and np.isfinite(time) and time > 0):
        raise ValueError(
            "background must be (counts, live time in s), counts >= 0 and time > 0, "
            f"not {background}"
        )
    recorded = np.asarray(counts / time)
    rate = float(true_rate(recorded, dead_time_s))
    stretch = 1 / (1 - float(recorded) * dead_time_s) ** 2
    return Background(rate, float(np.sqrt(counts)) / time * stretch, counts, time)


def _refuse(values: FloatArray, bad: NDArray[np.bool_], name: str, what: str) -> None:
    if bad.any():
        first = int(np.argmax(bad))
        raise ValueError(
            f"{name} is {what} at index {first} ({values[first]:g}; {bad.sum()} of {len(values)})"
        )
