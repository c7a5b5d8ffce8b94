"""Read the CSV of an attenuation lab: thickness with its unit, counts, times, background.

The first line that is not a comment names the columns, with units:

- ``thickness_mm``, ``thickness_cm`` or ``thickness_g_cm2`` (mass per area of lead);
- ``counts`` and ``live_time_s`` (or ``time_s``), or ``rate_cps`` alone. A rate without a time
  has no counting statistics: only the article's recipe can fit it;
- optional ``kind``: ``absorber`` or ``background``. A row whose thickness is the word
  ``background`` is a run without source too. Several background runs are added.

Columns are separated by commas, or by semicolons or tabs; then decimals may have a comma.
Comment lines start with ``#``; ``# title: ...``, ``# source: ...`` and ``# dead_time_s: 4e-6``
are read. Other columns are ignored. Every error names the file and the line.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NoReturn

import numpy as np
from numpy.typing import NDArray

from core.attenuation.counting import Counting, counting
from core.attenuation.fit import AttenuationFit, Method, fit_attenuation
from core.photons.lead import DENSITY_G_CM3

MM_PER_UNIT = {
    "thickness_mm": 1.0,
    "thickness_cm": 10.0,
    "thickness_g_cm2": 10.0 / DENSITY_G_CM3,
}
TIME_COLUMNS = ("live_time_s", "time_s")
SETTINGS = ("title", "source", "dead_time_s")
BACKGROUND = "background"


@dataclass(frozen=True)
class Lab:
    """One attenuation measurement as read.

    `counts_known` is False when the file gives rates only; then `counts` holds the rates.
    `reconstructed` is True when a comment of the file says that it is not a measurement.
    """

    thickness_mm: NDArray[np.float64]
    counts: NDArray[np.float64]
    live_time_s: NDArray[np.float64]
    background: tuple[float, float] | None
    dead_time_s: float = 0.0
    counts_known: bool = True
    reconstructed: bool = False
    title: str = ""
    source: str = ""

    @property
    def counting(self) -> Counting:
        """The measurement as rates and errors, corrected for dead time."""
        return counting(
            self.thickness_mm, self.counts, self.live_time_s, self.background, self.dead_time_s
        )

    @property
    def rate(self) -> NDArray[np.float64]:
        """Counts per second, background included, corrected for dead time."""
        return self.counting.rate

    @property
    def rate_stderr(self) -> NDArray[np.float64] | None:
        """Standard error of the rate from counting; None when counts are not known."""
        return self.counting.rate_stderr if self.counts_known else None

    def fit(self, method: Method = "article") -> AttenuationFit:
        """Fit the measurement; see `core.attenuation.fit.fit_attenuation`."""
        if method != "article" and not self.counts_known:
            raise ValueError(
                f"the method {method!r} needs counts and live_time_s: rates alone do not tell "
                "their errors"
            )
        return fit_attenuation(
            self.thickness_mm,
            self.counts,
            self.live_time_s,
            background=self.background,
            method=method,
            dead_time_s=self.dead_time_s,
        )

    def fit_to_show(self) -> AttenuationFit:
        """Fit by the article's recipe, or by Poisson where its rule leaves too few points."""
        try:
            return self.fit("article")
        except ValueError:
            if not self.counts_known:
                raise
            return self.fit("poisson")


@dataclass
class _Rows:
    """What the rows of a file have given so far."""

    thickness_mm: list[float] = field(default_factory=list)
    counts: list[float] = field(default_factory=list)
    time_s: list[float] = field(default_factory=list)
    background: list[tuple[float, float]] = field(default_factory=list)


def read_lab(path: Path | str, background: Path | str | None = None) -> Lab:
    """Read a lab file; `background` names a second file whose rows are runs without source."""
    lab = _Reader(Path(path)).read()
    if not len(lab.thickness_mm):
        raise ValueError(f"{path}: no row with an absorber; a fit needs at least three")
    if background is None:
        return lab
    runs = _Reader(Path(background), only_background=True).read().background
    return replace(lab, background=runs)


