"""Words of a user and numbers of a fit, as they stand in a picture.

A user's text is drawn letter by letter, never as a formula. Letters that no bundled font has
appear as □; the title and the description of the picture keep them.
"""

from functools import cache
from math import floor, isfinite, log10
from typing import Any

from matplotlib.font_manager import FontProperties, findfont, get_font

from core.text import shorten

from .style import FONTS

MISSING = "□"
LITERAL: dict[str, Any] = {"parse_math": False}


def literal(text: str, width: int) -> str:
    """Return ``text`` in one line of at most ``width`` letters, all of which can be drawn."""
    known = _drawable()
    return "".join(sign if ord(sign) in known else MISSING for sign in shorten(text, width))


@cache
def _drawable() -> frozenset[int]:
    """Return the code points that the bundled fonts cover."""
    paths = (findfont(FontProperties(family=name), fallback_to_default=False) for name in FONTS)
    return frozenset(code for path in paths for code in get_font(path).get_charmap())


def plain(value: float, digits: int = 3) -> str:
    """Return ``value`` with ``digits`` figures for text: 1.23, 12300, -1.23e-15.

    >>> plain(0.000123456), plain(-1234567.0), plain(12.0)
    ('0.000123', '-1.23e+06', '12')
    """
    if isfinite(value) and 10**digits <= abs(value) < 1e5:
        return f"{value:.0f}"
    return f"{value:.{digits}g}"


def formula(value: float, digits: int = 2) -> str:
    r"""Return ``value`` with ``digits`` figures for mathtext, without dollar signs.

    >>> formula(1.8437), formula(0.0), formula(93456.0)
    ('1.8', '0', '9.3\\times 10^{4}')
    """
    if value == 0 or not isfinite(value):
        return r"\infty" if value else "0"
    exponent = floor(log10(abs(float(f"{value:.{digits - 1}e}"))))
    if -3 <= exponent < 4:
        return f"{float(f'{value:.{digits - 1}e}'):.{max(0, digits - 1 - exponent)}f}"
    return rf"{value / 10.0**exponent:.{digits - 1}f}\times 10^{{{exponent}}}"
