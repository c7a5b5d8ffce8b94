"""What the handout's drawings show, computed by core: places of points, lines and curves."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.attenuation.example import CANDIDATE, MEASUREMENT, READ_OFF_KEV, article_lines
from core.attenuation.lab_table import read_lab
from core.fits.least_absolute import LeastAbsoluteFit, fit_least_absolute
from core.fits.line import LineFit, fit_line
from core.fits.orthogonal import fit_orthogonal
from core.landscape.by_eye import lines_by_eye
from core.landscape.distance import distances
from core.landscape.residual import residual
from core.photons.energy import photon_energies
from core.photons.lead import attenuation_per_mm, lead_mass_attenuation
from core.project.paths import DATA
from core.report.related import DRAWN_FROM, LEVEL, NOISE, with_slip
from core.tables.dataset import Dataset, read_dataset

REDRAWN = 40
SEED = 20211126
SAMPLES = 61
SWEPT = 0.42
"""How far the slope is swept to either side; the intercept goes as far in relative residual."""
KEV = (95.0, 420.0)

Array = NDArray[np.float64]


def drawings() -> dict[str, Any]:
    """Return the values of every drawing, by its name."""
    header = read_dataset(DATA / "header.csv")
    fit = fit_line(header.x, header.y)
    return {
        "header": _points(header) | _line(fit) | {"fitted": fit.predict(header.x).tolist()},
        "rough": _rough(header),
        "sweeps": _sweeps(header, fit),
        "redrawn": _redrawn(header),
        "band": _band(fit),
        "slip": _slip(header),
        "leaning": _leaning(),
        "anscombe": [_anscombe(k) for k in range(1, 5)],
        "laboratory": _laboratory(),
        "energy": _energy(),
    }


def _points(data: Dataset) -> dict[str, list[float]]:
    return {"x": data.x.tolist(), "y": data.y.tolist()}


def _line(fit: LineFit | LeastAbsoluteFit) -> dict[str, float]:
    return {"a": fit.slope, "b": fit.intercept}


def _pairs(x: Array, y: Array) -> list[list[float]]:
    pairs: list[list[float]] = np.stack([x, y], axis=1).tolist()
    return pairs


def _rough(data: Dataset) -> dict[str, Any]:
    """Return a line that is too flat, as the pieces of the page begin with."""
    line = lines_by_eye(data.x, data.y)[-1]
    return {"a": line.slope, "b": line.intercept, "fitted": line.predict(data.x).tolist()}


def _sweeps(data: Dataset, fit: LineFit) -> dict[str, Any]:
    """Return the sum of squares for other slopes, and for other intercepts."""
    a = fit.slope + np.linspace(-SWEPT, SWEPT, SAMPLES)
    reach = SWEPT * np.sqrt(np.mean(data.x**2))
    b = fit.intercept + np.linspace(-reach, reach, SAMPLES)
    return {
        "slope": _pairs(a, residual(data.x, data.y, a, fit.intercept)),
        "intercept": _pairs(b, residual(data.x, data.y, fit.slope, b)),
        "least": fit.rss,
    }


def _redrawn(data: Dataset) -> list[list[float]]:
    """Return the lines through points that the same law might have given instead."""
    slope, intercept = DRAWN_FROM
    random = np.random.default_rng(SEED)
    ys = slope * data.x + intercept + random.normal(0, NOISE, (REDRAWN, data.x.size))
    return [[fit.slope, fit.intercept] for fit in (fit_line(data.x, y) for y in ys)]


def _band(fit: LineFit) -> dict[str, Any]:
    x = np.linspace(0, 10, SAMPLES)
    lower, upper = fit.confidence_band(x, LEVEL)
    return {"lower": _pairs(x, lower), "upper": _pairs(x, upper)}


def _slip(data: Dataset) -> dict[str, Any]:
    wrong = with_slip(data)
    return {
        "y": wrong.tolist(),
        "squares": _line(fit_line(data.x, wrong)),
        "absolute": _line(fit_least_absolute(data.x, wrong)),
    }


def _leaning() -> dict[str, Any]:
    cloud = read_dataset(DATA / "leaning.csv")
    points = np.stack([cloud.x, cloud.y], axis=1)
    upright, nearest = fit_line(cloud.x, cloud.y), fit_orthogonal(points)
    feet = points - np.outer(
        (points - nearest.centroid) @ _across(nearest.direction), _across(nearest.direction)
    )
    degrees = np.linspace(-90, 90, 2 * SAMPLES)
    across = np.stack([-np.sin(np.deg2rad(degrees)), np.cos(np.deg2rad(degrees))])
    sums = np.sum(((points - nearest.centroid) @ across) ** 2, axis=0)
    shown = distances(cloud.x, cloud.y, upright)
    return {
        **_points(cloud),
        "squares": _line(upright),
        "fitted": upright.predict(cloud.x).tolist(),
        "nearest": {"a": nearest.slope, "b": nearest.intercept},
        "ways": np.stack([points, feet], axis=1).tolist(),
        "longest": float(shown.vertical.max()),
        "turned": _pairs(degrees, sums),
        "best": [float(np.rad2deg(np.arctan(nearest.slope))), nearest.rss],
    }


def _across(direction: Array) -> Array:
    return np.array([-direction[1], direction[0]])


def _anscombe(k: int) -> dict[str, Any]:
    data = read_dataset(DATA / "anscombe.csv", x=f"x{k}", y=f"y{k}")
    return _points(data) | _line(fit_line(data.x, data.y))


def _laboratory() -> dict[str, Any]:
    lab = read_lab(MEASUREMENT)
    fit = lab.fit("article")
    if lab.background is None:
        raise ValueError("the handout draws a background: the lab has none")
    counts, time = lab.background
    ends = np.array([0.0, float(lab.thickness_mm.max())])
    return {
        "x": lab.thickness_mm.tolist(),
        "log_rate": np.log10(lab.rate).tolist(),
        "used": fit.used.tolist(),
        "line": _pairs(ends, np.log10(fit.rate(ends))),
        "log_background": float(np.log10(counts / time)),
        "x_h": fit.half_thickness_mm,
        "log_initial": float(np.log10(fit.initial_rate)),
    }


def _energy() -> dict[str, Any]:
    energies = np.linspace(*KEV, SAMPLES)
    fit = read_lab(MEASUREMENT).fit("article")
    computed = photon_energies(fit.mu_per_mm, fit.mu_stderr)[0].energy
    marked = np.array([READ_OFF_KEV, computed, *article_lines()])
    return {
        "curve": _pairs(energies, _half(energies)),
        "marked": _pairs(marked, _half(marked)),
        "x_h": fit.half_thickness_mm,
        "candidate": CANDIDATE,
    }


def _half(energy_kev: Array) -> Array:
    return np.asarray(np.log(2) / attenuation_per_mm(lead_mass_attenuation(energy_kev)))
