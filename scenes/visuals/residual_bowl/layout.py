"""Where the pictures of ResidualBowl are."""

from scenes.visuals.residual_bowl.space import RIM_ON_SCREEN
from scenes.visuals.writing.screen import PICTURE, RIGHT_EDGE, Box

LEFT = PICTURE.left
MAP = Box(-1.15, PICTURE.bottom, RIGHT_EDGE + 1.15, PICTURE.height)
# The points and their line: beside the map, alone, and over the two cuts.
DATA = Box(LEFT, -1.55, 3.75, 5.15)
LARGE = Box(LEFT, PICTURE.bottom, 11.2, PICTURE.height)
OVER_THE_CUTS = Box(LEFT + 1.4, 0.98, 2.25, 2.62)
# The tank beside each of the first two. In the small one levels are as high as in the bowl.
TANK = Box(-2.4, -0.99, 0.55, RIM_ON_SCREEN)
LARGE_TANK = Box(5.15, -1.94, 1.0, 4.98)
# The tank between two charts that are as high, each over the read-out of its number; with what a
# chart needs around it.
_PAD, _CUT_WIDTH = 0.05, 2.2
CUTS = tuple(Box(LEFT + k * 2.95, -1.85, _CUT_WIDTH, RIM_ON_SCREEN + 2 * _PAD) for k in range(2))
CUT_TANK = Box(CUTS[0].right + 0.15, CUTS[0].bottom + _PAD, 0.45, RIM_ON_SCREEN)
# How wide a number beside its letter may be, and each of two small ones; the title of an axis.
NUMBER, SMALL_NUMBERS, TITLE = 1.3, (1.62, 1.9), 3.4
VALUES = tuple((box.left + 0.1, -2.22) for box in CUTS)
