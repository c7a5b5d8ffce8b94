"""The normal equations of a line, with the article's letters: the derivation, not the engine.

Where the residual epsilon(a, b) = sum (a x + b - y)^2 is least, both of its derivatives are 0:

    A a + B b = C        A = sum x^2,  B = sum x,  C = sum x y
    B a + N b = D        D = sum y,    N = the number of points

Sums about 0 lose their digits when the data lie far from 0: of sixteen they keep four or five with
x near 1e6 and none with x near 1e8. To fit a line use `core.fits.line`.
"""

from dataclasses import dataclass

from numpy.typing import ArrayLike

from core.numerics.validation import point_vectors


@dataclass(frozen=True)
class NormalEquations:
    """The five sums over the points (x, y) and what the closed form makes of them."""

    A: float
    B: float
    C: float
    D: float
    N: int

    @classmethod
    def of(cls, x: ArrayLike, y: ArrayLike) -> "NormalEquations":
        """Return the sums over the points (x, y), each of shape (n,).

        >>> NormalEquations.of([0, 1, 2], [1, 3, 5])
        NormalEquations(A=5.0, B=3.0, C=13.0, D=9.0, N=3)
        """
        u, v = point_vectors(x, y)
        return cls(float(u @ u), float(u.sum()), float(u @ v), float(v.sum()), u.size)

    @property
    def determinant(self) -> float:
        """B B - A N, the denominator of both formulas; never above 0."""
        return self.B * self.B - self.A * self.N

    @property
    def slope_numerator(self) -> float:
        """B D - C N."""
        return self.B * self.D - self.C * self.N

    @property
    def intercept_numerator(self) -> float:
        """B C - D A."""
        return self.B * self.C - self.D * self.A

    def solve(self) -> tuple[float, float]:
        """Return the slope a and the intercept b of the least-squares line.

        >>> NormalEquations.of([0, 1, 2], [1, 3, 5]).solve()
        (2.0, 1.0)
        """
        if self.determinant == 0:
            raise ValueError(
                f"B B = A N for {self.N} points: all x are equal and the slope is not defined"
            )
        return self.slope_numerator / self.determinant, self.intercept_numerator / self.determinant
