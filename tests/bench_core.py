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

import numpy as np
import statsmodels.api
from numpy.typing import NDArray
from scipy.stats import linregress
from sklearn.linear_model import LinearRegression
from threadpoolctl import threadpool_limits

from core.fits.line import fit_line, linear_regression

Array = NDArray[np.float64]
Fit = Callable[[Array, Array], tuple[float, float]]

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


def ours(x: Array, y: Array) -> tuple[float, float]:
    fit = fit_line(x, y)
    return tuple(getattr(fit, name) for name in EVERYTHING)[:2]


def ours_exact(x: Array, y: Array) -> tuple[float, float]:
    fit = fit_line(x, y, exact=True)
    return fit.slope, fit.intercept


def polyfit(x: Array, y: Array) -> tuple[float, float]:
    return tuple(np.polyfit(x, y, 1))


def lstsq(x: Array, y: Array) -> tuple[float, float]:
    return tuple(np.linalg.lstsq(np.column_stack([x, np.ones(len(x))]), y)[0])


def scipy_linregress(x: Array, y: Array) -> tuple[float, float]:
    fit = linregress(x, y)
    return fit.slope, fit.intercept


def ols(x: Array, y: Array) -> tuple[float, float]:
    fit = statsmodels.api.OLS(y, np.column_stack([x, np.ones(len(x))])).fit()
    return tuple(fit.params)


def scikit_learn(x: Array, y: Array) -> tuple[float, float]:
    fit = LinearRegression().fit(x[:, np.newaxis], y)
    return fit.coef_[0], fit.intercept_


def standard_library(x: Array, y: Array) -> tuple[float, float]:
    fit = statistics.linear_regression(x.tolist(), y.tolist())
    return fit.slope, fit.intercept


FITS: dict[str, Fit] = {
    "linear_regression": linear_regression,
    "fit_line, all statistics": ours,
    "fit_line, exact": ours_exact,
    "numpy polyfit": polyfit,
    "numpy lstsq": lstsq,
    "scipy linregress": scipy_linregress,
    "statsmodels OLS": ols,
    "scikit-learn": scikit_learn,
    "statistics": standard_library,
}
SLOW = {"statistics": 10_000, "fit_line, exact": 10_000, "statsmodels OLS": 1_000_000}
"""Not asked for more points than this: they would take minutes or the whole memory."""


def data(n: int) -> tuple[Array, Array]:
    random = np.random.default_rng(2021)
    x = random.uniform(0, 10, n)
    return x, 2 * x + 1 + random.normal(size=n)


def hard() -> dict[str, tuple[Array, Array]]:
    x, y = data(1000)
    return {
        "as it is": (x, y),
        "x + 1e6": (x + 1e6, y),
        "x + 1e8": (x + 1e8, y),
        "x + 1e10": (x + 1e10, y),
        "unix times": (1.7e9 + 60.0 * np.arange(1000), y + 1e-3 * np.arange(1000)),
        "span 1e-12": (1 + np.round(100 * x) * 2.0**-50, y),
        "1e200": (x * 1e200, y * 1e200),
        "1e-200": (x * 1e-200, y * 1e-200),
        "near perfect": (x, 2 * x + 1 + 1e-13 * (y - 2 * x)),
    }


def truth(x: Array, y: Array) -> tuple[Fraction, Fraction]:
    xs, ys = ([Fraction(v) for v in values.tolist()] for values in (x, y))
    n, sx, sy = len(xs), sum(xs), sum(ys)
    sxx, sxy = sum(v * v for v in xs), sum(v * w for v, w in zip(xs, ys, strict=True))
    slope = (n * sxy - sx * sy) / (n * sxx - sx * sx)
    return slope, (sy - slope * sx) / n


def digits(fit: Fit, x: Array, y: Array, exact: tuple[Fraction, Fraction]) -> float:
    try:
        values = fit(x, y)
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


def times(n: int, rounds: int) -> dict[str, dict[str, float]]:
    x, y = data(n)
    fits = {name: fit for name, fit in FITS.items() if n <= SLOW.get(name, n)}
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in fits}
    for _ in range(rounds):
        for name, fit in fits.items():
            base = seconds(lambda: x.sum() + y.sum())
            runs[name].append((seconds(lambda fit=fit: fit(x, y)), base))
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("output", type=Path, help="where the JSON goes")
    parser.add_argument("--quick", action="store_true", help="at most 100 000 points")
    arguments = parser.parse_args()
    sizes = [10, 1000, 100_000] if arguments.quick else [10, 1000, 100_000, 10_000_000]
    with threadpool_limits(1):
        timed = {n: times(n, 3 if n > 1e6 else 5) for n in sizes}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the others warn of shows in their digits
        correct = {
            name: {case: digits(fit, x, y, truth(x, y)) for case, (x, y) in hard().items()}
            for name, fit in FITS.items()
        }
    table(
        "microseconds (times x.sum() + y.sum())",
        [f"n = {n:,}" for n in sizes],
        {
            name: [
                f"{timed[n][name]['microseconds']:.0f} ({timed[n][name]['ratio']:.1f})"
                if name in timed[n]
                else "-"
                for n in sizes
            ]
            for name in FITS
        },
    )
    table(
        "correct digits of slope and intercept, 1000 points",
        list(hard()),
        {name: [f"{d:.1f}" for d in cases.values()] for name, cases in correct.items()},
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
