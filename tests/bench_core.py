"""Time and correct digits of our line beside those of other programs: ``make bench``.

    python -m tests.bench_core build/bench.json

Times are medians of ratios to ``x.sum() + y.sum()`` within one run, on one BLAS thread. Digits are
those of slope and intercept against rational arithmetic; the lower of the two is given.
Needs requirements-bench.txt.
"""

import argparse
import json
import platform
import statistics
import timeit
import warnings
from collections.abc import Callable
from fractions import Fraction
from importlib.metadata import version
from math import isfinite, log10
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import statsmodels.api
from numpy.typing import NDArray
from scipy.stats import linregress
from sklearn.linear_model import LinearRegression
from threadpoolctl import threadpool_limits

from core.fits.line import fit_line, linear_regression

Array = NDArray[Any]
Fit = Callable[[Array, Array, Array | None], tuple[float, float]]

EVERYTHING = (
    "slope",
    "intercept",
    "rss",
    "residual_sd",
    "r_squared",
    "slope_stderr",
    "intercept_stderr",
    "slope_p_value",
)


class Data(NamedTuple):
    x: Array
    y: Array
    weights: Array | None = None


def article(x: Array, y: Array, _: None) -> tuple[float, float]:
    return linear_regression(x, y)


def ours(x: Array, y: Array, w: Array | None) -> tuple[float, float]:
    fit = fit_line(x, y, weights=w)
    return tuple(getattr(fit, name) for name in EVERYTHING)[:2]


def ours_exact(x: Array, y: Array, w: Array | None) -> tuple[float, float]:
    fit = fit_line(x, y, weights=w, exact=True)
    return fit.slope, fit.intercept


def polyfit(x: Array, y: Array, w: Array | None) -> tuple[float, float]:
    return tuple(np.polyfit(x, y, 1, w=w if w is None else np.sqrt(w)))


def lstsq(x: Array, y: Array, w: Array | None) -> tuple[float, float]:
    design = np.column_stack([x, np.ones(len(x))])
    if w is not None:
        root = np.sqrt(w)
        design, y = design * root[:, np.newaxis], y * root
    return tuple(np.linalg.lstsq(design, y)[0])


def scipy_linregress(x: Array, y: Array, _: None) -> tuple[float, float]:
    fit = linregress(x, y)
    return fit.slope, fit.intercept


def wls(x: Array, y: Array, w: Array | None) -> tuple[float, float]:
    design = np.column_stack([x, np.ones(len(x))])
    fit = statsmodels.api.WLS(y, design, weights=1.0 if w is None else w).fit()
    return tuple(fit.params)


def scikit_learn(x: Array, y: Array, w: Array | None) -> tuple[float, float]:
    fit = LinearRegression().fit(x[:, np.newaxis], y, sample_weight=w)
    return fit.coef_[0], fit.intercept_


def standard_library(x: Array, y: Array, _: None) -> tuple[float, float]:
    fit = statistics.linear_regression(x.tolist(), y.tolist())
    return fit.slope, fit.intercept


FITS: dict[str, Fit] = {
    "linear_regression": article,
    "fit_line, all statistics": ours,
    "fit_line, exact": ours_exact,
    "numpy polyfit": polyfit,
    "numpy lstsq": lstsq,
    "scipy linregress": scipy_linregress,
    "statsmodels WLS": wls,
    "scikit-learn": scikit_learn,
    "statistics": standard_library,
}
UNWEIGHTED = {"linear_regression", "scipy linregress", "statistics"}
SLOW = {"statistics": 10_000, "fit_line, exact": 10_000, "statsmodels WLS": 1_000_000}
"""Not asked for more points than this: they would take minutes or the whole memory."""


def noisy(n: int) -> Data:
    random = np.random.default_rng(2021)
    x = random.uniform(0, 10, n)
    return Data(x, 2 * x + 1 + random.normal(size=n))


def nearly_perfect(n: int) -> Data:
    x, y, _ = noisy(n)
    return Data(x, 2 * x + 1 + 1e-13 * (y - 2 * x))


def weighted(n: int) -> Data:
    x, y, _ = noisy(n)
    return Data(x, y, 1 + x)


def whole(n: int) -> Data:
    x, y, _ = noisy(n)
    return Data((1000 * x).astype(np.int64), (1000 * y).astype(np.int64))


KINDS = {
    "noisy": noisy,
    "nearly perfect": nearly_perfect,
    "weighted": weighted,
    "whole numbers": whole,
}


