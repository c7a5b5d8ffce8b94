"""How two misses make up what the two ways between the lines leave over, in words and numbers."""

from scenes.visuals.space.projection import Points
from scenes.visuals.writing.numerals import MINUS


def sides(missed: Points) -> list[str]:
    """Return by how much each flat lies above its line or below, for residuals (n,)."""
    return [f"{abs(miss):.0f} {'above' if miss > 0 else 'below'}" for miss in missed]


def balance(missed: Points) -> str:
    """Return the residual of the first less that of the other, written out with its result."""
    one, other = (float(miss) for miss in missed)
    sign = MINUS if other > 0 else "+"
    equal = "=" if round(one) - round(other) == round(one - other) else "≈"
    return f"{one:.0f} {sign} {abs(other):.0f} {equal} {one - other:.0f}".replace("-", MINUS)
