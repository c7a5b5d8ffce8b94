"""Three columns of a table for a plane: two that explain, and the one that they explain."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.tables.columns import choose_columns, find_column
from core.tables.complete import Complete
from core.tables.layout.layout import Layout, find_layout
from core.tables.layout.readings import find_readings
from core.tables.table import Floats, Wanted, read_rows
from core.tables.text.rows import open_table
from core.tables.words import Words
from core.writing.text import one_line


@dataclass(frozen=True, eq=False)
class PlanePoints:
    """Points (n, 3), columns x_1, x_2, y; ``labels`` are the headers with their units."""

    values: Floats
    labels: tuple[str, str, str]


def read_plane_points(
    path: str | Path, x: str, y: str | None = None, sheet: str | None = None
) -> PlanePoints:
    """Read the two columns that ``x`` names, as in ``x="area,distance"``, and ``y``.

    A column is called as in `read_dataset`; ``y`` may be left out where one column of values is
    left. Rows in which one of the three is missing are dropped.

    ValueError names file, line, column and what was expected; OSError when there is no such file.
    """
    with open_table(path, sheet) as (first, blocks):
        layout = find_layout(first)
        one, other = _two_columns(first.name, layout, x)
        (_, third), _ = choose_columns(first.name, layout, layout.names[one], y, beside=(other,))
        columns = (one, other, third)
        if len({*columns}) < len(columns):
            raise ValueError(
                f"{first.name}: a plane needs three different columns, not "
                + ", ".join(repr(layout.names[k]) for k in columns)
            )
        readings, _ = find_readings(first, layout, columns)
        found = Complete.of(read_rows(blocks, layout, Wanted(columns, readings)), numbers=3)
    if not found.numbers[0].size:
        raise ValueError(f"{first.name} has no row with a number in each of the three columns")
    axes = [
        Words(first.origin, layout, (column, third), (reading, readings[2])).axis(which, numbers)
        for column, reading, which, numbers in zip(
            columns, readings, (0, 0, 1), found.numbers, strict=True
        )
    ]
    labels = [f"column {k + 1}" for k in columns] if layout.is_numbered else [a.label for a in axes]
    return PlanePoints(
        np.column_stack([axis.values for axis in axes]), (labels[0], labels[1], labels[2])
    )


def names_two_columns(path: str | Path, x: str | None, sheet: str | None = None) -> bool:
    """Tell whether ``x`` names two columns of a table, and not one with a comma in its name."""
    if x is None or "," not in x:
        return False
    try:
        with open_table(path, sheet) as (first, _):
            layout = find_layout(first)
            one, other = _two_columns(first.name, layout, x)
    except (ValueError, OSError):
        return False
    return one != other and one_line(x) not in layout.names


def _two_columns(name: str, layout: Layout, wanted: str) -> tuple[int, int]:
    """Return the two columns that ``wanted`` names; a name may hold commas of its own."""
    commas = [k for k, letter in enumerate(wanted) if letter == ","]
    splits = [(wanted[:k], wanted[k + 1 :]) for k in commas]
    if len(splits) == 1:
        [(one, other)] = splits
        return find_column(name, layout, one), find_column(name, layout, other)
    found = []
    for one, other in splits:
        try:
            found.append((find_column(name, layout, one), find_column(name, layout, other)))
        except ValueError:
            continue
    if len(found) != 1:
        raise ValueError(
            f"{name}: {wanted!r} does not name two columns: "
            "a plane takes two for x, as in X=first,second"
        )
    return found[0]
