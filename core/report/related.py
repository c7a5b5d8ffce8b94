"""Numbers of what the article's line leads on to: how well it is known, and its relatives.

What is compared with the line of the header figure is computed from the same points.
"""

from math import atan, comb, degrees, pi
from typing import Any

import numpy as np

from core.fits.correlation import pearson_test
from core.fits.least_absolute import LeastAbsoluteFit, fit_least_absolute
from core.fits.line import LineFit, fit_line
from core.fits.multiple import fit_multiple
from core.fits.normal_equations import NormalEquations
from core.fits.orthogonal import fit_orthogonal
from core.fits.student import quantile
from core.landscape.distance import distances
from core.landscape.residual import relative_residual
from core.project.paths import DATA
from core.report.number import Number, fixed, measured, number, rounded
from core.tables.dataset import Dataset, read_dataset
from core.tables.records import read_records

LEVEL = 0.95
DRAWN_FROM = (0.8, 1.0)
"""Slope and intercept that the points of header.csv were made with (data/README.md)."""
NOISE = 1.0
"""The standard deviation of their errors."""
SLIP = (16, 20.14)
"""A slip of the pen: the y of this point of header.csv, with a 2 for its 1."""
MEDIAN_EFFICIENCY = 2 / pi
"""Variance of the mean over that of the median, for many points with normal errors."""
FLATS = ("area_m2", "distance_km", "rent_eur")

Numbers = dict[str, Number]


def related_numbers(header: Dataset) -> dict[str, Any]:
    """Return the numbers of each section, by its name."""
    return {
        "derivation": _derivation(header),
        "uncertainty": _uncertainty(header),
        "absolute": _absolute(header),
        "several": _several(),
        "shortest": _shortest(header),
        "doubt": _anscombe(),
    }


def with_slip(header: Dataset) -> np.ndarray:
    """Return the y of the points with the one that was written down wrongly."""
    y = header.y.copy()
    y[SLIP[0]] = SLIP[1]
    return y


def _derivation(data: Dataset) -> Numbers:
    sums, fit = NormalEquations.of(data.x, data.y), fit_line(data.x, data.y)
    slope, intercept = DRAWN_FROM
    worse = relative_residual(data.x, data.y, slope, intercept)
    return {
        "determinant": rounded(sums.determinant),
        "slope_numerator": rounded(sums.slope_numerator),
        "intercept_numerator": rounded(sums.intercept_numerator),
        "x_mean": rounded(fit.x_mean),
        "y_mean": rounded(float(data.y.mean())),
        "Sxx": rounded(fit.x_sum_of_squares),
        "true_a": fixed(slope, 1),
        "true_b": fixed(intercept, 0),
        "true_relative": number(float(worse), f"{worse:.3f}"),
    }


def _uncertainty(data: Dataset) -> Numbers:
    fit = fit_line(data.x, data.y)
    (a_low, a_high), (b_low, b_high) = fit.confidence_interval(LEVEL)
    correlation = -fit.x_mean / np.sqrt(np.mean(data.x**2))
    nearer = fit.residual_sd / np.sqrt(fit.n)
    return {
        "dof": fixed(fit.dof, 0),
        "t": fixed(quantile(LEVEL, fit.dof), 2),
        "a_low": fixed(a_low, 2),
        "a_high": fixed(a_high, 2),
        "b_low": fixed(b_low, 2),
        "b_high": fixed(b_high, 2),
        "correlation": fixed(float(correlation), 2),
        "at_mean": fixed(float(nearer), 2),
    }


