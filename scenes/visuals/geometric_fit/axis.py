"""The name of the nearest line, written outside the sheet where one of its ends is."""

import numpy as np
from manim import LEFT, RIGHT, Typst

from scenes.visuals.geometric_fit.apart import page
from scenes.visuals.geometric_fit.page import MIDDLE, RADIUS
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import PICTURE, SMALLEST

HALF = 0.25  # as high is half a line
CLEAR = 0.15  # from the rim to the name
ABOVE, INSET = 0.2, 0.2  # from the edges of the room above the sheet to the name


def on_one_sheet(pen: Pen, angle: float) -> Placed:
    """Return the name right of the upper or lower end of the line at ``angle``, 0 to pi."""
    up = angle <= np.pi / 2
    y = PICTURE.top - HALF if up else PICTURE.bottom + HALF
    aside = np.sqrt(RADIUS**2 - (abs(y - MIDDLE[1]) - HALF) ** 2) + CLEAR
    return Placed(_name(pen), np.array([MIDDLE[0] + aside, y, 0.0]), LEFT)


def on_the_left_of_two(pen: Pen, angle: float) -> Placed:
    """Return the name above the upper end of the line at ``angle`` on the left one of two."""
    left = PICTURE.left + INSET
    x, _ = page(0.0).middle
    high = PICTURE.top - ABOVE
    if angle % np.pi <= np.pi / 2:
        return Placed(_name(pen), np.array([2 * x - left, high, 0.0]), RIGHT)
    return Placed(_name(pen), np.array([left, high, 0.0]), LEFT)


def _name(pen: Pen) -> Typst:
    return pen.words("principal axis", size=SMALLEST)
