"""A number as numbers.json holds it: its value, the text that quotes it, its unit."""

from math import isfinite
from typing import TypeAlias

from core.writing.digits import reproducible, significant, with_error

Number: TypeAlias = dict[str, float | str | None]


def number(value: float, quoted: str, unit: str = "") -> Number:
    """Return ``value``, None where it is not defined, and what the text says for it."""
    known = reproducible(value) if isfinite(value) else None
    return {"value": known, "quoted": quoted, "unit": unit}


def rounded(value: float, unit: str = "", digits: int = 4) -> Number:
    """Return a number with ``digits`` significant digits."""
    return number(value, significant(value, digits), unit)


def fixed(value: float, decimals: int, unit: str = "") -> Number:
    """Return a number with so many decimals."""
    return number(value, f"{round(value, decimals) + 0.0:.{decimals}f}", unit)


def measured(name: str, value: float, stderr: float, unit: str = "") -> dict[str, Number]:
    """Return a number and its standard error, NAME_stderr, with the digits the error leaves."""
    quoted, error = with_error(value, stderr)
    return {name: number(value, quoted, unit), f"{name}_stderr": number(stderr, error, unit)}
