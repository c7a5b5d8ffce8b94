"""Which two columns of a table are x and y: those that were named, or the only two of values."""

import re
from collections.abc import Collection

from core.tables.layout.layout import Layout
from core.writing.text import one_line, shorten


def choose_columns(
    name: str,
    layout: Layout,
    x: str | int | None,
    y: str | int | None,
    *,
    beside: Collection[int] = (),
) -> tuple[tuple[int, int], str | None]:
    """Return the indices of x and y, and a note when columns were passed over or change places.

    Columns that are called x and y are those. ``beside`` are columns that have another meaning.
    """
    if x is None and y is None and (called := _called_x_and_y(layout, beside)):
        return called, _note(layout, *called)
    given = [None if wanted is None else find_column(name, layout, wanted) for wanted in (x, y)]
    needed = given.count(None)
    taken = {*given, *beside}
    free = _free(layout, [k for k in range(len(layout.names)) if k not in taken], needed)
    if needed and len(free) != needed:
        raise ValueError(
            f"{name} has {len(layout.names)} columns: name the two for x and y; "
            f"there are {_listed(layout)}"
        )
    i, j = (free.pop(0) if k is None else k for k in given)
    if i == j:
        raise ValueError(f"{name}: x and y are both column {layout.names[i]!r}")
    if needed == 2 and layout.kinds[j] == "date" and layout.kinds[i] != "date":
        i, j = j, i
    return (i, j), _note(layout, i, j) if needed else None


def _called_x_and_y(layout: Layout, beside: Collection[int]) -> tuple[int, int] | None:
    """Return the columns of values whose names are x and y, if there is one of each."""
    names = [_bare(name) for name in layout.names]
    if names.count("x") != 1 or names.count("y") != 1:
        return None
    i, j = names.index("x"), names.index("y")
    is_value = all(layout.kinds[k] is not None and k not in beside for k in (i, j))
    return (i, j) if is_value else None


def _note(layout: Layout, i: int, j: int) -> str | None:
    """Say which columns are x and y, where others would have been possible or expected."""
    if len(layout.names) == 2 and i < j:
        return None
    of = f"of {len(layout.names)} columns, " if len(layout.names) > 2 else ""
    return f"{of}x is {layout.names[i]!r}, y is {layout.names[j]!r}"


def _free(layout: Layout, untaken: list[int], needed: int) -> list[int]:
    """Return the columns that may be x or y: of numbers, and of dates where those do not do."""
    if len(layout.names) == 2:
        return untaken
    numbers = [k for k in untaken if layout.kinds[k] == "number"]
    values = [k for k in untaken if layout.kinds[k] is not None]
    return numbers if len(numbers) == needed else values


def find_column(name: str, layout: Layout, column: str | int) -> int:
    """Return the one column called ``column``: exactly, or without unit and case, or by number.

    Columns count from 1. A name that is a number comes first.
    """
    wanted = str(column)
    exact = [k for k, there in enumerate(layout.names) if there == one_line(wanted)]
    loose = [k for k, there in enumerate(layout.names) if _bare(there) == _bare(wanted)]
    found = exact or loose
    if not found and wanted.isdecimal() and 1 <= int(wanted) <= len(layout.names):
        return int(wanted) - 1
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
