r"""How a text table is written: what separates its columns, what they are called, where rows start.

>>> import io
>>> from core.tables.text.rows import text_blocks
>>> [block] = text_blocks(io.BytesIO(b"# title: Free fall\nt [s];h [m]\n0,1;4,95\n"), "fall.csv")
>>> layout = find_layout(block)
>>> layout.delimiter, layout.names, layout.first_row, layout.said
(';', ('t [s]', 'h [m]'), 3, {'title': 'Free fall'})
"""

import re
from dataclasses import dataclass
from itertools import islice

from core.tables.cells.kind import VALUES, Kind, kind
from core.tables.cells.number import is_missing
from core.tables.layout.delimiter import (
    DELIMITERS,
    SAMPLE_ROWS,
    find_delimiter,
    sample_rows,
    title_rows,
)
from core.tables.layout.header import find_header
from core.tables.text.rows import Block, rows
from core.writing.text import one_line

_SAID = re.compile(r"\s*#\s*(title|source)\s*:\s*(.*)", re.IGNORECASE)


@dataclass(frozen=True)
class Layout:
    """The columns of a table.

    ``kinds[k]`` says whether column k holds numbers, dates or times, ``said`` is what comments say
    about title and source, and rows start at line ``first_row``.
    """

    delimiter: str
    names: tuple[str, ...]
    kinds: tuple[Kind, ...]
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
        return DELIMITERS[self.delimiter]


def find_layout(block: Block) -> Layout:
    """Read the layout off the first block of a table; ValueError when there is none to be seen."""
    delimiter = find_delimiter(block)
    sample = sample_rows(block, delimiter)
    above = title_rows([cells for _, cells in sample], delimiter)
    title, table = sample[:above], sample[above:]
    header = find_header(block, delimiter, table)
    if not header.body:
        # the sample ends silently at a quote that never closes: then that is what is wrong
        list(islice(rows(block, delimiter), SAMPLE_ROWS))
        raise ValueError(f"{block.name} has a header and no rows")
    said = _said(block)
    notes = list(header.notes)
    if title:
        said.setdefault("title", one_line(" ".join(filter(None, title[0][1]))))
        notes.insert(0, f"{block.origin.line} {title[0][0]} is read as the title of the table")
    columns = zip(*(_padded(cells, len(header.names)) for _, cells in header.body), strict=True)
    return Layout(
        delimiter=delimiter,
        names=tuple(one_line(name) or f"column {k}" for k, name in enumerate(header.names, 1)),
        kinds=tuple(_kind_of_column(column) for column in columns),
        first_row=header.body[0][0],
        said=said,
        notes=tuple(notes),
    )


def _said(block: Block) -> dict[str, str]:
    matches = (_SAID.match(line) for line in block.text.split("\n"))
    return {match[1].lower(): one_line(match[2]) for match in matches if match}


def _padded(cells: list[str], width: int) -> list[str]:
    return (cells + [""] * width)[:width]


def _kind_of_column(column: tuple[str, ...]) -> Kind:
    """Return what half the values are: a slip of the pen is to be found, not passed over."""
    found = [kind(cell) for cell in column if not is_missing(cell)]
    return next((each for each in VALUES if found and 2 * found.count(each) >= len(found)), None)