def hard() -> dict[str, Data]:
    x, y, _ = noisy(1000)
    heavy = np.where(np.arange(1000) == 1, 3e18, 1.0)
    return {
        "as it is": Data(x, y),
        "x + 1e6": Data(x + 1e6, y),
        "x + 1e8": Data(x + 1e8, y),
        "x + 1e10": Data(x + 1e10, y),
        "unix times": Data(1.7e9 + 60.0 * np.arange(1000), y + 1e-3 * np.arange(1000)),
        "nanoseconds": Data(1_700_000_000_123_456_789 + (1e9 * x).astype(np.int64), y),
        "span 1e-12": Data(1 + np.round(100 * x) * 2.0**-50, y),
        "1e200": Data(x * 1e200, y * 1e200),
        "1e-200": Data(x * 1e-200, y * 1e-200),
        "near perfect": nearly_perfect(1000),
        "weighted": weighted(1000),
        "heavy weight": Data(x, y, heavy),
    }


def truth(x: Array, y: Array, weights: Array | None) -> tuple[Fraction, Fraction]:
    xs, ys = ([Fraction(v) for v in values.tolist()] for values in (x, y))
    ws = [Fraction(1)] * len(xs) if weights is None else [Fraction(v) for v in weights.tolist()]
    n, sx, sy, sxx, sxy = (
        sum(w * u * v for w, u, v in zip(ws, us, vs, strict=True))
        for us, vs in (
            ([1] * len(xs), [1] * len(xs)),
            (xs, [1] * len(xs)),
            (ys, [1] * len(xs)),
            (xs, xs),
            (xs, ys),
        )
    )
    slope = (n * sxy - sx * sy) / (n * sxx - sx * sx)
    return slope, (sy - slope * sx) / n


def digits(name: str, data: Data, exact: tuple[Fraction, Fraction]) -> float | None:
    if data.weights is not None and name in UNWEIGHTED:
        return None
    try:
        values = FITS[name](*data)
    except (ValueError, ArithmeticError, np.linalg.LinAlgError):
        return 0.0
    return min(_digits(float(v), e) for v, e in zip(values, exact, strict=True))


def _digits(value: float, exact: Fraction) -> float:
    if not isfinite(value):
        return 0.0
    error = abs((Fraction(value) - exact) / exact)
    return max(0.0, min(15.9, -log10(error))) if error else 15.9


def seconds(fit: Callable[[], object]) -> float:
    timer = timeit.Timer(fit)
    number = max(1, int(0.01 / max(timer.timeit(1), 1e-7)))
    return timer.timeit(number) / number


def times(data: Data, rounds: int) -> dict[str, dict[str, float]]:
    n = len(data.x)
    fits = {
        name: fit
        for name, fit in FITS.items()
        if n <= SLOW.get(name, n) and (data.weights is None or name not in UNWEIGHTED)
    }
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in fits}
    for _ in range(rounds):
        for name, fit in fits.items():
            base = seconds(lambda: data.x.sum() + data.y.sum())
            runs[name].append((seconds(lambda fit=fit: fit(*data)), base))
    return {
        name: {
            "microseconds": statistics.median(t for t, _ in pairs) * 1e6,
            "ratio": statistics.median(t / base for t, base in pairs),
        }
        for name, pairs in runs.items()
    }


def table(title: str, columns: list[str], rows: dict[str, list[str]]) -> None:
    print(f"\n{title}\n{'':26}" + "".join(f"{c:>14}" for c in columns))
    for name, cells in rows.items():
        print(f"{name:26}" + "".join(f"{c:>14}" for c in cells))


def _cell(run: dict[str, float] | None) -> str:
    return f"{run['microseconds']:.0f} ({run['ratio']:.1f})" if run else "-"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("output", type=Path, help="where the JSON goes")
    parser.add_argument("--quick", action="store_true", help="at most 100 000 points")
    arguments = parser.parse_args()
    sizes = [10, 1000, 100_000] if arguments.quick else [10, 1000, 100_000, 10_000_000]
    with threadpool_limits(1):
        timed = {
            kind: {n: times(data(n), 3 if n > 1e6 else 5) for n in sizes}
            for kind, data in KINDS.items()
        }
    cases = {case: (data, truth(*data)) for case, data in hard().items()}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the others warn of shows in their digits
        correct = {
            name: {case: digits(name, data, exact) for case, (data, exact) in cases.items()}
            for name in FITS
        }
    for kind, by_size in timed.items():
        table(
            f"{kind}: microseconds (times x.sum() + y.sum())",
            [f"n = {n:,}" for n in sizes],
            {name: [_cell(by_size[n].get(name)) for n in sizes] for name in FITS},
        )
    table(
        "correct digits of slope and intercept, 1000 points",
        list(cases),
        {
            name: ["-" if d is None else f"{d:.1f}" for d in by_case.values()]
            for name, by_case in correct.items()
        },
    )
    programs = ("numpy", "scipy", "statsmodels", "scikit-learn")
    report = {
        "python": platform.python_version(),
        "versions": {name: version(name) for name in programs},
        "times": timed,
        "digits": correct,
    }
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
