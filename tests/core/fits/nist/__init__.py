"""Data and certified results of the NIST Statistical Reference Datasets for regression.

NIST StRD, https://www.itl.nist.gov/div898/strd/, a work of the United States government and free
to use. One CSV per problem: y, then x or x1, x2 ...
"""

import json
from pathlib import Path

import numpy as np

_HERE = Path(__file__).parent


def problems(family):
    """Return the problems of a family, "linear" or "nonlinear", with y (n,) and x (n, k)."""
    found = json.loads((_HERE / f"{family}.json").read_text())
    for name, problem in found.items():
        table = np.loadtxt(_HERE / f"{name}.csv", delimiter=",", skiprows=1, ndmin=2)
        problem["y"], problem["x"] = table[:, 0], table[:, 1:]
    return found
