"""Where the pictures of ResidualBowl are."""

from scenes.visuals.writing.screen import PICTURE, RIGHT_EDGE, Box

LEFT = PICTURE.left
MAP = Box(-2.1, PICTURE.bottom, RIGHT_EDGE + 2.1, PICTURE.height)
# The points and their line; below them the two numbers of the line.
DATA = Box(LEFT, -1.55, 3.7, 5.15)
VALUES = (LEFT + 0.1, -2.22), (LEFT + 2.55, -2.22)
# How wide a number beside its letter may be, and each of two small ones; the title of an axis.
NUMBER, SMALL_NUMBERS, TITLE = 1.3, (1.62, 1.4), 3.4
