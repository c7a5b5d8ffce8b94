"""A table of two columns with what must be said about it: labels, title, source."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Dataset:
    """Points (x[i], y[i]) and the words that belong to them.

    ``x`` and ``y`` are read-only float64 arrays of one length, all finite. The labels are the
    headers of the columns with their units; ``notes`` says what the reader left out or decided.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    x_label: str = "x"
    y_label: str = "y"
    title: str = ""
    source: str = ""
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what is not a set of points."""
        for name in ("x", "y"):
            values = np.array(getattr(self, name), dtype=np.float64)
            if values.ndim != 1:
                raise ValueError(f"{name} has shape {values.shape}: one dimension is needed")
            bad = np.flatnonzero(~np.isfinite(values))
            if bad.size:
                raise ValueError(
                    f"{name} contains {values[bad[0]]} at index {bad[0]} "
                    f"({bad.size} of {values.size}): drop or replace it"
                )
            values.flags.writeable = False
            object.__setattr__(self, name, values)
        if self.x.size != self.y.size:
            raise ValueError(f"x has {self.x.size} values, y has {self.y.size}: they are pairs")


def read_dataset(path: str | Path, x: str | None = None, y: str | None = None) -> Dataset:
    """Read the columns called ``x`` and ``y`` (the only two, when not given) of a CSV file."""
    path = Path(path)
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    said = dict(
        match.groups()
        for line in lines
        if (match := re.match(r"#\s*(title|source)\s*:\s*(.*\S)", line))
    )
    header, *rows = csv.reader(line for line in lines if line.strip() and not line.startswith("#"))
    if x is None or y is None:
        if len(header) != 2:
            raise ValueError(f"{path}: name the columns, x and y of {', '.join(header)}")
        x, y = header
    for name in (x, y):
        if name not in header:
            raise ValueError(f"{path} has no column {name!r}: choose from {', '.join(header)}")
    i, j = header.index(x), header.index(y)
    return Dataset(
        x=np.array([float(row[i]) for row in rows]),
        y=np.array([float(row[j]) for row in rows]),
        x_label=x,
        y_label=y,
        title=said.get("title", path.stem),
        source=said.get("source", ""),
    )
