"""Words of a user and numbers of a fit, as they stand in a picture.

A user's text is drawn letter by letter, never as a formula. Letters that no bundled font has come
from a font of the machine; where it has none, they appear as □. The title and the description of
the picture keep them in any case.
"""

from functools import cache
from math import floor, isfinite, log10
from typing import Any

from matplotlib.font_manager import FontProperties, findfont, fontManager, get_font

from core.writing.text import shorten

from .style import FONTS

MISSING = "□"


def literal(text: str, width: int, below: str = "") -> tuple[str, dict[str, Any]]:
    """Return ``text`` in one line of at most ``width`` letters, and the settings that draw it so.

    ``below`` is our own second line.
    """
    line = shorten(text, width)
    bundled = _bundled()
    fonts = list(FONTS)
    known = set(bundled)
    for sign in line:
        if ord(sign) not in known and (found := _font_of_the_machine(sign)):
            family, covered = found
            fonts.append(family)
            known |= covered
    shown = "".join(sign if ord(sign) in known else MISSING for sign in line)
    return f"{shown}\n{below}" if below else shown, {"parse_math": False, "family": fonts}


@cache
def _bundled() -> frozenset[int]:
    """Return the code points that the bundled fonts cover."""
    paths = (findfont(FontProperties(family=name), fallback_to_default=False) for name in FONTS)
    return frozenset(code for path in paths for code in get_font(path).get_charmap())


@cache
def _font_of_the_machine(sign: str) -> tuple[str, frozenset[int]] | None:
    """Return the first family by name that has ``sign``, and the code points it covers."""
    for font in sorted(fontManager.ttflist, key=lambda font: (font.name, font.fname)):
        # matplotlib brings "Last Resort", which has a box for everything and a letter for nothing
        if font.weight == 400 and font.style == "normal" and "Last Resort" not in font.name:
            covered = get_font(font.fname).get_charmap()
            if ord(sign) in covered:
                return font.name, frozenset(covered)
    return None


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


def grouped(count: int) -> str:
    """Return a count with its thousands apart, for mathtext.

    >>> grouped(20), grouped(100000)
    ('20', '100{,}000')
    """
    return f"{count:,}".replace(",", "{,}")
