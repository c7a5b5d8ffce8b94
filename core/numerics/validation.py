"""What every fit accepts as data, and what it says when it cannot.

Accepted: sequences and arrays of real numbers (integer, boolean or floating), finite, of one
length. Everything else is refused here, in one place, so that no fit returns a number computed
from something the caller did not mean.

>>> vector([1, 2, 3], "x")
array([1., 2., 3.])
>>> vector([1.0, float("nan")], "x")
Traceback (most recent call last):
ValueError: x contains NaN at index 1 (1 of 2): remove or replace it first
"""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray: TypeAlias = NDArray[np.float64]
RealArray: TypeAlias = NDArray[Any]

_TO_NUMBERS = "convert it to numbers, for example with np.asarray({name}, dtype=float)"
_REFUSED = {
    "O": ("Python objects", _TO_NUMBERS),
    "S": ("text", _TO_NUMBERS),
    "U": ("text", _TO_NUMBERS),
    "T": ("text", _TO_NUMBERS),
    "c": ("complex numbers", "pass {name}.real, {name}.imag or abs({name})"),
    "M": ("dates", "convert it, for example ({name} - {name}[0]) / np.timedelta64(1, 's')"),
    "m": ("time differences", "convert it, for example {name} / np.timedelta64(1, 's')"),
    "V": ("records", "pass one of its columns"),
}


def real_array(value: ArrayLike, name: str, ndim: int | None = 1) -> RealArray:
    """Return ``value`` as an array of real numbers, not yet checked for NaN; of ``ndim`` axes."""
    if isinstance(value, np.ma.MaskedArray) and np.ma.is_masked(value):
        masked = np.count_nonzero(np.ma.getmaskarray(value))
        raise ValueError(
            f"{name} has {masked} masked values of {value.size}: "
            "choose the points yourself, with one mask for every array"
        )
    try:
        array = np.asarray(value)
    except ValueError as ragged:
        raise ValueError(f"{name} is not a plain array: its rows differ in length") from ragged
    kind = array.dtype.kind
    if kind in _REFUSED and array.size:
        what, hint = _REFUSED[kind]
        raise TypeError(f"{name} holds {what} ({array.dtype}): {hint.format(name=name)}")
    if ndim is not None and array.ndim != ndim:
        hint = f"pass one number per point, for example {name}.ravel()"
        if ndim == 2:
            hint = "pass one row per point and one column per variable"
        elif array.ndim == 0:
            hint = "pass a sequence"
        raise ValueError(f"{name} has shape {array.shape}, expected {ndim} axes: {hint}")
    return array


def require_finite(array: RealArray, name: str) -> None:
    """Raise ValueError that says where the first NaN or infinity stands and how many there are."""
    finite = np.isfinite(array)
    if finite.all():
        return
    where = np.argwhere(~finite)
    first = tuple(int(i) for i in where[0])
    what = "NaN" if np.isnan(array[first]) else "infinity"
    place = f"index {first[0]}" if array.ndim == 1 else f"row {first[0]}, column {first[1]}"
    raise ValueError(
        f"{name} contains {what} at {place} ({len(where)} of {array.size}): "
        "remove or replace it first"
    )


def vector(value: ArrayLike, name: str) -> FloatArray:
    """Return ``value`` as finite float64 numbers, shape (n,)."""
    array = real_array(value, name).astype(np.float64)
    require_finite(array, name)
    return array


def point_vectors(x: ArrayLike, y: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Return ``x`` and ``y`` as finite float64 numbers of one length, both of shape (n,)."""
    xs, ys = vector(x, "x"), vector(y, "y")
    require_same_points(x=x, y=y)
    return xs, ys


def numbers(value: ArrayLike, name: str) -> FloatArray:
    """Return ``value`` as float64 numbers of any shape, for places at which a fit is evaluated."""
    return real_array(value, name, ndim=None).astype(np.float64)


def matrix(value: ArrayLike, name: str) -> FloatArray:
    """Return ``value`` as finite float64 numbers, shape (n, k)."""
    array = real_array(value, name, ndim=2).astype(np.float64)
    require_finite(array, name)
    return array


def require_same_points(**named: Any) -> None:
    """Raise ValueError unless all values have one length and, where they carry labels, one index.

    Labels are those of a pandas Series or DataFrame: arithmetic there goes by label, a fit goes
    by position, and the two disagree silently when the indices differ.
    """
    lengths = {name: len(value) for name, value in named.items()}
    first = next(iter(lengths))
    for name, length in lengths.items():
        if length != lengths[first]:
            raise ValueError(
                f"{first} and {name} differ in length ({lengths[first]} and {length}): "
                "every point needs both"
            )
    labelled = [name for name, value in named.items() if hasattr(value, "iloc")]
    for name in labelled[1:]:
        if not named[name].index.equals(named[labelled[0]].index):
            raise ValueError(
                f"{labelled[0]} and {name} have different indices: align them first, or pass "
                "arrays with .to_numpy() if they already match by position"
            )


def require_points(n: int, least: int, what: str) -> None:
    """Raise ValueError when ``n`` points are fewer than ``what`` needs."""
    if n == 0:
        raise ValueError(f"there are no points: {what} needs at least {least}")
    if n < least:
        few = "1 point is" if n == 1 else f"{n} points are"
        raise ValueError(f"{few} too few: {what} needs at least {least}")


def weight_vector(weights: ArrayLike, **points: Any) -> FloatArray:
    """Return the weights of named ``points`` as finite float64 numbers of 0 or more, shape (n,)."""
    array = vector(weights, "weights")
    require_same_points(**points, weights=weights)
    _require_none_negative(array)
    return array


def used_weights(weights: ArrayLike, **points: Any) -> tuple[FloatArray, NDArray[np.bool_]]:
    """Return the weights of those ``points`` that count, and which they are.

    ValueError as in `weight_vector`, and when none counts.
    """
    array = weight_vector(weights, **points)
    require_weights(array)
    used = array > 0
    return array[used], used


def require_weights(weights: FloatArray) -> None:
    """Raise ValueError unless the weights are 0 or more and not all 0."""
    _require_none_negative(weights)
    if len(weights) and not weights.any():
        raise ValueError("all weights are 0: nothing is left to fit")


def _require_none_negative(weights: FloatArray) -> None:
    if len(weights) and weights.min() < 0:
        negative = weights < 0
        raise ValueError(
            f"weights contains a negative value at index {int(np.argmax(negative))} "
            f"({np.count_nonzero(negative)} of {len(weights)}): a weight is 1 / variance"
        )


def require_level(level: float) -> None:
    """Raise ValueError unless a confidence level lies between 0 and 1."""
    if not 0 < level < 1:
        raise ValueError(f"level is {level}: a confidence level lies between 0 and 1, as in 0.95")
