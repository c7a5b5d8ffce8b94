"""The name of the nearest line, written outside the sheet where one of its ends is."""

import numpy as np
from manim import LEFT

from scenes.visuals.geometric_fit.sheet.page import MOVED, RADIUS
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import PICTURE, SMALLEST

HALF = 0.25  # as high is half a line
CLEAR = 0.15  # from the rim to the name


def at_its_end(pen: Pen, angle: float) -> Placed:
    """Return the name right of the upper or lower end of the line at ``angle``, 0 to pi."""
    up = angle <= np.pi / 2
    x, middle = MOVED.middle
    y = PICTURE.top - HALF if up else PICTURE.bottom + HALF
    aside = np.sqrt(RADIUS**2 - (abs(y - middle) - HALF) ** 2) + CLEAR
    name = pen.words("principal axis", size=SMALLEST)
    return Placed(name, np.array([x + aside, y, 0.0]), LEFT)
