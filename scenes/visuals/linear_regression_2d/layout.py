"""Where the parts of the film stand: three panels, one large chart, and a picture beside it."""

from scenes.visuals.plot.chart import ROW
from scenes.visuals.writing.screen import PICTURE, RIGHT_EDGE, Box

_PITCH = 4.33
PANEL_WIDTH = 3.2
PANELS = tuple(
    Box(-RIGHT_EDGE + k * _PITCH, PICTURE.bottom, PANEL_WIDTH, PICTURE.height) for k in range(3)
)
PANEL_TANKS = tuple(
    Box(panel.right + 0.2, panel.bottom + ROW, 0.5, panel.height - 2 * ROW) for panel in PANELS
)

LARGE = Box(-RIGHT_EDGE, PICTURE.bottom, 7.45, PICTURE.height)
LARGE_TANK = Box(1.35, PICTURE.bottom + ROW, 0.85, PICTURE.height - 2 * ROW)
VALUES_BESIDE = (2.75, 2.5, 0.0)

# The tank and the axis of its level in the middle, the points on its left, and on its right first
# the curves that its level draws, then the map.
TANK = Box(-1.15, PICTURE.bottom + ROW, 0.6, PICTURE.height - 2 * ROW)
_BESIDE_HEIGHT = 4.6
_AXIS_GAP = 0.2
VALUES_BELOW = (-RIGHT_EDGE, -1.45, 0.0)
# The wall of the tank is the axis of the curve, as high as it is: the level goes on in it.
_PAD = 0.05  # a chart leaves it free where it has no writing
CURVE = Box(
    TANK.right - _PAD, PICTURE.bottom, RIGHT_EDGE - TANK.right + _PAD, TANK.height + ROW + _PAD
)
MAP = Box(TANK.right + 0.4, PICTURE.bottom, RIGHT_EDGE - TANK.right - 0.4, PICTURE.height)
# From one number to the next below it.
VALUE_ROW = 0.72
# Its label takes what is left of the room beside the large chart.
NUMBER_WIDTH = 2.7


def beside(axis: float) -> Box:
    """Return where the points stand beside the tank, when its axis needs the width ``axis``."""
    right = TANK.left - axis - _AXIS_GAP
    return Box(-RIGHT_EDGE, PICTURE.top - _BESIDE_HEIGHT, right + RIGHT_EDGE, _BESIDE_HEIGHT)
