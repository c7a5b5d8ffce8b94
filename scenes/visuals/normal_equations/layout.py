"""Where the parts of the film stand: the points with their sums, two halves, and the board."""

from scenes.visuals.writing.screen import PICTURE, RIGHT_EDGE, Box

LARGE = Box(-RIGHT_EDGE, PICTURE.bottom, 7.3, PICTURE.height)
HALF = Box(-RIGHT_EDGE, PICTURE.bottom, 6.0, PICTURE.height)
BOWL_HALF = Box(0.2, PICTURE.bottom, RIGHT_EDGE - 0.2, PICTURE.height)
INSET = Box(-RIGHT_EDGE, 0.65, 3.8, 2.95)
BOWL_INSET = Box(-RIGHT_EDGE, PICTURE.bottom, 3.8, 3.0)

# The sums beside the points.
SUMS_LEFT, SUMS_TOP, SUMS_PITCH = 1.15, 2.6, 1.0
CLOSE_TOP, CLOSE_PITCH = 3.28, 0.63

# The board: its middle, and where its rows stand.
MIDDLE = 2.15
EPSILON, GRADIENT, MULTIPLIED = 3.1, 1.2, -1.35
PAIR, BELOW = 2.5, 0.2
MINUS, ALONE, RESULT = 0.8, -0.5, -1.75
SLOPE_RESULT, INTERCEPT_RESULT = -0.25, 4.45
SLOPE_CLOSE, INTERCEPT_CLOSE = -0.4, -1.8
