"""The five sums of the normal equations, adding up while a pass goes over the points."""

import numpy as np
from numpy.typing import ArrayLike

from core.fits.normal_equations import NormalEquations
from scenes.visuals.writing.fixed_format import FixedFormat

DEFINITIONS = {
    letter: f"inline(sum) {term}"
    for letter, term in {"A": "x^2", "B": "x", "C": "x y", "D": "y", "N": "1"}.items()
}
# Enough digits that whoever puts the sums into the formulas gets the line that is shown.
PARTS = 70_000


class RunningSums:
    """What the sums are after each point, in the order of x, and how they are written."""

    def __init__(self, x: ArrayLike, y: ArrayLike) -> None:
        self.x, self.y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        order = np.argsort(self.x, kind="stable")
        u, v = self.x[order], self.y[order]
        self._ordered = u
        self.after = [NormalEquations.of(u[:k], v[:k]) for k in range(u.size + 1)]
        self.total = self.after[-1]
        self.layouts = {letter: self._layout(letter) for letter in DEFINITIONS}

    def at(self, x: float) -> NormalEquations:
        """Return the sums over the points that are not to the right of ``x``."""
        return self.after[int(np.searchsorted(self._ordered, x, side="right"))]

    def written(self, letter: str) -> str:
        """Return the whole sum as it stands in a formula."""
        value = float(getattr(self.total, letter))
        number = self.layouts[letter].write(value).strip().replace("×10^", " times 10^")
        return f"({number})" if value < 0 else number

    def _layout(self, letter: str) -> FixedFormat:
        values = [float(getattr(sums, letter)) for sums in self.after]
        steps = self.total.N if letter == "N" else PARTS
        fixed = FixedFormat.for_range(min(values), max(values), steps=int(steps))
        return FixedFormat(fixed.decimals, fixed.exponent, 1, signed=False)
