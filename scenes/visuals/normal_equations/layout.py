"""Where the parts of the film stand: the points with their sums, the two balances, the board."""

from scenes.visuals.writing.screen import PICTURE, RIGHT_EDGE, Box

LARGE = Box(-RIGHT_EDGE, PICTURE.bottom, 7.3, PICTURE.height)
HALF = Box(-RIGHT_EDGE, PICTURE.bottom, 5.8, PICTURE.height)
INSET = Box(-RIGHT_EDGE, -0.05, 4.1, 3.65)
FIRST = Box(-0.2, PICTURE.bottom, 3.0, 2.8)
SECOND = Box(3.35, PICTURE.bottom, 3.0, 2.8)
FIRST_INSET = Box(-RIGHT_EDGE, PICTURE.bottom, 1.85, 2.35)
SECOND_INSET = Box(-4.15, PICTURE.bottom, 1.85, 2.35)

# The sums beside the points.
SUMS_LEFT, SUMS_TOP, SUMS_PITCH = 1.15, 2.6, 1.0
# Numbers in the formulas take more room: the chart steps aside.
NARROW = Box(-RIGHT_EDGE, PICTURE.bottom, 5.0, PICTURE.height)
NUMBERS_LEFT, NUMBERS_WIDTH = -1.0, 7.4
CLOSE_TOP, CLOSE_PITCH = 3.28, 0.63
RESULTS_CLOSE = -0.4, -1.8
GUESS_SIZE = 46

# Beside the balances: epsilon, its derivatives, and what the second one says of the mean.
HALF_MIDDLE = 2.95
EPSILON, GRADIENT, MEAN = (-0.45, 3.2), 1.48, 2.0

# The board, on which two rows stand apart: below each there is room for what becomes of it.
MIDDLE = 2.15
APART, BELOW = (2.9, 0.3), (1.6, -1.0)
# What is made of both rows stands between them.
BETWEEN = BELOW[0]
# The two rows close together, and what is made of them below.
PAIR = (3.2, 2.45)
ALONE, FREE, RESULT = 1.15, -0.2, -1.65
# Beside the large balances the slope stands alone. Then it has row 2 and what follows below it.
SLOPE_LEVEL, SLOPE_ABOVE = 1.7, 2.9
ROW_2, FROM_MEAN, INTERCEPT = 1.55, 0.3, -1.4
