"""Numbers that count seconds since 1970, as computers do: dates, where their column says so.

>>> seconds("timestamp", np.array([1.7e12, 1.70000006e12])).tolist()
[1700000000.0, 1700000060.0]
>>> seconds("mass", np.array([1.7e9])) is None
True
"""

import re

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_SAYS_SO = re.compile(r"\b(unix|epoch|posix)|timestamp", re.IGNORECASE)
# From September 2001 to the end of the century; and the units that are in use.
_FIRST, _LAST = 1e9, 4.1e9
_IN_A_SECOND = (1.0, 1e3, 1e6, 1e9)


def seconds(name: str, values: Floats) -> Floats | None:
    """Return the seconds since 1970, NaN where a value is missing; None where it is no time."""
    known = values[~np.isnan(values)]
    if not known.size or not _SAYS_SO.search(name):
        return None
    low, high = float(known.min()), float(known.max())
    for unit in _IN_A_SECOND:
        if _FIRST * unit <= low and high <= _LAST * unit:
            return values / unit
    return None
