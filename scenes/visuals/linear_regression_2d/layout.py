"""Where the parts of the film stand: three panels, one large chart, and a picture beside it."""

from scenes.visuals.plot.chart import ROW
from scenes.visuals.writing.screen import PICTURE, RIGHT_EDGE, Box

_PITCH = 4.33
_PANEL_WIDTH = 2.55
PANELS = tuple(
    Box(-RIGHT_EDGE + k * _PITCH, PICTURE.bottom, _PANEL_WIDTH, PICTURE.height) for k in range(3)
)
# So wide that a square of the header's points is as large in it as in its chart, here and below.
PANEL_TANKS = tuple(
    Box(panel.right + 0.2, panel.bottom + ROW, 1.25, panel.height - 2 * ROW) for panel in PANELS
)

LARGE = Box(-RIGHT_EDGE, PICTURE.bottom, 6.95, PICTURE.height)
LARGE_TANK = Box(0.85, PICTURE.bottom + ROW, 1.25, PICTURE.height - 2 * ROW)
VALUES_BESIDE = (2.65, 3.0, 0.0)

# The tank and the axis of its level in the middle, the points on its left, and on its right the
# curves that its level draws.
TANK = Box(-0.4, PICTURE.bottom + ROW, 0.6, PICTURE.height - 2 * ROW)
_AXIS_GAP = 0.2
# The wall of the tank is the axis of the curve, as high as it is: the level goes on in it.
_PAD = 0.05  # a chart leaves it free where it has no writing
CURVE = Box(
    TANK.right - _PAD, PICTURE.bottom, RIGHT_EDGE - TANK.right + _PAD, TANK.height + ROW + _PAD
)
# The points, the tank beside them, and the sheet with all that stands on it, which needs most room.
_INSET_WIDTH = 4.3
# From one number to the next below it.
VALUE_ROW = 0.72
# Its label takes what is left of the room beside the large chart.
NUMBER_WIDTH = 2.7


def beside(axis: float, proportion: float) -> Box:
    """Return where the points stand beside the tank, when its axis needs the width ``axis``.

    The box of their chart, without the writing around it, has the ``proportion`` width : height,
    or is flatter where two numbers below it would have no room.
    """
    return _points(TANK.left - axis - _AXIS_GAP + RIGHT_EDGE, proportion)


def inset(proportion: float) -> Box:
    """Return where the points stand while the sheet is the picture, proportioned as ``beside``."""
    return _points(_INSET_WIDTH, proportion)


def inset_tank(axis: float) -> Box:
    """Return where the tank stands then, when its axis needs the width ``axis``."""
    left = -RIGHT_EDGE + _INSET_WIDTH + _AXIS_GAP + axis
    return Box(left, TANK.bottom, TANK.width, TANK.height)


def space_beside(tank: Box) -> Box:
    """Return the room for the sheet on the right of ``tank``."""
    left = tank.right + 2 * _AXIS_GAP
    return Box(left, PICTURE.bottom, RIGHT_EDGE - left, PICTURE.height)


def _points(width: float, proportion: float) -> Box:
    height = min((width - _PAD) / proportion + 2 * ROW, PICTURE.height - 2 * VALUE_ROW)
    return Box(-RIGHT_EDGE, PICTURE.top - height, width, height)


def values_below(points: Box) -> tuple[float, float, float]:
    """Return where the numbers of the line stand below its points."""
    return points.left, points.bottom - 0.6 * VALUE_ROW, 0.0
