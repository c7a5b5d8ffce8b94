"""Tables as people have them, as files: years, dates, clocks, workbooks, slips of the pen."""

from collections.abc import Iterable

import numpy as np

from tests.core.tables.text.workbooks import xlsx

rng = np.random.default_rng(2026)


def _text(header: str, *columns: Iterable[object], mark: str = ",") -> bytes:
    rows = (mark.join(map(str, row)) for row in zip(*columns, strict=True))
    return "\n".join([header, *rows]).encode()


def _rounded(values: np.ndarray, digits: int = 2) -> list[str]:
    return [f"{value:.{digits}f}" for value in values]


def _german(values: np.ndarray) -> list[str]:
    return [f"{value:,.2f}".translate(str.maketrans(",.", ".,")) for value in values]


YEARS, MINUTES, MONTHS = np.arange(1880, 2025), np.arange(240), np.arange(36)
DAYS = [f"2023-{1 + k // 28:02}-{1 + k % 28:02}" for k in range(0, 330, 3)]
DEPTHS = np.arange(0.0, 90, 5).tolist()
HOMEWORK = 100 * rng.beta(6, 1.2, 400)
KM = rng.gamma(2, 20, 20_000)
FARES = 3.5 + 2.1 * KM + (rng.random(KM.size) < 0.002) * rng.exponential(800, KM.size)
WEIGHT = rng.uniform(1.5, 4.8, 32)

USERS_TABLES = {
    "temperature.csv": _text(
        "year,anomaly [°C]", YEARS, _rounded(0.006 * (YEARS - 1950) + 0.1 * rng.normal(size=145))
    ),
    "river.csv": _text("date,level (m)", DAYS, _rounded(3 + np.sin(np.arange(len(DAYS)) / 19))),
    "sensor.csv": _text(
        "timestamp,temperature (°C)",
        1_700_000_000 + 60 * MINUTES,
        _rounded(21 + MINUTES / 250 + 0.3 * rng.normal(size=240)),
    ),
    "umsatz.csv": _text(
        "Datum;Umsatz (€)",
        [f"01.{1 + k % 12:02}.{2021 + k // 12}" for k in MONTHS],
        _german(52_000 + 900 * MONTHS + 5000 * rng.normal(size=36)),
        mark=";",
    ),
    "dive.xlsx": xlsx(
        {"run": [["depth [m]", "pressure [bar]"], *([d, 1 + 0.0981 * d] for d in DEPTHS)]}
    ),
    "scores.csv": _text(
        "homework (%),exam (%)",
        _rounded(HOMEWORK, 0),
        _rounded(np.minimum(100, 0.7 * HOMEWORK + 25 + 8 * rng.normal(size=400)), 0),
    ),
    "taxi.csv": _text("distance (km),fare (€)", _rounded(KM), _rounded(FARES)),
    "village.csv": _text(
        "year,population of the village counted on 1 January",
        np.arange(2000, 2024),
        _rounded(1204 + 3 * rng.normal(size=24), 0),
    ),
    "cars.csv": _text(
        "weight (1000 lb),miles per gallon",
        _rounded(WEIGHT),
        _rounded(40 - 6 * WEIGHT + 2 * rng.normal(size=32), 1),
    ),
    "slip.csv": _text(
        "minute,pressure (hPa)",
        np.arange(60),
        _rounded(np.where(np.arange(60) == 20, 940, 12 + np.arange(60) / 20)),
    ),
    "visits.csv": _text(
        "time,visitors",
        [f"{k // 4:02}:{15 * (k % 4):02}" for k in range(96)],
        _rounded(30 + np.arange(96) + 9 * rng.normal(size=96), 0),
    ),
    "three.csv": _text("dose,response", [1, 2, 4], [2.1, 2.9, 5.2]),
}
