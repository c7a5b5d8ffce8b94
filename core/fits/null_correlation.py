"""What r does when there is nothing to find: its distribution for unrelated x and y.

With n unrelated points, one variable normal, r has on (-1, 1) the density
(1 - r^2)^((n - 4) / 2) / B(1/2, (n - 2) / 2). The two-sided p-value of
`core.fits.correlation` is the area beyond -|r| and |r| (R. A. Fisher, Biometrika 10 (1915),
507-521).
"""

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import beta

from core.numerics.validation import FloatArray


def null_density(r: ArrayLike, n: int) -> FloatArray:
    """Return the density of the correlation of ``n`` unrelated points at each ``r``; n >= 4.

    >>> null_density([-1, 0, 0.5], 6)
    array([0.    , 0.75  , 0.5625])
    """
    if n < 4:
        raise ValueError(f"n is {n}: the density is bounded from 4 points on")
    values = np.asarray(r, dtype=np.float64)
    if np.any(np.abs(values) > 1):
        raise ValueError("a correlation lies between -1 and 1")
    density: FloatArray = (1 - values**2) ** ((n - 4) / 2) / beta(0.5, (n - 2) / 2)
    return density
