"""What the columns of a table are called: by its first row, by a comment, or by their numbers."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from core.tables.cells.kind import VALUES, kind
from core.tables.cells.number import is_missing
from core.tables.text.rows import Block
from core.writing.text import shorten

_SAID = re.compile(r"\s*#\s*(title|source)\s*:", re.IGNORECASE)
_BRACKETS = re.compile(r"[\[(](.+)[\])]")
_WITH_UNIT = re.compile(r".*[\[(][^\])]*[\])]\s*")
_NO_UNIT = ("-", "–", "—", "")
_LONGEST_UNIT = 16

Rows = Sequence[tuple[int, list[str]]]


class Header(NamedTuple):
    """Names of the columns, the rows below them, and what was decided."""

    names: list[str]
    body: Rows
    notes: tuple[str, ...]


def find_header(block: Block, delimiter: str, sample: Rows) -> Header:
    """Return the names of the columns, with units where the row below the names has them."""
    (first_number, first), *others = sample
    if delimiter == " " and others:
        first = _with_brackets(first, len(others[0][1]))
    if not _is_header(block, first_number, first, [cells for _, cells in others]):
        names, note = _names_without_header(block, delimiter, first_number, len(first))
        return Header(names, sample, (note,))
    units = _units(len(first), others)
    if units is None:
        return Header(first, others, ())
    names = [_with_unit(name, unit) for name, unit in zip(first, units, strict=True)]
    note = f"{block.origin.line} {others[0][0]} is read as the units of the columns"
    return Header(names, others[1:], (note,))


def _is_header(block: Block, line: int, first: list[str], others: list[list[str]]) -> bool:
    """Whether the first row names the columns; ValueError when it is half names, half values."""
    names, values = [], []
    for k, cell in enumerate(first):
        below = {kind(cells[k]) for cells in others if k < len(cells)}
        usual = next((each for each in VALUES if each in below), None)
        if usual and kind(cell) == usual:
            values.append(cell)
        elif usual and not is_missing(cell):
            names.append(cell)
    if names and values:
        raise ValueError(
            f"{block.place(line)}: expected names or numbers, found both: "
            f"{shorten(names[0], 40)!r} is no number, {values[0]!r} is one"
        )
    return bool(names) or not any(kind(cell) for cell in first)


def _units(width: int, rows: Rows) -> list[str] | None:
    """Return the units that the row below the names has, if all columns of numbers have one."""
    if len(rows) < 2:
        return None
    (_, first), *others = rows
    first = (first + [""] * width)[:width]
    numeric = [
        k
        for k in range(width)
        if any(k < len(cells) and kind(cells[k]) == "number" for _, cells in others)
    ]
    theirs = [first[k] for k in numeric]
    if not any(cell not in _NO_UNIT for cell in theirs) or not all(map(_may_be_unit, theirs)):
        return None
    return [cell if _may_be_unit(cell) else "" for cell in first]


def _may_be_unit(cell: str) -> bool:
    if cell in _NO_UNIT:
        return cell != ""
    is_short = len(cell) <= _LONGEST_UNIT and len(cell.split()) <= 2
    return is_short and not is_missing(cell) and kind(cell) is None


def _with_unit(name: str, unit: str) -> str:
    if unit in _NO_UNIT or _WITH_UNIT.fullmatch(name):
        return name
    bare = _BRACKETS.fullmatch(unit)
    return f"{name} [{bare[1] if bare else unit}]"


def _with_brackets(words: list[str], width: int) -> list[str]:
    """Join names with the units in brackets that follow them, if that makes ``width`` names.

    >>> _with_brackets(["t", "(s)", "h", "[m]"], 2)
    ['t (s)', 'h [m]']
    """
    joined: list[str] = []
    for word in words:
        if joined and word.startswith(("(", "[")):
            joined[-1] += f" {word}"
        else:
            joined.append(word)
    return joined if len(joined) == width else words


def _names_without_header(
    block: Block, delimiter: str, first_row: int, width: int
) -> tuple[list[str], str]:
    """Take the names from the last comment before the numbers, or else count the columns."""
    before = block.text.split("\n")[: first_row - block.first_line]
    comments = [line for line in before if line.lstrip().startswith("#") and not _SAID.match(line)]
    if comments:
        words = comments[-1].strip().lstrip("#")
        cells = [cell.strip() for cell in words.split(None if delimiter == " " else delimiter)]
        if delimiter == " ":
            cells = _with_brackets(cells, width)
        if len(cells) == width:
            return cells, "the names of the columns are read from a comment"
    note = (
        f"{block.origin.line} {first_row} holds numbers: the table has no header, "
        "columns are called 1, 2 ..."
    )
    return [str(k) for k in range(1, width + 1)], note
