"""The derivatives of a curve with respect to its parameters.

Where the curve can be computed with complex parameters, they come from complex steps, exact to
rounding: f(p + i h) = f(p) + i h f'(p) + O(h^2), and nothing cancels, however small h is
(J. N. Lyness & C. B. Moler, SIAM Journal on Numerical Analysis 4 (1967)). Elsewhere they come from
central differences, good to ten digits.

>>> one = np.array([1.0])
>>> derivative = derivatives(np.exp, one, np.exp(one), one)
>>> derivative(np.array([2.0])) == np.exp(2)
array([[ True]])
"""

import warnings
from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.numerics.validation import FloatArray

Curve: TypeAlias = Callable[[NDArray[Any]], Any]
"""Parameters, shape (k,), real or complex, to values, shape (n,)."""
Derivative: TypeAlias = Callable[[FloatArray], FloatArray]
"""Parameters, shape (k,), to derivatives, shape (n, k)."""

_IMAGINARY = 1e-30
_FORWARD, _CENTRAL = 1.5e-8, 6e-6
"""Steps that balance rounding with the next term of the series, relative to the parameter."""
_VISIBLE = 1e-14
MANY = 10_000
"""More points than these leave no meaning to the last digits, and complex functions are slow."""


def derivatives(curve: Curve, p: FloatArray, values: FloatArray, start: FloatArray) -> Derivative:
    """Return the best derivatives that the curve, with ``values`` at ``p``, allows near there.

    A curve with abs or with maximum may compute with complex numbers and not differentiate: a
    rough difference tells, one parameter at a time.
    """
    partial = [_partial(curve, p, values, j, start) for j in range(len(p))]

    def derivative(q: FloatArray) -> FloatArray:
        J = np.stack([one(q) for one in partial]).T  # a column at a time, as it is read
        return np.where(np.isfinite(J), J, 0.0)  # a curve that overflows there tells nothing

    return derivative


def _partial(
    curve: Curve, p: FloatArray, values: FloatArray, j: int, start: FloatArray
) -> Derivative:
    size, rough = _difference(curve, p, values, j, start)
    if len(values) > MANY:
        return lambda q: _central(curve, q, j, size)
    try:
        exact = _complex(curve, p, j, size)
    except Exception:  # it was written for real numbers, and may say so in any way
        return lambda q: _central(curve, q, j, size)
    if np.abs(exact - rough).max() <= 1e-3 * np.abs(rough).max():
        return lambda q: _complex(curve, q, j, size)
    return lambda q: _central(curve, q, j, size)


def _difference(
    curve: Curve, p: FloatArray, values: FloatArray, j: int, start: FloatArray
) -> tuple[float, FloatArray]:
    """Return the size of a parameter and a rough derivative.

    A parameter so near 0 that a small share of it moves nothing is as large as its start, or 1.
    """
    size, change, step = 1.0, np.zeros_like(values), 1.0
    for size in (abs(p[j]), abs(start[j]), 1.0):
        q, step = _moved(p, j, _FORWARD * size)
        if step:
            change = np.asarray(curve(q)) - values
            if np.abs(change).max() > _VISIBLE * np.abs(values).max():
                break
    return float(size), change / (step or 1.0)


def _complex(curve: Curve, p: FloatArray, j: int, size: float) -> FloatArray:
    step = _IMAGINARY * size
    q = p.astype(np.complex128)
    q[j] += 1j * step
    with warnings.catch_warnings():
        warnings.simplefilter("error", np.exceptions.ComplexWarning)
        return np.asarray(np.imag(curve(q)) / step)


def _central(curve: Curve, p: FloatArray, j: int, size: float) -> FloatArray:
    above, up = _moved(p, j, _CENTRAL * size)
    below, down = _moved(p, j, -_CENTRAL * size)
    return np.asarray((np.asarray(curve(above)) - np.asarray(curve(below))) / (up - down))


def _moved(p: FloatArray, j: int, step: float) -> tuple[FloatArray, float]:
    """Return p with one parameter moved by a step, and how far it moved in fact."""
    q = p.copy()
    q[j] += step
    return q, float(q[j] - p[j])
