"""Where the parts of the film stand: the points with their sums, the two balances, the board."""

from scenes.visuals.writing.screen import PICTURE, RIGHT_EDGE, Box

LARGE = Box(-RIGHT_EDGE, PICTURE.bottom, 7.3, PICTURE.height)
HALF = Box(-RIGHT_EDGE, PICTURE.bottom, 5.8, PICTURE.height)
INSET = Box(-RIGHT_EDGE, -0.05, 4.1, 3.65)
FIRST = Box(-0.1, PICTURE.bottom, 3.0, 2.65)
SECOND = Box(3.3, PICTURE.bottom, 3.0, 2.65)
FIRST_INSET = Box(-RIGHT_EDGE, PICTURE.bottom, 1.85, 2.35)
SECOND_INSET = Box(-4.15, PICTURE.bottom, 1.85, 2.35)

# The sums beside the points.
SUMS_LEFT, SUMS_TOP, SUMS_PITCH = 1.15, 2.6, 1.0
CLOSE_TOP, CLOSE_PITCH = 3.28, 0.63

# The board: its middle, and where its rows stand.
MIDDLE, HALF_MIDDLE = 2.15, 2.95
EPSILON, GRADIENT, MULTIPLIED = 3.15, 1.42, -1.35
PAIR, BELOW = 2.5, 0.2
MINUS, ALONE, RESULT = 0.8, -0.5, -1.75
SLOPE_RESULT, INTERCEPT_RESULT = -0.25, 4.45
SLOPE_CLOSE, INTERCEPT_CLOSE = -0.4, -1.8
