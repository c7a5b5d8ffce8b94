"""Columns beside x and y: the standard deviation of each y, and the group that a point is of."""

from dataclasses import dataclass
from pathlib import Path

from core.tables.columns import choose_columns, find_column
from core.tables.complete import Complete
from core.tables.dataset import Dataset, dataset_of
from core.tables.layout.layout import find_layout
from core.tables.layout.readings import find_readings
from core.tables.table import Floats, Wanted, read_rows
from core.tables.text.rows import open_table
from core.tables.words import Words


@dataclass(frozen=True, eq=False)
class PointsBeside:
    """Points with, of each, the standard deviation of y and the name of its group, if asked for."""

    points: Dataset
    sigma: Floats | None
    groups: tuple[str, ...] | None


def read_beside(
    path: str | Path,
    x: str | None = None,
    y: str | None = None,
    *,
    sigma: str | None = None,
    group: str | None = None,
    sheet: str | None = None,
) -> PointsBeside:
    """Read x and y as `read_dataset` does, and the columns called ``sigma`` and ``group``.

    Rows in which one of them is missing are left out, and the notes say how many. ValueError
    names file, line, column and what was expected.
    """
    with open_table(path, sheet) as (first, blocks):
        layout = find_layout(first)
        sigma_at, group_at = (
            None if wanted is None else find_column(first.name, layout, wanted)
            for wanted in (sigma, group)
        )
        others = [k for k in (sigma_at, group_at) if k is not None]
        columns, choice = choose_columns(first.name, layout, x, y, beside=others)
        numeric = columns if sigma_at is None else (*columns, sigma_at)
        readings, marks = find_readings(first, layout, numeric)
        texts = () if group_at is None else (group_at,)
        rows = read_rows(blocks, layout, Wanted(numeric, readings, texts))
        found = Complete.of(rows, len(numeric), len(texts))
    if texts:
        found = found.where_named()
    words = Words(first.origin, layout, columns, readings)
    return PointsBeside(
        dataset_of(words, found, (choice, *marks)),
        None if sigma_at is None else found.numbers[2],
        found.texts[0] if texts else None,
    )
