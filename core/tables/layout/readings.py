"""How the cells of some columns are to be read: decided once, from the first rows of a table."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TypeAlias

from core.tables.cells.dates import DateWriting, date_writing
from core.tables.cells.number import is_missing, is_number, may_be_thousands
from core.tables.cells.numerals import Numerals, common_signs, dressed, thousands_separator
from core.tables.layout.layout import Layout
from core.tables.text.rows import Block, rows
from core.writing.text import shorten

Reading: TypeAlias = Numerals | DateWriting
Cells: TypeAlias = list[tuple[int, str]]

_PLAIN = frozenset("0123456789.+-eE")


def find_readings(
    block: Block, layout: Layout, columns: Sequence[int]
) -> tuple[tuple[Reading, ...], tuple[str, ...]]:
    """Return how to read each of ``columns``, and notes on what needs saying.

    ValueError when it cannot be told from the cells what they mean: whether ``1,234`` is about
    one or a thousand, whether 3/4 is in March or in April.
    """
    cells = _cells(block, layout, columns)
    dates = {k: _dates(block, cells[k]) for k in columns if layout.kinds[k] in ("date", "clock")}
    numbers = {k: _numerals(cells[k], layout.delimiter) for k in columns if k not in dates}
    decimal, mark = _decimal_mark(block, layout, cells, numbers)
    readings: list[Reading] = [
        dates[k] if k in dates else replace(numbers[k], decimal=decimal) for k in columns
    ]
    notes = [mark] if mark else []
    for k, reading in zip(columns, readings, strict=True):
        column = f"column {shorten(layout.names[k], 40)!r}"
        notes += [f"{column}: {note}" for note in _notes(reading, [cell for _, cell in cells[k]])]
    return tuple(readings), tuple(notes)


def decimal_mark(block: Block, layout: Layout, columns: Sequence[int]) -> tuple[str, str | None]:
    """Return the decimal mark of the numbers in ``columns``, and a note when it needs saying.

    ValueError when it cannot be told from the cells.
    """
    cells = _cells(block, layout, columns)
    return _decimal_mark(block, layout, cells, {k: Numerals() for k in columns})


def _cells(block: Block, layout: Layout, columns: Sequence[int]) -> dict[int, Cells]:
    """Return the filled cells of the first block with the lines where they stand."""
    found: dict[int, Cells] = {k: [] for k in columns}
    for line, row in rows(block, layout.delimiter):
        if line >= layout.first_row:
            for k in columns:
                if k < len(row) and row[k]:
                    found[k].append((line, row[k]))
    return found


def _dates(block: Block, cells: Cells) -> DateWriting:
    given = [(line, cell) for line, cell in cells if not is_missing(cell)]
    try:
        return date_writing([cell for _, cell in given])
    except ValueError as error:
        raise ValueError(f"{block.place(given[0][0])}: {error}") from None


def _numerals(cells: Cells, delimiter: str) -> Numerals:
    if _are_plain(cells):
        return Numerals()
    found = [one for _, cell in cells if (one := dressed(cell))]
    before, after = common_signs(found)
    separator = thousands_separator(found, among_semicolons=delimiter == ";")
    return Numerals(thousands=separator, before=before, after=after)


def _are_plain(cells: Cells) -> bool:
    """Whether there is nothing but digits and decimal points: most columns need no closer look."""
    return _PLAIN.issuperset("".join(cell for _, cell in cells)) and all(
        cell.count(".") < 2 for _, cell in cells
    )


def _decimal_mark(
    block: Block, layout: Layout, cells: dict[int, Cells], numbers: dict[int, Numerals]
) -> tuple[str, str | None]:
    commas: list[tuple[int, str, str]] = []
    points: list[tuple[int, str, str]] = []
    looked_at = [k for k in numbers if layout.delimiter == ";" or not _are_plain(cells[k])]
    # points matter beside commas, and where commas are usual
    for k in numbers if looked_at else ():
        numerals = numbers[k]
        for line, cell in cells[k]:
            mark, core = _decimal_in(cell, numerals)
            if mark:
                (commas if mark == "," else points).append((line, cell, core))
    if not commas:
        return ".", _note_on_points(layout.delimiter, points)
    line, comma, _ = min(commas)
    if points:
        other_line, point, _ = min(points)
        raise ValueError(
            f"{block.place(line)}: the decimal mark of {comma!r} is a comma, that of {point!r} in "
            f"{block.origin.line} {other_line} a point: expected one decimal mark and no "
            "thousands separators"
        )
    if not all(may_be_thousands(core) for _, _, core in commas):
        return ",", None
    if layout.delimiter != ";":
        raise ValueError(
            f"{block.place(line)}: {comma!r} may be {comma.replace(',', '.')} or "
            f"{comma.replace(',', '')}: expected numbers with a decimal point and without "
            "thousands separators"
        )
    return ",", f"commas are read as decimal commas: {comma} is {comma.replace(',', '.')}"


def _note_on_points(delimiter: str, points: list[tuple[int, str, str]]) -> str | None:
    if delimiter != ";" or not points or not all(may_be_thousands(core) for _, _, core in points):
        return None
    _, point, _ = min(points)
    return f"points are read as decimal points: {point} is not {point.replace('.', '')}"


def _decimal_in(cell: str, numerals: Numerals) -> tuple[str, str]:
    """Return the decimal mark that a number has or must have, and the number that it is in."""
    found = dressed(cell)
    if found is None or (numerals.is_plain and not is_number(cell)):
        return "", ""
    if numerals.thousands in (",", ".") and numerals.groups(found.core):
        return "." if numerals.thousands == "," else ",", ""
    core = numerals.without_thousands(found.core)
    return next((mark for mark in ",." if mark in core), ""), core


def _notes(reading: Reading, cells: Sequence[str]) -> Iterator[str]:
    if isinstance(reading, DateWriting):
        if reading.note:
            yield reading.note
    elif reading.thousands and (note := _note_on_thousands(reading, cells)):
        yield note
    if isinstance(reading, Numerals) and reading.unit:
        yield f"the sign {reading.unit} beside each number is its unit"
    if starred := next((cell for cell in cells if set(cell) == {"*"}), None):
        yield f"{starred} is read as a missing value"


def _note_on_thousands(numerals: Numerals, cells: Sequence[str]) -> str | None:
    for cell in cells:
        found = dressed(cell)
        if found and numerals.groups(found.core):
            with suppress(ValueError):  # reading tells where it stands
                return f"{cell} is read as {numerals.value(cell):.12g}"
    return None