class _Reader:
    """One pass through one file, which always knows the line it is at."""

    def __init__(self, path: Path, *, only_background: bool = False) -> None:
        self.path = path
        self.only_background = only_background
        self.line = 0
        self.settings: dict[str, str] = {}
        self.reconstructed = False
        self.delimiter = ","

    def read(self) -> Lab:
        rows = _Rows()
        with self.path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            lines = self._without_comments(file)
            first = next(lines, "")
            self.delimiter = next((mark for mark in ";\t" if mark in first), ",")
            header = [name.strip() for name in first.split(self.delimiter) if first]
            self._check_header(header)
            for cells in csv.reader(lines, delimiter=self.delimiter):
                self._take(dict(self._pairs(header, cells)), rows)
        runs = rows.background
        return Lab(
            thickness_mm=np.array(rows.thickness_mm),
            counts=np.array(rows.counts),
            live_time_s=np.array(rows.time_s),
            background=(sum(n for n, _ in runs), sum(t for _, t in runs)) if runs else None,
            dead_time_s=self._number(self.settings, "dead_time_s", least=0.0, default=0.0),
            counts_known="counts" in header,
            reconstructed=self.reconstructed,
            title=self.settings.get("title", ""),
            source=self.settings.get("source", ""),
        )

    def _without_comments(self, file: Iterator[str]) -> Iterator[str]:
        for self.line, text in enumerate(file, start=1):
            if text.startswith("#"):
                self.reconstructed |= "reconstructed" in text.lower()
                key, _, value = text[1:].partition(":")
                if key.strip() in SETTINGS:
                    self.settings[key.strip()] = value.strip()
            elif text.strip(" \t\r\n,;"):
                yield text

    def _check_header(self, header: list[str]) -> None:
        if not header:
            self._fail("the file has no rows: the first must name the columns")
        for name in header:
            if name and header.count(name) > 1:
                self._fail(f"two columns are called {name}")
        if not self.only_background:
            self._check_thickness(header)
        if "counts" in header and not self._time_column(header):
            self._fail("counts need their time: add a column live_time_s")
        if "counts" not in header and "rate_cps" not in header:
            self._fail(
                "no column counts (with live_time_s) and no column rate_cps; "
                f"the columns are {', '.join(header)}; separate them by commas"
            )

    def _check_thickness(self, header: list[str]) -> None:
        with_unit = [name for name in header if name in MM_PER_UNIT]
        choices = ", ".join(MM_PER_UNIT)
        if len(with_unit) > 1:
            self._fail(f"more than one thickness: {', '.join(with_unit)}; keep one")
        if not with_unit:
            vague = [name for name in header if name.startswith("thickness")]
            problem = f"the unit of {vague[0]!r} is not known" if vague else "no thickness column"
            self._fail(f"{problem}: call it one of {choices}; the columns are {', '.join(header)}")

    def _pairs(self, header: list[str], cells: list[str]) -> Iterator[tuple[str, str]]:
        if len(cells) != len(header):
            self._fail(
                f"{len(cells)} values for {len(header)} columns ({', '.join(header)}); "
                "a comma separates columns, decimals have a point"
            )
        return zip(header, (cell.strip() for cell in cells), strict=True)

    def _take(self, row: dict[str, str], rows: _Rows) -> None:
        counts, time = self._counts_and_time(row)
        unit = next((name for name in row if name in MM_PER_UNIT), "")
        kind = row.get("kind", "").lower() or "absorber"
        if self.only_background or BACKGROUND in (kind, row.get(unit, "").lower()):
            rows.background.append((counts, time))
            return
        if kind != "absorber":
            self._fail(f"kind is {row['kind']!r}: write absorber or background")
        thickness = self._number(row, unit, least=0.0) * MM_PER_UNIT[unit]
        if rows.thickness_mm and thickness < rows.thickness_mm[-1]:
            self._fail(f"{unit} decreases to {row[unit]}: sort the rows from thin to thick")
        rows.thickness_mm.append(thickness)
        rows.counts.append(counts)
        rows.time_s.append(time)

    def _counts_and_time(self, row: dict[str, str]) -> tuple[float, float]:
        if "counts" not in row:
            return self._number(row, "rate_cps", least=0.0), 1.0
        column = self._time_column(list(row))
        time = self._number(row, column, least=0.0)
        if time == 0:
            self._fail(f"{column} is zero: a rate needs a time above 0 s")
        return self._number(row, "counts", least=0.0), time

    def _time_column(self, header: list[str]) -> str:
        return next((name for name in TIME_COLUMNS if name in header), "")

    def _number(
        self, row: dict[str, str], name: str, *, least: float, default: float | None = None
    ) -> float:
        text = row.get(name, "")
        if not text and default is not None:
            return default
        try:
            # Where commas do not separate columns, they may separate decimals.
            value = float(text if self.delimiter == "," else text.replace(",", "."))
        except ValueError:
            self._fail(f"{name} is {text!r}, not a number" if text else f"{name} is missing")
        if not np.isfinite(value):
            self._fail(f"{name} is {text}, not a finite number")
        if value < least:
            self._fail(f"{name} is negative ({text})")
        return value

    def _fail(self, what: str) -> NoReturn:
        raise ValueError(f"{self.path.name} line {self.line}: {what}") from None
