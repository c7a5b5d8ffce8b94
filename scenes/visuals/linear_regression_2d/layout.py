"""Where the parts of the film stand: three panels, one large chart, and a curve beside an inset."""

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
VALUES_BESIDE = (2.6, 2.5, 0.0)

INSET = Box(-RIGHT_EDGE, -0.2, 3.9, 3.8)
VALUES_BELOW = (-RIGHT_EDGE, -0.75, 0.0)
TANK = Box(-2.2, PICTURE.bottom + ROW, 0.55, PICTURE.height - 2 * ROW)
MAP = Box(-1.0, PICTURE.bottom, RIGHT_EDGE + 1.0, PICTURE.height)
# Its axis is as high as the tank: the level stands beside the curve that it draws.
CURVE = Box(-1.35, MAP.bottom, RIGHT_EDGE + 1.35, MAP.height - ROW + 0.05)
# From one number to the next below it.
VALUE_ROW = 0.72
# Its label takes what is left of the room beside the large chart.
NUMBER_WIDTH = 2.8
