"""Points and the words that belong to them, read from any table of text.

>>> hubble = read_dataset("data/hubble1929.csv", x="distance", y="velocity")
>>> hubble.x.size, hubble.x_label, hubble.y_label
(24, 'distance [Mpc]', 'velocity [km/s]')
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.tables.columns import choose_columns
from core.tables.layout import Layout, decimal_mark, find_layout
from core.tables.rows import Block, open_table
from core.tables.table import Floats, read_columns
from core.writing.text import one_line


@dataclass(frozen=True, eq=False)
class Dataset:
    """Points (x[i], y[i]) and the words that belong to them.

    ``x`` and ``y`` are read-only float64 arrays of one length, all finite. The labels are the
    headers of the columns with their units; ``notes`` says what the reader left out or decided.
    """

    x: Floats
    y: Floats
    x_label: str = "x"
    y_label: str = "y"
    title: str = ""
    source: str = ""
    notes: tuple[str, ...] = ()

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


def read_dataset(path: str | Path, x: str | None = None, y: str | None = None) -> Dataset:
    """Read two columns of a text table: those called ``x`` and ``y``, or the only two of numbers.

    ``path`` is a file, or ``-`` for standard input. Columns are separated by commas, semicolons
    or tabs, the text is UTF-8 or Latin-1, a line that starts with ``#`` is a comment, and
    ``# title:`` and ``# source:`` are kept. A column is called by its header, with or without its
    unit. Rows in which x or y is missing are dropped, and ``notes`` says how many.

    ValueError names file, line, column and what was expected; OSError when there is no such file.
    """
    with open_table(path) as (first, blocks):
        name = first.name
        layout = find_layout(first)
        columns, choice = choose_columns(name, layout, x, y)
        decimal, mark = decimal_mark(first, layout, columns)
        (x_values, y_values), dropped = _complete_rows(
            read_columns(blocks, layout, columns, decimal)
        )
    if not x_values.size:
        raise ValueError(f"{name} has no row with a number in both columns")
    return with_words(first, layout, columns, (x_values, y_values), (choice, mark, dropped))


def with_words(
    first: Block,
    layout: Layout,
    columns: tuple[int, int],
    values: tuple[Floats, Floats],
    notes: Iterable[str | None],
) -> Dataset:
    """Return x and y with what the table says of these columns, and notes on how it was read."""
    said = [*layout.notes, *notes]
    if first.is_latin_1:
        said.append("the text is not UTF-8: it is read as Latin-1 (Windows-1252)")
    return Dataset(
        *values,
        x_label="x" if layout.is_numbered else layout.names[columns[0]],
        y_label="y" if layout.is_numbered else layout.names[columns[1]],
        title=layout.said.get("title") or one_line(Path(first.name).stem),
        source=layout.said.get("source", ""),
        notes=tuple(note for note in said if note),
    )


def _complete_rows(parts: Iterator[Floats]) -> tuple[tuple[Floats, Floats], str | None]:
    """Return x and y without the rows in which one is missing, and a note that counts those."""
    x, y = np.empty(0), np.empty(0)
    rows = x_missing = y_missing = 0
    for values in parts:
        missing = np.isnan(values)
        rows += len(values)
        x_missing += int(missing[:, 0].sum())
        y_missing += int(missing[:, 1].sum())
        complete = ~missing.any(axis=1)
        _append(x, values[complete, 0])
        _append(y, values[complete, 1])
    x.flags.writeable = y.flags.writeable = False
    dropped = rows - x.size
    if not dropped:
        return (x, y), None
    are = "is" if dropped == 1 else "are"
    return (x, y), (
        f"{dropped} of {rows} rows {are} left out: x is missing in {x_missing}, y in {y_missing}"
    )


def _append(column: Floats, values: Floats) -> None:
    """Lengthen ``column`` where it lies: joining all parts at the end needs the memory twice."""
    size = column.size
    column.resize(size + values.size, refcheck=False)
    column[size:] = values
