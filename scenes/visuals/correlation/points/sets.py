"""Anscombe's four sets, each point told apart from set to set."""

import numpy as np
from numpy.typing import NDArray

from core.project.paths import DATA
from core.tables.dataset import Dataset, read_dataset
from scenes.visuals.correlation.points.way import Places

ANSCOMBE = DATA / "anscombe.csv"
SETS = 4
# By how many places, from the left, a point moves on from set to set: they mingle on their way.
MINGLED = 3


def anscombe() -> tuple[Dataset, tuple[Places, ...]]:
    """Return the first set, and where its points go in all of them."""
    tables = [read_dataset(ANSCOMBE, f"x{k}", f"y{k}") for k in range(1, SETS + 1)]
    rank = np.argsort(_from_the_left(tables[0]))
    orders = [np.roll(_from_the_left(one), MINGLED * k)[rank] for k, one in enumerate(tables)]
    places = [(t.x[order], t.y[order]) for t, order in zip(tables, orders, strict=True)]
    return tables[0], tuple(places)


def _from_the_left(table: Dataset) -> NDArray[np.intp]:
    return np.lexsort((table.y, table.x))
