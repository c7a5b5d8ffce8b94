r"""How a text table is written: what separates its columns, what they are called, where rows start.

>>> import io
>>> from core.tables.rows import text_blocks
>>> [block] = text_blocks(io.BytesIO(b"# title: Free fall\nt [s];h [m]\n0,1;4,95\n"), "fall.csv")
>>> layout = find_layout(block)
>>> layout.delimiter, layout.names, layout.first_row, layout.said
(';', ('t [s]', 'h [m]'), 3, {'title': 'Free fall'})
>>> decimal_mark(block, layout, (0, 1))
(',', None)
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from core.tables.cell import is_missing, is_number, may_be_thousands
from core.tables.rows import Block, rows
from core.writing.text import one_line, shorten

_DELIMITERS = {"\t": "tab", ";": "semicolon", ",": "comma"}
_SAMPLE_ROWS = 100
_SAID = re.compile(r"\s*#\s*(title|source)\s*:\s*(.*)", re.IGNORECASE)


@dataclass(frozen=True)
class Layout:
    """The columns of a table.

    ``numeric[k]`` says that column k holds numbers, ``said`` is what comments say about title
    and source, and rows start at line ``first_row``.
    """

    delimiter: str
    names: tuple[str, ...]
    numeric: tuple[bool, ...]
    first_row: int
    said: dict[str, str]
    notes: tuple[str, ...] = ()

    @property
    def is_numbered(self) -> bool:
        """Whether the columns have numbers for want of names; a header never looks so."""
        return self.names == tuple(str(k) for k in range(1, len(self.names) + 1))

    @property
    def delimiter_name(self) -> str:
        """The word for the delimiter."""
        return _DELIMITERS[self.delimiter]


def find_layout(block: Block) -> Layout:
    """Read the layout off the first block of a table; ValueError when there is none to be seen."""
    delimiter = _find_delimiter(block)
    sample = list(islice(rows(block, delimiter), _SAMPLE_ROWS))
    (first_number, first), *others = sample
    if _is_header(block.name, first_number, first, [cells for _, cells in others]):
        names, notes = first, list[str]()
        body = others
    else:
        names, notes = _names_without_header(block, delimiter, first_number, len(first))
        body = sample
    if not body:
        raise ValueError(f"{block.name} has a header and no rows")
    columns = list(zip(*(_padded(cells, len(names)) for _, cells in body), strict=True))
    return Layout(
        delimiter=delimiter,
        names=tuple(one_line(name) or f"column {k}" for k, name in enumerate(names, 1)),
        numeric=tuple(_is_numeric(column) for column in columns),
        first_row=body[0][0],
        said=_said(block),
        notes=tuple(notes),
    )


def decimal_mark(block: Block, layout: Layout, columns: Sequence[int]) -> tuple[str, str | None]:
    """Return the decimal mark of the numbers in ``columns``, and a note when it needs saying.

    ValueError when it cannot be told from the cells whether ``1,234`` is about one or a thousand.
    """
    commas, points = [], []
    for line, cells in _body(block, layout):
        for k in columns:
            if k < len(cells) and is_number(cells[k]):
                if "," in cells[k]:
                    commas.append((line, cells[k]))
                elif "." in cells[k]:
                    points.append((line, cells[k]))
    if not commas:
        return ".", None
    (line, comma), where = commas[0], f"{block.name}, line {commas[0][0]}"
    if points:
        raise ValueError(
            f"{where}: {comma!r} has a comma and {points[0][1]!r} in line {points[0][0]} has a "
            "point: expected one decimal mark and no thousands separators"
        )
    if not all(may_be_thousands(cell) for _, cell in commas):
        return ",", None
    if layout.delimiter != ";":
        raise ValueError(
            f"{where}: {comma!r} may be {comma.replace(',', '.')} or {comma.replace(',', '')}: "
            "expected numbers with a decimal point and without thousands separators"
        )
    return ",", f"commas are read as decimal commas: {comma} is {comma.replace(',', '.')}"


def _body(block: Block, layout: Layout) -> Iterator[tuple[int, list[str]]]:
    return (
        (line, cells) for line, cells in rows(block, layout.delimiter) if line >= layout.first_row
    )


def _find_delimiter(block: Block) -> str:
    """Return the delimiter that cuts the sample into equal rows, numbers among them."""
    first = next(block.lines(), None)
    if first is None:
        raise ValueError(f"{block.name} is empty: expected a header and rows of numbers")
    found = {}
    for delimiter in _DELIMITERS:
        sample = _cut(block, delimiter)
        if sample:
            equal = len({len(cells) for cells in sample}) == 1
            body = sample[1:] or sample
            numbers = sum(is_number(cell) for cells in body for cell in cells) / len(body)
            found[delimiter] = (len(sample[0]) > 1, equal, numbers >= 2)
    if not any(several for several, _, _ in found.values()):
        raise ValueError(
            f"{block.name}, line {first[0]}: expected two columns or more, separated by "
            f"comma, semicolon or tab, found one: {shorten(first[1], 40)!r}"
        )
    # max takes the first of equals: a tab or a semicolon is there on purpose, a comma may not be
    return max(found, key=lambda delimiter: found[delimiter])


def _cut(block: Block, delimiter: str) -> list[list[str]]:
    """Return the first rows as this delimiter cuts them, up to a quote that makes no sense."""
    sample = []
    with suppress(ValueError):
        for _, cells in islice(rows(block, delimiter), _SAMPLE_ROWS):
            sample.append(cells)
    return sample


def _is_header(name: str, line: int, first: list[str], others: list[list[str]]) -> bool:
    """Whether the first row names the columns; ValueError when it is half names, half numbers."""
    below = [
        any(k < len(cells) and is_number(cells[k]) for cells in others) for k in range(len(first))
    ]
    names = [
        c for c, b in zip(first, below, strict=True) if b and not is_number(c) and not is_missing(c)
    ]
    numbers = [c for c, b in zip(first, below, strict=True) if b and is_number(c)]
    if names and numbers:
        raise ValueError(
            f"{name}, line {line}: expected names or numbers, found both: "
            f"{shorten(names[0], 40)!r} is no number, {numbers[0]!r} is one"
        )
    return bool(names) or not any(is_number(cell) for cell in first)


def _names_without_header(
    block: Block, delimiter: str, first_row: int, width: int
) -> tuple[list[str], list[str]]:
    """Take the names from the last comment before the numbers, or else count the columns."""
    before = block.text.split("\n")[: first_row - block.first_line]
    comments = [line for line in before if line.lstrip().startswith("#") and not _SAID.match(line)]
    if comments:
        cells = [cell.strip() for cell in comments[-1].strip().lstrip("#").split(delimiter)]
        if len(cells) == width:
            return cells, ["the names of the columns are read from a comment"]
    note = f"line {first_row} holds numbers: the table has no header, columns are called 1, 2 ..."
    return [str(k) for k in range(1, width + 1)], [note]


def _said(block: Block) -> dict[str, str]:
    matches = (_SAID.match(line) for line in block.text.split("\n"))
    return {match[1].lower(): one_line(match[2]) for match in matches if match}


def _padded(cells: list[str], width: int) -> list[str]:
    return (cells + [""] * width)[:width]


def _is_numeric(column: tuple[str, ...]) -> bool:
    """Whether half the values are numbers: a slip of the pen is to be found, not passed over."""
    values = [cell for cell in column if not is_missing(cell)]
    return bool(values) and 2 * sum(map(is_number, values)) >= len(values)
