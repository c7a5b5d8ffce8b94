"""Where the pictures of ResidualBowl are."""

from scenes.visuals.writing.screen import PICTURE, RIGHT_EDGE, Box

LEFT = PICTURE.left
MAP = Box(-2.1, PICTURE.bottom, RIGHT_EDGE + 2.1, PICTURE.height)
# The points and their line; below them its error and its two numbers.
DATA = Box(LEFT, -0.95, 3.7, 4.55)
VALUES = (LEFT + 0.1, -2.22), (LEFT + 2.55, -2.22)
ERROR = LEFT + 0.1, -1.5
# How wide a number beside its letter may be, and each of two small ones; the title of an axis.
NUMBER, SMALL_NUMBERS, TITLE = 1.3, (1.62, 1.4), 3.4
