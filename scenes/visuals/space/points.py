"""Points in space, read from a table of three columns."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.project.paths import DATA
from core.tables.dataset import read_dataset

FLATS = DATA / "flats.csv"


def read_points(path: Path, columns: tuple[str, str, str]) -> NDArray[np.float64]:
    """Return the points (n, 3) of the three ``columns``."""
    first, second, third = columns
    base = read_dataset(path, first, second)
    return np.stack([base.x, base.y, read_dataset(path, first, third).y], axis=1)
