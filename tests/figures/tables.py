"""Tables that pictures of a line must stand, and the pictures of them."""

from pathlib import Path
from types import ModuleType
from typing import Any

import matplotlib as mpl
import numpy as np

from core.tables.dataset import Dataset, read_dataset
from figures.parts.output import Picture
from figures.parts.style import rc

ROOT = Path(__file__).resolve().parents[2]
HEADER = read_dataset(ROOT / "data/header.csv")
rng = np.random.default_rng(6)
UNIT = np.linspace(0, 1, 20)
SCATTER = rng.normal(size=20)


def made(x: object, y: object, x_label: str = "x", y_label: str = "y") -> Dataset:
    return Dataset(np.asarray(x, float), np.asarray(y, float), x_label, y_label)


AWKWARD = {
    "two points": made([1, 2], [3, 5]),
    "perfect": made([0, 1, 2, 3], [1, 3, 5, 7]),
    "perfect and flat": made([0, 1, 2], [7, 7, 7]),
    "perfect, flat and zero": made([0, 1, 2], [0, 0, 0]),
    "tiny": made(1e-15 * UNIT, 1e-15 * (UNIT + 0.1 * SCATTER)),
    "huge": made(1e15 * UNIT, 1e15 * (UNIT + 0.1 * SCATTER)),
    "far away": made(1e12 + UNIT, 1e12 + UNIT + 0.1 * SCATTER),
    "years": made(1990 + 30 * UNIT, 14 + UNIT + 0.1 * SCATTER, "year", "temperature (°C)"),
    "steep and falling": made(UNIT, -1e9 * (UNIT + 0.1 * SCATTER), "t [s]", "p [Pa]"),
    "negative": made(-5 - UNIT, -3 - UNIT + 0.1 * SCATTER),
    "outlier": made([*UNIT, 0.5], [*SCATTER, 1e4]),
    "heavy tail": made(np.arange(1500), [*rng.normal(size=1499), 1e6]),
    "no relation": made(UNIT, SCATTER),
    "left-skewed": made(1 - UNIT**4, 2 - UNIT**4 + 0.05 * SCATTER),
    "dense": made(*rng.normal(size=(2, 100_000))),
    "markup": made(UNIT, SCATTER, "<script>alert(1)</script>", r"$\frac{$ _^%&{}"),
    "no letters for it": made(UNIT, SCATTER, "距离 [Mpc]", "מרחק العربية 🙂"),
    "long": made(UNIT, SCATTER, "x" * 300, "a\nb\tc" * 60),
}


def drawn(
    module: ModuleType, dataset: Dataset, theme: str = "light", size: str = "blog", **chosen: Any
) -> Picture:
    """Return the picture, laid out as it is saved."""
    with mpl.rc_context(rc(theme, size)):
        picture = module.picture(dataset, theme, **chosen)
        picture.figure.draw_without_rendering()
    return picture
