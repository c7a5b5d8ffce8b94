"""The handout's ten exercises: their data, and the numbers of their solutions."""

from math import log, pi, sqrt
from typing import Any

import numpy as np

from core.attenuation.fit import fit_attenuation
from core.fits.line import fit_line
from core.fits.multiple import fit_multiple
from core.fits.normal_equations import NormalEquations
from core.fits.orthogonal import fit_orthogonal
from core.fits.student import quantile
from core.photons.energy import photon_energies
from core.photons.lead import DENSITY_G_CM3, lead_mass_attenuation
from core.photons.nuclides import nuclide
from core.report.number import Number, fixed, measured, number, rounded

LEVEL = 0.95

# Four points whose line has whole tenths for numbers.
FOUR = ([0, 1, 2, 3], [1, 2, 2, 4])
ANOTHER = (1.0, 1.0)
"""A line that somebody might draw through them by eye."""
FAR = 1e8
# A wire, made up: metres and ohms, with the resistance of the clips in each reading.
WIRE = ([0.2, 0.4, 0.6, 0.8, 1.0], [0.93, 1.72, 2.47, 3.28, 4.05])
WIRE_MM = 0.40
# One length, measured five times; one reading is a slip.
LENGTHS = [9.8, 10.1, 9.9, 10.0, 14.2]
# A throw seen by a camera, made up: time from the highest point in tenths of a second, cm.
THROW = ([-2, -1, 0, 1, 2], [43, 56, 62, 58, 42])
FRAME_S = 0.1
TRIANGLE = ([0, 1, 2], [0, 2, 1])
# Counts in 60 s behind lead, and without the source: drawn from one line of Cs-137, 400 and 5
# a second, seed 20211127.
LEAD_MM = [0, 4, 8, 12, 16]
LEAD_COUNTS = [24264, 14961, 9130, 5678, 3508]
LEAD_S = 60.0
LEAD_BACKGROUND = 303
LEAD_LINE = "Cs-137"
LEAD_TABLE_KEV = {"low": 600.0, "high": 700.0}

Numbers = dict[str, Number]


def exercise_numbers() -> dict[str, Any]:
    """Return data and numbers of each exercise, by its name."""
    return {
        "four": _four(),
        "far": _far(),
        "wire": _wire(),
        "median": _median(),
        "throw": _throw(),
        "triangle": _triangle(),
        "lead": _lead(),
    }


def _data(x: list[Any], y: list[Any]) -> dict[str, list[str]]:
    return {"x": [str(value) for value in x], "y": [str(value) for value in y]}


def _four() -> dict[str, Any]:
    sums, fit = NormalEquations.of(*FOUR), fit_line(*FOUR)
    x, y = np.array(FOUR[0], float), np.array(FOUR[1], float)
    slope, intercept = ANOTHER
    worse = float(np.sum((y - slope * x - intercept) ** 2))
    low, high = fit.confidence_interval(LEVEL)[0]
    residuals = y - fit.predict(x)
    return {
        **_data(*FOUR),
        **{name: fixed(getattr(sums, name), 0) for name in "ABCDN"},
        "determinant": fixed(sums.determinant, 0),
        "slope_numerator": fixed(sums.slope_numerator, 0),
        "intercept_numerator": fixed(sums.intercept_numerator, 0),
        "a": fixed(fit.slope, 1),
        "b": fixed(fit.intercept, 1),
        "residuals": [fixed(float(r), 1)["quoted"] for r in residuals],
        "epsilon_0": fixed(fit.rss, 2),
        "other_epsilon": fixed(worse, 0),
        "other_relative": fixed(worse / fit.rss - 1, 2),
        "x_mean": fixed(fit.x_mean, 1),
        "Sxx": fixed(fit.x_sum_of_squares, 0),
        "turn": fixed(slope - fit.slope, 1),
        "shift": fixed(slope * fit.x_mean + intercept - float(fit.predict(fit.x_mean)), 2),
        "s": fixed(fit.residual_sd, 2),
        "a_stderr": fixed(fit.slope_stderr, 2),
        "t": fixed(quantile(LEVEL, fit.dof), 2),
        "reach": fixed((high - low) / 2, 2),
        "a_low": fixed(low, 2),
        "a_high": fixed(high, 2),
        "p": fixed(fit.slope_p_value, 2),
    }


def _far() -> Numbers:
    moved = NormalEquations.of(np.array(FOUR[0]) + FAR, FOUR[1])
    return {
        "power": number(FAR, f"{log(FAR, 10):.0f}"),
        "spacing": fixed(float(np.spacing(moved.B * moved.B)), 0),
        "determinant": fixed(moved.determinant, 0),
    }