def _absolute(data: Dataset) -> Numbers:
    wrong = with_slip(data)
    squares = fit_line(data.x, wrong)
    best, after = fit_least_absolute(data.x, data.y), fit_least_absolute(data.x, wrong)
    row, value = SLIP
    return {
        "a": fixed(best.slope, 3),
        "b": fixed(best.intercept, 3),
        "objective": rounded(best.objective),
        "pairs": fixed(comb(data.x.size, 2), 0),
        "efficiency": fixed(100 * MEDIAN_EFFICIENCY, 0, "%"),
        "objective_of_squares": rounded(_sum_of_distances(data, fit_line(data.x, data.y))),
        "x_of_slip": fixed(float(data.x[row]), 2),
        "y_before_slip": fixed(float(data.y[row]), 2),
        "y_after_slip": fixed(value, 2),
        "squares_a_after": fixed(squares.slope, 3),
        "squares_b_after": fixed(squares.intercept, 3),
        "a_after": fixed(after.slope, 3),
        "b_after": fixed(after.intercept, 3),
    }


def _sum_of_distances(data: Dataset, line: LineFit | LeastAbsoluteFit) -> float:
    return float(np.abs(data.y - line.predict(data.x)).sum())


def flats() -> tuple[np.ndarray, np.ndarray]:
    """Return area and distance, shape (n, 2), and rent of the flats."""
    table = read_records(DATA / "flats.csv", FLATS)
    area, distance, rent = (table.numbers(name) for name in FLATS)
    return np.stack([area, distance], axis=1), rent


def _several() -> Numbers:
    X, rent = flats()
    both = fit_multiple(X, rent)
    area, distance = (fit_line(column, rent) for column in X.T)
    units = ("EUR/m2", "EUR/km")
    names = ("area", "distance")
    rows = {"n": fixed(both.n, 0)}
    for name, unit, value, stderr in zip(names, units, both.coefficients, both.stderr, strict=True):
        rows |= measured(name, float(value), float(stderr), unit)
    for name, unit, alone in zip(names, units, (area, distance), strict=True):
        rows |= measured(f"{name}_alone", alone.slope, alone.slope_stderr, unit)
        rows[f"{name}_alone_r_squared"] = fixed(alone.r_squared, 2)
    rows["distance_size"] = fixed(abs(float(both.coefficients[1])), 1, "EUR/km")
    rows |= measured("intercept", both.intercept, both.intercept_stderr, "EUR")
    rows["residual_sd"] = fixed(both.residual_sd, 0, "EUR")
    rows["r_squared"] = fixed(both.r_squared, 2)
    rows["between"] = fixed(pearson_test(*X.T).r, 2)
    return rows


def _shortest(header: Dataset) -> Numbers:
    cloud = read_dataset(DATA / "leaning.csv")
    nearest = fit_orthogonal(np.stack([cloud.x, cloud.y], axis=1))
    near_header = fit_orthogonal(np.stack([header.x, header.y], axis=1))
    upright, flat = fit_line(cloud.x, cloud.y), fit_line(cloud.y, cloud.x)
    squares_rss = float(np.sum(distances(cloud.x, cloud.y, upright).shortest ** 2))
    return {
        "n": fixed(upright.n, 0),
        "header_a": fixed(near_header.slope, 3),
        "header_b": fixed(near_header.intercept, 3),
        "squares_a": fixed(upright.slope, 3),
        "sideways_a": fixed(1 / flat.slope, 3),
        "a": fixed(nearest.slope, 3),
        "angle": fixed(degrees(atan(nearest.slope)), 1, "deg"),
        "squares_angle": fixed(degrees(atan(upright.slope)), 1, "deg"),
        "rss": rounded(nearest.rss),
        "squares_rss": rounded(squares_rss),
    }


def _anscombe() -> Numbers:
    sets = [read_dataset(DATA / "anscombe.csv", x=f"x{k}", y=f"y{k}") for k in range(1, 5)]
    fits = [fit_line(one.x, one.y) for one in sets]
    tests = [pearson_test(one.x, one.y) for one in sets]
    # What all four sets share, rounded so that they do.
    return {
        "n": fixed(fits[0].n, 0),
        "a": fixed(float(np.mean([fit.slope for fit in fits])), 2),
        "b": fixed(float(np.mean([fit.intercept for fit in fits])), 1),
        "r": fixed(float(np.mean([test.r for test in tests])), 2),
    }
