"""Numbers of the lead laboratory beyond the article's: other fits, what they allow, what errs."""

from math import log, sqrt

from core.attenuation.example import CANDIDATE
from core.attenuation.fit import GROSS_OVER_BACKGROUND
from core.attenuation.lab import Lab
from core.attenuation.report import THINNER
from core.attenuation.slopes import slope_matches
from core.photons.energy import photon_energies
from core.report.number import Number, fixed, measured

Rows = dict[str, Number | str | list[str]]

NEAREST = 3
"""Nuclides that are named as nearest by slope."""


def laboratory_numbers(lab: Lab) -> Rows:
    """Return the numbers by name; names of nuclides and the columns of the table are texts."""
    article, poisson = lab.fit("article"), lab.fit("poisson")
    rows: Rows = {
        "x": [f"{x:g}" for x in lab.thickness_mm],
        "counts": [f"{count:g}" for count in lab.counts],
    }
    rows |= _counts(lab)
    rows["points"] = fixed(float(article.used.sum()), 0)
    rows["used_to"] = fixed(float(lab.thickness_mm[article.used].max()), 0, "mm")
    rows["over_background"] = fixed(GROSS_OVER_BACKGROUND, 0)
    rows["ln_initial"] = fixed(log(article.initial_rate), 2)
    rows |= measured("poisson_mu", poisson.mu_per_mm, poisson.mu_stderr, "1/mm")
    rows |= measured("poisson_x_h", poisson.half_thickness_mm, poisson.half_thickness_stderr, "mm")
    energy = photon_energies(poisson.mu_per_mm, poisson.mu_stderr)[0]
    rows |= measured("poisson_energy", energy.energy, energy.stderr, "keV")
    exact = photon_energies(article.mu_per_mm, article.mu_stderr)[0]
    thinner = photon_energies(article.mu_per_mm / THINNER)[0]
    rows["thinner"] = fixed(100 * (1 - THINNER), 0, "%")
    rows["thinner_shift"] = fixed(abs(thinner.energy - exact.energy), 1, "keV")
    matches = slope_matches(lab.thickness_mm[article.used], article.mu_per_mm, article.mu_stderr)
    names = [match.name for match in matches]
    candidate = matches[names.index(CANDIDATE)]
    rows["nearest"] = ", ".join(names[:NEAREST])
    rows["candidate"] = CANDIDATE
    rows["candidate_place"] = fixed(names.index(CANDIDATE) + 1, 0)
    rows["candidate_slope"] = fixed(candidate.fitted, 2, "1/mm")
    rows["candidate_open"] = fixed(candidate.open_set_up, 2, "1/mm")
    return rows


def _counts(lab: Lab) -> dict[str, Number]:
    """Return some counts, with the errors that counting gives them."""
    if lab.background is None:
        raise ValueError("the handout tells of a background run: the lab has none")
    counts, time = lab.background
    first, last = float(lab.counts[0]), float(lab.counts[-1])
    return {
        "time": fixed(float(lab.live_time_s[0]), 0, "s"),
        "first_counts": fixed(first, 0),
        "first_error": fixed(sqrt(first), 0),
        "first_error_percent": fixed(100 / sqrt(first), 1, "%"),
        "last_counts": fixed(last, 0),
        "last_error_percent": fixed(100 / sqrt(last), 0, "%"),
        "last_thickness": fixed(float(lab.thickness_mm[-1]), 0, "mm"),
        "background_counts": fixed(counts, 0),
        "background_time": fixed(time, 0, "s"),
        "background_rate": fixed(counts / time, 2, "1/s"),
    }
