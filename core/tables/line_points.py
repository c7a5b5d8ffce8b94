"""Two columns of a table for a line, asked for by a person who has a table and no Python."""

from pathlib import Path

from core.tables.dataset import Dataset, read_dataset
from core.tables.text.rows import name_of
from core.writing.text import shorten


def read_line_points(
    path: str | Path, x: str | None = None, y: str | None = None, sheet: str | None = None
) -> Dataset:
    """Read what `read_dataset` reads; ValueError names the file where it gives no line."""
    data = read_dataset(path, x, y, sheet)
    require_line(data, path)
    return data


def require_line(data: Dataset, path: str | Path) -> None:
    """Raise ValueError, which names the file, where the points define no line."""
    name = name_of(path)
    if data.x.size < 2:
        raise ValueError(f"{name}: 1 point is too few: a line needs two")
    if data.x.min() == data.x.max():
        raise ValueError(
            f"{name}: all x are equal ({shorten(data.x_label, 40)!r} is {data.x[0]:g} in every "
            "row), so no line y = a x + b is the best: choose another column for x"
        )