def _wire() -> dict[str, Any]:
    fit = fit_line(*WIRE)
    x, y = map(np.array, WIRE)
    through_origin = float(x @ y / (x @ x))
    area_m2 = pi * (WIRE_MM * 1e-3) ** 2 / 4
    rows: dict[str, Any] = _data(*WIRE)
    rows |= measured("a", fit.slope, fit.slope_stderr, "ohm/m")
    rows |= measured("b", fit.intercept, fit.intercept_stderr, "ohm")
    return rows | {
        "through_origin": fixed(through_origin, 2, "ohm/m"),
        "diameter": fixed(WIRE_MM, 2, "mm"),
        "area": fixed(area_m2 * 1e6, 3, "mm2"),
        "resistivity": fixed(fit.slope * area_m2 * 1e6, 3, "ohm mm2/m"),
        "resistivity_origin": fixed(through_origin * area_m2 * 1e6, 3, "ohm mm2/m"),
    }


def _median() -> dict[str, Any]:
    return {
        "y": [str(value) for value in LENGTHS],
        "mean": fixed(float(np.mean(LENGTHS)), 1, "cm"),
        "median": fixed(float(np.median(LENGTHS)), 1, "cm"),
    }


def _throw() -> dict[str, Any]:
    t, y = np.array(THROW[0], float), np.array(THROW[1], float)
    fit = fit_multiple(np.stack([t, t**2], axis=1), y)
    line = fit_line(t, y)
    curve = float(fit.coefficients[1])
    return {
        **_data(*THROW),
        "line_a": fixed(line.slope, 1),
        "line_r_squared": fixed(line.r_squared, 3),
        "a_1": fixed(float(fit.coefficients[0]), 1),
        "a_2": fixed(curve, 2),
        "b": fixed(fit.intercept, 1),
        "sum_y": fixed(float(y.sum()), 0),
        "sum_ty": fixed(float(t @ y), 0),
        "sum_tty": fixed(float(t**2 @ y), 0),
        "sum_tt": fixed(float(t @ t), 0),
        "sum_tttt": fixed(float(t**2 @ t**2), 0),
        "g": fixed(-2 * curve * 0.01 / FRAME_S**2, 1, "m/s2"),
        "g_stderr": fixed(2 * float(fit.stderr[1]) * 0.01 / FRAME_S**2, 1, "m/s2"),
    }


def _triangle() -> dict[str, Any]:
    x, y = TRIANGLE
    nearest = fit_orthogonal(np.stack([x, y], axis=1))
    flattened = fit_orthogonal(np.stack([np.array(x) * 10, y], axis=1))
    return {
        **_data(x, y),
        "squares": fixed(fit_line(x, y).slope, 1),
        "sideways": fixed(1 / fit_line(y, x).slope, 0),
        "nearest": fixed(nearest.slope, 0),
        "in_millimetres": fixed(flattened.slope * 10, 2),
    }


def _lead() -> dict[str, Any]:
    background = (LEAD_BACKGROUND, LEAD_S)
    fit = fit_attenuation(LEAD_MM, LEAD_COUNTS, LEAD_S, background=background, method="weighted")
    net = np.array(LEAD_COUNTS) - LEAD_BACKGROUND
    rows: dict[str, Any] = {
        **_data(LEAD_MM, LEAD_COUNTS),
        "time": fixed(LEAD_S, 0, "s"),
        "background": fixed(LEAD_BACKGROUND, 0),
        "net": [f"{count}" for count in net],
        "ln_net": [f"{log(count):.3f}" for count in net],
        "by_hand": fixed(-fit_line(LEAD_MM, np.log(net)).slope, 4, "1/mm"),
        "rho_x_h": fixed(fit.half_thickness_g_cm2, 2, "g/cm2"),
        "rho": fixed(DENSITY_G_CM3, 2, "g/cm3"),
        "mu_over_rho": rounded(fit.mu_per_mm * 10 / DENSITY_G_CM3, "cm2/g", 3),
        "line": fixed(float(nuclide(LEAD_LINE).energy_keV[-1]), 0, "keV"),
        "last_error": fixed(sqrt(LEAD_COUNTS[-1] + LEAD_BACKGROUND), 0),
    }
    rows |= measured("mu", fit.mu_per_mm, fit.mu_stderr, "1/mm")
    rows |= measured("x_h", fit.half_thickness_mm, fit.half_thickness_stderr, "mm")
    for name, kev in LEAD_TABLE_KEV.items():
        rows[f"table_{name}_kev"] = fixed(kev, 0, "keV")
        rows[f"table_{name}"] = fixed(lead_mass_attenuation(kev), 3, "cm2/g")
    energy = photon_energies(fit.mu_per_mm, fit.mu_stderr)[0]
    rows |= measured("energy", energy.energy, energy.stderr, "keV")
    return rows
