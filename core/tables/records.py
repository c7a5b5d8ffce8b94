"""A text table row by row, for tables whose columns have names with a meaning.

A column is known by its key: ``Live time (s)``, ``live.time.s`` and ``LIVE_TIME_S`` are all
``live_time_s``.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.tables.cells.numerals import Numerals
from core.tables.layout.layout import Layout, find_layout
from core.tables.layout.readings import Reading, decimal_mark
from core.tables.text.lines import is_comment
from core.tables.text.rows import Block, open_table, rows
from core.writing.text import one_line, shorten


@dataclass(frozen=True)
class Record:
    """One row: where it stands, and its cells by key of their column."""

    place: str
    cells: dict[str, str]
    decimal: str

    def number(self, key: str) -> float:
        """Return a number, NaN where it is missing; ValueError says where there is none."""
        return cell_number(self.place, key, self.cells[key], Numerals(self.decimal))


@dataclass(frozen=True)
class Records:
    """A table as its rows, none of them empty; ``columns`` are its headers by key.

    ``comments`` are the lines that start with ``#``, without that sign.
    """

    name: str
    columns: dict[str, str]
    rows: tuple[Record, ...]
    comments: tuple[str, ...]
    notes: tuple[str, ...]

    def numbers(self, key: str) -> NDArray[np.float64]:
        """Return a column of numbers, NaN where one is missing."""
        return np.array([row.number(key) for row in self.rows])


def read_records(path: Path | str, numeric: Collection[str], sheet: str | None = None) -> Records:
    """Read every row; ``numeric`` are the keys of columns whose numbers tell the decimal mark,
    ``sheet`` names that of a workbook.

    ValueError names file and line: for rows of unequal length, and for two columns of one key.
    """
    found: list[Record] = []
    comments: list[str] = []
    with open_table(path, sheet) as (first, blocks):
        layout = find_layout(first)
        if layout.is_numbered:
            raise ValueError(f"{first.place(layout.first_row)}: {_WITHOUT_HEADER}")
        keys = _keys(first.name, layout)
        chosen = [index for index, key in enumerate(keys) if key in numeric]
        decimal, mark = decimal_mark(first, layout, chosen)
        for block in blocks:
            comments += _comments(block)
            for line, cells in equal_rows(block, layout):
                if any(cells):
                    named = dict(zip(keys, cells, strict=False))
                    found.append(Record(block.place(line), named, decimal))
    columns = dict(zip(keys, layout.names, strict=True))
    notes = (*layout.notes, *([mark] if mark else []), *first.origin.notes)
    return Records(first.name, columns, tuple(found), tuple(comments), notes)


_WITHOUT_HEADER = "expected the names of the columns in the first row, found numbers"


def _keys(name: str, layout: Layout) -> list[str]:
    keys = [column_key(column) for column in layout.names]
    for index, key in enumerate(keys):
        if key in keys[:index]:
            both = f"{layout.names[keys.index(key)]!r} and {layout.names[index]!r}"
            raise ValueError(f"{name}: two columns are called {key} ({both}): keep one")
    return keys


def column_key(column: str) -> str:
    """Return the key of a header.

    >>> column_key("Thickness [g/cm²]"), column_key("thickness.mm")
    ('thickness_g_cm2', 'thickness_mm')
    """
    plain = unicodedata.normalize("NFKC", column).casefold()
    return re.sub(r"[\W_]+", "_", plain).strip("_")


def _comments(block: Block) -> Iterator[str]:
    return (
        one_line(line.strip().lstrip("#")) for line in block.text.split("\n") if is_comment(line)
    )


def equal_rows(block: Block, layout: Layout) -> Iterator[tuple[int, list[str]]]:
    """Yield line and cells of each row; ValueError for one longer or shorter than the header."""
    width = len(layout.names)
    for line, cells in rows(block, layout.delimiter):
        if line < layout.first_row:
            continue
        if len(cells) < width or any(cells[width:]):
            hint = ""
            if layout.delimiter == "," and len(cells) > width:
                hint = "; write numbers with a decimal point, or separate columns by semicolons"
            raise ValueError(
                f"{block.place(line)}: expected {width} cells, separated by "
                f"{layout.delimiter_name}, found {len(cells)}{hint}"
            )
        yield line, cells


def cell_number(place: str, column: str, cell: str, reading: Reading) -> float:
    """Return the number in a cell, NaN where it is missing; ValueError names place and column."""
    try:
        return reading.value(cell)
    except ValueError as error:
        raise ValueError(
            f"{place}, column {shorten(column, 40)!r}: {error}, found {shorten(cell, 40)!r}"
        ) from None
