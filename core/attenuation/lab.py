"""One attenuation measurement in lead, and the fits that it allows."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.attenuation.counting import Counting, counting
from core.attenuation.fit import AttenuationFit, Method, fit_attenuation


@dataclass(frozen=True)
class Lab:
    """Counts in a time behind each thickness of lead, and what was counted without source.

    `background` is (counts, live time in s) of the runs without source, `dead_time_s` that of the
    counter. `counts_known` is False when only rates are known; then `counts` holds the rates and
    each time is 1 s. `reconstructed` data are no measurement. `notes` say how a file was read.
    """

    thickness_mm: NDArray[np.float64]
    counts: NDArray[np.float64]
    live_time_s: NDArray[np.float64]
    background: tuple[float, float] | None
    dead_time_s: float = 0.0
    counts_known: bool = True
    reconstructed: bool = False
    title: str = ""
    source: str = ""
    notes: tuple[str, ...] = ()

    @property
    def counting(self) -> Counting:
        """The measurement as rates and errors, corrected for dead time."""
        return counting(
            self.thickness_mm, self.counts, self.live_time_s, self.background, self.dead_time_s
        )

    @property
    def rate(self) -> NDArray[np.float64]:
        """Counts per second, background included, corrected for dead time."""
        return self.counting.rate

    @property
    def rate_stderr(self) -> NDArray[np.float64] | None:
        """Standard error of the rate from counting; None when counts are not known."""
        return self.counting.rate_stderr if self.counts_known else None

    def fit(self, method: Method = "article") -> AttenuationFit:
        """Fit the measurement; see `core.attenuation.fit.fit_attenuation`."""
        if method != "article" and not self.counts_known:
            raise ValueError(
                f"the method {method!r} needs counts and live_time_s: rates alone do not tell "
                "their errors"
            )
        return fit_attenuation(
            self.thickness_mm,
            self.counts,
            self.live_time_s,
            background=self.background,
            method=method,
            dead_time_s=self.dead_time_s,
        )

    def fit_to_show(self) -> AttenuationFit:
        """Fit by the article's recipe, or by Poisson where its rule leaves too few points."""
        try:
            return self.fit("article")
        except ValueError:
            if not self.counts_known:
                raise
            return self.fit("poisson")
