"""Counts, times and background of one attenuation measurement, checked and as rates.

A counter that is blind for a dead time tau after each count, and not longer when more photons
arrive (non-paralysable), was live for t - N tau of its t seconds. While it is live, photons arrive
as from any source: N events in t - N tau seconds have the likelihood of Poisson counts in that
time. So dead time is taken off the time, and nothing else has to know of it. The rate is
N / (t - N tau) = m / (1 - m tau) with the recorded rate m = N / t, and its standard error
sqrt(N) / (t - N tau): the recorded counts scatter less than Poisson, with the variance
N (1 - m tau)^2 (J. W. Mueller, Dead-time problems, Nuclear Instruments and Methods 112 (1973) 47;
equations 18 and 19 of https://www.ortec-online.com/electronics/ctr/05.2.htm).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.numerics.validation import (
    FloatArray,
    numbers,
    require_finite,
    require_same_points,
    vector,
)


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
    """One measurement: counts behind each thickness, the time the counter was live, background."""

    thickness_mm: FloatArray
    counts: FloatArray
    live_time_s: FloatArray
    background: Background | None

    @property
    def rate(self) -> FloatArray:
        """Gross rate per second, corrected for dead time."""
        return self.counts / self.live_time_s

    @property
    def rate_stderr(self) -> FloatArray:
        """Its standard error from counting."""
        return np.asarray(np.sqrt(self.counts) / self.live_time_s)

    def until_first_failure(self, passes: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return the points from the thinnest on that come before the first that fails."""
        order = np.argsort(self.thickness_mm, kind="stable")
        used = np.zeros(len(passes), dtype=bool)
        used[order] = np.logical_and.accumulate(passes[order])
        return used


def counting(
    thickness_mm: ArrayLike,
    counts: ArrayLike,
    live_time_s: ArrayLike,
    background: tuple[float, float] | float | None,
    dead_time_s: float,
) -> Counting:
    """Check one measurement and return it as float arrays of equal length.

    The arguments are those of `core.attenuation.fit.fit_attenuation`. ValueError and TypeError
    say what is wrong and where.
    """
    x, n = vector(thickness_mm, "thickness_mm"), vector(counts, "counts")
    require_same_points(thickness_mm=thickness_mm, counts=counts)
    time = _times(live_time_s, thickness_mm)
    tau = _number(dead_time_s, "dead_time_s")
    if tau < 0:
        raise ValueError(f"dead_time_s must be 0 or more seconds, not {tau:g}")
    _refuse(x, x < 0, "thickness_mm", "negative")
    _refuse(n, n < 0, "counts", "negative")
    _refuse(time, time <= 0, "live_time_s", "not a positive time")
    known = None if background is None else _background(background, tau)
    return Counting(x, n, live_time(n, time, tau, "counts"), known)


def live_time(counts: FloatArray, time_s: FloatArray, dead_time_s: float, name: str) -> FloatArray:
    """Return t - N tau, the seconds for which a non-paralysable counter was ready for a photon.

    ValueError, with the name of the counts, where nothing is left of the time.

    >>> live_time(np.array([50_000.0]), np.array([1.0]), 4e-6, "counts")
    array([0.8])
    """
    live = time_s - counts * dead_time_s
    what = f"not possible with a dead time of {dead_time_s:g} s, check its unit,"
    _refuse(counts, live <= 0, name, what)
    return live


def _times(live_time_s: ArrayLike, thickness_mm: ArrayLike) -> FloatArray:
    time = np.atleast_1d(numbers(live_time_s, "live_time_s"))
    points = np.shape(thickness_mm)
    if time.shape not in ((1,), points):
        raise ValueError(
            f"live_time_s has shape {time.shape}: give one time, or one for each point"
        )
    require_finite(time, "live_time_s")
    if np.shape(live_time_s) == points:
        require_same_points(thickness_mm=thickness_mm, live_time_s=live_time_s)
    return np.broadcast_to(time, points)


def _background(background: ArrayLike, dead_time_s: float) -> Background:
    if np.ndim(background) == 0:
        recorded = _number(background, "background")
        if recorded < 0:
            raise ValueError(f"the background rate must be 0 or more per second, not {recorded:g}")
        counts, time = recorded, 1.0
    else:
        pair = vector(background, "background")
        if not (len(pair) == 2 and pair[0] >= 0 and pair[1] > 0):
            raise ValueError(
                "background must be (counts, live time in s), counts >= 0 and time > 0, "
                f"not {background!r}"
            )
        counts, time = (float(value) for value in pair)
    live = float(live_time(np.array([counts]), np.array([time]), dead_time_s, "background")[0])
    if np.ndim(background) == 0:
        return Background(counts / live, 0.0)
    return Background(counts / live, float(np.sqrt(counts)) / live, counts, live)


def _number(value: ArrayLike, name: str) -> float:
    """Return one finite number."""
    number = numbers(value, name)
    if number.ndim or not np.isfinite(number):
        raise ValueError(f"{name} must be one number, not {value!r}")
    return float(number)


def _refuse(values: FloatArray, bad: NDArray[np.bool_], name: str, what: str) -> None:
    if bad.any():
        first = int(np.argmax(bad))
        raise ValueError(
            f"{name} is {what} at index {first} ({values[first]:g}; {bad.sum()} of {len(values)})"
        )
