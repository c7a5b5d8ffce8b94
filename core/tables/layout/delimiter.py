"""What separates the columns of a table."""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from core.tables.cells.kind import kind
from core.tables.text.rows import Block, rows
from core.writing.text import shorten

# max takes the first of equals: a tab or a semicolon is there on purpose, a comma may not be
DELIMITERS = {"\t": "tab", ";": "semicolon", "|": "bar", ",": "comma", " ": "spaces"}
SAMPLE_ROWS = 100


@dataclass(frozen=True, order=True)
class _Fit:
    """How well a delimiter cuts the sample, most important first.

    Into several cells, into as many in each row, into two values or more in most rows, and into
    nothing but values.
    """

    several: bool
    equal: bool
    values: bool
    nothing_else: bool


def find_delimiter(block: Block) -> str:
    """Return the delimiter that cuts the sample into equal rows, numbers or dates among them.

    ValueError when none cuts anything.
    """
    if block.origin.delimiter:
        return block.origin.delimiter
    first = next(block.lines(), None)
    if first is None:
        raise ValueError(f"{block.name} is empty: expected a header and rows of numbers")
    fits = {
        delimiter: _fit(sample, delimiter)
        for delimiter in DELIMITERS
        if (sample := sample_rows(block, delimiter))
    }
    best = max(fits, key=lambda delimiter: fits[delimiter], default=",")
    if not fits or not fits[best].several:
        raise ValueError(
            f"{block.place(first[0])}: expected two columns or more, separated by comma, "
            f"semicolon, tab, bar or spaces, found one: {shorten(first[1], 40)!r}"
        )
    return best


def sample_rows(block: Block, delimiter: str) -> list[tuple[int, list[str]]]:
    """Return the first rows as this delimiter cuts them, up to a quote that makes no sense."""
    sample = []
    with suppress(ValueError):
        for row in islice(rows(block, delimiter), SAMPLE_ROWS):
            sample.append(row)
    return sample


def title_rows(cut: Sequence[list[str]], delimiter: str) -> int:
    """Return how many rows at the top are a title: words above a row of names, not cut like it.

    Words in one cell; where spaces separate columns, in another number of cells than the rest.
    """
    if delimiter == " ":
        width = _usual_width(cut)
        count = next(k for k, cells in enumerate(cut) if len(cells) == width)
    else:
        filled = (sum(bool(cell) for cell in cells) for cells in cut)
        count = next((k for k, cells in enumerate(filled) if cells > 1), 0)
    # a row of names, and one at least below it
    has_names = len(cut) > count + 1 and not any(kind(cell) for cell in cut[count])
    words = all(kind(cell) is None for cells in cut[:count] for cell in cells)
    return count if has_names and words else 0


def _usual_width(cut: Sequence[list[str]]) -> int:
    return Counter(map(len, cut)).most_common(1)[0][0]


def _fit(sample: list[tuple[int, list[str]]], delimiter: str) -> _Fit:
    cut = [cells for _, cells in sample]
    table = cut[title_rows(cut, delimiter) :]
    width = _usual_width(table)
    count = sum(len(cells) == width for cells in table)
    body = table[1:] or table
    values = [sum(kind(cell) is not None for cell in cells) for cells in body]
    fit = _Fit(
        several=len(table[0]) > 1,
        equal=count == len(table),
        values=2 * sum(count >= 2 for count in values) > len(body),
        nothing_else=sum(values) == sum(bool(cell) for cells in body for cell in cells),
    )
    # words have spaces between them in every file
    if delimiter == " " and not (width > 1 and 2 * count > len(table) and fit.values):
        return _Fit(False, False, False, False)
    return fit
