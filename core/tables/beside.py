"""Columns beside x and y: the standard deviation of each y, and the group that a point is of."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.tables.cell import is_missing
from core.tables.columns import choose_columns, find_column
from core.tables.dataset import Dataset, with_words
from core.tables.layout import decimal_mark, find_layout
from core.tables.records import cell_number, equal_rows
from core.tables.rows import open_table
from core.tables.table import Floats
from core.writing.text import one_line


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
) -> PointsBeside:
    """Read x and y as `read_dataset` does, and the columns called ``sigma`` and ``group``.

    Rows in which one of them is missing are left out, and the notes say how many. ValueError
    names file, line, column and what was expected.
    """
    with open_table(path) as (first, blocks):
        layout = find_layout(first)
        sigma_at, group_at = (
            None if wanted is None else find_column(first.name, layout, wanted)
            for wanted in (sigma, group)
        )
        others = [k for k in (sigma_at, group_at) if k is not None]
        columns, choice = choose_columns(first.name, layout, x, y, beside=others)
        numeric = [*columns, *([] if sigma_at is None else [sigma_at])]
        decimal, mark = decimal_mark(first, layout, numeric)
        rows = [
            (
                [
                    cell_number(f"{block.name}, line {line}", layout.names[k], cells[k], decimal)
                    for k in numeric
                ],
                "" if group_at is None else one_line(cells[group_at]),
            )
            for block in blocks
            for line, cells in equal_rows(block, layout)
        ]
    complete = [
        (numbers, name)
        for numbers, name in rows
        if not np.isnan(numbers).any() and (group_at is None or not is_missing(name))
    ]
    if not complete:
        raise ValueError(f"{first.name} has no row with a value in every column asked for")
    dropped = _dropped(len(rows) - len(complete), len(rows))
    x_values, y_values, *errors = np.array([numbers for numbers, _ in complete]).T
    return PointsBeside(
        with_words(first, layout, columns, (x_values, y_values), (choice, mark, dropped)),
        errors[0] if errors else None,
        None if group_at is None else tuple(name for _, name in complete),
    )


def _dropped(count: int, rows: int) -> str | None:
    if not count:
        return None
    are = "is" if count == 1 else "are"
    return f"{count} of {rows} rows {are} left out: a column that was asked for is empty there"
