"""Where the pictures of ResidualBowl are."""

from scenes.visuals.writing.screen import PICTURE, RIGHT_EDGE, Box

LEFT = PICTURE.left
MAP = Box(-2.1, PICTURE.bottom, RIGHT_EDGE + 2.1, PICTURE.height)
# The points and their line; below them its error and its two numbers.
# At the end two maps beside each other, over each of them a tile of its points.
SAME, DIFFERENT = (Box(left, PICTURE.bottom, 5.4, PICTURE.height) for left in (LEFT, 1.0))
TILE_ROOM = 1.2
DATA = Box(LEFT, -0.95, 3.7, 4.55)
VALUES = (LEFT + 0.1, -2.22), (LEFT + 2.55, -2.22)
ERROR = LEFT + 0.1, -1.5
# Heights over a way: the way is its lower edge, and below it stands which are whose.
PROFILE, WHOSE = Box(LEFT + 0.1, -1.75, 6.2, 4.45), -2.2
# How wide a number beside its letter may be, and each of two small ones; the title of an axis.
NUMBER, SMALL_NUMBERS, TITLE = 1.3, (1.62, 1.4), 3.4


def tile(area: Box) -> Box:
    """Return where in ``area`` the tile of its points is."""
    return Box(area.left + 0.9, area.top - 1.3, 1.9, 1.3)
