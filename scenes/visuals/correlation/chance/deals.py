"""What r does when there is nothing to find: the heights are dealt out anew, again and again."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.fits.correlation import pearson_test
from scenes.visuals.plot.curve import Values

MANY = 1000
# The year of Galton's "co-relations". By this seed as many deals are as far out as expected.
SEED = 1888


@dataclass(frozen=True)
class Deals:
    """Points whose heights are dealt out to their places; the correlation after each deal.

    A row of ``order`` tells for each height at whose place it then stands.
    """

    x: Values
    y: Values
    order: NDArray[np.intp]
    r: Values
    ours: float

    @classmethod
    def at_random(cls, x: Values, y: Values, count: int = MANY) -> Self:
        """Deal ``count`` times with a fixed seed."""
        rng = np.random.default_rng(SEED)
        return cls._of(x, y, np.array([np.argsort(rng.permutation(y.size)) for _ in range(count)]))

    @classmethod
    def of_the_lone_place(cls, x: Values, y: Values, lone: int) -> Self:
        """Let each height in turn stand at the place ``lone``, from the lowest to the highest.

        Where all other places are the same one, these are all the deals there are.
        """
        rising = np.argsort(y)
        order = np.tile(np.arange(y.size), (y.size, 1))
        for row, height in zip(order, rising, strict=True):
            row[[lone, height]] = row[[height, lone]]
        return cls._of(x, y, order)

    @classmethod
    def _of(cls, x: Values, y: Values, order: NDArray[np.intp]) -> Self:
        r = np.array([pearson_test(x[one], y).r for one in order])
        return cls(x, y, order, r, pearson_test(x, y).r)

    @property
    def beyond(self) -> NDArray[np.bool_]:
        """Tell which deals are at least as far from 0 as the points themselves."""
        far: NDArray[np.bool_] = np.abs(self.r) >= abs(self.ours)
        return far

    @property
    def share(self) -> str:
        """Write which share those are, in as many digits as so many deals can tell."""
        return f"{self.beyond.mean():.{len(str(self.r.size - 1))}f}"

    @property
    def how_many_come(self) -> str:
        """Say how many of the deals those are: "None of 1000 come", "Only 1 of 1000 comes"."""
        beyond, all_of_them = int(self.beyond.sum()), self.r.size
        if beyond == 0:
            return f"None of {all_of_them} come"
        few = "Only " if beyond < all_of_them / 10 else ""
        return f"{few}{self.how_many} {'comes' if beyond == 1 else 'come'}"

    @property
    def how_many(self) -> str:
        """Say how many of the deals those are: "2 of 1000"."""
        return f"{int(self.beyond.sum())} of {self.r.size}"

    @property
    def ends_of_column(self) -> tuple[int, int]:
        """Return which points are the highest and the lowest one over the commonest x."""
        values, counts = np.unique(self.x, return_counts=True)
        inside = np.flatnonzero(self.x == values[np.argmax(counts)])
        rising = inside[np.argsort(self.y[inside])]
        return int(rising[-1]), int(rising[0])

    def heights(self, deal: int) -> Values:
        """Return which height stands at each place after a deal."""
        heights = np.empty_like(self.y)
        heights[self.order[deal]] = self.y
        return heights

    def places(self, deal: int) -> Values:
        """Return where each height stands after a deal; -1 is before the first one."""
        return self.x if deal < 0 else self.x[self.order[deal]]
