"""The table of an attenuation lab: thickness with its unit, counts, times, background.

The first row names the columns, in small or capital letters:

- ``thickness_mm``, ``thickness_cm`` or ``thickness_g_cm2`` (mass per area of lead);
- ``counts`` and ``live_time_s`` (or ``time_s``), or ``rate_cps`` alone. A rate without a time
  has no counting statistics: only the article's recipe can fit it;
- optional ``kind``: ``absorber`` or ``background``. A row whose thickness is the word
  ``background`` is a run without source too. Several background runs are added.

Other columns are ignored. Comment lines start with ``#``; ``# title: ...``, ``# source: ...`` and
``# dead_time_s: 4e-6`` are read, and the word "reconstructed" says that this is no measurement.
Separators, decimal marks and the like are those of every table (`core.tables`).
"""

from dataclasses import replace
from math import isnan
from pathlib import Path

import numpy as np

from core.attenuation.lab import Lab
from core.photons.lead import MM_PER_G_CM2
from core.tables.cells.numerals import Numerals
from core.tables.records import Record, Records, cell_number, read_records

MM_PER_UNIT = {"thickness_mm": 1.0, "thickness_cm": 10.0, "thickness_g_cm2": MM_PER_G_CM2}
# What lies outside was not measured with lead: it is a slip in the unit or in the exponent.
THICKNESS_MM = (1e-6, 1e5)
SECONDS = (1e-9, 1e12)
MOST_COUNTS = 1e18

COUNTS, RATE, KIND = "counts", "rate_cps", "kind"
TIMES = ("live_time_s", "time_s")
DEAD_TIME = "dead_time_s"
ABSORBER, BACKGROUND = "absorber", "background"

Run = tuple[float, float]


def read_lab(
    path: Path | str, background: Path | str | None = None, sheet: str | None = None
) -> Lab:
    """Read a lab; `background` names a second table, all of whose rows are runs without source;
    `sheet` the sheet of the lab, if it is a workbook.

    ValueError names file, line and column of what cannot be meant; OSError when there is no file.
    """
    table = _read(path, sheet)
    unit = _thickness_column(table)
    _require_counts(table)
    absorbers: list[Record] = []
    runs: list[Record] = []
    for row in table.rows:
        (runs if _is_background(row, unit) else absorbers).append(row)
    if not absorbers:
        raise ValueError(f"{table.name}: no row with an absorber; a fit needs at least three")
    counted = [_counts_and_time(row) for row in absorbers]
    said = _settings(table)
    lab = Lab(
        thickness_mm=np.array(_ascending(absorbers, unit)),
        counts=np.array([counts for counts, _ in counted]),
        live_time_s=np.array([time for _, time in counted]),
        background=_sum([_counts_and_time(row) for row in runs]),
        dead_time_s=_dead_time(table, said),
        counts_known=COUNTS in table.columns,
        reconstructed=any("reconstructed" in comment.lower() for comment in table.comments),
        title=said.get("title", ""),
        source=said.get("source", ""),
        notes=table.notes,
    )
    return lab if background is None else replace(lab, background=_read_background(background))


def _read(path: Path | str, sheet: str | None = None) -> Records:
    return read_records(path, {*MM_PER_UNIT, COUNTS, RATE, *TIMES}, sheet)


def _read_background(path: Path | str) -> Run | None:
    table = _read(path)
    _require_counts(table)
    return _sum([_counts_and_time(row) for row in table.rows])


def _sum(runs: list[Run]) -> Run | None:
    return (sum(n for n, _ in runs), sum(t for _, t in runs)) if runs else None


def _thickness_column(table: Records) -> str:
    with_unit = [key for key in table.columns if key in MM_PER_UNIT]
    if len(with_unit) == 1:
        return with_unit[0]
    if with_unit:
        raise _wrong(table, f"more than one thickness: {', '.join(with_unit)}; keep one")
    vague = [name for key, name in table.columns.items() if key.startswith("thickness")]
    problem = f"the unit of {vague[0]!r} is not known" if vague else "no thickness column"
    raise _wrong(table, f"{problem}: call it one of {', '.join(MM_PER_UNIT)}")


def _require_counts(table: Records) -> None:
    if COUNTS in table.columns and not any(key in table.columns for key in TIMES):
        raise _wrong(table, "counts need their time: add a column live_time_s")
    if COUNTS not in table.columns and RATE not in table.columns:
        raise _wrong(table, "no column counts (with live_time_s) and no column rate_cps")


def _wrong(table: Records, problem: str) -> ValueError:
    there = ", ".join(table.columns.values())
    return ValueError(f"{table.name}: {problem}; the columns are {there}")


def _is_background(row: Record, unit: str) -> bool:
    kind = row.cells.get(KIND, "").lower() or ABSORBER
    if kind not in (ABSORBER, BACKGROUND):
        raise ValueError(f"{row.place}: kind is {row.cells[KIND]!r}: write absorber or background")
    return BACKGROUND in (kind, row.cells[unit].lower())


def _ascending(rows: list[Record], unit: str) -> list[float]:
    """Return the thicknesses in mm; ValueError where one is smaller than the one before."""
    thinnest, thickest = THICKNESS_MM
    thicknesses: list[float] = []
    for row in rows:
        thickness = _amount(row, unit) * MM_PER_UNIT[unit]
        if thickness and not thinnest <= thickness <= thickest:
            raise _slip(row, unit)
        if thicknesses and thickness < thicknesses[-1]:
            raise ValueError(
                f"{row.place}: {unit} decreases to {row.cells[unit]}: "
                "sort the rows from thin to thick"
            )
        thicknesses.append(thickness)
    return thicknesses


def _counts_and_time(row: Record) -> Run:
    key = COUNTS if COUNTS in row.cells else RATE
    counts = _amount(row, key)
    if counts > MOST_COUNTS:
        raise _slip(row, key)
    return counts, _time(row) if key == COUNTS else 1.0


def _time(row: Record) -> float:
    key = next(key for key in TIMES if key in row.cells)
    time = _amount(row, key)
    if time == 0:
        raise ValueError(f"{row.place}: {key} is zero: a rate needs a time above 0 s")
    if not SECONDS[0] <= time <= SECONDS[1]:
        raise _slip(row, key)
    return time


def _amount(row: Record, key: str) -> float:
    """Return a number that is there and not below 0."""
    value = row.number(key)
    if isnan(value):
        raise ValueError(f"{row.place}: {key} is missing")
    if value < 0:
        raise ValueError(f"{row.place}: {key} is negative ({row.cells[key]})")
    return value


def _slip(row: Record, key: str) -> ValueError:
    return ValueError(f"{row.place}: {key} is {row.cells[key]}: check unit and exponent")


def _settings(table: Records) -> dict[str, str]:
    pairs = (comment.partition(":") for comment in table.comments)
    return {key.strip().lower(): value.strip() for key, colon, value in pairs if colon}


def _dead_time(table: Records, said: dict[str, str]) -> float:
    if not (text := said.get(DEAD_TIME, "")):
        return 0.0
    # a comment is written by hand: with the decimal mark of the table, or with a point
    value = cell_number(f"{table.name}, a comment", DEAD_TIME, text.replace(",", "."), Numerals())
    if not value >= 0:
        raise ValueError(f"{table.name}, a comment: {DEAD_TIME} is {text}: give 0 or more seconds")
    return value
