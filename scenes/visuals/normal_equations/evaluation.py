"""The closed form with the numbers of one table put in, and the line that comes out."""

from core.fits.normal_equations import NormalEquations
from core.palette import Theme
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.typeset import formula

SIZE = 40


def slope_row(sums: NormalEquations, theme: Theme) -> Formula:
    """Return a as a quotient and as a number, with the parts above, below and value."""
    quotient = _quotient("an", sums.slope_numerator, sums.determinant)
    return formula(_row("slope", "a", quotient, sums.solve()[0]), colour=theme.ink, size=SIZE)


def intercept_row(sums: NormalEquations, theme: Theme) -> Formula:
    """Return b as a quotient and as a number, with the parts above, below and value."""
    quotient = _quotient("bn", sums.intercept_numerator, sums.determinant)
    return formula(_row("intercept", "b", quotient, sums.solve()[1]), colour=theme.ink, size=SIZE)


def equation(sums: NormalEquations, theme: Theme) -> Formula:
    """Return y = a x + b, with the parts a and b."""
    a, b = sums.solve()
    sign = "+" if b >= 0 else "-"
    slope = f"{{{{slope({written(a)}) : a}}}}"
    intercept = f"{{{{intercept({written(abs(b))}) : b}}}}"
    return formula(f"y = {slope} thin x {sign} {intercept}", colour=theme.ink, size=SIZE)


def smallest(epsilon: float, theme: Theme) -> Formula:
    """Return epsilon = its value."""
    return formula(f"epsilon = {written(epsilon)}", colour=theme.ink, size=SIZE)


def written(value: float) -> str:
    """Return ``value`` as Typst mathematics with five significant digits.

    >>> written(-1234567.0), written(0.5)
    ('-1.2346 times 10^(6)', '0.50000')
    """
    digits, _, exponent = f"{value:#.5g}".partition("e")
    return f"{digits} times 10^({int(exponent)})" if exponent else digits.rstrip(".")


def _quotient(term: str, above: float, below: float) -> str:
    return f"{{{{ {term}({written(above)}) : above}}}}/{{{{ ad({written(below)}) : below}}}}"


def _row(name: str, letter: str, quotient: str, value: float) -> str:
    return f"{name}({letter}) = {quotient} = {{{{ {name}({written(value)}) : value}}}}"
