"""Which two columns of a table are x and y: those that were named, or the only two of numbers."""

import re
from collections.abc import Collection

from core.tables.layout import Layout
from core.writing.text import one_line, shorten


def choose_columns(
    name: str,
    layout: Layout,
    x: str | None,
    y: str | None,
    *,
    beside: Collection[int] = (),
) -> tuple[tuple[int, int], str | None]:
    """Return the indices of x and y, and a note when columns were passed over.

    ``beside`` are columns that have another meaning.
    """
    given = [None if wanted is None else find_column(name, layout, wanted) for wanted in (x, y)]
    if len(layout.names) == 2:
        free = [0, 1]
    else:
        free = [k for k, numeric in enumerate(layout.numeric) if numeric]
    free = [k for k in free if k not in given and k not in beside]
    needed = given.count(None)
    if needed and len(free) != needed:
        raise ValueError(
            f"{name} has {len(layout.names)} columns: name the two for x and y; "
            f"there are {_listed(layout)}"
        )
    i, j = (free.pop(0) if k is None else k for k in given)
    if i == j:
        raise ValueError(f"{name}: x and y are both column {layout.names[i]!r}")
    note = None
    if needed and len(layout.names) > 2:
        note = f"of {len(layout.names)} columns, x is {layout.names[i]!r}, y is {layout.names[j]!r}"
    return (i, j), note


def find_column(name: str, layout: Layout, wanted: str) -> int:
    """Return the one column called ``wanted``: exactly, or without unit and case."""
    exact = [k for k, column in enumerate(layout.names) if column == one_line(wanted)]
    loose = [k for k, column in enumerate(layout.names) if _bare(column) == _bare(wanted)]
    found = exact or loose
    if len(found) == 1:
        return found[0]
    problem = "several columns" if found else "no column"
    raise ValueError(f"{name} has {problem} {shorten(wanted, 40)!r}: there are {_listed(layout)}")


def _bare(column: str) -> str:
    """Return a header without its unit: ``Distance [Mpc]`` and ``distance`` are one name."""
    return re.sub(r"\s*[\[(][^\])]*[\])]\s*$", "", one_line(column)).casefold()


def _listed(layout: Layout) -> str:
    shown = [repr(shorten(column, 40)) for column in layout.names[:12]]
    more = len(layout.names) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
