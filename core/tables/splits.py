"""Points for a line, with the columns of words that may split them into groups."""

from dataclasses import dataclass
from pathlib import Path

from core.tables.cells.number import is_missing
from core.tables.columns import choose_columns
from core.tables.complete import Complete
from core.tables.dataset import Dataset, dataset_of
from core.tables.layout.layout import Layout, find_layout
from core.tables.layout.readings import find_readings
from core.tables.line_points import require_line
from core.tables.table import Wanted, read_rows
from core.tables.text.rows import Block, open_table, rows
from core.tables.words import Words

MOST_GROUPS = 12
LEAST_IN_GROUP = 3


@dataclass(frozen=True, eq=False)
class SplitPoints:
    """Points, and by the name of a column the group of each of them ("" where it has none)."""

    points: Dataset
    groups: dict[str, tuple[str, ...]]


def read_split_points(
    path: str | Path, x: str | None = None, y: str | None = None, sheet: str | None = None
) -> SplitPoints:
    """Read what `read_line_points` reads, and every column of few words that come again."""
    with open_table(path, sheet) as (first, blocks):
        layout = find_layout(first)
        columns, choice = choose_columns(first.name, layout, x, y)
        readings, marks = find_readings(first, layout, columns)
        texts = _columns_of_groups(first, layout, columns)
        parts = read_rows(blocks, layout, Wanted(columns, readings, texts))
        found = Complete.of(parts, numbers=2, texts=len(texts))
    points = dataset_of(Words(first.origin, layout, columns, readings), found, (choice, *marks))
    require_line(points, path)
    groups = {
        layout.names[k]: tuple("" if is_missing(name) else name for name in names)
        for k, names in zip(texts, found.texts, strict=True)
        if len(set(names)) <= MOST_GROUPS
    }
    return SplitPoints(points, groups)


def _columns_of_groups(block: Block, layout: Layout, taken: tuple[int, int]) -> tuple[int, ...]:
    """Return the columns of words that have few different ones in the first rows."""
    free = [k for k, kind in enumerate(layout.kinds) if kind is None and k not in taken]
    if not free:
        return ()
    different: dict[int, set[str]] = {k: set() for k in free}
    count = 0
    for line, cells in rows(block, layout.delimiter):
        if line >= layout.first_row:
            count += 1
            for k in free:
                different[k].add(cells[k] if k < len(cells) else "")
    most = min(MOST_GROUPS, count // LEAST_IN_GROUP)
    return tuple(k for k in free if 2 <= len(different[k]) <= most)
