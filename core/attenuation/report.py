"""The report on one lab: three fits side by side, photon energies, and what they allow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from core.attenuation.example import radiation_numbers, statements
from core.attenuation.fit import METHODS, AttenuationFit, Method
from core.attenuation.identification import GEOMETRY, MARGIN, UNLIKELY, candidates, identify
from core.attenuation.lab import Lab
from core.attenuation.slopes import SlopeMatch, slope_matches
from core.photons.energy import photon_energies
from core.photons.nuclides import value_layer_mm
from core.writing.digits import quote, reproducible

ARTICLE: Method = "article"
LEVEL = 0.95
SHOWN = 6
"""Nuclides that a table lists."""
THINNER = 0.99
"""Lead thinner by one percent, as an example of an error that counting does not show."""


@dataclass(frozen=True)
class Fits:
    """The fits of a lab that are possible, the most careful last, and why others are not."""

    possible: tuple[AttenuationFit, ...]
    refused: tuple[str, ...]

    @classmethod
    def of(cls, lab: Lab) -> "Fits":
        """Fit by every method."""
        possible, refused = [], []
        for method in METHODS:
            try:
                possible.append(lab.fit(method))
            except ValueError as error:
                refused.append(f"{method}: {error}")
        return cls(tuple(possible), tuple(refused))

    @property
    def line(self) -> AttenuationFit:
        """The line that figures show: by the article's recipe, where it is possible."""
        first, last = self.possible[0], self.possible[-1]
        return first if first.method == ARTICLE else last

    def as_json(self) -> dict[str, dict[str, Any]]:
        """Return the numbers of each fit, by method."""
        return {
            fit.method: {
                "mu_per_mm": reproducible(fit.mu_per_mm),
                "mu_stderr": reproducible(fit.mu_stderr),
                "half_thickness_mm": reproducible(fit.half_thickness_mm),
                "half_thickness_stderr": reproducible(fit.half_thickness_stderr),
                "half_thickness_g_cm2": reproducible(fit.half_thickness_g_cm2),
                "half_thickness_g_cm2_stderr": reproducible(fit.half_thickness_g_cm2_stderr),
                "statistic": reproducible(fit.statistic),
                "dof": fit.dof,
                "points_used": int(fit.used.sum()),
                "rule": fit.rule,
            }
            for fit in self.possible
        }


def report(lab: Lab, fits: Fits) -> str:
    """Return the whole report as plain text."""
    parts = [heading(lab), comparison(lab, fits)]
    if fits.possible:
        # one ranking for table, sentence and figure: by the line that the figures show
        line = fits.line
        ranking = slope_matches(lab.thickness_mm[line.used], line.mu_per_mm, line.mu_stderr)
        parts += [energies(fits.possible[-1]), from_slope(line, ranking), from_curve(lab)]
        if lab.reconstructed and line.method == ARTICLE:
            said = statements(radiation_numbers(line), ranking)
            parts.append("\n".join(("The article's result", *said)))
    return "\n\n".join(parts) + "\n"


def heading(lab: Lab) -> str:
    """Return what was measured."""
    lines = [lab.title or "Attenuation in lead"]
    if lab.source:
        lines.append(f"source: {lab.source}")
    if lab.reconstructed:
        lines.append("RECONSTRUCTED data: not a measurement, and no evidence about a nuclide.")
    lines += [f"note: {note}" for note in lab.notes]
    lines.append(
        f"{len(lab.thickness_mm)} thicknesses, {lab.thickness_mm.min():g} to "
        f"{lab.thickness_mm.max():g} mm of lead"
    )
    if lab.background is None:
        lines.append("background: no run without source")
    else:
        counts, time = lab.background
        lines.append(f"background: {counts:g} counts in {time:g} s, {counts / time:.3g} per s")
    if lab.dead_time_s:
        lines.append(f"dead time: {lab.dead_time_s:g} s, corrected")
    return "\n".join(lines)


