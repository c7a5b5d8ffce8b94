"""Points about a line, for tests of fits."""

import numpy as np


def cloud(n, seed=0):
    random = np.random.default_rng(seed)
    x = random.normal(size=n)
    return x, 2 * x + 1 + random.normal(size=n)


FAR = 2.0**43
"""About 1e13, where x of spread 1 has nine bits left; these x are whole multiples of them."""
