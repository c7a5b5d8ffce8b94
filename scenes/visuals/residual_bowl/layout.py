"""Where the pictures of ResidualBowl are."""

from scenes.visuals.plot.chart import ROW
from scenes.visuals.residual_bowl.space import RIM_ON_SCREEN
from scenes.visuals.writing.screen import PICTURE, RIGHT_EDGE, Box

LEFT = PICTURE.left
MAP = Box(-1.15, PICTURE.bottom, RIGHT_EDGE + 1.15, PICTURE.height)
# The points and their line: beside the map, alone, and over the two cuts.
DATA = Box(LEFT, -1.55, 3.75, 5.15)
LARGE = Box(LEFT, PICTURE.bottom, 11.2, PICTURE.height)
OVER_THE_CUTS = Box(LEFT + 1.25, 1.45, 2.25, 2.15)
# The tank beside each of the first two. In the small one levels are as high as in the bowl.
TANK = Box(-2.4, -0.99, 0.55, RIM_ON_SCREEN)
LARGE_TANK = Box(5.15, -1.94, 1.0, 4.98)
# Two charts side by side, each over the read-out of its number; with what a chart needs around it
# they are as high as the bowl.
CUTS = tuple(Box(LEFT + k * 2.5, -1.8, 2.3, RIM_ON_SCREEN + ROW + 0.05) for k in range(2))
# How wide a number beside its letter may be, and each of two small ones; the title of an axis.
NUMBER, SMALL_NUMBERS, TITLE = 1.3, (1.62, 1.9), 3.4
VALUES = tuple((box.left + 0.1, -2.22) for box in CUTS)
