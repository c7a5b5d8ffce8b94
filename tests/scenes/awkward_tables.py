"""Tables of two columns that a film must cope with, and how one is given to it."""

from pathlib import Path
from typing import Any

import numpy as np

from scenes.settings import FilmSettings

STEPS = np.linspace(0, 10, 12)
NOISE = np.random.default_rng(7).normal(size=12)
CLOUD = np.random.default_rng(9).normal(size=(2, 180))
YEARS = np.arange(1960, 2021.0)
MANY = np.linspace(0, 10, 100_000)

TABLES = {
    "three points": ([1, 2, 4], [2, 3, 2.5]),
    "a cloud": (170 + 15 * CLOUD[0], 70 + 10 * (CLOUD[1] - 0.11 * CLOUD[0])),
    "years": (YEARS, 14 + 0.02 * (YEARS - 1960) + 0.1 * np.sin(YEARS**2)),
    "steep and falling": (STEPS, -1000 * STEPS + 500 * NOISE),
    "an outlier": (STEPS, np.where(STEPS[3] == STEPS, 120, 2 * STEPS + NOISE)),
    "tiny": (1e-9 * STEPS, 2 * STEPS + NOISE),
    "many points": (MANY, MANY + np.random.default_rng(8).normal(size=MANY.size)),
    "a perfect line": (STEPS, 2 * STEPS + 1),
}


def written(folder: Path, x: Any, y: Any) -> FilmSettings:
    """Write the points as a user's table and return the settings that show it."""
    table = folder / "own.csv"
    points = np.column_stack([x, y])
    np.savetxt(table, points, "%.15g", ",", header="time (s),height", comments="")
    return FilmSettings(data=table)
