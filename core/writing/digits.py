"""Numbers of any magnitude with the digits that are known, and no more.

>>> significant(0.57173, 3), significant(1.23456e7, 3), significant(2.5e-15, 2)
('0.572', '1.23e+07', '2.5e-15')
>>> with_error(0.72812, 0.07272), with_error(-1234.5, 67.8), with_error(3.2e-12, 4.5e-14)
(('0.728', '0.073'), ('-1234', '68'), ('3.200e-12', '4.5e-14'))
>>> quote(269.952, 0.788)
'269.95 ± 0.79'
"""

from math import floor, isfinite, log10

_DECIMALS = range(-3, 9)
_REPRODUCIBLE = 12
_LARGEST = 1e9


def significant(value: float, digits: int = 4) -> str:
    """Return ``value`` with ``digits`` significant digits, zeros at the end included."""
    if not value or not isfinite(value):
        return f"{value:g}"
    return f"{value:#.{digits}g}".replace(".e", "e").rstrip(".")


def reproducible(value: float) -> float:
    """Return ``value`` with the digits that every kind of processor agrees on.

    Logarithms, exponentials and the order of sums differ in the last of 16 digits between
    processors. A file that is compared byte by byte holds twelve.

    >>> reproducible(0.1 + 0.2), reproducible(float("inf"))
    (0.3, inf)
    """
    return float(f"{value:.{_REPRODUCIBLE}g}")


def with_error(value: float, stderr: float) -> tuple[str, str]:
    """Return a value and its standard error, both rounded to two digits of the error.

    One digit could be wrong by half of the error (0.0149 as 0.01), a third is never known. So say
    the Guide to the expression of uncertainty in measurement (JCGM 100:2008, 7.2.6) too. A value
    without an error that says anything (0, nan) has up to six digits.
    """
    if not (isfinite(value) and isfinite(stderr) and stderr > 0):
        return f"{value:.6g}", significant(stderr, 2)
    decimals = 1 - _exponent(float(f"{stderr:.1e}"))
    if decimals in _DECIMALS and abs(value) < _LARGEST:
        shown = max(decimals, 0)
        return f"{round(value, decimals) + 0.0:.{shown}f}", f"{round(stderr, decimals):.{shown}f}"
    first = max(_exponent(value), -decimals) if value else -decimals
    return f"{value:.{min(first + decimals, 16)}e}", f"{stderr:.1e}"


def quote(value: float, stderr: float) -> str:
    """Return ``with_error`` as one text, for tables, pictures and sentences."""
    return " ± ".join(with_error(value, stderr))


def _exponent(value: float) -> int:
    return floor(log10(abs(value)))
