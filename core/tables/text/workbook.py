"""A sheet of a workbook (.xlsx, .xlsb, .xls, .ods) as lines of text, one for each of its rows.

The lines are read as those of every other table: what is careful there is careful here. Numbers
have all their digits, dates are written as ISO 8601 writes them, times and durations as h:mm:ss.
"""

import csv
import datetime
import io
from collections.abc import Iterator, Sequence
from itertools import islice

from core.writing.text import one_line, shorten

DELIMITER = "\t"
_BEGINNINGS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_ROWS_AT_A_TIME = 4096
_ZERO = datetime.timedelta()


def is_workbook(beginning: bytes) -> bool:
    """Whether a file that begins so is a workbook, if it is none of the archives that look so."""
    return beginning.startswith(_BEGINNINGS)


def sheet_lines(
    content: bytes, name: str, sheet: str | None
) -> tuple[str, str | None, Iterator[str]]:
    """Return the name of a sheet, a note if there are others, and its rows as lines of text.

    ``sheet`` is a name, or a number from 1; without it, it is the first sheet with anything in
    it. The lines come many at a time. ValueError when there is no such sheet or no workbook.
    """
    # a table of text needs none of this
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415

    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = workbook.sheet_names
        chosen = _chosen(name, names, sheet)
        filled = [k for k in range(len(names)) if workbook.get_sheet_by_index(k).height]
        at = (filled or [0])[0] if chosen is None else chosen
        found = workbook.get_sheet_by_index(at)
    except CalamineError as error:
        raise ValueError(
            f"{name} begins as a workbook does, and none can be read from it "
            f"({one_line(str(error))}): give the table that is in it, or save the sheet as CSV"
        ) from None
    note = None
    if chosen is None and len(filled) > 1:
        others = ", ".join(repr(shorten(names[k], 40)) for k in filled if k != at)
        note = f"the sheet {names[at]!r} is read, not {others}"
    return one_line(names[at]), note, _lines(found.iter_rows())


def _chosen(name: str, names: list[str], sheet: str | None) -> int | None:
    if sheet is None:
        return None
    if sheet in names:
        return names.index(sheet)
    if sheet.isdecimal() and 1 <= int(sheet) <= len(names):
        return int(sheet) - 1
    there = ", ".join(repr(shorten(each, 40)) for each in names)
    raise ValueError(f"{name} has no sheet {shorten(sheet, 40)!r}: there are {there}")


def _lines(rows: Iterator[Sequence[object]]) -> Iterator[str]:
    """Yield a line for each row from the first of the sheet, be it empty or not."""
    while some := list(islice(rows, _ROWS_AT_A_TIME)):
        text = io.StringIO()
        writer = csv.writer(text, delimiter=DELIMITER, lineterminator="\n")
        writer.writerows([_cell(value) for value in row] for row in some)
        yield text.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, str):
        return " ".join(value.split())  # a line for a row
    if isinstance(value, datetime.datetime):
        day, time = value.date().isoformat(), value.time()
        return day if time == datetime.time() else f"{day} {time.isoformat()}"
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return _duration(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _duration(value: datetime.timedelta) -> str:
    """Return hours, which may be more than 24, minutes and seconds.

    >>> _duration(datetime.timedelta(days=1, minutes=5, seconds=0.5))
    '24:05:00.500000'
    """
    sign, size = ("-", -value) if value < _ZERO else ("", value)
    seconds, rest = divmod(size, datetime.timedelta(seconds=1))
    fraction = f".{rest.microseconds:06}" if rest else ""
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}{fraction}"
