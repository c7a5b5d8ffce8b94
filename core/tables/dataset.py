"""Points and the words that belong to them, read from any table of text.

>>> hubble = read_dataset("data/hubble1929.csv", x="distance", y="velocity")
>>> hubble.x.size, hubble.x_label, hubble.y_label
(24, 'distance [Mpc]', 'velocity [km/s]')
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.tables.columns import choose_columns
from core.tables.complete import Complete
from core.tables.layout.layout import find_layout
from core.tables.layout.readings import find_readings
from core.tables.table import Floats, Wanted, read_rows
from core.tables.text.rows import open_table
from core.tables.time_scale import TimeScale
from core.tables.words import Words


@dataclass(frozen=True, eq=False)
class Dataset:
    """Points (x[i], y[i]) and the words that belong to them.

    ``x`` and ``y`` are read-only float64 arrays of one length, all finite. The labels are the
    headers of the columns with their units; ``notes`` says what the reader left out or decided.
    Where x was read from dates or times, ``time`` leads back to them.
    """

    x: Floats
    y: Floats
    x_label: str = "x"
    y_label: str = "y"
    title: str = ""
    source: str = ""
    notes: tuple[str, ...] = ()
    time: TimeScale | None = None

    def __post_init__(self) -> None:
        """Refuse what is not a set of points."""
        for name in ("x", "y"):
            values = np.asarray(getattr(self, name), dtype=np.float64)
            if values.ndim != 1:
                raise ValueError(f"{name} has shape {values.shape}: one dimension is needed")
            bad = np.flatnonzero(~np.isfinite(values))
            if bad.size:
                raise ValueError(
                    f"{name} contains {values[bad[0]]} at index {bad[0]} "
                    f"({bad.size} of {values.size}): drop or replace it"
                )
            if values.flags.writeable:
                values = values.copy()
                values.flags.writeable = False
            object.__setattr__(self, name, values)
        if self.x.size != self.y.size:
            raise ValueError(f"x has {self.x.size} values, y has {self.y.size}: they are pairs")


def read_dataset(
    path: str | Path,
    x: str | int | None = None,
    y: str | int | None = None,
    sheet: str | None = None,
) -> Dataset:
    """Read two columns of a table: those that are asked for, called x and y, or alone of values.

    ``path`` is a file, or ``-`` for standard input: text in UTF-8, UTF-16 or Latin-1, packed by
    gzip or not, with columns separated by commas, semicolons, tabs, bars or spaces; or a workbook
    (.xlsx, .xlsb, .xls, .ods), of which ``sheet`` names a sheet. A line that starts with ``#`` is
    a comment, and ``# title:`` and ``# source:`` are kept. A column is called by its header, with
    or without its unit, or by its number from 1. Rows in which x or y is missing are dropped.
    Dates become decimal years, or days, minutes or seconds from the start (`TimeScale`); so do
    seconds since 1970 in a column that calls itself timestamp, unix or epoch. What was left out or
    decided is in ``notes``.

    ValueError names file, line, column and what was expected; OSError when there is no such file.
    """
    with open_table(path, sheet) as (first, blocks):
        layout = find_layout(first)
        columns, choice = choose_columns(first.name, layout, x, y)
        readings, marks = find_readings(first, layout, columns)
        rows = read_rows(blocks, layout, Wanted(columns, readings))
        found = Complete.of(rows, numbers=2)
    return dataset_of(Words(first.origin, layout, columns, readings), found, (choice, *marks))


def dataset_of(words: Words, found: Complete, notes: Iterable[str | None]) -> Dataset:
    """Return the first two columns as x and y, with the words that the table has for them."""
    if not found.numbers[0].size:
        which = "both columns" if len(found.missing) == 2 and not found.texts else "every column"
        raise ValueError(f"{words.origin.name} has no row with a number in {which}")
    x, y = (words.axis(k, found.numbers[k]) for k in (0, 1))
    said = (*words.layout.notes, *notes, *x.notes, *y.notes, found.note, *words.origin.notes)
    return Dataset(
        x.values,
        y.values,
        x_label=x.label,
        y_label=y.label,
        title=words.title,
        source=words.source,
        notes=tuple(note for note in said if note),
        time=x.time,
    )
