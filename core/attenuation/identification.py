"""Which nuclides a lab's curve agrees with, and when it cannot tell them apart.

Each candidate is given what a teaching lab does not know: its amplitude, the background, and one
geometry factor that stretches every thickness. An open set-up, whose detector also sees scattered
photons, attenuates less than a narrow beam; oblique paths attenuate more. What is left to compare
is the shape of the curve, and how usual the factor is that it needs, see `USUAL`. Lines below
`LOWEST_KEV` are left out: the capsule of the source and the window of the detector stop most of
them. All other lines count alike, so the efficiency of the detector is not part of the comparison.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
import scipy

from core.attenuation.lab import Lab
from core.attenuation.likelihood import Curve, Likelihood
from core.attenuation.poisson import CountsFit, Scale, most_likely
from core.numerics.validation import FloatArray
from core.photons.nuclides import Nuclide, line_attenuation_per_mm, nuclides

LOWEST_KEV = 40.0
GEOMETRY = (0.80, 1.10)
"""From an open set-up to paths that are oblique by 25 degrees, 1 / cos 25 = 1.10. At 250 keV about
a fifth of mu is scattering, coherent and Compton (XCOM); an open set-up counts some of it."""
USUAL = Scale((GEOMETRY[0] + GEOMETRY[1]) / 2, sd=0.10)
"""A factor beyond those ends, at 1.5 standard deviations, is unlikely, and further out more so, but
not impossible. With a wall there instead, F-18 seen at 0.75 was called Cs-137 by a margin of 318. A
narrower sd calls more labs at 0.70 by a wrong name, a wider one leaves more at 0.95 without any."""
MARGIN = 6.0
"""A deviance that is worse by 6 is a likelihood smaller by a factor of 20, exp(6 / 2)."""
UNLIKELY = 0.001
"""A fit whose deviance would be exceeded this rarely does not describe the counts."""


@dataclass(frozen=True)
class Candidate:
    """One nuclide's best fit to the curve.

    `deviance` is that of the counts and of the geometry factor, which is known as `USUAL` has it.
    `margin` is how far it lies above that of the best candidate; `p_value` the probability of a
    larger deviance if the nuclide were right.
    """

    name: str
    deviance: float
    dof: int
    margin: float
    p_value: float
    geometry: float
    background_rate: float

    @property
    def fits(self) -> bool:
        """Whether the nuclide describes the counts, with a geometry factor that can be.

        The factor is judged by itself too: among many counts that fit it would hardly be noticed.
        """
        of_geometry = float(scipy.special.chdtrc(1, USUAL.deviance(self.geometry)))
        return min(self.p_value, of_geometry) >= UNLIKELY


@dataclass(frozen=True)
class Identification:
    """The candidates that fit, from best to worst, and what may be said about them.

    `nearest` is the one of least deviance, whether it fits or not. `not_fitted` names those whose
    curve the counts do not determine, `compared` counts the others.
    """

    ranked: tuple[Candidate, ...]
    nearest: Candidate
    compared: int
    not_fitted: tuple[str, ...] = ()

    @property
    def agreeing(self) -> tuple[Candidate, ...]:
        """Those within `MARGIN` of the best; none when none fits."""
        return tuple(candidate for candidate in self.ranked if candidate.margin < MARGIN)

    @property
    def verdict(self) -> str:
        """One sentence that claims no more than the margins allow."""
        left_out = f"; not compared: {', '.join(self.not_fitted)}" if self.not_fitted else ""
        return self._finding + left_out

    @property
    def _finding(self) -> str:
        if not self.ranked:
            return (
                f"none of the candidates fits the whole curve, the nearest of {self.compared} is "
                f"{self.nearest.name} with a deviance of {self.nearest.deviance:.0f} for "
                f"{self.nearest.dof} degrees of freedom: another source, several nuclides, or an "
                "effect that is not in the model"
            )
        names = [candidate.name for candidate in self.agreeing]
        if len(names) > 1:
            return f"cannot distinguish {', '.join(names)}: a spectrum would decide"
        return f"{self._best}; this compares the listed nuclides only, a spectrum would confirm it"

    @property
    def _best(self) -> str:
        best, *others = self.ranked
        usual = GEOMETRY[0] <= best.geometry <= GEOMETRY[1]
        geometry = f"geometry factor {best.geometry:.2f}" + ", which is unusual" * (not usual)
        if not others:
            return f"{best.name} fits best, and no other fits ({geometry})"
        return (
            f"{best.name} fits best ({geometry}), by a margin of {others[0].margin:.1f} in "
            f"deviance over {others[0].name} ({others[0].geometry:.2f})"
        )


def identify(lab: Lab) -> Identification:
    """Compare every nuclide of the table with the whole curve of a lab.

    Minimised for each: the Poisson deviance over amplitude, background >= 0 and geometry factor,
    with what the factor costs when it is unusual.
    ValueError for reconstructed data and for rates without counts: both carry no evidence.
    """
    _require_evidence(lab)
    fits: dict[str, CountsFit] = {}
    not_fitted: list[str] = []
    for name in candidates():
        try:
            fits[name] = most_likely(Likelihood(lab.counting, _curve(name)), USUAL)
        except ValueError:
            not_fitted.append(name)
    if not fits:
        raise ValueError("the counts do not determine the curve of any nuclide: measure longer")
    least = min(fit.deviance for fit in fits.values())
    found = [_candidate(name, fit, least) for name, fit in fits.items()]
    found.sort(key=lambda candidate: candidate.deviance)
    ranked = tuple(candidate for candidate in found if candidate.fits)
    return Identification(ranked, found[0], len(found), tuple(not_fitted))


def _require_evidence(lab: Lab) -> None:
    if lab.reconstructed:
        raise ValueError(
            "the file says that its data are reconstructed: they were drawn from one exponential "
            "and carry no evidence about a nuclide"
        )
    if not lab.counts_known:
        raise ValueError("rates alone do not tell their errors: give counts and live_time_s")


def _candidate(name: str, fit: CountsFit, least: float) -> Candidate:
    return Candidate(
        name=name,
        deviance=fit.deviance,
        dof=fit.dof,
        margin=fit.deviance - least,
        p_value=float(scipy.special.chdtrc(max(fit.dof, 1), fit.deviance)),
        geometry=fit.scale,
        background_rate=fit.best.background_rate,
    )


@cache
def candidates() -> dict[str, Nuclide]:
    """Return the nuclides of the table with the lines that a detector would see."""
    seen = {name: source.above(LOWEST_KEV) for name, source in nuclides().items()}
    return {name: source for name, source in seen.items() if len(source.energy_keV)}


@cache
def _curve(name: str) -> Curve:
    """Return the transmission curve of a candidate: the same for every lab."""
    source = candidates()[name]
    mu = line_attenuation_per_mm(source)
    share = source.intensity_pct / source.intensity_pct.sum()

    def curve(depth: FloatArray) -> tuple[FloatArray, FloatArray]:
        left = np.exp(-np.multiply.outer(depth, mu)) * share
        return np.asarray(left.sum(axis=1)), np.asarray(-(left @ mu))

    return curve
