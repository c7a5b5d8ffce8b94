"""Two columns of numbers out of a text table, at the speed of NumPy's reader.

Each block of lines is read in one of two ways. The quick way gives it to ``numpy.loadtxt``. What
that refuses, or would read too generously, is read cell by cell, which knows every exception and
names file, line and column of what it cannot read.
"""

import io
import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from core.tables.cell import MISSING
from core.tables.layout import Layout
from core.tables.records import cell_number, equal_rows
from core.tables.rows import Block

Floats = NDArray[np.float64]

# with tabs between columns a row without values looks the same
_BLANK_LINE = re.compile(r"^[ \t]+$", re.MULTILINE)


def read_columns(
    blocks: Iterator[Block], layout: Layout, columns: tuple[int, int], decimal: str
) -> Iterator[Floats]:
    """Yield the rows of each block as an array of shape (n, 2), NaN where a value is missing."""
    for block in blocks:
        text = _content(block, layout.first_row)
        if text and not text.isspace():
            values = _read_quickly(text, layout, columns, decimal)
            yield _read_cells(block, layout, columns, decimal) if values is None else values


def _content(block: Block, first_row: int) -> str:
    """Return the lines of the block that hold cells of rows."""
    if block.first_line >= first_row and "#" not in block.text:
        return block.text
    return "\n".join(line for number, line in block.lines() if number >= first_row)


def _read_quickly(
    text: str, layout: Layout, columns: tuple[int, int], decimal: str
) -> Floats | None:
    """Return the numbers, or None where the lines need a closer look."""
    if decimal == ",":
        if layout.delimiter == "," or "." in text:
            return None
        text = text.replace(",", ".")
    width = len(layout.names)
    if width > 2 and not _are_equally_long(text, layout.delimiter, width):
        return None
    values = _load(text, layout, columns)
    if values is None:
        filled = _missing_cell(layout.delimiter).sub("nan", _BLANK_LINE.sub("", text))
        values = _load(filled, layout, columns)
    return values


def _are_equally_long(text: str, delimiter: str, width: int) -> bool:
    """Whether each line is a row of ``width`` cells; loadtxt sees only those it is asked for."""
    lines = [line for line in text.split("\n") if line]
    if '"' in text and any(line.count('"') % 2 for line in lines):
        return False
    return all(line.count(delimiter) == width - 1 for line in lines)


def _load(text: str, layout: Layout, columns: tuple[int, int]) -> Floats | None:
    few = len(layout.names) == 2
    try:
        values = np.loadtxt(
            io.StringIO(text),
            delimiter=layout.delimiter,
            comments=None,
            quotechar='"',
            usecols=None if few else columns,
            ndmin=2,
        )
    except ValueError:
        return None
    if values.shape[1] != 2 or np.isinf(values).any():
        return None
    return values[:, columns] if few else values


def _missing_cell(delimiter: str) -> re.Pattern[str]:
    """Match the whole of a cell without value, but no blank line."""
    word = "|".join(map(re.escape, MISSING))
    first, later = (
        rf"^ *(?:{word}) *(?={delimiter})",
        rf"(?<={delimiter}) *(?:{word}) *(?={delimiter}|$)",
    )
    return re.compile(f"{first}|{later}", re.MULTILINE | re.IGNORECASE)


def _read_cells(block: Block, layout: Layout, columns: tuple[int, int], decimal: str) -> Floats:
    values = [
        [
            cell_number(f"{block.name}, line {line}", layout.names[k], cells[k], decimal)
            for k in columns
        ]
        for line, cells in equal_rows(block, layout)
    ]
    return np.array(values, dtype=np.float64).reshape(-1, 2)
