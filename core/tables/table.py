"""Columns out of a text table, at the speed of NumPy's reader.

Each block of lines is read in one of two ways. The quick way gives it to ``numpy.loadtxt``. What
that refuses, or would read too generously, is read cell by cell, which knows every exception and
names file, line and column of what it cannot read.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.tables.cells.dates import DateWriting
from core.tables.cells.number import MISSING
from core.tables.cells.numerals import Numerals
from core.tables.layout.layout import Layout
from core.tables.layout.readings import Reading
from core.tables.records import cell_number, equal_rows
from core.tables.text.rows import Block

Floats = NDArray[np.float64]

# with tabs between columns a row without values looks the same
_BLANK_LINE = re.compile(r"^[ \t]+$", re.MULTILINE)


@dataclass(frozen=True)
class Wanted:
    """Columns that are read as numbers, how each of them is, and columns that are kept as text."""

    numbers: tuple[int, ...]
    readings: tuple[Reading, ...]
    texts: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class Rows:
    """Rows of a table: numbers of shape (n, k), NaN where one is missing; texts by column."""

    numbers: Floats
    texts: list[list[str]]


def read_rows(blocks: Iterator[Block], layout: Layout, wanted: Wanted) -> Iterator[Rows]:
    """Yield the rows of each block."""
    for block in blocks:
        text = _content(block, layout.first_row)
        if text and not text.isspace():
            yield _read_quickly(text, layout, wanted) or _read_cells(block, layout, wanted)


def _content(block: Block, first_row: int) -> str:
    """Return the lines of the block that hold cells of rows."""
    if block.first_line >= first_row and "#" not in block.text:
        return block.text
    return "\n".join(line for number, line in block.lines() if number >= first_row)


def _read_quickly(text: str, layout: Layout, wanted: Wanted) -> Rows | None:
    """Return the rows, or None where the lines need a closer look."""
    columns = list(zip(wanted.numbers, wanted.readings, strict=True))
    dates = [(k, reading) for k, reading in columns if isinstance(reading, DateWriting)]
    numerals = [(k, reading) for k, reading in columns if isinstance(reading, Numerals)]
    if not all(reading.is_plain for _, reading in numerals):
        return None
    width = len(layout.names)
    if (width > 2 or dates) and not _are_equally_long(text, layout.delimiter, width):
        return None
    texts = _texts(text, layout, [*wanted.texts, *(k for k, _ in dates)])
    found: dict[int, Floats] = {}
    for (k, reading), cells in zip(dates, texts[len(wanted.texts) :], strict=True):
        seconds = reading.quickly(cells)
        if seconds is None:
            return None
        found[k] = seconds
    if numerals:
        values = _numbers(text, layout, [k for k, _ in numerals], numerals[0][1].decimal)
        if values is None:
            return None
        found |= {k: values[:, at] for at, (k, _) in enumerate(numerals)}
    if len({*map(len, found.values()), *map(len, texts)}) > 1:
        return None
    return Rows(np.column_stack([found[k] for k in wanted.numbers]), texts[: len(wanted.texts)])


def _numbers(text: str, layout: Layout, columns: list[int], decimal: str) -> Floats | None:
    if decimal == ",":
        if layout.delimiter == "," or "." in text:
            return None
        text = text.replace(",", ".")
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
    if delimiter == " ":
        return '"' not in text and all(len(line.split()) == width for line in lines)
    return all(line.count(delimiter) == width - 1 for line in lines)


def _load(text: str, layout: Layout, columns: list[int]) -> Floats | None:
    few = len(layout.names) == len(columns) == 2
    try:
        values = np.loadtxt(
            io.StringIO(text),
            delimiter=None if layout.delimiter == " " else layout.delimiter,
            comments=None,
            quotechar='"',
            usecols=None if few else columns,
            ndmin=2,
        )
    except ValueError:
        return None
    if values.shape[1] != (2 if few else len(columns)) or np.isinf(values).any():
        return None
    return values[:, columns] if few else values


def _texts(text: str, layout: Layout, columns: list[int]) -> list[list[str]]:
    if not columns:
        return []
    reader = csv.reader(io.StringIO(text), delimiter=layout.delimiter, skipinitialspace=True)
    rows = [row for row in reader if row]
    return [[row[k].strip() if k < len(row) else "" for row in rows] for k in columns]


def _missing_cell(delimiter: str) -> re.Pattern[str]:
    """Match the whole of a cell without value, but no blank line."""
    word = "|".join(re.escape(word) for word in MISSING if word or delimiter != " ")
    mark = re.escape(delimiter)
    first, later = (
        rf"^ *(?:{word}) *(?={mark})",
        rf"(?<={mark}) *(?:{word}) *(?={mark}|$)",
    )
    return re.compile(f"{first}|{later}", re.MULTILINE | re.IGNORECASE)


def _read_cells(block: Block, layout: Layout, wanted: Wanted) -> Rows:
    numbers, texts = [], []
    for line, cells in equal_rows(block, layout):
        place = block.place(line)
        numbers.append(
            [
                cell_number(place, layout.names[k], cells[k], reading)
                for k, reading in zip(wanted.numbers, wanted.readings, strict=True)
            ]
        )
        texts.append([cells[k] for k in wanted.texts])
    values = np.array(numbers, dtype=np.float64).reshape(-1, len(wanted.numbers))
    return Rows(values, [[row[k] for row in texts] for k in range(len(wanted.texts))])
