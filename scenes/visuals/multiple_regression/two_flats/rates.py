"""Beside the picture, what the sheet says: rent for each square metre, and for each kilometre."""

import numpy as np
from manim import RIGHT, VGroup

from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.writing.numerals import MINUS
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import PICTURE, SMALLEST

FIRST, NEXT, LINE = 0.25, 1.05, 0.52  # the height of the first, down to the next, from line to line


def rates(pen: Pen, flats: Flats) -> tuple[VGroup, VGroup]:
    """Return what the fitted plane has for area, and what for distance: an amount, and for what."""
    both, theme = flats.by_both, pen.theme
    return (
        _rate(pen, both.per_area, "m²", theme.slope, FIRST),
        _rate(pen, both.per_distance, "km", theme.far, FIRST - NEXT),
    )


def _rate(pen: Pen, amount: float, unit: str, colour: str, y: float) -> VGroup:
    lines = f"{MINUS if amount < 0 else '+'}{abs(amount):.1f} EUR", f"per {unit}"
    return VGroup(
        Placed(pen.words(line, colour, SMALLEST), np.array([PICTURE.right, at, 0.0]), RIGHT)
        for line, at in zip(lines, (y, y - LINE), strict=True)
    )