def comparison(lab: Lab, fits: Fits) -> str:
    """Return the table of the methods, with the rule by which each chose its points."""
    rows = [("method", "mu / (1/mm)", "x_h / mm", "rho x_h / (g/cm2)", "fit/dof", "points")]
    rows += [
        (
            fit.method,
            quote(fit.mu_per_mm, fit.mu_stderr),
            quote(fit.half_thickness_mm, fit.half_thickness_stderr),
            quote(fit.half_thickness_g_cm2, fit.half_thickness_g_cm2_stderr),
            f"{fit.statistic:.1f}/{fit.dof}" if lab.counts_known else "unknown",
            f"{fit.used.sum()} of {len(fit.used)}",
        )
        for fit in fits.possible
    ]
    rules = [f"{fit.method}: {fit.rule}" for fit in fits.possible]
    lines = ["Fits (errors are one standard error; fit is chi^2, for poisson the deviance)"]
    lines += _columns(rows)
    lines += [_interval(fit) for fit in fits.possible if fit.method == "poisson"]
    lines += ["Points, from the thinnest on:", *rules]
    lines += [
        f"{fit.method}: one exponential does not describe the counts (p = {fit.p_value:.0e}); "
        "the errors of this fit are too small"
        for fit in fits.possible
        if lab.counts_known and fit.p_value < UNLIKELY
    ]
    if fits.refused:
        lines += ["Not possible:", *fits.refused]
    return "\n".join(lines)


def _interval(fit: AttenuationFit) -> str:
    low, high = fit.half_thickness_interval(LEVEL)
    return (
        f"{fit.method}: x_h lies between {low:.4g} and {high:.4g} mm with {100 * LEVEL:g} % "
        "confidence (profile likelihood)"
    )


def energies(fit: AttenuationFit) -> str:
    """Return the photon energies of the fit on every branch, for both coherent cases."""
    rows = [("scattering", "branch of mu/rho", "energy / keV")]
    rows += [
        (
            "all" if energy.coherent else "without coherent",
            energy.branch,
            quote(energy.energy, energy.stderr)
            + f" (the end of the branch; mu is {energy.beyond:.1f} errors beyond it)"
            * (energy.beyond > 0),
        )
        for coherent in (True, False)
        for energy in photon_energies(fit.mu_per_mm, fit.mu_stderr, coherent)
    ]
    lines = [f"Photon energy of one line attenuated like the {fit.method} fit, narrow beam"]
    if len(rows) == 1:
        return "\n".join([*lines, "none in the table"])
    return "\n".join([*lines, *_columns(rows), *_if_thinner(fit)])


def _if_thinner(fit: AttenuationFit) -> Iterator[str]:
    """Say what the errors leave out: lead that is not as thick as it is said to be."""
    thinner = {e.branch: e.energy for e in photon_energies(fit.mu_per_mm / THINNER)}
    for energy in photon_energies(fit.mu_per_mm):
        if energy.branch in thinner:
            yield (
                f"(errors from counting alone; lead {100 * (1 - THINNER):.0f} % thinner than "
                f"stated shifts {energy.energy:.0f} keV by "
                f"{thinner[energy.branch] - energy.energy:+.1f} keV)"
            )


def from_slope(fit: AttenuationFit, ranking: Sequence[SlopeMatch]) -> str:
    """Return what the slope of a fit alone is compatible with."""
    rows = [("nuclide", "fitted slope", "slopes, narrow beam", "half-value / mm", "compatible")]
    rows += [
        (
            match.name,
            f"{match.fitted:.3f}",
            f"{match.narrow_beam[0]:.3f} to {match.narrow_beam[1]:.3f}",
            f"{value_layer_mm(candidates()[match.name]):.3g}",
            match.compatible,
        )
        for match in ranking[:SHOWN]
    ]
    words = "From the slope alone: nearest nuclides. A slope does not identify a nuclide"
    return "\n".join([f"{words} ({fit.method} fit, slopes per mm)", *_columns(rows)])


def from_curve(lab: Lab) -> str:
    """Return the comparison of the whole curve with every nuclide, or why there is none."""
    title = "From the whole curve"
    try:
        found = identify(lab)
    except ValueError as error:
        return f"{title}: not compared; {error}"
    rows = [("nuclide", "deviance/dof", "margin", "geometry")]
    rows += [
        (
            c.name,
            f"{c.deviance:.1f}/{c.dof}",
            f"{c.margin:.1f}",
            f"{c.geometry:.2f}" + " (unusual)" * (not GEOMETRY[0] <= c.geometry <= GEOMETRY[1]),
        )
        for c in found.ranked[:SHOWN]
    ]
    lines = [f"{title}: {found.verdict}", f"(a margin below {MARGIN:g} does not distinguish)"]
    if not found.ranked:
        return lines[0]
    return "\n".join([*lines, *_columns(rows)])


def _columns(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  " + "  ".join(cells).rstrip()
