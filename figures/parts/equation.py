r"""The equation of a fitted line with its uncertainties, as mathematics and as words.

>>> from core.fits.scaled_line import fit_scaled_line
>>> fit = fit_scaled_line([0, 1, 2, 3], [1.0, 3.1, 4.9, 7.0])
>>> print(*equation(fit))
$y = (1.980 \pm 0.042)\,x + (1.030 \pm 0.079)$
>>> print(in_words(fit))
y = (1.980 ± 0.042) x + (1.030 ± 0.079)
"""

from math import floor, isfinite, log10

from core.fits.line import LineFit
from core.fits.scaled_line import ScaledLine
from core.fits.student import quantile
from core.writing.digits import with_error

from .words import formula, grouped

LEFT = {"": "y", "x": "y", "y": r"\log_{10} y", "xy": r"\log_{10} y"}
RIGHT = {"": "x", "x": r"\log_{10} x", "y": "x", "xy": r"\log_{10} x"}
WIDTH = 54
_IN_WORDS = {
    "$": "",
    r"\quad ": "",
    r"\,": " ",
    r"\pm": "±",
    r"\log_{10}": "log10",
    r"\times 10^{": "× 10^",
    "}": "",
}


def equation(fit: ScaledLine) -> tuple[str, ...]:
    r"""Return the equation as mathtext, in two lines where one would be too long.

    Where 0 lies far outside the points, the height is given at a round number among them: at 0 it
    would be an extrapolation, and a rounded slope would not lead back to the points.
    """
    line, variable = fit.line, RIGHT[fit.scales]
    origin = _origin(fit)
    height, stderr = _height(line, origin)
    if origin:
        variable = f"({variable} {_term(origin)})"
    first = rf"{LEFT[fit.scales]} = {_with_error(line.slope, line.slope_stderr)}\,{variable}"
    second = f"{'-' if height < 0 else '+'} {_with_error(abs(height), stderr)}"
    if len(_plain(first + second)) > WIDTH:
        return f"${first}$", rf"$\quad {second}$"
    return (f"${first} {second}$",)


def in_words(fit: ScaledLine) -> str:
    """Return the equation for a text without formulas."""
    return _plain(" ".join(equation(fit)))


def _plain(mathematics: str) -> str:
    for sign, word in _IN_WORDS.items():
        mathematics = mathematics.replace(sign, word)
    return mathematics


def goodness(fit: ScaledLine) -> str:
    """Return r^2 and n as mathtext; of points with known errors chi^2 per degree of freedom."""
    line = fit.line
    words = [f"$r^2 = {share(line.r_squared)}$"] if isfinite(line.r_squared) else []
    if fit.weights is not None and line.dof:
        words.append(rf"$\chi^2/\mathrm{{dof}} = {formula(line.rss / line.dof)}$")
    return ",   ".join([*words, f"$n = {grouped(line.n)}$"])


def share(r_squared: float) -> str:
    """Return r^2 with three digits, or as many as tell it from 1.

    >>> share(0.84812), share(0.99999642), share(1.0)
    ('0.848', '0.9999964', '1')
    """
    rest = 1 - r_squared
    if not rest:
        return "1"
    return f"{r_squared:.{max(3, 1 - floor(log10(rest)))}f}"


def _origin(fit: ScaledLine) -> float:
    low, high = float(fit.u.min()), float(fit.u.max())
    width = high - low
    if low - width <= 0 <= high + width:
        return 0.0
    step = 10.0 ** floor(log10(width))
    return round(fit.line.x_mean / step) * step


def _height(line: LineFit, origin: float) -> tuple[float, float]:
    """Return the line at ``origin`` and its standard error."""
    if not origin:
        return line.intercept, line.intercept_stderr
    low, high = line.confidence_band(origin)
    return float(line.predict(origin)), float(high - low) / 2 / quantile(0.95, line.dof)


def _term(origin: float) -> str:
    return f"{'-' if origin > 0 else '+'} {_number(f'{abs(origin):.12g}')}"


def _number(text: str) -> str:
    mantissa, _, exponent = text.partition("e")
    return rf"{mantissa} \times 10^{{{int(exponent)}}}" if exponent else mantissa


def _with_error(value: float, stderr: float) -> str:
    """Return a value and its error with one power of ten; without an error the value alone."""
    shown, error = with_error(value, stderr)
    if not (isfinite(stderr) and stderr > 0):
        return _number(shown)
    mantissa, _, exponent = shown.partition("e")
    if not exponent:
        return rf"({shown} \pm {error})"
    decimals = len(mantissa.partition(".")[2])
    error = f"{stderr / 10.0 ** int(exponent):.{decimals}f}"
    return rf"({mantissa} \pm {error}) \times 10^{{{int(exponent)}}}"
